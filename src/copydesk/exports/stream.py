"""JSON documents written piece by piece."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

import msgspec


def encode(value: Any) -> bytes:
    """Return JSON that is safe inside an HTML script element too: `<`, U+2028 and U+2029 are escaped."""
    text = msgspec.json.encode(value)
    return text.replace(b"<", b"\\u003c").replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")


def write_array(
    head: Mapping[str, Any],
    name: str,
    items: Iterable[Any],
    out: IO[bytes],
    tail: Callable[[], Mapping[str, Any]] = dict,
) -> None:
    """Write a JSON object: the members of `head`, the array `name`, one item a line as they come, those of `tail()`."""
    out.write(encode(head)[:-1] + b',"' + name.encode() + b'":[')
    for number, item in enumerate(items):
        out.write((b",\n" if number else b"\n") + encode(item))
    rest = tail()
    out.write(b"\n]" + (b"," + encode(rest)[1:] if rest else b"}") + b"\n")


def graph_lines(items: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document of schema.org: its graph, one item a line as they come."""
    yield '{"@context": "https://schema.org", "@graph": ['
    for number, item in enumerate(items):
        yield (", " if number else "") + json.dumps(item, ensure_ascii=False)
    yield "]}"


def without_nothing(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members that say something: not None, not an empty string, list or object."""
    return {key: value for key, value in members.items() if value not in (None, "", [], {}, ())}
