"""Views over many pages: who is quoted, and what is said to have happened when."""

import heapq
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import msgspec

from copydesk.desk.days import MAX_DAY, MIN_DAY, Days
from copydesk.desk.query import writable
from copydesk.desk.rows import source_name
from copydesk.desk.types import Moment, SourceLine
from copydesk.records import Record, SourceKind, Span, from_json

MAX_DAYS: Final = 366  # a wider stretch than a year says too little of when

_SOURCES = """SELECT t.source, t.kind, count(*), count(DISTINCT t.page), count(DISTINCT c.family) AS families
    FROM attributions t JOIN copies c USING (page) {join} WHERE t.kind <> 'none' AND t.source <> '' {where}
    GROUP BY t.source, t.kind ORDER BY families DESC, count(*) DESC, t.source LIMIT ?"""
_MOMENTS = """SELECT first_day, last_day, value, page, start, "end", {id} FROM {table}
    WHERE first_day BETWEEN ? AND ? AND julianday(last_day) - julianday(first_day) <= ? {where} ORDER BY first_day"""


def sources(
    connection: sqlite3.Connection, story: str | None, who: str | None, kind: SourceKind | None, limit: int
) -> Iterator[SourceLine]:
    """Yield sources, those that most independent families quote first. See `Desk.sources`."""
    join, where, values = "", "", []
    if story is not None:
        join, where = "JOIN articles a USING (page)", "AND a.story = ?"
        values.append(writable(story))
    if who is not None:
        where += " AND instr(lower(t.source), lower(?))"
        values.append(writable(who))
    if kind is not None:
        where += " AND t.kind = ?"
        values.append(kind)
    for name, kind_, quotes, pages, families in connection.execute(
        _SOURCES.format(join=join, where=where), (*values, limit)
    ):
        named = kind_.startswith("named-")
        yield SourceLine(name=name, kind=kind_, named=named, quotes=quotes, pages=pages, families=families)


def timeline(connection: sqlite3.Connection, story: str | None, days: Days | None, limit: int) -> Iterator[Moment]:
    """Yield moments in order of their days. See `Desk.timeline`."""
    first, last = days or (MIN_DAY, MAX_DAY)
    where, values = "", [first, last, MAX_DAYS]
    if story is not None:
        where = "AND page IN (SELECT page FROM articles WHERE story = ?)"
        values.append(writable(story))
    dated = [
        connection.execute(_MOMENTS.format(table=table, id=id_column, where=where), values)
        for table, id_column in (("events", "id"), ("times", "NULL"))
    ]

    @lru_cache(maxsize=64)
    def load(page: int) -> tuple[Record, str | None]:
        json, number = connection.execute(
            "SELECT json, story FROM records JOIN articles USING (page) WHERE page = ?", (page,)
        ).fetchone()
        return from_json(json), number

    given = 0
    for _, same_day in groupby(heapq.merge(*dated, key=itemgetter(0)), key=itemgetter(0)):
        in_order = sorted(same_day, key=lambda row: (row[1], row[3], row[6] is None, row[4]))
        for moment in _merged(_moment(row, *load(row[3])) for row in in_order):
            if given == limit:
                return
            yield moment
            given += 1


def _moment(row: tuple[Any, ...], record: Record, story: str | None) -> Moment:
    first, last, value, _, start, end, event_id = row
    span = _sentence(record, start, end)
    event = next((event for event in record.events if event.id == event_id), None)
    said = event.attribution if event else None
    attribution = next((item for item in record.attributions if item.id == said), None)
    entities = {entity.id: entity for entity in record.entities}
    return Moment(
        first=first,
        last=last,
        value=value,
        words=" ".join(record.words(span).split()),
        type=event.type if event else None,
        status=event.status if event else None,
        source=(source_name(record, attribution, entities) or None) if attribution else None,
        page=record.id,
        headline=record.headline,
        story=story,
        span=span,
    )


def _sentence(record: Record, start: int, end: int) -> Span:
    """Return the sentence around a span; the span itself where the record has no sentence there."""
    at = bisect_right(record.sentences, (start, len(record.text) + 1)) - 1
    if at >= 0 and record.sentences[at][1] > start:
        return record.sentences[at]
    return start, end


def _merged(moments: Iterable[Moment]) -> list[Moment]:
    """Join what several pages of a story say of the same days; a bare date adds nothing to its sentence's events."""
    kept: dict[tuple[str | None, ...], Moment] = {}
    with_event: set[tuple[str, Span]] = set()
    pages: dict[tuple[str | None, ...], set[str]] = {}
    for moment in moments:
        if moment.type or moment.status:
            with_event.add((moment.page, moment.span))
        elif (moment.page, moment.span) in with_event:
            continue
        key = (moment.story or moment.page, moment.last, moment.type, moment.words.casefold())
        kept.setdefault(key, moment)
        pages.setdefault(key, set()).add(moment.page)
    return [msgspec.structs.replace(moment, pages=len(pages[key])) for key, moment in kept.items()]
