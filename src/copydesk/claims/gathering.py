"""Statements to groups that say the same: aligned inside a family, by weighted words, names and numbers across."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from copydesk.claims.statements import Statement

SAME_FAMILY: Final = 0.34
"""Similarity from which a sentence is its parent page's sentence. Set by hand on half of the newsroom's stories."""
ACROSS: Final = 0.42
"""Similarity from which sentences of two families say the same. Set by hand on half of the newsroom's stories."""
SUPPORTED: Final = 0.25
"""Similarity that is enough across families where one source says both. Set by hand, as those above."""
RARE: Final = 0.45
"""Weight of a figure that tells: it stands in few statements."""
COMMON: Final = 0.3
"""Weight from which a word is more than the story's own topic."""
MAX_CANDIDATES: Final = 60
"""Groups that a statement is compared with."""


@dataclass(slots=True, eq=False)
class Group:
    """Statements that say the same, and the words by which others are compared with them."""

    statements: list[Statement] = field(default_factory=list)


class Weights:
    """How much each stem tells: the inverse of the share of statements that have it (Spärck Jones 1972)."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Count the stems of some statements, one page of a family at a time."""
        counts = Counter(stem for one in statements for stem in one.stems)
        self._most = math.log(1 + len(statements))
        self._weights = {stem: math.log(1 + len(statements) / n) / self._most for stem, n in counts.items()}

    def of(self, stem: str) -> float:
        """Return the weight of a stem, 0 to 1."""
        return self._weights.get(stem, 1.0)

    def similarity(self, one: Statement, other: Statement) -> float:
        """Return how much two statements share: weighted words shared over the mean of both (Dice), 0 to 1."""
        shared = sum(self.of(stem) for stem in one.stems & other.stems)
        if not shared:
            return 0.0
        return 2 * shared / (sum(map(self.of, one.stems)) + sum(map(self.of, other.stems)))


def gather(pages: Sequence[Sequence[Statement]], parents: Mapping[str, str], family: Mapping[str, str]) -> list[Group]:
    """Return groups of statements that say the same.

    Args:
        pages: the statements of each page, the earliest page first, each page after its parent.
        parents: for a page that carries another page's text, that page.
        family: for each page, the family that it belongs to.
    """
    everything = [one for page in pages for one in page]
    weights = Weights(everything)
    groups: list[Group] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_page: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        for one in page:
            at = _home(one, groups, by_stem, by_page, weights, parents, family)
            if at is None:
                at = len(groups)
                groups.append(Group())
            groups[at].statements.append(one)
            by_page[one.page].append(at)
            for stem in one.stems:
                if not by_stem[stem] or by_stem[stem][-1] != at:
                    by_stem[stem].append(at)
    return groups


def _home(
    one: Statement,
    groups: Sequence[Group],
    by_stem: Mapping[str, list[int]],
    by_page: Mapping[str, list[int]],
    weights: Weights,
    parents: Mapping[str, str],
    family: Mapping[str, str],
) -> int | None:
    """Return the group that a statement belongs to, or None for a new one."""
    parent = parents.get(one.page)
    if parent is not None:
        best = _best(one, dict.fromkeys(by_page.get(parent, ())), groups, weights, lambda s: s.page == parent)
        if best and best[0] >= SAME_FAMILY:
            return best[1]
    scores: dict[int, float] = defaultdict(float)
    for stem in one.stems:
        places = by_stem.get(stem, ())
        if len(places) <= 200:
            for at in places:
                scores[at] += weights.of(stem)
    likely = dict.fromkeys(heapq.nlargest(MAX_CANDIDATES, scores, key=scores.__getitem__))
    best = _best(one, likely, groups, weights, lambda s: s.page != one.page and not _clash(one, s))
    if best:
        near = any(family.get(s.page) == family.get(one.page) for s in groups[best[1]].statements)
        if best[0] >= (SAME_FAMILY if near else ACROSS):
            return best[1]
    for at in likely:
        mates = [s for s in groups[at].statements if family.get(s.page) != family.get(one.page)]
        if any(_supported(one, s, weights) for s in mates):
            return at
    return None


def _best(
    one: Statement,
    likely: Iterable[int],
    groups: Sequence[Group],
    weights: Weights,
    fits: Callable[[Statement], bool],
) -> tuple[float, int] | None:
    """Return the similarity and number of the group whose fitting statements are nearest; None for none."""
    found: tuple[float, int] | None = None
    for at in likely:
        score = max((weights.similarity(one, s) for s in groups[at].statements if fits(s)), default=0.0)
        if score and (found is None or score > found[0]):
            found = (score, at)
    return found


def _supported(one: Statement, other: Statement, weights: Weights) -> bool:
    """Return whether two sentences of different wording share what identifies a fact: a rare figure, or one source.

    A figure counts with one more content word, a source (the same capitalised word or institution) with two.
    """
    if _clash(one, other):
        return False
    common = one.stems & other.stems
    figures = {n for n in one.numbers & other.numbers if weights.of(n) > RARE and (len(n) > 2 or "." in n)}
    others = {stem for stem in common - figures if weights.of(stem) > COMMON}
    if figures and others:
        return True
    sources = one.source & other.source
    return bool(sources) and len(others - sources) >= 2 and weights.similarity(one, other) >= SUPPORTED


def _clash(one: Statement, other: Statement) -> bool:
    """Return whether two statements count the same people otherwise: a later or an altered figure."""
    mine, theirs = one.tolls, other.tolls
    return any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())
