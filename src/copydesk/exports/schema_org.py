"""schema.org: each page a NewsArticle, with its quotations and the things it mentions, in one JSON-LD graph.

Vocabulary: https://schema.org/NewsArticle, https://schema.org/Quotation. What is quoted only in part or not at all is
no Quotation and is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Final

from copydesk.english.deeds import deed
from copydesk.exports.iris import page_iri, place_iri, web_address
from copydesk.exports.stream import without_nothing, write_array
from copydesk.reading.attributions import quoted
from copydesk.reading.shared_entities import SharedEntities, SharedEntity
from copydesk.records import Attribution, Author, Entity, Event, Record

CONTEXT: Final = "https://schema.org"
_TYPES: Final = {
    "PERSON": "Person",
    "ORG": "Organization",
    "PLACE": "Place",
    "EVENT": "Event",
    "WORK": "CreativeWork",
    "PRODUCT": "Product",
    "NORP": "Thing",
}
_SPEAKERS: Final = {"PERSON": "Person", "ORG": "Organization"}
_QUOTES: Final = " \n\"“”„«»'‘’"


def write(records: Iterable[Record], out: IO[bytes], shared: SharedEntities | None = None) -> int:
    """Write one JSON-LD document with one NewsArticle a record; return how many.

    With `shared`, a person or organization has one `@id` in all of them.
    """
    count = 0

    def articles() -> Iterator[dict[str, Any]]:
        nonlocal count
        for record in records:
            count += 1
            yield news_article(record, shared(record) if shared else None)

    write_array({"@context": CONTEXT}, "@graph", articles(), out)
    return count


def news_article(record: Record, known: Mapping[str, SharedEntity] | None = None) -> dict[str, Any]:
    """Return a record as a NewsArticle; `known` says of its entities, by id, who they are over several pages."""
    keys = {id_: f"urn:uuid:{one.key}" for id_, one in (known or {}).items()}
    dateline = record.dateline
    iri = page_iri(record)
    return without_nothing(
        {
            "@type": "NewsArticle",
            "@id": iri,
            "identifier": record.id,
            "url": web_address(record.page.location),
            "headline": record.headline,
            "abstract": record.summary,
            "articleSection": record.section,
            "author": [_author(author) for author in record.authors],
            "dateline": ", ".join(part for part in (dateline.place, dateline.agency) if part) if dateline else None,
            "locationCreated": {"@type": "Place", "name": dateline.place} if dateline and dateline.place else None,
            "datePublished": record.told,
            "dateModified": record.updated,
            "publisher": _organization(record.publisher),
            "creditText": record.agency,
            "inLanguage": record.page.language,
            "mentions": [_thing(entity, keys.get(entity.id)) for entity in record.entities],
            "about": [_event(record, event, iri) for event in record.events if event.salient],
            "hasPart": [
                quotation
                for attribution in quoted(record)
                if attribution.content.speech == "direct"
                for quotation in [_quotation(record, attribution, iri, keys)]
            ],
            "articleBody": record.text,
        }
    )


def _author(author: Author) -> dict[str, Any]:
    return without_nothing(
        {
            "@type": "Person",
            "name": author.name,
            "jobTitle": author.role,
            "affiliation": _organization(author.organization),
            "workLocation": {"@type": "Place", "name": author.place} if author.place else None,
        }
    )


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _thing(entity: Entity, key: str | None) -> dict[str, Any]:
    place = entity.place
    located = place and place.latitude is not None and place.longitude is not None
    return without_nothing(
        {
            "@type": _TYPES[entity.type],
            "@id": key,
            "name": entity.name,
            "alternateName": list(entity.variants),
            "jobTitle": entity.role if entity.type == "PERSON" else None,
            "sameAs": place_iri(entity),
            "address": {"@type": "PostalAddress", "addressCountry": place.country} if place and place.country else None,
            "geo": {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
            if place and located
            else None,
        }
    )


_EVENT_STATUS: Final = {"scheduled": "EventScheduled", "denied": "EventCancelled"}
"""Statuses that schema.org has a word for; the others stand in `description` alone."""


def _event(record: Record, event: Event, iri: str) -> dict[str, Any]:
    """Return an event as a schema.org Event: its words, its day, who takes part, and how surely it is told."""
    value = event.time.value if event.time else None
    day = value if value and _DAY.fullmatch(value) else None
    who = [{"@type": "Thing", "name": name} for name in record.participants((*event.actors, *event.recipients))]
    where = record.place_of(event.place)
    planned = event.status == "scheduled" or (
        event.status == "denied" and event.time and event.time.relative == "future"
    )
    return without_nothing(
        {
            "@type": "Event",
            "@id": f"{iri}#{event.id}",
            "name": deed(record, event),
            "description": event.status,
            "keywords": [word for word in (event.type, event.mode, event.kind) if word],
            "startDate": day,
            "eventStatus": f"{CONTEXT}/{_EVENT_STATUS[event.status]}" if planned and event.status else None,
            "location": {"@type": "Place", "name": where} if where else None,
            "contributor": who,
        }
    )


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def _quotation(record: Record, attribution: Attribution, iri: str, keys: Mapping[str, str]) -> dict[str, Any]:
    words = " ".join(record.text[start:end].strip(_QUOTES) for start, end in attribution.content.spans).rstrip(",")
    return without_nothing(
        {
            "@type": "Quotation",
            "@id": f"{iri}#{attribution.id}",
            "text": words,
            "spokenByCharacter": _speaker(record, attribution, keys),
        }
    )


def _speaker(record: Record, attribution: Attribution, keys: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the Person or Organization that a quotation is put to, by name where the page gives one."""
    source = attribution.source
    for entity in record.entities:
        if entity.id == source.entity and entity.type in _SPEAKERS:
            key = keys.get(entity.id)
            return without_nothing({"@type": _SPEAKERS[entity.type], "@id": key, "name": entity.name})
    words = record.words(*source.spans)
    if not words or source.kind == "none":
        return None
    return {"@type": "Person" if source.kind.endswith("-person") else "Organization", "description": words}
