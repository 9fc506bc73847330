"""Whether two pages name one person."""

import pytest

from copydesk.english.callings import FIELDS, field_of
from copydesk.reading.identity import same_person
from copydesk.records import Entity


def person(name: str, role: str | None = None) -> Entity:
    return Entity(id="e1", type="PERSON", name=name, role=role, mentions=())


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("John Smith", None), ("John Smith", None), "same"),
        (("John Smith", "police chief of Northgate"), ("John Smith", "novelist"), "different"),
        (("John Smith", "president"), ("John Smith", "billionaire"), "same"),
        (("John Smith", "lawyer"), ("John Smith", "Acme's chief executive"), "same"),
        (("John Smith", None), ("Jane Smith", None), "different"),
        (("John Smith", None), ("J. Smith", None), "same"),
        (("John Smith Jr.", None), ("John Smith", None), "different"),
        (("Smith", "chief executive of Acme"), ("John Smith", "Acme's chief executive"), "same"),
        (("Smith", "chief executive of Acme"), ("John Smith", "chief executive of Borealis"), "unsure"),
        (("Smith", "chief executive of Acme"), ("John Smith", "Acme striker"), "unsure"),
        (("Smith", "chief executive of Acme"), ("John Smith", "Acme's lawyer"), "unsure"),
        (("Smith", None), ("John Smith", "Acme's chief executive"), "unsure"),
        (("Smith", None), ("Smith", None), "unsure"),
        (("Smith", "Acme's chief executive"), ("Smith", "chief executive of Acme"), "same"),
        (("Dr. José Nuñez", None), ("Jose Nunez", None), "same"),
        (("Ana Ruiz", None), ("Ana Berg", None), "different"),
        (("Ana Ruiz", "senator of Arizona"), ("Ana Ruiz", "US senator"), "same"),
        (("Ana Ruiz", "mayor of Porth"), ("Ana Ruiz", "Lunde's mayor"), "unsure"),
        (("Ruiz", "President"), ("Ana Ruiz", "French President"), "same"),
        (("Ruiz", "President"), ("Ana Ruiz", "president of Acme"), "unsure"),
        (("Ruiz", "Prime Minister"), ("Ana Ruiz", "prime minister of France"), "same"),
        (("Ruiz", "President"), ("Ana Ruiz", "President"), "unsure"),
        (("Ruiz", "Minister"), ("Ana Ruiz", "French Foreign Minister"), "unsure"),
        (("Ruiz", "Minister"), ("Ana Ruiz", "French Minister"), "unsure"),
        (("Ruiz", "President"), ("Ana Ruiz", "French Vice President"), "unsure"),
        (("Ana Ruiz", "U. S. President"), ("Ana Ruiz", "U.S. President"), "same"),
        (("Ana Ruiz", "North Korean leader"), ("Ana Ruiz", "North Korea leader"), "same"),
        (("Ruiz", "U.S. President"), ("Ana Ruiz", "American president"), "same"),
        (("Ana Ruiz", "French president"), ("Ana Ruiz", "president of France"), "same"),
        (("Ana B. Ruiz", None), ("Ana C. Ruiz", None), "different"),
    ],
)
def test_people_are_one_only_where_names_and_offices_say_so(one, other, verdict):
    assert same_person(person(*one), person(*other)) == verdict
    assert same_person(person(*other), person(*one)) == verdict


@pytest.mark.parametrize(("initials", "verdict"), [("A.B.C.", "same"), ("A.B.C.D.", "same"), ("A.B.C.D.E.", "unsure")])
def test_initials_with_points_are_those_without_up_to_four(initials, verdict):
    plain = initials.replace(".", "")
    one, other = person("Ruiz", f"{initials} chief executive"), person("Ana Ruiz", f"chief executive of {plain}")
    assert same_person(one, other) == verdict


def test_a_calling_has_one_field_or_none():
    assert field_of("award-winning novelist") == "arts"
    assert field_of("chief executive") is None
    assert field_of("police coach") is None
    words = [word for callings in FIELDS.values() for word in callings]
    assert len(words) == len(set(words))
