"""A record, all that copydesk says about one page, and its JSON (format `copydesk-record/2`).

The JSON Schema (draft 2020-12) is generated from the types by `json_schema`. Records of format 1 are read too.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from copydesk.errors import RecordError
from copydesk.records.findings import Attribution, Defect, Entity, Event, EventPlace, Participant, Quantity, Time
from copydesk.records.older import OLDER, upgrade
from copydesk.records.page_types import Author, Block, Credit, Dateline, Furniture, Notice, PageInfo, Published, Span

FORMAT: Final = "copydesk-record/2"


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
    credits: tuple[Credit, ...] = ()
    text: str = ""
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    defects: tuple[Defect, ...] = ()
    notices: tuple[Notice, ...] = ()
    extensions: dict[str, Any] = {}  # what components of other packages found, by the name that they give it

    def words(self, *spans: Span) -> str:
        """Return the text under one span, or under several, joined by ` … `."""
        return " … ".join(self.text[start:end] for start, end in spans)

    @property
    def day(self) -> str | None:
        """The publication day, `YYYY-MM-DD`, or None where it is not known."""
        return self.published.value[:10] if self.published else None

    @property
    def told(self) -> str | None:
        """The day or time that the page or its user vouches for, ISO 8601; None for a fallback or one inferred."""
        return self.published.value if self.published and self.published.from_ not in ("default", "inferred") else None

    @property
    def title(self) -> str:
        """What to call the page: its headline, else the first words of its text's first line."""
        line = self.text[:300].lstrip().partition("\n")[0]
        return self.headline or " ".join(line.split()[:16])

    def participants(self, taking_part: Iterable[Participant]) -> list[str]:
        """Return who takes part in an event, by the entity's name where it is known, else by the words."""
        names = {entity.id: entity.name for entity in self.entities}
        return [names.get(one.entity or "") or self.words(*one.spans) for one in taking_part]

    def place_of(self, place: EventPlace | None) -> str | None:
        """Return where an event happened, by the entity's name where it is known, else by the words."""
        if place is None:
            return None
        name = next((entity.name for entity in self.entities if entity.id == place.entity), None)
        return name or self.words(*place.spans) or None

    def to_json(self) -> str:
        """Return the record as one line of JSON."""
        return msgspec.json.encode(self).decode()

    def to_markdown(self) -> str:
        """Return headline, byline and story as Markdown (CommonMark), with headings, lists, quotations and links."""
        from copydesk.records.markdown import to_markdown  # not needed for reading pages

        return to_markdown(self)


_decoder = msgspec.json.Decoder(Record)


def to_json(record: Record) -> str:
    """Return a record as one line of JSON (format `copydesk-record/2`)."""
    return record.to_json()


def from_json(line: str | bytes) -> Record:
    """Read a record from its JSON; a record of format 1 comes in the shape of format 2.

    Raises:
        RecordError: the line is no JSON, no record, of another format version, or has a span outside its text.
    """
    try:
        record = _decode(line)
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


def _decode(line: str | bytes) -> Record:
    try:
        record = _decoder.decode(line)
    except msgspec.ValidationError:
        raw = msgspec.json.decode(line)
        if not isinstance(raw, dict) or raw.get("format") != OLDER:
            raise
        return _upgraded(raw)
    return _upgraded(msgspec.to_builtins(record)) if record.format == OLDER else record


def _upgraded(raw: dict[str, Any]) -> Record:
    try:
        newer = upgrade(raw, FORMAT)
    except (KeyError, TypeError, AttributeError) as error:
        raise msgspec.ValidationError(f"a damaged record of format {OLDER!r}: {error!r}") from error
    return msgspec.convert(newer, Record)


def all_spans(record: Record) -> Iterator[Span]:
    """Yield every span of a record, whatever field holds it, in no particular order."""
    waiting: list[Any] = [record]
    while waiting:
        value = waiting.pop()
        if isinstance(value, msgspec.Struct):
            waiting += [part for name in _PARTS[type(value)] if (part := getattr(value, name))]
        elif len(value) == 2 and type(value[0]) is int:
            yield value
        else:
            waiting += value


def _parts_of(kind: type[msgspec.Struct], known: dict[type, tuple[str, ...]]) -> None:
    """Note for a type and the types that it holds which of their fields hold spans, directly or further in."""
    inside: list[str] = []
    for field in msgspec.inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        waiting, seen = [field.type], []
        while waiting:
            part = waiting.pop()
            seen.append(part)
            waiting += getattr(part, "types", ()) or getattr(part, "item_types", ())
            waiting += [part.item_type] if hasattr(part, "item_type") else []
        structs = [part.cls for part in seen if isinstance(part, msgspec.inspect.StructType)]
        for struct in structs:
            _parts_of(struct, known)
        spans = [part for part in seen if isinstance(part, msgspec.inspect.TupleType)]
        if spans or any(known[struct] for struct in structs):
            inside.append(field.name)
    known[kind] = tuple(inside)


_PARTS: dict[type, tuple[str, ...]] = {}
_parts_of(Record, _PARTS)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record."""
    (schema,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT}
    return {**head, **schema, "$defs": components}
