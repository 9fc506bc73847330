"""The gazetteer: countries, their first-level divisions, and the cities of 15,000 people and more, by their names.

All Latin spellings that GeoNames (CC BY 4.0) has are there; divisions have their ISO 3166-2 codes. The table is made by
`training/gazetteer.py` and loaded at the first place: text of one line for each place, then one for each name.
"""

import gzip
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from copydesk.english.place_words import PLAIN_NAMES, STATES
from copydesk.records import Place

Level: TypeAlias = Literal["country", "division", "city"]

FORMAT: Final = "copydesk-gazetteer/1"
_REMEMBERED: Final = 4096
"""Names whose places are kept; a page asks for the same ones again and again."""
TABLE: Final = Path(__file__).parent / "gazetteer.txt.gz"


class PlaceCandidate(NamedTuple):
    """A place that a name may stand for.

    Attributes:
        place: the place; of a city and of a division `place.division` is the division's ISO 3166-2 code, if it has one.
        level: what kind of place it is.
        population: of a country or a city; of a division that of its cities. Five million at least for the divisions
            that English newspapers name without their country (those of the USA, the UK, Canada, Australia, India).
        exact: whether the name is the place's own, and not one of its other spellings.
        capital: whether it is the capital of its country.
    """

    place: Place
    level: Level
    population: int
    exact: bool
    capital: bool = False


def key(name: str) -> str:
    """Return a name as the gazetteer looks it up: lower case, no accents, no article."""
    letters = name.replace("’", "'").casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFD", letters) if unicodedata.category(c) != "Mn")
    return " ".join(letters.removeprefix("the ").split())


class _Table:
    """The lines of the table, as bytes; a line is looked at when it is asked for."""

    def __init__(self, path: Path) -> None:
        places, _, names = gzip.decompress(path.read_bytes()).partition(b"\n\n")
        first, *self._places = places.split(b"\n")
        if not first.startswith(FORMAT.encode()):
            raise ValueError(f"{path.name} is no {FORMAT}")
        self._names = names

    def places(self, name: str) -> list[tuple[int, bool]]:
        """Return the numbers of the places of a name, and whether it is their own name; by binary search."""
        wanted = name.encode()
        start = self._line_at(bisect_left(range(len(self._names)), wanted, key=self._name_at))
        found, _, numbers = self._names[start : self._names.find(b"\n", start)].partition(b"\t")
        if found != wanted or not wanted:
            return []
        return [(int(number.lstrip(b"~")), number[:1] != b"~") for number in numbers.split(b",")]

    def _line_at(self, position: int) -> int:
        """Return where the first line begins that begins at a position or after it."""
        return self._names.index(b"\n", position - 1) + 1 if position else 0

    def _name_at(self, position: int) -> bytes:
        start = self._line_at(position)
        return self._names[start : self._names.find(b"\t", start)] if start < len(self._names) else b"\xff"

    def countries(self) -> dict[str, str]:
        """Return the names of countries by their codes."""
        rows = (row.decode().split("\t") for row in self._places if row.endswith(b"country"))
        return {country: name for name, country, *_ in rows}

    def place(self, number: int, exact: bool) -> PlaceCandidate:
        name, country, division, north, east, geonames, people, kind = self._places[number].decode().split("\t")
        place = Place(
            name=PLAIN_NAMES.get(division, name) if kind == "division" else name,
            country=country,
            division=division or None,
            latitude=float(north) if north else None,
            longitude=float(east) if east else None,
            geonames=int(geonames) if geonames else None,
        )
        level: Level = "country" if kind == "country" else "division" if kind == "division" else "city"
        return PlaceCandidate(place, level, int(people), exact, kind == "capital")


@cache
def _table() -> _Table:
    return _Table(TABLE)


@cache
def _countries() -> dict[str, str]:
    return _table().countries()


def country_name(code: str) -> str:
    """Return the name of a country by its ISO 3166-1 alpha-2 code; the code where the gazetteer has none of it."""
    return _countries().get(code, code)


@lru_cache(_REMEMBERED)
def candidates(name: str) -> tuple[PlaceCandidate, ...]:
    """Return the places that a name may stand for, most populous first; none when it is not in the gazetteer."""
    table, wanted = _table(), key(name)
    found = tuple(table.place(number, exact) for number, exact in table.places(STATES.get(wanted, wanted)))
    return tuple(c for c in found if c.place.country == "US" and c.level == "division") if wanted in STATES else found


def country_of(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's name, if it is one."""
    found = {c.place.country for c in candidates(name) if c.level == "country"}
    return found.pop() if len(found) == 1 else None
