"""Descriptions of persons: those the page equates with a name, and their repeats; none where two could be meant."""

import pytest
from reading.entities.trees import tree

from copydesk.language import Document
from copydesk.reading.entities import find_entities

TITLE = (
    "Harbour/PROPN/2/compound Office/PROPN/3/compound chief/NOUN/4/nmod:desc "
    "Ana/PROPN/6/nsubj Ruiz/PROPN/4/flat left/VERB/0/root"
)
APPOSITION = (
    "Ana/PROPN/7/nsubj Ruiz/PROPN/1/flat ,/PUNCT/5/punct "
    "the/DET/5/det mayor/NOUN/1/appos ,/PUNCT/5/punct left/VERB/0/root"
)
MAYOR_SLEPT = "The/DET/2/det mayor/NOUN/3/nsubj slept/VERB/0/root"
NAMES = {"Ana Ruiz": "PERSON", "Harbour Office": "ORG", "Porth": "PLACE", "Ilk": "PERSON"}


def of(document: Document, name: str = "Ana Ruiz") -> list[str]:
    entity = next(e for e in find_entities(document) if e.name == name)
    return [document.text[start:end] for start, end in entity.descriptions]


def test_an_apposition_and_its_repeat() -> None:
    document = tree(APPOSITION, MAYOR_SLEPT, names=NAMES)
    assert of(document) == ["the mayor", "The mayor"]
    assert find_entities(document)[0].role == "mayor"


def test_words_that_a_name_is_set_after() -> None:
    before = "The/DET/2/det mayor/NOUN/6/nsubj ,/PUNCT/4/punct Ana/PROPN/2/appos Ruiz/PROPN/4/flat left/VERB/0/root"
    document = tree(before, names=NAMES)
    assert of(document) == ["The mayor"]
    assert find_entities(document)[0].role == "mayor"


def test_a_title_says_who_is_meant_later() -> None:
    later = "Harbour/PROPN/4/nmod:poss Office/PROPN/1/flat ’s/PART/1/case chief/NOUN/5/nsubj slept/VERB/0/root"
    assert of(tree(TITLE, later, names=NAMES)) == ["Harbour Office ’s chief"]
    assert of(tree(TITLE, MAYOR_SLEPT.replace("mayor", "chief"), names=NAMES)) == ["The chief"]


COPULA = "Ana/PROPN/5/nsubj Ruiz/PROPN/1/flat is/AUX/5/cop the/DET/5/det mayor/NOUN/0/root"


def test_a_copula_equates() -> None:
    assert of(tree(COPULA, MAYOR_SLEPT, names=NAMES)) == ["the mayor", "The mayor"]


@pytest.mark.parametrize(
    "sentence",
    [
        COPULA.replace("the/DET", "a/DET"),
        "Ana/PROPN/6/nsubj Ruiz/PROPN/1/flat is/AUX/6/cop not/PART/6/advmod the/DET/6/det mayor/NOUN/0/root",
        "Ana/PROPN/6/nsubj Ruiz/PROPN/1/flat would/AUX/6/aux be/AUX/6/cop the/DET/6/det mayor/NOUN/0/root",
        "Ana/PROPN/6/nsubj Ruiz/PROPN/1/flat is/AUX/6/cop in/ADP/6/case the/DET/6/det room/NOUN/0/root",
    ],
)
def test_what_a_copula_does_not_equate(sentence: str) -> None:
    assert of(tree(sentence, names=NAMES)) == []


@pytest.mark.parametrize(
    "other",
    [
        # another mayor, with a name or without one
        "The/DET/2/det mayor/NOUN/5/nsubj of/ADP/4/case Porth/PROPN/2/nmod left/VERB/0/root",
        "Porth/PROPN/2/compound mayor/NOUN/3/nmod:desc Ilk/PROPN/4/nsubj left/VERB/0/root",
        # somebody whom the text sets apart
        "The/DET/3/det former/ADJ/3/amod mayor/NOUN/4/nsubj slept/VERB/0/root",
        "The/DET/3/det deputy/NOUN/3/compound mayor/NOUN/4/nsubj slept/VERB/0/root",
        "A/DET/2/det mayor/NOUN/3/nsubj slept/VERB/0/root",
        "his/PRON/2/nmod:poss mayor/NOUN/3/nsubj slept/VERB/0/root",
        "the/DET/2/det mayor/NOUN/5/nsubj who/PRON/4/nsubj came/VERB/2/acl:relcl slept/VERB/0/root",
        "mayors/NOUN/2/nsubj slept/VERB/0/root",
    ],
)
def test_doubt_is_left_out(other: str) -> None:
    assert of(tree(APPOSITION, other, names=NAMES)) == ["the mayor"]


