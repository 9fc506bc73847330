"""Shapes of words: case, marks, spaces, and where quotation marks stand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language import shapes


def test_forms_tell_case_and_digits_apart() -> None:
    seen = [shapes.form(word) for word in ("nato", "Nato", "NATO", "N", "iPhone", "2024", "G20", "“", "”", "...", ";")]
    assert len(set(seen)) == len(seen)


def test_straight_quotes_open_and_close_in_turn_and_end_with_the_paragraph() -> None:
    words = ['"', "Go", '"', "she", '"', "Stay", "Next", '"']
    spaces = [shapes.TEXT_START, 0, 0, 1, 1, 0, shapes.PARAGRAPH, 1]
    states = shapes.shapes(words, spaces)[:, 2].tolist()
    opens, inside, closes, outside = shapes.OPENS, shapes.INSIDE, shapes.CLOSES, shapes.OUTSIDE
    assert states == [opens, inside, closes, outside, opens, inside, outside, opens]


@given(st.lists(st.text(min_size=1, max_size=10), max_size=20))
def test_numbers_stay_within_their_columns(words: list[str]) -> None:
    found = shapes.shapes(words, [shapes.SPACE] * len(words))
    assert (found >= 0).all()
    assert (found < np.array(list(shapes.COLUMNS.values()))).all()
