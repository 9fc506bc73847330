"""PLOVER events, one a line, tab-separated, in the columns of POLECAT.

Codebook: PLOVER (Halterman, Schrodt et al. 2023); columns: POLECAT weekly files (Halterman et al. 2023). `Event
Status`, `Attribution` and `Denied by` stand behind them. Only events of a PLOVER type are written.
"""

import re
from collections.abc import Iterable, Sequence
from typing import IO, Final

from copydesk.records import Entity, Event, Participant, Record

COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "CAMEO Code", "Actor Name", "Actor Country",
    "Actor Sector", "Recipient Name", "Recipient Country", "Recipient Sector", "Placename", "Country", "GeoNames ID",
    "Latitude", "Longitude", "Dead", "Injured", "Publication Date", "Language", "Headline", "Story ID", "Event Text",
    "Event Status", "Attribution", "Denied by",
)  # fmt: skip
_BREAKS: Final = re.compile(r"[\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write a head line and one line an event; return how many records."""
    out.write(_line(COLUMNS))
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        for event in record.events:
            if event.type:
                out.write(_line(row(record, event)))
    return count


def row(record: Record, event: Event) -> tuple[str, ...]:
    """Return one event's cells, in the order of `COLUMNS`."""
    entities = {entity.id: entity for entity in record.entities}
    sayings = {one.id: record.words(*one.source.spans) for one in record.attributions}
    where = entities.get((event.place.entity if event.place else None) or "")
    place = where.place if where else None
    start = event.predicate.span[0]
    sentence = next(((a, b) for a, b in record.sentences if a <= start < b), event.predicate.span)
    return (
        f"{record.id}#{event.id}",
        event.time.value if event.time and event.time.value else "",
        event.type or "",
        event.mode or "",
        ";".join(event.contexts),
        event.code or "",
        *_side(record, event.actors, entities),
        *_side(record, event.recipients, entities),
        record.place_of(event.place) or "",
        (place.country or "") if place else "",
        str(place.geonames or "") if place else "",
        _number(place.latitude if place else None),
        _number(place.longitude if place else None),
        _number(event.dead),
        _number(event.injured),
        record.published.value[:10] if record.published else "",
        record.page.language or "",
        record.headline or "",
        record.id,
        record.words(sentence),
        event.status or "",
        sayings.get(event.attribution or "", ""),
        ";".join(sayings.get(one, "") for one in event.denied_by),
    )


def _side(record: Record, parts: Sequence[Participant], entities: dict[str, Entity]) -> tuple[str, str, str]:
    """Return names, countries and sectors of a side, several joined by a semicolon."""
    names = ";".join(name.replace(";", ",") for name in record.participants(parts))
    return names, ";".join(part.country or "" for part in parts), ";".join(part.sector or "" for part in parts)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _line(cells: Iterable[str]) -> bytes:
    """Return cells as a line; a tab or line end within one becomes a space, as the format has no quotes."""
    return ("\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n").encode("utf-8", "replace")
