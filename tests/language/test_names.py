"""Names of a page: words that recur agree, words that stand alone keep their scores, names end in words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.name_decoding import find_names, pool_repeated_words
from copydesk.language.shapes import form
from copydesk.language.spans import bio_transitions, log_softmax

TYPES = ("PERSON", "ORG")
TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
OUT, PERSON, ORG = 0, 1, 3


def scores(*likely: int, sure: float = 3.0) -> np.ndarray:
    out = np.zeros((len(likely), len(TAGS)), dtype=np.float32)
    out[np.arange(len(likely)), likely] = sure
    return out


def names(words: list[str], given_scores: np.ndarray, tags: list[str] | None = None) -> list[tuple[int, int, str]]:
    forms = np.array([form(word) for word in words])
    whole = np.array([[0, len(words)]], dtype=np.int32)
    found = find_names(given_scores, words, forms, tags or ["PROPN"] * len(words), whole, bio_transitions(TAGS), TYPES)
    assert all(0 <= name.score <= 1 for name in found)
    return [name[:3] for name in found]


def test_places_where_a_name_is_clear_settle_those_where_it_is_not() -> None:
    words = ["Arvo", "met", "Arvo", "and", "Arvo"]
    doubtful = scores(ORG, OUT, ORG, OUT, PERSON, sure=3.0)
    doubtful[4] = 0, 2.6, 0, 2.5, 0  # one or the other
    assert names(words, doubtful) == [(0, 1, "ORG"), (2, 3, "ORG"), (4, 5, "ORG")]


@pytest.mark.parametrize(
    ("word", "tag"), [("arvo", "PROPN"), ("Arvo", "VERB"), ("...", "PROPN"), ("7", "PROPN"), ("A", "PROPN")]
)
def test_only_capitalised_names_and_nouns_agree(word: str, tag: str) -> None:
    logs = log_softmax(scores(ORG, PERSON))
    assert (pool_repeated_words(logs, [word, word], np.array([form(word)] * 2), [tag] * 2) == logs).all()


def test_other_words_keep_their_scores() -> None:
    logs = log_softmax(scores(ORG, PERSON, PERSON))
    out = pool_repeated_words(logs, ["Arvo", "said", "Arvo"], np.array([2, 1, 2]), ["PROPN", "VERB", "PROPN"])
    assert (out[1] == logs[1]).all()
    assert out[0, ORG] < logs[0, ORG]
    assert out[2, ORG] > logs[2, ORG]


def test_a_word_before_another_capital_is_not_the_word_alone() -> None:
    logs = log_softmax(scores(PERSON, ORG, ORG, PERSON))
    out = pool_repeated_words(
        logs, ["Arvo", "in", "Arvo", "Times"], np.array([2, 1, 2, 2]), ["PROPN", "ADP", "PROPN", "PROPN"]
    )
    assert (out == logs).all()


def test_names_neither_begin_nor_end_in_marks() -> None:
    words = ["(", "Arvo", "Ilk", ",", "Vara"]
    assert names(words, scores(PERSON, 2, 2, 2, OUT, sure=9)) == [(1, 3, "PERSON")]
    assert names(["(", ","], scores(PERSON, 2, sure=9)) == []


def test_names_keep_out_of_brackets_that_they_do_not_open() -> None:
    words = ["Arvo", ")", "Ilk", "Office", "of", "the", "(", "Vara"]
    assert names(words, scores(ORG, 4, 4, 4, 4, 4, 4, 4, sure=9)) == [(2, 4, "ORG")]
    assert names(["Arvo", "(", "AO", ")", "Vara"], scores(ORG, 4, 4, 4, 4, sure=9)) == [(0, 5, "ORG")]


def test_names_that_are_likelier_wrong_than_right_are_not_told() -> None:
    assert names(["Arvo"], np.array([[0, 0.3, 0, 0.2, 0]], dtype=np.float32)) == []


@given(st.lists(st.sampled_from(["Arvo", "Vara", "the", ",", "UN"]), max_size=12), st.integers(0, 9999))
def test_names_are_in_order_and_apart_whatever_the_scores(words: list[str], seed: int) -> None:
    rng = np.random.default_rng(seed)
    found = names(words, rng.normal(0, 4, size=(len(words), len(TAGS))).astype(np.float32)) if words else []
    bounds = [i for start, end, _ in found for i in (start, end)]
    assert bounds == sorted(bounds)
    assert all(start < end for start, end, _ in found)
