"""The tables of a record's names, numbers and times on the screen, each row in words that a reader can check."""

from typing import Final

from rich.table import Table
from rich.text import Text

from copydesk.cli.screen import printable, shorten, table
from copydesk.english.timewords import words_of
from copydesk.records import Entity, Quantity, Record

MOST_NAMES: Final = 40
"""Rows of names; the rest are counted in one line."""
_TYPES: Final = {"ORG": "organization", "NORP": "people, party or faith", "PERSON": "person", "PLACE": "place"}
_PEOPLE: Final = {"killed", "injured", "missing", "detained", "displaced"}
_BOUNDS: Final = {"min": "at least", "max": "at most", "approx": "about"}


def names(record: Record) -> Table:
    """Return who and what is named, the most mentioned first: with role or place, and other spellings."""
    grid = table("Who and where", "name", "what", "also", ">times")
    listed = sorted(record.entities, key=lambda entity: -len(entity.mentions))
    for entity in listed[:MOST_NAMES]:
        also = ", ".join(entity.variants[:3])
        times = str(len(entity.mentions)) if entity.mentions else "–"
        grid.add_row(Text(_cell(entity.name, 40), "source"), _cell(what(entity), 60), _cell(also, 40), times)
    if len(listed) > MOST_NAMES:
        grid.add_row(f"and {len(listed) - MOST_NAMES} more", "", "", "")
    return grid


def what(entity: Entity) -> str:
    """Return what an entity is: its role, where it lies, or its type."""
    if entity.role:
        return entity.role
    if entity.place is None:
        return f"{_TYPES['PLACE']}, not found on the map" if entity.type == "PLACE" else _type(entity)
    place = entity.place
    region = place.division or place.country or ""
    if entity.metonym:
        return f"government ({place.country})"
    if place.latitude is None:
        return f"country ({place.country})"
    other = f" {place.name}," if place.name.lower() != entity.name.lower() else ""
    return f"place:{other} {region}, {_degrees(place.latitude, 'N', 'S')} {_degrees(place.longitude or 0, 'E', 'W')}"


def _type(entity: Entity) -> str:
    return _TYPES.get(entity.type, entity.type.lower())


def _degrees(value: float, north: str, south: str) -> str:
    return f"{abs(value):.2f}°{north if value >= 0 else south}"


def numbers(record: Record) -> Table:
    """Return the numbers of a record with what they are of."""
    grid = table("How many", "words", "number", "of what")
    for quantity in record.quantities:
        grid.add_row(
            Text(_cell(record.words(quantity.span), 50), "value"), number(quantity), _cell(of_what(quantity), 50)
        )
    return grid


def number(quantity: Quantity) -> str:
    """Return a quantity's number with its unit and bound: "at least 1,200", "20 to 30 %", "1.2 billion USD"."""
    value = _figure(quantity.value)
    if quantity.high is not None:
        value = f"{value} to {_figure(quantity.high)}"
    unit = quantity.unit or ""
    if unit == "year":
        unit = "years"
    bound = _BOUNDS.get(quantity.bound or "", "")
    return " ".join(part for part in (bound, value, unit) if part)


def _figure(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{round(value / size, 3):,g} {name}"
    return f"{value:,.6g}" if value != int(value) else f"{int(value):,}"


def of_what(quantity: Quantity) -> str:
    """Return what a number is of in words: "people killed", "share of voters", "countries"."""
    kind = quantity.kind
    if kind.startswith("people-"):
        told = kind.removeprefix("people-")
        people = quantity.of if quantity.of and not _tells(quantity.of, told) else "people"
        return f"{people}, {told}"
    if kind == "count":
        return quantity.of or "not told"
    if kind == "share":
        return f"share of {quantity.of}" if quantity.of else "share"
    return f"{kind} ({quantity.of})" if quantity.of and quantity.of != kind else kind


def _tells(words: str, told: str) -> bool:
    lower = words.lower()
    return told in lower or lower in ("dead", "deaths", "toll", "death toll", "wounded", "hurt", "others", "more")


def times(record: Record) -> Table:
    """Return the times of a record, in words."""
    grid = table("When", "words", "is")
    for time in record.times:
        grid.add_row(Text(_cell(record.words(time.span), 40), "time"), words_of(time.value, time.mod, time.type))
    return grid


def _cell(words: str, size: int) -> str:
    return shorten(printable(words), size)
