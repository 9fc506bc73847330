"""Lines of text without markup, at the edge of each bound: their language, and which may be the headline."""

import math

import pytest

from copydesk.articles.lines import line_headline
from copydesk.articles.lines.line_features import are_english
from copydesk.articles.lines.line_headline import CHECK, WEIGHTS, Lines, candidates, described, headline_in

# Language.


def line(english, words=8):
    return " ".join(["the"] * english + ["qx"] * (words - english))


@pytest.mark.parametrize(("english", "told"), [(11, False), (12, True), (13, True)])
def test_of_lines_in_english_twelve_words_in_a_hundred_are_its_commonest(english, told):
    assert are_english([line(english - 9, 10), *[line(1, 10)] * 9]) is told


@pytest.mark.parametrize(("words", "told"), [(7, True), (8, False)])
def test_a_line_of_eight_words_tells_its_language(words, told):
    assert are_english([line(0, words)]) is told


@pytest.mark.parametrize(("letters", "told"), [(284, True), (285, False)])
def test_three_hundred_characters_of_a_line_tell_it(letters, told):
    assert are_english(["q" * letters + " q q q q q q the"]) is told


@pytest.mark.parametrize(("lines", "told"), [(299, False), (300, True), (301, True)])
def test_three_hundred_lines_tell_it(lines, told):
    rows = [line(0)] * 12 + [line(1)] * 288  # twelve words in a hundred, the last line with them
    assert are_english([*rows, line(0)][:lines]) is told


# The headline.

STORY = ("The ferry ran aground off Harborside.", "All passengers were taken ashore by boats.")


def page(*above, story=STORY):
    lines = [*above, *story]
    return Lines(lines, [None] * len(lines), [0.0] * len(lines), [False] * len(above) + [True] * len(story))


@pytest.mark.parametrize(("above", "found"), [(39, 39), (40, 40), (41, 40)])
def test_the_headline_is_one_of_forty_lines_above_the_story(above, found):
    assert len(candidates(page(*["Ferry aground"] * above), set())) == found


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("x" * 219, True), ("x" * 220, False), ("x " * 29 + "x", True), ("x " * 30 + "x", False)],
)
def test_a_headline_has_less_than_220_characters_and_thirty_words_at_most(text, may_be):
    assert (candidates(page(text), set()) == [0]) is may_be


@pytest.mark.parametrize(
    ("words", "between", "found"),
    [("Ferry runs aground", 11, True), ("Ferry runs aground", 12, False), ("The ferry runs aground", 12, True)],
)
def test_a_headline_of_three_words_stands_among_the_twelve_lines_above_the_story(words, between, found, monkeypatch):
    monkeypatch.setattr(line_headline, "SURE", 0.0)
    assert (headline_in(page(words, *["It is told."] * between), set()) == 0) is found


@pytest.mark.parametrize(("probability", "found"), [(0.199, False), (0.201, True)])
def test_a_line_is_the_headline_from_a_probability_of_a_fifth_on(probability, found, monkeypatch):
    weight = (math.log(probability / (1 - probability)) - CHECK["bias"]) / CHECK["weight"]
    features = dict.fromkeys(CHECK, 0.0) | {"weight": weight}
    del features["bias"]
    monkeypatch.setattr(line_headline, "best_of", lambda lines, table: (0, features))
    assert (headline_in(page("Ferry runs aground", "Sign in"), set()) == 0) is found


def feature(name, told, masthead=()):
    return described(told, candidates(told, set(masthead)), set(masthead))[0, list(WEIGHTS).index(name)]


@pytest.mark.parametrize(("place", "taken_up"), [(59, True), (60, False)])
def test_a_headline_is_compared_with_sixty_lines_of_the_story(place, taken_up):
    story = ["It was told there."] * place + ["Nobody saw the zeppelin."]
    assert bool(feature("taken up", page("Zeppelin", story=story))) is taken_up


def test_few_words_count_for_less():
    story = ["The zeppelin sank off the harbor.", "Nobody saw the zeppelin of the harbor."]
    assert feature("taken up", page("Zeppelin", story=story)) == pytest.approx(1 / 2)
    assert feature("taken up", page("Zeppelin harbor", story=story)) == pytest.approx(2 / 3)


@pytest.mark.parametrize(("lines", "signed"), [(3, True), (4, False)])
def test_a_byline_counts_up_to_four_lines_below(lines, signed):
    told = page("Ferry runs aground", *["It is told."] * lines, "Lone Marsh")
    assert bool(feature("signed", told, {lines + 1})) is signed


@pytest.mark.parametrize(("words", "brief", "long"), [(3, 1, 0), (4, 0, 0), (16, 0, 0), (17, 0, 1)])
def test_a_line_of_three_words_is_brief_and_one_of_seventeen_long(words, brief, long):
    told = page("Ferry " * words)
    assert (feature("brief", told), feature("long", told)) == (brief, long)
