"""Fingerprints of texts: hashes of word shingles, thinned by winnowing, and hashes of names, numbers and long words.

All texts of a batch are hashed in one pass of NumPy over their characters. A word's hash is a difference of prefix
sums of a polynomial hash (Karp and Rabin 1987); of the shingles those that are the least of some window are kept
(Schleimer, Wilkerson and Aiken 2003, "Winnowing"), so every passage of `WINDOW + SHINGLE - 1` words that two texts
share leaves a fingerprint that both hold, however much longer one of them is.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.frequencies import rarity

VERSION: Final = 2
"""Goes up when the same text would be given other hashes; stored hashes carry it."""
SHINGLE: Final = 5  # words of a shingle
WINDOW: Final = 24  # shingles of which one is kept
STEM: Final = 7  # letters by which words are compared
FACTS: Final = 96
"""Facts of a text that are kept: the rarest."""
BITS: Final = 40
"""Bits of a hash that are kept: a page's number fits beside it in one word."""
BLOCK: Final = 40_000
"""Characters that are hashed in one pass: what a processor's cache holds."""
CHARACTERS: Final = 100_000
"""Characters of a text that are fingerprinted."""

Hashes: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
LONG: Final = 7
"""Letters of a long word."""

_BASE: Final = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64


@dataclass(frozen=True, slots=True)
class Batch:
    """Fingerprints of several texts: hashes, sorted by text, and beside each the number of its text.

    Attributes:
        shingles: word shingles, thinned by winnowing.
        facts: the rarest names, numbers, long words and pairs of names of each text, at most `FACTS`.
    """

    shingles: Hashes
    shingle_texts: Numbers
    facts: Hashes
    fact_texts: Numbers

    def part(self, start: int, end: int) -> "Batch":
        """Return the fingerprints of the texts from one number to before another, numbered from 0."""
        (a, b), (c, d) = (
            np.searchsorted(texts, (start, end)).tolist() for texts in (self.shingle_texts, self.fact_texts)
        )
        return Batch(self.shingles[a:b], self.shingle_texts[a:b] - start, self.facts[c:d], self.fact_texts[c:d] - start)

    def kept(self, texts: int) -> list[tuple[bytes, bytes]]:
        """Return the fingerprints of each text as bytes to be kept: shingles, facts."""
        shingles, facts = (
            np.searchsorted(self.shingle_texts, range(texts + 1)),
            np.searchsorted(self.fact_texts, range(texts + 1)),
        )
        return [
            (self.shingles[a:b].astype("<u8").tobytes(), self.facts[c:d].astype("<u8").tobytes())
            for (a, b), (c, d) in zip(pairwise(shingles.tolist()), pairwise(facts.tolist()), strict=True)
        ]


