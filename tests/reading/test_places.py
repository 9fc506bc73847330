"""Which place a name means: by the page's other places, by what follows, and none where in doubt."""

import gzip

import pytest

from copydesk.reading.gazetteer import TABLE, candidates, country_name, country_of, key
from copydesk.reading.places import PlaceContext, division_of, locate

NOWHERE = PlaceContext(())


@pytest.mark.parametrize(
    ("name", "page", "country", "geonames"),
    [
        ("Kyiv", ("Ukraine",), "UA", 703448),
        ("Kiev", ("Ukraine",), "UA", 703448),
        ("Paris", (), "FR", 2988507),
        ("Birmingham", ("Alabama", "Alabama"), "US", 4049979),
        ("Birmingham", ("U.K.", "London"), "GB", 2655603),
        ("United States", (), "US", 6252001),
        ("U.S.", (), "US", 6252001),
        ("the Netherlands", (), "NL", 2750405),
        ("Texas", (), "US", 4736286),
        ("Washington", (), "US", 4140963),
        ("Washington", ("Washington", "Beijing"), "US", 4140963),
        ("New York", (), "US", 5128581),
        ("Singapore", ("Singapore",), "SG", 1880251),
        ("England", (), "GB", 6269131),
        ("Georgia", ("Atlanta",), "US", 4197000),
        ("Georgia", ("Tbilisi",), "GE", 614540),
        ("Congo", ("Goma",), "CD", 203312),
        ("Congo", ("Brazzaville",), "CG", 2260494),
        ("the Democratic Republic of Congo", (), "CD", 203312),
        ("Valencia", ("Valencia", "Spain"), "ES", 2509954),
        ("Guinea", ("Equatorial Guinea",), "GN", 2420477),
        ("Kerman", ("Iran",), "IR", 128234),
        ("Kerman province", ("Iran",), "IR", 128231),
        ("South Kivu", (), "CD", 205413),
        ("Kent", (), "GB", 3333158),
        ("Niger", (), "NE", 2440476),
        ("Mexico", (), "MX", 3996063),
    ],
)
def test_names_of_places(name: str, page: tuple[str, ...], country: str, geonames: int) -> None:
    place = locate(name, PlaceContext(page))
    assert place is not None
    assert (place.country, place.geonames) == (country, geonames)


def test_a_small_town_with_an_article_in_its_name_is_meant_only_with_it() -> None:
    assert locate("Valley", PlaceContext(["Arizona"])) is None
    assert locate("The Valley", PlaceContext(["Anguilla"])) is not None
    hague = locate("Hague", NOWHERE)
    assert hague is not None
    assert hague.country == "NL"


def test_what_follows_decides() -> None:
    place = locate("Paris", NOWHERE, within="Texas")
    assert place is not None
    assert (place.country, place.geonames) == ("US", 4717560)
    place = locate("Cambridge", NOWHERE, within="England")
    assert place is not None
    assert place.geonames == 2653941


def test_what_follows_may_be_a_division_anywhere() -> None:
    place = locate("London", NOWHERE, within="Ontario")
    assert place is not None
    assert (place.country, place.division, place.geonames) == ("CA", "CA-ON", 6058560)


@pytest.mark.parametrize(
    ("name", "division"), [("Odesa", "UA-51"), ("Texas", "US-TX"), ("Bavaria", "DE-BY"), ("Punjab province", "PK-PB")]
)
def test_places_have_their_iso_division(name: str, division: str | None) -> None:
    place = locate(name, NOWHERE)
    assert (place.division if place else None) == division


def test_a_name_of_divisions_of_two_countries_is_decided_by_the_page() -> None:
    assert locate("Punjab", PlaceContext(("Lahore", "Pakistan"))).division == "PK-PB"
    assert locate("Punjab", PlaceContext(("Delhi", "India"))).division == "IN-PB"


def test_the_first_and_the_last_name_of_the_table_are_found() -> None:
    names = gzip.decompress(TABLE.read_bytes()).decode().partition("\n\n")[2].splitlines()
    for line in (names[0], names[1], names[len(names) // 2], names[-2], names[-1]):
        name, numbers = line.split("\t")
        assert len(candidates(name)) == len(numbers.split(",")), name
    assert names == sorted(names, key=lambda line: line.partition("\t")[0].encode())
    assert [candidates(name) for name in ("", "\t", "\n", "0", "\U0010ffff")] == [()] * 5


def test_the_dateline_speaks_for_places_near_it() -> None:
    place = locate("Valencia", PlaceContext((), "Caracas, Venezuela"))
    assert place is not None
    assert place.country == "VE"


@pytest.mark.parametrize(
    ("name", "page"), [("Tripoli", ("Tripoli", "Lebanon", "Beirut")), ("Georgia", ("Georgia",)), ("Congo", ())]
)
def test_a_page_that_speaks_for_another_is_doubt(name: str, page: tuple[str, ...]) -> None:
    assert locate(name, PlaceContext(page)) is None


@pytest.mark.parametrize("name", ["White House", "Middle East", "Springfield", "St. Michael’s Square", "", "Ko"])
def test_doubt_is_none(name: str) -> None:
    assert locate(name, NOWHERE) is None


def test_a_country_is_told_by_its_name_alone() -> None:
    """Not by a town of the same name, nor by a division; a name of two countries is neither's."""
    assert [country_of(name) for name in ("Mexico", "Georgia", "Congo", "Bavaria")] == ["MX", "GE", None, None]


def test_keys_and_countries() -> None:
    assert key("The  Côte d’Azur") == "cote d'azur"
    assert (country_of("Russia"), country_of("South Korea"), country_of("Paris")) == ("RU", "KR", None)
    assert candidates("no such place") == ()


def test_a_country_is_named_by_its_code():
    assert country_name("UA") == "Ukraine"
    assert country_name("XX") == "XX"


@pytest.mark.parametrize(
    ("name", "within", "division"),
    [
        ("Kherson province", None, "UA-65"),
        ("Kherson", None, "UA-65"),
        ("Anbar governorate", None, "IQ-AN"),
        ("Kharkiv Oblast", None, "UA-63"),
        ("Punjab province", "India", "IN-PB"),
        ("Punjab province", "Pakistan", "PK-PB"),
        ("Punjab province", None, None),
        ("Punjab province", "Chile", None),
        ("Central province", None, None),
        ("Bakhmut", None, None),
    ],
)
def test_a_division_is_the_same_by_whatever_kind_news_calls_it(name, within, division):
    place = division_of(name, NOWHERE, within)
    assert (place.division if place else None) == division
