"""Pages without a day get that of their family, and their times are resolved again from it."""

from collections.abc import Mapping

import msgspec

from copydesk.copies.copy_types import Story
from copydesk.errors import ModelError
from copydesk.language import Document, parse
from copydesk.reading.events import find_events
from copydesk.reading.times import read_times
from copydesk.records import Published, Record


def with_family_days(story: Story, records: Mapping[str, Record]) -> dict[str, Record]:
    """Return the records of a story's pages, those without a day with the one that their family tells.

    Their `published` is then `inferred`, and their times and the days of their events count from it; everything else
    stays as it was. Pages whose family tells no one day (`copydesk.dates.family_day`) stay without.

    Args:
        story: its nodes say which day each page has from its family.
        records: records by id, more than the story's if need be; pages without one are left out.
    """
    days = {node.id: node.published for node in story.nodes if node.published_from == "inferred" and node.published}
    return {
        id_: dated(records[id_], days[id_]) if id_ in days and records[id_].told is None else records[id_]
        for id_ in story.pages
        if id_ in records
    }


def dated(record: Record, day: str) -> Record:
    """Return a record with a day (ISO 8601) that is inferred, its times and its events' days resolved from it."""
    document = _parsed(record.text)
    times, _ = read_times(record.text, day, document)
    changes: dict[str, object] = {"published": Published(value=day, from_="inferred"), "times": times}
    if document is not None and record.events:
        found = find_events(document, record.entities, times, record.quantities, record.attributions, day)
        when = {event.id: event.time for event in found} if _same(found, record.events) else {}
        changes["events"] = tuple(
            msgspec.structs.replace(event, time=when.get(event.id, event.time)) for event in record.events
        )
    return msgspec.structs.replace(record, **changes)


def _same(found: tuple[object, ...], events: tuple[object, ...]) -> bool:
    """Tell whether two readings found the same events, by id and mentions."""
    return [(e.id, e.mentions) for e in found] == [(e.id, e.mentions) for e in events]  # type: ignore[attr-defined]


def _parsed(text: str) -> Document | None:
    try:
        return parse(text)
    except ModelError:
        return None
