"""On how many pages a fact stands, about: a table of counts by a hash's first bits, which grows with the index."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.prints import BITS, Hashes, Numbers

SLOTS: Final = 17
"""Bits of the smallest table."""
ROOM: Final = 128
"""Slots a page: a page brings fewer new facts."""
MOST: Final = 2**16 - 1
"""The highest count."""
PIECE: Final = 1 << 18
"""Slots that are shared out at a time."""


class Counts:
    """Counts of facts; two facts that share a slot count as one, so some seem commoner than they are."""

    def __init__(self, table: NDArray[np.uint16] | None = None) -> None:
        self.table = np.zeros(1 << SLOTS, np.uint16) if table is None else table

    @property
    def full(self) -> int:
        """Pages from which the table is to grow."""
        return len(self.table) // ROOM

    def add(self, facts: Hashes) -> Numbers:
        """Add the facts of some pages, in the pages' order; returns each one's count so far, itself included."""
        slots = facts >> np.uint64(BITS + 1 - len(self.table).bit_length())
        order = np.sort((slots << np.uint64(32)) | np.arange(len(facts), dtype=np.uint64))
        slot, place = (order >> np.uint64(32)).astype(np.int64), (order & np.uint64(2**32 - 1)).astype(np.int64)
        firsts = np.flatnonzero(np.diff(slot, prepend=-1))
        sizes = np.diff(firsts, append=len(slot))
        known = self.table[slot[firsts]].astype(np.int64)
        self.table[slot[firsts]] = np.minimum(known + sizes, MOST)
        counts = np.empty(len(facts), np.int64)
        counts[place] = np.repeat(known - firsts, sizes) + np.arange(1, len(slot) + 1)
        return np.minimum(counts, MOST)

    def grow(self, runs: Sequence[Hashes]) -> None:
        """Double the table: each slot's count is shared out as the words in `runs` (hash above, page below) are."""
        size = 2 * len(self.table)
        shift = np.uint64(65 - size.bit_length())
        table = np.empty(size, np.uint16)
        for first in range(0, size, PIECE):
            last = min(first + PIECE, size)
            held = np.full(last - first, 1e-3)
            for run in runs:
                low, high = _edges(run, shift, first, last)
                held += np.bincount((run[low:high] >> shift).astype(np.int64) - first, minlength=len(held))
            pair = held.reshape(-1, 2)
            shared = self.table[first // 2 : last // 2, None] * pair / pair.sum(1, keepdims=True)
            table[first:last] = np.rint(shared).reshape(-1)
        self.table = table


def _edges(run: Hashes, shift: np.uint64, first: int, last: int) -> tuple[int, int]:
    """Return from where to where a run holds the slots from `first` to before `last`."""
    whole = last << int(shift) > 2**64 - 1
    low = np.searchsorted(run, np.uint64(first) << shift)
    return int(low), len(run) if whole else int(np.searchsorted(run, np.uint64(last) << shift))
