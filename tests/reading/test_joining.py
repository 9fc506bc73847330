"""Which names of many pages are one person, body or place; unsure is apart."""

import random

import pytest

from copydesk.reading import same_naming
from copydesk.reading.namings import Naming, body_words, owned
from copydesk.reading.same_naming import described, forms_of, grouped


def person(name: str, role: str | None = None, told: str | None = None) -> Naming:
    return Naming(type="PERSON", name=name, role=role, told=told)


def body(name: str, *spellings: str, owner: str | None = None) -> Naming:
    return Naming(type="ORG", name=name, spellings=spellings, owner=owner)


def names(namings: list[Naming]) -> list[list[str]]:
    return sorted(sorted(f"{one.name} {one.role or ''}".strip() for one in group) for group in grouped(namings))


@pytest.mark.parametrize(
    ("namings", "groups"),
    [
        ([person("Ana Ruiz"), person("Ana Ruiz", "mayor")], [["Ana Ruiz", "Ana Ruiz mayor"]]),
        ([person("A. Ruiz"), person("Ana Ruiz")], [["A. Ruiz", "Ana Ruiz"]]),
        ([person("A. Ruiz"), person("Ana Ruiz"), person("Alba Ruiz")], [["A. Ruiz"], ["Alba Ruiz"], ["Ana Ruiz"]]),
        ([person("Ana B. Ruiz"), person("Ana C. Ruiz")], [["Ana B. Ruiz"], ["Ana C. Ruiz"]]),
        ([person("Ana Ruiz Jr."), person("Ana Ruiz")], [["Ana Ruiz"], ["Ana Ruiz Jr."]]),
        (
            [person("Ana Ruiz", "police chief"), person("Ana Ruiz", "novelist"), person("Ana Ruiz")],
            [["Ana Ruiz"], ["Ana Ruiz novelist"], ["Ana Ruiz police chief"]],
        ),
        (
            [person("Ana Ruiz", role) for role in ("mayor of Porth", "mayor of Lunde", "Porth's boss")],
            [["Ana Ruiz Porth's boss", "Ana Ruiz mayor of Porth"], ["Ana Ruiz mayor of Lunde"]],
        ),
        (
            [person(name, "mayor of Porth") for name in ("Ruiz", "Ana Ruiz", "Bo Ruiz")],
            [["Ana Ruiz mayor of Porth"], ["Bo Ruiz mayor of Porth"], ["Ruiz mayor of Porth"]],
        ),
        (
            [person("Ruiz", "Spanish Foreign Minister"), person("Ana Ruiz", "Spain's defence minister")],
            [["Ana Ruiz Spain's defence minister"], ["Ruiz Spanish Foreign Minister"]],
        ),
        (
            [person("Ruiz", "Spanish Foreign Minister"), person("Ana Ruiz", "Spain's foreign minister")],
            [["Ana Ruiz Spain's foreign minister", "Ruiz Spanish Foreign Minister"]],
        ),
        ([person("Ruiz", told="1"), person("Ruiz", told="2")], [["Ruiz"], ["Ruiz"]]),
        (
            [person("Ruiz", "President", told="1"), person("Ana Ruiz", "French President")],
            [["Ana Ruiz French President", "Ruiz President"]],
        ),
        (
            [person("Ruiz", "President", told="1"), person("Ruiz", "President", told="2")],
            [["Ruiz President"], ["Ruiz President"]],
        ),
        ([body("Acme Corp."), body("Acme")], [["Acme", "Acme Corp."]]),
        ([body("U.N."), body("UN")], [["U.N.", "UN"]]),
        ([body("Acme Shipping Lines", "Acme"), body("Acme")], [["Acme", "Acme Shipping Lines"]]),
        ([body("Acme Shipping Lines"), body("Acme")], [["Acme"], ["Acme Shipping Lines"]]),
        ([body("Leith Rovers", "Rovers"), body("Rovers")], [["Leith Rovers"], ["Rovers"]]),
        (
            [body("Ministry of Health", owner="ES"), body("Spanish Health Ministry")],
            [["Ministry of Health", "Spanish Health Ministry"]],
        ),
        ([body("Parliament", owner="ES"), body("Parliament", owner="FR")], [["Parliament"], ["Parliament"]]),
        ([Naming(type="WORK", name="Acme"), body("Acme")], [["Acme"], ["Acme"]]),
    ],
)  # fmt: skip
def test_names_are_joined_where_pages_tell_that_they_are_one(namings, groups):
    assert names(namings) == groups
    assert names(random.Random(1).sample(namings, len(namings))) == groups


def test_names_that_are_joined_share_a_form():
    pairs = [(person("A. Ruiz"), person("Ana Ruiz")), (body("Acme Shipping Lines", "Acme"), body("Acme"))]
    for one, other in pairs:
        assert set(forms_of(one)) & set(forms_of(other))
    assert not set(forms_of(body("Foreign Ministry", "Ministry", owner="ES"))) & set(forms_of(body("Ministry")))


@pytest.mark.parametrize(
    ("name", "words", "owner"),
    [
        ("Spanish Foreign Ministry", ("foreign", "ministry"), "ES"),
        ("Ministry of Foreign Affairs of Spain", ("foreign", "ministry"), "ES"),
        ("the Department of Justice", ("justice", "department"), None),
        ("Bank of America", ("bank", "of", "america"), None),
        ("European Commission", ("commission",), "europe"),
        ("Acme & Sons, Inc.", ("acme", "and", "sons"), None),
    ],
)
def test_a_body_that_every_country_has_is_taken_apart_into_what_and_whose(name, words, owner):
    assert owned(body_words(name)) == (words, owner)


def test_the_fullest_plain_name_is_shown_with_the_others_beside_it():
    group = (person("SMITH"), person("Ana B. Smith"), person("Ana Smith"), person("A. Smith"))
    shown = described(group)
    assert (shown.name, shown.also) == ("Ana Smith", ("A. Smith", "Ana B. Smith", "SMITH"))
    called = tuple(person("Ana Smith", role) for role in ("dear aunt", "President", "President of France"))
    assert described(called).role == "President of France"


def test_very_many_of_one_name_are_told_apart_by_it_alone(monkeypatch):
    pages = [person("Ana Ruiz", role) for role in ("novelist", "police chief", "mayor")]
    assert len(grouped(pages)) == 3
    monkeypatch.setattr(same_naming, "MOST_COMPARED", 3)
    assert len(grouped(pages)) == 3
    monkeypatch.setattr(same_naming, "MOST_COMPARED", 2)
    assert len(grouped(pages)) == 1


@pytest.mark.parametrize(("ways", "groups"), [(2, 4), (3, 2), (4, 2)])
def test_what_one_page_alone_calls_somebody_parts_no_one_who_is_called_otherwise_in_three_ways(ways, groups):
    roles = ("French President", "president of France", "France's president", "the President of France")[:ways]
    pages = [person("Ana Ruiz", role) for role in (*roles, "Finnish President", None)]
    found = grouped([*pages, person("Ana Ruiz", "President")])
    assert len(found) == groups
    assert max(map(len, found)) == (ways if ways == 2 else ways + 2)
