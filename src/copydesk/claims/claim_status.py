"""How claims stand to each other: a later figure in place of an earlier one, a denial, another figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.claims.likeness import Stems
from copydesk.claims.statements import Statement
from copydesk.records import ClaimStatus, Record

_DENIED = 0.6
"""Share (by weight) of the words of what is denied that another claim must have for the denial to be of it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a claim, which claims (by number) deny it, and whose figure it replaces."""

    status: ClaimStatus = "stands"
    denied_by: tuple[int, ...] = ()
    supersedes: int | None = None


def standings(groups: Sequence[Sequence[Statement]], records: Mapping[str, Record], stems: Stems) -> list[Standing]:
    """Return the standing of each claim among the others of its story.

    A claim is superseded where a later page counts the same people higher or lower; denied where an attribution that
    denies or negates speaks of the same words; disputed where pages of one time give another figure.
    """
    status: list[ClaimStatus] = ["stands"] * len(groups)
    denied: list[list[int]] = [[] for _ in groups]
    replaces: list[int | None] = [None] * len(groups)
    for later, group in enumerate(groups):
        for earlier, other in enumerate(groups):
            if earlier == later:
                continue
            if _denies(group, other, stems):
                denied[earlier].append(later)
                status[earlier] = "denied"
            elif (relation := _figures(group, other, records)) == "superseded":
                status[earlier] = "superseded" if status[earlier] == "stands" else status[earlier]
                replaces[later] = earlier
            elif relation == "disputed" and status[earlier] == "stands":
                status[earlier] = "disputed"
    return [Standing(s, tuple(d), r) for s, d, r in zip(status, denied, replaces, strict=True)]


def _denies(one: Sequence[Statement], other: Sequence[Statement], stems: Stems) -> bool:
    """Return whether a claim is the denial of another: a denying cue, another source, and what is denied is the other.

    "Denied that the doors were locked" denies a claim with doors and locked; "denied any part in it" denies none that
    can be told. A claim that itself says no is not denied by another that does.
    """
    denying = [s for s in one if s.attribution and not s.context and s.attribution.cue.stance == "deny"]
    asserted = [s for s in other if not s.negated]
    if not denying or not asserted:
        return False
    mine = frozenset().union(*(s.source for s in denying))
    theirs = frozenset().union(*(s.source for s in other))
    if mine & theirs:
        return False
    return any(_covers(b.stems, a.content - a.source, stems) for a in denying for b in asserted)


def _covers(words: frozenset[str], content: frozenset[str], stems: Stems) -> bool:
    total = sum(map(stems.of, content))
    return len(content) > 1 and sum(map(stems.of, words & content)) >= _DENIED * total


def _figures(one: Sequence[Statement], other: Sequence[Statement], records: Mapping[str, Record]) -> str | None:
    """Return whether a claim's toll stands in place of another's (`superseded`), beside it (`disputed`), or neither."""
    mine, theirs = _tolls(one), _tolls(other)
    for kind in mine.keys() & theirs.keys():
        if mine[kind] == theirs[kind]:
            continue
        first, second = _first_seen(other, records), _first_seen(one, records)
        if first and second and first != second:
            return "superseded" if first < second else None
        return "disputed"
    return None


def _tolls(found: Sequence[Statement]) -> dict[str, tuple[float, float]]:
    out: dict[str, tuple[float, float]] = {}
    for one in found:
        for kind, value in one.tolls.items():
            out.setdefault(kind, value)
    return out


def _first_seen(found: Sequence[Statement], records: Mapping[str, Record]) -> str | None:
    days = [day for s in found if (day := records[s.page].told)]
    return min(days, default=None)
