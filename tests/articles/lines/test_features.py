import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.articles.lines.line_features import densest, line_features, matrix
from copydesk.articles.lines.line_scoring import line_scores

TEASERS = ["Harbor gets a new crane", "May 3, 2026", "By Ida Holm"] * 4


def test_teasers_that_repeat_have_a_period_and_a_shape_in_common():
    columns = line_features(["A ferry ran aground on Tuesday with forty people on board, officials said.", *TEASERS])
    assert columns["period"].tolist() == [0, *[3] * 12]
    assert columns["shape"][2] == 4


def test_lines_on_the_page_s_subject_are_told_from_others():
    columns = line_features(
        [
            "The ferry ran aground off the harbor on Tuesday with forty people on board, officials said.",
            "Ferry harbor aground",
            "Recipes for summer salads",
        ]
    )
    assert columns["topic"].tolist() == [0, 1, 0]


def test_the_densest_stretch_is_the_one_with_the_greatest_sum():
    assert densest(np.array([-1, 5, -2, 6, -9, 4])) == (1, 4)
    assert densest(np.array([-3, -1])) == (0, 1)


@pytest.mark.parametrize("lines", [["x"], ["©"], ["."] * 3, ["word " * 100_000]])
def test_any_line_can_be_described(lines):
    assert matrix(line_features(lines)).shape[0] == len(lines)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=12))
def test_chances_are_chances(lines):
    chances = line_scores([line.strip() for line in lines])
    assert len(chances) == len(lines)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_endless_texts_are_read_in_stretches():
    chances = line_scores(["A ferry ran aground on Tuesday."] * 20_003)
    assert len(chances) == 20_003
    assert chances[20_002] == line_scores(["A ferry ran aground on Tuesday."] * 3)[2]
