"""One entity, one row: places by the map, organizations without their legal form."""

import pytest

import copydesk
from copydesk.reading.namings import common_name
from copydesk.records import Entity, Place


def place(name: str, official: str, country: str, geonames: int, latitude: float | None = 1.0) -> Entity:
    where = Place(name=official, country=country, division=f"{country}-XX", latitude=latitude, geonames=geonames)
    return Entity(id="e1", type="PLACE", name=name, mentions=((0, 1),), place=where)


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        (place("Odessa", "Odesa", "UA", 698740), "Odesa"),
        (place("US", "United States", "US", 6252001, None), "United States"),
        (place("Paris", "Paris", "US", 4717560), "Paris, US-XX"),
        (Entity(id="e1", type="ORG", name="Acme Corp.", mentions=()), "Acme"),
        (Entity(id="e1", type="ORG", name="the Blue Group, Inc.", mentions=()), "Blue Group"),
        (Entity(id="e1", type="ORG", name="The Blue Group", mentions=()), "Blue Group"),
        (Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=()), "Ana Ruiz"),
    ],
)
def test_the_name_across_pages(entity: Entity, name: str) -> None:
    assert common_name(entity) == name


def test_two_spellings_of_a_town_are_one_row(tmp_path) -> None:
    with copydesk.Desk(tmp_path / "desk.db") as desk:
        pages = ("Rain fell on Odesa in Ukraine on Monday.", "Snow fell on Odessa in Ukraine on Sunday.")
        list(desk.add(copydesk.read_text(text, published="2024-05-15") for text in pages))
        names = desk._connection.execute("SELECT name FROM entities WHERE type = 'PLACE' ORDER BY name").fetchall()
    assert [name for (name,) in names] == ["Odesa", "Ukraine"]


def test_a_bare_common_noun_is_no_source_across_pages(tmp_path) -> None:
    text = "Officials said the bridge was shut. Senior officials of the port said the quay was open."
    with copydesk.Desk(tmp_path / "desk.db") as desk:
        list(desk.add([copydesk.read_text(text, published="2024-05-15")]))
        sources = [row.name for row in desk.sources()]
    assert "officials" not in sources
