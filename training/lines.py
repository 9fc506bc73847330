"""Train the scorer that tells a story's lines from furniture in text without markup (`copydesk.articles.line_scoring`).

    python -m training.lines --data SHARED/data/pages/dev --out src/copydesk/articles/lines.npz

Pages are taken off their markup: whole, and as people paste them (the story, or a brief part of it, with a few lines
about it). Gold text is aligned with their lines (`training.article_labels`); oblivious trees are boosted on the lines'
features with CatBoost (needs `pip install catboost`), twice: the second ensemble sees, too, what the first says of all
lines of a page, each read by one that has not seen the page's site. With `--folds DIR`, one model is trained for each
of five folds too, none of which has seen a site (registered domain) of its own fold: `benchmarks.article_lines` takes
those.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from copydesk.articles import trees
from copydesk.articles.blocks import Blocks, blocks_of
from copydesk.articles.guard import guard
from copydesk.articles.line_context import context
from copydesk.articles.line_features import line_features, matrix
from copydesk.articles.vocabulary import HIDDEN
from training.article_labels import shares
from training.articles import arguments, folds_of, markup_of, pages_in, write
from training.boosting import boosted

TREES, AGAIN = 130, 100
CUTS = 2  # of each page as pasted
EDGE = 10  # lines of the story at each end, where furniture and story meet
INNER = 0.4  # weight of lines within the story, beside those at its edges and outside it
PAGE = 60.0  # weight of a page


class Data(NamedTuple):
    """Lines of all pages: their features, whether they are the story's, their weights, their folds and their texts."""

    names: list[str]
    matrix: Any
    story: Any
    weights: Any
    folds: Any
    texts: Any


def data_in(folder: Path) -> Data:
    """Read a folder of pages, each whole and cut as people paste it, every other time in brief."""
    items = pages_in(folder)
    random = np.random.RandomState(11)
    parts: list[tuple[Any, ...]] = []
    names: list[str] = []
    for fold, item in zip(folds_of(items), items, strict=True):
        texts = visible(blocks_of(guard(markup_of(folder, item)).markup))
        if not texts:
            continue
        story = np.array(shares(texts, item["text"] or "")) >= 0.5
        cuts = (pasted(story, random, brief=number % 2 == 1) for number in range(CUTS))
        for chosen in (np.arange(len(story)), *cuts):
            if len(chosen):
                columns = line_features([texts[i] for i in chosen])
                names = list(columns)
                weights = _weights(columns["words"], story[chosen], len((item["text"] or "").split()))
                of_text = np.full(len(chosen), len(parts))
                parts.append((matrix(columns), story[chosen], weights, np.full(len(chosen), fold), of_text))
    return Data(names, *map(np.concatenate, zip(*parts, strict=True)))


def visible(page: Blocks) -> list[str]:
    """Return the lines of a page that stand in no element that is marked as not shown."""
    hidden: list[bool] = []
    for groups, parent in zip(page.groups, page.parents, strict=True):
        hidden.append(bool(groups & HIDDEN) or (parent >= 0 and hidden[parent]))
    return [text for text, owner in zip(page.texts, page.owners, strict=True) if not hidden[owner]]


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
    """Train both ensembles and return them as arrays (see `copydesk.articles.trees`), features those they ask for."""
    first = _grown(data, rows, threads)
    chances = np.zeros(len(data.story), dtype=np.float32)
    for fold in np.unique(data.folds[rows]):
        unseen = rows & (data.folds == fold)
        chances[unseen] = _chances(_grown(data, rows & (data.folds != fold), threads), data, unseen)
    second = boosted(*_again(data, rows, chances), trees=AGAIN, asked=0.25, threads=threads)
    named = {"lines": first, "again": second}
    return {f"{name}.{part}": array for name, grown in named.items() for part, array in grown.items()}


def _grown(data: Data, rows: Any, threads: int) -> dict[str, Any]:
    """Train the first ensemble on some rows."""
    matrix, story, weights = data.matrix[rows], data.story[rows], data.weights[rows]
    return boosted(matrix, story, weights, data.names, trees=TREES, asked=0.25, threads=threads)


def _chances(grown: dict[str, Any], data: Data, rows: Any) -> Any:
    """Return how likely an ensemble finds some rows to be the story's."""
    model = trees.load({f"lines.{name}": array for name, array in grown.items()}, "lines")
    table = data.matrix[rows][:, [data.names.index(name) for name in model.names]]
    return trees.chances(model.margins(np.ascontiguousarray(table.T)))


def _again(data: Data, rows: Any, chances: Any) -> tuple[Any, Any, Any, list[str]]:
    """Return what the second ensemble is trained on: features, labels, weights and the features' names."""
    places = np.flatnonzero(rows)
    words = data.matrix[:, data.names.index("words")]
    starts = np.flatnonzero(np.diff(data.texts[places], prepend=-1))
    tables = [context(chances[text], words[text]) for text in np.split(places, starts[1:])]
    told = np.concatenate([matrix(columns) for columns in tables])
    names = [*data.names, *tables[0]]
    return np.concatenate((data.matrix[rows], told), axis=1), data.story[rows], data.weights[rows], names


def main() -> None:
    """Train the model that ships, and those of the folds where so asked."""
    asked = arguments("Train the scorer of lines.")
    data = data_in(asked.data)
    print(f"{len(data.story)} lines, {len(data.names)} features", flush=True)
    write(asked, "lines", data.folds, lambda rows: trained(data, rows, asked.threads))


if __name__ == "__main__":
    main()
