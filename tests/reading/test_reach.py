"""How far a text is read for findings: what lies beyond is kept, and a notice says so."""

import pytest

from copydesk.reading.pipeline import _read_to


@pytest.mark.parametrize(("characters", "read"), [(499_999, 499_999), (500_000, 500_000), (500_001, 500_000)])
def test_half_a_million_characters_are_read(characters, read):
    assert _read_to("x" * characters) == read


@pytest.mark.parametrize(("words", "read"), [(14_999, 29_998), (15_000, 30_000), (15_001, 30_000)])
def test_fifteen_thousand_words_are_read(words, read):
    assert _read_to("x " * words) == read
