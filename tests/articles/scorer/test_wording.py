import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.articles.scorer.hashed_words import Words, wording

BITS = 12
LONGEST = 300


def of(*texts):
    said = wording(texts, BITS, LONGEST)
    return [said.buckets[start:end].tolist() for start, end in zip(said.bounds, said.bounds[1:], strict=False)]


def test_each_text_has_its_words_and_pairs_with_those_at_its_edges():
    empty, one, three = of("", "Ferry", "The ferry sank")
    assert len(empty) == 1  # the pair of its two edges
    assert len(one) == 3
    assert len(three) == 3 + 4
    assert set(one) & set(three)


def test_case_and_the_form_of_apostrophes_make_no_difference_and_digits_are_one():
    assert of("Don’t MISS 24 offers") == of("don't miss 57 offers")
    assert of("24") != of("2457")


def test_what_comes_twice_counts_once():
    assert of("no no no no") == of("no no no")


def test_texts_do_not_see_each_other():
    together = of("Read more", "Leave a reply", "Read more")
    assert together == [*of("Read more"), *of("Leave a reply"), *of("Read more")]


def test_a_word_beyond_the_bound_is_not_looked_at():
    long = "x " * (LONGEST // 2)
    assert of(long + "ferry") == of(long + "sank")


def test_weights_are_summed_over_the_root_of_their_number():
    weights = np.zeros(2**BITS, dtype=np.int8)
    (ferry,) = set(of("ferry")[0]) & set(of("the ferry sank")[0])
    weights[ferry] = 10
    words = Words(weights, 0.5, -1.0, LONGEST)
    assert words.of(["ferry", "boat"]).tolist() == pytest.approx([5 / 3**0.5 - 1, -1])


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_texts_are_taken(texts):
    said = wording(texts, BITS, LONGEST)
    assert len(said.bounds) == len(texts) + 1
    assert said.bounds[-1] == len(said.buckets)
    assert ((said.buckets >= 0) & (said.buckets < 2**BITS)).all()
