"""Fit what claims are told by: which statements and groups say the same, which a desk would list.

    python -m training.claims

Pages of the newsroom, and of one of ours (`training/data/newsroom`), are read as pages and as texts, and traced. Two
statements of a story are one where both touch the words of one known claim; two groups, where most statements of both
do. A group is a claim where its pages agree with those of a known claim (F1 of pages whose words it covers at least
.5). Logistic regressions with L2 (scikit-learn), each on what those before it give.
Prints recall and precision with each story left out of all; `folds` gives those
weights to `benchmarks.claims`.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from copydesk.claims.claim_salience import TOLD, Setting, among_others, chances, traits
from copydesk.claims.claim_weights import ClaimWeights
from copydesk.claims.descent import Descent, descent
from copydesk.claims.gathering import Group, gather
from copydesk.claims.group_joining import TRAITS as JOINED_TRAITS
from copydesk.claims.group_joining import GroupLikeness, join
from copydesk.claims.likeness import TRAITS, Likeness, Stems
from copydesk.claims.statements import Statement, statements
from copydesk.records import Record, Span
from corpora.newsroom import FOLDER, FORMS, OWN, Newsroom, newsroom

OUT = Path(__file__).parent.parent / "src" / "copydesk" / "claims" / "weights.json"
SAME_STRENGTH = 1.0
JOINED_STRENGTH = 2.0
TOLD_STRENGTH = 1.0
LISTED_STRENGTH = 0.2
"""Inverses of the L2 penalties; a fifth or a twentieth of them gives the same figures within .03."""
LEAST_SPREAD = 0.2
"""Standard deviation that a trait of groups is scaled by at least: one that three of a thousand groups had would else
weigh more than all others together. From .1 to .3 the figures are the same within .02."""
JOINED_SPREAD = 0.1
"""The same, for traits of two groups and of a group among others."""
LEVEL = 0.325
"""Chance from which a group is listed."""
ROOMS = (FOLDER, OWN)
NUMBERS = 1000
"""How far apart the numbers of two newsrooms' stories and claims are."""
LEVELS = (0.2, 0.25, 0.3, 0.325, 0.35, 0.4, 0.5)


@dataclass(frozen=True)
class Told:
    """A traced story: its owner among the known stories, its statements, and the claims that each touches."""

    owner: int
    records: Mapping[str, Record]
    chain: Descent
    pages: list[list[Statement]]
    stems: Stems
    setting: Setting
    touched: dict[Statement, set[int]]
    claims: Mapping[int, Mapping[str, str]]


def told_stories(room: Newsroom, after: int = 0) -> list[Told]:
    """Return the traced stories of a newsroom with what is known of their statements.

    Args:
        room: the newsroom.
        after: what its stories' numbers begin with.
    """
    claims: dict[int, Mapping[str, str]] = {}
    spots: dict[str, list[tuple[int, Span]]] = {}
    for story in room.truth:
        for claim in story["claims"]:
            claims[len(claims)] = claim["pages"]
            for page, words in claim["pages"].items():
                at = room.records[page].text.find(words) if page in room.records else -1
                if at >= 0:
                    spots.setdefault(page, []).append((len(claims) - 1, (at, at + len(words))))
    return [
        _told(after + room.owner(story), room, descent(story, room.records), claims, spots) for story in room.stories
    ]


def _told(
    owner: int,
    room: Newsroom,
    chain: Descent,
    claims: Mapping[int, Mapping[str, str]],
    spots: Mapping[str, Sequence[tuple[int, Span]]],
) -> Told:
    pages = [statements(room.records[page]) for page in chain.order]
    stems = Stems([one for page in pages for one in page])
    touched = {
        one: {number for number, span in spots.get(one.page, ()) if _meet(one.span, span)}
        for page in pages
        for one in page
    }
    setting = Setting.of(chain, room.records, stems)
    return Told(owner, room.records, chain, pages, stems, setting, touched, claims)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def fit_same(stories: Iterable[Told]) -> dict[str, float]:
    """Fit which two statements of a story say the same: pairs of which at least one touches a known claim."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for story in stories:
        likeness = Likeness(story.stems, story.chain.parents, story.chain.families, {})
        for one, other in combinations(story.touched, 2):
            mine, theirs = story.touched[one], story.touched[other]
            if one.page != other.page and (mine or theirs) and one.stems & other.stems:
                rows.append(likeness.traits(one, other))
                right.append(bool(mine & theirs))
    return fit(np.array(rows), np.array(right), TRAITS, SAME_STRENGTH)


def gathered(story: Told, same: Mapping[str, float]) -> list[Group]:
    """Return the groups of a story before those that are one are joined."""
    return gather(story.pages, story.chain.parents, story.chain.families, same, story.chain.translations)


def fit_joined(stories: Iterable[Told], same: Mapping[str, float]) -> dict[str, float]:
    """Fit which two groups of a story are one: pairs of which at least one mostly touches a known claim."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for story in stories:
        groups = gathered(story, same)
        known = GroupLikeness(groups, story.stems, _likeness(story, same))
        of = [_mostly(group, story) for group in groups]
        for one, other in known.pairs():
            if of[one] is not None or of[other] is not None:
                rows.append(known.traits(one, other))
                right.append(of[one] == of[other])
    return fit(np.array(rows), np.array(right), JOINED_TRAITS, JOINED_STRENGTH, JOINED_SPREAD)


def _likeness(story: Told, same: Mapping[str, float]) -> Likeness:
    return Likeness(story.stems, story.chain.parents, story.chain.families, same)


