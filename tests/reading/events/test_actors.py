"""Countries and sectors of those who take part."""

import pytest

from copydesk.reading.events.actors import standing
from copydesk.records import Entity, Place


def entity(type_, name, **fields):
    return Entity(id="e1", type=type_, name=name, mentions=((0, 1),), **fields)


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        (["the", "French", "foreign", "minister"], 3, ("FR", "GOV")),
        (["Russian", "and", "Ukrainian", "soldiers"], 3, (None, "MIL")),
        (["riot", "police"], 1, (None, "COP")),
        (["a", "lamp"], 1, (None, None)),
        ([], 0, (None, None)),
    ],
)
def test_a_phrase_tells_country_and_sector_where_it_names_one(words, head, expected):
    assert standing(words, head, None) == expected


def test_a_country_is_no_sector():
    place = entity("PLACE", "Libya", place=Place(name="Libya", country="LY"))
    assert standing(["Libya"], 0, place) == ("LY", None)


def test_a_place_that_acts_is_a_government():
    place = entity("PLACE", "Paris", place=Place(name="Paris", country="FR"), metonym=True)
    assert standing(["Paris"], 0, place) == ("FR", "GOV")


def test_a_person_has_the_sector_of_the_office():
    assert standing(["Stoltenberg"], 0, entity("PERSON", "Jens Stoltenberg", role="NATO Secretary General"))[1] == "IGO"


def test_an_organization_is_looked_up():
    assert standing(["Hezbollah"], 0, entity("ORG", "Hezbollah")) == ("LB", "REB")
