"""An index of pages to which pages can be added one at a time or in batches, and which finds the related ones.

Two inverted indexes: one of winnowed word shingles, which finds passages that were copied however much longer one text
is; one of names, numbers and long words weighted by rarity, which finds rewritten texts too. What is found for a page
depends on the pages before it alone, not on how they came in: one at a time, in batches, or from a file.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.counts import Counts
from copydesk.copies.search.postings import PAGE, PAGES, Postings, packed
from copydesk.copies.search.prints import Batch, Hashes, Numbers, fingerprint
from copydesk.copies.search.stored import read, write
from copydesk.copies.types import Candidate
from copydesk.records import Record

TEXTS: Final = 2048
CHARACTERS: Final = 8_000_000
"""Texts, and characters, that are fingerprinted and looked up together."""
FACTS: Final = 96
"""Facts of a page that are kept: the weightiest."""
RAREST: Final = 32
"""Facts of a page that are looked up: the rarest."""
LEAST: Final = 0.12
"""Share of a page's facts that a candidate must hold, where it holds no shingle."""
NEAREST: Final = 30
"""Candidates returned for a page."""
CROWD: Final = 50.0
"""Pages that a story may have; what stands on more is furniture, and weighs less."""
UNIT: Final = 1 << 16
"""Parts that a weight of 1 is counted in."""


