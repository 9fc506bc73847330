"""JSON Lines, and JSON with an array of objects in it: one page a row."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from copydesk.errors import PageError
from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.sources.fields import page_of_row, record_of_row
from copydesk.sources.input import MAX_PAGE, Input, too_large
from copydesk.sources.jsonscan import values
from copydesk.sources.options import Options, Unread

_RECORD: Final = b'"format":"copydesk-record/'
_LISTS: Final = ("articles", "stories", "items", "results", "docs", "data", "response", "hits", "records", "pages")
_decode: Final = msgspec.json.decode


def read(source: Input, options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    """Yield the page or record of each row, and a `Failure` that names the row where it holds none."""
    if not source.named and source.suffix == ".json" and not _has_rows(source.head()):
        yield Unread(".json")
        return
    if _is_lines(source.head(), source.suffix):
        for number, line in enumerate(source.lines(), 1):
            if line is None or line.strip():
                yield from _of_json(line, f"{source.name}, line {number}", options)
        return
    for number, text in enumerate(values(source, MAX_PAGE), 1):
        yield from _of_json(text, f"{source.name}, item {number}", options)


def _of_json(text: bytes | None, where: str, options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    if text is None:
        yield Failure(too_large(where, MAX_PAGE))
        return
    text = text.strip().removeprefix(b"\xef\xbb\xbf")
    if _RECORD in text[:4096]:
        yield record_of_row(text, where)
        return
    try:
        row = _decode(text)
        for number, one in enumerate(rows := _rows(row), 1):
            place = where if len(rows) == 1 else f"{where}, row {number}"
            yield from page_of_row(one, place, options)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = (
            "is nested too deep" if isinstance(error, RecursionError) else f"no page could be read from it: {error}"
        )
        yield Failure(PageError(where, reason, "each line is one JSON object"))


def _rows(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """Return the rows of a value: itself, or those of the list that a service's answer wraps."""
    if isinstance(value, list):
        found = [one for one in value if isinstance(one, dict)]
        if found or not value:
            return found
    if isinstance(value, dict):
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
                return inner
            if isinstance(inner, dict) and depth < 3 and (found := _rows(inner, depth + 1)) != [inner]:
                return found
        return [value]
    raise msgspec.DecodeError("it is no JSON object")


def _is_lines(head: bytes, suffix: str) -> bool:
    """Tell one object a line from objects that go over several lines or stand in an array."""
    start = head.lstrip()
    if start.startswith(b"["):
        return False
    line, end, _ = start.partition(b"\n")
    if not end:
        return True
    if suffix in (".jsonl", ".ndjson"):
        return True
    try:
        return isinstance(_decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return not line.rstrip().endswith((b"{", b",", b"["))


def _has_rows(head: bytes) -> bool:
    """Tell JSON that may hold pages from a program's settings, by the names in its first bytes."""
    names = (b'"text"', b'"html"', b'"maintext"', b'"plaintext"', b'"content"', b'"body"', b'"story_text"', b'"url"')
    return any(name in head for name in names)
