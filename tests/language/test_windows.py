"""Windows over long texts: every word is kept once, cuts fall on paragraphs, sizes are bounded."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.windows import AFTER, BEFORE, MOST, windows


@given(st.lists(st.tuples(st.integers(1, 24), st.booleans()), min_size=1, max_size=1500))
def test_cores_cover_the_text_once_and_windows_are_bounded(words: list[tuple[int, bool]]) -> None:
    sizes = np.array([size for size, _ in words])
    found = windows(sizes, np.array([True, *(new for _, new in words[1:])]))
    assert [(a.last) for a in found[:-1]] == [b.first for b in found[1:]]
    assert (found[0].first, found[-1].last) == (0, len(words))
    for w in found:
        assert w.start <= w.first < w.last <= w.end
        assert sizes[w.start : w.end].sum() <= MOST + BEFORE + AFTER + 3 * 24


def test_cuts_fall_on_paragraphs_where_there_are_some() -> None:
    breaks = np.arange(1000) % 50 == 0
    assert all(w.last % 50 == 0 for w in windows(np.ones(1000, dtype=np.intp), breaks))