class Index:
    """Pages by what they share.

    `add` returns the pages already there that may belong to the page added; `compare` decides.
    Looking up costs what a page's fingerprints are shared, within bounds that do not grow with the index.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._shingles, self._facts, self._counts = Postings(), Postings(), Counts()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def nbytes(self) -> int:
        """Bytes that the postings and the counts take up."""
        return self._shingles.nbytes + self._facts.nbytes + self._counts.table.nbytes

    def save(self, path: Path | str) -> None:
        """Write the index to a file, with the version of its hashes.

        Raises:
            IndexFileError: the file cannot be written.
        """
        write(Path(path), self._ids, self._shingles.runs, self._facts.runs, self._counts.table)

    @classmethod
    def load(cls, path: Path | str) -> "Index":
        """Return the index that `save` wrote, to which pages can be added on.

        Raises:
            IndexFileError: the file is missing or damaged, or its hashes are of another version.
        """
        index = cls()
        index._ids, index._shingles.runs, index._facts.runs, table = read(Path(path))
        index._counts = Counts(table)
        return index

    def add(self, record: Record) -> tuple[Candidate, ...]:
        """Add a record and return what was there that may belong to it, best first."""
        return self.add_texts([record.id], [record.text])[0]

    def add_many(self, records: Iterable[Record], size: int = TEXTS) -> Iterable[tuple[Candidate, ...]]:
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
        while len(found) < len(ids):
            start = len(found)
            end = start + self._take(texts, start)
            found += self._add(ids[start:end], fingerprint(texts[start:end]))
        return found

    def add_prints(self, ids: Sequence[str], prints: Batch, look: bool = True) -> list[tuple[Candidate, ...]]:
        """Add pages by their fingerprints, numbered as the ids are, as `add_texts` does by texts.

        Args:
            ids: the pages' ids.
            prints: what `fingerprint` makes of their texts; the version of kept ones is to be `prints.VERSION`.
            look: whether to look up what may belong to them; where not, nothing is returned.
        """
        found: list[tuple[Candidate, ...]] = []
        start = 0
        while start < len(ids):
            if len(self) >= self._counts.full:
                self._counts.grow(self._facts.runs)
            end = min(start + TEXTS, start + self._counts.full - len(self), len(ids))
            found += self._add(ids[start:end], prints.part(start, end), look)
            start = end
        return found

    def _take(self, texts: Sequence[str], start: int) -> int:
        """Return how many texts are taken together; the table of counts grows at the same pages always."""
        if len(self) >= self._counts.full:
            self._counts.grow(self._facts.runs)
        most = min(TEXTS, self._counts.full - len(self), len(texts) - start)
        size = 0
        for taken in range(most):
            size += len(texts[start + taken])
            if size > CHARACTERS:
                return max(taken, 1)
        return most

    def _add(self, ids: Sequence[str], prints: Batch, look: bool = True) -> list[tuple[Candidate, ...]]:
        first = len(self._ids)
        self._ids.extend(ids)
        held = self._counts.add(prints.facts)
        weights = _units(prints.weights * np.log2(1 + (first + prints.fact_texts + 51) / (held + 1.0)))
        order = _heaviest_first(prints.fact_texts, weights)
        kept = order[_ranks(prints.fact_texts[order]) < FACTS]
        self._facts.add(packed(prints.facts[kept], prints.fact_texts[kept] + first))
        shingles = packed(prints.shingles, prints.shingle_texts + first)
        self._shingles.add(shingles)
        if not look:
            return []
        again = order[held[order] > 1]
        chosen = again[_ranks(prints.fact_texts[again]) < RAREST]
        one = np.full(len(ids), UNIT, np.uint64)
        copied = _hits(self._shingles, shingles, np.full(len(shingles), UNIT), first, one)
        words = (prints.facts[chosen] << PAGE) | (prints.fact_texts[chosen] + first).astype(np.uint64)
        by_word = np.argsort(words)
        looked = np.bincount(prints.fact_texts[chosen], weights[chosen], minlength=len(ids))
        pairs, sums = _hits(
            self._facts, words[by_word], weights[chosen][by_word], first, np.ceil(LEAST * looked).astype(np.uint64)
        )
        alike = pairs, np.minimum(1.0, sums * UNIT / looked[pairs >> int(PAGE)])
        return self._best(copied, alike, len(ids))

    def _best(self, copied: "_Scored", alike: "_Scored", size: int) -> list[tuple[Candidate, ...]]:
        """Return the candidates of each text, of what shares its shingles and of what shares its facts."""
        shingle_pairs, shingle_scores = copied
        fact_pairs, fact_scores = alike
        pairs = np.union1d(shingle_pairs, fact_pairs)
        shingles, facts = np.zeros(len(pairs)), np.zeros(len(pairs))
        shingles[np.searchsorted(pairs, shingle_pairs)] = shingle_scores
        facts[np.searchsorted(pairs, fact_pairs)] = fact_scores
        owner = pairs >> int(PAGE)
        order = np.lexsort((-(shingles + 20 * facts), owner))
        order = order[_ranks(owner[order]) < NEAREST]
        cuts = np.searchsorted(owner[order], np.arange(size + 1)).tolist()
        rows = list(zip((pairs[order] & int(PAGES)).tolist(), np.rint(shingles[order]).astype(int).tolist(),
                        np.round(facts[order], 3).tolist(), strict=True))  # fmt: skip
        return [
            tuple(Candidate(id=self._ids[i], shingles=n, facts=share) for i, n, share in rows[low:high])
            for low, high in pairwise(cuts)
        ]


_Scored = tuple[Numbers, NDArray[np.float64]]


def _units(weights: NDArray[np.float64]) -> Numbers:
    return np.rint(weights * UNIT).astype(np.int64)


def _heaviest_first(texts: Numbers, weights: Numbers) -> Numbers:
    """Return the numbers of entries in the order of their texts, the heaviest of each text first."""
    light = ((1 << 22) - 1 - weights).astype(np.uint64)  # no weight is above 24.01
    order = (
        (texts.astype(np.uint64) << np.uint64(52)) | (light << np.uint64(30)) | np.arange(len(texts), dtype=np.uint64)
    )
    return (np.sort(order, kind="stable") & np.uint64((1 << 30) - 1)).astype(np.int64)


def _ranks(owners: Numbers) -> Numbers:
    """Return for each entry of a row that is sorted by owner how many of the same owner stand before it."""
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    return np.arange(len(owners)) - np.repeat(firsts, np.diff(firsts, append=len(owners)))


def _hits(postings: Postings, words: Hashes, weights: Numbers, first: int, floors: Hashes) -> _Scored:
    """Return pairs (text above, earlier page below) that share hashes of enough weight, and the weight of these."""
    number, page, held = postings.find(words)
    weight = np.rint(weights * np.minimum(1.0, CROWD / np.maximum(held, 1))).astype(np.uint64)[number]
    text = (words[number] & PAGES) - np.uint64(first)
    low = np.uint64(28)
    entries = (((text << PAGE) | page.astype(np.uint64)) << low) | weight
    entries.sort(kind="stable")
    pairs = (entries >> low).view(np.int64)
    if not len(pairs):
        return pairs, np.zeros(0)
    firsts = np.flatnonzero(np.concatenate((np.ones(1, bool), pairs[1:] != pairs[:-1])))
    pairs = pairs[firsts]
    sums = np.add.reduceat(entries & ((np.uint64(1) << low) - np.uint64(1)), firsts)
    enough = sums >= floors[pairs >> int(PAGE)]
    return pairs[enough], sums[enough] / UNIT
