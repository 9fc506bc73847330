"""Groups of statements that say the same in other words joined: a second look, group against group.

A sentence that found no home when it was read often has one once all others have theirs: what all sentences of a group
say, and on which pages, tells more than any one of them.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from copydesk.claims.gathering import MAX_PLACES, Group, clash
from copydesk.claims.likeness import Likeness, Stems, log_odds
from copydesk.claims.sentence_alignment import other_source
from copydesk.claims.statements import Statement

JOINED: Final = 0.25
"""Chance from which two groups are joined: lower than for statements, as few pairs of groups are one at all."""
LEAST_LIKE: Final = 0.3
"""Likeness that two of their statements have at least: a shared topic and a shared source make no claim."""
BOTH_ON: Final = 0.5
"""Share of a group's pages that have another group, too, from which the two are two things: pages say a thing once."""
MAX_COMPARED: Final = 10
"""Groups that a group is compared with: those whose words are most like its."""
MAX_READ: Final = 8
"""Statements of a group that are compared: the first, of equal ones one."""
TRAITS: Final = ("likest", "words", "other figures", "words of one source", "common pages", "a common page")
"""What speaks for or against two groups being one, in the order of `GroupLikeness.traits`."""


@dataclass(frozen=True, slots=True)
class _View:
    """A group as it is compared: statements to read, share of its statements that have each stem, their sum."""

    read: tuple[Statement, ...]
    shares: Mapping[str, float]
    total: float
    numbers: frozenset[str]
    sources: frozenset[str]
    pages: frozenset[str]


class GroupLikeness:
    """How alike the groups of a story are, two by two."""

    def __init__(self, groups: Sequence[Group], stems: Stems, likeness: Likeness) -> None:
        """Take groups, how much each stem tells, and the likeness of statements."""
        self._groups, self._stems, self._likeness = groups, stems, likeness
        self._views = [self._view(group) for group in groups]

    def pairs(self) -> list[tuple[int, int]]:
        """Return the numbers of groups that may be one, in order: those whose words are most alike."""
        by_stem: dict[str, list[int]] = defaultdict(list)
        for at, view in enumerate(self._views):
            for stem in view.shares:
                by_stem[stem].append(at)
        found: set[tuple[int, int]] = set()
        for at, view in enumerate(self._views):
            shared: dict[int, float] = defaultdict(float)
            for stem in sorted(view.shares):  # floats are added in one order, whatever the hash seed
                places = by_stem[stem]
                for other in places if len(places) <= MAX_PLACES else ():
                    if other != at:
                        shared[other] += self._stems.of(stem) * min(view.shares[stem], self._views[other].shares[stem])
            score = {other: 2 * value / (view.total + self._views[other].total) for other, value in shared.items()}
            nearest = heapq.nlargest(MAX_COMPARED, score, key=lambda other: (score[other], -other))
            found.update((min(at, other), max(at, other)) for other in nearest)
        return sorted(pair for pair in found if not self.clash(*pair))

    def traits(self, one: int, other: int) -> tuple[float, ...]:
        """Return what speaks for or against two groups being one, by the names in `TRAITS`."""
        mine, theirs = self._views[one], self._views[other]
        common = sorted(mine.shares.keys() & theirs.shares.keys())
        shared = math.fsum(self._stems.of(stem) * min(mine.shares[stem], theirs.shares[stem]) for stem in common)
        words = 2 * shared / (mine.total + theirs.total)
        both = len(mine.pages & theirs.pages)
        return (
            log_odds(self.likest(one, other)),
            words,
            float(bool(mine.numbers and theirs.numbers and not mine.numbers & theirs.numbers)),
            words * bool(mine.sources & theirs.sources),
            both / min(len(mine.pages), len(theirs.pages)),
            float(both > 0),
        )

    def likest(self, one: int, other: int) -> float:
        """Return the likeness of the two statements of two groups that are most alike."""
        return max(self._likeness.of(a, b) for a in self._views[one].read for b in self._views[other].read)

    def clash(self, one: int, other: int) -> bool:
        """Return whether two groups count the same people otherwise."""
        return any(clash(a, b) for a in self._views[one].read for b in self._views[other].read)

    def beside(self, one: int, other: int) -> bool:
        """Return whether `BOTH_ON` of the pages of one of two groups have the other, too."""
        mine, theirs = self._views[one].pages, self._views[other].pages
        return len(mine & theirs) >= BOTH_ON * min(len(mine), len(theirs))

    def apart(self, pair: tuple[int, int]) -> bool:
        """Return whether two groups are two things: by their tolls, their sources or their pages."""
        return self.clash(*pair) or self.strange(*pair) or self.beside(*pair)

    def strange(self, one: int, other: int) -> bool:
        """Return whether a group has a source that is not the other's."""
        mine, theirs = self._views[one].read, self._views[other].read
        return any(other_source(a, theirs) for a in mine)

    def _view(self, group: Group) -> _View:
        read: dict[frozenset[str], Statement] = {}
        for one in group.statements:
            if len(read) < MAX_READ:
                read.setdefault(one.stems, one)
        counts = Counter(stem for one in group.statements for stem in one.stems)
        shares = {stem: counts[stem] / len(group.statements) for stem in sorted(counts)}
        return _View(
            read=tuple(read.values()),
            shares=shares,
            total=math.fsum(self._stems.of(stem) * share for stem, share in shares.items()),
            numbers=frozenset().union(*(one.numbers for one in group.statements)),
            sources=frozenset().union(*(one.source for one in group.statements)),
            pages=frozenset(one.page for one in group.statements),
        )


