"""Fit how the network's scores are decoded: how runs of names and roles begin, go on and end, on development data.

    python -m training.moves --data ../shared/data --model model.cdm --out src/copydesk/language/decoding.json

Three numbers a tagger (what it counts to begin, to go on, to end), searched one after the other on the development
documents: for names the best mean of exact and word F1, for roles the best word F1, since where a role begins and ends
exactly is fitted later, with the attributions. Marks are not counted as words.
The numbers of names that ship are where the search ended on scores whose agreement was an earlier one: the yardstick
prefers them to where it ends now (88.8 against 88.6).
"""

import argparse
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np

from copydesk import fitted
from copydesk.language import shapes, spans
from copydesk.language.name_decoding import pool_repeated_words
from copydesk.language.reader import Reader
from copydesk.language.score_decoding import Moves
from training import corpora
from training.corpora import NAME_TAGS, ROLE_TAGS, ROLES, Labelled

STEPS = (1.5, 0.75, 0.35, 0.15)
FILES = ("names/dev.jsonl", "attributions/dev.jsonl")
COMMAND = "python -m training.moves"

Read = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Log-probabilities, ranges, gold tags, and which words are more than marks."""
Score = Callable[[np.ndarray], float]


def search(value: Score, tags: tuple[str, ...]) -> tuple[Moves, float]:
    """Return the numbers with the best value, and that value."""
    best = [0.0, 0.0, 0.0]
    top = value(spans.transitions(tags, *best))
    for step in STEPS:
        for i in (0, 1, 2, 0, 1):
            for sign in (-1, 1):
                trial = best.copy()
                trial[i] = round(trial[i] + sign * step, 2)
                if (found := value(spans.transitions(tags, *trial))) > top:
                    best, top = trial, found
    return Moves(*best), top


def score(documents: list[Read], moves: np.ndarray, with_exact: bool) -> float:
    """Return word F1 over documents in percent, or its mean with exact F1."""
    exact, word = np.zeros(3), np.zeros(3)
    for logs, ranges, gold, counted in documents:
        tags = spans.best_tags(logs, ranges, moves)
        found, truth = set(spans.runs(tags)), set(spans.runs(gold))
        exact += len(found & truth), len(found), len(truth)
        in_tags, in_gold = (tags > 0) & counted, (gold > 0) & counted
        word += int((in_tags & in_gold).sum()), int(in_tags.sum()), int(in_gold.sum())
    return float(np.mean([200 * h / max(a + b, 1) for h, a, b in ((exact, word) if with_exact else (word,))]))


def counted(document: Labelled) -> np.ndarray:
    """Return which words of a document are more than marks."""
    return np.array([any(map(str.isalnum, document.text[start:end])) for start, end in document.spans])


def names(reader: Reader, data: Path, most: int | None = None) -> list[Read]:
    """Return the development documents of names, words that recur agreeing as they will when names are found."""
    read: list[Read] = []
    for d in islice(corpora.names(data / FILES[0]), most):
        out, _, sentences = reader.outputs(d.text)
        look = shapes.shapes(d.words, d.spaces.tolist())[:, 0]
        tags = [reader.manifest.tags[i] for i in out["tags"].argmax(axis=1)]
        read.append(
            (pool_repeated_words(spans.log_softmax(out["names"]), d.words, look, tags), sentences, d.names, counted(d))
        )
    return read


def roles(reader: Reader, data: Path, most: int | None = None) -> list[list[Read]]:
    """Return the development documents of attributions, role by role."""
    read: list[list[Read]] = [[], [], []]
    for d in islice(corpora.attributions(data / FILES[1]), most):
        out, paragraphs, _ = reader.outputs(d.text)
        logs = spans.log_softmax(out["roles"].reshape(-1, 3, 3))
        for role in range(3):
            read[role].append((logs[:, role], paragraphs, d.roles[:, role], counted(d)))
    return read


def main() -> None:
    """Search and write."""
    options = argparse.ArgumentParser()
    for name in ("data", "model", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    o = options.parse_args()
    reader = Reader(o.model)
    figures: dict[str, float] = {}
    documents = names(reader, o.data)
    found, figures["dev.names"] = search(lambda moves: score(documents, moves, True), NAME_TAGS)
    weights: dict[str, object] = {"names": found, "roles": {}}
    for role, part in zip(ROLES, roles(reader, o.data), strict=True):
        found, figures[f"dev.{role}"] = search(lambda moves, part=part: score(part, moves, False), ROLE_TAGS)  # type: ignore[misc]
        weights["roles"][role] = found  # type: ignore[index]
    fitted.write(o.out, COMMAND, o.data, FILES, figures, weights)
    print(o.out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
