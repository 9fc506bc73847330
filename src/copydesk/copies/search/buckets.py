"""Pages by the hashes that they hold: which pairs adding some brings together, and which it parts.

What is told of some pages is what `candidates` tells of all of them at once, however they came. Rows are kept in
sorted runs that are merged as they grow (O'Neil et al. 1996, "The log-structured merge-tree").
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from copydesk.copies.search.candidates import (
    KEY,
    Holders,
    Together,
    enough,
    grouped,
    holders,
    looked_weights,
    pair_evidence,
    standing,
    together,
)
from copydesk.copies.search.prints import Batch, Flags, Hashes, Numbers

_KEYS = (np.uint64(1) << KEY) - np.uint64(1)


class Buckets:
    """Pages by the hashes that they hold."""

    def __init__(self) -> None:
        self._runs: list[Holders] = []

    @property
    def nbytes(self) -> int:
        """Bytes that the rows take up."""
        return sum(run.words.nbytes + run.pages.nbytes + run.looked.nbytes for run in self._runs)

    def add(self, prints: Batch, keys: Hashes, pages: Hashes) -> None:
        """Add pages that are not there, without asking what that changes.

        Args:
            prints: their fingerprints, numbered as the other arguments are.
            keys: their keys.
            pages: the numbers by which they are called.
        """
        self._keep(holders(prints, keys, pages))

    def bring(self, prints: Batch, keys: Hashes, pages: Hashes) -> tuple[Together, Hashes]:
        """Add pages; return the pairs of these with any that are brought together, and which pages others displaced.

        A displaced page stood for others that hold a hash, and does so no longer: what brings it together with
        another may be less than it was. No other pair of pages that were there is changed.
        """
        fresh = holders(prints, keys, pages)
        there = self._holding(np.unique(fresh.buckets))
        self._keep(fresh)
        held = there.joined([fresh])
        new = np.arange(len(held.words)) >= len(there.words)
        return together(held, new), _displaced(held, new)

    def still(self, prints: Batch, keys: Hashes, first: Numbers, second: Numbers) -> Flags:
        """Tell which pairs of pages that are there share enough to be put beside one another.

        Args:
            prints: fingerprints of the pages.
            keys: their keys.
            first: number of the one page of each pair among these.
            second: number of the other.
        """
        own = holders(prints, keys, np.arange(len(keys), dtype=np.uint64))
        found = pair_evidence(own, self._stands(own.words), first, second)
        looked = looked_weights(prints, len(keys))
        return enough(found, looked[first], looked[second])

    def _keep(self, held: Holders) -> None:
        self._runs.append(_sorted([held]))
        while len(self._runs) > 1 and len(self._runs[-2].words) < 2 * len(self._runs[-1].words):
            self._runs[-2:] = [_sorted(self._runs[-2:])]

    def _holding(self, buckets: Hashes) -> Holders:
        """Return the rows of some hashes."""
        found = [Holders(np.zeros(0, np.uint64), np.zeros(0, np.uint64), np.zeros(0, bool))]
        for run in self._runs:
            low, high = (np.searchsorted(run.words, words, side) for words, side in _bounds(buckets))
            sizes = high - low
            places = np.arange(sizes.sum()) + np.repeat(low - (np.cumsum(sizes) - sizes), sizes)
            found.append(run.part(places))
        return found[0].joined(found[1:])

    def _stands(self, words: Hashes) -> Flags:
        """Tell which rows stand for all that hold their hash."""
        sizes, ranks = np.zeros(len(words), np.int64), np.zeros(len(words), np.int64)
        for run in self._runs:
            low, high = (np.searchsorted(run.words, ends, side) for ends, side in _bounds(words >> KEY))
            sizes += high - low
            ranks += np.searchsorted(run.words, words) - low
        found: Flags = ranks < standing(words >> KEY, sizes)
        return found


def _bounds(buckets: Hashes) -> tuple[tuple[Hashes, Literal["left"]], tuple[Hashes, Literal["right"]]]:
    """Return the words between which the rows of some hashes are, and on which side of equal ones."""
    return (buckets << KEY, "left"), ((buckets << KEY) | _KEYS, "right")


def _sorted(runs: Sequence[Holders]) -> Holders:
    rows = runs[0].joined(list(runs[1:]))
    return rows.part(np.argsort(rows.words, kind="stable"))


def _displaced(held: Holders, new: Flags) -> Hashes:
    """Return the pages of rows, not new ones, that would stand for all that hold their hash if there were no new."""
    after = grouped(held)
    old = ~new[after.order]
    before = grouped(after.rows.part(old))
    rows = before.stands & ~after.stands[old][before.order]
    return np.unique(before.rows.pages[rows])
