"""A record as rows of tables that a person can read: spans beside their words, names beside ids."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from copydesk.reading.shared_entities import SharedEntity
from copydesk.records import Attribution, Event, Participant, Record, Span

Cell: TypeAlias = str | float | None
Row: TypeAlias = tuple[Cell, ...]

_COLUMNS: Final = {
    "pages": "page location canonical media_type retrieved language kind complete tags image licence headline "
    "summary section published published_from updated publisher agency dateline dateline_place dateline_agency "
    "dateline_day text",
    "authors": "page n name role place organization",
    "credits": "page n agency form start end words",
    "paragraphs": "page n start end",
    "sentences": "page n start end words",
    "blocks": "page n kind level start end words author url image time",
    "links": "page n block start end words url",
    "furniture": "page n kind words",
    "entities": "page entity type name role variants metonym place country division latitude longitude geonames "
    "shared shared_name",
    "mentions": "page n entity form start end words",
    "times": "page n start end words type value mod",
    "quantities": "page n start end words quantity high unit of kind bound",
    "attributions": "page attribution act inside source source_kind source_entity identifiable told told_entity via "
    "cue lemma stance negated content speech",
    "attribution_spans": "page n attribution part start end words",
    "relays": "page n attribution relay kind entity start end words",
    "events": "page event start end words lemma frame type mode contexts code kind actors recipients dead "
    "injured place place_from time time_start time_end time_from relative status salient attribution denied_by",
    "event_mentions": "page n event start end words lemma",
    "event_roles": "page n event role participant entity country sector start end words",
    "event_status": "page n event start end words",
    "defects": "page n kind start end words note",
    "notices": "page n kind note",
}
# `n` counts the rows of a page within a table; the other columns are those of the record.
TABLES: Final = {name: tuple(columns.split()) for name, columns in _COLUMNS.items()}
KEYS: Final = {name: ["page"] if name == "pages" else ["page", columns[1]] for name, columns in TABLES.items()}
NUMBERS: Final = dict.fromkeys(
    ("n", "start", "end", "time_start", "time_end", "geonames", "level", "block", "relay", "participant"), "integer"
) | dict.fromkeys(("latitude", "longitude", "quantity", "high", "dead", "injured"), "number")
_NOWHERE: Final = (None, None, None)  # start, end and words of what has no place in the text
SEPARATOR: Final = " | "  # between the items of a list in one cell


def rows_of(record: Record, known: Mapping[str, SharedEntity] | None = None) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one record with the name of their table.

    Args:
        record: the record.
        known: for its entities, by id, who they are over several pages.
    """
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
    for credit in record.credits:
        yield numbered("credits", credit.agency, credit.form, *(words(credit.span) if credit.span else _NOWHERE))
    for span in record.paragraphs:
        yield numbered("paragraphs", *span)
    for span in record.sentences:
        yield numbered("sentences", *words(span))
    for number, block in enumerate(record.blocks, 1):
        more = (block.author, block.url, block.image, block.time)
        yield numbered("blocks", block.kind, block.level, *words(block.span), *more)
        for link in block.links:
            yield numbered("links", number, *words(link.span), link.url)
    for piece in record.furniture:
        yield numbered("furniture", piece.kind, piece.text)
    for entity in record.entities:
        place = entity.place
        located: tuple[Cell, ...] = (None,) * 6
        if place:
            located = (place.name, place.country, place.division, place.latitude, place.longitude, place.geonames)
        variants = SEPARATOR.join(entity.variants)
        over_pages = (known or {}).get(entity.id)
        shared = (over_pages.key, over_pages.identity.name) if over_pages else (None, None)
        named = (entity.id, entity.type, entity.name, entity.role, variants, _flag(entity.metonym))
        yield "entities", (page, *named, *located, *shared)
        for form, spans in (("name", entity.mentions), ("nested", entity.nested), ("description", entity.descriptions)):
            for span in spans:
                yield numbered("mentions", entity.id, form, *words(span))
    for time in record.times:
        yield numbered("times", *words(time.span), time.type, time.value, time.mod)
    for quantity in record.quantities:
        counted = (quantity.value, quantity.high, quantity.unit, quantity.of, quantity.kind, quantity.bound)
        yield numbered("quantities", *words(quantity.span), *counted)
    for attribution in record.attributions:
        yield "attributions", (page, *_attribution(record, attribution))
        for part, span in _parts(attribution):
            yield numbered("attribution_spans", attribution.id, part, *words(span))
        for number, relay in enumerate(attribution.via, 1):
            for span in relay.spans:
                yield numbered("relays", attribution.id, number, relay.kind, relay.entity, *words(span))
    for event in record.events:
        yield "events", (page, *_event(record, event))
        for mention in event.mentions:
            yield numbered("event_mentions", event.id, *words(mention.span), mention.lemma)
        for role, number, one in _roles(event):
            about = (event.id, role, number, one.entity, one.country, one.sector)
            for cells in map(words, one.spans) if one.spans else (_NOWHERE,):
                yield numbered("event_roles", *about, *cells)
        for span in event.status_from:
            yield numbered("event_status", event.id, *words(span))
    for defect in record.defects:
        yield numbered("defects", defect.kind, *words(defect.span), defect.note)
    for notice in record.notices:
        yield numbered("notices", notice.kind, notice.note)


