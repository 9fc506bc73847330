"""Which lines of text without markup are the story's: trained scorers of their own, that ship in the package.

Lines are read twice: by themselves and what stands about them, then once more with what the first reading says of all.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np

from copydesk.articles import trees
from copydesk.articles.line_context import context
from copydesk.articles.line_features import Columns, Floats, line_features

MODEL: Final = "lines.npz"
MOST: Final = 20_000  # lines that are read at once
THRESHOLD: Final = 0.45
_DOUBT: Final = 0.2  # text whose likeliest line is less likely than this has no story
_file: Path | None = None


def use(file: Path | None) -> None:
    """Score with another model from here on; None goes back to the one that ships.

    For measuring only: cross-validation reads each page with a model that has not seen its site.
    """
    global _file
    _file = file
    _models.cache_clear()


@cache
def _models() -> tuple[trees.Trees, trees.Trees]:
    with (_file or files("copydesk.articles").joinpath(MODEL)).open("rb") as file, np.load(file) as arrays:
        return trees.load(arrays, "lines"), trees.load(arrays, "again")


def line_scores(lines: list[str]) -> Floats:
    """Return, for each line of text without markup, how likely it is to be the story's (0 to 1).

    Endless texts are read in stretches of `MOST` lines, so that memory stays bounded.
    """
    if len(lines) > MOST:
        return np.concatenate([line_scores(lines[i : i + MOST]) for i in range(0, len(lines), MOST)])
    first, again = _models()
    columns = line_features(lines)
    return _chances(again, columns | context(_chances(first, columns), columns["words"]))


def _chances(model: trees.Trees, columns: Columns) -> Floats:
    table = np.stack([np.asarray(columns[name], dtype=np.float32) for name in model.names])
    return (np.float32(1) / (np.float32(1) + np.exp(-model.margins(table)))).astype(np.float32)


def threshold(chances: Floats) -> float:
    """Return the chance from which on lines are the story's: lower where none is likely, 1 where there is no story."""
    best = float(chances.max(initial=0))
    return min(THRESHOLD, 0.6 * best) if best >= _DOUBT else 1.0
