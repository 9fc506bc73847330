"""Sentences of one text beside those of another: in order by dynamic programming, then what was moved.

Monotone alignment with one-to-one, one-to-two and two-to-one steps, as for parallel texts (Gale and Church 1993, "A
program for aligning sentences in bilingual corpora"), over lexical similarity in place of length.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import isclose
from typing import Final, NamedTuple, TypeAlias, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.copies.texts.text import PAIR as PAIR_BIT
from copydesk.copies.texts.text import Hashes, Numbers, Stems, Text, features

Matrix: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
_Values = TypeVar("_Values", Hashes, Stems)
CELLS: Final = 1_000_000
"""Pairs of sentences with a word in common that are counted."""
PIECE: Final = 1 << 15
"""Of these, how many are counted at a time."""
BLOCK: Final = 64
"""Sentences of A whose steps are weighed at a time."""
PAIR: Final = 0.4
"""Weight of a pair of neighbouring words beside that of a word."""
FLOOR: Final = 0.28
"""Similarity below which two sentences are not held to be the same."""


class SentenceMatch(msgspec.Struct, frozen=True, array_like=True):
    """Sentences of A (one or two, by number) that sentences of B say; `ordered` where the text keeps its order."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    similarity: float
    ordered: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links of two texts in B's order, and how much each sentence weighs."""

    links: tuple[SentenceMatch, ...]
    weight_a: Matrix
    weight_b: Matrix


def align(a: Text, b: Text, floor: float = FLOOR) -> Alignment:
    """Return which sentences of `b` say what sentences of `a` say.

    Args:
        a: the one text.
        b: the other.
        floor: similarity below which two sentences are not held to be the same.
    """
    shared, weight_a, weight_b = overlap(a, b)
    if not shared.size:
        return Alignment((), weight_a, weight_b)
    similarity = 0.45 * np.maximum.outer(weight_a, weight_b)
    low = np.minimum.outer(weight_a, weight_b)
    short = low < 1.5  # sentences of a word or two agree by chance
    low *= 0.55
    similarity += low
    del low
    np.divide(shared, np.maximum(similarity, 1e-9, out=similarity), out=similarity)
    links = _chain(shared, similarity, weight_a, weight_b, floor)
    links += _between(similarity, links, floor)
    links += _moved(similarity, short, links, floor)
    return Alignment(tuple(sorted(links, key=lambda link: (link.b, link.a))), weight_a, weight_b)


