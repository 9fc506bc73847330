"""Pairs of pages: those that an index proposes, aligned and measured."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from copydesk.copies.align import Alignment, align
from copydesk.copies.direction import direction
from copydesk.copies.events import facts, same_event
from copydesk.copies.index import Index
from copydesk.copies.relation import MADE, Measures, measure
from copydesk.copies.view import View

FEW: Final = 12
"""Pages of which all pairs are looked at."""
SHINGLES: Final = 2
FACTS: Final = 0.2
NEAR: Final = 4
"""Days between reports of one event."""


@dataclass(frozen=True)
class Pair:
    """Two pages, by id, the likelier parent first; `made` where one was made from the other, else the same event."""

    first: str
    second: str
    made: bool
    alignment: Alignment
    measures: Measures
    forward: float
    evidence: tuple[str, ...]


def pairs(views: Mapping[str, View]) -> list[Pair]:
    """Return the pairs of views of which one was made from the other or that tell of one event."""
    spread = Counter(key for view in views.values() for key in facts(view))
    found = []
    for one, other in _candidates(views):
        a, b = views[one], views[other]
        alignment = align(a, b)
        measures = measure(a, b, alignment)
        made = measures.probability >= MADE
        if not made and not (_near(a, b) and same_event(a, b, spread, len(views))):
            continue
        forward, evidence = direction(a, b, alignment, measures)
        if forward < 0.5 or (forward == 0.5 and measures.found < measures.held):
            one, other, a, b = other, one, b, a
            alignment = align(a, b)
            measures, forward = measure(a, b, alignment), 1 - forward
        found.append(Pair(one, other, made, alignment, measures, forward, evidence))
    return found


def _candidates(views: Mapping[str, View]) -> Sequence[tuple[str, str]]:
    if len(views) <= FEW:
        return list(combinations(views, 2))
    index = Index()
    proposed = index.add_many(view.record for view in views.values())
    return [
        (candidate.id, key)
        for key, candidates in zip(views, proposed, strict=True)
        for candidate in candidates
        if candidate.shingles >= SHINGLES or candidate.facts >= FACTS
    ]


def _near(a: View, b: View) -> bool:
    """Whether two pages were published within days of each other, or one of them does not say when."""
    days = []
    for view in (a, b):
        try:
            days.append(date.fromisoformat(view.record.published.value[:10] if view.record.published else ""))
        except ValueError:
            return True
    return abs((days[0] - days[1]).days) <= NEAR
