"""Pairs of pages: those that an index proposes, aligned and measured."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

import numpy as np

from copydesk.copies.changes.alterations import alterations
from copydesk.copies.pairing.direction import UNSURE, direction
from copydesk.copies.pairing.relation import MADE, Measures, measure
from copydesk.copies.pairing.versions import FEWEST, MOST, chances, grown, restored
from copydesk.copies.search.index import Index
from copydesk.copies.texts.align import Alignment, align
from copydesk.copies.texts.facts import facts, same_event
from copydesk.copies.texts.view import View
from copydesk.copies.types import Alteration

FEW: Final = 12
"""Pages of which all pairs are looked at."""
SHINGLES: Final = 2
FACTS: Final = 0.2
NEAR: Final = 4
"""Days between reports of one event."""


class Laid:
    """Two views laid beside each other; what the second altered of the first is found when first asked for."""

    __slots__ = ("_altered", "alignment", "measures")

    def __init__(self, a: View, b: View) -> None:
        self.alignment = align(a, b)
        self.measures = measure(a, b, self.alignment)
        self._altered: tuple[Alteration, ...] | None = None

    def altered(self, a: View, b: View) -> tuple[Alteration, ...]:
        """Return what `b` changed of `a`, the views that were laid."""
        if self._altered is None:
            self._altered = alterations(a, b, self.alignment)
        return self._altered


@dataclass(frozen=True)
class Pair:
    """Two pages, by id, the likelier parent first; `made` where one was made from the other, else the same event.

    `known` where credits or times give the direction.
    """

    first: str
    second: str
    made: bool
    laid: Laid
    forward: float
    evidence: tuple[str, ...]
    known: bool

    @property
    def alignment(self) -> Alignment:
        """Which sentences of the two are the same."""
        return self.laid.alignment

    @property
    def measures(self) -> Measures:
        """What the alignment shows."""
        return self.laid.measures


def pairs(views: Mapping[str, View], lay: Callable[[View, View], Laid] = Laid) -> list[Pair]:
    """Return the pairs of views of which one was made from the other or that tell of one event.

    Args:
        views: by id, the earlier first.
        lay: lays two views beside each other; another than the plain one may remember those it laid before.
    """
    if len(views) < 2:
        return []
    spread = Counter(key for view in views.values() for key in facts(view))
    found = []
    for one, other in _candidates(views):
        a, b = views[one], views[other]
        laid = lay(a, b)
        made = laid.measures.probability >= MADE
        if not made and not (_near(a, b) and same_event(a, b, spread, len(views))):
            continue
        forward, evidence, known = direction(a, b, laid.alignment)
        if forward < 0.5 or (forward == 0.5 and laid.measures.found < laid.measures.held):
            one, other, laid, forward = other, one, lay(b, a), 1 - forward
        found.append(Pair(one, other, made, laid, forward, evidence, known))
    return _in_order(views, found, lay)


def _in_order(views: Mapping[str, View], found: list[Pair], lay: Callable[[View, View], Laid]) -> list[Pair]:
    """Return the pairs, those turned round whose direction the other versions of a page show to be the other one."""
    turned = {}
    for pages in _parts(found):
        own = [pair for pair in found if pair.made and pair.first in pages]
        if not FEWEST <= len(pages) <= MOST or any(pair.known for pair in own):
            continue
        back = restored([views[key] for key in pages])
        if not grown(back):
            continue
        place = {key: number for number, key in enumerate(pages)}
        odds = np.zeros((len(pages), len(pages)))
        for pair in own:
            i, j = place[pair.first], place[pair.second]
            odds[i, j] = math.log(pair.forward / (1 - pair.forward))
            odds[j, i] = -odds[i, j]
        chance = chances(odds, back)
        for pair in own:
            forward = float(chance[place[pair.first], place[pair.second]])
            turned[pair.first, pair.second] = _turned(views, pair, forward, lay)
    return [turned.get((pair.first, pair.second), pair) for pair in found]


def _turned(views: Mapping[str, View], pair: Pair, forward: float, lay: Callable[[View, View], Laid]) -> Pair:
    evidence = ("by the order in which least was left out and put back",) if abs(forward - 0.5) > UNSURE else ()
    if forward >= 0.5:
        return replace(pair, forward=forward, evidence=evidence)
    laid = lay(views[pair.second], views[pair.first])
    return replace(pair, first=pair.second, second=pair.first, laid=laid, forward=1 - forward, evidence=evidence)


def _parts(found: list[Pair]) -> list[list[str]]:
    """Return the pages that copying joins."""
    parts: dict[str, list[str]] = {}
    for pair in found:
        if pair.made:
            one, other = (parts.setdefault(key, [key]) for key in (pair.first, pair.second))
            if one is not other:
                one += other
                parts |= dict.fromkeys(other, one)
    return list({id(part): part for part in parts.values()}.values())


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
            days.append(date.fromisoformat((view.record.told or "")[:10]))
        except ValueError:
            return True
    return abs((days[0] - days[1]).days) <= NEAR
