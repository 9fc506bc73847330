"""Fit the events' weights: of clues to status, of ties of participants; and choose their thresholds.

    python -m training.event_weights --data ../shared/data

Linear models (logistic regression) on `own_train` and our own paragraphs; what they count beside the branch of the
language model, and the thresholds, are chosen on `own_dev`.
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
from copydesk.language.happenings import STATUSES
from copydesk.reading.entities import find_entities
from copydesk.reading.events import arguments, status
from copydesk.reading.events.clues import clues_of
from copydesk.reading.events.timing import TimeTable
from copydesk.reading.events.tree import Tree
from copydesk.reading.events.weights import FILE, EventWeights, Models
from copydesk.reading.times import read_times
from training.event_texts import corpus, written

OUT = Path("src/copydesk/reading/events") / FILE
LEAST = 4
Row = tuple[dict[str, float], str]


def head_in(document: Document, span: Sequence[int]) -> int:
    """Return the word of a span that the others hang on, a verb, noun or adjective if there is one."""
    start, end = document.words_in(*span)
    inside = [i for i in range(start, end) if int(document.heads[i]) == i or not start <= int(document.heads[i]) < end]
    good = [i for i in inside if document.tags[i] in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")]
    return (good or inside or [start])[0]


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


def role_rows(items: Iterable[tuple[dict[str, Any], Document]], agrees: Any, word_pattern: Any) -> list[Row]:
    """Return the features and the role of each candidate of each event; phrases are matched as the score does."""
    rows = []
    for item, document in items:
        tree, words = Tree(document), [match.span() for match in word_pattern.finditer(item["text"])]
        kinds: dict[int, str] = {}
        for entity in find_entities(document):
            for span in (*entity.descriptions, *entity.mentions):
                kinds |= dict.fromkeys(range(*document.words_in(*span)), entity.type)
        for event in item["events"]:
            word = head_in(document, event["predicate"]["span"])
            label = event.get("type") or event["kind"]
            for candidate in arguments.candidates(tree, word):
                span = document.span(*arguments.phrase(tree, candidate.word, word))
                fits = (r for r in arguments.ROLES[1:] for gold in event[f"{r}_spans"] if agrees(gold, span, words))
                role = next(fits, "none")
                rows.append((dict.fromkeys(arguments.features(tree, word, candidate, kinds, label), 1.0), role))
    return rows


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
    data = options.parse_args().data
    sys.path.insert(0, str(data.parent / "score"))
    import events as yardstick

    train = [(item, parse(item["text"])) for item in corpus(data / "events/own_train.jsonl.gz")]
    dev = [(item, parse(item["text"])) for item in corpus(data / "events/own_dev.jsonl.gz")]
    own = [(item, parse(item["text"])) for item in written()]
    clue_weights, clue_bias = fit(status_rows([*train, *own]), STATUSES, 0.5)
    role_weights, role_bias = fit(role_rows(train, yardstick.agrees, yardstick.WORD), arguments.ROLES, 0.1)
    best: tuple[float, EventWeights, dict[str, float]] | None = None
    branch = bool(train[0][1].happenings)
    for share in (0.6, 0.9, 1.2) if branch else (1.0,):
        for doubt in (0.3, 0.4, 0.5):
            weights = EventWeights(
                status=clue_weights,
                status_bias=clue_bias,
                status_share=share,
                doubt=doubt,
                role=role_weights,
                role_bias=role_bias,
                role_sure=(0.0, 0.3, 0.3, 0.4),
                salient=0.4,
                type_sure=0.55,
            )
            found = status_figures(dev, weights)
            print(share, doubt, found, flush=True)
            value = found["status.macro"] - max(0.0, found["status.false_fact"] - 0.08)
            if best is None or value > best[0]:
                best = value, weights, found
    assert best is not None
    import msgspec

    corpora = ("events/own_train.jsonl.gz", "events/own_dev.jsonl.gz")
    fitted.write(OUT, "python -m training.event_weights", data, corpora, best[2], msgspec.structs.asdict(best[1]))
    print(OUT, OUT.stat().st_size, best[2], len(clue_weights), len(role_weights))


if __name__ == "__main__":
    main()
