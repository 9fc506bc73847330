"""How alike some pages are, by their fingerprints: in the facts that they name, and in the words that they share."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.prints import Batch, Hashes, Numbers

COLUMNS: Final = 2048
"""Fingerprints that are multiplied at a time."""
PARTS: Final = 4000
"""Parts that the norm of a text's facts is counted in; its square is under 2**24, up to which floats count exactly."""
Matrix = NDArray[np.float32]


def facts_alike(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the cosine of the weights of their facts, 0 to 1.

    Weights are counted in whole parts, so that sums are exact: two pages are as alike among many as among few.
    """
    return (_products(prints.facts, prints.fact_texts, parts_of(prints, pages), pages) / np.float32(PARTS**2)).astype(
        np.float32
    )


def shingles_shared(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the share of the shingles of the page with fewer that the other holds, 0 to 1."""
    ones = np.ones(len(prints.shingles), np.float32)
    shared = _products(prints.shingles, prints.shingle_texts, ones, pages)
    sizes = np.bincount(prints.shingle_texts, minlength=pages).astype(np.float32)
    return (shared / np.maximum(np.minimum.outer(sizes, sizes), 1.0)).astype(np.float32)


def sets_alike(hashes: Hashes, texts: Numbers, pages: int) -> Matrix:
    """Return for each two sets of hashes the cosine: what both hold, by the geometric mean of their sizes."""
    both = _products(hashes, texts, np.ones(len(hashes), np.float32), pages)
    sizes = np.bincount(texts, minlength=pages).astype(np.float32)
    alike: Matrix = (both / np.sqrt(np.maximum(np.outer(sizes, sizes), 1.0))).astype(np.float32)
    return alike


def nearness(prints: Batch, pages: int, some: Numbers) -> Matrix:
    """Return the greater of both likenesses of some pages, by number, to each of all: one row for each of the some."""
    facts = _products(prints.facts, prints.fact_texts, parts_of(prints, pages), pages, some) / np.float32(PARTS**2)
    shared = _products(prints.shingles, prints.shingle_texts, np.ones(len(prints.shingles), np.float32), pages, some)
    sizes = np.bincount(prints.shingle_texts, minlength=pages).astype(np.float32)
    near: Matrix = np.maximum(facts, shared / np.maximum(np.minimum.outer(sizes[some], sizes), 1.0)).astype(np.float32)
    return near


def parts_of(prints: Batch, pages: int) -> Matrix:
    """Return the weights of facts as whole parts of their text's norm."""
    weigh = weights(prints.facts)
    norm = np.sqrt(np.bincount(prints.fact_texts, weigh**2, pages))
    parts: Matrix = np.rint(PARTS * weigh / np.maximum(norm[prints.fact_texts], 1e-9)).astype(np.float32)
    return parts


def _products(hashes: Hashes, texts: Numbers, values: Matrix, pages: int, some: Numbers | None = None) -> Matrix:
    """Return the products of all rows of a sparse matrix, or of some with all, some columns at a time.

    Values are whole numbers, and sums stay under 2**24, so the products of 32-bit floats are exact.
    """
    rows = np.arange(pages) if some is None else some
    asked = np.zeros(pages, bool)
    asked[rows] = True
    known, column, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    common = (counts > 1) & (np.bincount(column[asked[texts]], minlength=len(known)) > 0)
    kept = common[column] if len(column) else np.zeros(0, bool)
    column = (np.cumsum(common) - 1)[column[kept]] if len(column) else column
    texts, values = texts[kept], values[kept]
    order = np.argsort(column, kind="stable")
    column, texts, values = column[order], texts[order], values[order]
    total = np.zeros((len(rows), pages), np.float32)
    for first in range(0, int(common.sum()), COLUMNS):
        low, high = np.searchsorted(column, (first, first + COLUMNS))
        table = np.zeros((pages, COLUMNS), np.float32)
        table[texts[low:high], column[low:high] - first] = values[low:high]
        total += (table if some is None else table[rows]) @ table.T  # of a matrix with itself: half the work
    return total
