"""Which pages hold a fingerprint: an inverted index of sorted words, a hash above and a page's key below.

Words are kept in sorted runs that are merged as they grow (O'Neil et al. 1996, "The log-structured merge-tree"), so
adding costs a logarithm of what is there, and looking up a search in each of a few runs. A page's key is drawn from
its id by hashing: where more pages hold a hash than are looked at, those with the least keys stand for all, whatever
the order in which they came.
"""

from typing import Final

import numpy as np

from copydesk.copies.search.prints import BITS, Hashes, Numbers

SPOKESMEN: Final = 128
"""Pages that stand for all that hold a hash, where more do."""
CROWD: Final = 500
"""Pages that one of those is put beside, at most."""
PAGE: Final = np.uint64(64 - BITS)
"""Bits of a word that hold a page's key: 16,777,216 pages at most."""
PAGES: Final = (np.uint64(1) << PAGE) - np.uint64(1)


def packed(hashes: Hashes, keys: Numbers) -> Hashes:
    """Return hashes and pages' keys as words, sorted."""
    return np.sort((hashes << PAGE) | keys.astype(np.uint64))


class Postings:
    """Which pages hold a hash."""

    def __init__(self) -> None:
        self.runs: list[Hashes] = []

    @property
    def nbytes(self) -> int:
        """Bytes that the runs take up."""
        return sum(run.nbytes for run in self.runs)

    def add(self, words: Hashes) -> None:
        """Add sorted words."""
        self.runs.append(words)
        while len(self.runs) > 1 and len(self.runs[-2]) < 2 * len(self.runs[-1]):
            joined = np.concatenate(self.runs[-2:])
            del self.runs[-2:]
            joined.sort(kind="stable")  # merges the two sorted halves in linear time
            self.runs.append(joined)

    def find(self, words: Hashes) -> tuple[Numbers, Numbers]:
        """Return, for sorted words, pairs of a word's position and the key of another page that holds its hash.

        Of a hash that more than `SPOKESMEN` pages hold, those with the least keys are given, and to each of these the
        first `CROWD` of all.
        """
        bounds = [
            (np.searchsorted(run, words & ~PAGES), np.searchsorted(run, words | PAGES, "right")) for run in self.runs
        ]
        before = np.zeros(len(words), np.int64)
        for run, (low, _) in zip(self.runs, bounds, strict=True):
            before += np.searchsorted(run, words) - low
        most = np.where(before < SPOKESMEN, CROWD, SPOKESMEN)
        numbers, keys = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for run, (low, high) in zip(self.runs, bounds, strict=True):
            take = np.minimum(high - low, most)
            within = np.arange(take.sum()) - np.repeat(np.cumsum(take) - take, take)
            numbers.append(np.repeat(np.arange(len(words)), take))
            keys.append((run[np.repeat(low, take) + within] & PAGES).astype(np.int64))
        number, key = np.concatenate(numbers), np.concatenate(keys)
        if len(self.runs) > 1:
            number, key = _least(number, key, most)
        other = key != (words & PAGES).astype(np.int64)[number]
        return number[other], key[other]


def _least(numbers: Numbers, keys: Numbers, most: Numbers) -> tuple[Numbers, Numbers]:
    """Return of each word's keys at most as many as it may have, the least."""
    order = (numbers.astype(np.uint64) << PAGE) | keys.astype(np.uint64)
    order.sort()
    numbers, keys = (order >> PAGE).astype(np.int64), (order & PAGES).astype(np.int64)
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
    rank = np.arange(len(numbers)) - np.repeat(firsts, np.diff(firsts, append=len(numbers)))
    kept = rank < most[numbers]
    return numbers[kept], keys[kept]