def join(
    groups: Sequence[Group], order: Sequence[str], stems: Stems, likeness: Likeness, weights: Mapping[str, float]
) -> list[Group]:
    """Return groups of which those that are likely one are joined, the likeliest first.

    With a third, two that are joined already have the mean of both chances. Groups that are `apart` are never joined,
    nor are others to them through a third.

    Args:
        groups: the groups of a story.
        order: the ids of its pages, in the order in which they are read.
        stems: how much each stem of the story tells.
        likeness: of two statements.
        weights: fitted weights by the names in `TRAITS`, with `bias`.
    """
    known = GroupLikeness(groups, stems, likeness)
    likely = [pair for pair in known.pairs() if known.likest(*pair) >= LEAST_LIKE]
    chances = {pair: chance(known.traits(*pair), weights) for pair in likely}
    members = {at: [at] for at in range(len(groups))}
    home = list(range(len(groups)))
    for (a, b), _ in sorted(chances.items(), key=lambda row: (-row[1], row[0])):
        one, other = sorted((home[a], home[b]))
        between = [(min(x, y), max(x, y)) for x in members[one] for y in members[other]]
        if one == other or any(map(known.apart, between)):
            continue
        if math.fsum(chances.get(pair, 0.0) for pair in between) >= JOINED * len(between):
            members[one] += members.pop(other)
            for at in members[one]:
                home[at] = one
    place = {page: number for number, page in enumerate(order)}
    return [_one([groups[at] for at in sorted(members[one])], place) for one in sorted(members)]


def chance(traits: Sequence[float], weights: Mapping[str, float]) -> float:
    """Return how likely two groups with some traits are one, 0 to 1."""
    total = weights["bias"] + sum(weights[name] * value for name, value in zip(TRAITS, traits, strict=True))
    return 1 / (1 + math.exp(-total))


def _one(groups: Sequence[Group], place: Mapping[str, int]) -> Group:
    """Return several groups as one, its statements in the order of their pages."""
    if len(groups) == 1:
        return groups[0]
    found = sorted((s for group in groups for s in group.statements), key=lambda s: (place[s.page], s.number))
    rest = [s for group in groups for s in group.rest]
    return Group(found, rest, groups[0].examples)
