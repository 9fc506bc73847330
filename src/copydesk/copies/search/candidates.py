"""Which pages may be neighbours, out of any number: what a hash brings together, as pure functions of what holds it.

The same functions serve one process and a cluster that shuffles what pages hold by hash: what they give does not depend
on the order of the pages, nor on how hashes and pages are split. Where more than `CROWD` pages hold a hash, they
are parted by windows of days, and in each window those with the least keys, drawn from their ids, stand for all.
A fact that many pages hold tells little: the more hold it, the fewer stand for them, and from `COMMON` on nobody does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.index import LEAST, weightiest
from copydesk.copies.search.likeness import PARTS, parts_of
from copydesk.copies.search.postings import CROWD, SPOKESMEN
from copydesk.copies.search.prints import BITS, Batch, Flags, Hashes, Numbers

WINDOW: Final = 16
"""Days of a window, in which pages that hold a crowded shingle are put beside one another."""
FEW: Final = 64
"""Pages that a fact brings together, each with all."""
COMMON: Final = FEW**2
"""Pages that hold a fact by which no page is brought together with another."""
PAIRS: Final = 1_000_000
"""Pairs that are looked at in one pass."""
_BESIDE: Final = 40_000
"""Pairs whose fingerprints are put beside one another in one pass."""
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Holders:
    """Which pages hold a fingerprint, one row for each hash of each page.

    Attributes:
        hashes: the hash.
        keys: the page's key, by which representatives are drawn.
        days: its day as a number, -1 where it is not known.
        pages: its number.
        looked: whether the page is looked up by the hash: by every shingle, and by its weightiest facts.
        facts: whether the hash is of a fact, not of a shingle.
    """

    hashes: Hashes
    keys: NDArray[np.uint32]
    days: NDArray[np.int32]
    pages: Hashes
    looked: Flags
    facts: Flags

    def part(self, rows: "Flags | Numbers | slice") -> "Holders":
        """Return some of the rows."""
        return Holders(*(getattr(self, field.name)[rows] for field in fields(self)))

    def joined(self, others: "list[Holders]") -> "Holders":
        """Return these rows with those of others."""
        return Holders(*(np.concatenate([getattr(one, f.name) for one in (self, *others)]) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Together:
    """Pairs of pages, the lesser number first, and what brings them together.

    Attributes:
        first: number of the one page.
        second: number of the other.
        shingles: how many shingles both hold, as far as these were looked at.
        by_first: weight of the facts that both hold, of those that the first is looked up by.
        by_second: the same for the second.
    """

    first: Hashes
    second: Hashes
    shingles: NDArray[np.float32]
    by_first: NDArray[np.float32]
    by_second: NDArray[np.float32]

    @classmethod
    def of(cls, parts: "list[Together]") -> "Together":
        """Return the pairs of several lists, each pair once, with the sums of what brings it together."""
        first, second = (
            np.concatenate([getattr(part, name) for part in parts] or [np.zeros(0, np.uint64)])
            for name in ("first", "second")
        )
        order = np.lexsort((second, first))
        first, second = first[order], second[order]
        new = np.ones(len(first), bool)
        new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
        starts = np.flatnonzero(new)
        sums = []
        for name in ("shingles", "by_first", "by_second"):
            values = np.concatenate([getattr(part, name) for part in parts] or [np.zeros(0, np.float32)])[order]
            sums.append(np.add.reduceat(values.astype(np.float64), starts) if len(starts) else np.zeros(0))
        return cls(first[starts], second[starts], *(one.astype(np.float32) for one in sums))


def key_of(id_: str) -> int:
    """Return the key of a page, 64 bits drawn from its id."""
    return int.from_bytes(blake2b(id_.encode(errors="surrogatepass"), digest_size=8).digest())


def day_number(day: str | None) -> int:
    """Return the number of a day (of an ISO 8601 day or time), -1 where it is not known."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return -1


def holders(prints: Batch, keys: Hashes, days: NDArray[np.int32], pages: Hashes) -> Holders:
    """Return which of some pages hold which fingerprint.

    Args:
        prints: their fingerprints, numbered as the other arguments are.
        keys: their keys.
        days: their days as numbers.
        pages: the numbers by which they are called.
    """
    looked = np.zeros(len(prints.facts), bool)
    looked[weightiest(prints.fact_texts, weights(prints.facts) ** 2)] = True
    texts = np.concatenate((prints.shingle_texts, prints.fact_texts))
    facts = np.zeros(len(texts), bool)
    facts[len(prints.shingles) :] = True
    return Holders(
        np.concatenate((prints.shingles, prints.facts)),
        (keys >> np.uint64(32)).astype(np.uint32)[texts],
        days[texts],
        pages[texts],
        np.concatenate((np.ones(len(prints.shingles), bool), looked)),
        facts,
    )


def together(held: Holders) -> Together:
    """Return the pairs that some hashes bring together; of each hash all rows are to be among those given."""
    found: list[Together] = []
    waiting = 0
    for part in _pairs(_grouped(held)):
        found.append(part)
        waiting += len(part.first)
        if waiting > PAIRS:
            found, waiting = [Together.of(found)], 0
    return Together.of(found)


