"""Which blocks of a page are its story: the trained scorer that ships in the package."""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from copydesk.articles import trees
from copydesk.articles.blocks import Blocks
from copydesk.articles.features import ROW, Floats, features

THRESHOLD: Final = 0.4


def _made(arrays: Any) -> trees.Trees:
    model = trees.load(arrays, "blocks")
    # The trees ask by number among their own features; the table holds all.
    rows = np.array([ROW[name] for name in model.names])
    return replace(model, features=rows[model.features])


MODEL: Final = trees.Shipped("model.npz", _made)


def scores(page: Blocks, title: str, body: str, said: int = 0) -> Floats:
    """Return, for each block, how likely it is to be the story's (0 to 1).

    Args:
        page: its blocks; at least one.
        title: the headline as the metadata gives it.
        body: the article's text as its JSON-LD gives it.
        said: how many words its JSON-LD says that it has; 0 where it does not say.
    """
    return trees.chances(MODEL.get().margins(features(page, title, body, said)))
