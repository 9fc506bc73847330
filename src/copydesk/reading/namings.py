"""What a page tells of each name in it, as far as that says who is meant on other pages too.

A `Naming` is what pages that name somebody in the same way have in common. `copydesk.reading.same_naming` says which
namings are one person, body or place.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from copydesk.english.bodies import OF_COUNTRIES, is_body_of_many
from copydesk.english.titles import LEGAL_FORM_AT_END
from copydesk.reading.gazetteer import candidates, key
from copydesk.reading.identity import name_words, names_an_office
from copydesk.reading.peoples import base_of, country_of_adjective
from copydesk.records import Entity, EntityType, Record, Span

_THE: Final = re.compile(r"\A[Tt]he (?=[A-Z])")
_OWNING: Final = re.compile(r"(?:['’]s?)?\s+(?:the )?\Z", re.IGNORECASE)
"""What stands between an owner's name and a body's: Iran's foreign ministry, the Lyon police."""
_OF_OWNER: Final = re.compile(r"\s+(?:of|in)\s+(?:the )?\Z", re.IGNORECASE)
"""What stands between a body's name and its owner's: the foreign ministry of Iran."""
_NEAR: Final = 12
"""Characters between the names of a body and of its owner, at most."""
_MOST_SPELLINGS: Final = 12
"""Other names of one body or place on a page that are kept."""
_OWNER_LENGTH: Final = 3
"""Words of a country's name before a body's, at most: United Arab Emirates foreign ministry."""
_HEADS: Final = ("ministry", "department")


class Naming(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How pages name somebody or something.

    Attributes:
        type: the kind of thing.
        name: the name as the page has it; of an organization without article and legal form.
        spellings: other names that the page has for the same body or place, in alphabetical order.
        role: what the page says that a person is.
        owner: whose body it is, where every country or town has one of this name: a country's code, or a key of a town.
        geonames: GeoNames id of a place on the map; `place` its name there, with its division where that is needed.
        country: ISO 3166-1 code of a place; of a capital that stands for a government, its country.
        government: whether a place stands for its government.
        told: fingerprint of the sentence that tells it, where the name alone does not say who is meant; pages that
            share it are copies.
    """

    type: EntityType
    name: str
    spellings: tuple[str, ...] = ()
    role: str | None = None
    owner: str | None = None
    geonames: int | None = None
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    government: bool = False
    told: str | None = None


def common_name(entity: Entity) -> str:
    """Return the name that an entity goes by across pages.

    A place on the map goes by the gazetteer's name, by whatever spelling the page has it (Odesa for Odessa, United
    States for US), with its division or country where a larger place has that name (Paris, US-TX); an organization by
    its name without article and legal form; everybody else by the page's name.
    """
    if entity.place is not None and entity.place.geonames is not None:
        place = entity.place
        largest = next(iter(candidates(place.name)), None)
        if largest is None or largest.place.geonames == place.geonames or place.latitude is None:
            return place.name
        return f"{place.name}, {place.division or place.country}"
    return bare_body(entity.name) if entity.type == "ORG" else entity.name


def bare_body(name: str) -> str:
    """Return an organization's name without article and legal form."""
    return LEGAL_FORM_AT_END.sub("", _THE.sub("", name)).strip() or name


def body_words(name: str) -> tuple[str, ...]:
    """Return the words of a body's name as they are compared: small letters, no accents, points or legal form."""
    plain = key(bare_body(name).replace(".", "").replace("&", " and ").replace("-", " ").replace(",", " "))
    words = tuple(word.removesuffix("'s").strip("'\"“”()") for word in plain.split())
    return tuple(word for word in words if word)