def _mostly(group: Group, story: Told) -> int | None:
    """Return the known claim that most of a group's statements touch, if any."""
    touched = Counter(number for one in (*group.statements, *group.rest) for number in sorted(story.touched[one]))
    number, times = touched.most_common(1)[0] if touched else (0, 0)
    return number if 2 * times >= len(group.statements) and times else None


def joined(story: Told, same: Mapping[str, float], weights: Mapping[str, float]) -> list[Group]:
    """Return the groups of a story, those that are one joined."""
    return join(gathered(story, same), story.chain.order, story.stems, _likeness(story, same), weights)


def _made(group: Group, story: Told) -> set[int]:
    found = [*group.statements, *group.rest]
    on = {one.page for one in found}
    made = set()
    for number in set().union(*(story.touched[one] for one in found)):
        hits = {one.page for one in found if number in story.touched[one]}
        if 2 * len(hits) / (len(on) + len(story.claims[number])) >= 0.5:
            made.add(number)
    return made


def fit_all(stories: Sequence[Told]) -> ClaimWeights:
    """Fit all models on some stories, each on what those before it give."""
    same = fit_same(stories)
    joining = fit_joined(stories, same)
    groups = [joined(story, same, joining) for story in stories]
    made = [[_made(group, story) for group in found] for story, found in zip(stories, groups, strict=True)]
    rows = [traits(group, story.setting) for story, found in zip(stories, groups, strict=True) for group in found]
    right = np.array([bool(claims) for row in made for claims in row])
    listed = fit(np.array([list(row.values()) for row in rows]), right, list(rows[0]), LISTED_STRENGTH, LEAST_SPREAD)
    told = fit_told(stories, groups, made, listed)
    return ClaimWeights(same=same, joined=joining, listed=listed, told=told, level=LEVEL)


def fit_told(
    stories: Sequence[Told],
    groups: Sequence[Sequence[Group]],
    made: Sequence[Sequence[set[int]]],
    listed: Mapping[str, float],
) -> dict[str, float]:
    """Fit which groups are told among the others of their story: those that make a claim that no likelier one makes."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for story, found, claims in zip(stories, groups, made, strict=True):
        told = among_others(found, story.setting, listed)
        known: set[int] = set()
        for at in sorted(range(len(found)), key=lambda at: -told[at]["salience"]):
            rows.append([told[at][name] for name in TOLD])
            right.append(bool(claims[at] - known))
            known |= claims[at]
    return fit(np.array(rows), np.array(right), TOLD, TOLD_STRENGTH, JOINED_SPREAD)


def fit(
    rows: NDArray[np.float64],
    right: NDArray[np.bool_],
    names: Sequence[str],
    strength: float,
    least_spread: float = 0.0,
) -> dict[str, float]:
    """Return weights by trait, for traits as they are, with `bias`.

    Args:
        rows: (n, traits) values.
        right: (n,) what is to be told.
        names: the traits' names.
        strength: the inverse of the L2 penalty.
        least_spread: the standard deviation that the penalty takes each trait to have at least.
    """
    spread = np.maximum(rows.std(axis=0), least_spread)
    spread[spread == 0] = 1
    means = rows.mean(axis=0)
    model = LogisticRegression(C=strength, max_iter=5000).fit((rows - means) / spread, right)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * means).sum())
    return {"bias": round(bias, 4), **{name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}}


def folds() -> dict[int, ClaimWeights]:
    """Return, for each story of the shared newsroom by its number, the weights that all other stories give."""
    stories = everything()
    owners = sorted({story.owner for story in stories if story.owner < NUMBERS})
    return {owner: fit_all([story for story in stories if story.owner != owner]) for owner in owners}


@cache
def everything() -> list[Told]:
    """Return the traced stories of all newsrooms in all forms; those of the shared one bear its stories' numbers."""
    return [
        story
        for form in FORMS
        for number, folder in enumerate(ROOMS)
        for story in told_stories(newsroom(form, folder), number * NUMBERS)
    ]


def left_out(form: str, fitted: Mapping[int, ClaimWeights]) -> dict[str, dict[str, float]]:
    """Return recall and precision by level, each story told by the weights that the others give."""
    found: list[tuple[float, set[int]]] = []
    for story in told_stories(newsroom(form)):
        known = fitted[story.owner]
        groups = joined(story, known.same, known.joined)
        told = chances(groups, story.setting, known.listed, known.told)
        found += [(chance, _made(group, story)) for chance, group in zip(told, groups, strict=True)]
    claims = sum(len(story["claims"]) for story in newsroom(form).truth)
    figures = {}
    for level in LEVELS:
        listed = [made for chance, made in found if chance >= level]
        right = sum(map(bool, listed)) / max(1, len(listed))
        figures[str(level)] = {"recall": round(len(set().union(*listed)) / claims, 3), "precision": round(right, 3)}
    return figures


def main() -> None:
    """Fit, print figures with each story left out, write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=OUT)
    o = options.parse_args()
    fitted = folds()
    figures = {form: left_out(form, fitted) for form in FORMS}
    for form, levels in figures.items():
        for level, found in levels.items():
            print(f"{form} from {level}: recall {found['recall']}, precision {found['precision']}")
    digests = [
        hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.glob("*.json")))).hexdigest()
        for folder in ROOMS
    ]
    every = fit_all(everything())
    data = {
        "script": "python -m training.claims",
        "corpora": dict(zip(("newsroom", "training/data/newsroom"), digests, strict=True)),
        "figures": {"each story left out, by level": figures},
        "same": every.same,
        "joined": every.joined,
        "listed": every.listed,
        "told": every.told,
        "level": every.level,
    }
    o.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
