"""Train the scorer that tells a story's blocks from the rest of a page (`copydesk.articles.markup.block_scoring`).

    python -m training.articles --data SHARED/data/pages/dev --out src/copydesk/articles/scorer/model.npz

Gold text is aligned with the pages' blocks (`training.article_labels`). Words and pairs of words are weighed first
(`training.wording`); networks (`training.sequences`) then learn from each block's features, its wording weighed by a
table that has not seen the page's site. Needs `pip install scikit-learn torch`. With `--folds DIR`, one model is
trained for each of five folds too, none of which has seen a site (registered domain) of its own fold:
`benchmarks.articles` measures with those.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlparse

import numpy as np

from copydesk.articles.markup.block_features import features
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.columns import COLUMNS, ROW
from copydesk.articles.markup.guard import guard
from copydesk.articles.markup.html import hints
from copydesk.articles.markup.metadata import metadata_of
from copydesk.articles.scorer.hashed_words import Wording, Words, wording
from copydesk.articles.scorer.shipped import WORDING
from training.article_labels import shares
from training.sequences import Page, networks
from training.wording import BITS, weighed

FOLDS = 5
SEEDS = (0,)
BATCH = 4
EPOCHS = 5
LONGEST = 300  # characters of a block whose words are weighed
CHANNELS = 32  # more are a little better, and slower
_SECOND_LEVEL = frozenset(("co", "com", "org", "gov", "ac", "edu", "net"))


class Blocked(NamedTuple):
    """A page's blocks: their features (less their wording), whether they are the story's, and their weights.

    Attributes:
        said: the blocks' words.
        fold, site: numbers for the page's fold and site.
    """

    table: Any
    story: Any
    weights: Any
    said: Wording
    fold: int
    site: int


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


def blocked_in(folder: Path) -> list[Blocked]:
    """Read a folder of pages and label their blocks."""
    items = pages_in(folder)
    found = []
    sites: dict[str, int] = {}
    for fold, item in zip(folds_of(items), items, strict=True):
        blocks = blocks_of(guard(markup_of(folder, item)).markup)
        if not blocks.texts:
            continue
        gold = item["text"] or ""
        story = np.array(shares(blocks.texts, gold)) >= 0.5
        table = features(blocks, *hints(blocks, metadata_of(blocks)))
        # A page weighs the same whatever its length: a block counts by its part of the page's story.
        weights = np.minimum(np.maximum(table[ROW["words"]], 2) / max(100, len(gold.split())) * 100, 30) + 0.05
        site = sites.setdefault(domain_of(item["url"] or item["id"]), len(sites))
        found.append(Blocked(table.T, story, weights, wording(blocks.texts, BITS, LONGEST), fold, site))
    return found


def trained(pages: list[Blocked], threads: int) -> dict[str, Any]:
    """Train both parts of the scorer and return them as arrays."""
    folds = {page.fold for page in pages}
    unseen = {fold: words_of([page for page in pages if page.fold != fold], LONGEST) for fold in folds}
    told = [
        Page(np.column_stack((page.table, unseen[page.fold].logits(page.said))), page.story, page.weights)
        for page in pages
    ]
    names = [*COLUMNS, WORDING]
    grown = networks(
        told, names, channels=CHANNELS, batch=BATCH, epochs=EPOCHS, averaged=True, seeds=SEEDS, threads=threads
    )
    return named(words_of(pages, LONGEST), grown)


def words_of(pages: Sequence[Any], longest: int) -> Words:
    """Weigh the words of pages (`Blocked`, or those of `training.lines`), `longest` characters of each text."""
    story, weights = (np.concatenate([getattr(page, name) for page in pages]) for name in ("story", "weights"))
    return weighed([page.said for page in pages], story, weights, [page.site for page in pages], longest)


def named(words: Words, grown: dict[str, Any]) -> dict[str, Any]:
    """Return both parts of a scorer as arrays, under the names that `copydesk.articles.scorer.shipped` reads."""
    said = {f"words.{name}": np.array(part) for name, part in words._asdict().items()}
    return said | {f"networks.{name}": array for name, array in grown.items()}


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
    pages = blocked_in(asked.data)
    print(f"{len(pages)} pages, {sum(len(page.story) for page in pages)} blocks, {len(COLUMNS)} features", flush=True)
    folds = np.array([page.fold for page in pages])
    write(asked, "articles", folds, lambda rows: trained([pages[i] for i in np.flatnonzero(rows)], asked.threads))


if __name__ == "__main__":
    main()
