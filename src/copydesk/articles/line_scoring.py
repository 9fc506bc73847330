"""Which lines of text without markup are the story's: trained scorers of their own, that ship in the package.

Lines are read twice: by themselves and what stands about them, then once more with what the first reading says of all.
"""

from typing import Any, Final

import numpy as np

from copydesk.articles import trees
from copydesk.articles.line_context import context
from copydesk.articles.line_features import Columns, Floats, line_features

MOST: Final = 20_000  # lines that are read at once
THRESHOLD: Final = 0.45


def _made(arrays: Any) -> tuple[trees.Trees, trees.Trees]:
    return trees.load(arrays, "lines"), trees.load(arrays, "again")


MODELS: Final = trees.Shipped("lines.npz", _made)


def line_scores(lines: list[str]) -> Floats:
    """Return, for each line of text without markup, how likely it is to be the story's (0 to 1).

    Endless texts are read in stretches of `MOST` lines, so that memory stays bounded.
    """
    if len(lines) > MOST:
        return np.concatenate([line_scores(lines[i : i + MOST]) for i in range(0, len(lines), MOST)])
    first, again = MODELS.get()
    columns = line_features(lines)
    return _chances(again, columns | context(_chances(first, columns), columns["words"]))


def _chances(model: trees.Trees, columns: Columns) -> Floats:
    table = np.stack([np.asarray(columns[name], dtype=np.float32) for name in model.names])
    return trees.chances(model.margins(table))
