"""Names inside names: where a place, a person or an organization is named within the whole name of another.

A name that the page also has on its own is nested where its words stand inside a longer one ("Manchester" in
"Manchester United"). A place that stands only there is an entity without mentions of its own, and without a position:
that a ministry is called after a town does not put the story there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.gazetteer import candidates, key
from copydesk.records import Span

_OUTER = frozenset(("ORG", "EVENT", "WORK", "PRODUCT", "PLACE"))
INNER = frozenset(("PLACE", "ORG", "PERSON", "NORP"))
"""Types of names that are noted inside others."""
_LONGEST = 4
_KNOWN = 300_000
"""A place of at least so many people is known by its name alone."""


def nested_in(document: Document, mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    """Return where the page's names stand inside other names, by their own wording; places known at large, too."""
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
        if outer.type in ("ORG", "EVENT") and words[at][0].isupper():
            ends += [end for end in range(at + 1, min(at + _LONGEST, outer.end) + 1) if known(" ".join(words[at:end]))]
        inside = [end for end in ends if end <= outer.end and (at, end) != (outer.start, outer.end)]
        if inside:
            yield at, max(inside)
        at = max(inside, default=at + 1)


@lru_cache(maxsize=10_000)
def known(name: str) -> bool:
    """Return whether a name is surely one of a country, a division or a city of some size."""
    exact = [place for place in candidates(name) if place.exact and key(place.place.name) == key(name)]
    return any(place.level != "city" or place.population >= _KNOWN for place in exact)
