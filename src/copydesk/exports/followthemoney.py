"""FollowTheMoney entities: each page an Article, with Mentions, the people and organizations that act, and Events.

Data model: https://followthemoney.tech. One entity a line, as Aleph, OpenAleph and the `ftm` command read them. Values
are in the model's own forms: three-letter languages, lower-case countries, dates that may end at the month or year.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Final

from copydesk.exports.iris import stable_uuid, web_address
from copydesk.exports.stream import encode
from copydesk.reading.shared_entities import SharedEntities, SharedEntity
from copydesk.records import Entity, Event, Record

_SCHEMAS: Final = {"PERSON": "Person", "ORG": "Organization"}
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?")
# ISO 639-1 to 639-3, for the languages that most news is written in.
_CODES: Final = """
ar:ara bg:bul bn:ben cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv
hu:hun id:ind it:ita ja:jpn ko:kor lt:lit lv:lav nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sr:srp
sv:swe sw:swa th:tha tr:tur uk:ukr ur:urd vi:vie zh:zho
"""
_LANGUAGES: Final = dict(pair.split(":") for pair in _CODES.split())


def write(records: Iterable[Record], out: IO[bytes], shared: SharedEntities | None = None) -> int:
    """Write the entities of each record, one a line; return how many records.

    With `shared`, a person or organization is one entity over all records, written with the first that names it.
    """
    count = 0
    written: set[str] = set()
    for count, record in enumerate(records, 1):  # noqa: B007
        known = shared(record) if shared else {}
        for entity in entities(record, known):
            if entity["schema"] in _SCHEMAS.values() and known:
                if entity["id"] in written:
                    continue
                written.add(entity["id"])
            out.write(encode(entity) + b"\n")
    return count


def entities(record: Record, known: Mapping[str, SharedEntity] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the FollowTheMoney entities of a record, the Article first.

    Args:
        record: the record.
        known: for its entities, by id, who they are over several pages.
    """
    article = _key(record, "article")
    yield _article(record, article)
    acting = {one.entity for event in record.events for one in (*event.actors, *event.recipients)}
    people = {entity.id: entity for entity in record.entities if entity.type in _SCHEMAS}
    keys = {id_: _key(record, id_) for id_ in people if id_ in acting}
    keys |= {id_: one.key for id_, one in (known or {}).items() if id_ in people}
    for entity in people.values():
        resolved = keys.get(entity.id)
        if resolved:
            yield _actor(entity, resolved, article, (known or {}).get(entity.id))
        yield _entity(
            _key(record, entity.id, "mention"),
            "Mention",
            document=article,
            name=[entity.name, *entity.variants],
            detectedSchema=_SCHEMAS[entity.type],
            resolved=resolved,
        )
    for event in filter(lambda event: event.notable, record.events):
        yield _event(record, event, article, keys)


def _article(record: Record, key: str) -> dict[str, Any]:
    places = [entity for entity in record.entities if entity.type == "PLACE"]
    return _entity(
        key,
        "Article",
        title=record.headline,
        author=[author.name for author in record.authors],
        publisher=record.publisher,
        keywords=record.section,
        sourceUrl=web_address(record.page.location),
        publishedAt=_date(record.told),
        modifiedAt=_date(record.updated),
        retrievedAt=_date(record.page.retrieved),
        language=_LANGUAGES.get(record.page.language or ""),
        mimeType=record.page.media_type,
        summary=record.summary,
        bodyText=record.text,
        notes=[f"{defect.kind}: {defect.note}" for defect in record.defects],
        peopleMentioned=[entity.name for entity in record.entities if entity.type == "PERSON"],
        namesMentioned=[entity.name for entity in record.entities if entity.type == "ORG"],
        locationMentioned=[entity.name for entity in places],
        detectedCountry=[entity.place.country.lower() for entity in places if entity.place and entity.place.country],
    )


def _actor(entity: Entity, key: str, article: str, known: SharedEntity | None) -> dict[str, Any]:
    name, names, role = entity.name, list(entity.variants), entity.role
    if known:
        name, names, role = known.identity.name, list(known.identity.also), known.identity.role
    schema = _SCHEMAS[entity.type]
    position = role if entity.type == "PERSON" else None
    return _entity(key, schema, name=name, alias=names, position=position, proof=article)


def _event(record: Record, event: Event, article: str, keys: Mapping[str, str]) -> dict[str, Any]:
    value = event.time.value if event.time and event.time.value else ""
    start, _, end = value.partition("/")
    taking_part = dict.fromkeys(one.entity for one in (*event.actors, *event.recipients) if one.entity in keys)
    words = " ".join(
        part
        for part in (
            ", ".join(record.participants(event.actors)),
            event.predicate.lemma,
            ", ".join(record.participants(event.recipients)),
        )
        if part
    )
    sentence = next(
        (record.text[a:b] for a, b in record.sentences if a <= event.predicate.span[0] < b),
        record.words(event.predicate.span),
    )
    return _entity(
        _key(record, event.id, "event"),
        "Event",
        name=words,
        summary=sentence,
        keywords=[word for word in (event.type, event.status) if word],
        date=None if end else _date(start),
        startDate=_date(start) if end else None,
        endDate=_date(end),
        location=record.place_of(event.place),
        involved=[keys[one] for one in taking_part if one],
        proof=article,
    )


def _key(record: Record, *parts: str) -> str:
    return stable_uuid(record.id, *parts).removeprefix("urn:uuid:")


def _date(value: str | None) -> str | None:
    """Return a date as the model takes it, without its zone, or None where TIMEX3 says more than a date can."""
    plain = re.sub(r"(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\Z", "", value) if value else ""
    return plain if _DATE.fullmatch(plain) else None


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    kept: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = value if isinstance(value, list) else [value] if value else []
        if found := list(dict.fromkeys(item.strip() for item in values if item and item.strip())):
            kept[name] = found
    return {"id": key, "schema": schema, "properties": kept}
