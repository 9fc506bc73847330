"""The order of all versions of a page, on made-up pages."""

import numpy as np

from copydesk.copies.texts.view import view
from copydesk.records import Record
from tests.millbrook import PARAGRAPHS
from training.version_orders import before, grown, measures, restored

VERSIONS = [PARAGRAPHS[max(0, i - 3) : i + 2] for i in range(1, 6)]
WEIGHTS = np.array((0.2, 0.4, -1.6))  # of pairs, of neighbours, of what is put back


def put_back(texts):
    return restored([view(Record(id=str(n), text="\n\n".join(rows))) for n, rows in enumerate(texts)])


def chances(odds, back):
    return before(measures(odds, back) @ WEIGHTS, len(odds))


def test_what_is_put_back_counts_against_an_order():
    back = put_back(VERSIONS)
    assert grown(back)
    chance = chances(np.zeros((5, 5)), back)
    assert np.allclose(chance, (1 - np.eye(5)) / 2)  # texts alone do not tell which end is first
    odds = np.subtract.outer(-np.arange(5), -np.arange(5)).astype(float)
    chance = chances(odds, back)
    assert all(chance[i, i + 1] > 0.6 for i in range(4))
    assert chance[0, 1] > chances(odds, np.zeros_like(back))[0, 1]
    assert np.allclose(chance + chance.T + np.eye(5), 1)


def test_copies_that_fan_out_from_one_page_are_no_versions():
    cut = [PARAGRAPHS[:i] + PARAGRAPHS[i + 1 :] for i in (1, 3, 5)]
    assert not grown(put_back([PARAGRAPHS, *cut]))
