"""The views of events: a search over what pages say has happened, and a story's happenings with what copies changed."""

from typing import Any, Final, cast, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from copydesk.claims import with_happenings
from copydesk.claims.happening_lines import HappeningLine, happening_lines
from copydesk.copies.copy_types import Story
from copydesk.desk import Desk, EventLine
from copydesk.errors import CopydeskError
from copydesk.language.event_heads import TYPES
from copydesk.records import EventKind, Record, Status
from copydesk.records.code_words import STATUS_WORDS, status_words
from copydesk.web.plain_words import plain, plain_value, short
from copydesk.web.site import Site, fragment, link, number, relink, typed

PER_PAGE: Final = 40
MAX_PAGES: Final = 200
"""Pages of a story whose events are joined to happenings for its view."""
MAX_HAPPENINGS: Final = 40
KINDS: Final = get_args(EventKind)
_EMPTY: Final = ("type", "kind", "status", "who", "whom", "place", "day", "story")


def events(site: Site, request: Request) -> Response:
    """What pages say has happened, by type, kind, status, who, whom, place and day; the latest first."""
    values = typed(request, *_EMPTY)
    page = number(request, "page", most=50)
    found: list[EventLine] = []
    problem = ""
    with site.desk() as desk:
        try:
            found = list(desk.events(**_asked(values), limit=page * PER_PAGE + 1))
        except CopydeskError as error:
            problem = site.words(error)
    return site.page(
        request,
        "events.html",
        values=values,
        rows=[_row(line) for line in found[(page - 1) * PER_PAGE : page * PER_PAGE]],
        types=[name for name in TYPES if name],
        kinds=KINDS,
        statuses=STATUS_WORDS,
        problem=problem,
        page=page,
        more=len(found) > page * PER_PAGE,
        address=relink("/events", values),
    )


def _asked(values: dict[str, str]) -> dict[str, Any]:
    """Return what a form asks for; a value that a list does not offer is left out."""
    asked: dict[str, Any] = {name: values[name] or None for name in ("who", "whom", "place", "day", "story")}
    asked["type"] = values["type"].upper() if values["type"].upper() in TYPES[1:] else None
    asked["kind"] = cast(EventKind, values["kind"]) if values["kind"] in KINDS else None
    asked["status"] = cast(Status, values["status"]) if values["status"] in STATUS_WORDS else None
    return asked


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event of the list, in words."""

    when: str
    what: str
    words: str
    href: str
    status: str
    shape: str
    facts: str


def _row(line: EventLine) -> EventRow:
    place = f"in {line.place}" if line.place else None
    label = line.type or line.kind
    facts = (plain(label) if label else None, f"on the word of {short(line.source, 60)}" if line.source else None,
             line.headline or "page without headline")  # fmt: skip
    return EventRow(
        when=plain_value(line.value) if line.value and line.first else "",
        what=short(" · ".join(part for part in (line.actors, line.predicate, line.recipients, place) if part), 140),
        words=short(line.words, 320),
        href=link("/page", id=line.page) + fragment(line.words),
        status=status_words(line.status),
        shape=shape(line.status),
        facts=" · ".join(part for part in facts if part),
    )


def shape(status: str | None) -> str:
    """Return the classes of the mark that shows how sure an event is, as the timeline draws it; empty for a cross."""
    if status == "denied":
        return ""
    return {"scheduled": "dot hollow blue", "expected": "dot hollow blue", "possible": "dot hollow blue dashed",
            None: "dot small blue"}.get(status, "dot full blue")  # fmt: skip


class HappeningRow(msgspec.Struct, frozen=True, kw_only=True):
    """One happening of a story's view: `drift` has the copy's name, what it changed, and the comparison's address."""

    when: str
    what: str
    href: str
    status: str
    shape: str
    facts: str
    pages: int
    texts: int
    drift: tuple[tuple[str, str, str], ...]


def happenings(desk: Desk, story: Story) -> tuple[HappeningRow, ...]:
    """Return what several pages of a story say has happened, by day, with what copies made of it."""
    records = {page: desk.record(page) for page in story.pages[:MAX_PAGES]}
    lines = happening_lines(with_happenings(story, records).happenings, records, shared=len(story.pages) > 1)
    names = {node.id: short(node.label or node.title or node.id, 40) for node in story.nodes}
    best = sorted(lines, key=lambda line: (not line.drift, -line.texts, -line.pages))[:MAX_HAPPENINGS]
    return tuple(_happening(line, records, names) for line in lines if line in best)


def _happening(line: HappeningLine, records: dict[str, Record], names: dict[str, str]) -> HappeningRow:
    record = records[line.page]
    event = next(event for event in record.events if event.id == line.event)
    start, end = event.predicate.span
    sentence = next((span for span in record.sentences if span[0] <= start < span[1]), (start, end))
    place = f"in {line.place}" if line.place else ""
    return HappeningRow(
        when=plain_value(line.day) if line.day else "",
        what=" · ".join(part for part in (line.who, line.what, line.whom, place) if part),
        href=link("/page", id=line.page) + fragment(record.words(sentence)),
        status=status_words(line.status),
        shape=shape(line.status),
        facts=line.type,
        pages=line.pages,
        texts=line.texts,
        drift=tuple(
            (names.get(one.target, one.target), one.words, link("/compare", a=one.source, b=one.target))
            for one in line.drift
        ),
    )
