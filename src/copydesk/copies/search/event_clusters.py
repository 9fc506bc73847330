"""Pages that tell of one event: clusters of average linkage, whatever the order of the pages.

Agglomerative clustering by the mean likeness of all pairs (UPGMA; Sokal and Michener 1958), found along chains of
nearest neighbours (Murtagh 1983, "A survey of recent advances in hierarchical clustering algorithms").
"""

import numpy as np
from numpy.typing import NDArray

Likeness = NDArray[np.float64]


def clusters(alike: NDArray[np.float32], least: float) -> list[int]:
    """Return for each page the number of its cluster: clusters are joined while their mean likeness is `least` or more.

    Args:
        alike: how alike each two pages are, symmetric.
        least: mean likeness of two clusters that are one.
    """
    count = len(alike)
    merged: dict[int, Likeness] = {}  # how alike each cluster of several pages is with each
    sizes = np.ones(count)
    number = np.arange(count)
    alive = np.ones(count, bool)
    chain: list[int] = []

    def row_of(one: int) -> Likeness:
        if one in merged:
            return merged[one]
        row: Likeness = alike[one].astype(np.float64)
        for other, theirs in merged.items():
            row[other] = theirs[one]
        row[one] = -1.0
        return row

    while True:
        if not chain:
            left = np.flatnonzero(alive)
            if len(left) < 2:
                break
            chain = [int(left[0])]
        row = np.where(alive, row_of(chain[-1]), -1.0)
        best = int(np.argmax(row))
        if len(chain) > 1 and row[chain[-2]] >= row[best]:
            best = chain[-2]
        if row[best] < least:
            whole = chain.pop()  # nothing is near enough to the last of the chain
            alive[whole] = False
            merged.pop(whole, None)
            continue
        if len(chain) > 1 and best == chain[-2]:
            one, other = chain.pop(), chain.pop()
            one, other = min(one, other), max(one, other)
            joined = (row_of(one) * sizes[one] + row_of(other) * sizes[other]) / (sizes[one] + sizes[other])
            joined[one] = -1.0
            merged.pop(other, None)
            for third, theirs in merged.items():
                theirs[one] = joined[third]
            merged[one] = joined
            sizes[one] += sizes[other]
            alive[other] = False
            number[number == other] = one
        else:
            chain.append(best)
    return [int(one) for one in number]
