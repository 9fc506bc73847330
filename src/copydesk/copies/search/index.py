"""An index of pages to which pages can be added one at a time or in batches, and which finds the related ones.

Two inverted indexes: one of winnowed word shingles, which finds passages that were copied however much longer one text
is; one of names, numbers and long words weighted by how rare they are in news, which finds rewritten texts too. Two
pages are found for each other by what they hold, not by the order in which they came.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.copy_types import Candidate
from copydesk.copies.search.frequencies import weights
from copydesk.copies.search.index_file import read, write
from copydesk.copies.search.postings import PAGE, PAGES, Postings, packed
from copydesk.copies.search.prints import Batch, Hashes, Numbers, fingerprint
from copydesk.records import Record

TEXTS: Final = 2048  # texts that are fingerprinted together
CHARACTERS: Final = 8_000_000
"""Texts, and characters, that are fingerprinted and looked up together."""
RAREST: Final = 32
"""Facts of a page that are looked up: the rarest."""
LEAST: Final = 0.06
"""Share of a page's facts, by their weight, that a candidate must hold where it holds no shingle."""
SHINGLES: Final = 1
"""Shingles that a candidate must hold where it holds few facts."""
UNIT: Final = 1 << 12
"""Parts that a weight of 1 is counted in."""


class Index:
    """Pages by what they share.

    `add` returns the pages already there that may belong to the page added; `trace` decides.
    Looking up costs what a page's fingerprints are shared, within bounds that do not grow with the index.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._keys: set[int] = set()
        self._order = np.zeros(0, np.uint64)  # key above, number of the page below, sorted
        self._shingles, self._facts = Postings(), Postings()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def nbytes(self) -> int:
        """Bytes that the postings take up."""
        return self._shingles.nbytes + self._facts.nbytes + self._order.nbytes

    def save(self, path: Path | str) -> None:
        """Write the index to a file, with the version of its hashes.

        Raises:
            IndexFileError: the file cannot be written.
        """
        write(Path(path), self._ids, self._shingles.runs, self._facts.runs)

    @classmethod
    def load(cls, path: Path | str) -> "Index":
        """Return the index that `save` wrote, to which pages can be added on.

        Raises:
            IndexFileError: the file is missing or damaged, or its hashes are of another version.
        """
        index = cls()
        ids, index._shingles.runs, index._facts.runs = read(Path(path))
        index._number(ids)
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
            end = start + _take(texts, start)
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
        for start in range(0, len(ids), TEXTS):
            found += self._add(ids[start : start + TEXTS], prints.part(start, min(start + TEXTS, len(ids))), look)
        return found

    def _number(self, ids: Sequence[str]) -> Numbers:
        """Give pages their numbers and keys; return the keys."""
        first = len(self._ids)
        keys = np.zeros(len(ids), np.int64)
        for place, id_ in enumerate(ids):
            key = int.from_bytes(blake2b(id_.encode(errors="surrogatepass"), digest_size=8).digest()) & int(PAGES)
            while key in self._keys:
                key = (key + 1) & int(PAGES)
            self._keys.add(key)
            keys[place] = key
        self._ids.extend(ids)
        numbers = np.arange(first, first + len(ids), dtype=np.uint64)
        order = np.concatenate((self._order, (keys.astype(np.uint64) << np.uint64(32)) | numbers))
        order.sort(kind="stable")
        self._order = order
        return keys

    def _add(self, ids: Sequence[str], prints: Batch, look: bool = True) -> list[tuple[Candidate, ...]]:
        first = len(self._ids)
        keys = self._number(ids)
        self._facts.add(packed(prints.facts, keys[prints.fact_texts]))
        shingles = packed(prints.shingles, keys[prints.shingle_texts])
        self._shingles.add(shingles)
        if not look:
            return []
        one = np.full(len(ids), SHINGLES * UNIT, np.uint64)
        text_of = _Numbering(keys)
        copied = self._hits(self._shingles, shingles, np.full(len(shingles), UNIT, np.uint64), text_of, one, first)
        squares = weights(prints.facts) ** 2
        chosen = weightiest(prints.fact_texts, squares)
        looked = np.bincount(prints.fact_texts[chosen], squares[chosen], minlength=len(ids))
        words = (prints.facts[chosen] << PAGE) | keys[prints.fact_texts[chosen]].astype(np.uint64)
        by_word = np.argsort(words)
        weight = np.rint(squares[chosen][by_word] * UNIT).astype(np.uint64)
        floors = np.ceil(LEAST * looked * UNIT).astype(np.uint64)
        pairs, sums = self._hits(self._facts, words[by_word], weight, text_of, floors, first)
        alike = pairs, np.minimum(1.0, sums / np.maximum(looked[pairs >> 32], 1e-9))
        return self._best(copied, alike, len(ids))

    def _hits(self, postings: Postings, words: Hashes, weight: Hashes, text_of: "_Numbering", floors: Hashes,
              first: int) -> "_Scored":  # fmt: skip
        """Return pairs (text above, earlier page below) that share hashes of enough weight, and the weight of these."""
        number, key = postings.find(words)
        entries = (((text_of(words & PAGES)[number] << PAGE) | key.astype(np.uint64)) << np.uint64(28)) | weight[number]
        entries.sort(kind="stable")
        pairs = entries >> np.uint64(28)
        if not len(pairs):
            return np.zeros(0, np.int64), np.zeros(0)
        firsts = np.flatnonzero(np.concatenate((np.ones(1, bool), pairs[1:] != pairs[:-1])))
        pairs = pairs[firsts]
        sums = np.add.reduceat(entries & np.uint64(2**28 - 1), firsts)
        text = pairs >> PAGE
        enough = sums >= floors[text.astype(np.int64)]
        pairs, sums, text = pairs[enough], sums[enough], text[enough].astype(np.int64)
        place = np.searchsorted(self._order, (pairs & PAGES) << np.uint64(32))
        place = np.minimum(place, len(self._order) - 1)
        page = (self._order[place] & np.uint64(2**32 - 1)).astype(np.int64)
        earlier = page < first + text
        packed_pairs = (text[earlier] << 32) | page[earlier]
        order = np.argsort(packed_pairs)
        return packed_pairs[order], sums[earlier][order] / UNIT

    def _best(self, copied: "_Scored", alike: "_Scored", size: int) -> list[tuple[Candidate, ...]]:
        """Return the candidates of each text, of what shares its shingles and of what shares its facts."""
        shingle_pairs, shingle_scores = copied
        fact_pairs, fact_scores = alike
        pairs = np.union1d(shingle_pairs, fact_pairs)
        shingles, facts = np.zeros(len(pairs)), np.zeros(len(pairs))
        shingles[np.searchsorted(pairs, shingle_pairs)] = shingle_scores
        facts[np.searchsorted(pairs, fact_pairs)] = fact_scores
        owner = pairs >> 32
        order = np.lexsort((-(shingles + 20 * facts), owner))
        cuts = np.searchsorted(owner[order], np.arange(size + 1)).tolist()
        rows = list(zip((pairs[order] & 0xFFFFFFFF).tolist(), np.rint(shingles[order]).astype(int).tolist(),
                        np.round(facts[order], 3).tolist(), strict=True))  # fmt: skip
        return [
            tuple(Candidate(id=self._ids[i], shingles=n, facts=share) for i, n, share in rows[low:high])
            for low, high in pairwise(cuts)
        ]


_Scored = tuple[Numbers, NDArray[np.float64]]


class _Numbering:
    """The numbers of a batch's texts by their keys."""

    def __init__(self, keys: Numbers) -> None:
        self._order = np.argsort(keys)
        self._keys = keys[self._order].astype(np.uint64)

    def __call__(self, keys: Hashes) -> Hashes:
        return self._order[np.searchsorted(self._keys, keys)].astype(np.uint64)


def _take(texts: Sequence[str], start: int) -> int:
    """Return how many texts are taken together."""
    most = min(TEXTS, len(texts) - start)
    size = 0
    for taken in range(most):
        size += len(texts[start + taken])
        if size > CHARACTERS:
            return max(taken, 1)
    return most


def weightiest(texts: Numbers, squares: NDArray[np.float64]) -> Numbers:
    """Return the places of the facts that are looked up: of each text the weightiest."""
    light = (np.float64(2**20) - np.rint(squares * 2**12)).astype(np.uint64)
    order = (
        (texts.astype(np.uint64) << np.uint64(52)) | (light << np.uint64(30)) | np.arange(len(texts), dtype=np.uint64)
    )
    order.sort(kind="stable")
    places = (order & np.uint64((1 << 30) - 1)).astype(np.int64)
    owners = texts[places]
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    rank = np.arange(len(owners)) - np.repeat(firsts, np.diff(firsts, append=len(owners)))
    return places[rank < RAREST]
