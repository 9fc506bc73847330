"""Sentences that recur on pages which otherwise tell of other things: furniture that was not taken off."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, Protocol

import numpy as np

from copydesk.copies.texts.text import Text

PAGES: Final = 4
"""Pages on which such a sentence stands at least."""
ALIKE: Final = 0.35
"""Mean likeness in facts of pages below which what they share word for word is no story of theirs."""
LOOKED: Final = 40
"""Pages of a sentence whose likeness is looked at."""
WORDS: Final = 3
"""Words of a sentence that is looked at."""


class _Page(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def text(self) -> Text: ...


def recurring(pages: Sequence[_Page], alike: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> dict[str, set[int]]:
    """Return for each page the numbers of its sentences that recur on pages which are little alike.

    Args:
        pages: the pages.
        alike: how alike each two are in facts.
    """
    if len(pages) < PAGES:
        return {}
    hashes, places, numbers = array("Q"), array("l"), array("l")
    for place, page in enumerate(pages):
        stems, bounds = page.text.stems, page.text.bounds.tolist()
        for number in range(page.text.size):
            if bounds[number + 1] - bounds[number] >= WORDS:
                words = stems[bounds[number] : bounds[number + 1]].tobytes()
                hashes.append(int.from_bytes(blake2b(words, digest_size=8).digest()))
                places.append(place)
                numbers.append(number)
    known = np.array(hashes, np.uint64)
    order = np.argsort(known, kind="stable")
    firsts = np.flatnonzero(np.diff(known[order], prepend=known[order][:1] + np.uint64(1)))
    found: dict[str, set[int]] = defaultdict(set)
    for start, count in zip(firsts.tolist(), np.diff(firsts, append=len(order)).tolist(), strict=True):
        if count < PAGES:
            continue
        rows = order[start : start + count].tolist()
        if _strangers([places[row] for row in rows], alike):
            for row in rows:
                found[pages[places[row]].id].add(numbers[row])
    return dict(found)


def _strangers(places: list[int], alike: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> bool:
    some = places[:LOOKED]
    table = alike[np.ix_(some, some)]
    count = len(some)
    return float((table.sum() - np.trace(table)) / (count * (count - 1))) < ALIKE
