"""Which groups of statements are claims that a desk would list: a fitted weight for each trait of a group."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from copydesk.claims.descent import Descent
from copydesk.claims.gathering import Group
from copydesk.claims.likeness import Stems, log_odds
from copydesk.claims.statements import Statement, stems_of
from copydesk.records import Record

_STRONG: Final = {"deny", "promise", "demand", "predict"}
TOLD: Final = ("salience", "beside")
"""What tells whether a group is listed among the others of its story: the log-odds of its salience, and the largest
share of its sentences that stand beside sentences of one more salient group."""
_COUNTED: Final = ("count", "money", "share", "votes", "length", "weight", "other")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a group is weighed against: the pages of its story, their headlines, how much each stem tells."""

    chain: Descent
    headlines: Mapping[str, frozenset[str]]
    stems: Stems

    @classmethod
    def of(cls, chain: Descent, records: Mapping[str, Record], stems: Stems) -> "Setting":
        """Return the setting of a story's groups."""
        return cls(chain, {page: stems_of(records[page].headline or "") for page in chain.order}, stems)

    def headline_share(self, headline: frozenset[str], found: Sequence[Statement]) -> float:
        """Return how much of a headline some statements say, 0 to 1."""
        total = sum(map(self.stems.of, headline))
        return max(sum(map(self.stems.of, headline & one.stems)) for one in found) / total if total else 0.0


def traits(group: Group, setting: Setting) -> dict[str, float]:
    """Return what speaks for or against a group as a claim, by name."""
    found = group.statements
    pages, families, parents = len(setting.chain.order), setting.chain.families, setting.chain.parents
    own = [one for one in found if one.page not in parents] or found
    said = [one.attribution for one in found if one.attribution and not one.context]
    on = {one.page for one in found}
    reporting = {families.get(one.page, one.page) for one in found}
    sourced = {families.get(one.page, one.page) for one in found if one.attribution and not one.context}
    kinds = {q.kind for one in found for q in one.quantities}
    heads = [setting.headline_share(headline, found) for headline in setting.headlines.values()]
    return {
        "share of pages": len(on) / pages,
        "several families": float(len(reporting) > 1),
        "families": math.log(len(reporting)),
        "share of families": len(reporting) / max(1, len(set(families.values()))),
        "one page": float(len(on) == 1),
        "lead": float(min(one.number for one in own) == 0),
        "lead of several": sum(one.number == 0 for one in own) / len(own),
        "depth": min(one.depth for one in own),
        "attributed": len([one for one in own if one.attribution and not one.context]) / len(own),
        "in context": len([one for one in own if one.context]) / len(own),
        "direct": float(any(a.content.speech == "direct" for a in said)),
        "mixed": float(any(a.content.speech == "mixed" for a in said)),
        "indirect": float(any(a.content.speech == "indirect" for a in said)),
        "named person": float(any(a.source.kind == "named-person" for a in said)),
        "named organization": float(any(a.source.kind == "named-organization" for a in said)),
        "unnamed": float(any(a.source.kind.startswith("anonymous") for a in said)),
        "newsroom saw it": float(any(a.source.kind == "own" for a in said)),
        "told somebody": float(any(a.told for a in said)),
        "through somebody": float(any(a.via for a in said)),
        "strong stance": float(any(a.cue.stance in _STRONG for a in said)),
        "denied": float(any(a.cue.stance == "deny" or a.cue.negated for a in said)),
        "toll": float(any(kind.startswith("people-") for kind in kinds)),
        "figure": float(any(kind in _COUNTED for kind in kinds)),
        "numbers": math.log1p(max(len(one.numbers) for one in own)),
        "names": math.log1p(max(len(one.names) for one in own)),
        "words": math.log1p(max(len(one.stems) for one in own)),
        "speaker of an office": sum(one.speaker == "office" for one in own) / len(own),
        "speaker by name alone": sum(one.speaker == "person" for one in own) / len(own),
        "begins with a pronoun": sum(one.pronoun for one in own) / len(own),
        "short": float(max(len(one.stems) for one in own) < 6),
        "in a headline": max(heads, default=0.0),
        "in its own headline": max(setting.headline_share(setting.headlines[one.page], [one]) for one in found),
        "sourced by families": math.log1p(len(sourced)),
        "negated": float(any(one.negated for one in found)),
        "question": float(any(one.form == "question" for one in found)),
        "line": float(any(one.form == "line" for one in found)),
        "unanswered": float(any(one.form == "unanswered" for one in found)),
        "salient event": float(any(e.salient for one in own for e in one.events)),
        "past event": float(any(e.time and e.time.relative == "background" for one in own for e in one.events)),
    }


def salience(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how likely a desk is to list a group with these traits, 0 to 1; weights by trait, with `bias`."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def chances(
    groups: Sequence[Group], setting: Setting, listed: Mapping[str, float], told: Mapping[str, float]
) -> list[float]:
    """Return how likely a desk is to list each group of a story, given the others, 0 to 1.

    What stands beside a more salient claim mostly goes on with it: a desk tells that once.

    Args:
        groups: the groups of a story.
        setting: the story.
        listed: weights of `salience`.
        told: weights by the names in `TOLD`, with `bias`.
    """
    return [salience(found, told) for found in among_others(groups, setting, listed)]


def among_others(groups: Sequence[Group], setting: Setting, listed: Mapping[str, float]) -> list[dict[str, float]]:
    """Return what tells whether a group is listed among the others of its story, by the names in `TOLD`."""
    saliences = [log_odds(salience(traits(group, setting), listed)) for group in groups]
    places = [{(one.page, one.number) for one in (*group.statements, *group.rest)} for group in groups]
    beside = [0.0] * len(groups)
    home: dict[tuple[str, int], list[int]] = {}
    for at in sorted(range(len(groups)), key=lambda at: (-saliences[at], at)):
        shares: Counter[int] = Counter()
        for page, number in places[at]:
            above = {other for near in (number - 1, number + 1) for other in home.get((page, near), ())}
            shares.update(above)
        beside[at] = max(shares.values(), default=0) / len(places[at])
        for place in places[at]:
            home.setdefault(place, []).append(at)
    return [dict(zip(TOLD, row, strict=True)) for row in zip(saliences, beside, strict=True)]


def best_wording(found: Sequence[Statement], parents: Mapping[str, str]) -> Statement:
    """Return the statement that says a claim best: a sentence that stands alone, attributed, of no copy, short."""

    def rank(one: Statement) -> tuple[bool, bool, bool, bool, bool, int]:
        copied = one.page in parents
        return (one.form == "line", one.pronoun, copied, one.context, one.attribution is None, len(one.stems))

    return min(found, key=rank)
