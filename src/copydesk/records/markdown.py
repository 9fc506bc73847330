"""A record's story as Markdown (CommonMark): masthead, blocks by their kinds, links."""

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from msgspec.structs import replace

from copydesk.records.page_types import Anchor, Block

if TYPE_CHECKING:
    from copydesk.records.record import Record

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>&~|])")
_OPENING: Final = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))")
_LINKED: Final = ("http://", "https://", "mailto:")
_SAFE: Final = "/:?#@!$&'*+,;=%~._-"


def to_markdown(record: "Record") -> str:
    """Return a record's headline, byline and story as Markdown; whatever the text holds is shown as it stands."""
    parts = [f"# {_escaped(record.headline)}"] if record.headline else []
    if top := _masthead(record):
        parts.append(top)
    blocks = record.blocks or tuple(Block(span=span, kind="paragraph") for span in record.paragraphs)
    before = None
    for block in blocks:
        shown = _block(record.text, block)
        if before == block.kind and block.kind in ("list-item", "table-row"):
            parts[-1] += f"\n{shown}"
        else:
            parts.append(shown)
        before = block.kind
    return "\n\n".join(parts) + "\n"


def _masthead(record: "Record") -> str:
    names = ", ".join(author.name for author in record.authors)
    said = (f"By {names}" if names else "", record.publisher or "", (record.told or "")[:10])
    line = " · ".join(_escaped(part) for part in said if part)
    return f"*{line}*" if line else ""


def _block(text: str, block: Block) -> str:
    words = _linked(text, block)
    if block.kind == "heading":
        return f"{'#' * max(2, block.level or 2)} {words}"
    if block.kind == "list-item":
        return f"{'  ' * ((block.level or 1) - 1)}- {words}"
    if block.kind == "table-row":
        return f"{_cells(text, block) or words}  "
    if block.kind == "quotation":
        return f"> {words}"
    if block.kind == "post":
        by = _escaped(block.author or "")
        signed = f"[{by or 'post'}]({_address(block.url)})" if block.url else by
        return f"> {words}\n>\n> — {signed}" if signed else f"> {words}"
    if block.kind == "caption":
        return f"![]({_address(block.image)})\n\n*{words}*" if block.image else f"*{words}*"
    return f"*{words}*" if block.kind == "correction" else words


def _cells(text: str, block: Block) -> str:
    """Return a row's cells with bars between them; CommonMark has no tables."""
    return " \\| ".join(_linked(text, replace(block, span=span)) for span in block.cells)


def _linked(text: str, block: Block) -> str:
    """Return a block's words with its links."""
    pieces: list[str] = []
    at = block.span[0]
    anchors: list[Anchor] = sorted(block.links, key=lambda anchor: anchor.span)
    for anchor in anchors:
        start, end = anchor.span
        if start < at or end > block.span[1] or not anchor.url.lower().startswith(_LINKED):
            continue
        pieces += [_escaped(text[at:start]), f"[{_escaped(text[start:end])}]({_address(anchor.url)})"]
        at = end
    pieces.append(_escaped(text[at : block.span[1]]))
    return _OPENING.sub(_kept, "".join(pieces))


def _kept(opening: re.Match[str]) -> str:
    """Escape what would open a heading, a list or a rule."""
    sign = opening[0]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()) if "\n" in words else words)


def _address(url: str | None) -> str:
    return quote(url or "", safe=_SAFE)