def overlap(a: Text, b: Text) -> tuple[Matrix, Matrix, Matrix]:
    """Return the weight that each sentence of A shares with each of B, and the sentences' own weights.

    A stem weighs less the more sentences of the two texts hold it, so what every sentence names tells nothing; a pair
    of neighbouring stems counts beside its members.
    """
    one, other = features(a), features(b)
    known, place = found_in(one.hashes, other.hashes)
    counts_a, counts_b = one.counts, other.counts
    in_a, in_b = np.flatnonzero(known), place[known]
    shared_a, shared_b = counts_a[in_a], counts_b[in_b]
    spread_a, spread_b = counts_a.copy(), counts_b.copy()
    spread_a[in_a] += shared_b
    spread_b[in_b] += shared_a
    weigh_a, weigh_b = _weights(one.hashes, spread_a), _weights(other.hashes, spread_b)
    total_a = np.bincount(one.owners, np.repeat(weigh_a, counts_a), a.size).astype(np.float64)
    total_b = np.bincount(other.owners, np.repeat(weigh_b, counts_b), b.size).astype(np.float64)
    starts_a, starts_b = (np.cumsum(counts) - counts for counts in (counts_a, counts_b))
    sizes = shared_a * shared_b
    if sizes.sum() > CELLS:  # texts that say the same all over: what stands in few sentences tells enough
        keep = np.cumsum(np.sort(sizes)) <= CELLS
        fewest = np.argsort(sizes, kind="stable")[keep]
        in_a, in_b, sizes = in_a[fewest], in_b[fewest], sizes[fewest]
    shared = np.zeros(0)
    piece = np.cumsum(sizes) // PIECE
    for low, high in pairwise(np.searchsorted(piece, np.arange(piece.max(initial=-1) + 2)).tolist()):
        some_a, some_b, some = in_a[low:high], in_b[low:high], sizes[low:high]
        group = np.repeat(np.arange(len(some)), some)
        within = np.arange(len(group)) - np.repeat(np.cumsum(some) - some, some)
        width = counts_b[some_b][group]
        row = one.owners[starts_a[some_a][group] + within // width].astype(np.int64)
        column = other.owners[starts_b[some_b][group] + within % width]
        cell, weight = row * b.size + column, weigh_a[some_a][group]
        if len(shared):
            np.add.at(shared, cell, weight)  # in order, so that sums do not depend on the pieces
        else:
            shared = np.bincount(cell, weight, a.size * b.size).astype(np.float64, copy=False)
    return (shared if len(shared) else np.zeros(a.size * b.size)).reshape(a.size, b.size), total_a, total_b


def found_in(values: Hashes, sorted_values: Hashes) -> tuple[Mask, Numbers]:
    """Return which values stand among sorted ones, and where each would."""
    if not len(sorted_values):
        return np.zeros(len(values), bool), np.zeros(len(values), np.int64)
    place = np.minimum(np.searchsorted(sorted_values, values), len(sorted_values) - 1)
    return sorted_values[place] == values, place


def once(values: _Values) -> _Values:
    """Return sorted values, each once."""
    values = np.sort(values)
    found: _Values = values[np.concatenate((np.ones(min(1, len(values)), bool), values[1:] != values[:-1]))]
    return found


def _weights(hashes: Hashes, spread: Numbers) -> Matrix:
    return np.where(hashes >= PAIR_BIT, PAIR, 1.0) / (1.0 + np.log2((spread + 1) / 2))


class _Steps(NamedTuple):
    """What steps of an alignment that end at some sentences of A weigh, by row, and the similarity of double ones."""

    one: Matrix
    split: Matrix
    joined: Matrix
    split_similarity: Matrix
    joined_similarity: Matrix


class _Weighing:
    """The weights of steps, some rows at a time, so that few tables of all sentences beside all are held."""

    def __init__(self, shared: Matrix, similarity: Matrix, weights: tuple[Matrix, Matrix], floor: float) -> None:
        self._shared = shared
        self._similarity = similarity
        self._weight_a, self._weight_b = weights
        self._floor = floor
        self._number = -1
        self._steps: _Steps | None = None

    def at(self, row: int) -> tuple[_Steps, int]:
        """Return the steps among which those of a row of A are, and the row's place there."""
        number = row // BLOCK
        if self._steps is None or number != self._number:
            self._steps = None
            self._number, self._steps = number, self._weighed(number * BLOCK)
        return self._steps, row - number * BLOCK

    def _weighed(self, start: int) -> _Steps:
        n, m = self._shared.shape
        end, before = min(start + BLOCK, n), max(start - 1, 0)
        shared, similarity = self._shared[start:end], self._similarity[start:end]
        weight_a, weight_b, floor = self._weight_a[start:end], self._weight_b, self._floor
        one = np.where(similarity >= floor, shared * (similarity - floor / 2), -np.inf)
        split = np.full(shared.shape, -np.inf)  # one of A, two of B ending at j
        joined = np.full(shared.shape, -np.inf)  # two of A ending at i, one of B
        split_similarity = _double(shared, weight_a, weight_b)
        two = self._shared[before:end]
        joined_similarity = _double(two.T, weight_b, self._weight_a[before:end]).T[start - before :]
        if m > 1:
            gain = np.minimum(shared[:, :-1] + shared[:, 1:], weight_a[:, None])
            split[:, 1:] = _gained(gain, split_similarity[:, 1:], floor)
        if len(two) > 1:
            gain = np.minimum(two[:-1] + two[1:], weight_b[None, :])
            first = 1 - (start - before)
            joined[first:] = _gained(gain, joined_similarity[first:], floor)
        return _Steps(one, split, joined, split_similarity, joined_similarity)


def _gained(gain: Matrix, similarity: Matrix, floor: float) -> Matrix:
    return np.where(similarity >= floor, gain * (similarity - floor / 2), -np.inf)


def _chain(shared: Matrix, similarity: Matrix, weight_a: Matrix, weight_b: Matrix, floor: float) -> list[SentenceMatch]:
    """Return the ordered links of greatest total weight."""
    n, m = shared.shape
    weighing = _Weighing(shared, similarity, (weight_a, weight_b), floor)
    best = np.zeros((n + 1, m + 1))
    for i in range(1, n + 1):
        steps, at = weighing.at(i - 1)
        row = np.maximum(best[i - 1, 1:], best[i - 1, :-1] + steps.one[at])
        if m > 1:
            row[1:] = np.maximum(row[1:], best[i - 1, :-2] + steps.split[at, 1:])
        if i > 1:
            row = np.maximum(row, best[i - 2, :-1] + steps.joined[at])
        best[i, 1:] = np.maximum.accumulate(np.maximum(row, 0))
    links, i, j = [], n, m
    while i and j:
        score = best[i, j]
        if score <= 0:
            break
        if score == best[i, j - 1]:
            j -= 1
            continue
        if score == best[i - 1, j]:
            i -= 1
            continue
        steps, at = weighing.at(i - 1)
        if isclose(score, best[i - 1, j - 1] + steps.one[at, j - 1]):
            links.append(SentenceMatch((i - 1,), (j - 1,), float(similarity[i - 1, j - 1]), True))
            i, j = i - 1, j - 1
        elif j > 1 and isclose(score, best[i - 1, j - 2] + steps.split[at, j - 1]):
            links.append(SentenceMatch((i - 1,), (j - 2, j - 1), float(steps.split_similarity[at, j - 1]), True))
            i, j = i - 1, j - 2
        else:
            links.append(SentenceMatch((i - 2, i - 1), (j - 1,), float(steps.joined_similarity[at, j - 1]), True))
            i, j = i - 2, j - 1
    return links


def _between(similarity: Matrix, links: list[SentenceMatch], floor: float) -> list[SentenceMatch]:
    """Return links of one or two sentences that stand alone between linked neighbours on both sides."""
    found = []
    ordered = sorted(links, key=lambda link: link.b)
    for before, after in pairwise(ordered):
        gap_a = range(before.a[-1] + 1, after.a[0])
        gap_b = range(before.b[-1] + 1, after.b[0])
        if len(gap_a) == len(gap_b) <= 2:
            pairs = [(i, j) for i, j in zip(gap_a, gap_b, strict=True) if similarity[i, j] >= floor / 2]
            found += [SentenceMatch((i,), (j,), float(similarity[i, j]), True) for i, j in pairs]
    return found


def _double(shared: Matrix, one: Matrix, two: Matrix) -> Matrix:
    """Return the similarity of each sentence to two neighbours together; 0 where either adds little of its own."""
    result = np.zeros_like(shared)
    if shared.shape[1] > 1:
        left, right = shared[:, :-1], shared[:, 1:]
        own = (left >= 0.3 * two[:-1]) & (right >= 0.3 * two[1:]) & (left > 0) & (right > 0)
        both = np.minimum(left + right, one[:, None])
        size = np.maximum(two[:-1] + two[1:], 1e-9)[None, :]
        low, high = np.minimum(one[:, None], size), np.maximum(one[:, None], size)
        alone = np.maximum(left, right) / np.maximum(one[:, None], 1e-9)
        result[:, 1:] = np.where(own & (alone < 0.8), both / (0.55 * low + 0.45 * high), 0)
    return result


def _moved(similarity: Matrix, short: Mask, links: list[SentenceMatch], floor: float) -> list[SentenceMatch]:
    """Return links between sentences that the ordered links leave over, best first."""
    left = similarity  # it is not looked at again
    left[[i for link in links for i in link.a], :] = 0
    left[:, [j for link in links for j in link.b]] = 0
    left[short] = 0
    found = []
    while left.size:
        i, j = np.unravel_index(int(np.argmax(left)), left.shape)
        if left[i, j] < floor + 0.07:
            break
        found.append(SentenceMatch((int(i),), (int(j),), float(left[i, j]), False))
        left[i, :] = 0
        left[:, j] = 0
    return found
