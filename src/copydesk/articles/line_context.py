"""What a first reading of all lines says around each of them, for a second reading (stacking: Wolpert 1992)."""

from typing import Final

import numpy as np

from copydesk.articles.line_features import Columns, Floats, densest

_NEAR: Final = 8
_REACHES: Final = (3, 6, 12, 30, 9999)
_LIKELY: Final = (0.3, 0.6, 0.9)
_COSTS: Final = (0.3, 0.5, 0.7)
_HALF: Final = 0.45
_LONGEST: Final = 60.0  # words by which a line counts at most


def context(chances: Floats, words: Floats) -> Columns:
    """Return features of lines, one column a name, from how likely each is to be the story's.

    Args:
        chances: of each line, by the first reading; at least one line.
        words: how many words each line has.
    """
    size = len(chances)
    order = np.arange(size)
    weight = np.minimum(words, _LONGEST)
    columns: Columns = {}
    edge = np.full(_NEAR, -1.0)
    padded = np.concatenate((edge, chances, edge))
    for offset in range(-_NEAR, _NEAR + 1):
        columns[f"chance {offset:+}"] = padded[_NEAR + offset : _NEAR + offset + size]
    for name, values in (
        ("chances", chances),
        ("told", chances * weight),
        ("likely", (chances > 0.5) * weight),
        ("over", (chances - 0.5) * weight),
    ):
        total = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
        for reach in _REACHES:
            columns[f"{name} -{reach}"] = total[:-1] - total[np.maximum(order - reach, 0)]
            columns[f"{name} +{reach}"] = total[np.minimum(order + 1 + reach, size)] - total[1:]
    for least in _LIKELY:
        marked = chances >= least
        after = np.minimum.accumulate(np.where(marked, order, 9999)[::-1])[::-1]
        before = np.maximum.accumulate(np.where(marked, order, -9999))
        columns[f"to {least}"] = np.minimum(after - order, 999)
        columns[f"from {least}"] = np.minimum(order - before, 999)
    columns["best"] = np.full(size, chances.max())
    columns["page told"] = np.full(size, (chances * weight).sum())
    columns["page likely"] = np.full(size, ((chances > 0.5) * weight).sum())
    for cost in _COSTS:
        start, end = densest((chances - cost) * weight)
        columns[f"after start {cost}"], columns[f"before end {cost}"] = order - start, end - order
        columns[f"within {cost}"] = (order >= start) & (order < end)
    side = chances >= _HALF
    edges = np.flatnonzero(np.concatenate(([True], side[1:] != side[:-1], [True])))
    lengths = np.diff(edges)
    total = np.concatenate(([0.0], np.cumsum(words, dtype=np.float64)))
    columns["side"], columns["in side"] = np.repeat(lengths, lengths), order - np.repeat(edges[:-1], lengths)
    columns["side words"] = np.repeat(total[edges[1:]] - total[edges[:-1]], lengths)
    return columns
