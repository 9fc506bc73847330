"""The places that stand inside the name of another: Ontario in "London, Ontario"."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.gazetteer import candidates, country_of, key
from copydesk.reading.places import PlaceContext, locate
from copydesk.records import Entity, Place, Span


@dataclass(slots=True)
class _Outer:
    name: str
    spans: list[Span]
    town: Place | None


def with_places_around(
    document: Document, mentions: Sequence[Mention], entities: Sequence[Entity], context: PlaceContext
) -> list[Entity]:
    """Return entities with the places named after a comma inside another's mention, under `nested`.

    One that the page names elsewhere, too, is that entity; another becomes one of its own, without whole mentions.
    """
    outer: dict[str, _Outer] = {}
    towns = {span: entity.place for entity in entities if entity.type == "PLACE" for span in entity.mentions}
    for mention in mentions:
        words = mention.text_of(document)
        at = words.rfind(mention.within) if mention.within and "," in words else -1
        if at > 0 and mention.within:
            span = (mention.span[0] + at, mention.span[0] + at + len(mention.within))
            named = _Outer(mention.within, [], towns.get(mention.span))
            outer.setdefault(_key(mention.within), named).spans.append(span)
    found = list(entities)
    for number, entity in enumerate(entities):
        if entity.type == "PLACE" and (same := outer.pop(_key(entity.name), None)):
            nested = tuple(sorted({*entity.nested, *same.spans}))
            found[number] = msgspec.structs.replace(entity, nested=nested, place=entity.place or _around(same))
    for named in outer.values():
        found.append(
            Entity(
                id=f"e{len(found) + 1}",
                type="PLACE",
                name=named.name,
                mentions=(),
                nested=tuple(named.spans),
                place=_around(named) or locate(named.name, context),
            )
        )
    return found


def _around(outer: _Outer) -> Place | None:
    """Return the division or country by that name in which the town lies."""
    if outer.town is None:
        return None
    for found in candidates(outer.name):
        division = found.level == "division" and found.place.division == outer.town.division is not None
        if division or (found.level == "country" and found.place.country == outer.town.country):
            return found.place
    return None


def _key(name: str) -> str:
    return country_of(name) or key(name)
