"""Pairs of pages that were aligned, kept as bytes: there are many of them, and few are looked at again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.pairing.alignment_measures import AlignedPair

Key = tuple[str, str]
_NONE: Final = b""


class AlignedPairs(Mapping[Key, AlignedPair]):
    """Aligned pairs by the ids of their pages, the lesser first; each is made anew from its bytes when it is asked for.

    They are gone through in the order of their ids.
    """

    def __init__(self, ids: Sequence[str], first: NDArray[np.int64], second: NDArray[np.int64]) -> None:
        """Take the pages' ids, sorted, and the pairs that may be kept, in order: the numbers of their pages."""
        self._ids = ids
        self._number = {id_: number for number, id_ in enumerate(ids)}
        self._first, self._second = first.astype(np.int32), second.astype(np.int32)
        self._bytes = [_NONE] * len(first)

    def keep(self, place: int, pair: AlignedPair) -> None:
        """Keep a pair at its place in the order."""
        self._bytes[place] = pair.to_bytes()

    def __getitem__(self, key: Key) -> AlignedPair:
        one, other = self._number[key[0]], self._number[key[1]]
        low, high = np.searchsorted(self._first, (one, one + 1)).tolist()
        place = low + int(np.searchsorted(self._second[low:high], other))
        if place == high or self._second[place] != other or self._bytes[place] is _NONE:
            raise KeyError(key)
        return AlignedPair.from_bytes(self._bytes[place])

    def __iter__(self) -> Iterator[Key]:
        return (self._key(place) for place, kept in enumerate(self._bytes) if kept)

    def __len__(self) -> int:
        return sum(map(bool, self._bytes))

    def of(self, pages: Collection[str], *, both: bool) -> Iterator[tuple[Key, AlignedPair]]:
        """Yield the pairs of which both pages, or any, are among some, in order."""
        asked = np.zeros(len(self._ids), bool)
        asked[[self._number[id_] for id_ in pages]] = True
        one, other = asked[self._first], asked[self._second]
        for place in np.flatnonzero(one & other if both else one | other).tolist():
            if self._bytes[place]:
                yield self._key(place), AlignedPair.from_bytes(self._bytes[place])

    def _key(self, place: int) -> Key:
        return self._ids[self._first[place]], self._ids[self._second[place]]