def from_kept(rows: Sequence[tuple[bytes, bytes]]) -> Batch:
    """Return the batch of which `Batch.kept` gave the rows."""
    shingles, facts = (np.frombuffer(b"".join(row[i] for row in rows), "<u8").astype(np.uint64) for i in (0, 1))
    of_shingle, of_fact = (np.repeat(np.arange(len(rows)), [len(row[i]) // 8 for row in rows]) for i in (0, 1))
    return Batch(shingles, of_shingle, facts, of_fact)


@cache
def _tables() -> tuple[Hashes, NDArray[np.uint8]]:
    """Return, for each UTF-16 code unit, the value of its folded letter (0: no letter) and its class.

    Classes: 0 no letter or digit, 1 letter, 2 capital, 3 digit.
    """
    values = np.zeros(65536, np.uint64)
    kinds = np.zeros(65536, np.uint8)
    for code in range(0x30, 0xFFFF):
        char = chr(code)
        if not char.isalnum():
            continue
        folded = unicodedata.normalize("NFD", char)[0] if code < 0x2000 else char
        values[code] = ord(folded.lower()[0])
        kinds[code] = 3 if char.isdigit() else 2 if char.isupper() else 1
    return _mix(values) * (values > 0), kinds


@lru_cache(maxsize=1)
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base and of its inverse, modulo 2**64."""
    base, inverse = (np.full(size, value, np.uint64) for value in (_BASE, pow(_BASE, -1, 2**64)))
    base[0] = inverse[0] = 1
    return np.cumprod(base), np.cumprod(inverse)


def _mix(values: Hashes) -> Hashes:
    """Return the values well mixed (the finisher of SplitMix64, Steele et al. 2014)."""
    mixed = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def fingerprint(texts: Sequence[str]) -> Batch:
    """Return the fingerprints of a batch of texts, in the texts' order."""
    batches, block, first, size = [], [], 0, 0
    for text in texts:
        block.append(text[:CHARACTERS])
        size += len(block[-1])
        if size >= BLOCK:
            batches.append(_fingerprint(block, first))
            first, block, size = first + len(block), [], 0
    batches.append(_fingerprint(block, first))
    fields = ("shingles", "shingle_texts", "facts", "fact_texts")
    return Batch(*(np.concatenate([getattr(batch, name) for batch in batches]) for name in fields))


def facts_of(texts: Sequence[str]) -> Iterator[Hashes]:
    """Yield all facts of each text, however common."""
    for text in texts:
        yield _fingerprint([text[:CHARACTERS]], 0, facts=2**30).facts


def _fingerprint(texts: Sequence[str], first: int, facts: int = FACTS) -> Batch:
    """Return the fingerprints of texts, numbered from `first`, in one pass over their characters."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-16-le", "replace"), np.uint16)
    values, kinds = _tables()
    kind = kinds[codes]
    inside = kind > 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.concatenate((np.zeros(1, np.int64), edges))
    starts, ends = edges[::2], edges[1::2]
    size = 1 << max(12, len(codes).bit_length())
    power, inverse = _powers(size)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(values[codes] * power[: len(codes)], out=sums[1:])
    whole = np.minimum(ends, starts + STEM)
    words = _mix((sums[whole] - sums[starts]) * inverse[starts])
    lengths = np.array([len(text) + 1 for text in texts])
    if lengths.sum() != len(codes):  # some characters take two code units
        lengths = np.array([len(text.encode("utf-16-le", "replace")) // 2 + 1 for text in texts])
    texts_of = np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(starts, np.cumsum(lengths)), prepend=0))
    shingles, shingle_texts = _winnowed(words, texts_of)
    found, fact_texts = _facts(words, texts_of, kind[starts] >= 2, ends - starts >= LONG)
    if facts < len(found):
        found, fact_texts = _rarest(found, fact_texts, facts)
    return Batch(shingles, shingle_texts + first, found, fact_texts + first)


def _winnowed(words: Hashes, texts: Numbers) -> tuple[Hashes, Numbers]:
    """Return each text's shingles that are the least of a window, each once."""
    count = len(words)
    if not count:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    words = np.concatenate((words, np.zeros(SHINGLE - 1, np.uint64)))  # the last text ends as those before it do
    texts = np.concatenate((texts, np.full(SHINGLE - 1, -1)))
    rolled = np.zeros(count, np.uint64)
    for i in range(SHINGLE):
        rolled = rolled * np.uint64(_BASE) + words[i : i + count]
    shingles = _mix(rolled)
    owner = texts[:count]
    whole = owner == texts[SHINGLE - 1 :]  # shingles across two texts never are the least
    shingles = np.where(whole, shingles, np.uint64(2**64 - 1))
    most = np.zeros(count, np.uint64)
    if count >= WINDOW:
        least = _slide(np.minimum, shingles)
        least[owner[: len(least)] != owner[WINDOW - 1 :]] = 0  # a window across two texts keeps nothing
        padding = np.zeros(WINDOW - 1, np.uint64)
        most = _slide(np.maximum, np.concatenate((padding, least, padding)))
    firsts = np.flatnonzero(np.diff(owner, prepend=-1))
    most = np.maximum(most, np.repeat(np.minimum.reduceat(shingles, firsts), np.diff(firsts, append=count)))
    keep = whole & (shingles <= most)
    return _once(shingles[keep], owner[keep])


def _slide(best: np.ufunc, values: Hashes) -> Hashes:
    """Return the least, or the greatest, of each window of values."""
    width = 1
    while width < WINDOW:
        step = min(width, WINDOW - width)
        values = best(values[:-step], values[step:])
        width += step
    return values


def _once(hashes: Hashes, texts: Numbers) -> tuple[Hashes, Numbers]:
    """Return each text's hashes, cut to `BITS`, each once."""
    packed = np.sort((texts.astype(np.uint64) << np.uint64(BITS)) | (hashes >> np.uint64(64 - BITS)))
    packed = packed[np.concatenate((np.ones(min(1, len(packed)), bool), packed[1:] != packed[:-1]))]
    return packed & np.uint64(2**BITS - 1), (packed >> np.uint64(BITS)).astype(np.int64)


def _facts(words: Hashes, texts: Numbers, names: Flags, long: Flags) -> tuple[Hashes, Numbers]:
    """Return each text's names, numbers and long words, and pairs of names that stand together, each once."""
    pair = names[:-1] & names[1:] & (texts[:-1] == texts[1:])
    pairs = _mix(words[:-1][pair] * np.uint64(_BASE) + words[1:][pair])
    single = names | long
    return _once(np.concatenate((words[single], pairs)), np.concatenate((texts[single], texts[:-1][pair])))


def _rarest(facts: Hashes, texts: Numbers, most: int) -> tuple[Hashes, Numbers]:
    """Return at most so many facts of each text, the rarest; among equals those with the least hashes."""
    place = np.arange(len(facts), dtype=np.uint64)
    order = (texts.astype(np.uint64) << np.uint64(40)) | (rarity(facts).astype(np.uint64) << np.uint64(32)) | place
    order.sort()
    owners = (order >> np.uint64(40)).astype(np.int64)
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    rank = np.arange(len(owners)) - np.repeat(firsts, np.diff(firsts, append=len(owners)))
    kept = np.sort((order[rank < most] & np.uint64(2**32 - 1)).astype(np.int64))
    return facts[kept], texts[kept]
