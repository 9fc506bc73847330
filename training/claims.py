"""Fit what claims are told by: which statements say the same, and which groups of them a desk would list.

    python -m training.claims

Pages of the newsroom are read as pages and as texts, and traced. Two statements of a story are one where both touch the
words of one known claim. A group is a claim where its pages agree with those of a known claim (F1 of pages whose words
it covers at least .5). Logistic regressions with L2 (scikit-learn). Prints recall and precision with each story left
out of both; `folds` gives those weights to `benchmarks.claims`.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from copydesk.claims.claim_salience import Setting, salience, traits
from copydesk.claims.claim_weights import ClaimWeights
from copydesk.claims.descent import Descent, descent
from copydesk.claims.gathering import Group, gather
from copydesk.claims.likeness import TRAITS, Likeness, Stems
from copydesk.claims.statements import Statement, statements
from copydesk.records import Record, Span
from corpora.newsroom import FOLDER, FORMS, Newsroom, newsroom

OUT = Path(__file__).parent.parent / "src" / "copydesk" / "claims" / "weights.json"
SAME_STRENGTH = 0.05
LISTED_STRENGTH = 0.01
"""Inverses of the L2 penalties; a third or thrice as much gives the same figures within .02."""
LEAST_SPREAD = 0.2
"""Standard deviation that a trait of groups is scaled by at least: one that three of a thousand groups had would else
weigh more than all others together. From .1 to .3 the figures are the same within .02."""
LEVEL = 0.3
"""Salience from which a group is listed."""
LEVELS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


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


def told_stories(room: Newsroom) -> list[Told]:
    """Return the traced stories of a newsroom with what is known of their statements."""
    claims: dict[int, Mapping[str, str]] = {}
    spots: dict[str, list[tuple[int, Span]]] = {}
    for story in room.truth:
        for claim in story["claims"]:
            claims[len(claims)] = claim["pages"]
            for page, words in claim["pages"].items():
                at = room.records[page].text.find(words) if page in room.records else -1
                if at >= 0:
                    spots.setdefault(page, []).append((len(claims) - 1, (at, at + len(words))))
    return [_told(room.owner(story), room, descent(story, room.records), claims, spots) for story in room.stories]


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


def groups_of(story: Told, same: Mapping[str, float]) -> list[tuple[dict[str, float], set[int]]]:
    """Return the traits of each group of a story, and the numbers of the known claims that it makes."""
    groups = gather(story.pages, story.chain.parents, story.chain.families, same, story.chain.translations)
    return [(traits(group, story.setting), _made(group, story)) for group in groups]


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
    """Fit both models on some stories."""
    same = fit_same(stories)
    rows = [row for story in stories for row in groups_of(story, same)]
    names = list(rows[0][0])
    table = np.array([list(found.values()) for found, _ in rows])
    listed = fit(table, np.array([bool(made) for _, made in rows]), names, LISTED_STRENGTH, LEAST_SPREAD)
    return ClaimWeights(same=same, listed=listed, level=LEVEL)


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
    """Return, for each known story by its number, the weights that all other stories give."""
    stories = [story for form in FORMS for story in told_stories(newsroom(form))]
    owners = sorted({story.owner for story in stories})
    return {owner: fit_all([story for story in stories if story.owner != owner]) for owner in owners}


def left_out(form: str, fitted: Mapping[int, ClaimWeights]) -> dict[str, dict[str, float]]:
    """Return recall and precision by level, each story told by the weights that the others give."""
    found: list[tuple[float, set[int]]] = []
    for story in told_stories(newsroom(form)):
        known = fitted[story.owner]
        found += [(salience(row, known.listed), made) for row, made in groups_of(story, known.same)]
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
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(FOLDER.glob("*.json")))).hexdigest()
    everything = fit_all([story for form in FORMS for story in told_stories(newsroom(form))])
    data = {
        "script": "python -m training.claims",
        "corpora": {"newsroom": digest},
        "figures": {"each story left out, by level": figures},
        "same": everything.same,
        "listed": everything.listed,
        "level": everything.level,
    }
    o.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
