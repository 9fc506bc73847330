"""The dateline in the text as names: its place, the country or state after it, its agency.

Datelines are set in capitals and fragments, where the model is at a loss; their form is fixed, so rules read them.
"""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.articles.masthead.dateline import alone, opening
from copydesk.language.document import Document
from copydesk.reading.entities.mentions import DatelineNames, Mention
from copydesk.records import EntityType, Span

_LINES: Final = 6  # lines at the top in which a dateline stands
_HEAD: Final = 4_000  # characters in which they stand
_AGENCY: Final = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")


def dateline_of(document: Document) -> DatelineNames | None:
    """Return the dateline in the first lines of a text; None if there is none with names in it."""
    start = 0
    for line in document.text[:_HEAD].split("\n")[:_LINES]:
        found = opening(line)
        if found:
            dateline, end = found.dateline, found.end
        elif lone := alone(line):
            dateline, end = lone, len(line)
        else:
            start += len(line) + 1
            continue
        span = (start, start + end)
        names = tuple(_names(document, span, dateline.place, dateline.agency is not None))
        return DatelineNames(span, names) if names else None
    return None


def _names(document: Document, span: Span, place: str | None, agency: bool) -> Iterator[Mention]:
    start, end = span
    parts = (place or "").split(",")
    at = document.text.find(place, start, end) if place else -1
    if at >= 0:
        for number, part in enumerate(parts):
            name = part.strip()
            if name:
                outer = parts[number + 1].strip() if number + 1 < len(parts) else None
                yield from _mention(document, document.text.index(name, at), name, "PLACE", outer)
            at += len(part) + 1
    if agency and (found := _AGENCY.search(document.text, start, end)):
        yield from _mention(document, found.start(1), found[1].strip(), "ORG", None)


def _mention(document: Document, at: int, name: str, kind: EntityType, within: str | None) -> Iterator[Mention]:
    """Yield the mention at a position, if whole words stand there."""
    first, last = document.words_in(at, at + len(name))
    if first < last and document.span(first, last) == (at, at + len(name)):
        yield Mention(first, last, (at, at + len(name)), name, kind, within)
