"""An index of pages to which pages can be added one at a time or in batches, and which finds the related ones.

Two inverted indexes: one of winnowed word shingles, which finds passages that were copied however much longer one text
is; one of names, numbers and long words weighted by rarity, which finds rewritten texts too. Postings are kept in
sorted runs that are merged as they grow (O'Neil et al. 1996, "The log-structured merge-tree").
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.prints import BITS, TEXTS, Batch, Hashes, Numbers, fingerprint
from copydesk.copies.types import Candidate
from copydesk.records import Record

FAN: Final = 4
"""Runs of one size that are merged into one."""
POSTINGS: Final = 100
"""The latest pages of a fingerprint that are looked at, however many pages hold it."""
LOOKED: Final = 600
"""Pages that are looked at for a text in each of the two indexes, by its rarest fingerprints."""
FACTS: Final = 96
"""Facts of a page that are kept: the weightiest."""
RAREST: Final = 32
"""Facts of a page that are looked up: the rarest."""
LEAST: Final = 0.12
"""Share of a page's facts that a candidate must hold, where it holds no shingle."""
NEAREST: Final = 30
"""Candidates returned for a page."""
PAGE: Final = np.uint64(64 - BITS)
"""Bits of a posting that hold the page's number: 16,777,216 pages at most."""
SLOTS: Final = 22
"""Bits of a fact's hash by which the pages that hold it are counted."""


