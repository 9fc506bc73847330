"""Which blocks of a page are its story: the trained scorer that ships in the package."""

from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from copydesk.articles.markup.block_features import Floats, described
from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.columns import ROW
from copydesk.articles.scorer.shipped import WORDING, WORDING_OF_PROSE, Shipped

MODEL: Final = Shipped("model.npz")


@lru_cache(maxsize=1)
def _rows(names: tuple[str, ...]) -> npt.NDArray[Any]:
    """Return the rows of the table of features that hold some of them; the wording's is filled later."""
    return np.array([0 if name == WORDING else ROW[name] for name in names])


def scores(page: Blocks, title: str, body: str, declared_words: int = 0) -> Floats:
    """Return, for each block, how likely it is to be the story's (0 to 1).

    Args:
        page: its blocks; at least one.
        title: the headline as the metadata gives it.
        body: the article's text as its JSON-LD gives it.
        declared_words: how many words its JSON-LD says that it has; 0 where it does not say.
    """
    scorer = MODEL.get()
    found, english = described(page, title, body, declared_words)
    table = found.take(_rows(scorer.networks.names), axis=0)
    wording = None if english else np.where(found[ROW["prose"]] > 0, WORDING_OF_PROSE, 0)
    return scorer.probabilities(page.texts, table, wording)
