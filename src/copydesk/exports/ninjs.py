"""IPTC ninjs 3.2 (News in JSON): each page a news item, JSON Lines.

Standard: https://iptc.org/standards/ninjs/. A ninjs time needs its clock and zone, so a day of publication alone goes
into `descriptions` with the role `published` rather than into a made-up midnight.
"""

import re
from collections.abc import Iterable
from typing import IO, Any, Final

from copydesk.english.deeds import deed
from copydesk.exports.iris import page_iri, place_iri
from copydesk.exports.stream import encode, without_nothing
from copydesk.reading.attributions import quoted
from copydesk.records import Entity, Event, Record

STANDARD: Final = {
    "name": "ninjs",
    "version": "3.2",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
}
_ARRAYS: Final = {
    "PERSON": "people",
    "ORG": "organisations",
    "PLACE": "places",
    "EVENT": "events",
    "WORK": "objects",
    "PRODUCT": "objects",
    "NORP": "subjects",
}
_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)")


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write one news item a line; return how many."""
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        out.write(encode(news_item(record)) + b"\n")
    return count


def news_item(record: Record) -> dict[str, Any]:
    """Return a record as a ninjs object."""
    published = record.told
    item: dict[str, Any] = {
        "uri": page_iri(record),
        "type": "text",
        "representationType": "full",
        "versionCreated": _date_time(record.updated) or _date_time(published),
        "firstCreated": _date_time(published),
        "language": record.page.language,
        "headlines": [{"role": "main", "value": record.headline}] if record.headline else [],
        "by": ", ".join(author.name for author in record.authors),
        "located": record.dateline.place if record.dateline else None,
        "descriptions": _descriptions(record, published),
        "bodies": [_body(record)] if record.text else [],
        "infoSources": _sources(record),
        "edNote": "\n".join(f"{defect.kind} at {defect.span[0]}: {defect.note}" for defect in record.defects),
        "altIds": [{"role": "copydesk-record", "value": record.id}],
        "standard": STANDARD,
    }
    for entity in record.entities:
        item.setdefault(_ARRAYS[entity.type], []).append(_concept(entity))
    item.setdefault("events", []).extend(_happening(record, event) for event in record.events if event.salient)
    return without_nothing(item)


def _happening(record: Record, event: Event) -> dict[str, Any]:
    """Return an event that the page tells as a ninjs event, named by who did what to whom."""
    who, whom = record.participants(event.actors), record.participants(event.recipients)
    words = " ".join([*who[:1], deed(record, event), *whom[:1]])
    return without_nothing({"name": words, "rel": "tells", "literal": event.type or event.kind})


def _date_time(value: str | None) -> str | None:
    return value if value and _DATE_TIME.fullmatch(value) else None


def _descriptions(record: Record, published: str | None) -> list[dict[str, str]]:
    found = [("summary", record.summary), ("section", record.section)]
    found.append(("published", None if _date_time(published) else published))
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in found if value]


def _body(record: Record) -> dict[str, Any]:
    return {
        "role": "main",
        "contentType": "text/plain",
        "charCount": len(record.text),
        "wordCount": len(record.text.split()),
        "value": record.text,
    }


def _sources(record: Record) -> list[dict[str, str]]:
    """Return the publisher, the agency and everyone with a name on whose word the page rests."""
    names = {entity.id: entity.name for entity in record.entities}
    found = [("publisher", record.publisher), ("agency", record.agency)]
    speakers = [names.get(attribution.source.entity or "") for attribution in quoted(record)]
    found += [("quoted", name) for name in dict.fromkeys(speakers)]
    return [{"role": role, "name": name} for role, name in found if name]


def _concept(entity: Entity) -> dict[str, Any]:
    place = entity.place
    point = None
    if place and place.latitude is not None and place.longitude is not None:
        point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return without_nothing({"name": entity.name, "rel": "mentions", "uri": place_iri(entity), "geoJSON": point})
