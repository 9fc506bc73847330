"""Names inside names: where what a page names on its own is named within the whole name of another.

"Manchester" in "Manchester United" is a nested mention of the town, if the page has the town. A place that stands only
inside an organization's name is no entity: the page says nothing of the place.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention
from copydesk.records import Span

_OUTER = frozenset(("ORG", "EVENT", "WORK", "PRODUCT", "PLACE"))
INNER = frozenset(("PLACE", "ORG", "PERSON", "NORP"))
"""Types of names that are noted inside others."""


def nested_in(document: Document, mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    """Return where the page's names stand inside other names, by their own wording."""
    words = document.words()
    listed = list(mentions)
    own: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for wording in {tuple(words[m.start : m.end]) for m in listed if m.type in INNER}:
        if wording[0][0].isupper():
            own[wording[0]].append(wording)
    found: dict[str, list[Span]] = defaultdict(list)
    for outer in listed:
        if outer.type in _OUTER and outer.end - outer.start > 1:
            for start, end in _inner(words, outer, own):
                span = document.span(start, end)
                found[" ".join(document.text[slice(*span)].split())].append(span)
    return found


def _inner(words: Sequence[str], outer: Mention, own: dict[str, list[tuple[str, ...]]]) -> Iterable[tuple[int, int]]:
    """Yield the longest names inside one, from left to right."""
    at = outer.start
    while at < outer.end:
        ends = [
            at + len(wording) for wording in own.get(words[at], ()) if tuple(words[at : at + len(wording)]) == wording
        ]
        inside = [end for end in ends if end <= outer.end and (at, end) != (outer.start, outer.end)]
        if inside:
            yield at, max(inside)
        at = max(inside, default=at + 1)
