from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.english.sentences import split_sentences


def split(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. J. R. Smith of the U.S. Army said no.", "He left at 5 p.m. on Friday."],
        ["Harbour Works Inc. grew.", "The firm hired 2.5 times as many."],
        ["“Why?” he asked.", "“Because it rained.”", "She left."],
        ["They met on July 11-12.", "until.", "The next day it rained."],
        ["Lt. Gov. Ada Moss, R-Ky., won.", "Jan. 6 came and went."],
        ["It was vitamin A.", "He knew."],
        ["No. 10 stayed dark.", "Then came the U.S.", "It had waited…", "Long."],
        ["They had gone (at last).", "Nobody saw them go!", "Really?"],
    ],
)
def test_splits(sentences):
    assert split(" ".join(sentences)) == sentences


def test_no_sentence_crosses_a_paragraph():
    text = "First line\nsecond line. Third."
    assert split(text) == ["First line", "second line.", "Third."]
    assert split_sentences(text, [(0, len(text))]) == ((0, 23), (24, 30))


def test_missing_space_after_a_full_stop():
    assert split("The talks ended.Nobody signed. Amazon.Com stayed.") == [
        "The talks ended.",
        "Nobody signed.",
        "Amazon.Com stayed.",
    ]


@given(st.text(alphabet="Aa1 .!?…\n\"”“'’()", max_size=200))
def test_covers_every_visible_character_once_and_in_order(text):
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 100_000, "A. " * 50_000, "“" * 100_000, "a" * 300_000, " " * 100_000 + "."])
def test_hostile_text_takes_no_more_than_its_length(text):
    assert len(split_sentences(text)) <= len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It ended.The next day came.", ["It ended.", "The next day came."]),
        ("He went in.The next day came.", ["He went in.The next day came."]),
        ("It ended.Ok then.", ["It ended.Ok then."]),
        ("It ended!The next day came.", ["It ended!The next day came."]),
        ("It ended..The next day came.", ["It ended..The next day came."]),
        ("“Ask the Dr.” Nobody did.", ["“Ask the Dr.”", "Nobody did."]),
        ("Ask the Dr. Nobody did.", ["Ask the Dr. Nobody did."]),
        ("Call the Dr! Nobody came.", ["Call the Dr!", "Nobody came."]),
        ("She met Dr. No on Monday.", ["She met Dr. No on Monday."]),
        ("It was you and I. “Kennedy left,” he said.", ["It was you and I.", "“Kennedy left,” he said."]),
        ("John F. “Jack” Kennedy left.", ["John F. “Jack” Kennedy left."]),
        ("John F. Kennedy left.", ["John F. Kennedy left."]),
        ("Go to plan B. The town slept.", ["Go to plan B.", "The town slept."]),
        ("They said no. The talks ended.", ["They said no.", "The talks ended."]),
        ("He wrote to Capt. The letter came back.", ["He wrote to Capt. The letter came back."]),
        ("It is in vol. The rest is lost.", ["It is in vol. The rest is lost."]),
        ("He works for W.W.F.N. Nobody knows why.", ["He works for W.W.F.N. Nobody knows why."]),
        ("See example.com. Nobody did.", ["See example.com.", "Nobody did."]),
    ],
)
def test_what_ends_a_sentence_and_what_does_not(text, parts):
    assert split(text) == parts


def test_no_sentence_ends_inside_a_span_that_is_to_stay_whole():
    text = "“We left. They stayed.” Then it rained. “It stopped. We came.” Nobody saw us. It was late."
    first, second = (0, text.index(" Then")), (text.index("“It"), text.index(" Nobody"))
    found = [text[start:end] for start, end in split_sentences(text, ((0, len(text)),), (first, second))]
    assert found == [
        "“We left. They stayed.”",
        "Then it rained.",
        "“It stopped. We came.”",
        "Nobody saw us.",
        "It was late.",
    ]
