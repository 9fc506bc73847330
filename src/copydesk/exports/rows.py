"""A record as rows of tables that a person can read: spans beside their words, names beside ids."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from copydesk.records import Attribution, Event, Record, Span

Cell: TypeAlias = str | float | None
Row: TypeAlias = tuple[Cell, ...]

_COLUMNS: Final = {
    "pages": "page location media_type retrieved language headline summary section published published_from updated "
    "publisher agency dateline dateline_place dateline_agency dateline_day text",
    "authors": "page n name role place organization",
    "paragraphs": "page n start end",
    "sentences": "page n start end words",
    "furniture": "page n kind words",
    "entities": "page entity type name role variants place country latitude longitude geonames",
    "mentions": "page n entity start end words",
    "times": "page n start end words type value mod",
    "quantities": "page n start end words quantity unit of bound",
    "attributions": "page attribution source source_kind source_entity cue lemma stance content speech",
    "attribution_spans": "page n attribution part start end words",
    "events": "page event start end words lemma type code actors recipients place time time_start time_end status "
    "attribution",
    "defects": "page n kind start end words note",
    "notices": "page n kind note",
}
# `n` counts the rows of a page within a table; the other columns are those of the record.
TABLES: Final = {name: tuple(columns.split()) for name, columns in _COLUMNS.items()}
KEYS: Final = {name: ["page"] if name == "pages" else ["page", columns[1]] for name, columns in TABLES.items()}
NUMBERS: Final = dict.fromkeys(("n", "start", "end", "time_start", "time_end", "geonames"), "integer") | dict.fromkeys(
    ("latitude", "longitude", "quantity"), "number"
)
SEPARATOR: Final = " | "  # between the items of a list in one cell


def rows_of(record: Record) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one record with the name of their table."""
    page = record.id
    counts: dict[str, int] = {}

    def numbered(table: str, *cells: Cell) -> tuple[str, Row]:
        counts[table] = counts.get(table, 0) + 1
        return table, (page, counts[table], *cells)

    def words(span: Span) -> tuple[int, int, str]:
        return (*span, record.text[slice(*span)])

    yield "pages", _page(record)
    for author in record.authors:
        yield numbered("authors", author.name, author.role, author.place, author.organization)
    for span in record.paragraphs:
        yield numbered("paragraphs", *span)
    for span in record.sentences:
        yield numbered("sentences", *words(span))
    for piece in record.furniture:
        yield numbered("furniture", piece.kind, piece.text)
    for entity in record.entities:
        place = entity.place
        located = (place.name, place.country, place.latitude, place.longitude, place.geonames) if place else (None,) * 5
        variants = SEPARATOR.join(entity.variants)
        yield "entities", (page, entity.id, entity.type, entity.name, entity.role, variants, *located)
        for span in entity.mentions:
            yield numbered("mentions", entity.id, *words(span))
    for time in record.times:
        yield numbered("times", *words(time.span), time.type, time.value, time.mod)
    for quantity in record.quantities:
        yield numbered("quantities", *words(quantity.span), quantity.value, quantity.unit, quantity.of, quantity.bound)
    for attribution in record.attributions:
        yield "attributions", (page, *_attribution(record, attribution))
        for part, span in _parts(attribution):
            yield numbered("attribution_spans", attribution.id, part, *words(span))
    for event in record.events:
        yield "events", (page, *_event(record, event))
    for defect in record.defects:
        yield numbered("defects", defect.kind, *words(defect.span), defect.note)
    for notice in record.notices:
        yield numbered("notices", notice.kind, notice.note)


def _page(record: Record) -> Row:
    page, day, line = record.page, record.published, record.dateline
    return (
        record.id,
        *(page.location, page.media_type, page.retrieved, page.language),
        *(record.headline, record.summary, record.section),
        *((day.value, day.from_) if day else (None, None)),
        *(record.updated, record.publisher, record.agency),
        *(("yes", line.place, line.agency, line.day) if line else ("no", None, None, None)),
        record.text,
    )


def _attribution(record: Record, attribution: Attribution) -> Row:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return (
        attribution.id,
        *(record.words(*source.spans), source.kind, source.entity),
        *(record.words(*cue.spans), cue.lemma, cue.stance),
        *(record.words(*content.spans), content.speech),
    )


def _parts(attribution: Attribution) -> Iterator[tuple[str, Span]]:
    yield from (("source", span) for span in attribution.source.spans)
    if attribution.source.anonymity:
        yield "anonymity", attribution.source.anonymity.span
    yield from (("cue", span) for span in attribution.cue.spans)
    yield from (("content", span) for span in attribution.content.spans)


def _event(record: Record, event: Event) -> Row:
    start, end = event.time.span if event.time and event.time.span else (None, None)
    return (
        event.id,
        *(*event.predicate.span, record.words(event.predicate.span), event.predicate.lemma),
        *(event.type, event.code, SEPARATOR.join(event.actors), SEPARATOR.join(event.recipients), event.place),
        *(event.time.value if event.time else None, start, end, event.status, event.attribution),
    )
