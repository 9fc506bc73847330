"""The place that a place is said to lie in."""

import pytest
from reading.entities.test_datelines import document

from copydesk.reading.entities import find_entities


def test_a_town_with_its_country_is_the_town() -> None:
    text = "Talks in Nairobi, Kenya ended. Nairobi slept."
    nairobi, kenya = find_entities(document(text, ("Nairobi, Kenya", "PLACE"), ("Nairobi", "PLACE")))
    assert (nairobi.name, len(nairobi.mentions)) == ("Nairobi", 2)
    assert (kenya.name, kenya.mentions, [text[slice(*span)] for span in kenya.nested]) == ("Kenya", (), ["Kenya"])
    assert nairobi.place is not None
    assert nairobi.place.country == "KE"


@pytest.mark.parametrize(
    ("text", "geonames"),
    [
        ("Tripoli, in northern Lebanon, slept.", 266826),
        ("Tripoli in Lebanon slept.", 266826),
        ("Tripoli slept.", 2210247),
        ("The Tripoli region slept.", None),
    ],
)
def test_what_a_place_is_said_to_lie_in(text: str, geonames: int | None) -> None:
    tripoli = find_entities(document(text, ("Tripoli", "PLACE"), ("Lebanon", "PLACE")))[0]
    assert (tripoli.place.geonames if tripoli.place else None) == geonames


def test_namesakes_in_different_places_are_two() -> None:
    text = "Cambridge, Massachusetts, and Cambridge, England. Cambridge won."
    found = find_entities(document(text, ("Cambridge", "PLACE"), ("Massachusetts", "PLACE"), ("England", "PLACE")))
    assert [(e.place.country, len(e.mentions)) for e in found if e.place and e.name == "Cambridge"] == [
        ("US", 2),
        ("GB", 1),
    ]


def test_names_with_particles_and_roles_in_capitals() -> None:
    text = "VON DER LEYEN SPEAKS. Ursula von der Leyen spoke."
    (found,) = find_entities(document(text, ("VON DER LEYEN", "PERSON"), ("Ursula von der Leyen", "PERSON")))
    assert len(found.mentions) == 2
