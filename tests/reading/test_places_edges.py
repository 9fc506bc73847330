"""What places count, in a gazetteer of our own: each number of the weighing at its edge."""

import pytest

from copydesk.reading import places
from copydesk.reading.gazetteer import PlaceCandidate, key
from copydesk.reading.places import PlaceContext, locate
from copydesk.records import Place

NUMBERS = iter(range(1, 10_000))


def city(name, country, people, division=None, *, exact=True, capital=False):
    place = Place(name=name, country=country, division=division, geonames=next(NUMBERS))
    return PlaceCandidate(place, "city", people, exact, capital)


def region(name, country, people, division=None, *, exact=True):
    level = "division" if division else "country"
    return PlaceCandidate(
        Place(name=name, country=country, division=division, geonames=next(NUMBERS)), level, people, exact
    )


@pytest.fixture
def gazetteer(monkeypatch):
    """Take the places given by name, sorted as the gazetteer does, for all there are."""

    def take(**named):
        table = {
            key(name.replace("_", " ")): tuple(sorted(found, key=lambda c: -c.population))
            for name, found in named.items()
        }

        def country_of(name):
            return next((c.place.country for c in table.get(key(name), ()) if c.level == "country"), None)

        monkeypatch.setattr(places, "candidates", lambda name: table.get(key(name), ()))
        monkeypatch.setattr(places, "country_of", country_of)

    return take


def country_of(name, page=(), within=None, dateline=None):
    place = locate(name, PlaceContext(page, dateline), within)
    return place and place.country


@pytest.mark.parametrize(("people", "found"), [(100_000, "AA"), (99_000, None)])
def test_a_town_that_nothing_speaks_for_has_a_hundred_thousand_people(gazetteer, people, found):
    gazetteer(orly=[city("Orly", "AA", people)])
    assert country_of("Orly") == found


@pytest.mark.parametrize(("people", "found"), [(320_000, "AA"), (310_000, None)])
def test_the_larger_of_two_towns_has_three_times_the_people(gazetteer, people, found):
    gazetteer(orly=[city("Orly", "AA", people), city("Orly", "BB", 100_000)])
    assert country_of("Orly") == found


@pytest.mark.parametrize(
    ("people", "found"), [(3_100_000, "BB"), (3_200_000, None), (99_000_000, None), (101_000_000, "AA")]
)
def test_the_page_speaks_for_a_town_in_a_country_that_it_names(gazetteer, people, found):
    gazetteer(orly=[city("Orly", "AA", people), city("Orly", "BB", 100_000)], bland=[region("Bland", "BB", 9_000_000)])
    assert country_of("Orly", ["Bland"]) == found


@pytest.mark.parametrize(
    ("people", "capital", "found"), [(1_000, True, "AA"), (990, True, None), (50_000, False, None)]
)
def test_a_capital_counts_a_hundredfold(gazetteer, people, capital, found):
    gazetteer(orly=[city("Orly", "AA", people, capital=capital)])
    assert country_of("Orly") == found


def test_another_spelling_counts_only_where_the_page_speaks_for_it(gazetteer):
    gazetteer(orly=[city("Aurelia", "AA", 9_000_000, exact=False)], aland=[region("Aland", "AA", 9_000_000)])
    assert country_of("Orly") is None
    assert country_of("Orly", ["Aland"]) == "AA"


@pytest.mark.parametrize(("people", "found"), [(32_000, "AA"), (31_000, None)])
def test_another_spelling_counts_a_thirtieth(gazetteer, people, found):
    gazetteer(orly=[city("Aurelia", "AA", people, exact=False)], aland=[region("Aland", "AA", 9_000_000)])
    assert country_of("Orly", ["Aland"]) == found


def test_a_countrys_name_is_the_country_and_not_the_town_in_it_or_elsewhere(gazetteer):
    aland = region("Aland", "AA", 6_000_000)
    gazetteer(aland=[aland, city("Aland", "AA", 5_900_000, capital=True), city("Aland", "BB", 5_000_000)])
    assert locate("Aland", PlaceContext(())) == aland.place


@pytest.mark.parametrize(("people", "found"), [(390_000, "AA"), (410_000, None)])
def test_a_countrys_name_is_a_town_elsewhere_only_where_the_page_speaks_for_a_large_one(gazetteer, people, found):
    gazetteer(
        orly=[region("Orly", "AA", 6_000_000), city("Orly", "BB", people)], bland=[region("Bland", "BB", 9_000_000)]
    )
    assert country_of("Orly", ["Bland"]) == found


