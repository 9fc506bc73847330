"""Train the scorer that tells a story's lines from furniture in text without markup (`copydesk.articles.line_scoring`).

    python -m training.lines --data SHARED/data/pages/dev --out src/copydesk/articles/lines.npz

Pages are taken off their markup: whole, and as people paste them (the story, or a brief part of it, with a few lines
about it). Gold text is aligned with their lines (`training.article_labels`); oblivious trees are boosted on the lines'
features with CatBoost (needs `pip install catboost`). With `--folds DIR`, one model is trained for each of five folds
too, none of which has seen a site (registered domain) of its own fold: `benchmarks.article_lines` measures with those.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from copydesk.articles.blocks import blocks_of
from copydesk.articles.guard import guard
from copydesk.articles.line_features import line_features, matrix
from training.article_labels import shares
from training.articles import FOLDS, folds_of, markup_of, pages_in
from training.boosting import boosted

TREES = 130
CUTS = 2  # of each page as pasted
EDGE = 10  # lines of the story at each end, where furniture and story meet
INNER = 0.4  # weight of lines within the story, beside those at its edges and outside it
PAGE = 60.0  # weight of a page


class Data(NamedTuple):
    """Lines of all pages: their features, whether they are the story's, their weights and their folds."""

    names: list[str]
    matrix: Any
    story: Any
    weights: Any
    folds: Any


def data_in(folder: Path) -> Data:
    """Read a folder of pages, each whole and cut as people paste it, every other time in brief."""
    items = pages_in(folder)
    random = np.random.RandomState(11)
    parts: list[tuple[Any, ...]] = []
    names: list[str] = []
    for fold, item in zip(folds_of(items), items, strict=True):
        texts = blocks_of(guard(markup_of(folder, item)).markup).texts
        if not texts:
            continue
        story = np.array(shares(texts, item["text"] or "")) >= 0.5
        cuts = (pasted(story, random, brief=number % 2 == 1) for number in range(CUTS))
        for chosen in (np.arange(len(story)), *cuts):
            if len(chosen):
                columns = line_features([texts[i] for i in chosen])
                names = list(columns)
                weights = _weights(columns["words"], story[chosen], len((item["text"] or "").split()))
                parts.append((matrix(columns), story[chosen], weights, np.full(len(chosen), fold)))
    return Data(names, *map(np.concatenate, zip(*parts, strict=True)))


def pasted(story: Any, random: Any, *, brief: bool = False) -> Any:
    """Return the lines of a page as people paste it: the story, or a brief part of it, with a few lines about it."""
    found = np.flatnonzero(story)
    if not len(found):
        return found
    before, after = random.geometric(0.2, 2) - 1
    first, last = int(found[0]), int(found[-1])
    inside = np.arange(first, last + 1)
    if brief:
        inside = inside[: int(random.geometric(0.08)) + 1]
    head = np.arange(max(0, first - before), first)
    return np.concatenate((head, inside, np.arange(last + 1, min(len(story), last + 1 + after))))


def _weights(words: Any, story: Any, total: int) -> Any:
    """Return lines' weights: by their words, those at the story's edges and outside it more; pages weigh the same."""
    weights = np.minimum(np.maximum(words, 2) / max(100, total) * 100, 30) + 0.05
    if story.any():
        edges = edges_of(story.tolist())
        weights *= np.where(np.isin(np.arange(len(story)), edges), 1, INNER)
        weights *= PAGE / max(float(weights.sum()), 10)
    return weights


def edges_of(story: Sequence[bool]) -> list[int]:
    """Return the lines outside the story, and the story's first and last ten."""
    found = [i for i, is_story in enumerate(story) if is_story]
    near = {*found[:EDGE], *found[-EDGE:]}
    return [i for i in range(len(story)) if i in near or not found[0] < i < found[-1]]


def trained(data: Data, rows: Any, threads: int) -> dict[str, Any]:
    """Train one ensemble and return it as arrays (see `copydesk.articles.trees`), its features those it asks for."""
    matrix, story, weights = data.matrix[rows], data.story[rows], data.weights[rows]
    grown = boosted(matrix, story, weights, data.names, trees=TREES, asked=0.25, threads=threads)
    return {f"lines.{name}": array for name, array in grown.items()}


def main() -> None:
    """Train the model that ships, and those of the folds where so asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--data", type=Path, required=True, help="folder with pages.jsonl and the pages")
    options.add_argument("--out", type=Path, help="where to write the model trained on all pages")
    options.add_argument("--folds", type=Path, help="folder for the models of cross-validation")
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    data = data_in(given.data)
    print(f"{len(data.story)} lines, {len(data.names)} features", flush=True)
    if given.folds:
        given.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            np.savez_compressed(given.folds / f"lines-{fold}.npz", **trained(data, data.folds != fold, given.threads))
    if given.out:
        np.savez_compressed(given.out, **trained(data, np.ones(len(data.story), dtype=bool), given.threads))


if __name__ == "__main__":
    main()
