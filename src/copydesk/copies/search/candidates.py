"""Which pages may be neighbours, out of any number: what a hash brings together, as pure functions of what holds it.

The same functions serve one process, a desk to which pages are added, and a cluster that shuffles what pages hold by
hash: what they give does not depend on the order of the pages, nor on how hashes and pages are split. Where many pages
hold a hash, those with the least keys, drawn from their ids, stand for all: each of them is put beside every page that
holds it. The more hold it the fewer stand for them, so the pairs of a hash grow no faster than its pages. A fact that
more than `COMMON` pages hold brings nobody together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.beside import Scores, in_both, pair_nearness
from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.index import LEAST, UNIT, weightiest
from copydesk.copies.search.prints import BITS, Batch, Flags, Hashes, Numbers

FEW: Final = 64
"""Pages that a fact brings together, each with all."""
COMMON: Final = FEW**2
"""Pages that hold a fact by which no page is brought together with another."""
MANY: Final = 128
"""Pages that a shingle brings together, each with all."""
STANDING: Final = 2
"""Pages that stand for all that hold a shingle, at least."""
PAIRS: Final = 1_000_000
"""Pairs that are looked at in one pass."""
KEY: Final = np.uint64(63 - BITS)
"""Bits of a word that hold a page's key; a hash stands above, and above it whether it is a fact's."""
_FACT: Final = np.uint64(1) << np.uint64(BITS)
_HASH: Final = _FACT - np.uint64(1)


@dataclass(frozen=True, slots=True)
class Holders:
    """Which pages hold a fingerprint, one row for each hash of each page.

    Attributes:
        words: whether it is a fact, the hash, and the page's key, by which representatives are drawn, in one number.
        pages: the page's number.
        looked: whether the page is looked up by the hash: by every shingle, and by its weightiest facts.
    """

    words: Hashes
    pages: Hashes
    looked: Flags

    @property
    def buckets(self) -> Hashes:
        """The words without the pages' keys: the same for all that hold a hash."""
        return self.words >> KEY

    def part(self, rows: "Flags | Numbers | slice") -> "Holders":
        """Return some of the rows."""
        return Holders(*(getattr(self, field.name)[rows] for field in fields(self)))

    def joined(self, others: "list[Holders]") -> "Holders":
        """Return these rows with those of others."""
        return Holders(*(np.concatenate([getattr(one, f.name) for one in (self, *others)]) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Together:
    """Pairs of pages, the lesser number first, and what brings them together; all sums are of whole numbers, so exact.

    Attributes:
        first: number of the one page.
        second: number of the other.
        shingles: how many shingles bring them together.
        by_first: weight of the facts that do, of those that the first is looked up by.
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

    def part(self, rows: Flags) -> "Together":
        """Return some of the pairs."""
        return Together(*(getattr(self, field.name)[rows] for field in fields(self)))


def key_of(id_: str) -> int:
    """Return the key of a page, 64 bits drawn from its id."""
    return int.from_bytes(blake2b(id_.encode(errors="surrogatepass"), digest_size=8).digest())


def holders(prints: Batch, keys: Hashes, pages: Hashes) -> Holders:
    """Return which of some pages hold which fingerprint.

    Args:
        prints: their fingerprints, numbered as the other arguments are.
        keys: their keys.
        pages: the numbers by which they are called.
    """
    looked = np.zeros(len(prints.facts), bool)
    looked[weightiest(prints.fact_texts, weights(prints.facts) ** 2)] = True
    texts = np.concatenate((prints.shingle_texts, prints.fact_texts))
    hashes = np.concatenate((prints.shingles, prints.facts | _FACT))
    return Holders(
        (hashes << KEY) | (keys >> (np.uint64(64) - KEY))[texts],
        pages[texts],
        np.concatenate((np.ones(len(prints.shingles), bool), looked)),
    )


def standing(buckets: Hashes, sizes: Numbers) -> Numbers:
    """Return how many of the pages that hold a hash stand for all: those with the least keys.

    Args:
        buckets: the hashes, as `Holders.buckets` has them.
        sizes: how many pages hold each.
    """
    few = np.where(sizes <= FEW, sizes, COMMON // np.maximum(sizes, 1))
    many = np.where(sizes <= MANY, sizes, np.maximum(MANY**2 // np.maximum(sizes, 1), STANDING))
    found: Numbers = np.where((buckets & _FACT) > 0, few, many)
    return found


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows sorted by word, with what their hash's pages are among them.

    Attributes:
        rows: the rows.
        order: which row of those given each was.
        start: for each row the place of the first that holds its hash.
        sizes: how many hold it.
        ranks: how many of these have a lesser key.
        stands: whether the row's page stands for all that hold the hash.
    """

    rows: Holders
    order: Numbers
    start: Numbers
    sizes: Numbers
    ranks: Numbers
    stands: Flags


def grouped(held: Holders) -> Grouped:
    """Return rows grouped by hash; of each hash all rows are to be among those given."""
    order = np.lexsort((held.pages, held.words))
    rows = held.part(order)
    start, sizes = _runs(rows.buckets)
    ranks = _runs(rows.words)[0] - start
    return Grouped(rows, order, start, sizes, ranks, ranks < standing(rows.buckets, sizes))


def _runs(values: Hashes) -> tuple[Numbers, Numbers]:
    """Return for each of some sorted values the place of the first that equals it, and how many do."""
    firsts = np.flatnonzero(np.concatenate((np.ones(min(1, len(values)), bool), values[1:] != values[:-1])))
    counts = np.diff(firsts, append=len(values))
    return np.repeat(firsts, counts), np.repeat(counts, counts)


def together(held: Holders, fresh: Flags | None = None) -> Together:
    """Return the pairs that some hashes bring together.

    Args:
        held: the rows; of each hash all are to be among them.
        fresh: which rows are of pages whose pairs are asked for; those of all, if not given.
    """
    group = grouped(held)
    asked = np.ones(len(group.order), bool) if fresh is None else fresh[group.order]
    found: list[Together] = []
    waiting = 0
    for part in _pairs(group, asked):
        found.append(part)
        waiting += len(part.first)
        if waiting > PAIRS:
            found, waiting = [Together.of(found)], 0
    return Together.of(found)


def _pairs(group: Grouped, asked: Flags) -> Iterator[Together]:
    """Yield each pair of an asked row and another of its hash of which one stands for all, in parts."""
    place = np.arange(len(asked))
    end = group.start + group.sizes
    every = asked.all()
    low = np.where(group.stands & every, place + 1, group.start)
    high = np.where(group.stands, end, group.start if every else group.start + np.minimum(_leading(group), group.sizes))
    partners = np.where(asked, np.maximum(high - low, 0), 0)
    cuts = np.searchsorted(np.cumsum(partners), np.arange(PAIRS, partners.sum() + PAIRS, PAIRS)) + 1
    at = 0
    for cut in np.minimum(cuts, len(place)).tolist():
        some = partners[at:cut]
        one = np.repeat(place[at:cut], some)
        other = np.repeat(low[at:cut], some) + np.arange(len(one)) - np.repeat(np.cumsum(some) - some, some)
        at = cut
        kept = (other > one) | ~asked[other]
        yield _paired(group.rows, one[kept], other[kept])


def _leading(group: Grouped) -> Numbers:
    """Return for each row how many of those that hold its hash stand for all: they come first."""
    sums = np.concatenate((np.zeros(1, np.int64), np.cumsum(group.stands)))
    found: Numbers = sums[group.start + group.sizes] - sums[group.start]
    return found


def _paired(rows: Holders, one: Numbers, other: Numbers) -> Together:
    """Return what rows of one hash bring together, if either page is looked up by it."""
    kept = (rows.looked[one] | rows.looked[other]) & (rows.pages[one] != rows.pages[other])
    one, other = one[kept], other[kept]
    turned = rows.pages[one] > rows.pages[other]
    one, other = np.where(turned, other, one), np.where(turned, one, other)
    fact = (rows.buckets[one] & _FACT) > 0
    weigh = np.where(fact, parts(rows.buckets[one] & _HASH), 0).astype(np.float32)
    shingles = (~fact).astype(np.float32)
    return Together.of(
        [Together(rows.pages[one], rows.pages[other], shingles, weigh * rows.looked[one], weigh * rows.looked[other])]
    )


def pair_evidence(held: Holders, stands: Flags, first: Numbers, second: Numbers) -> Together:
    """Return what brings some pairs of pages together, one row for each pair, as `together` finds it.

    Args:
        held: which pages hold which hash; pages are numbered from 0, and no other holder need be among them.
        stands: which rows stand for all that hold their hash.
        first: number of the one page of each pair.
        second: number of the other.
    """
    order = np.lexsort((held.buckets, held.pages))
    rows, stands = held.part(order), stands[order]
    pages = rows.pages.astype(np.int64)
    pair, one, other = in_both(rows.buckets, pages, (rows.buckets, pages), first, second)
    kept = (stands[one] | stands[other]) & (rows.looked[one] | rows.looked[other])
    pair, one, other = pair[kept], one[kept], other[kept]
    fact = (rows.buckets[one] & _FACT) > 0
    weigh = np.where(fact, parts(rows.buckets[one] & _HASH), 0)
    sums = (
        np.bincount(pair, values, minlength=len(first)).astype(np.float32)
        for values in (~fact, weigh * rows.looked[one], weigh * rows.looked[other])
    )
    return Together(first.astype(np.uint64), second.astype(np.uint64), *sums)


def parts(facts: Hashes) -> Scores:
    """Return the weights by which facts bring pages together, in whole parts."""
    found: Scores = np.rint(weights(facts) ** 2 * UNIT)
    return found


def enough(pairs: Together, looked_first: Scores, looked_second: Scores) -> Flags:
    """Tell which pairs share enough to be put beside one another: a shingle, or a share of what one is looked up by.

    Args:
        pairs: the pairs, with all that brings them together.
        looked_first: for each pair the weight of the facts that the first is looked up by.
        looked_second: the same for the second.
    """
    found: Flags = (
        (pairs.shingles > 0)
        | (pairs.by_first >= LEAST * np.maximum(looked_first, 1))
        | (pairs.by_second >= LEAST * np.maximum(looked_second, 1))
    )
    return found


def looked_weights(prints: Batch, texts: int) -> Scores:
    """Return for each text the weight of the facts that it is looked up by."""
    chosen = weightiest(prints.fact_texts, weights(prints.facts) ** 2)
    weigh = parts(prints.facts[chosen])
    found: Scores = np.bincount(prints.fact_texts[chosen], weigh, minlength=texts).astype(np.float64)
    return found


def scored(prints: Batch, keys: Hashes, pieces: int = 1) -> tuple[Numbers, Numbers, Scores]:
    """Return the pairs of some pages that share enough, by number, and how near they are.

    Args:
        prints: their fingerprints.
        keys: their keys.
        pieces: into how many ranges of hashes the work is split, for want of memory.
    """
    count = len(keys)
    held = holders(prints, keys, np.arange(count, dtype=np.uint64))
    piece = (held.buckets % np.uint64(pieces)).astype(np.int64)
    pairs = Together.of([together(held.part(piece == number)) for number in range(pieces)])
    looked = looked_weights(prints, count)
    first, second = pairs.first.astype(np.int64), pairs.second.astype(np.int64)
    kept = enough(pairs, looked[first], looked[second])
    first, second = first[kept], second[kept]
    return first, second, pair_nearness(prints, prints, first, second, (count, count))
