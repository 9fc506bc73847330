"""Events on the desk: what pages tell, by type, kind, status, who, whom, place and day."""

import sqlite3
from collections.abc import Iterator
from typing import Final

import msgspec

from copydesk.desk.days import Days
from copydesk.desk.desk_types import EventLine
from copydesk.desk.query import writable
from copydesk.records import EventKind, Status

_COLUMNS: Final = """e.id, e.type, e.kind, e.code, e.predicate, e.lemma, e.actors, e.recipients, e.place, e.status,
    e.value, e.first_day, e.last_day,
    (SELECT coalesce(n.name, t.source) FROM attributions t LEFT JOIN entities n USING (entity)
        WHERE t.page = e.page AND t.id = e.attribution),
    substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start), e.sentence_start, e.sentence_end,
    p.id, a.headline, a.story"""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What events must have; None leaves a matter open. Meanings are those of `Desk.events`."""

    type: str | None = None
    kind: EventKind | None = None
    status: Status | None = None
    who: str | None = None
    whom: str | None = None
    place: str | None = None
    days: Days | None = None
    story: str | None = None


def find(connection: sqlite3.Connection, asked: Asked, limit: int) -> Iterator[EventLine]:
    """Yield the events that match, the latest first, those without a day last."""
    where, values = _conditions(asked)
    statement = f"""SELECT {_COLUMNS} FROM events e JOIN articles a USING (page) JOIN pages p USING (page)
        WHERE {where} ORDER BY e.first_day IS NULL, e.first_day DESC, e.page DESC, e.start LIMIT ?"""  # noqa: S608
    for row in connection.execute(statement, (*values, limit)):
        (event, type_, kind, code, predicate, lemma, actors, recipients, place, status, value, first, last, source,
         words, start, end, page, headline, story) = row  # fmt: skip
        yield EventLine(
            event=event,
            type=type_,
            kind=kind,
            code=code,
            predicate=predicate,
            lemma=lemma,
            actors=actors,
            recipients=recipients,
            place=place,
            status=status or None,
            value=value,
            first=first,
            last=last,
            source=source or None,
            words=" ".join((words or "").split()),
            span=(start or 0, end or 0),
            page=page,
            headline=headline,
            story=story,
        )


def _conditions(asked: Asked) -> tuple[str, tuple[str, ...]]:
    where, values = ["1"], []
    for column, value in (
        ("e.type", asked.type and asked.type.upper()),
        ("e.kind", asked.kind),
        ("e.status", asked.status),
        ("a.story", asked.story),
    ):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(writable(value))
    for column, value in (("e.actors", asked.who), ("e.recipients", asked.whom), ("e.place", asked.place)):
        if value is not None:
            where.append(f"instr(lower({column}), lower(?))")
            values.append(writable(value))
    if asked.days:
        where.append("e.first_day <= ? AND e.last_day >= ?")
        values += reversed(asked.days)
    return " AND ".join(where), tuple(values)
