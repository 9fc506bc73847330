"""Sentences of one text beside those of another: in order by dynamic programming, then what was moved.

Monotone alignment with one-to-one, one-to-two and two-to-one steps, as for parallel texts (Gale and Church 1993, "A
program for aligning sentences in bilingual corpora"), over lexical similarity in place of length.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import isclose
from typing import Final, TypeAlias, TypeVar

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
    low = np.minimum.outer(weight_a, weight_b)
    high = np.maximum.outer(weight_a, weight_b)
    similarity = shared / np.maximum(0.55 * low + 0.45 * high, 1e-9)
    links = _chain(shared, similarity, weight_a, weight_b, floor)
    links += _between(similarity, links, floor)
    links += _moved(similarity, low, links, floor)
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
    group = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = counts_b[in_b][group]
    row = one.owners[starts_a[in_a][group] + within // width].astype(np.int64)
    column = other.owners[starts_b[in_b][group] + within % width]
    shared = np.bincount(row * b.size + column, weigh_a[in_a][group], a.size * b.size)
    return shared.astype(np.float64).reshape(a.size, b.size), total_a, total_b


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


def _chain(shared: Matrix, similarity: Matrix, weight_a: Matrix, weight_b: Matrix, floor: float) -> list[SentenceMatch]:
    """Return the ordered links of greatest total weight."""
    n, m = shared.shape
    one = np.where(similarity >= floor, shared * (similarity - floor / 2), -np.inf)
    split = np.full((n, m), -np.inf)  # one of A, two of B ending at j
    joined = np.full((n, m), -np.inf)  # two of A ending at i, one of B
    split_similarity = _double(shared, weight_a, weight_b)
    joined_similarity = _double(shared.T, weight_b, weight_a).T
    if m > 1:
        gain = np.minimum(shared[:, :-1] + shared[:, 1:], weight_a[:, None])
        split[:, 1:] = np.where(split_similarity[:, 1:] >= floor, gain * (split_similarity[:, 1:] - floor / 2), -np.inf)
    if n > 1:
        gain = np.minimum(shared[:-1] + shared[1:], weight_b[None, :])
        joined[1:] = np.where(joined_similarity[1:] >= floor, gain * (joined_similarity[1:] - floor / 2), -np.inf)
    best = np.zeros((n + 1, m + 1))
    for i in range(1, n + 1):
        row = np.maximum(best[i - 1, 1:], best[i - 1, :-1] + one[i - 1])
        if m > 1:
            row[1:] = np.maximum(row[1:], best[i - 1, :-2] + split[i - 1, 1:])
        if i > 1:
            row = np.maximum(row, best[i - 2, :-1] + joined[i - 1])
        best[i, 1:] = np.maximum.accumulate(np.maximum(row, 0))
    links, i, j = [], n, m
    while i and j:
        score = best[i, j]
        if score <= 0:
            break
        if score == best[i, j - 1]:
            j -= 1
        elif score == best[i - 1, j]:
            i -= 1
        elif isclose(score, best[i - 1, j - 1] + one[i - 1, j - 1]):
            links.append(SentenceMatch((i - 1,), (j - 1,), float(similarity[i - 1, j - 1]), True))
            i, j = i - 1, j - 1
        elif j > 1 and isclose(score, best[i - 1, j - 2] + split[i - 1, j - 1]):
            links.append(SentenceMatch((i - 1,), (j - 2, j - 1), float(split_similarity[i - 1, j - 1]), True))
            i, j = i - 1, j - 2
        else:
            links.append(SentenceMatch((i - 2, i - 1), (j - 1,), float(joined_similarity[i - 1, j - 1]), True))
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


def _moved(similarity: Matrix, low: Matrix, links: list[SentenceMatch], floor: float) -> list[SentenceMatch]:
    """Return links between sentences that the ordered links leave over, best first."""
    left = similarity.copy()
    left[[i for link in links for i in link.a], :] = 0
    left[:, [j for link in links for j in link.b]] = 0
    left[low < 1.5] = 0  # sentences of a word or two agree by chance
    found = []
    while left.size:
        i, j = np.unravel_index(int(np.argmax(left)), left.shape)
        if left[i, j] < floor + 0.07:
            break
        found.append(SentenceMatch((int(i),), (int(j),), float(left[i, j]), False))
        left[i, :] = 0
        left[:, j] = 0
    return found