def _grouped(held: Holders) -> tuple[Holders, Numbers]:
    """Return the rows, sorted by group and key, and where each group starts: a hash, or a window of a crowded one."""
    kind = (held.facts.astype(np.uint64) << np.uint64(BITS)) | held.hashes
    _, group, counts = np.unique(kind, return_inverse=True, return_counts=True)
    parted = (counts > CROWD)[group] & ~held.facts
    window = np.where(parted, np.where(held.days < 0, -1, held.days // WINDOW), 0)
    order = np.lexsort((held.pages, held.keys, window, group))
    group, window = group[order], window[order]
    new = np.ones(len(group), bool)
    new[1:] = (group[1:] != group[:-1]) | (window[1:] != window[:-1])
    return held.part(order), np.flatnonzero(new)


def _pairs(grouped: tuple[Holders, Numbers]) -> Iterator[Together]:
    rows, starts = grouped
    if not len(starts):
        return
    ends = np.append(starts[1:], len(rows.hashes))
    sizes = ends - starts
    place = np.arange(len(rows.hashes))
    start, end = np.repeat(starts, sizes), np.repeat(ends, sizes)
    few = np.repeat(sizes, sizes) <= np.where(rows.facts, FEW, SPOKESMEN)
    spokesmen = np.where(rows.facts, np.repeat(COMMON // sizes, sizes), SPOKESMEN)
    stands = place - start < np.minimum(spokesmen, SPOKESMEN)
    partners = np.where(few, end - place - 1, np.where(stands, np.minimum(end, start + CROWD) - place - 1, 0))
    weigh = np.where(rows.facts, weights(rows.hashes) ** 2, 0).astype(np.float32)
    cuts = np.searchsorted(np.cumsum(partners), np.arange(PAIRS, partners.sum() + PAIRS, PAIRS)) + 1
    at = 0
    for cut in np.minimum(cuts, len(place)).tolist():
        some = partners[at:cut]
        one = np.repeat(place[at:cut], some)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(some) - some, some)
        at = cut
        kept = (rows.looked[one] | rows.looked[other]) & (rows.pages[one] != rows.pages[other])
        one, other = one[kept], other[kept]
        turned = rows.pages[one] > rows.pages[other]
        one, other = np.where(turned, other, one), np.where(turned, one, other)
        yield Together.of(
            [
                Together(
                    rows.pages[one],
                    rows.pages[other],
                    (~rows.facts[one]).astype(np.float32),
                    weigh[one] * rows.looked[one],
                    weigh[one] * rows.looked[other],
                )
            ]
        )


def enough(pairs: Together, looked_first: Scores, looked_second: Scores) -> Flags:
    """Tell which pairs share enough to be put beside one another: a shingle, or a share of what one is looked up by.

    Args:
        pairs: the pairs, with all that brings them together.
        looked_first: for each pair the weight of the facts that the first is looked up by.
        looked_second: the same for the second.
    """
    found: Flags = (
        (pairs.shingles > 0)
        | (pairs.by_first >= LEAST * np.maximum(looked_first, 1e-9) - 1e-4)
        | (pairs.by_second >= LEAST * np.maximum(looked_second, 1e-9) - 1e-4)
    )
    return found


def looked_weights(prints: Batch, texts: int) -> Scores:
    """Return for each text the weight of the facts that it is looked up by."""
    squares = weights(prints.facts) ** 2
    chosen = weightiest(prints.fact_texts, squares)
    found: Scores = np.bincount(prints.fact_texts[chosen], squares[chosen], minlength=texts).astype(np.float64)
    return found


def pair_nearness(one: Batch, other: Batch, first: Numbers, second: Numbers, sizes: tuple[int, int]) -> Scores:
    """Return for pairs of texts what `likeness.nearness` gives: the greater of both likenesses.

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
        row, place, beside = _shared((one.facts, one.fact_texts, sizes[0]), (other.facts, other.fact_texts), i, j)
        facts = np.bincount(row, parts[0][place].astype(np.float64) * parts[1][beside], len(i)).astype(np.float32)
        row, *_ = _shared((one.shingles, one.shingle_texts, sizes[0]), (other.shingles, other.shingle_texts), i, j)
        both = np.bincount(row, minlength=len(i)).astype(np.float32)
        share = both / np.maximum(np.minimum(counts[0][i], counts[1][j]), np.float32(1))
        found.append(np.maximum(facts / np.float32(PARTS**2), share).astype(np.float64))
    return np.concatenate(found) if found else np.zeros(0)


def _shared(
    one: tuple[Hashes, Numbers, int], other: tuple[Hashes, Numbers], first: Numbers, second: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each hash that the texts of a pair share the number of the pair and its places in both."""
    hashes, texts, size = one
    cuts = np.searchsorted(texts, np.arange(size + 1))
    lengths = cuts[first + 1] - cuts[first]
    row = np.repeat(np.arange(len(first)), lengths)
    place = np.repeat(cuts[first] - (np.cumsum(lengths) - lengths), lengths) + np.arange(len(row))
    packed = (other[1].astype(np.uint64) << np.uint64(BITS)) | other[0]
    wanted = (second[row].astype(np.uint64) << np.uint64(BITS)) | hashes[place]
    at = np.minimum(np.searchsorted(packed, wanted), max(len(packed) - 1, 0))
    hit = packed[at] == wanted if len(packed) else np.zeros(len(wanted), bool)
    return row[hit], place[hit], at[hit]


def scored(prints: Batch, keys: Hashes, days: NDArray[np.int32], pieces: int = 1) -> tuple[Numbers, Numbers, Scores]:
    """Return the pairs of some pages that share enough, by number, and how near they are.

    Args:
        prints: their fingerprints.
        keys: their keys.
        days: their days as numbers.
        pieces: into how many ranges of hashes the work is split, for want of memory.
    """
    count = len(keys)
    held = holders(prints, keys, days, np.arange(count, dtype=np.uint64))
    piece = (held.hashes % np.uint64(pieces)).astype(np.int64)
    pairs = Together.of([together(held.part(piece == number)) for number in range(pieces)])
    looked = looked_weights(prints, count)
    first, second = pairs.first.astype(np.int64), pairs.second.astype(np.int64)
    kept = enough(pairs, looked[first], looked[second])
    first, second = first[kept], second[kept]
    return first, second, pair_nearness(prints, prints, first, second, (count, count))
