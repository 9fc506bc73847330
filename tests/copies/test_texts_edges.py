"""Sentences that prove no copying, sentences of one family alone, translations: every bound at its edge."""

import numpy as np
import pytest

from copydesk.copies.copy_page import page_of
from copydesk.copies.exclusive import exclusive
from copydesk.copies.pairing.translation import translated
from copydesk.copies.texts.boilerplate import kept_sentences
from copydesk.copies.texts.recurring import recurring
from copydesk.english.sentences import split_sentences
from copydesk.records import Block, Credit, PageInfo, Published, Record


def record(id_, *paragraphs, **more):
    text = "\n\n".join(paragraphs)
    return Record(id=id_, text=text, sentences=tuple(split_sentences(text)), **more)


def words(count, end="there."):
    return "It " + "was " * (count - 2) + end


@pytest.mark.parametrize(
    ("story", "captions", "left_out"), [(30, 10, True), (29, 10, False), (30, 90, True), (30, 91, False)]
)
def test_captions_are_left_out_where_a_story_is_left(story, captions, left_out):
    text = f"{words(story)}\n\n{words(captions)}"
    blocks = (Block(span=(len(words(story)) + 2, len(text)), kind="caption"),)
    spans = [(0, len(words(story))), (len(words(story)) + 2, len(text))]
    assert (len(kept_sentences(Record(id="r", text=text, blocks=blocks), spans)) == 1) is left_out


def test_what_a_company_says_of_itself_is_left_out():
    about = "About Norline: Norline is a ferry company founded in 1921 in Teluna that carries many passengers."
    for text in (f"{words(40)}\n\n{about}", f"{words(40)}\n\nAbout Norline\n\n{about[15:]}"):
        spans = split_sentences(text)
        assert [text[slice(*span)] for span in kept_sentences(Record(id="r", text=text), spans)] == [words(40)]


@pytest.mark.parametrize(("pages", "alike", "found"), [(4, 0.34, True), (3, 0.34, False), (4, 0.36, False)])
def test_a_sentence_on_four_pages_that_are_little_alike_is_no_story_of_theirs(pages, alike, found):
    own = [page_of(record(f"p{n}", f"Page {n} tells of number {n}.", "Sign up for our letter.")) for n in range(pages)]
    table = np.full((pages, pages), alike, np.float32)
    np.fill_diagonal(table, 1)
    assert recurring(own, table) == ({f"p{n}": {1} for n in range(pages)} if found else {})


@pytest.mark.parametrize(("sentence", "found"), [("Call us now.", True), ("Call us.", False)])
def test_such_a_sentence_has_three_words(sentence, found):
    own = [page_of(record(f"p{n}", f"Page {n} tells of number {n}.", sentence)) for n in range(4)]
    assert bool(recurring(own, np.full((4, 4), 0.1, np.float32))) is found


def alone(texts, shared=None):
    pages = {name: page_of(record(name, *rows)) for name, rows in texts.items()}
    found = exclusive({name: [name] for name in texts}, pages, shared or {})
    return {name: [sentence.text for sentence in rows] for name, rows in found.items()}


def test_a_familys_own_sentences_have_names_or_numbers_that_no_other_has():
    texts = {
        "a": ["The Aurelia sank off Karlo there.", "Mira Sandell of Teluna saw it."],
        "b": ["The Aurelia sank off Karlo then."],
    }
    assert alone(texts) == {"a": ["Mira Sandell of Teluna saw it."], "b": []}
    assert alone(texts, {"a": [1]})["a"] == []
    assert alone({"a": texts["a"]}) == {"a": []}


@pytest.mark.parametrize(("sentence", "listed"), [("Then Mira Sandell saw it.", True), ("Then Mira saw it.", False)])
def test_a_listed_sentence_has_five_words(sentence, listed):
    assert bool(alone({"a": [sentence], "b": ["The Aurelia sank off Karlo there."]})["a"]) is listed


def test_days_and_months_are_nothing_of_ones_own():
    assert alone({"a": ["They met on Monday in March there."], "b": ["It rained and rained all day."]})["a"] == []


def test_twenty_sentences_of_a_family_are_listed():
    rows = [f"Then {n * 7 + 100} of them came aboard there." for n in range(25)]
    assert len(alone({"a": rows, "b": ["It rained and rained all day."]})["a"]) == 20


NAMES = "Aurelia Karlo Sandell Teluna Rehn Halden Oster Ambly Lund Brandt".split()


def names(id_, some, language, **more):
    """A page that names some names, each within its own sentence."""
    rows = [f"it was {name} there." for name in some]
    return page_of(record(id_, *rows, page=PageInfo(language=language), **more))


@pytest.mark.parametrize(("shared", "of", "share"), [(5, 7, 5 / 7), (4, 4, 0), (6, 9, 0), (7, 10, 0.7)])
def test_a_translation_holds_seven_of_ten_names_and_five_at_least(shared, of, share):
    one = names("a", NAMES[:of], "en")
    other = names("b", [*NAMES[:shared], *(f"Zeta{n}".title() for n in range(of - shared))], "fr")
    assert translated(one, other) == pytest.approx(share)
    assert translated(other, one) == pytest.approx(share)


@pytest.mark.parametrize(("more", "is_one"), [(10, True), (11, False)])
def test_half_of_the_names_of_the_longer_text_are_shared_too(more, is_one):
    longer = [*NAMES[:5], *(f"Zeta{chr(97 + n)}" for n in range(more - 5))]
    assert bool(translated(names("a", NAMES[:5], "en"), names("b", longer, "fr"))) is is_one
    assert translated(names("a", NAMES[:5], "en"), names("b", longer, "de")) == 1  # every noun is a capital there


@pytest.mark.parametrize(("shared", "is_one"), [(5, True), (4, False)])
def test_two_that_credit_one_agency_need_fewer(shared, is_one):
    own = [f"Zeta{chr(97 + n)}" for n in range(11 - shared)]
    one = names("a", [*NAMES[:shared], *own], "en", agency="AFP")
    other = names("b", [*NAMES[:shared], *(name[::-1].title() for name in own)], "fr", agency="AFP")
    assert bool(translated(one, other)) is is_one


def test_pages_of_one_language_or_of_none_that_is_known_are_no_translations():
    assert translated(names("a", NAMES, "en"), names("b", NAMES, "en")) == 0
    assert translated(names("a", NAMES, "en"), names("b", NAMES, None)) == 0
    assert translated(names("a", NAMES, "en", agency="AP"), names("b", NAMES, "fr", agency="AFP")) == 0


@pytest.mark.parametrize(("day", "is_one"), [("2026-03-08", True), ("2026-03-09", False), ("2026-03-20", False)])
def test_a_translation_appears_within_a_week(day, is_one):
    first = names("a", NAMES, "en", published=Published(value="2026-03-01", from_="given"))
    later = names("b", NAMES, "fr", published=Published(value=day, from_="given"))
    assert bool(translated(first, later)) is is_one
    assert bool(translated(later, first)) is is_one


def test_pages_whose_first_credits_differ_are_not_of_one_agency():
    own = [f"Zeta{chr(97 + n)}" for n in range(6)]
    one = names("a", [*NAMES[:5], *own], "en", agency="AFP")
    credits = tuple(Credit(agency=agency, form="byline", span=(0, 2)) for agency in ("AP", "AFP"))
    other = names("b", [*NAMES[:5], *(name[::-1].title() for name in own)], "fr", credits=credits)
    assert translated(one, other) == translated(other, one) == 0
