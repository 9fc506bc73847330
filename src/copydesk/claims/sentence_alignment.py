"""The sentences of a copy aligned with those of the page that it carries: which says which."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from copydesk.claims.likeness import Likeness
from copydesk.claims.statements import Statement

OTHER_SOURCE: Final = 0.55
"""Likeness that is asked where another source is told: else a claim gets an origin too many."""
COPIED: Final = 0.3
"""Likeness that is enough for a copy's sentence and its parent's where each is the other's best."""
RETOLD: Final = 0.05
"""Likeness that is enough where they share two names or figures, too: rewritings and translations keep these."""
NEAR: Final = 0.3
"""How far apart on their pages two such sentences may stand, as a share of the page."""
MOST_BETWEEN: Final = 2
"""Sentences between two aligned ones that a translation's order alone aligns: of more, one may have been left out."""
LENGTHS: Final = 2.5
"""How many times as many content words a sentence may have as its translation (and two more)."""

Above = Mapping[int, Sequence[Statement]]
"""The statements of a parent page by the number of their group."""


def align_by_likeness(
    page: Sequence[Statement], above: Above, likeness: Likeness, strange: Callable[[Statement, int], bool]
) -> dict[Statement, int]:
    """Return the groups of a copy's sentences aligned with sentences of its parent: each is the other's best.

    Their figures may differ: then the copy altered them.

    Args:
        page: the statements of a page.
        above: the statements of its parent page; empty where it copies none.
        likeness: of two statements.
        strange: whether a group has a source that is not a statement's.
    """
    best: dict[Statement, tuple[float, int, Statement]] = {}
    back: dict[Statement, tuple[float, Statement]] = {}
    for at, others in above.items():
        for other in others:
            for one in page:
                if one.stems & other.stems:
                    score = likeness.of(one, other)
                    if score > best.get(one, (RETOLD,))[0]:
                        best[one] = (score, at, other)
                    if score > back.get(other, (RETOLD,))[0]:
                        back[other] = (score, one)
    aligned = {}
    for one, (score, at, other) in best.items():
        mutual = back[other][1] is one and abs(one.depth - other.depth) <= NEAR
        enough = score >= COPIED or _facts(one, other) > 1
        if mutual and enough and (score >= OTHER_SOURCE or not strange(one, at)):
            aligned[one] = at
    return aligned


def align_by_order(page: Sequence[Statement], above: Above, aligned: Mapping[Statement, int]) -> dict[Statement, int]:
    """Return the groups of a translation's sentences that stand between aligned ones, as many as in its parent there.

    Translations share few words with their original but keep the order and the length of its sentences (Gale and Church
    1993).

    Args:
        page: the statements of a translation, in order.
        above: the statements of its parent page.
        aligned: the groups of those that are aligned already.
    """
    parent = sorted((other.number, at, other) for at, others in above.items() for other in others)
    places = {at: place for place, (_, at, _) in reversed(list(enumerate(parent)))}
    anchors = _rising([(number, places[aligned[one]]) for number, one in enumerate(page) if one in aligned])
    found = {}
    for (start, first), (end, last) in zip([(-1, -1), *anchors], anchors, strict=False):
        mine = [page[number] for number in range(start + 1, end) if page[number] not in aligned]
        theirs = [row for row in parent[first + 1 : last] if row[1] not in aligned.values()]
        if len(mine) == len(theirs) <= MOST_BETWEEN:
            for one, (_, at, other) in zip(mine, theirs, strict=True):
                if _as_long(one, other):
                    found[one] = at
    return found


def other_source(one: Statement, others: Iterable[Statement]) -> bool:
    """Return whether some statements have a source that is not a statement's: by the words that tell sources apart."""
    sources = [s.source for s in others if s.source and s.speaker]
    return bool(one.source and one.speaker) and any(not one.source & other for other in sources)


def _facts(one: Statement, other: Statement) -> int:
    """Return how many names and figures two statements share."""
    return len((one.names | one.numbers) & (other.names | other.numbers))


def _as_long(one: Statement, other: Statement) -> bool:
    fewer, more = sorted((len(one.stems), len(other.stems)))
    return more <= LENGTHS * fewer + 2


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second halves rise; the first halves do already."""
    lows: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(lows, place)
        before.append(ends[at - 1] if at else None)
        lows[at : at + 1] = [place]
        ends[at : at + 1] = [number]
    chain = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]
