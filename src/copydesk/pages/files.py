"""Files, folders and standard input to pages."""

import gzip
import hashlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.errors import PageError
from copydesk.pages.batch import pages_of_lines
from copydesk.pages.charset import decode
from copydesk.pages.page import Failure, Page

MAX_BYTES = 64 * 2**20  # one page, decompressed; a batch is read line by line and has no such limit
SUFFIXES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
}
BATCH_SUFFIXES = (".jsonl", ".ndjson")


def find_sources(sources: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    """Yield the files behind some paths: a folder gives its pages and batches, sorted, sub-folders included."""
    for source in sources:
        path = Path(source)
        if path.is_dir():
            yield from (file for file in sorted(path.rglob("*")) if file.is_file() and _is_source(file))
        else:
            yield path


def _is_source(path: Path) -> bool:
    name = path.name.lower().removesuffix(".gz")
    return name.endswith((*SUFFIXES, *BATCH_SUFFIXES)) and not path.name.startswith(".")


def load(
    source: str | os.PathLike[str], *, published: str | None = None, as_is: bool = False
) -> Iterator[Page | Failure]:
    """Yield the pages of one file, or of standard input for `-`.

    Args:
        source: an HTML or text file, or a `.jsonl` batch, any of them gzipped; `-` is standard input.
        published: the publication day to give to pages that do not bring one, ISO 8601.
        as_is: read text exactly as it stands, positions kept.

    Yields:
        Pages, and a `Failure` for each that could not be read.
    """
    name = os.fspath(source)
    if name.removesuffix(".gz").lower().endswith(BATCH_SUFFIXES):
        yield from _batch(Path(source), published)
        return
    try:
        data = _standard_input() if name == "-" else _bytes(Path(source))
        if name == "-" and _looks_like_batch(data):
            yield from pages_of_lines(data.splitlines(), "standard input", published)
            return
        yield page_of_bytes(data, location="standard input" if name == "-" else name, published=published, as_is=as_is)
    except PageError as error:
        yield Failure(error)


def page_of_bytes(
    data: bytes, *, location: str | None = None, published: str | None = None, as_is: bool = False
) -> Page:
    """Return the page that some bytes hold.

    Raises:
        PageError: the bytes are empty or binary.
    """
    what = location or "page"
    if not data.strip():
        raise PageError(what, "the page is empty", "give a page with text in it")
    text, note = decode(data)
    if _is_binary(data, text):
        raise PageError(what, "this is a binary file, not a page", "give HTML, text or JSON Lines")
    suffix = Path(what.removesuffix(".gz")).suffix.lower()
    kind = "text/html" if _is_html(text, suffix) else "text/plain"
    return Page(
        id=hashlib.sha256(data).hexdigest(),
        content=text,
        media_type=kind,  # type: ignore[arg-type]
        location=location,
        published=published,
        as_is=as_is,
        charset_note=note,
    )


def _batch(path: Path, published: str | None) -> Iterator[Page | Failure]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            yield from pages_of_lines(lines, str(path), published)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(_unreadable(str(path), error))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(str(path), error) from error
    return _within_limit(data, str(path))


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if data[:2] == b"\x1f\x8b":
        try:
            data = zlib.decompressobj(31).decompress(data, MAX_BYTES + 1)
        except zlib.error as error:
            raise _unreadable("standard input", error) from error
    return _within_limit(data, "standard input")


def _within_limit(data: bytes, what: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise PageError(what, f"the page is larger than {MAX_BYTES // 2**20} MB", "split it; batches go in .jsonl")
    return data


def _unreadable(what: str, error: Exception) -> PageError:
    if isinstance(error, FileNotFoundError):
        return PageError(what, "there is no such file", "check the path")
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return PageError(what, "the gzip file is damaged or cut off", "fetch or copy it again")
    return PageError(what, getattr(error, "strerror", None) or str(error), "check the file and its permissions")


def _is_binary(data: bytes, text: str) -> bool:
    head = data[:8192]
    if data.startswith((b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF")):
        return True
    odd = sum(text[:8192].count(chr(code)) for code in (*range(9), 11, *range(14, 27), *range(28, 32), 0xFFFD))
    return odd * 50 > len(head)


def _is_html(text: str, suffix: str) -> bool:
    if SUFFIXES.get(suffix) == "text/html":
        return True
    head = text[:2048].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<?xml")) or ("<body" in head or "<div" in head)


def _looks_like_batch(data: bytes) -> bool:
    first = data.lstrip()[:1]
    return first == b"{" and b'"' in data[:200]
