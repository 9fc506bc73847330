"""Pages brought together by what they hold: the same pairs, however pages and hashes are split and ordered."""

import numpy as np
import pytest

from copydesk.copies.search import candidates
from copydesk.copies.search.candidates import key_of, scored
from copydesk.copies.search.near import LEAST
from copydesk.copies.search.print_likeness import nearness
from copydesk.copies.search.prints import fingerprint

NAMES = ("Randal", "Movik", "Velmar", "Torsen", "Keslun", "Lundal", "Marvik", "Senmar")
TEXTS = [
    " ".join(
        f"{NAMES[(number + step) % 8]} met {NAMES[(number * 3 + step) % 8]}{number % 23} at gate {number % 5 + step}"
        for step in range(9)
    )
    for number in range(90)
]
IDS = [f"page-{number}" for number in range(90)]


def found(order, pieces=1):
    keys = np.array([key_of(IDS[i]) for i in order], np.uint64)
    first, second, near = scored(fingerprint([TEXTS[i] for i in order]), keys, pieces)
    pairs = zip(first.tolist(), second.tolist(), near.tolist(), strict=True)
    return {(*sorted((IDS[order[i]], IDS[order[j]])), value) for i, j, value in pairs}


@pytest.mark.parametrize("many", [128, 20])
def test_pairs_do_not_depend_on_the_order_of_pages_or_how_hashes_are_split(monkeypatch, many):
    monkeypatch.setattr(candidates, "MANY", many)
    monkeypatch.setattr(candidates, "FEW", many // 4)
    monkeypatch.setattr(candidates, "PAIRS", 300)
    whole = found(np.arange(90))
    assert len(whole) > 50
    turned = np.random.default_rng(1).permutation(90)
    assert found(turned) == whole
    assert found(np.arange(90), 7) == whole


def test_all_neighbours_are_found_where_nothing_is_crowded_and_are_as_near_as_all_with_all_say(monkeypatch):
    monkeypatch.setattr(candidates, "FEW", 90)
    table = nearness(fingerprint(TEXTS), 90, np.arange(90))
    every = {
        (*sorted((IDS[i], IDS[j])), float(table[i, j]))
        for i, j in zip(*np.nonzero(np.triu(table >= LEAST, 1)), strict=True)
    }
    assert every == {pair for pair in found(np.arange(90)) if pair[2] >= LEAST}


def test_a_crowd_is_stood_for_by_a_few(monkeypatch):
    monkeypatch.setattr(candidates, "MANY", 5)
    monkeypatch.setattr(candidates, "FEW", 5)
    monkeypatch.setattr(candidates, "COMMON", 25)
    assert len(found(np.arange(90))) < 90 * 20
