"""Which pages hold a fingerprint: an inverted index of sorted words, a hash above and a page's number below.

Words are kept in sorted runs that are merged as they grow (O'Neil et al. 1996, "The log-structured merge-tree"), so
adding costs a logarithm of what is there, and looking up a search in each of a few runs.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.prints import BITS, Hashes, Numbers

POSTINGS: Final = 100
"""The latest pages of a fingerprint that are looked at, however many pages hold it."""
LOOKED: Final = 300
"""Pages that are looked at for a text, by its rarest fingerprints."""
PAGE: Final = np.uint64(64 - BITS)
"""Bits of a word that hold the page's number: 16,777,216 pages at most."""
PAGES: Final = (np.uint64(1) << PAGE) - np.uint64(1)


def packed(hashes: Hashes, pages: Numbers) -> Hashes:
    """Return hashes and pages' numbers as words, sorted."""
    return np.sort((hashes << PAGE) | pages.astype(np.uint64))


class Postings:
    """Which pages hold a hash. Pages are added in the order of their numbers."""

    def __init__(self) -> None:
        self.runs: list[Hashes] = []

    @property
    def nbytes(self) -> int:
        """Bytes that the runs take up."""
        return sum(run.nbytes for run in self.runs)

    def add(self, words: Hashes) -> None:
        """Add sorted words of pages that come after all pages added before."""
        self.runs.append(words)
        while len(self.runs) > 1 and len(self.runs[-2]) < 2 * len(self.runs[-1]):
            joined = np.concatenate(self.runs[-2:])
            del self.runs[-2:]
            joined.sort(kind="stable")  # merges the two sorted halves in linear time
            self.runs.append(joined)

    def find(self, words: Hashes) -> tuple[Numbers, Numbers, Numbers]:
        """Return, for sorted words, pairs of a word's position and an earlier page that holds its hash.

        Of a hash the latest `POSTINGS` pages before the word's own are given; of a page's words the rarest, until
        `LOOKED` pages are given. The third array has the number of earlier pages that hold each word's hash.
        """
        bounds = [_bounds(run, words) for run in self.runs]
        held = np.zeros(len(words), np.int64)
        for known, low, high in bounds:
            held[known] += high - low
        owners = ((words & PAGES) - (words & PAGES).min(initial=PAGES)).astype(np.uint16)
        left = _allotted(owners, held)
        numbers, pages = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for run, (known, low, high) in zip(reversed(self.runs), reversed(bounds), strict=True):  # the latest first
            size = np.minimum(high - low, left[known])
            left[known] -= size
            some = np.flatnonzero(size)
            some = some[np.argsort(owners[known[some]], kind="stable")]  # what is near in order is soon sorted
            take = size[some]
            within = np.arange(take.sum()) - np.repeat(np.cumsum(take) - take, take)
            numbers.append(np.repeat(known[some], take))
            pages.append((run[np.repeat(high[some] - take, take) + within] & PAGES).astype(np.int64))
        return np.concatenate(numbers), np.concatenate(pages), held


def _bounds(run: Hashes, words: Hashes) -> tuple[Numbers, Numbers, Numbers]:
    """Return which words' hashes a run holds for earlier pages, and from where to where."""
    high = np.searchsorted(run, words)
    before = run[np.maximum(high, 1) - 1] if len(run) else words
    known = np.flatnonzero((high > 0) & (before >> PAGE == words >> PAGE))
    return known, np.searchsorted(run, words[known] & ~PAGES), high[known]


def _allotted(owners: NDArray[np.uint16], held: Numbers) -> Numbers:
    """Return how many pages of each word are looked at: of an owner's words the rarest first."""
    left = np.minimum(held, POSTINGS)
    some = np.flatnonzero(held)
    if not len(some):
        return left
    rare = np.minimum(held[some], (1 << 20) - 1).astype(np.uint64)
    owner = owners[some].astype(np.uint64)
    order = np.sort((owner << np.uint64(48)) | (rare << np.uint64(28)) | np.arange(len(some), dtype=np.uint64))
    place = some[(order & np.uint64((1 << 28) - 1)).astype(np.int64)]
    firsts = np.flatnonzero(np.diff((order >> np.uint64(48)).astype(np.int64), prepend=-1))
    running = np.cumsum(left[place])
    before = np.repeat((running - left[place])[firsts], np.diff(firsts, append=len(place)))
    left[place[running - before > LOOKED]] = 0
    return left
