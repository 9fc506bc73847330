"""WACZ, a zip archive with WARC files and a list of the pages among what they hold (specs.webrecorder.net/wacz)."""

import zipfile
from collections.abc import Iterator
from typing import Final
from urllib.parse import urldefrag

import msgspec

from copydesk.errors import PageError
from copydesk.pages.page import Failure, RawPage
from copydesk.sources import warc
from copydesk.sources.compressed import read as decompress
from copydesk.sources.input import Input
from copydesk.sources.options import Options, Unread

_LISTS: Final = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_MAX_LIST: Final = 64 * 2**20


def read(source: Input, options: Options) -> Iterator[Input | RawPage | Failure | Unread]:
    """Yield the pages of the WARC files in a collection; where it lists its pages, frames and the like are not read.

    Raises:
        PageError: the archive is damaged.
    """
    with source.seekable_file() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise PageError(source.name, f"the collection is damaged: {error}", "make or copy it again") from error
        only = _listed(archive)
        names = sorted(name for name in archive.namelist() if name.startswith("archive/") and ".warc" in name)
        for name in names:
            with archive.open(name) as stream:
                inner = source.within(name, stream)
                inner.named = True
                if inner.head().startswith(b"\x1f\x8b"):
                    (inner,) = decompress(inner, options)
                yield from warc.read(inner, options, only)


def _listed(archive: zipfile.ZipFile) -> frozenset[str]:
    """Return the addresses that the collection lists as pages; empty where it lists none."""
    found = set()
    for name in _LISTS:
        if name in archive.namelist() and archive.getinfo(name).file_size <= _MAX_LIST:
            for line in archive.read(name).splitlines():
                try:
                    row = msgspec.json.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                    continue
                if isinstance(row, dict) and isinstance(row.get("url"), str):
                    found.add(urldefrag(row["url"]).url)
    return frozenset(found)
