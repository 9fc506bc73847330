"""How far a masthead is looked for, and how long its lines are: at the edge of each bound."""

import pytest

from copydesk.articles.masthead.byline import signed
from copydesk.articles.masthead.dateline import opening
from copydesk.articles.masthead.masthead_reading import Part, head, read
from copydesk.articles.masthead.other_bylines import other_byline
from copydesk.articles.masthead.other_dates import other_days_in

SENTENCE = "The ferry ran aground off the old pier of Harborside on Tuesday evening."
BRIEF = "It was towed off there."
BYLINE = Part("By Lone Marsh", is_story=False)


def line(words="Menu", *, story=False):
    return Part(words, is_story=story)


def authors(*parts):
    return [author.name for author in head(parts).authors]


@pytest.mark.parametrize(("between", "found"), [(10, True), (11, True), (12, False)])
def test_a_byline_stands_among_twelve_parts_above_the_story(between, found):
    assert bool(authors(BYLINE, *[line()] * between, Part(SENTENCE))) is found


@pytest.mark.parametrize(("between", "found"), [(9, True), (10, True), (11, False)])
def test_or_twelve_below_its_first(between, found):
    assert bool(authors(Part(BRIEF), *[line()] * between, BYLINE)) is found


@pytest.mark.parametrize(("words", "found"), [(11, True), (12, False)])
def test_two_sentences_of_twelve_words_show_that_the_story_has_begun(words, found):
    sentence = Part("word " * (words - 1) + "end.")
    assert bool(authors(Part(SENTENCE), sentence, BYLINE)) is found


@pytest.mark.parametrize(("between", "agency"), [(5, "Reuters"), (6, None)])
def test_a_credit_stands_among_six_parts_below_the_story(between, agency):
    parts = [Part(SENTENCE), *[line()] * between, line("(Reporting by Ana Ruiz for Reuters)"), *[line()] * 7]
    assert read(parts).agency == agency


@pytest.mark.parametrize(("place", "found"), [(2, True), (3, False)])
def test_one_of_three_parts_of_the_story_opens_with_a_dateline(place, found):
    parts = [*[Part(SENTENCE)] * place, Part(f"KARLO, Teluna (AP) — {SENTENCE}")]
    assert (read(parts).dateline is not None) is found


@pytest.mark.parametrize(("length", "found"), [(58, True), (59, True), (60, False)])
def test_a_line_that_states_a_day_has_less_than_sixty_characters(length, found):
    words = "Tuesday, March 3, 2026"
    stated = line("x" * (length - len(words) - 1) + " " + words)
    assert len(stated.text) == length
    assert (head([stated, Part(SENTENCE)]).day is not None) is found


@pytest.mark.parametrize(("length", "found"), [(60, True), (61, False)])
def test_what_stands_beside_a_name_has_sixty_characters(length, found):
    role = "Staff writer of the "
    parts = [
        line("Ferry runs aground"),
        line("Lone Marsh"),
        line(role + "X" + "x" * (length - len(role) - 1)),
        Part(SENTENCE),
    ]
    assert bool(read(parts, find_headline=lambda taken: 0).signed) is found


@pytest.mark.parametrize(("length", "found"), [(120, True), (121, False)])
def test_names_that_stand_alone_with_their_agency_have_120_characters(length, found):
    names = "Ana Ruiz, Bo Diaz, Eva Lund, Jon Holt, Kim Berg, Lea Moss, Max Vale, Nia Ross, Pia Dahl"
    rest = length - len(names) - len(", , Reuters")
    text = f"{names}, {'A' + 'a' * (rest // 2 - 1)} {'B' + 'b' * (rest - rest // 2 - 2)}, Reuters"
    assert len(text) == length
    assert (signed(text) is not None) is found


@pytest.mark.parametrize(("state", "whole"), [("Oregn.", "Oregn."), ("Oregon.", "Oregon")])
def test_the_short_form_of_a_state_has_six_letters_with_its_point(state, whole):
    assert opening(f"SALEM, {state} (AP) — Rain fell.").dateline.place == f"SALEM, {whole}"


@pytest.mark.parametrize(("length", "found"), [(90, True), (91, False)])
def test_a_byline_in_another_language_has_ninety_characters(length, found):
    names = "Propos recueillis par Anne Weber, Bruno Klein, Clara Sommer, Didier Vogel, "
    text = names + "Eva " + "M" + "m" * (length - len(names) - 5)
    assert len(text) == length
    assert bool(other_byline(text)) is found


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 มีนาคม 2569", "2026-03-03"), ("3 มีนาคม 2533", "1990-03-03"), ("3 มีนาคม 2532", None),
        ("3. März 1990", "1990-03-03"), ("31. Dezember 1989", None),
    ],
)  # fmt: skip
def test_days_in_other_languages_are_of_the_time_of_the_web(words, day):
    assert [found.value for found in other_days_in(words)] == ([day] if day else [])
