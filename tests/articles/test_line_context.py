import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.articles.line_context import context


def of(chances, words=None):
    chances = np.array(chances, dtype=np.float32)
    return context(chances, np.array(words or [10] * len(chances), dtype=np.float32))


def test_neighbours_and_sums_are_those_of_each_line():
    columns = of([0.0, 1.0, 1.0, 0.0], [5, 10, 100, 5])
    assert columns["chance +1"].tolist() == [1, 1, 0, -1]
    assert columns["chance -2"].tolist() == [-1, -1, 0, 1]
    assert columns["told -3"].tolist() == [0, 0, 10, 70]  # no line counts for more than sixty words
    assert columns["likely +3"].tolist() == [70, 60, 0, 0]


def test_the_likely_stretch_is_found_and_how_far_each_line_stands_from_it():
    columns = of([0.1, 0.2, 0.9, 0.8, 0.9, 0.1])
    assert columns["within 0.5"].tolist() == [False, False, True, True, True, False]
    assert columns["to 0.9"].tolist()[:2] == [2, 1]
    assert columns["side"].tolist() == [2, 2, 3, 3, 3, 1]
    assert columns["in side"].tolist() == [0, 1, 0, 1, 2, 0]
    assert columns["side words"].tolist() == [20, 20, 30, 30, 30, 10]


@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=30))
def test_every_feature_has_a_value_for_every_line(chances):
    assert all(len(column) == len(chances) and np.isfinite(column).all() for column in of(chances).values())