class Postings:
    """Which pages hold a hash: sorted runs of words that hold a hash above and a page's number below."""

    def __init__(self) -> None:
        self.runs: list[Hashes] = []

    def add(self, hashes: Hashes, pages: Numbers) -> None:
        """Add the hashes of some pages."""
        self.runs.append(np.sort((hashes << PAGE) | pages.astype(np.uint64)))
        while len(self.runs) >= FAN and len(self.runs[-FAN]) < FAN * len(self.runs[-1]):
            self.runs[-FAN:] = [np.sort(np.concatenate(self.runs[-FAN:]))]

    def find(self, hashes: Hashes, texts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Return, for sorted hashes of numbered texts, pairs of a hash's position and a page, and each hash's pages.

        Of a hash the latest `POSTINGS` pages are given; of a text the rarest hashes, until `LOOKED` pages are given.
        """
        first, last = hashes << PAGE, ((hashes + np.uint64(1)) << PAGE) - np.uint64(1)
        low = np.array([np.searchsorted(run, first, "left") for run in self.runs], np.int64)
        high = np.array([np.searchsorted(run, last, "right") for run in self.runs], np.int64)
        held = (high - low).sum(0)
        left = np.minimum(held, POSTINGS)
        order = np.lexsort((held, texts))
        running = np.cumsum(left[order])
        owner = texts[order]
        firsts = np.flatnonzero(np.diff(owner, prepend=-1))
        before = np.repeat((running - left[order])[firsts], np.diff(firsts, append=len(owner)))
        left[order[running - before > LOOKED]] = 0
        numbers, pages = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for run, start, end in zip(reversed(self.runs), low[::-1], high[::-1], strict=True):  # the latest pages first
            size = np.minimum(end - start, left)
            left -= size
            some = np.flatnonzero(size)
            take = size[some]
            within = np.arange(take.sum()) - np.repeat(np.cumsum(take) - take, take)
            numbers.append(np.repeat(some, take))
            found = run[np.repeat(end[some] - take, take) + within] & ((np.uint64(1) << PAGE) - np.uint64(1))
            pages.append(found.astype(np.int64))
        return np.concatenate(numbers), np.concatenate(pages), held


class Index:
    """Pages by what they share.

    `add` returns the pages already there that may belong to the page added; `compare` decides.
    Looking up costs what a page's fingerprints are shared, within bounds that do not grow with the index.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._shingles, self._facts = Postings(), Postings()
        self._counts = np.zeros(1 << SLOTS, np.uint32)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def nbytes(self) -> int:
        """Bytes that the postings take up."""
        return sum(run.nbytes for postings in (self._shingles, self._facts) for run in postings.runs)

    def add(self, record: Record) -> tuple[Candidate, ...]:
        """Add a record and return what was there that may belong to it, best first."""
        return self.add_texts([record.id], [record.text])[0]

    def add_many(self, records: Iterable[Record], size: int = 256) -> Iterable[tuple[Candidate, ...]]:
        """Add records in batches; yields for each what stood before it that may belong to it, best first."""
        batch: list[Record] = []
        for record in records:
            batch.append(record)
            if len(batch) == size:
                yield from self.add_texts([r.id for r in batch], [r.text for r in batch])
                batch = []
        if batch:
            yield from self.add_texts([r.id for r in batch], [r.text for r in batch])

    def add_texts(self, ids: Sequence[str], texts: Sequence[str]) -> list[tuple[Candidate, ...]]:
        """Add texts by id; returns for each what stood before it, best first."""
        found: list[tuple[Candidate, ...]] = []
        for start in range(0, len(ids), TEXTS):
            found += self._add(ids[start : start + TEXTS], texts[start : start + TEXTS])
        return found

    def _add(self, ids: Sequence[str], texts: Sequence[str]) -> list[tuple[Candidate, ...]]:
        prints = fingerprint(texts)
        first = len(self._ids)
        self._ids.extend(ids)
        slots, counts = np.unique(prints.facts >> np.uint64(BITS - SLOTS), return_counts=True)
        self._counts[slots] += counts.astype(np.uint32)
        held = self._counts[prints.facts >> np.uint64(BITS - SLOTS)]
        rarity = prints.weights * np.log2(1 + (len(self._ids) + 50) / (held + 1.0))
        self._shingles.add(prints.shingles, prints.shingle_texts + first)
        kept = _heaviest(prints.fact_texts, rarity, FACTS)
        self._facts.add(prints.facts[kept], prints.fact_texts[kept] + first)
        return self._look(prints, np.where(held > 1, rarity, 0), first, len(ids))

    def _look(self, prints: Batch, rarity: NDArray[np.float64], first: int, size: int) -> list[tuple[Candidate, ...]]:
        shingle_pairs, shingle_scores = _hits(
            self._shingles, prints.shingles, prints.shingle_texts, np.ones(len(prints.shingles)), first
        )
        chosen = _heaviest(prints.fact_texts, rarity, RAREST)
        fact_pairs, fact_scores = _hits(
            self._facts, prints.facts[chosen], prints.fact_texts[chosen], rarity[chosen], first
        )
        looked = np.bincount(prints.fact_texts[chosen], rarity[chosen], minlength=size)
        fact_scores = np.minimum(1.0, fact_scores / np.maximum(looked[fact_pairs >> 32], 1e-9))
        good = fact_scores >= LEAST
        fact_pairs, fact_scores = fact_pairs[good], fact_scores[good]
        strong = shingle_scores >= 1
        shingle_pairs, shingle_scores = shingle_pairs[strong], shingle_scores[strong]
        pairs = np.union1d(shingle_pairs, fact_pairs)
        shingles, facts = np.zeros(len(pairs)), np.zeros(len(pairs))
        shingles[np.searchsorted(pairs, shingle_pairs)] = shingle_scores
        facts[np.searchsorted(pairs, fact_pairs)] = fact_scores
        owner, page = pairs >> 32, pairs & 0xFFFFFFFF
        score = shingles + 20 * facts
        order = np.lexsort((-score, owner))
        cuts = np.searchsorted(owner[order], np.arange(size + 1)).tolist()
        rows = list(zip(page[order].tolist(), np.rint(shingles[order]).astype(int).tolist(),
                        np.round(facts[order], 3).tolist(), strict=True))  # fmt: skip
        return [
            tuple(Candidate(id=self._ids[i], shingles=n, facts=share) for i, n, share in rows[low:high][:NEAREST])
            for low, high in pairwise(cuts)
        ]


def _heaviest(texts: Numbers, weights: NDArray[np.float64], most: int) -> Numbers:
    """Return the numbers of each text's heaviest entries, at most so many, none without weight."""
    order = np.argsort((texts << 32) | (2**32 - 1 - (weights * 2**24).astype(np.int64)))
    counts = np.bincount(texts) if len(texts) else np.zeros(0, np.int64)
    rank = np.arange(len(texts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.sort(order[(rank < most) & (weights[order] > 0)])


def _hits(
    postings: Postings, hashes: Hashes, texts: Numbers, weights: NDArray[np.float64], first: int
) -> tuple[Numbers, NDArray[np.float64]]:
    """Return pairs (text << 32 | earlier page) and the weight of the hashes that both hold."""
    order = np.argsort(hashes)
    number, page, held = postings.find(hashes[order], texts[order])
    text = texts[order][number]
    earlier = page < text + first
    number, page, text = number[earlier], page[earlier], text[earlier]
    weight = weights[order] * np.minimum(1.0, 50.0 / np.maximum(held, 1))  # on more pages than a story has: furniture
    packed = (text << 32) | page
    order = np.argsort(packed)
    packed = packed[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(packed)), bool), packed[1:] != packed[:-1])))
    if not len(starts):
        return packed, np.zeros(0)
    return packed[starts], np.add.reduceat(weight[number][order], starts)
