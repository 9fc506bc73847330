"""The types of a record: what copydesk says about one page, and its JSON.

Positions are half-open `(start, end)` pairs in Unicode code points of `Record.text`. All types are immutable; what is
not known is None or empty. The JSON form is the contract of format `copydesk-record/1` (see docs/record.md); its JSON
Schema (draft 2020-12) is generated from these types by `json_schema`.
"""

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import msgspec

from copydesk.errors import ExportError, RecordError

if TYPE_CHECKING:
    from spacy.tokens import Doc

FORMAT: Final = "copydesk-record/1"

Span: TypeAlias = tuple[int, int]

EntityType: TypeAlias = Literal["PERSON", "ORG", "PLACE", "NORP", "EVENT", "WORK", "PRODUCT"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind: TypeAlias = Literal[
    "named-person", "named-organization", "anonymous-person", "anonymous-group", "document", "media", "none"
]
Stance: TypeAlias = Literal["neutral", "assert", "deny", "doubt", "promise", "demand", "predict"]
Speech: TypeAlias = Literal["direct", "indirect", "mixed"]
Status: TypeAlias = Literal["happened", "ongoing", "scheduled", "expected", "possible", "denied", "habitual"]
DefectKind: TypeAlias = Literal[
    "truncated-sentence",
    "stray-fragment",
    "mixed-spelling",
    "first-person-leak",
    "repeated-text",
    "encoding",
    "name-mismatch",
]
FurnitureKind: TypeAlias = Literal[
    "navigation",
    "related",
    "comment-form",
    "share",
    "subscribe",
    "advertisement",
    "caption",
    "copyright",
    "author-bio",
    "back-to-top",
    "cookie",
    "other",
]
PublishedFrom: TypeAlias = Literal["given", "metadata", "url", "text", "inferred"]


class PageInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page came from and what it was: location (path or URL), media type, retrieval time, language."""

    location: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    language: str | None = None  # ISO 639-1, detected or declared


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the byline or the credit line, with role, place and organization where the page gives them."""

    name: str
    role: str | None = None
    place: str | None = None
    organization: str | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """The dateline that opens a story: place, agency and day as printed (day as ISO 8601 where it resolves)."""

    place: str | None = None
    agency: str | None = None
    day: str | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A publication day (or ISO 8601 time) and where it was found."""

    value: str
    from_: PublishedFrom = msgspec.field(name="from")


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of page furniture that was taken off the story."""

    kind: FurnitureKind
    text: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the gazetteer: ISO 3166-1 alpha-2 country, degrees, GeoNames id."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organization, place or other named thing, with all its mentions on the page.

    `mentions` are by name; `descriptions` are the words that stand for a person without the name ("NATO's secretary
    general"), where the page says who that is.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    descriptions: tuple[Span, ...] = ()
    role: str | None = None
    variants: tuple[str, ...] = ()
    place: Place | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression as TIMEX3 (ISO-TimeML): value and mod as that standard writes them."""

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts: `31 countries` is value 31 of countries; bound is min, max, approx or None."""

    span: Span
    value: float
    unit: str | None = None
    of: str | None = None
    bound: Literal["min", "max", "approx"] | None = None


class Anonymity(msgspec.Struct, frozen=True, kw_only=True):
    """The words that give the reason for withholding a source's name."""

    span: Span


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have said it: the words, the entity behind them, the kind, and the reason for anonymity."""

    kind: SourceKind
    spans: tuple[Span, ...] = ()
    entity: str | None = None
    anonymity: Anonymity | None = None


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that attribute (said, according to), their lemma and the stance they express."""

    spans: tuple[Span, ...] = ()
    lemma: str | None = None
    stance: Stance = "neutral"


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is said, and whether in quotation marks."""

    spans: tuple[Span, ...]
    speech: Speech


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A claim put to a source: source, cue, content."""

    id: str
    source: Source
    cue: Cue
    content: Content


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """The word that names an event, and its lemma."""

    span: Span
    lemma: str


class EventTime(msgspec.Struct, frozen=True, kw_only=True):
    """When an event is said to happen: a TIMEX3 value and the words that give it."""

    value: str
    span: Span | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom: PLOVER type, CAMEO code where one fits, status, and the attribution it rests on."""

    id: str
    predicate: Predicate
    type: str | None = None
    code: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: EventTime | None = None
    status: Status = "happened"
    attribution: str | None = None


class Defect(msgspec.Struct, frozen=True, kw_only=True):
    """Something a copy editor would ring in red."""

    kind: DefectKind
    span: Span
    note: str


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A remark on the reading itself: why text is empty, that the language is not English, what was not done."""

    kind: Literal["empty", "language", "charset", "truncated", "model", "metadata"]
    note: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that copydesk says about one page."""

    id: str
    format: str = FORMAT
    page: PageInfo = PageInfo()
    headline: str | None = None
    summary: str | None = None
    section: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    published: Published | None = None
    updated: str | None = None
    publisher: str | None = None
    agency: str | None = None
    text: str = ""
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    defects: tuple[Defect, ...] = ()
    notices: tuple[Notice, ...] = ()

    def words(self, *spans: Span) -> str:
        """Return the text under one span, or under several, joined by ` … `."""
        return " … ".join(self.text[start:end] for start, end in spans)

    def to_json(self) -> str:
        """Return the record as one line of JSON."""
        return msgspec.json.encode(self).decode()

    def to_spacy(self) -> "Doc":
        """Return the record as a spaCy Doc: the model's words, tags, heads and relations, the record's findings.

        `doc.ents` and `doc.spans` are as in the spaCy export (docs/exports.md).

        Raises:
            ExportError: spaCy is not installed.
            ModelError: the language model cannot be loaded.
        """
        try:
            from copydesk.exports.docbin import parsed

            return parsed(self)
        except ModuleNotFoundError as error:
            raise ExportError("to_spacy", "spaCy is not installed", "pip install 'copydesk[spacy]'") from error


_decoder = msgspec.json.Decoder(Record)


def to_json(record: Record) -> str:
    """Return a record as one line of JSON (format `copydesk-record/1`)."""
    return record.to_json()


def from_json(line: str | bytes) -> Record:
    """Read a record from its JSON.

    Raises:
        RecordError: the line is no JSON, no record, of another format version, or has a span outside its text.
    """
    try:
        record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError("record", str(error), "give one JSON object as `copydesk read --json` writes it") from error
    if record.format != FORMAT:
        raise RecordError(f"record {record.id}", f"format {record.format!r} is not {FORMAT!r}", "update copydesk")
    size = len(record.text)
    for start, end in all_spans(record):
        if not 0 <= start <= end <= size:
            raise RecordError(
                f"record {record.id}", f"span ({start}, {end}) lies outside its text of {size} characters"
            )
    return record


def all_spans(record: Record) -> list[Span]:
    """Return every span of a record, in no particular order."""
    spans = [*record.paragraphs, *record.sentences]
    spans += [span for entity in record.entities for span in (*entity.mentions, *entity.descriptions)]
    spans += [item.span for group in (record.times, record.quantities, record.defects) for item in group]
    for attribution in record.attributions:
        spans += [*attribution.source.spans, *attribution.cue.spans, *attribution.content.spans]
        if attribution.source.anonymity:
            spans.append(attribution.source.anonymity.span)
    for event in record.events:
        spans.append(event.predicate.span)
        if event.time and event.time.span:
            spans.append(event.time.span)
    return spans


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record."""
    (schema,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return {**head, **schema, "$defs": components}
