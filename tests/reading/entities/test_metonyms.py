"""Places that act, play, or stand inside another's name."""

import pytest

from copydesk.language import parse
from copydesk.reading.entities import find_entities
from copydesk.records import Entity


def places(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in find_entities(parse(text)) if entity.type == "PLACE"}


def test_a_capital_that_acts_is_a_government_without_a_point_on_the_map() -> None:
    moscow = places("Moscow has rejected the plan, a diplomat said.")["Moscow"]
    assert moscow.metonym
    assert moscow.place is not None
    assert (moscow.place.country, moscow.place.latitude) == ("RU", None)


def test_a_capital_where_something_happens_is_a_town() -> None:
    moscow = places("Moscow rejected the plan. The talks in Moscow went on.")["Moscow"]
    assert not moscow.metonym
    assert moscow.place is not None
    assert moscow.place.latitude is not None


def test_a_town_that_is_no_capital_is_no_government() -> None:
    assert not places("Hamburg rejected the plan.")["Hamburg"].metonym


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Crowds gathered in Tbilisi. Georgia votes in June, a U.S. envoy said.", "Georgia", "GE"),
        ("Crowds gathered in Atlanta. Georgia votes in June, a U.S. senator said.", "Georgia", "US"),
        ("A fire broke out in London, Ontario, on Monday.", "London", "CA"),
        ("A fire broke out in London, Ontario, on Monday.", "Ontario", "CA"),
        ("Police in Brazzaville, Congo, made two arrests.", "Congo", "CG"),
        ("The quake was felt across Sichuan.", "Sichuan", "CN"),
    ],
)
def test_a_name_of_several_places_is_the_one_that_the_page_speaks_for(text: str, name: str, country: str) -> None:
    place = places(text)[name].place
    assert place is not None
    assert place.country == country


def test_the_place_after_a_comma_stands_inside_the_town_and_is_an_entity() -> None:
    text = "A fire broke out in London, Ontario, on Monday. Ontario is cold."
    ontario = places(text)["Ontario"]
    assert [text[slice(*span)] for span in ontario.mentions] == ["Ontario"]
    assert [text[slice(*span)] for span in ontario.nested] == ["Ontario"]


def test_the_short_form_of_a_longer_name_is_the_same_place() -> None:
    found = places("They met in San Cristóbal de las Casas, Mexico. San Cristóbal was quiet.")
    assert "San Cristóbal" in found["San Cristóbal de las Casas"].variants


def test_clubs_and_dollars_are_no_places() -> None:
    assert "Brighton" not in places("Brighton drew 1-1 with Fulham after a late penalty.")
    assert "Brighton" in places("Two men drowned off Brighton on Monday.")
    assert "US" not in places("Revenue was US$40 million.")
