"""Full names: what neighbours complete, and the place that a place lies in; spans stay as found."""

import pytest
from reading.entities.test_datelines import document

from copydesk.reading.entities import find_entities


@pytest.mark.parametrize(
    ("text", "names", "full"),
    [
        ("The Reserve Bank of India met.", [("Reserve Bank of", "ORG"), ("India", "PLACE")], "Reserve Bank of India"),
        ("the Bank for the Baltic met", [("Bank for", "ORG"), ("Baltic", "PLACE")], "Bank for the Baltic"),
        ("The European Union met.", [("European", "NORP"), ("Union", "ORG")], "European Union"),
        ("Communist Party of Ilk", [("Communist", "NORP"), ("Party of", "ORG"), ("Ilk", "PLACE")],
         "Communist Party of Ilk"),
        ("the French Ilk Works", [("French", "NORP"), ("Ilk Works", "ORG")], "Ilk Works"),
        ("a Bank, and India", [("Bank", "ORG"), ("India", "PLACE")], "Bank"),
    ],
)  # fmt: skip
def test_organizations(text: str, names: list[tuple[str, str]], full: str) -> None:
    (found,) = [e for e in find_entities(document(text, *names)) if e.type == "ORG"]
    assert found.name == full
    assert text[slice(*found.mentions[0])] == next(name for name, kind in names if kind == "ORG")


def test_initials_of_a_full_name() -> None:
    text = "The European Union met. The EU agreed."
    union = find_entities(document(text, ("European", "NORP"), ("Union", "ORG"), ("EU", "ORG")))[1]
    assert (union.name, len(union.mentions)) == ("European Union", 2)


def test_a_town_with_its_country_is_the_town() -> None:
    text = "Talks in Nairobi, Kenya ended. Nairobi slept."
    (nairobi,) = find_entities(document(text, ("Nairobi, Kenya", "PLACE"), ("Nairobi", "PLACE")))
    assert (nairobi.name, len(nairobi.mentions)) == ("Nairobi", 2)
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
