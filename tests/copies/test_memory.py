"""What tracing holds of pages: bounded in bytes, gone with the pages, and the same as if all were held at once."""

from itertools import combinations

import numpy as np
import pytest

from copydesk.copies.copy_page import view_of
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.kept_pairs import AlignedPairs
from copydesk.copies.search.event_clusters import clusters
from copydesk.copies.search.near import SharedShingles
from copydesk.copies.search.print_likeness import ROWS, _products
from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.remembered import Remembered
from copydesk.copies.texts.text import features


class Made:
    """A value of so many bytes."""

    def __init__(self, nbytes):
        self.nbytes = nbytes


class Key:
    """An object of which a value is made."""

    def __init__(self, nbytes):
        self.nbytes = nbytes


def remembered(most):
    made = []

    def make(key):
        made.append(key.nbytes)
        return Made(key.nbytes)

    return Remembered(make, most), made


def test_a_value_is_made_once():
    kept, made = remembered(100)
    key = Key(60)
    assert kept(key) is kept(key)
    assert made == [60]
    assert kept.nbytes == 60


@pytest.mark.parametrize(("most", "left"), [(99, 70), (100, 100)])
def test_what_was_asked_for_longest_ago_goes_where_bytes_are_too_many(most, left):
    kept, made = remembered(most)
    first, second, third = Key(30), Key(50), Key(20)
    for key in (first, second, first, third):
        kept(key)
    assert kept.nbytes == {70: 50, 100: 100}[left]
    kept(second)
    assert made == ([30, 50, 20, 50] if most == 99 else [30, 50, 20])


def test_one_value_is_kept_however_large():
    kept, made = remembered(10)
    key = Key(60)
    assert kept(key) is kept(key)
    assert made == [60]


def test_a_value_goes_with_its_object():
    kept, _ = remembered(100)
    key = Key(60)
    kept(key)
    del key
    assert kept.nbytes == 0


def test_nothing_is_at_hand_of_pages_that_are_gone(traced):
    page = traced("a", "The Aurelia sank off Karlo there. Mira Sandell saw it.")
    before = features.nbytes, view_of.nbytes
    assert features(page.text) is features(page.text)
    assert view_of(page) is view_of(page)
    assert (features.nbytes, view_of.nbytes) > before
    del page
    assert (features.nbytes, view_of.nbytes) == before


def pair(n):
    return AlignedPair((SentenceMatch((n,), (n, n + 1), 0.1 + n, True),), Measures(held=n / 7, words=n))


def test_kept_pairs_are_what_they_were_and_come_in_the_order_of_their_ids():
    ids = ["a", "b", "c", "d"]
    places = np.array(list(combinations(range(4), 2)))
    pairs = AlignedPairs(ids, places[:, 0], places[:, 1])
    for place in (4, 0, 2):
        pairs.keep(place, pair(place))
    assert dict(pairs) == {("a", "b"): pair(0), ("a", "d"): pair(2), ("b", "d"): pair(4)}
    assert list(pairs) == [("a", "b"), ("a", "d"), ("b", "d")]
    assert len(pairs) == 3
    assert pairs.get(("a", "c")) is None
    assert pairs.get(("b", "a")) is None
    assert pairs.get(("a", "x")) is None
    assert [key for key, _ in pairs.of(["a", "d"], both=True)] == [("a", "d")]
    assert [key for key, _ in pairs.of(["a"], both=False)] == [("a", "b"), ("a", "d")]
    assert list(pairs.of([], both=False)) == []


@pytest.mark.parametrize("texts", [0, 1, 2, ROWS - 1, ROWS, ROWS + 1, 2 * ROWS + 40])
def test_products_are_those_of_the_whole_matrix(texts):
    rng = np.random.default_rng(texts)
    rows = np.arange(texts).repeat(6)
    hashes = rng.integers(0, 200, len(rows)).astype(np.uint64)
    cells = np.unique((rows << 8) | hashes.astype(np.int64))
    rows, hashes = cells >> 8, (cells & 255).astype(np.uint64)
    values = rng.integers(1, 9, len(rows)).astype(np.float32)
    whole = np.zeros((texts, 200), np.float32)
    whole[rows, hashes.astype(np.int64)] = values
    whole[:, np.count_nonzero(whole, axis=0) < 2] = 0  # what one text alone has is shared with none
    assert (_products(hashes, rows, values, texts) == whole @ whole.T).all()
    some = np.arange(texts)[::3]
    held = whole * (np.count_nonzero(whole[some], axis=0) > 0)
    assert (_products(hashes, rows, values, texts, some) == held[some] @ held.T).all()


def plainly_clustered(alike, least):
    """Join the two clusters that are most alike, again and again."""
    groups = [{i} for i in range(len(alike))]
    while len(groups) > 1:
        means = {
            (x, y): np.mean([alike[i, j] for i in groups[x] for j in groups[y]], dtype=np.float64)
            for x, y in combinations(range(len(groups)), 2)
        }
        x, y = max(means, key=means.__getitem__)
        if means[x, y] < least:
            break
        groups[x] |= groups.pop(y)
    return {frozenset(group) for group in groups}


@pytest.mark.parametrize("seed", range(6))
def test_clusters_are_those_of_average_linkage(seed):
    table = np.random.default_rng(seed).random((14, 14)).astype(np.float32)
    alike = np.triu(table, 1) + np.triu(table, 1).T
    kept = alike.copy()
    number = clusters(alike, 0.5)
    groups = {frozenset(i for i, one in enumerate(number) if one == other) for other in set(number)}
    assert groups == plainly_clustered(alike, 0.5)
    assert (alike == kept).all()


@pytest.mark.parametrize(("share", "found"), [(0.19, [(0, 1)]), (0.17, [])])
def test_pairs_with_shingles_in_common_are_kept_from_a_share_on(share, found):
    table = np.eye(3, dtype=np.float32)
    table[1, 2] = table[2, 1] = share
    shared = SharedShingles.of(table).inside([1, 2], 3)
    assert list(zip(shared.first.tolist(), shared.second.tolist(), strict=True)) == found
    assert shared.share.tolist() == [np.float32(share)] * len(found)
    assert SharedShingles.of(table).inside([0, 2], 3).share.tolist() == []
