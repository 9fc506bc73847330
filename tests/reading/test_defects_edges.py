"""What is taken for broken, and what just is not: every bound of the finders at its edge."""

import re

import pytest

from copydesk.english.sentences import split_sentences
from copydesk.reading.defects import find_defects

TOLD = "The board met on Monday and shut the pier."


def kinds(text, names=()):
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return [defect.kind for defect in find_defects(text, paragraphs, split_sentences(text, paragraphs), names)]


def story(*sentences):
    return "\n\n".join(sentences)


def told(count):
    return [f"The board of pier {number} met there and shut it." for number in range(count)]


@pytest.mark.parametrize(("count", "leaks"), [(3, 1), (2, 0)])
def test_a_leak_stands_in_a_story_of_four_sentences_at_least(count, leaks):
    assert kinds(story(*told(count), "I never wanted this pier.")).count("first-person-leak") == leaks


@pytest.mark.parametrize(("first", "count", "leaks"), [(1, 6, 1), (2, 14, 0), (2, 15, 2), (3, 40, 0)])
def test_a_writer_who_says_i_too_often_speaks_in_person(first, count, leaks):
    spoken = [f"I never wanted pier {number} there." for number in range(first)]
    assert kinds(story(*told(count), *spoken)).count("first-person-leak") == leaks


@pytest.mark.parametrize(("plural", "leaks"), [(1, 1), (2, 0)])
def test_a_writer_who_says_we_twice_speaks_in_person(plural, leaks):
    ours = [f"It was our pier number {number}." for number in range(plural)]
    assert kinds(story(*told(20), *ours, "I never wanted this pier.")).count("first-person-leak") == leaks


@pytest.mark.parametrize(("spaces", "leaks"), [(8, 0), (9, 1)])
def test_a_sign_of_no_prose_counts_up_to_twelve_characters_behind_a_sentence(spaces, leaks):
    text = story(*told(4), "I never wanted this pier." + " " * spaces + "www.pier.example")
    assert kinds(text).count("first-person-leak") == leaks


@pytest.mark.parametrize(("words", "cut"), [(16, True), (15, False)])
def test_a_lone_sentence_without_an_end_is_cut_where_it_is_no_heading(words, cut):
    line = "Nobody " + "word " * (words - 2) + "there"
    assert ("truncated-sentence" in kinds(story(TOLD, line, TOLD.replace("board", "council")))) is cut


@pytest.mark.parametrize(("words", "cut"), [(8, True), (7, False)])
def test_a_line_that_stops_on_a_small_word_is_cut_where_it_is_no_heading(words, cut):
    line = "Nobody " + "word " * (words - 2) + "with"
    assert ("truncated-sentence" in kinds(story(TOLD, line))) is cut


@pytest.mark.parametrize(("lines", "cut"), [(2, True), (3, False)])
def test_lines_of_a_fixed_width_are_no_cut_paragraphs(lines, cut):
    rows = ["and so the council went on with it"] * lines
    text = "\n".join([f"{TOLD} Nobody spoke there on that day, they said with", "Another.", *rows, "and it ended."])
    assert ("truncated-sentence" in kinds(text)) is cut


@pytest.mark.parametrize(("words", "repeated"), [(8, True), (7, False)])
def test_a_sentence_that_stands_twice_has_eight_words(words, repeated):
    line = "It " + " ".join(f"w{n}" for n in range(words - 1)) + "."
    assert ("repeated-text" in kinds(story(line, TOLD, line))) is repeated


@pytest.mark.parametrize(
    ("one", "other", "mixed"),
    [
        ("Haldun", "Khaldun", False),
        ("Khaldoun", "Khaldun", True),
        ("Kuldun", "Kuldoun", True),
        ("Kaldu", "Kaldou", False),
    ],
)
def test_transliterations_of_a_name_of_six_letters_are_compared(one, other, mixed):
    text = story(f"Omar {one} spoke first there.", f"Then {other} left, and {other} did not return to it.")
    assert ("mixed-spelling" in kinds(text)) is mixed


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [("Halvorsen", "Halvosren", True), ("Marlsen", "Marksen", True), ("Malsen", "Maksen", False)],
)
def test_a_slip_of_one_letter_is_told_in_a_name_of_seven(one, other, wrong):
    text = story(f"Lena {one} spoke first there.", f"Then {one} left it.", f"Later {other} came to the pier.")
    assert ("name-mismatch" in kinds(text)) is wrong


@pytest.mark.parametrize(("others", "wrong"), [(199, True), (200, False)])
def test_a_name_is_compared_with_two_hundred_of_the_masthead(others, wrong):
    masthead = [*(f"Ann {chr(65 + n % 26)}rk{chr(97 + n // 26)}" for n in range(others)), "Merlan Holm"]
    assert ("name-mismatch" in kinds("Marlan Holm spoke first there.", masthead)) is wrong


@pytest.mark.parametrize(("found", "told"), [(999, 999), (1000, 1000), (1001, 1000)])
def test_a_thousand_defects_of_a_page_are_told(found, told):
    assert len(find_defects("They left the the pier. " * found, (), ())) == told


EXCHANGED = (
    "They fired tear fuel.",
    "It was a death punishment.",
    "The bank left hobby rates alone.",
    "Safety forces came.",
)


@pytest.mark.parametrize(("phrases", "marked"), [(2, 0), (3, 3), (4, 4)])
def test_rewriting_shows_in_three_phrases_with_a_word_exchanged_at_least(phrases, marked):
    assert kinds(" ".join(EXCHANGED[:phrases])).count("garbled-wording") == marked


@pytest.mark.parametrize(("spaces", "marked"), [(599, 3), (600, 3), (601, 0)])
def test_rewriting_shows_in_one_such_phrase_in_200_words(spaces, marked):
    text = " ".join(EXCHANGED[:3])
    text += " word" * (spaces - text.count(" "))
    assert kinds(text).count("garbled-wording") == marked


def test_one_phrase_said_three_times_is_no_rewriting():
    assert "garbled-wording" not in kinds(" ".join(EXCHANGED[:1] * 3))


def test_what_anybody_writes_is_no_rewriting_and_names_are_none():
    assert "garbled-wording" not in kinds("They fired tear gas. It was a death penalty. The interest rates fell.")
    assert "garbled-wording" not in kinds("Tear Fuel, Death Punishment and Hobby Rates are bands.")


def test_the_note_names_the_phrase_that_english_has():
    text = " ".join(EXCHANGED[:3])
    notes = [defect.note for defect in find_defects(text, (), ()) if defect.kind == "garbled-wording"]
    assert [note.split(":")[0] for note in notes] == [
        "English has “tear gas”",
        "English has “death penalty”",
        "English has “interest rates”",
    ]
