"""Word pieces: longest match first, lower case, accents off, bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language import wordpiece
from copydesk.language.wordpiece import WordPieceTokenizer

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "na", "##to", "##tos", "nat", "k", "##yiv", ".", "u", "s"]


def cut(word: str) -> list[str]:
    return [VOCABULARY[number] for number in WordPieceTokenizer(VOCABULARY).encode(word)]


def test_longest_piece_wins() -> None:
    assert cut("natos") == ["[UNK]"]  # nat is longer than na, and nothing goes on from it: greedy, as in BERT
    assert cut("nato") == ["[UNK]"]
    assert cut("Kyiv") == ["k", "##yiv"]


def test_marks_inside_a_word_stand_alone() -> None:
    assert cut("U.S.") == ["u", ".", "s", "."]


def test_case_and_accents_do_not_count() -> None:
    assert cut("KÝÏV") == cut("kyiv")


def test_unknown_and_overlong_words_are_one_unknown_piece() -> None:
    assert cut("日") == cut("k" * 500) == cut("\u200b") == ["[UNK]"]


def test_only_so_many_words_and_no_long_ones_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordpiece, "_CACHE_SIZE", 10)
    pieces = WordPieceTokenizer(VOCABULARY)
    for i in range(100):
        pieces.encode(f"{i}" * 40)
        pieces.encode(f"k{i}")
        assert len(pieces._known) <= 10
        assert all(len(word) < 100 for word in pieces._known)


@given(st.text(min_size=1, max_size=80))
def test_any_word_has_some_pieces_and_not_many(word: str) -> None:
    assert 1 <= len(WordPieceTokenizer(VOCABULARY).encode(word)) <= 24
