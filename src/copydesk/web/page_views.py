"""The views of one page or two: the reading view, the comparison, the record as JSON; and the form that adds pages."""

from collections import Counter
from typing import Any, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from copydesk.copies.copy_types import RELATION_WORDS
from copydesk.english.deeds import deed
from copydesk.errors import CopydeskError
from copydesk.reading.attributions import quoted as sayings
from copydesk.records import Event, Record
from copydesk.records.code_words import STATUS_WORDS
from copydesk.web.comparison_view import compared
from copydesk.web.notes import annotate, source_words
from copydesk.web.plain_words import ENTITY_TYPES, SOURCE_KINDS, plain, plain_value, safe_link, short
from copydesk.web.reading_view import reading
from copydesk.web.security import MAX_BODY
from copydesk.web.site import Site, link, number
from copydesk.web.uploads import MAX_FILES, add_uploads, is_token

MAX_TABLE: Final = 300
MAX_PASTED: Final = 4 * 2**20  # bytes of a field of the form
PUBLISHED_FROM: Final = {
    "given": "as you gave it",
    "metadata": "from the page’s metadata",
    "url": "from the address",
    "text": "from the text",
    "default": "your day for pages that tell none",
    "inferred": "from its family’s other pages",
}


def page(site: Site, request: Request) -> Response:
    """The reading view of one page."""
    with site.desk() as desk:
        record = desk.record(request.query_params.get("id", ""))
        story = desk.story_of(record.id)
    return site.page(request, "page.html", story=story, **reading_values(record, number(request, "part", most=10_000)))


def reading_values(record: Record, part: int = 1) -> dict[str, Any]:
    """Return what the reading view's template needs of a record."""
    view = reading(record, part)
    return {
        "reading": view,
        "kinds": {note.number: note.kind for note in annotate(record)[0]},
        "published_from": PUBLISHED_FROM[record.published.from_] if record.published else "",
        "original": safe_link(record.page.location),
        "quoted": quoted(record),
        "events": event_rows(record),
        "names": names(record),
    }


def quoted(record: Record) -> list[dict[str, Any]]:
    """Return the sources of a record, the most quoted first."""
    entities = {entity.id: entity for entity in record.entities}
    statements: Counter[tuple[str, str]] = Counter()
    direct: Counter[tuple[str, str]] = Counter()
    for item in sayings(record):
        entity = entities.get(item.source.entity or "")
        key = (entity.name if entity else source_words(record, item, entities), SOURCE_KINDS[item.source.kind])
        statements[key] += 1
        direct[key] += item.content.speech != "indirect"
    return [
        {"name": key[0], "kind": key[1], "statements": total, "direct": direct[key]}
        for key, total in statements.most_common(MAX_TABLE)
    ]


def event_rows(record: Record) -> list[dict[str, str]]:
    """Return the events of a record in words."""
    entities = {entity.id: entity for entity in record.entities}
    said = {item.id: source_words(record, item, entities) for item in record.attributions}

    def when(event: Event) -> str:
        return plain_value(event.time.value) if event.time and event.time.value else ""

    return [
        {
            "words": short(deed(record, event), 80),
            "type": plain(event.type) if event.type else "",
            "actors": ", ".join(record.participants(event.actors)),
            "recipients": ", ".join(record.participants(event.recipients)),
            "time": when(event),
            "status": STATUS_WORDS[event.status] if event.status else "",
            "source": said.get(event.attribution or "", ""),
        }
        for event in [event for event in record.events if event.notable][:MAX_TABLE]
    ]


def names(record: Record) -> list[tuple[str, list[Any]]]:
    """Return the names of a record by type, the most mentioned first."""
    found = sorted(record.entities, key=lambda entity: (-len(entity.mentions), entity.name))[:MAX_TABLE]
    groups = [(label, [entity for entity in found if entity.type == type_]) for type_, label in ENTITY_TYPES.items()]
    return [(label, group) for label, group in groups if group]


def record_json(site: Site, request: Request) -> Response:
    """The record as JSON."""
    with site.desk() as desk:
        record = desk.record(request.query_params.get("id", ""))
    return Response(msgspec.json.format(record.to_json(), indent=2), media_type="application/json")


def compare(site: Site, request: Request) -> Response:
    """Two pages side by side, with what the later one changed."""
    with site.desk() as desk:
        a = desk.record(request.query_params.get("a", ""))
        b = desk.record(request.query_params.get("b", ""))
        comparison = desk.compare(a.id, b.id)
    view = compared(a, b, comparison)
    return site.page(request, "compare.html", view=view, relation=f"B is {RELATION_WORDS[comparison.relation]}.")


def add_form(site: Site, request: Request, status: int = 200, **values: Any) -> Response:
    """The form that adds pages; after it was sent, what became of them."""
    done, failures = site.outcomes.get(request.query_params.get("done", ""), (None, []))
    shown = {"done": done, "failures": failures, "problem": "", **values}
    return site.page(request, "add.html", status, max_files=MAX_FILES, max_megabytes=MAX_BODY // 2**20, **shown)


async def add(site: Site, request: Request) -> Response:
    """Add the files and the text that the form brings, then lead to a page that says what became of them.

    The token is part of the form's address, so that it is checked before anything of the form is read.
    """
    if not is_token(request.query_params.get("token", ""), site.token):
        problem = "This form is from an earlier run of the desk. Choose the files again."
        return add_form(site, request, 403, problem=problem)
    async with request.form(max_files=MAX_FILES, max_fields=8, max_part_size=MAX_PASTED) as form:

        def work() -> Response:
            try:
                with site.desk() as desk:
                    done, failures = add_uploads(desk, form, site.read)
            except CopydeskError as error:
                return add_form(site, request, 400, problem=site.words(error))
            if not done:
                problem = "" if failures else "No file was chosen and no text pasted."
                return add_form(site, request, 400, done=done, failures=failures, problem=problem)
            return RedirectResponse(link("/add", done=site.remember(done, failures)), 303)

        return await run_in_threadpool(work)
