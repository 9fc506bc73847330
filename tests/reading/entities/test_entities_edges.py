"""Names, roles and phrases at the edge of each bound, in made documents."""

import pytest

from copydesk.reading.entities import find_entities
from copydesk.reading.entities.agreement import fits
from copydesk.reading.entities.dateline_names import dateline_of
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.entities.name_clusters import join
from copydesk.reading.entities.outer_places import with_outer_places
from copydesk.reading.entities.phrases import children, phrase_of
from copydesk.reading.entities.roles import before, role_of
from tests.reading.entities.test_datelines import document
from tests.reading.entities.trees import tree

LETTERS = "Alba Brent Corin Delph Ester Falk Gorin Halden Ister Jarl Karlo Lund".split()


@pytest.mark.parametrize(("count", "is_short"), [(9, True), (10, True), (11, False)])
def test_an_acronym_has_ten_letters_at_most(count, is_short):
    words = LETTERS[:count]
    assert fits("".join(word[0] for word in words), words) is is_short


# Datelines.


def lines(before):
    return document("\n".join([*before, "KARLO (AP) — Rain fell."]))


@pytest.mark.parametrize(("count", "found"), [(5, True), (6, False)])
def test_a_dateline_stands_in_one_of_six_lines(count, found):
    assert (dateline_of(lines(["Rain fell."] * count)) is not None) is found


@pytest.mark.parametrize(("size", "found"), [(3_989, True), (3_990, False)])
def test_a_dateline_stands_in_four_thousand_characters(size, found):
    assert (dateline_of(lines(["x" * size])) is not None) is found


@pytest.mark.parametrize(("times", "score", "kind"), [(5, 0.96, "PLACE"), (6, 0.88, "ORG")])
def test_a_dateline_says_as_surely_what_a_name_is_as_five_other_places(times, score, kind):
    text = "KARLO (AP) — Rain fell." + " Then Karlo won." * times
    found = find_entities(document(text, ("Karlo", "ORG"), score=score))
    assert next(entity.type for entity in found if entity.name.casefold() == "karlo") == kind


# Which names are one.


def mention(name, start=0, kind="PERSON"):
    return Mention(start, start + len(name.split()), (start, start + len(name)), name, kind)


def one(name, other, kind="PERSON"):
    return len(join([mention(name, 0, kind), mention(other, 50, kind)])) == 1


@pytest.mark.parametrize(("name", "other", "same"), [("Marlan", "Merlan", True), ("Marla", "Merla", False)])
def test_a_given_name_of_six_letters_may_have_one_wrong(name, other, same):
    assert one(f"{name} Holm", f"{other} Holm") is same


@pytest.mark.parametrize(("words", "same"), [(11, True), (12, True), (13, False)])
def test_the_short_form_of_a_body_has_twelve_words_at_most(words, same):
    name = [f"{letter}{letter.lower() * 3}" for letter in "ABCDEFGHIJKLMN"]
    assert one(" ".join(name), " ".join(name[:words]), "ORG") is same


@pytest.mark.parametrize(("between", "apart"), [(5, True), (6, True), (7, False)])
def test_two_of_a_family_are_named_together_with_six_words_between_them(between, apart):
    words = ["Holm", "and", *["so"] * (between - 1), "Ann", "Holm"]
    mentions = [mention("Holm", 0), Mention(between + 1, between + 3, (40, 48), "Ann Holm", "PERSON")]
    assert (len(join(mentions, words)) == 2) is apart


@pytest.mark.parametrize(("places", "more"), [(49, 0), (50, 0), (51, 1)])
def test_of_one_name_fifty_places_are_told_apart(places, more):
    mentions = [mention("Orlyton", n, "PLACE")._replace(within=f"land{n}") for n in [*range(places), places - 1]]
    assert len(join(mentions)) == places + more


@pytest.mark.parametrize(
    ("between", "inside"),
    [(", in the northern", True), (", in the southern", True), (", in the southern northern", False)],
)
def test_a_place_lies_in_the_one_named_four_words_later(between, inside):
    text = f"Karlo{between} Osterland slept."
    found = document(text, ("Karlo", "PLACE"), ("Osterland", "PLACE"))
    mentions = [Mention(n.start, n.end, found.span(n.start, n.end), found.word(n.start), "PLACE") for n in found.names]
    assert with_outer_places(found, mentions)[0].within == ("Osterland" if inside else None)


# Phrases.


def row(count, label, tag, *, behind=False):
    """A noun with so many words of one label before or behind it."""
    head = 1 if behind else count + 1
    words = [f"w{number}/{tag}/{head}/{label}" for number in range(count)]
    noun = "boat/NOUN/0/root"
    return tree(" ".join([noun, *words] if behind else [*words, noun]), names={})


@pytest.mark.parametrize(("count", "words"), [(14, 15), (15, 16), (16, 16)])
def test_a_phrase_has_fifteen_words_before_its_noun(count, words):
    phrase = phrase_of(row(count, "amod", "ADJ"), count)
    assert phrase.end - phrase.start == words


@pytest.mark.parametrize(("count", "words"), [(13, 14), (14, 15), (15, 15)])
def test_a_phrase_ends_fifteen_words_on(count, words):
    phrase = phrase_of(row(count, "nmod", "NOUN", behind=True), 0)
    assert phrase.end - phrase.start == words


@pytest.mark.parametrize(("count", "found"), [(29, 29), (30, 30), (31, 30)])
def test_what_hangs_on_a_word_is_looked_for_among_thirty_words(count, found):
    assert len([*children(row(count, "amod", "ADJ"), count)]) == found


# Roles.


def titles(count, tag="NOUN"):
    """So many words of a title before a name."""
    words = [f"w{number}/{tag}/{count + 1}/compound" for number in range(count)]
    return tree(" ".join([*words, "Holm/PROPN/0/root"]), names={"Holm": "PERSON"})


@pytest.mark.parametrize(("count", "words"), [(11, 11), (12, 12), (13, 12)])
def test_a_title_has_twelve_words(count, words):
    found = titles(count)
    phrase = before(found, Mention(count, count + 1, found.span(count, count + 1), "Holm", "PERSON"))
    assert phrase.end - phrase.start == words


@pytest.mark.parametrize(("role", "shown"), [("CEOS", "CEOS"), ("CHIEF", "chief")])
def test_of_five_letters_in_capitals_and_more_a_role_in_small_ones_is_shown(role, shown):
    found = tree(
        f"{role}/NOUN/2/compound Holm/PROPN/3/nsubj spoke/VERB/0/root",
        "chief/NOUN/2/compound Holm/PROPN/3/nsubj left/VERB/0/root",
        names={"Holm": "PERSON"},
    )
    holms = [Mention(n.start, n.end, found.span(n.start, n.end), "Holm", "PERSON") for n in found.names]
    assert role_of(found, holms) == shown
