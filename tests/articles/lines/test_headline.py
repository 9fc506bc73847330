import numpy as np
import pytest

from copydesk.articles.lines.line_headline import CHECK, WEIGHTS, Lines, best_of, candidates, described, headline_in

STORY = (
    "The ferry Northern Star ran aground off Harborside on Tuesday evening, the coast guard said.",
    "All passengers of the ferry were taken ashore from Harborside by fishing boats.",
)


def page(*above):
    """A page of lines above a story."""
    lines = [*above, *STORY]
    story = [line in STORY for line in lines]
    return Lines(lines, [None] * len(lines), [float(one) for one in story], story)


def test_the_line_whose_words_the_story_takes_up_is_the_headline():
    told = page("Storm warnings lifted in the north", "Ferry runs aground off Harborside", "Sign up for our letters")
    assert told.texts[headline_in(told, set())] == "Ferry runs aground off Harborside"


def test_a_trail_that_ends_in_the_headline_is_not_the_headline():
    told = page("Home ❯ News ❯ Ferry runs aground off Harborside", "Ferry runs aground off Harborside")
    assert headline_in(told, set()) == 1


def test_a_byline_below_tells_the_headline():
    above = ("Ferry aground at Harborside pier", "By Lone Marsh", "Ferry aground at Northern pier")
    assert headline_in(page(*above), {1}) == 0
    assert headline_in(page(*above[::-1]), {1}) == 0


def test_sentences_furniture_and_long_lines_are_no_candidates():
    told = page("Ferry aground", "It was towed away.", "Is it safe?", "x " * 40, "Sign in", "By Lone Marsh")
    told.kinds[4] = "navigation"
    assert candidates(told, {5}) == [0, 2]


def test_a_story_without_a_line_above_has_no_headline():
    assert headline_in(page(), set()) is None


def test_a_brief_line_far_above_is_no_headline():
    assert headline_in(page("Ferry aground", *["It is told."] * 20), set()) is None
    assert headline_in(page("Ferry passengers taken ashore"), set()) == 0


def test_a_few_words_right_above_a_pasted_story_are_its_headline():
    assert headline_in(page("Ferry runs aground"), set()) == 0
    assert headline_in(page("Ferry runs"), set()) is None


@pytest.mark.parametrize(
    "line", ["8:08 AM ET", "2 Hours Ago |  04:15", "×", "Fullscreen", "Follow @harbormaster", "US 30-YR"]
)
def test_what_is_no_headline_is_not_told_as_one_where_none_stands(line):
    assert headline_in(page(line), set()) is None


def test_each_weight_has_its_feature():
    told = page("Ferry aground", "Sign in")
    table = described(told, candidates(told, set()), set())
    assert table.shape == (2, len(WEIGHTS))
    assert np.isfinite(table).all()
    assert {"bias", *best_of(["Ferry aground", "Sign in"], table)[1]} == set(CHECK)
