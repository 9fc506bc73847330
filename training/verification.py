"""Fit what judges whole attributions (`copydesk.reading.attributions.verification`) on PolNeAR.

    python -m training.verification --data ../shared/data --model src/copydesk/language/model.cdm \
        --out src/copydesk/reading/attributions/verification.json

The attributions that the shipped edges and joins make of training articles are right or not by the gold; boosted trees
learn to tell which. How often a word is a cue is counted on the same articles, without an article's own words when that
one is learnt from. The model has seen the training articles, and is surer of them than of others; so the trees may only
rise with what speaks for an attribution, which keeps them from learning by heart (area under the curve on the
development set .867, .859 without).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from copydesk import fitted
from copydesk.language.word_scanner import words
from copydesk.reading.attributions import join_weights, tagged
from copydesk.reading.attributions.joining import Joined
from copydesk.reading.attributions.verification import DecisionTree, Verifier, cue_word, features
from training.attributions import Article, Gold, figures, read, touches, words_in

COMMAND = "python -m training.verification"
FILES = ("attributions/train.jsonl", "attributions/dev.jsonl")
TREES, LEAVES, RATE, RIDGE = 60, 6, 0.06, 5.0
RISING = frozenset(
    ("cue.word", "join.source", "join.content", "cue.mean", "cue.max", "cue.min", "content.mean", "content.max",
     "content.first", "content.last", "source.mean", "source.max")
)  # fmt: skip
FALLING = frozenset(("ARG0.other", "ARG1.other"))
"""Features that may only speak for an attribution, or only against it."""
LEAST = 0.0
"""The log-odds from which on an attribution is told: likelier right than wrong."""
RIGHT, WRONG = 1.0, 4.0
"""Added to how often a word is in a cue, and how often it is not."""
OFTEN, TWICE, APART = 6, 2, 0.6
"""A word has an entry when it is seen so often, or so often in a cue, and its log-odds are so far from the rest's."""

Counts = tuple[Counter[str], Counter[str]]
"""How often each word is in a cue, and how often it is not."""


def counted(row: dict) -> Counts:  # type: ignore[type-arg]
    """Return the counts of an article's words."""
    offsets = words(row["text"])
    inside: set[int] = set()
    for attribution in row["attributions"]:
        for start, end in attribution["cue"]:
            piece = words_in(offsets, start, end)
            inside.update(range(piece.first, piece.last) if piece else ())
    found: Counts = Counter(), Counter()
    for i, (start, end) in enumerate(offsets.tolist()):
        found[0 if i in inside else 1][row["text"][start:end].lower()] += 1
    return found


def odds(right: int, wrong: int) -> float:
    """Return the log-odds of a word with such counts to be in a cue."""
    return float(np.log((right + RIGHT) / (wrong + WRONG)))


def is_right(one: Joined, gold: Gold) -> bool:
    """Return whether an attribution shares words with all that a gold one has, and has nothing that it lacks."""
    found = [one.source] if one.source else [], [one.cue], one.content
    return any(
        all(
            any(touches(piece, theirs) for piece in ours) if ours and theirs else not ours and not theirs
            for ours, theirs in zip(found, attribution, strict=True)
        )
        for attribution in gold
    )


def examples(articles: Sequence[Article], all_counts: Counts) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the features of each attribution that is made of the articles, and whether it is right."""
    fit = join_weights.shipped()
    for row, gold, seen in articles:
        own = counted(row)
        for one in tagged.candidates(seen, fit):
            word = cue_word(seen.document, one)
            score = odds(*(every[word] - mine[word] for every, mine in zip(all_counts, own, strict=True)))
            yield features(seen.document, seen.layout, one, score), is_right(one, gold)


def fit_trees(found: Sequence[tuple[dict[str, float], bool]], of_words: dict[str, str]) -> Verifier:
    """Return a verifier fitted on examples."""
    names = sorted(found[0][0])
    table = np.array([[row[name] for name in names] for row, _ in found])
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, l2_regularization=RIDGE, random_state=0,
        early_stopping=False,
        monotonic_cst=[(name in RISING) - (name in FALLING) for name in names],
    ).fit(table, [right for _, right in found])  # fmt: skip
    return Verifier(
        features=names,
        cue_words=of_words,
        other_words=round(odds(0, 0), 2),
        base=round(float(model._baseline_prediction.item()), 4),
        trees=[_tree(predictor.nodes) for (predictor,) in model._predictors],
        least=LEAST,
    )


def _tree(nodes: np.ndarray) -> DecisionTree:
    """Return a tree of scikit-learn's in the form that ships."""
    leaf = nodes["is_leaf"].astype(bool)
    return DecisionTree(
        feature=np.where(leaf, -1, nodes["feature_idx"]).tolist(),
        most=[round(float(value), 4) for value in np.where(leaf, 0, nodes["num_threshold"])],
        left=np.where(leaf, 0, nodes["left"]).tolist(),
        right=np.where(leaf, 0, nodes["right"]).tolist(),
        value=[round(float(value), 4) for value in np.where(leaf, nodes["value"], 0)],
    )


def cue_words(all_counts: Counts) -> dict[str, str]:
    """Return the words that have an entry, by their log-odds to one place, those of one value in a line."""
    right, wrong = all_counts
    found: dict[str, list[str]] = {}
    for word in sorted({*right, *wrong}):
        score = odds(right[word], wrong[word])
        if (right[word] >= TWICE or right[word] + wrong[word] >= OFTEN) and abs(score - odds(0, 0)) >= APART:
            found.setdefault(f"{score:.1f}", []).append(word)
    return {score: " ".join(found[score]) for score in sorted(found, key=float)}


def main() -> None:
    """Fit on the training set, write the verifier, print figures on the development set."""
    options = argparse.ArgumentParser()
    for name in ("data", "model", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--articles", type=int, default=840)
    o = options.parse_args()
    all_counts: Counts = Counter(), Counter()
    for line in (o.data / FILES[0]).open(encoding="utf-8"):
        for total, own in zip(all_counts, counted(json.loads(line)), strict=True):
            total.update(own)
    found = list(examples(list(read(o.data / FILES[0], o.model, o.articles)), all_counts))
    made = fit_trees(found, cue_words(all_counts))
    check = [
        (a.row, tagged.find_in(a.seen, join_weights.shipped(), made)) for a in read(o.data / FILES[1], o.model, 10_000)
    ]
    measured = figures(check, o.data.parent / "score/attributions.py")
    for name, value in measured.items():
        print(name, value)
    fitted.write(
        o.out, COMMAND, o.data, FILES, {f"dev.{name}": v for name, v in measured.items()}, msgspec.to_builtins(made)
    )


if __name__ == "__main__":
    main()
