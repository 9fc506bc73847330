"""Which groups of statements are claims that a desk would list: a fitted weight for each trait of a group."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from copydesk.claims.gathering import Group
from copydesk.claims.statements import Statement

_STRONG: Final = {"deny", "promise", "demand", "predict"}
_COUNTED: Final = ("count", "money", "share", "votes", "length", "weight", "other")


def traits(group: Group, *, pages: int, families: Mapping[str, str], parents: Mapping[str, str]) -> dict[str, float]:
    """Return what speaks for or against a group as a claim, by name.

    Args:
        group: the statements.
        pages: number of pages of the story.
        families: for each page, its family.
        parents: for a page that carries another's text, that page.
    """
    found = group.statements
    own = [one for one in found if one.page not in parents] or found
    said = [one.attribution for one in found if one.attribution and not one.context]
    on = {one.page for one in found}
    reporting = {families.get(one.page, one.page) for one in found}
    kinds = {q.kind for one in found for q in one.quantities}
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
        "salient event": float(any(e.salient for one in own for e in one.events)),
        "past event": float(any(e.time and e.time.relative == "background" for one in own for e in one.events)),
    }


@cache
def weights() -> dict[str, float]:
    """Return the fitted weights by trait, with `bias`; `training/claims.py` makes them."""
    file = resources.files("copydesk.claims") / "salience.json"
    found: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))["weights"]
    return found


def salience(found: Mapping[str, float]) -> float:
    """Return how likely a desk is to list a group with these traits, 0 to 1."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def best_wording(found: Sequence[Statement], parents: Mapping[str, str]) -> Statement:
    """Return the statement that says a claim best: attributed, of a page that is no copy, short."""
    return min(found, key=lambda one: (one.page in parents, one.context, one.attribution is None, len(one.stems)))
