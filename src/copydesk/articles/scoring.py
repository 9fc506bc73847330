"""Which blocks of a page are its story: the trained scorer that ships in the package."""

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

_file: Path | None = None


def use(file: Path | None) -> None:
    """Score with another model from here on; None goes back to the one that ships.

    For measuring only: cross-validation reads each page with a model that has not seen its site.
    """
    global _file
    _file = file
    _model.cache_clear()


@cache
def _model() -> trees.Trees:
    with (_file or files("copydesk.articles").joinpath(MODEL)).open("rb") as file, np.load(file) as arrays:
        model = trees.load(arrays, "blocks")
    # The trees ask by number among their own features; the table holds all.
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
    margins = _model().margins(features(page, title, body, said))
    return (np.float32(1) / (np.float32(1) + np.exp(-margins))).astype(np.float32)


def threshold(chances: npt.NDArray[np.float32]) -> float:
    """Return the chance from which on blocks are the story's: lower where none is likely, 1 where there is no story."""
    best = float(chances.max(initial=0))
    return min(THRESHOLD, 0.6 * best) if best >= _DOUBT else 1.0
