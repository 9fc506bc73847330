"""Which blocks of a page are its story: the trained scorer that ships in the package."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from copydesk.articles import trees
from copydesk.articles.blocks import Blocks
from copydesk.articles.features import ROW, Floats, features

MODEL: Final = "model.npz"


THRESHOLD: Final = 0.4
_DOUBT: Final = 0.2  # a page whose likeliest block is less likely than this has no story


_KINDS: Final = ("blocks", "lines")
_file: Path | None = None


def use(file: Path | None) -> None:
    """Score with another model from here on; None goes back to the one that ships.

    For measuring only: cross-validation reads each page with a model that has not seen its site.
    """
    global _file
    _file = file
    _models.cache_clear()


@cache
def _models() -> dict[str, trees.Trees]:
    with (_file or files("copydesk.articles").joinpath(MODEL)).open("rb") as file, np.load(file) as arrays:
        return {kind: _of_rows(trees.load(arrays, kind)) for kind in _KINDS}


def _of_rows(model: trees.Trees) -> trees.Trees:
    """Return a model that asks about rows of the whole table of features."""
    rows = np.array([ROW[name] for name in model.names])
    return replace(model, features=rows[model.features])


def scores(page: Blocks, title: str, body: str, said: int = 0) -> Floats:
    """Return, for each block, how likely it is to be the story's (0 to 1).

    Args:
        page: its blocks; at least one.
        title: the headline as the metadata gives it.
        body: the article's text as its JSON-LD gives it.
        said: how many words its JSON-LD says that it has; 0 where it does not say.
    """
    return _chances(_models()["blocks"], features(page, title, body, said))


def line_scores(lines: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return, for each line of text without markup, how likely it is to be the story's (0 to 1)."""
    return _chances(_models()["lines"], features(without_markup(lines)))


def threshold(chances: npt.NDArray[np.float32]) -> float:
    """Return the chance from which on blocks are the story's: lower where none is likely, 1 where there is no story."""
    best = float(chances.max(initial=0))
    return min(THRESHOLD, 0.6 * best) if best >= _DOUBT else 1.0


def without_markup(lines: Sequence[str]) -> Blocks:
    """Return lines as the blocks of a page with no markup, so that lines and blocks have the same features."""
    count = len(lines)
    return Blocks(
        texts=list(lines),
        owners=[0] * count,
        links=[0] * count,
        bold=[0] * count,
        tags=["body"],
        parents=[-1],
        names=[""],
        hidden=[False],
        starts=[0],
        ends=[count],
    )


def _chances(model: trees.Trees, table: Floats) -> Floats:
    chances = np.float32(1) / (np.float32(1) + np.exp(-model.margins(table)))
    return chances.astype(np.float32)
