"""Which lines are the story's, given how likely each is: every threshold at its edge."""

import numpy as np
import pytest

from copydesk.articles.lines.line_parts import lines_of
from copydesk.articles.lines.story_lines import story_of

TOLD = "The ferry was towed off on Tuesday."
THAI = "ข่าววันนี้เรือเกยตื้นในท่าเรือเมืองใหญ่"
SIX, FIVE = "It was towed off at noon.", "It was towed at noon."


def kept(*lines, kinds=None):
    """Return the places of the lines kept; a line is (text, probability)."""
    texts, chances = zip(*lines, strict=True)
    found = story_of(list(texts), list(kinds or [None] * len(lines)), np.array(chances, np.float32))
    return [i for i, is_kept in enumerate(found) if is_kept]


def test_the_scorers_choice_is_the_storys_and_furniture_is_not():
    assert kept((TOLD, 0.451), ("Menu", 0.449), (SIX, 0.9)) == [0, 2]
    assert kept((TOLD, 0.9), (SIX, 0.9), kinds=[None, "share"]) == [0]


def test_a_page_of_which_nothing_is_likely_is_its_lines_less_furniture():
    assert kept(("a", 0.01), ("b", 0.02), ("c", 0.01), kinds=[None, "share", None]) == [0, 2]


@pytest.mark.parametrize(
    ("line", "chance", "is_kept"),
    [(SIX, 0.151, True), (SIX, 0.149, False), (FIVE, 0.4, False), (SIX[:-1], 0.4, False), (THAI, 0.2, True)],
)  # fmt: skip
def test_a_sentence_beside_the_story_is_the_storys(line, chance, is_kept):
    assert (1 in kept((TOLD, 0.9), (line, chance))) is is_kept
    assert (0 in kept((line, chance), (TOLD, 0.9))) is is_kept


def test_sentences_up_to_two_lines_from_the_story_on_both_sides_are_the_storys():
    assert kept((TOLD, 0.9), (SIX, 0.3), ("He said so on that day.", 0.3), ("Then it all ended.", 0.9)) == [0, 1, 2, 3]
    apart = [(f"Sentence number {n} is told here.", 0.3) for n in range(4)]
    assert kept((TOLD, 0.9), *apart[:3], ("Then it all ended.", 0.9)) == [0, 1, 2, 3, 4]
    assert kept((TOLD, 0.9), *apart, ("Then it all ended.", 0.9)) == [0, 1, 4, 5]  # those in the middle are too far
    assert kept((TOLD, 0.9), apart[0], apart[1]) == [0, 1]


@pytest.mark.parametrize(("chance", "resumed"), [(0.051, [0, 2, 3]), (0.049, [0])])
def test_the_story_goes_on_after_an_advertisement(chance, resumed):
    lines = [(TOLD, 0.9), ("Advertisement", 0.1), (SIX, chance), ("He went home on that day.", chance)]
    assert kept(*lines, kinds=[None, "advertisement", None, None]) == resumed
    assert kept(("Menu", 0.2), *lines[1:], (TOLD, 0.9), kinds=[None, "advertisement", None, None, None])[0] > 1


@pytest.mark.parametrize("words", [39, 40])
def test_a_body_that_comes_twice_is_there_once(words):
    rows = ["one " * (words - 8) + "two.", "He went home on that same day."]
    lines = [(row, 0.9) for row in (*rows, "Between.", *rows)]
    assert len(kept(*lines)) == (3 if words >= 40 else 5)


@pytest.mark.parametrize(("words", "once"), [(59, False), (60, True)])
def test_one_paragraph_comes_twice_only_where_it_is_short(words, once):
    row = "one " * (words - 1) + "two."
    assert len(kept((row, 0.9), ("Between.", 0.9), (row, 0.9))) == (2 if once else 3)


def wrapped(*lengths, end="x"):
    return "\n".join(
        "w" * (length - 1) + (end if number < len(lengths) - 1 else ".") for number, length in enumerate(lengths)
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (wrapped(50, 50, 9), True), (wrapped(49, 49, 9), False), (wrapped(110, 110, 9), True),
        (wrapped(111, 111, 9), False), (wrapped(100, 9), False),  # two lines are two paragraphs
        (wrapped(100, 71, 9), True), (wrapped(100, 70, 9), False),  # not about equally long
        (wrapped(60, 60, 60, end="."), False),  # each ends as a sentence
    ],
)  # fmt: skip
def test_lines_wrapped_at_a_fixed_width_are_joined(text, joined):
    assert (len(lines_of(text)) == 1) is joined


def test_most_lines_of_a_wrapped_paragraph_have_no_end():
    rows = ["w" * 60 + "."] * 2 + ["w" * 60] * 3 + ["w."]
    assert len(lines_of("\n".join(rows))) == 6
    assert len(lines_of("\n".join([*rows[:2], *["w" * 60] * 4, "w."]))) == 1
