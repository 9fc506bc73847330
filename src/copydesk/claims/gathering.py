"""Statements to groups that say the same."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from copydesk.claims.likeness import Likeness, Stems
from copydesk.claims.statements import Statement

SAME: Final = 0.45
"""Likeness from which a statement joins a group: a wrong join gives a claim a wrong source, a missed one two lines."""
OTHER_SOURCE: Final = 0.55
"""Likeness that is asked where a group has another source: else a claim gets an origin too many."""
COPIED: Final = 0.3
"""Likeness that is enough for a copy's sentence and its parent's where each is the other's best."""
RETOLD: Final = 0.05
"""Likeness that is enough where they share two names or figures, too: rewritings and translations keep these."""
NEAR: Final = 0.3
"""How far apart on their pages two such sentences may stand, as a share of the page."""
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
) -> list[Group]:
    """Return groups of statements that say the same.

    Args:
        pages: the statements of each page, the earliest page first, each page after its parent.
        parents: for a page that carries another page's text, that page.
        families: for each page, the family that it belongs to.
        weights: fitted weights of `Likeness`.
    """
    stems = Stems([one for page in pages for one in page])
    likeness = Likeness(stems, parents, families, weights)
    groups: list[Group] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    by_page: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        above = by_page.get(parents.get(page[0].page, ""), {}) if page else {}
        laid = _laid(page, above, groups, likeness)
        for one in page:
            at = laid.get(one)
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


def _laid(
    page: Sequence[Statement],
    above: Mapping[int, Sequence[Statement]],
    groups: Sequence[Group],
    likeness: Likeness,
) -> dict[Statement, int]:
    """Return the groups of a copy's sentences that lie on sentences of its parent: each is the other's best.

    Their figures may differ: then the copy altered them.

    Args:
        page: the statements of a page.
        above: the statements of its parent page by the number of their group; empty where it copies none.
        groups: the groups so far.
        likeness: of two statements.
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
    laid = {}
    for one, (score, at, other) in best.items():
        mutual = back[other][1] is one and abs(one.depth - other.depth) <= NEAR
        enough = score >= COPIED or _facts(one, other) > 1
        if mutual and enough and (score >= OTHER_SOURCE or not _other_source(one, groups[at])):
            laid[one] = at
    return laid


def _facts(one: Statement, other: Statement) -> int:
    """Return how many names and figures two statements share."""
    return len((one.names | one.numbers) & (other.names | other.numbers))


def _candidates(one: Statement, by_stem: Mapping[str, list[int]], stems: Stems) -> Iterable[int]:
    """Return numbers of the groups that share most with a statement."""
    scores: dict[int, float] = defaultdict(float)
    for stem in one.stems:
        places = by_stem.get(stem, ())
        if len(places) <= MAX_PLACES:
            for at in places:
                scores[at] += stems.of(stem)
    return heapq.nlargest(MAX_CANDIDATES, scores, key=scores.__getitem__)


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
            if score >= (OTHER_SOURCE if _other_source(one, groups[at]) else SAME) and (
                best is None or score > best[0]
            ):
                best = (score, at)
    return best[1] if best else None


def _comparable(one: Statement, other: Statement) -> bool:
    """Return whether two statements may be one: they share words; on one page, nearly all of them."""
    shared = len(one.stems & other.stems)
    return shared > 0 and (one.page != other.page or shared >= REPEATED * max(len(one.stems), len(other.stems)))


def _other_source(one: Statement, group: Group) -> bool:
    """Return whether a group has a source that is not a statement's: by the words that tell sources apart."""
    others = [s.source for s in group.examples.values() if s.source and s.speaker]
    return bool(one.source and one.speaker) and any(not one.source & other for other in others)


def clash(one: Statement, other: Statement) -> bool:
    """Return whether two statements count the same people otherwise: a later or an altered figure."""
    mine, theirs = one.tolls, other.tolls
    return any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())
