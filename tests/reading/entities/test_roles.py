"""Roles beside a name, and names beside a party, read with the model."""

import pytest

import copydesk
from copydesk.language import parse
from copydesk.reading.entities import find_entities
from copydesk.reading.gazetteer import candidates


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "The vice-presidential nominee Mike Pence spoke.",
            "Mike Pence",
            "vice-presidential nominee",
        ),
        (
            "They named former adviser Mikael Flint, former campaign chairman Paul Manfort and others.",
            "Mikael Flint",
            "former adviser",
        ),
        ("The death of Keith Scott, 43, a father of seven, shook the town.", "Keith Scott", "father of seven"),
        ("Secretary of State John Kerry said so.", "John Kerry", "Secretary of State"),
        ("Spokesman for the Cabinet Nadia Salem said so.", "Nadia Salem", "Spokesman for the Cabinet"),
        ("A spokesman for President Donald Trump said so.", "Donald Trump", "President"),
        ("A friend of Chicago Mayor Ana Ruiz said so.", "Ana Ruiz", "Chicago Mayor"),
        ("Elections in the Valley\n\nMesa Vice Mayor David Luna is up.", "David Luna", "Mesa Vice Mayor"),
    ],
)
def test_a_role_is_whole_and_has_no_age(text: str, name: str, role: str) -> None:
    assert {e.name: e.role for e in find_entities(parse(text))}[name] == role


def test_a_state_after_a_party_is_a_place() -> None:
    found = find_entities(parse("Rep. Jason Chaffetz (R-Utah) said that the panel would meet."))
    assert [(e.name, e.place.division) for e in found if e.place] == [("Utah", "US-UT")]


@pytest.mark.parametrize(("name", "plain"), [("Vt.", "Vermont"), ("Ga.", "Georgia"), ("California", "California")])
def test_states_go_by_plain_names_and_short_forms(name: str, plain: str) -> None:
    assert next(c.place.name for c in candidates(name)) == plain


def test_half_of_a_compound_and_a_members_seat_are_no_roles():
    record = copydesk.read_text(
        "A brewery has issued a beer for the Trump-Putin summit. Sen. Rand Paul, R-Ky., said it would help."
    )
    roles = {entity.name: entity.role for entity in record.entities if entity.type == "PERSON"}
    assert roles["Putin"] is None
    assert roles["Rand Paul"] in (None, "Sen.")