@pytest.mark.parametrize(("people", "division"), [(31_000, "BB-1"), (32_000, None)])
def test_a_well_known_division_whose_name_a_country_bears_too_counts_ten_million(gazetteer, people, division):
    orly = [
        region("Orly", "AA", 4_000_000),
        region("Orly", "BB", 11_000_000, "BB-1"),
        city("Orly", "BB", people, "BB-2", capital=True),
    ]
    gazetteer(orly=orly, bland=[region("Bton", "BB", 9_000_000, "BB-1")])
    place = locate("Orly", PlaceContext(["Bland"] * 9))
    assert (place and place.division) == division


@pytest.mark.parametrize(("people", "division"), [(620_000, "AA-1"), (640_000, None)])
def test_a_division_counts_as_many_people_as_its_cities_and_two_million_at_most(gazetteer, people, division):
    gazetteer(orly=[region("Orly", "AA", 4_000_000, "AA-1"), city("Orly", "BB", people)])
    place = locate("Orly", PlaceContext(()))
    assert (place and place.division) == division


@pytest.mark.parametrize(
    ("country", "division", "open_"),
    [(24_000_000, 5_000_000, True), (25_000_000, 5_000_000, False), (24_000_000, 4_999_999, False)],
)
def test_a_countrys_name_that_a_well_known_division_bears_too_is_open(gazetteer, country, division, open_):
    gazetteer(orly=[region("Orly", "AA", country), region("Orly", "BB", division, "BB-1")])
    assert (country_of("Orly") is None) is open_


def test_what_the_page_names_settles_a_country_and_a_division_of_one_name(gazetteer):
    gazetteer(
        orly=[region("Orly", "AA", 4_000_000), region("Orly", "BB", 11_000_000, "BB-1")],
        aton=[city("Aton", "AA", 1_000_000)], bton=[city("Bton", "BB", 5_000_000, "BB-1")],
        bland=[region("Bland", "BB", 300_000_000)],
    )  # fmt: skip
    assert country_of("Orly", ["Aton"]) == "AA"
    assert country_of("Orly", ["Bton"]) == "BB"
    assert country_of("Orly", ["Aton", "Bton"]) is None
    assert country_of("Orly", ["Aton", "Bland"]) == "AA"  # the bare name of a country says little of its division


@pytest.mark.parametrize(("towns", "names", "found"), [(1, 2, "AA"), (2, 4, "AA"), (2, 5, None), (1, 3, None)])
def test_the_bare_name_of_a_country_speaks_a_quarter_for_its_division(gazetteer, towns, names, found):
    gazetteer(
        orly=[region("Orly", "AA", 4_000_000), region("Orly", "BB", 11_000_000, "BB-1")],
        aton=[city("Aton", "AA", 1_000_000)], bland=[region("Bland", "BB", 300_000_000)],
    )  # fmt: skip
    assert country_of("Orly", ["Aton"] * towns + ["Bland"] * names) == found


@pytest.mark.parametrize(("people", "speaks"), [(100_000, True), (99_999, False)])
def test_a_city_that_is_known_speaks_for_its_country(gazetteer, people, speaks):
    gazetteer(
        orly=[city("Orly", "AA", 300_000), city("Orly", "BB", 300_000)], bton=[city("Bton", "BB", people)],
    )  # fmt: skip
    assert country_of("Orly", ["Bton"]) == ("BB" if speaks else None)


@pytest.mark.parametrize(("people", "speaks"), [(1_000_000, True), (999_000, False)])
def test_a_city_speaks_for_its_country_where_it_is_ten_times_as_large_as_the_next(gazetteer, people, speaks):
    gazetteer(
        orly=[city("Orly", "AA", 300_000), city("Orly", "BB", 300_000)],
        bton=[city("Bton", "BB", people), city("Bton", "CC", 100_000)],
    )
    assert country_of("Orly", ["Bton"]) == ("BB" if speaks else None)


def test_a_datelines_place_counts_three_times(gazetteer):
    gazetteer(
        orly=[city("Orly", "AA", 300_000), city("Orly", "BB", 300_000)],
        aland=[region("Aland", "AA", 9_000_000)], bland=[region("Bland", "BB", 9_000_000)],
    )  # fmt: skip
    assert country_of("Orly", ["Aland"], dateline="Bland") == "BB"
    for often in (2, 3, 4):
        assert country_of("Orly", ["Aland"] * often, dateline="Bland") is None
    assert country_of("Orly", ["Aland"] * 6, dateline="Bland") == "AA"


def test_what_follows_a_name_settles_it_however_small(gazetteer):
    gazetteer(
        orly=[city("Orly", "AA", 9_000_000), city("Orly", "BB", 900, "BB-1"), city("Orly", "BB", 200, "BB-2")],
        bland=[region("Bland", "BB", 9_000_000)], bshire=[region("Bshire", "BB", 500_000, "BB-2")],
    )  # fmt: skip
    assert locate("Orly", PlaceContext(()), "Bshire").division == "BB-2"
    assert country_of("Orly", within="Bland") == "BB"
    assert country_of("Orly", within="Nowhere") == "AA"
