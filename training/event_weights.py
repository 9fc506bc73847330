"""Fit the events' weights: of clues to status, of words to types, of ties of participants; and choose thresholds.

    python -m training.event_weights --data ../shared/data

Linear models (logistic regression) on `own_train` and our own paragraphs, of types on the PLOVER gold standard's
training part, too; what they count beside the branch of the language model, and thresholds, are chosen on `own_dev`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from copydesk import fitted
from copydesk.language import Document, parse
from copydesk.language.event_heads import STATUSES, TYPES
from copydesk.reading.events import status, type_choice
from copydesk.reading.events.clues import clues_of
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import FILE, EventWeights, Models
from copydesk.reading.events.timing import TimeTable
from copydesk.reading.events.typewords import type_clues
from copydesk.reading.times import read_times
from training import event_roles
from training.event_texts import PLOVER_NAMES, corpus, head_in, lines, written

OUT = Path("src/copydesk/reading/events") / FILE
LEAST = 4
Row = tuple[dict[str, float], str]


def table_of(item: dict[str, Any], tree: Tree) -> TimeTable:
    """Return the dates and times of an item's text."""
    day = item.get("published")
    return TimeTable(tree, read_times(item["text"], day)[0], day)


def status_rows(items: Iterable[tuple[dict[str, Any], Document]]) -> list[Row]:
    """Return the features and the status of each event."""
    rows = []
    for item, document in items:
        tree = Tree(document)
        table = table_of(item, tree)
        for event in item["events"]:
            word = head_in(document, event["predicate"]["span"])
            named = {clue.name: 1.0 for clue in clues_of(tree, word, table)}
            rows.append((named | status.numeric(tree, word), str(event["status"])))
    return rows


def type_rows(items: Iterable[tuple[dict[str, Any], Document]]) -> list[Row]:
    """Return what the words of each event tell of its type, and the type, empty for none."""
    rows = []
    for item, document in items:
        tree = Tree(document)
        for event in item["events"]:
            kind = PLOVER_NAMES.get(event.get("type"), event.get("type")) or ""
            if event.get("predicate") and kind in TYPES:
                span = (event["predicate"].get("spans") or [event["predicate"]["span"]])[0]
                rows.append((dict.fromkeys(type_clues(tree, head_in(document, span)), 1.0), kind))
    return rows


def type_figures(items: Sequence[tuple[dict[str, Any], Document]], weights: EventWeights) -> dict[str, float]:
    """Return macro-F1 of types over the events that have one, null being wrong, and the share of told ones right."""
    models = Models(weights)
    gold, told = [], []
    for item, document in items:
        tree = Tree(document)
        for event in item["events"]:
            word = head_in(document, event["predicate"]["span"])
            gold.append(event.get("type") or "")
            told.append(type_choice.type_of(tree, word, models).type or "")
    typed = [(one, other) for one, other in zip(gold, told, strict=True) if one]
    right = [one == other for one, other in zip(gold, told, strict=True) if other]
    macro = f1_score(*zip(*typed, strict=True), labels=TYPES[1:], average="macro", zero_division=0)
    return {"type.macro": float(macro), "type.precision": sum(right) / max(1, len(right))}


def fit(
    rows: Sequence[Row], classes: Sequence[str], strength: float
) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
    """Return the weights of the features that occur often enough, a number for each class, and the biases."""
    counts = Counter(name for features, _ in rows for name in features)
    kept = [({k: v for k, v in features.items() if counts[k] >= LEAST}, label) for features, label in rows]
    vectors = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=300).fit(
        vectors.fit_transform([features for features, _ in kept]), [label for _, label in kept]
    )
    order = [list(model.classes_).index(name) for name in classes]
    table = model.coef_[order].T
    weights = {
        name: tuple(round(float(x), 2) for x in table[i])
        for name, i in sorted(vectors.vocabulary_.items())
        if np.abs(table[i]).max() >= 0.05
    }
    return weights, tuple(round(float(x), 3) for x in model.intercept_[order])


def status_figures(items: Sequence[tuple[dict[str, Any], Document]], weights: EventWeights) -> dict[str, float]:
    """Return macro-F1 of status and the share of false facts, over the events of items."""
    gold, told = [], []
    for item, document in items:
        tree = Tree(document)
        table = table_of(item, tree)
        for event in item["events"]:
            word = head_in(document, event["predicate"]["span"])
            gold.append(event["status"])
            told.append(status.status_of(tree, word, clues_of(tree, word, table), Models(weights))[0] or "none")
    unsure = [
        other for one, other in zip(gold, told, strict=True) if one in ("scheduled", "expected", "possible", "denied")
    ]
    return {
        "status.macro": float(f1_score(gold, told, labels=list(STATUSES), average="macro")),
        "status.false_fact": sum(one in ("happened", "ongoing", "habitual") for one in unsure) / len(unsure),
    }


def main() -> None:
    """Fit, choose and write."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--type-share", type=float, default=1.4, help="what words count beside the branch")
    options.add_argument("--type-sure", type=float, default=0.6, help="probability from which a type is told")
    options.add_argument("--salient", type=float, default=0.35, help="probability from which an event is salient")
    o = options.parse_args()
    data = o.data
    sys.path.insert(0, str(data.parent / "score"))
    import events as yardstick

    train = [(item, parse(item["text"])) for item in corpus(data / "events/own_train.jsonl.gz")]
    dev = [(item, parse(item["text"])) for item in corpus(data / "events/own_dev.jsonl.gz")]
    own = [(item, parse(item["text"])) for item in written()]
    clue_weights, clue_bias = fit(status_rows([*train, *own]), STATUSES, 0.5)
    gold = [(item, parse(item["text"])) for item in lines(data / "events/plover_gsr_train.jsonl.gz")]
    type_weights, type_bias = fit(type_rows([*train, *own, *gold]), TYPES, 3.0)
    role_weights, role_bias, pairs = event_roles.fit(event_roles.cases([*train, *gold], yardstick))
    best: tuple[float, EventWeights, dict[str, float]] | None = None
    branch = bool(train[0][1].happenings)
    for share in (0.6, 0.9, 1.2) if branch else (1.0,):
        for doubt in (0.3, 0.4, 0.5):
            weights = EventWeights(
                status=clue_weights,
                status_bias=clue_bias,
                status_share=share,
                doubt=doubt,
                type=type_weights,
                type_bias=type_bias,
                type_share=o.type_share,
                role=role_weights,
                role_bias=role_bias,
                pairs=pairs,
                role_sure=event_roles.SURE,
                salient=o.salient,
                type_sure=o.type_sure,
            )
            found = status_figures(dev, weights)
            print(share, doubt, found, flush=True)
            value = found["status.macro"] - max(0.0, found["status.false_fact"] - 0.08)
            if best is None or value > best[0]:
                best = value, weights, found
    assert best is not None
    import msgspec

    for share in (0.8, 1.1, 1.4):
        for sure in (0.4, 0.5, 0.6, 0.7, 0.8):
            weights = msgspec.structs.replace(best[1], type_share=share, type_sure=sure)
            print(share, sure, type_figures(dev, weights), flush=True)
    best = best[0], msgspec.structs.replace(best[1], type_share=o.type_share, type_sure=o.type_sure), best[2]
    best[2].update(type_figures(dev, best[1]))
    corpora = ("events/own_train.jsonl.gz", "events/own_dev.jsonl.gz")
    fitted.write(OUT, "python -m training.event_weights", data, corpora, best[2], msgspec.structs.asdict(best[1]))
    print(OUT, OUT.stat().st_size, best[2], len(clue_weights), len(role_weights))


if __name__ == "__main__":
    main()
