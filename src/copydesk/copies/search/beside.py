"""How near pairs of pages are, by their whole fingerprints, where few of all pairs are asked for."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.print_likeness import PARTS, parts_of
from copydesk.copies.search.prints import BITS, Batch, Hashes, Numbers

_BESIDE: Final = 40_000
"""Pairs whose fingerprints are put beside one another in one pass."""
Scores = NDArray[np.float64]


def pair_nearness(one: Batch, other: Batch, first: Numbers, second: Numbers, sizes: tuple[int, int]) -> Scores:
    """Return for pairs of texts what `print_likeness.nearness` gives: the greater of both likenesses.

    Args:
        one: fingerprints that the firsts are numbered in.
        other: fingerprints that the seconds are numbered in.
        first: number of the one text of each pair.
        second: number of the other.
        sizes: how many texts the two batches have.
    """
    parts = parts_of(one, sizes[0]), parts_of(other, sizes[1])
    counts = [
        np.bincount(batch.shingle_texts, minlength=size).astype(np.float32)
        for batch, size in zip((one, other), sizes, strict=True)
    ]
    found = []
    for at in range(0, len(first), _BESIDE):
        i, j = first[at : at + _BESIDE], second[at : at + _BESIDE]
        row, place, beside = in_both(one.facts, one.fact_texts, (other.facts, other.fact_texts), i, j)
        facts = np.bincount(row, parts[0][place].astype(np.float64) * parts[1][beside], len(i)).astype(np.float32)
        row, *_ = in_both(one.shingles, one.shingle_texts, (other.shingles, other.shingle_texts), i, j)
        both = np.bincount(row, minlength=len(i)).astype(np.float32)
        share = both / np.maximum(np.minimum(counts[0][i], counts[1][j]), np.float32(1))
        found.append(np.maximum(facts / np.float32(PARTS**2), share).astype(np.float64))
    return np.concatenate(found) if found else np.zeros(0)


def in_both(
    hashes: Hashes, texts: Numbers, other: tuple[Hashes, Numbers], first: Numbers, second: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each hash that the texts of a pair share the number of the pair and its places in both.

    Args:
        hashes: hashes of the firsts, at most 41 bits, sorted by text.
        texts: the text of each.
        other: hashes of the seconds and their texts, sorted by text, then by hash.
        first: number of the one text of each pair.
        second: number of the other.
    """
    size = int(first.max(initial=-1)) + 1
    cuts = np.searchsorted(texts, np.arange(size + 1))
    lengths = cuts[first + 1] - cuts[first]
    row = np.repeat(np.arange(len(first)), lengths)
    place = np.repeat(cuts[first] - (np.cumsum(lengths) - lengths), lengths) + np.arange(len(row))
    packed = (other[1].astype(np.uint64) << np.uint64(BITS + 1)) | other[0]
    wanted = (second[row].astype(np.uint64) << np.uint64(BITS + 1)) | hashes[place]
    at = np.minimum(np.searchsorted(packed, wanted), max(len(packed) - 1, 0))
    hit = packed[at] == wanted if len(packed) else np.zeros(len(wanted), bool)
    return row[hit], place[hit], at[hit]