def _page(record: Record) -> Row:
    page, day, line = record.page, record.published, record.dateline
    return (
        record.id,
        *(page.location, page.canonical, page.media_type, page.retrieved, page.language, page.kind, page.complete),
        *(SEPARATOR.join(page.tags), page.image, page.licence),
        *(record.headline, record.summary, record.section),
        *((day.value, day.from_) if day else (None, None)),
        *(record.updated, record.publisher, record.agency),
        *(("yes", line.place, line.agency, line.day) if line else ("no", None, None, None)),
        record.text,
    )


def _attribution(record: Record, attribution: Attribution) -> Row:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    told = attribution.told
    return (
        *(attribution.id, attribution.act, attribution.inside),
        *(record.words(*source.spans), source.kind, source.entity, _flag(source.identifiable)),
        *((record.words(*told.spans), told.entity) if told else (None, None)),
        SEPARATOR.join(record.words(*relay.spans) for relay in attribution.via),
        *(record.words(*cue.spans), cue.lemma, cue.stance, _flag(cue.negated)),
        *(record.words(*content.spans), content.speech),
    )


def _parts(attribution: Attribution) -> Iterator[tuple[str, Span]]:
    yield from (("source", span) for span in attribution.source.spans)
    if attribution.source.anonymity:
        yield "anonymity", attribution.source.anonymity.span
    yield from (("told", span) for span in (attribution.told.spans if attribution.told else ()))
    yield from (("cue", span) for span in attribution.cue.spans)
    yield from (("content", span) for span in attribution.content.spans)


def _event(record: Record, event: Event) -> Row:
    time, predicate = event.time, event.predicate
    start, end = time.span if time and time.span else (None, None)
    return (
        event.id,
        *(*predicate.span, record.words(predicate.span), predicate.lemma, event.frame),
        *(event.type, event.mode, SEPARATOR.join(event.contexts), event.code, event.kind),
        SEPARATOR.join(record.participants(event.actors)),
        SEPARATOR.join(record.participants(event.recipients)),
        *(event.dead, event.injured),
        *(record.place_of(event.place), event.place.from_ if event.place else None),
        *(time.value if time else None, start, end),
        *((time.from_, time.relative) if time else (None, None)),
        *(event.status, _flag(event.salient), event.attribution, SEPARATOR.join(event.denied_by)),
    )


def _roles(event: Event) -> Iterator[tuple[str, int, Participant]]:
    """Yield who takes part in an event and where it was, each with its role and its number in it."""
    for role, taking_part in (("actor", event.actors), ("recipient", event.recipients)):
        for number, one in enumerate(taking_part, 1):
            yield role, number, one
    if event.place:
        yield "place", 1, Participant(spans=event.place.spans, entity=event.place.entity)


def _flag(value: bool) -> str:
    return "yes" if value else "no"
