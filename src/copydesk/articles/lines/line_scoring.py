"""Which lines of text without markup are the story's: a trained scorer of its own that ships in the package."""

from typing import Final

import numpy as np

from copydesk.articles.lines.line_features import Floats, are_english, line_features
from copydesk.articles.scorer.shipped import WORDING, WORDING_OF_PROSE, Shipped

MOST: Final = 20_000  # lines that are read at once
THRESHOLD: Final = 0.45  # probability from which on a line is the story's
MODEL: Final = Shipped("lines.npz")


def line_scores(lines: list[str]) -> Floats:
    """Return, for each line of text without markup, how likely it is to be the story's (0 to 1).

    Endless texts are read in stretches of `MOST` lines, so that memory stays bounded.
    """
    if len(lines) > MOST:
        return np.concatenate([line_scores(lines[i : i + MOST]) for i in range(0, len(lines), MOST)])
    scorer = MODEL.get()
    english = are_english(lines)
    columns = line_features(lines, english=english)
    columns[WORDING] = np.zeros(len(lines))
    table = np.stack([np.asarray(columns[name], dtype=np.float32) for name in scorer.networks.names])
    wording = None if english else np.where(columns["prose"] > 0, WORDING_OF_PROSE, 0)
    return scorer.probabilities(lines, table, wording)