def owned(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Return a body's words without its owner, and the owner's country: of a ministry, a court, a parliament.

    Names that one body alone has keep all their words: the Bank of America is no American bank. A ministry of health
    and a health ministry are one: `("health", "ministry")`.
    """
    words, owner = _without_owner(words)
    if len(words) > 2 and words[0] in _HEADS and words[1] in ("of", "for"):
        words = (*(word for word in words[2:] if word != "the"), words[0])
    if len(words) > 2 and words[-2] == "affairs" and words[-1] in _HEADS:
        words = (*words[:-2], words[-1])
    return words, owner


def _without_owner(words: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    for n in range(min(_OWNER_LENGTH, len(words) - 1), 0, -1):
        owner = country_of_adjective(" ".join(words[:n]))
        if owner and is_body_of_many(words[n:]):
            return words[n:], owner
    for n, word in enumerate(words[1:-1], 1):
        if word == "of":
            after = words[n + 1 :]
            owner = country_of_adjective(" ".join(after[after[:1] == ("the",) :]))
            if owner and is_body_of_many(words[:n]) and (n > 1 or words[0] in OF_COUNTRIES):
                return words[:n], owner
    return words, None


def namings_of(record: Record) -> dict[str, Naming]:
    """Return how a record names each of its entities that has a mention, by the entity's id."""
    page = _Page(record)
    return {entity.id: page.naming(entity) for entity in record.entities if entity.mentions}


class _Page:
    """A record, with where its countries and peoples are named."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._countries = {c for entity in record.entities if (c := _country_named(entity))}
        owners = [
            (span, owner)
            for entity in record.entities
            if entity.type in ("PLACE", "NORP") and (owner := _owner_named(entity))
            for span in (*entity.mentions, *entity.nested)
        ]
        self._by_start = sorted(owners)
        self._by_end = sorted((span[1], owner) for span, owner in owners)

    def naming(self, entity: Entity) -> Naming:
        match entity.type:
            case "PERSON":
                return self._person(entity)
            case "ORG":
                return self._body(entity)
            case "PLACE":
                return self._place(entity)
            case _:
                common = entity.name.islower()
                told = self._sentence(entity) if common else None
                return Naming(type=entity.type, name=entity.name, told=told)

    def _person(self, person: Entity) -> Naming:
        role = " ".join(person.role.split()) if person.role else None
        alone = len(name_words(person.name)) < 2 and not names_an_office(role)
        told = self._sentence(person) if alone else None
        return Naming(type="PERSON", name=person.name, role=role, told=told)

    def _place(self, entity: Entity) -> Naming:
        place = entity.place
        spellings = _spellings(entity.name, entity.variants)
        if place is None:
            common = entity.name.islower() or is_body_of_many(body_words(entity.name))
            told = self._sentence(entity) if common else None
            return Naming(type="PLACE", name=entity.name, spellings=() if told else spellings, told=told)
        return Naming(
            type="PLACE",
            name=entity.name,
            spellings=spellings,
            geonames=place.geonames,
            place=common_name(entity) if place.geonames is not None else place.name,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            government=entity.metonym and place.geonames is None,
        )

    def _body(self, body: Entity) -> Naming:
        name = bare_body(body.name)
        words, owner = owned(body_words(name))
        spellings = _spellings(name, map(bare_body, body.variants))
        if owner is None and not is_body_of_many(words) and not name.islower():
            return Naming(type="ORG", name=name, spellings=spellings)
        owner = owner or self._owner(body, words)
        told = None if owner else self._sentence(body)
        return Naming(type="ORG", name=name, spellings=spellings if owner else (), owner=owner, told=told)

    def _owner(self, body: Entity, words: tuple[str, ...]) -> str | None:
        """Return whose a body of many is: who is named beside it, else the one country that the page names."""
        beside = {owner for span in body.mentions for owner in self._beside(span)}
        if beside:
            return beside.pop() if len(beside) == 1 else None
        if _HEADS[0] not in words:
            return None  # a party, a committee, a senate is often another country's
        return next(iter(self._countries)) if len(self._countries) == 1 else None

    def _beside(self, span: Span) -> Iterator[str]:
        """Yield the owners that are named right before a body or, with "of", right after it."""
        text, (start, end) = self._record.text, span
        for at, owner in self._by_end[bisect_left(self._by_end, (start - _NEAR, "")) :]:
            if at > start:
                break
            if _OWNING.match(text, at, start):
                yield owner
        for (at, _), owner in self._by_start[bisect_left(self._by_start, ((end, 0), "")) :]:
            if at > end + _NEAR:
                break
            if _OF_OWNER.match(text, end, at):
                yield owner

    def _sentence(self, entity: Entity) -> str:
        """Return a fingerprint of the sentence of an entity's first mention."""
        record, (start, end) = self._record, entity.mentions[0]
        at = bisect_right(record.sentences, (start, len(record.text) + 1)) - 1
        found = record.sentences[at] if at >= 0 and record.sentences[at][1] > start else (start, end)
        words = " ".join(record.text[slice(*found)].casefold().split())
        return hashlib.blake2b(words.encode(errors="replace"), digest_size=8).hexdigest()


def _spellings(name: str, variants: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({" ".join(one.split()) for one in variants} - {name, ""})[:_MOST_SPELLINGS])


def _country_named(entity: Entity) -> str | None:
    """Return the country that an entity lies in or, of a people, belongs to."""
    if entity.type == "PLACE" and entity.place is not None:
        return entity.place.country
    return country_of_adjective(entity.name) if entity.type == "NORP" else None


def _owner_named(entity: Entity) -> str | None:
    """Return what an owner goes by: a country by its code, another place by country and name."""
    place = entity.place
    if entity.type == "NORP" or place is None:
        return _country_named(entity)
    return place.country if place.latitude is None else f"{place.country} {base_of(place.name)}"
