"""How alike some pages are, by their fingerprints: in the facts that they name, and in the words that they share."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.prints import Batch, Hashes, Numbers

COLUMNS: Final = 2048
"""Fingerprints that are multiplied at a time."""
Matrix = NDArray[np.float32]


def facts_alike(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the cosine of the weights of their facts, 0 to 1; 1 beside itself."""
    weigh = weights(prints.facts)
    norm = np.sqrt(np.bincount(prints.fact_texts, weigh**2, pages))
    rows = weigh / np.maximum(norm[prints.fact_texts], 1e-9)
    return _products(prints.facts, prints.fact_texts, rows.astype(np.float32), pages)


def shingles_shared(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the share of the shingles of the page with fewer that the other holds, 0 to 1."""
    ones = np.ones(len(prints.shingles), np.float32)
    shared = _products(prints.shingles, prints.shingle_texts, ones, pages)
    sizes = np.bincount(prints.shingle_texts, minlength=pages).astype(np.float32)
    return (shared / np.maximum(np.minimum.outer(sizes, sizes), 1.0)).astype(np.float32)


def _products(hashes: Hashes, texts: Numbers, values: Matrix, pages: int) -> Matrix:
    """Return the products of all rows of a sparse matrix, some columns at a time."""
    _, column, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    common = counts > 1
    column = (np.cumsum(common) - 1)[column] if len(common) else column
    kept = common[np.unique(hashes, return_inverse=True)[1]] if len(hashes) else np.zeros(0, bool)
    column, texts, values = column[kept], texts[kept], values[kept]
    order = np.argsort(column, kind="stable")
    column, texts, values = column[order], texts[order], values[order]
    total = np.zeros((pages, pages), np.float32)
    for first in range(0, int(common.sum()), COLUMNS):
        low, high = np.searchsorted(column, (first, first + COLUMNS))
        table = np.zeros((pages, COLUMNS), np.float32)
        table[texts[low:high], column[low:high] - first] = values[low:high]
        total += table @ table.T
    return total
