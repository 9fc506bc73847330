"""The authors of a page with markup: candidates from all signals are weighed against each other, the best one taken."""

from typing import Final

from copydesk.articles.markup.author_candidates import AuthorCandidate, Signal, candidates
from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata
from copydesk.articles.masthead.byline import completed
from copydesk.articles.masthead.keys import title_key
from copydesk.records import Author

WEIGHTS: Final[dict[Signal, float]] = {
    "byline": 5.0,
    "json-ld": 4.5,
    "meta": 4.0,
    "marked": 3.8,
    "card": 3.4,
    "link": 3.4,
    "dated": 3.2,
    "beside": 3.0,
    "foot": 2.8,
    "label": 2.6,
    "below": 2.4,
    "words": 1.6,
}
"""How far the names that each signal gives are believed."""
_NOT_A_PERSON: Final = 2.2  # what a candidate that is no person's name is worth less
_THE_SITE: Final = 2.0  # and one that is the site's name
_AGREED: Final = 0.8  # what it is worth more that another signal names the same persons, each
_SEEN: Final = 0.8  # and that the page shows the name which its metadata declare
_CLOSE, _NEXT = 0.8, 4  # what it is worth more to stand so few blocks from the headline
_FAR: Final = 0.02  # what each block from the headline is worth less
_IN_METADATA: Final = frozenset(("json-ld", "meta", "card"))


def authors(page: Blocks, metadata: Metadata, heads: list[int], publisher: str | None) -> tuple[Author, ...]:
    """Return who wrote the page's story; empty where nothing names anybody.

    Bylines on the page, JSON-LD, meta elements, links to authors' pages, class names and lines at the foot each give a
    candidate. Signals that agree bear each other out; a person's name is worth more than another, the site's least.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        heads: the blocks that print the headline.
        publisher: who publishes it, where known; no author.
    """
    found = candidates(page, metadata, heads)
    if not found:
        return ()
    site = {title_key(name) for name in (publisher, metadata.first("og:site_name")) if name}
    keys = [frozenset(title_key(author.name) for author in candidate.authors) for candidate in found]
    joined = "\n".join(page.texts)
    scores = [_score(candidate, number, found, keys, site, joined) for number, candidate in enumerate(found)]
    best = max(range(len(found)), key=lambda number: scores[number])
    chosen = found[best].authors
    for candidate in found:  # content systems often declare the first of several authors only
        longer = (
            len(candidate.authors) > len(chosen) and candidate.persons and candidate.signal in ("byline", "json-ld")
        )
        if longer and all(_overlap((one,), candidate.authors) for one in chosen):
            chosen = candidate.authors
    return _with_details(chosen, tuple(author for candidate in found for author in candidate.authors))


def _score(
    candidate: AuthorCandidate,
    number: int,
    found: list[AuthorCandidate],
    keys: list[frozenset[str]],
    site: set[str],
    shown: str,
) -> float:
    """Return how far a candidate is believed."""
    score = WEIGHTS[candidate.signal]
    if candidate.signal in _IN_METADATA:
        score += _SEEN * (candidate.authors[0].name in shown)
    else:
        score += _CLOSE * (candidate.away <= _NEXT) - _FAR * min(candidate.away, 60)
    score -= _NOT_A_PERSON * (not candidate.persons)
    score -= _THE_SITE * bool(keys[number] & site)
    agreed = {
        other.signal
        for place, other in enumerate(found)
        if place != number and other.signal != candidate.signal and keys[place] & keys[number]
    }
    return score + _AGREED * min(len(agreed), 3)


def _overlap(some: tuple[Author, ...], others: tuple[Author, ...]) -> bool:
    pairs = ((title_key(a.name), title_key(b.name)) for a in some for b in others)
    return any(one in other or other in one for one, other in pairs)


def _with_details(chosen: tuple[Author, ...], others: tuple[Author, ...]) -> tuple[Author, ...]:
    """Add what only the others say of the same persons: their places, roles and organizations."""
    merged = []
    for author in chosen:
        for other in others:
            if title_key(other.name) == title_key(author.name):
                author = completed(author, role=other.role, place=other.place, organization=other.organization)
        merged.append(author)
    return tuple(merged)
