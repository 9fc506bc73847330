"""Happenings of a story as lines to print: what, when, how surely, in how many texts, what copies changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from copydesk.english.deeds import deed
from copydesk.records import Event, Record, Status
from copydesk.records.code_words import STATUS_WORDS
from copydesk.records.happening_types import Drift, Happening

_LIMIT: Final = 60
"""Characters of a participant's words that are kept."""


class DriftLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one page made of an event that it took over: the two pages' ids, and the change as a sentence's end."""

    source: str
    target: str
    words: str


class HappeningLine(msgspec.Struct, frozen=True, kw_only=True):
    """One happening in words.

    Attributes:
        id: the happening's id.
        day: the first day that a page gives it, TIMEX3; None where none does.
        who, what, whom, place: in the page's words; empty where not told.
        type: PLOVER type or kind of news, lower case; empty where unsure.
        status: how surely the earliest page tells it.
        page: the earliest page that tells it; `event` its id in that page's record.
        pages, texts: how many pages tell it, and how many independently written texts.
        drift: what copies made of it.
    """

    id: str
    day: str | None
    who: str
    what: str
    whom: str
    place: str
    type: str
    status: Status | None
    page: str
    event: str
    pages: int
    texts: int
    drift: tuple[DriftLine, ...]


def happening_lines(
    happenings: Iterable[Happening], records: Mapping[str, Record], *, shared: bool = False
) -> tuple[HappeningLine, ...]:
    """Return the lines of happenings in order of their day, those without a day last.

    Args:
        happenings: a story's happenings.
        records: the records of its pages by id; what no record tells is left out.
        shared: only what several pages tell and one of them as news, or a copy changed.
    """
    kept = [one for one in happenings if not shared or one.pages > 1 or one.drift]
    lines = [line for one in kept if (line := _line(one, records, shared and not one.drift))]
    return tuple(sorted(lines, key=lambda line: (line.day is None, line.day or "")))


def _line(one: Happening, records: Mapping[str, Record], salient: bool) -> HappeningLine | None:
    told = list(_told(one, records))
    if not told or (salient and not any(event.salient for _, event in told)):
        return None
    page, event = told[0]
    record = records[page]
    place, whom = record.place_of(event.place) or "", record.participants(event.recipients)
    days = [event.time.value for _, event in told if event.time and event.time.value and event.time.value[0].isdigit()]
    typed = next((event for _, event in told if event.type), None)
    return HappeningLine(
        id=one.id,
        day=days[0] if days else None,
        who=_parts(record.participants(event.actors)),
        what=deed(record, event),
        whom=_parts(whom),
        place="" if place in whom else place,
        type=(" ".join(filter(None, (typed.type, typed.mode))) if typed else event.kind or "").lower(),
        status=event.status,
        page=page,
        event=event.id,
        pages=one.pages,
        texts=one.texts,
        drift=tuple(
            DriftLine(source=drift.source, target=drift.target, words=drift_words(drift)) for drift in one.drift
        ),
    )


def _told(one: Happening, records: Mapping[str, Record]) -> Iterator[tuple[str, Event]]:
    for member in one.events:
        record = records.get(member.page)
        event = next((event for event in record.events if event.id == member.event), None) if record else None
        if event:
            yield member.page, event


def _parts(names: Iterable[str]) -> str:
    words = ", ".join(dict.fromkeys(names))
    return words if len(words) <= _LIMIT else words[: _LIMIT - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"


def drift_words(drift: Drift) -> str:
    """Return what a copy changed, as the end of a sentence that begins with the copy's name."""
    before, after = (STATUS_WORDS.get(word, word) for word in (drift.before, drift.after))
    match drift.kind:
        case "certainty":
            return f"tells it as {after}; its source had it as {before}"
        case "denial-lost":
            return "leaves out that it is denied"
        case "toll":
            return f"says {after} where its source says {before}"
        case "day":
            return f"gives the day as {after}; its source gives {before}"
        case "place":
            return f"puts it in {after}; its source puts it in {before}"
        case "attribution-lost":
            return "tells it on its own word; its source says whose word it is"