def test_two_mayors_keep_each_what_is_said_of_one_of_them() -> None:
    one = TITLE.replace("Harbour", "Porth").replace("Office", "Bay").replace("chief", "mayor")
    two = "Tarn/PROPN/2/compound mayor/NOUN/3/nmod:desc Ilk/PROPN/4/nsubj left/VERB/0/root"
    tarn = "The/DET/3/det Tarn/PROPN/3/compound mayor/NOUN/4/nsubj slept/VERB/0/root"
    names = {**NAMES, "Porth Bay": "PLACE", "Tarn": "PLACE"}
    document = tree(one, two, MAYOR_SLEPT, tarn, names=names)
    assert of(document) == []
    assert of(document, "Ilk") == ["The Tarn mayor"]


def test_a_country_and_its_people_are_one() -> None:
    title = "Ukrainian/ADJ/2/amod president/NOUN/3/nmod:desc Ilk/PROPN/4/nsubj left/VERB/0/root"
    later = "The/DET/2/det president/NOUN/5/nsubj of/ADP/4/case Ukraine/PROPN/2/nmod slept/VERB/0/root"
    names = {**NAMES, "Ukrainian": "NORP", "Ukraine": "PLACE"}
    assert of(tree(title, later, names=names), "Ilk") == ["The president of Ukraine"]


def test_letters_after_a_name_and_organizations_are_no_descriptions() -> None:
    assert of(tree(APPOSITION.replace("the/DET/5/det mayor", "/PUNCT/5/punct QC"), names=NAMES)) == []
    office = APPOSITION.replace("the/DET/5/det mayor", "Harbour/PROPN/5/compound Office")
    assert of(tree(office, names=NAMES)) == []


def test_repeats_are_told_by_words_where_the_tree_is_wrong() -> None:
    title = (
        "NATO/PROPN/2/compound Secretary/PROPN/4/nmod:desc General/PROPN/4/nmod:desc Ilk/PROPN/5/nsubj left/VERB/0/root"
    )
    later = (
        "NATO/PROPN/4/nmod:poss ’s/PART/1/case secretary/NOUN/7/nsubj general/NOUN/7/nsubj "
        "is/AUX/7/cop in/ADP/7/case Porth/PROPN/0/root"
    )
    document = tree(title, later, names={**NAMES, "NATO": "ORG"})
    assert of(document, "Ilk") == ["NATO ’s secretary general"]


@pytest.mark.parametrize("after", ["office/NOUN/0/root", "behind/ADP/0/root", "of/ADP/0/root a/DET/0/root"])
def test_an_office_that_goes_on_is_another(after: str) -> None:
    assert of(tree(APPOSITION, f"The/DET/2/det mayor/NOUN/3/compound {after}", names=NAMES)) == ["the mayor"]


@pytest.mark.parametrize(
    ("first", "role"),
    [
        ("NATO/PROPN/5/nsubj chief/NOUN/3/nmod:desc Ilk/PROPN/4/nsubj left/VERB/0/root", "NATO chief"),
        ("In/ADP/2/case NATO/PROPN/5/obl chief/NOUN/4/nmod:desc Ilk/PROPN/5/nsubj left/VERB/0/root", "chief"),
    ],
)
def test_a_name_right_before_a_title_belongs_to_it_unless_governed(first: str, role: str) -> None:
    document = tree(first.replace("/5/nsubj chief", "/4/nsubj chief"), names={**NAMES, "NATO": "ORG"})
    assert next(e for e in find_entities(document) if e.name == "Ilk").role == role
