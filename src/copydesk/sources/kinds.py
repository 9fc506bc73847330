"""The kinds of source, in the order in which they are tried, and how a source's kind is told.

A kind is told by its magic bytes or first bytes, then by its name's suffix or declared media type. Another package can
add one: an entry point of the group `copydesk.sources` that loads to a `Kind`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Final, TypeAlias

import msgspec

from copydesk import plugins
from copydesk.errors import PageError
from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.sources import sniffing
from copydesk.sources.input import Input
from copydesk.sources.options import Options, Unread
from copydesk.sources.single import HTML_SUFFIXES, HTML_TYPES

Item: TypeAlias = RawPage | Record | Failure | Input | Unread
Reader: TypeAlias = Callable[[Input, Options], Iterator[Item]]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of source.

    Attributes:
        name: what it is called in `docs/sources.md` and in messages.
        title: what it is, in a few words.
        module: the module whose `read(input, options)` yields what is in a source of this kind: raw pages, records,
            failures, inputs to be read in turn, and counts of what is not read.
        sniff: tells the kind by the first bytes (up to 64 KB) of an input.
        suffixes: ends of names, lower case, that tell it where the bytes do not.
        media_types: declared types that tell it where the bytes do not.
        extra: the extra of the package that it needs, or None.
        imports: the library that this extra brings.
    """

    name: str
    title: str
    module: str
    sniff: Callable[[bytes], bool] = sniffing.never
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    extra: str | None = None
    imports: str | None = None

    def reader(self, name: str) -> Reader:
        """Return the function that reads a source of this kind.

        Raises:
            PageError: the library that it needs is not installed; `name` is the source's.
        """
        if self.imports:
            try:
                import_module(self.imports)
            except ImportError as error:
                reason = f"reading {self.title} needs {self.imports}, which is not installed"
                raise PageError(name, reason, f"run: pip install 'copydesk[{self.extra}]'") from error
        reader: Reader = import_module(self.module).read
        return reader


def _kind(name: str, title: str, module: str, sniff: Callable[[bytes], bool], *more: str, **values: str) -> Kind:
    suffixes = tuple(word for word in more if word.startswith("."))
    media_types = tuple(word for word in more if "/" in word)
    return Kind(
        name=name,
        title=title,
        module=f"copydesk.sources.{module}",
        sniff=sniff,
        suffixes=suffixes,
        media_types=media_types,
        **values,
    )


_HTML: Final = (*HTML_SUFFIXES, *HTML_TYPES)

KINDS: Final = (
    _kind("gzip", "gzip", "compressed", sniffing.starts(b"\x1f\x8b")),
    _kind("bzip2", "bzip2", "compressed", sniffing.starts(b"BZh")),
    _kind("xz", "xz", "compressed", sniffing.starts(b"\xfd7zXZ\0")),
    _kind(
        "zstd", "zstd", "compressed", sniffing.starts(b"\x28\xb5\x2f\xfd"), ".zst", extra="zstd", imports="zstandard"
    ),
    _kind("docx", "Word documents", "printed_documents", sniffing.is_docx, ".docx", extra="documents", imports="docx"),
    _kind("wacz", "web archive collections", "wacz", sniffing.is_wacz, ".wacz", extra="warc", imports="fastwarc"),
    _kind("zip", "zip archives", "archive", sniffing.is_zip, ".zip"),
    _kind("tar", "tar archives", "archive", sniffing.is_tar, ".tar"),
    _kind("pdf", "PDF documents", "printed_documents", sniffing.starts(b"%PDF-"), ".pdf", extra="documents",
          imports="pypdf"),
    _kind("parquet", "Parquet tables", "parquet", sniffing.starts(b"PAR1"), ".parquet", extra="parquet",
          imports="pyarrow"),
    _kind("warc", "web archives", "warc", sniffing.starts(b"WARC/"), ".warc", extra="warc", imports="fastwarc"),
    _kind("mbox", "mailboxes", "message", sniffing.is_mailbox, ".mbox"),
    _kind("message", "e-mail and MHTML", "message", sniffing.is_message, ".eml", ".mht", ".mhtml",
          "message/rfc822", "multipart/related"),
    _kind("sitemap", "sitemaps", "sitemap", sniffing.is_sitemap),
    _kind("feed", "RSS, Atom and JSON feeds", "feed", sniffing.is_feed, ".rss", ".atom", "application/rss+xml",
          "application/atom+xml", "application/feed+json"),
    _kind("json", "JSON Lines and JSON", "jsonfile", sniffing.is_json, ".jsonl", ".ndjson", ".json",
          "application/json"),
    _kind("html", "HTML pages", "single", sniffing.is_html, *_HTML),
    _kind("table", "CSV and TSV tables", "table", sniffing.is_table, ".csv", ".tsv", ".tab", "text/csv"),
    _kind("text", "plain text", "single", sniffing.never, ".txt", ".text", "text/plain"),
)  # fmt: skip


def kind_of(source: Input) -> Kind | None:
    """Return the kind of an input; None where it is binary of a kind that is not read, or not named and no page."""
    head = source.head()
    for kind in all_kinds():
        if kind.sniff(head):
            return kind
    if sniffing.is_binary(head) or sniffing.is_other_xml(head):
        return None
    suffix, media_type = source.suffix, source.about.media_type
    for kind in all_kinds():
        if suffix in kind.suffixes or (media_type is not None and media_type in kind.media_types):
            return kind
    return KINDS[-1] if source.named else None


@cache
def known_suffixes() -> frozenset[str]:
    """Return the ends of names of all kinds."""
    return frozenset(suffix for kind in all_kinds() for suffix in kind.suffixes)


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return the kinds of other packages, then those of this one."""
    added = []
    for entry in plugins.added("copydesk.sources"):
        kind = entry.load()
        if not isinstance(kind, Kind):
            raise PageError(f"entry point {entry.value}", "is no copydesk.sources.Kind", "mend or remove that package")
        added.append(kind)
    return (*added, *KINDS)
