"""Fit how runs of names and roles begin, go on and end, on development data, for a network that is trained already.

    python -m training.moves --data ../shared/data --model model.cdm --out work/model/moves.json

Three numbers a tagger (what it costs to begin, gains to go on, gains to end), searched one after the other on the
development documents: for names the best mean of exact and word F1, for roles the best word F1, since where a role
begins and ends exactly is fitted later, with the attributions. Marks are not counted as words.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from copydesk.language import spans
from copydesk.language.reader import Reader
from training import corpora
from training.corpora import Labelled

STEPS = (1.5, 0.75, 0.35, 0.15)

Read = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Log-probabilities, ranges, gold tags, and which words are more than marks."""


def table(base: np.ndarray, begin: float, go_on: float, end: float) -> np.ndarray:
    """Return transition scores: the constraints with three numbers added; odd tags begin, even go on, 0 is outside."""
    moves = base.copy()
    tags = np.arange(len(base))
    inside = (tags > 0) & (tags % 2 == 0)
    moves[:, tags % 2 == 1] += begin
    moves[np.ix_(tags > 0, inside)] += go_on
    moves[tags > 0, 0] += end
    return moves


def search(value: Callable[[np.ndarray], float], base: np.ndarray) -> np.ndarray:
    """Return the transition scores with the best value."""
    best = np.zeros(3)
    top = value(table(base, *best))
    for step in STEPS:
        for i in (0, 1, 2, 0, 1):
            for sign in (-1, 1):
                trial = best.copy()
                trial[i] += sign * step
                if (found := value(table(base, *trial))) > top:
                    best, top = trial, found
    print(best, f"{top:.2f}")
    return table(base, *best)


def score(documents: list[Read], moves: np.ndarray, with_exact: bool) -> float:
    """Return word F1 over documents in percent, or its sum with exact F1."""
    exact, word = np.zeros(3), np.zeros(3)
    for logs, ranges, gold, counted in documents:
        tags = spans.best_tags(logs, ranges, moves)
        found, truth = set(spans.runs(tags)), set(spans.runs(gold))
        exact += len(found & truth), len(found), len(truth)
        in_tags, in_gold = (tags > 0) & counted, (gold > 0) & counted
        word += int((in_tags & in_gold).sum()), int(in_tags.sum()), int(in_gold.sum())
    return float(sum(200 * hit / max(a + b, 1) for hit, a, b in ((exact, word) if with_exact else (word,))))


def main() -> None:
    """Search and write."""
    options = argparse.ArgumentParser()
    for name in ("data", "model", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    o = options.parse_args()
    reader = Reader(o.model)

    def read(d: Labelled) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray, np.ndarray]:
        counted = np.array([any(map(str.isalnum, d.text[start:end])) for start, end in d.spans])
        return *reader.outputs(d.text), counted

    roles: list[list[Read]] = [[], [], []]
    for d in corpora.attributions(o.data / "attributions/dev.jsonl"):
        out, paragraphs, _, counted = read(d)
        logs = spans.log_softmax(out["roles"].reshape(-1, 3, 3))
        for role in range(3):
            roles[role].append((logs[:, role], paragraphs, d.roles[:, role], counted))
    names: list[Read] = []
    for d in corpora.names(o.data / "names/dev.jsonl"):
        out, _, sentences, counted = read(d)
        names.append((spans.log_softmax(out["names"]), sentences, d.names, counted))
    role_base = np.zeros((3, 3), dtype=np.float32)
    role_base[0, 2] = spans.FORBIDDEN
    found = {
        "name_moves": search(
            lambda moves: score(names, moves, True), spans.bio_transitions(corpora.NAME_TAGS)
        ).tolist(),
        "role_moves": [
            role_base.tolist(),
            *(search(lambda moves, part=part: score(part, moves, False), role_base).tolist() for part in roles[1:]),
        ],
    }
    o.out.write_text(json.dumps(found))


if __name__ == "__main__":
    main()
