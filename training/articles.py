"""Train the scorer that tells a story's blocks from the rest of a page (`copydesk.articles.scoring`).

    python -m training.articles --data SHARED/data/pages/dev --out src/copydesk/articles/model.npz

Gold text is aligned with the pages' blocks (`training.article_labels`), and oblivious trees are boosted on the blocks'
features with CatBoost (needs `pip install catboost`). With `--folds DIR`, one model is trained for each of five folds
too, none of which has seen a site (registered domain) of its own fold: `benchmarks.articles` measures with those.
"""

import argparse
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlparse

import numpy as np

from copydesk.articles.blocks import blocks_of
from copydesk.articles.features import COLUMNS, ROW, features
from copydesk.articles.guard import guard
from copydesk.articles.html import hints
from copydesk.articles.metadata import metadata_of
from training.article_labels import shares
from training.boosting import boosted

FOLDS = 5
TREES = 220
_SECOND_LEVEL = frozenset(("co", "com", "org", "gov", "ac", "edu", "net"))


class Data(NamedTuple):
    """Blocks of all pages: features, the share of each in the gold, its page, its weight, and their folds by page."""

    matrix: Any
    shares: Any
    weights: Any
    pages: Any
    folds: Any


def domain_of(url: str) -> str:
    """Return the registered domain of a URL."""
    parts = urlparse(url).netloc.lower().split(":")[0].split(".")
    deep = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL
    return ".".join(parts[-3 if deep else -2 :])


def folds_of(items: list[dict[str, Any]]) -> list[int]:
    """Return each page's fold; all pages of one domain share it."""
    domains = [domain_of(item["url"] or item["id"]) for item in items]
    names = sorted(set(domains))
    order = np.random.RandomState(7).permutation(len(names))
    fold = {names[name]: place % FOLDS for place, name in enumerate(order)}
    return [fold[domain] for domain in domains]


def pages_in(folder: Path) -> list[dict[str, Any]]:
    """Return the gold of a folder of pages, in its order."""
    return [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").split("\n") if line]


def markup_of(folder: Path, item: dict[str, Any]) -> str:
    """Return a page's markup."""
    return gzip.decompress((folder / f"{item['id']}.html.gz").read_bytes()).decode("utf-8", "replace")


def data_in(folder: Path) -> Data:
    """Read a folder of pages and label their blocks."""
    items = pages_in(folder)
    rows = []
    for number, item in enumerate(items):
        blocks = blocks_of(guard(markup_of(folder, item)).markup)
        if not blocks.texts:
            continue
        gold = item["text"] or ""
        share = np.array(shares(blocks.texts, gold), dtype=np.float32)
        table = features(blocks, *hints(blocks, metadata_of(blocks)))
        # A page weighs the same whatever its length: a block counts by its part of the page's story.
        weights = np.minimum(np.maximum(table[ROW["words"]], 2) / max(100, len(gold.split())) * 100, 30) + 0.05
        rows.append((table.T, share, weights, np.full(len(share), number)))
    return Data(*map(np.concatenate, zip(*rows, strict=True)), np.array(folds_of(items)))


def trained(data: Data, rows: Any, threads: int) -> dict[str, Any]:
    """Train one ensemble and return it as arrays (see `copydesk.articles.trees`), its features those it asks for."""
    matrix, story, weights = data.matrix[rows], data.shares[rows] >= 0.5, data.weights[rows]
    grown = boosted(matrix, story, weights, COLUMNS, trees=TREES, asked=0.5, threads=threads)
    return {f"blocks.{name}": array for name, array in grown.items()}


def arguments(description: str) -> argparse.Namespace:
    """Return what the command line asks for: where the pages are, and where models go."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--data", type=Path, required=True, help="folder with pages.jsonl and the pages")
    options.add_argument("--out", type=Path, help="where to write the model trained on all pages")
    options.add_argument("--folds", type=Path, help="folder for the models of cross-validation")
    options.add_argument("--threads", type=int, default=2)
    return options.parse_args()


def write(asked: argparse.Namespace, name: str, folds: Any, fit: Callable[[Any], dict[str, Any]]) -> None:
    """Train the model that ships, and those of the folds, and write them where so asked.

    Args:
        asked: the command line's arguments.
        name: what the folds' files begin with.
        folds: (rows,) the fold of each row.
        fit: takes (rows,) which ones to train on, returns the model's arrays.
    """
    chosen = [(asked.out, np.ones(len(folds), dtype=bool))] if asked.out else []
    if asked.folds:
        asked.folds.mkdir(parents=True, exist_ok=True)
        chosen += [(asked.folds / f"{name}-{fold}.npz", folds != fold) for fold in range(FOLDS)]
    for file, rows in chosen:
        np.savez_compressed(file, **fit(rows))
        print(file.name, flush=True)


def main() -> None:
    """Train the model that ships, and those of the folds where so asked."""
    asked = arguments("Train the scorer of blocks.")
    data = data_in(asked.data)
    print(f"{len(data.folds)} pages, {len(data.shares)} blocks, {len(COLUMNS)} features", flush=True)
    write(asked, "articles", data.folds[data.pages], lambda rows: trained(data, rows, asked.threads))


if __name__ == "__main__":
    main()
