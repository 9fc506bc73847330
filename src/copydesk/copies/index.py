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

from copydesk.copies.prints import FACTS, Batch, Hashes, Numbers, fingerprint
from copydesk.copies.types import Candidate
from copydesk.records import Record

FAN: Final = 4
"""Runs of one size that are merged into one."""
POSTINGS: Final = 100
"""The latest pages of a fingerprint that are looked at, however many pages hold it."""
RAREST: Final = 32
"""Facts of a page that are looked up: the rarest."""
NEAREST: Final = 30
"""Candidates returned for a page."""


class Postings:
    """Which pages hold a hash: sorted runs of (hash, page), the newest last among equals."""

    def __init__(self) -> None:
        self.runs: list[tuple[Hashes, NDArray[np.uint32]]] = []

    def add(self, hashes: Hashes, pages: NDArray[np.uint32]) -> None:
        """Add a run of pages, numbered above all pages added before."""
        order = np.argsort(hashes, kind="stable")
        self.runs.append((hashes[order], pages[order]))
        while len(self.runs) >= FAN and len(self.runs[-FAN][0]) < FAN * len(self.runs[-1][0]):
            merged = [np.concatenate([run[i] for run in self.runs[-FAN:]]) for i in (0, 1)]
            order = np.argsort(merged[0], kind="stable")
            self.runs[-FAN:] = [(merged[0][order], merged[1][order].astype(np.uint32))]

    def find(self, hashes: Hashes) -> tuple[Numbers, NDArray[np.uint32], Numbers]:
        """Return, for sorted hashes, pairs of the hash's number and a page, and how many pages hold each hash."""
        numbers, pages = [], []
        held = np.zeros(len(hashes), np.int64)
        for keys, values in self.runs:
            low = np.searchsorted(keys, hashes, "left")
            size = np.searchsorted(keys, hashes, "right") - low
            held += size
            some = np.flatnonzero(size)
            take = np.minimum(size[some], POSTINGS)
            first = low[some] + size[some] - take
            within = np.arange(take.sum()) - np.repeat(np.cumsum(take) - take, take)
            numbers.append(np.repeat(some, take))
            pages.append(values[np.repeat(first, take) + within])
        if not numbers:
            return np.zeros(0, np.int64), np.zeros(0, np.uint32), held
        return np.concatenate(numbers), np.concatenate(pages), held


class Index:
    """Pages by what they share.

    `add` returns the pages already there that may belong to the page added; `compare` decides.
    Looking up costs the same for a few pages and for a million, give or take the logarithm of their number.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._shingles, self._facts = Postings(), Postings()
        self._counts = np.zeros(1 << 22, np.uint32)

    def __len__(self) -> int:
        return len(self._ids)

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
        """Add one batch of texts by id; returns for each what stood before it, best first."""
        prints = fingerprint(texts)
        first = len(self._ids)
        self._ids.extend(ids)
        slots = (prints.facts >> np.uint64(42)).astype(np.int64)
        np.add.at(self._counts, slots, 1)
        rarity = prints.weights * np.log2(1 + (len(self._ids) + 50) / (self._counts[slots] + 1.0))
        self._shingles.add(prints.shingles, (prints.shingle_texts + first).astype(np.uint32))
        kept = _heaviest(prints.fact_texts, rarity, FACTS)
        self._facts.add(prints.facts[kept], (prints.fact_texts[kept] + first).astype(np.uint32))
        return self._look(prints, rarity, first, len(ids))

    def _look(self, prints: Batch, rarity: NDArray[np.float64], first: int, size: int) -> list[tuple[Candidate, ...]]:
        shingle_pairs, shingle_scores = _hits(
            self._shingles, prints.shingles, prints.shingle_texts, np.ones(len(prints.shingles)), first
        )
        seen = self._counts[(prints.facts >> np.uint64(42)).astype(np.int64)] > 1
        chosen = _heaviest(prints.fact_texts, np.where(seen, rarity, 0), RAREST)
        fact_pairs, fact_scores = _hits(
            self._facts, prints.facts[chosen], prints.fact_texts[chosen], rarity[chosen], first
        )
        looked = np.bincount(prints.fact_texts[chosen], rarity[chosen], minlength=size)
        pairs = np.union1d(shingle_pairs, fact_pairs)
        shingles, facts = np.zeros(len(pairs)), np.zeros(len(pairs))
        shingles[np.searchsorted(pairs, shingle_pairs)] = shingle_scores
        facts[np.searchsorted(pairs, fact_pairs)] = fact_scores
        owner, page = pairs >> 32, pairs & 0xFFFFFFFF
        facts = np.minimum(1.0, facts / np.maximum(looked[owner], 1e-9))
        good = (shingles >= 1) | (facts >= 0.12)
        score = shingles + 20 * facts
        order = np.flatnonzero(good)
        order = order[np.lexsort((-score[order], owner[order]))]
        cuts = np.searchsorted(owner[order], np.arange(size + 1))
        return [
            tuple(
                Candidate(id=self._ids[page[i]], shingles=round(shingles[i]), facts=round(float(facts[i]), 3))
                for i in order[low : min(high, low + NEAREST)]
            )
            for low, high in pairwise(cuts)
        ]


def _heaviest(texts: Numbers, weights: NDArray[np.float64], most: int) -> Numbers:
    """Return the numbers of each text's heaviest entries, at most so many, none without weight."""
    order = np.lexsort((-weights, texts))
    counts = np.bincount(texts) if len(texts) else np.zeros(0, np.int64)
    rank = np.arange(len(texts)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.sort(order[(rank < most) & (weights[order] > 0)])


def _hits(
    postings: Postings, hashes: Hashes, texts: Numbers, weights: NDArray[np.float64], first: int
) -> tuple[Numbers, NDArray[np.float64]]:
    """Return pairs (text << 32 | earlier page) and the weight of the hashes that both hold."""
    order = np.argsort(hashes, kind="stable")
    number, page, held = postings.find(hashes[order])
    text = texts[order][number]
    earlier = page < text + first
    number, page, text = number[earlier], page[earlier].astype(np.int64), text[earlier]
    common = np.minimum(1.0, 50.0 / np.maximum(held[number], 1))  # furniture: on far more pages than any story
    pairs, place = np.unique((text << 32) | page, return_inverse=True)
    scores = np.bincount(place, weights[order][number] * common, minlength=len(pairs))
    return pairs, scores.astype(np.float64)
