"""Set phrases with a word exchanged: "tear fuel" for "tear gas". A table of pairs of words that nobody writes.

`set_phrases.npz` is made by `training/set_phrases.py` from WordNet and counts of pairs of words on the web.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

PATH: Final = Path(__file__).with_name("set_phrases.npz")
"""Made by `training/set_phrases.py`: hashes of pairs in order, the number of each pair's phrase, the phrases."""
_PAIR: Final = re.compile(r"(?<![\w’'-])([A-Za-z]{3,40}) (?=([A-Za-z]{3,40})(?![\w’'-]))")

Pair = tuple[str, str]


def hash_of(one: str, two: str) -> int:
    """Return the hash (CRC-32) by which a pair of words in small letters is looked up."""
    return zlib.crc32(f"{one} {two}".encode())


def words_in(text: str) -> Iterator[tuple[Pair, int]]:
    """Yield each pair of neighbouring words in small letters, with the place where it begins.

    A name is no phrase: pairs of two capital words are left out.
    """
    for match in _PAIR.finditer(text):
        one, two = match.groups()
        if not (one[0].isupper() and two[0].isupper()):
            yield (one.lower(), two.lower()), match.start()


@cache
def _table() -> tuple[NDArray[np.uint32], NDArray[np.uint16], tuple[str, ...]]:
    with np.load(PATH, allow_pickle=False) as arrays:
        return arrays["pairs"], arrays["phrase"], tuple(arrays["phrases"].tobytes().decode().split("\n"))


def phrases_meant(pairs: Iterable[Pair]) -> list[str | None]:
    """Return for each pair of words the set phrase in whose place it stands; None where it stands in none's."""
    hashes = np.array([hash_of(*pair) for pair in pairs], np.uint32)
    known, phrase, phrases = _table()
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    hits = zip(at.tolist(), (known[at] == hashes).tolist(), strict=True)
    return [phrases[phrase[place]] if hit else None for place, hit in hits]
