"""Statements to groups that say the same."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from copydesk.claims.likeness import Likeness, Stems
from copydesk.claims.sentence_alignment import OTHER_SOURCE, align_by_likeness, align_by_order, other_source
from copydesk.claims.statements import Statement

SAME: Final = 0.45
"""Likeness from which a statement joins a group: a wrong join gives a claim a wrong source, a missed one two lines."""
REPEATED: Final = 0.8
"""Share of words from which two sentences of one page are one: a caption, a summary that stands twice."""
MAX_CANDIDATES: Final = 40
"""Groups that a statement is compared with."""
MAX_EXAMPLES: Final = 4
"""Statements of a group that others are compared with: the first of each of so many families."""
MAX_PLACES: Final = 200
"""Groups that a stem may be in and still lead to candidates."""


@dataclass(slots=True, eq=False)
class Group:
    """Statements that say the same.

    Attributes:
        statements: the statements, in order of their pages.
        rest: sentences by which their speakers go on; none of them stands elsewhere on its own.
        examples: by family, the statements that others are compared with.
    """

    statements: list[Statement] = field(default_factory=list)
    rest: list[Statement] = field(default_factory=list)
    examples: dict[str, Statement] = field(default_factory=dict)

    def add(self, one: Statement, family: str) -> None:
        """Add a statement; the first of a family is an example."""
        self.statements.append(one)
        if len(self.examples) < MAX_EXAMPLES:
            self.examples.setdefault(family, one)


def gather(
    pages: Sequence[Sequence[Statement]],
    parents: Mapping[str, str],
    families: Mapping[str, str],
    weights: Mapping[str, float],
    translations: Collection[str] = (),
) -> list[Group]:
    """Return groups of statements that say the same.

    Args:
        pages: the statements of each page, the earliest page first, each page after its parent.
        parents: for a page that carries another page's text, that page.
        families: for each page, the family that it belongs to.
        weights: fitted weights of `Likeness`.
        translations: pages that carry their parent's text in another language.
    """
    stems = Stems([one for page in pages for one in page])
    likeness = Likeness(stems, parents, families, weights)
    groups: list[Group] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_page: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        above = by_page.get(parents.get(page[0].page, ""), {}) if page else {}
        aligned = align_by_likeness(
            page, above, likeness, lambda one, at: other_source(one, groups[at].examples.values())
        )
        if page and page[0].page in translations:
            aligned |= align_by_order(page, above, aligned)
        for one in page:
            at = aligned.get(one)
            if at is None:
                at = _home(one, groups, _candidates(one, by_stem, stems), likeness)
            if at is None:
                at = len(groups)
                groups.append(Group())
            groups[at].add(one, families.get(one.page, one.page))
            by_page[one.page][at].append(one)
            for stem in one.stems:
                if not by_stem[stem] or by_stem[stem][-1] != at:
                    by_stem[stem].append(at)
    return _folded(groups)


def _folded(groups: Sequence[Group]) -> list[Group]:
    """Return groups without those that only go on with what the same speaker says in another: these become its rest."""
    home = {(one.page, one.number): at for at, group in enumerate(groups) for one in group.statements}
    into: dict[int, int] = {}
    for at, group in enumerate(groups):
        if all(one.context or one.resumed for one in group.statements):
            before = {home.get((one.page, one.number - 1)) for one in group.statements}
            target = before.pop() if len(before) == 1 else None
            if target is not None and target < at:
                into[at] = into.get(target, target)
    for at, target in into.items():
        groups[target].rest += groups[at].statements
    return [group for at, group in enumerate(groups) if at not in into]


def _candidates(one: Statement, by_stem: Mapping[str, list[int]], stems: Stems) -> Iterable[int]:
    """Return numbers of the groups that share most with a statement, of equal ones the first."""
    scores: dict[int, float] = defaultdict(float)
    for stem in sorted(one.stems):  # floats are added in one order, whatever the hash seed
        places = by_stem.get(stem, ())
        if len(places) <= MAX_PLACES:
            for at in places:
                scores[at] += stems.of(stem)
    return heapq.nlargest(MAX_CANDIDATES, scores, key=lambda at: (scores[at], -at))


def _home(one: Statement, groups: Sequence[Group], candidates: Iterable[int], likeness: Likeness) -> int | None:
    """Return the number of the group that a statement belongs to, or None for a new one.

    A group counts by its best example, and by the next two, so that one odd sentence does not draw others in. Two
    tolls that differ are two claims.
    """
    best: tuple[float, int] | None = None
    for at in candidates:
        others = (s for s in groups[at].examples.values() if _comparable(one, s))
        scores = sorted((likeness.of(one, s) for s in others if not clash(one, s)), reverse=True)[:3]
        if scores:
            first, *rest = scores
            score = (first + sum(rest) / len(rest)) / 2 if rest else first
            if score >= (OTHER_SOURCE if other_source(one, groups[at].examples.values()) else SAME) and (
                best is None or score > best[0]
            ):
                best = (score, at)
    return best[1] if best else None


def _comparable(one: Statement, other: Statement) -> bool:
    """Return whether two statements may be one: they share words; on one page, nearly all of them."""
    shared = len(one.stems & other.stems)
    return shared > 0 and (one.page != other.page or shared >= REPEATED * max(len(one.stems), len(other.stems)))


def clash(one: Statement, other: Statement) -> bool:
    """Return whether two statements count the same people otherwise: a later or an altered figure."""
    mine, theirs = one.tolls, other.tolls
    return any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())
