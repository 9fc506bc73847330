"""Pages that may hang together, out of many: neighbourhoods, of which each is looked at as a whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.beside import Scores
from copydesk.copies.search.candidates import key_of, scored
from copydesk.copies.search.print_likeness import Matrix, Places, facts_alike, nearness, shingles_shared
from copydesk.copies.search.prints import Batch, Hashes, Numbers

LEAST: Final = 0.18
"""Likeness in facts, or share of the shingles, from which two pages are neighbours."""
WHOLE: Final = 2048
"""Pages that are looked at as a whole."""
RAISED: Final = 1.25
"""How much nearer neighbours must be, each time, in a neighbourhood that is too large."""


class SharedShingles(NamedTuple):
    """Pairs of pages that have shingles in common: `LEAST` and more of those of the page with fewer.

    Attributes:
        first: number of the one page of each pair, the lesser.
        second: number of the other.
        share: what they have in common.
    """

    first: Places
    second: Places
    share: NDArray[np.float32]

    @classmethod
    def of(cls, table: Matrix) -> "SharedShingles":
        """Return the pairs of a table of all shares."""
        first, second = _pairs_in(table, LEAST)
        return cls(first, second, table[first, second])

    def inside(self, group: Sequence[int], pages: int) -> "SharedShingles":
        """Return the pairs of some of so many pages, numbered in their order, which is rising."""
        number = np.full(pages, -1, np.int32)
        number[group] = np.arange(len(group), dtype=np.int32)
        own = (number[self.first] >= 0) & (number[self.second] >= 0)
        return SharedShingles(number[self.first[own]], number[self.second[own]], self.share[own])


class Neighbourhood(NamedTuple):
    """Pages that hang together over neighbours.

    Attributes:
        places: which pages, in order.
        alike: how alike each two are in facts.
        shared: which have shingles in common.
    """

    places: list[int]
    alike: Matrix
    shared: SharedShingles


PIECE: Final = 4_000
"""Pages for each range of hashes that is looked at in one pass."""
Pairs = tuple[Numbers, Numbers, Scores]
"""Numbers of the one and of the other page of some pairs, and how near they are."""


def neighbourhoods(ids: Sequence[str], prints: Batch) -> Iterator[Neighbourhood]:
    """Yield the pages that hang together over neighbours, however far; each page is in one neighbourhood.

    Args:
        ids: the pages' ids, sorted.
        prints: their fingerprints, numbered as the ids are.
    """
    if len(ids) <= WHOLE:
        whole = neighbourhood(list(range(len(ids))), prints)
        del prints
        alike, shared = whole.alike, whole.shared
        near = (zip(*pairs, strict=True) for pairs in (_pairs_in(alike, LEAST), shared[:2]))
        groups = components(len(ids), chain.from_iterable(near))
        if len(groups) == 1:
            yield whole
            return
        tables = [alike[np.ix_(group, group)] for group in groups]
        del whole, alike
        for group in groups:
            yield Neighbourhood(group, tables.pop(0), shared.inside(group, len(ids)))
        return
    first, second, near_ = neighbours(ids, prints)
    pairs = list(zip(near_.tolist(), first.tolist(), second.tolist(), strict=True))
    rows_ = Rows(prints, len(ids))
    for group in split(list(range(len(ids))), pairs):
        yield neighbourhood(group, rows_.batch(group))


def neighbourhood(places: list[int], prints: Batch) -> Neighbourhood:
    """Return a neighbourhood by its places and the fingerprints of its pages, numbered in the order of these."""
    shared = SharedShingles.of(shingles_shared(prints, len(places)))
    return Neighbourhood(places, facts_alike(prints, len(places)), shared)


def _pairs_in(table: Matrix, least: float) -> tuple[Places, Places]:
    """Return the pairs of pages, the lesser number first, to which a table gives so much at least."""
    rows = [i + 1 + np.flatnonzero(row[i + 1 :] >= least).astype(np.int32) for i, row in enumerate(table)]
    first = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
    return first, np.concatenate(rows) if rows else first


def neighbours(ids: Sequence[str], prints: Batch) -> Pairs:
    """Return the pairs of pages that are neighbours.

    Up to `WHOLE` pages each is put beside each; of more, those are that `candidates` brings together.

    Args:
        ids: the pages' ids.
        prints: their fingerprints, numbered as the ids are.
    """
    if len(ids) <= WHOLE:
        table = np.triu(nearness(prints, len(ids), np.arange(len(ids))), 1)
        first, second = np.nonzero(table >= LEAST)
        return first, second, table[first, second].astype(np.float64)
    keys = np.array([key_of(id_) for id_ in ids], np.uint64)
    first, second, near = scored(prints, keys, 1 + len(ids) // PIECE)
    kept = near >= LEAST
    return first[kept], second[kept], near[kept]


def split(places: list[int], pairs: Sequence[tuple[float, int, int]], least: float = LEAST) -> list[list[int]]:
    """Return components over pairs that are near enough, those that are too large split again over nearer pairs.

    Args:
        places: the pages, by any numbers.
        pairs: how near two pages are, and their numbers.
        least: from what nearness on a pair joins.
    """
    number = {place: i for i, place in enumerate(places)}
    groups = components(len(places), [(number[i], number[j]) for near, i, j in pairs if near >= least])
    found: list[list[int]] = []
    for group in groups:
        inside = [places[i] for i in group]
        if len(inside) <= WHOLE or least > 1:
            found.append(inside)
            continue
        own = set(inside)
        found += split(inside, [row for row in pairs if row[1] in own], least * RAISED)
    return found


def components(count: int, pairs: Iterable[Sequence[int]]) -> list[list[int]]:
    """Return the components of so many places over pairs, sorted."""
    heads = list(range(count))

    def head(i: int) -> int:
        while heads[i] != i:
            heads[i] = heads[heads[i]]
            i = heads[i]
        return i

    for i, j in pairs:
        heads[head(j)] = head(i)
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(head(i), []).append(i)
    return list(groups.values())


class Rows:
    """Fingerprints of some texts, of which parts are taken."""

    def __init__(self, prints: Batch, texts: int) -> None:
        self._shingles = _rows(prints.shingles, np.searchsorted(prints.shingle_texts, range(texts + 1)).tolist())
        self._facts = _rows(prints.facts, np.searchsorted(prints.fact_texts, range(texts + 1)).tolist())

    def batch(self, places: Sequence[int]) -> Batch:
        """Return the fingerprints of some of the texts, numbered from 0."""
        shingles, facts = [self._shingles[i] for i in places], [self._facts[i] for i in places]
        of_shingle, of_fact = (np.repeat(np.arange(len(places)), list(map(len, rows))) for rows in (shingles, facts))
        return Batch(np.concatenate(shingles), of_shingle, np.concatenate(facts), of_fact)


def _rows(hashes: Hashes, cuts: list[int]) -> list[Hashes]:
    return [hashes[low:high] for low, high in pairwise(cuts)]
