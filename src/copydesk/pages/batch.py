"""JSON Lines batches to pages: one object a line, as docs/record.md describes."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from copydesk.errors import PageError
from copydesk.pages.charset import without_surrogates
from copydesk.pages.page import Failure, Page


class Line(msgspec.Struct):
    """One line of a batch; `text` is taken exactly as it is, `html` is read as a page."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    publisher: str | None = None


_decoder = msgspec.json.Decoder(Line)


def pages_of_lines(lines: Iterable[bytes], name: str, published: str | None = None) -> Iterator[Page | Failure]:
    """Yield the page of each line, and a `Failure` that names the line where it holds none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _page(line, f"{name}, line {number}", published)
            except PageError as error:
                yield Failure(error)


def _page(line: bytes, where: str, published: str | None) -> Page:
    try:
        item = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(where, f"no page could be read from it: {error}", "each line is one JSON object") from error
    content = item.text if item.text is not None else item.html
    if content is None:
        raise PageError(where, "it has neither `text` nor `html`", "give one of the two")
    return Page(
        id=str(item.id) if item.id is not None else hashlib.sha256(line.strip()).hexdigest(),
        content=without_surrogates(content),
        media_type="text/plain" if item.text is not None else "text/html",
        location=item.url or where,
        url=item.url,
        published=item.published or published,
        retrieved=item.retrieved,
        publisher=item.publisher,
        as_is=item.text is not None,
    )
