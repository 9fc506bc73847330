"""Country and sector of who takes part in an event, in PLOVER's codes, by dictionary, gazetteer and description.

Source of the sectors: the dictionaries of agents and actors of CAMEO and PLOVER (OEDA, MIT licence).
"""

import gzip
import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from copydesk.english.event_actors import BODIES, POLITICAL, SECTORS
from copydesk.english.nouns import singular
from copydesk.reading.peoples import base_of
from copydesk.records import Entity

_LONGEST: Final = 5  # words of a body's name that are looked up


class ActorCodes(NamedTuple):
    """Country (ISO 3166-1 alpha-2) and PLOVER sector; None where the page and the dictionaries do not tell."""

    country: str | None = None
    sector: str | None = None


@cache
def _tables() -> tuple[dict[str, str], dict[str, list[str | None]]]:
    packed = resources.files(__package__).joinpath("agents.json.gz").read_bytes()
    tables = json.loads(gzip.decompress(packed))
    return tables["agents"], tables["organizations"]


def standing(words: Sequence[str], head: int, entity: Entity | None) -> ActorCodes:
    """Return the country and sector of a participant.

    Args:
        words: the words of its phrase.
        head: the place of the phrase's noun among them.
        entity: the entity behind it, if any.
    """
    named = _by_entity(entity) if entity else ActorCodes()
    country, sector = named
    if country is None:
        countries = {code for word in words if (code := _country(word))}
        country = countries.pop() if len(countries) == 1 else None
    if sector is None and not (entity and entity.type == "PLACE"):
        sector = _sector(tuple(words[: head + 1]))
        if sector is None or (entity is None and sector == "CVL"):
            bodies = (body for size in range(_LONGEST, 0, -1) for body in _organizations(words, size))
            sector = next((body.sector for body in bodies), sector)
        if entity and entity.type == "ORG" and sector == "CVL":
            sector = None  # the last word of a body's name tells no civilians ("European Community")
    return ActorCodes(country, sector)


def is_political(country: str | None, sector: str | None) -> bool:
    """Return whether a standing is that of a state or people, or of a body or office of politics, the law or arms."""
    return sector in POLITICAL if sector else country is not None


def is_agent(noun: str) -> bool:
    """Return whether a noun in the singular stands for persons or bodies that act, by the dictionaries."""
    return noun in SECTORS or noun in _tables()[0]


def _by_entity(entity: Entity) -> ActorCodes:
    if entity.type == "PLACE":
        return ActorCodes(entity.place.country if entity.place else None, "GOV" if entity.metonym else None)
    if entity.type == "NORP":
        return ActorCodes(_country(entity.name), None)
    for name in (entity.name, *entity.variants):
        found = _organization(name) if entity.type == "ORG" else None
        if found:
            return found
    if entity.type == "PERSON" and entity.role:
        words = entity.role.split()
        countries = {code for word in words if (code := _country(word))}
        bodies = [found for size in range(_LONGEST, 0, -1) for found in _organizations(words, size)]
        sector = next((found.sector for found in bodies), None) or _sector(tuple(words))
        return ActorCodes(countries.pop() if len(countries) == 1 else None, sector)
    return ActorCodes()


def _organization(name: str) -> ActorCodes | None:
    low = name.lower().removeprefix("the ")
    if low in BODIES:
        return ActorCodes(*BODIES[low])
    found = _tables()[1].get(low)
    return ActorCodes(found[0], found[1]) if found else None


def _organizations(words: Sequence[str], size: int) -> list[ActorCodes]:
    names = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    return [found for name in names if name[:1].isupper() and (found := _organization(name))]


@lru_cache(maxsize=20_000)
def _country(word: str) -> str | None:
    if not word[:1].isupper():
        return None
    codes = (base_of(form) for form in (word, word.removesuffix("s")))
    return next((code for code in codes if len(code) == len("PS") and code.isupper()), None)


def _sector(words: Sequence[str]) -> str | None:
    """Return the sector of a noun phrase by the longest part of it, ending in its noun, that a dictionary has."""
    agents = _tables()[0]
    low = [word.lower() for word in words]
    for size in range(min(_LONGEST, len(low)), 0, -1):
        part = low[-size:]
        single = singular(part[-1])
        if size == 1 and len(low) > 1 and low[-2] in ("-", "–"):
            return None  # "Secretary-General" is no general
        if size == 1 and single in SECTORS:
            return SECTORS[single]
        for name in (" ".join(part), " ".join([*part[:-1], single])):
            if name in agents:
                return agents[name]
    return None
