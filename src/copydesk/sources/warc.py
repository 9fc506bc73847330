"""WARC files (ISO 28500), of crawlers and of `copydesk fetch`: one page an answer that is HTML, text or a document."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urldefrag, urlsplit

from copydesk.errors import PageError
from copydesk.pages.page import About, Failure, RawPage
from copydesk.sources.fields import day_of
from copydesk.sources.input import MAX_PAGE, Input, too_large
from copydesk.sources.options import Options, Unread

_PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_NO_PAGES: Final = ("/robots.txt", "/ads.txt", "/llms.txt", "/humans.txt", "/security.txt")


def read(
    source: Input, options: Options, only: frozenset[str] = frozenset()
) -> Iterator[Input | RawPage | Failure | Unread]:
    """Yield the pages of a WARC file; answers of other kinds, redirects and errors are counted.

    Args:
        source: the file, decompressed.
        options: what the user asks.
        only: addresses of the pages, where something lists them.

    Raises:
        PageError: the file is damaged; what came before it has been read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for record in ArchiveIterator(source, record_types=kinds, parse_http=True, auto_decode="all"):
            yield from _pages(record, source, options, only)
    except (OSError, ValueError, EOFError) as error:
        raise PageError(source.name, f"the web archive is damaged or cut off: {error}", "copy it again") from error


def _pages(record: Any, source: Input, options: Options, only: frozenset[str]) -> Iterator[RawPage | Failure | Unread]:
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
    http = record.http_headers
    status = http.status_code if http is not None else 200
    media_type = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if status is not None and not 200 <= status < 300:
        yield Unread(f"answers {status}")
        return
    if media_type not in _PAGES or urlsplit(url).path.lower().endswith(_NO_PAGES):
        yield Unread(media_type or "answers of no media type")
        return
    if only and urldefrag(url).url not in only:
        yield Unread("frames and other parts of pages")
        return
    where = url or f"{source.name}, record {record.record_id}"
    if record.content_length > MAX_PAGE:
        yield Failure(too_large(where, MAX_PAGE))
        return
    data = record.reader.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield Failure(too_large(where, MAX_PAGE))
        return
    source.budget.take(len(data), source.name)
    if not data.strip():
        yield Unread("empty answers")
        return
    about = About(
        url=url or None,
        retrieved=day_of(record.headers.get("WARC-Date")),
        media_type=media_type,
        charset=record.http_charset,
    )
    yield RawPage(
        data=data,
        location=where,
        form="pdf" if media_type == "application/pdf" else "page",
        about=about,
        as_is=options.as_is,
        default=options.published,
    )
