"""How alike some pages are, by their fingerprints: in the facts that they name, and in the words that they share."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.prints import Batch, Hashes, Numbers

CELLS: Final = 1 << 18
"""Cells, pages by fingerprints, that are multiplied at a time: a megabyte."""
ROWS: Final = 256
"""Pages whose products with the others are reckoned at a time."""
PIECE: Final = 1 << 15
"""Fingerprints that are sorted at a time."""
PARTS: Final = 4000
"""Parts that the norm of a text's facts is counted in; its square is under 2**24, up to which floats count exactly."""
Matrix = NDArray[np.float32]
Places = NDArray[np.int32]
Stems = NDArray[np.uint32]


def facts_alike(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the cosine of the weights of their facts, 0 to 1.

    Weights are counted in whole parts, so that sums are exact: two pages are as alike among many as among few.
    """
    alike = _products(prints.facts, prints.fact_texts, parts_of(prints, pages), pages)
    alike /= np.float32(PARTS**2)
    return alike


def shingles_shared(prints: Batch, pages: int) -> Matrix:
    """Return for each two pages the share of the shingles of the page with fewer that the other holds, 0 to 1."""
    shared = _products(prints.shingles, prints.shingle_texts, np.ones(len(prints.shingles), np.float32), pages)
    sizes = np.bincount(prints.shingle_texts, minlength=pages).astype(np.float32)
    for row, size in zip(shared, sizes, strict=True):
        row /= np.maximum(np.minimum(sizes, size), np.float32(1))
    return shared


def sets_alike(hashes: Hashes | Stems, texts: Places, pages: int) -> Matrix:
    """Return for each two sets of hashes the cosine: what both hold, by the geometric mean of their sizes."""
    both = _products(hashes, texts, np.ones(len(hashes), np.float32), pages)
    sizes = np.bincount(texts, minlength=pages).astype(np.float32)
    for row, size in zip(both, sizes, strict=True):
        row /= np.sqrt(np.maximum(sizes * size, np.float32(1)))
    return both


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


def _products(
    hashes: Hashes | Stems, texts: Numbers | Places, values: Matrix, pages: int, some: Numbers | None = None
) -> Matrix:
    """Return the products of all rows of a sparse matrix, or of some with all, some columns and rows at a time.

    Values are whole numbers, and sums stay under 2**24, so the products of 32-bit floats are exact. Of all with all
    half is reckoned, and the other half is its mirror image.
    """
    rows = np.arange(pages) if some is None else some
    total = np.zeros((len(rows), pages), np.float32)
    pieces = 1 + len(hashes) // PIECE
    for piece in range(pieces):
        own = hashes % np.uint64(pieces) == piece if pieces > 1 else slice(None)
        column, owners, counts, known = _columns(hashes[own], texts[own], values[own], pages, some)
        width = max(1, min(known, CELLS // max(pages, 1)))
        for first in range(0, known, width):
            low, high = np.searchsorted(column, (first, first + width))
            table = np.zeros((pages, width), np.float32)
            table[owners[low:high], column[low:high] - first] = counts[low:high]
            _add_products(total, table, some)
    if some is None:
        for at in range(0, pages, ROWS):
            total[at + ROWS :, at : at + ROWS] = total[at : at + ROWS, at + ROWS :].T
    return total


def _add_products(total: Matrix, table: Matrix, some: Numbers | None) -> None:
    """Add the products of some rows of a table with all; of all with all those with themselves and the rows after."""
    for at in range(0, len(total), ROWS):
        if some is None:
            total[at : at + ROWS, at:] += table[at : at + ROWS] @ table[at:].T
        else:
            total[at : at + ROWS] += table[some[at : at + ROWS]] @ table.T


def _columns(
    hashes: Hashes | Stems, texts: Numbers | Places, values: Matrix, pages: int, some: Numbers | None
) -> tuple[Places, Places, Matrix, int]:
    """Return the cells of a sparse matrix by column: its number, its row, its value; and how many columns there are.

    Columns are the hashes that more than one text holds, and one of the asked ones.
    """
    order = np.argsort(hashes, kind="stable")
    by_column = hashes[order]
    new = np.ones(len(order), bool)
    np.not_equal(by_column[1:], by_column[:-1], out=new[1:])
    del by_column
    owners: Places = texts[order].astype(np.int32)
    values = values[order]
    firsts = np.flatnonzero(new)
    common = np.diff(firsts, append=len(order)) > 1
    if some is not None and len(firsts):
        asked = np.zeros(pages, bool)
        asked[some] = True
        common &= np.logical_or.reduceat(asked[owners], firsts)
    kept = np.repeat(common, np.diff(firsts, append=len(order)))
    number: Places = np.cumsum(new[kept], dtype=np.int32) - np.int32(1)
    return number, owners[kept], values[kept], int(common.sum())
