"""Views over many pages: their stories, who is quoted, and what is said to have happened when."""

import heapq
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import msgspec

from copydesk.desk.days import MAX_DAY, MIN_DAY, Days
from copydesk.desk.desk_types import EntityLine, Moment, SourceLine, StoryLine
from copydesk.desk.query import writable
from copydesk.records import EntityType, SourceKind

MAX_DAYS: Final = 366  # a wider stretch than a year says too little of when

_STORIES = """SELECT story, title, pages, texts, first_day, last_day FROM stories
    ORDER BY last_day DESC, texts DESC, story LIMIT ? OFFSET ?"""
_ALL = """SELECT nullif(s.entity, 0), coalesce(n.name, s.source) AS name, n.also, n.role, s.kind, s.quotes, s.pages,
    s.families FROM sources s LEFT JOIN entities n USING (entity) WHERE s.pages > 0 {where}
    ORDER BY s.families DESC, s.quotes DESC, name, s.kind, n.role, s.pages DESC LIMIT ?"""
_OF_STORY = """SELECT s.entity, coalesce(n.name, s.source) AS name, n.also, n.role, s.kind, count(*),
    count(DISTINCT s.page), count(DISTINCT c.family)
    FROM articles a JOIN attributions s USING (page) JOIN copies c USING (page) LEFT JOIN entities n USING (entity)
    WHERE a.story = ? AND s.kind <> 'none' AND s.source <> '' AND s.act IN ('said', 'document') {where}
    GROUP BY s.entity, iif(s.entity IS NULL, s.source, ''), s.kind
    ORDER BY 8 DESC, 6 DESC, name, s.kind, n.role, 7 DESC LIMIT ?"""
_NAMES = """SELECT n.entity, n.type, n.name, n.also, n.role, n.country, n.geonames, {pages} FROM {tables}
    WHERE {where} ORDER BY {pages} DESC, n.name, n.type, n.role, n.entity LIMIT ?"""
_NAMED_IN_STORY = """entities n JOIN (SELECT m.entity, count(DISTINCT m.page) AS found
    FROM articles a JOIN mentions m USING (page) WHERE a.story = ? GROUP BY m.entity) USING (entity)"""
_WHO = "(instr(lower({name}), lower(?)) OR instr(lower(coalesce(n.also, '')), lower(?)))"
_SAID = """(SELECT coalesce(n.name, t.source) FROM attributions t LEFT JOIN entities n USING (entity)
    WHERE t.page = e.page AND t.id = e.attribution)"""
_WORDS = "substr(a.text, e.sentence_start + 1, e.sentence_end - e.sentence_start)"
_DATED = f"""SELECT e.first_day, e.last_day, e.value, {_WORDS}, {{event}}, p.id, a.headline, a.story,
    e.sentence_start, e.sentence_end FROM {{tables}} CROSS JOIN pages p USING (page)
    WHERE e.first_day BETWEEN ? AND ? AND julianday(e.last_day) - julianday(e.first_day) <= ? {{where}}
    ORDER BY e.first_day, e.last_day, e.page, e.start"""  # noqa: S608 - words from this module
_KINDS = (("events", f"e.type, e.status, {_SAID}"), ("times", "NULL, NULL, NULL"))


def stories(connection: sqlite3.Connection, limit: int, offset: int) -> Iterator[StoryLine]:
    """Yield stories, the latest first. See `Desk.stories`."""
    for story, title, pages, texts, first, last in connection.execute(_STORIES, (limit, offset)):
        yield StoryLine(id=story, title=title, pages=pages, texts=texts, first_day=first, last_day=last)


def sources(
    connection: sqlite3.Connection, story: str | None, who: str | None, kind: SourceKind | None, limit: int
) -> Iterator[SourceLine]:
    """Yield sources, those that most families quote first. See `Desk.sources`."""
    where, values = "", []
    if story is not None:
        values.append(writable(story))
    if who is not None:
        where += " AND " + _WHO.format(name="coalesce(n.name, s.source)")
        values += [writable(who)] * 2
    if kind is not None:
        where += " AND s.kind = ?"
        values.append(kind)
    statement = (_ALL if story is None else _OF_STORY).format(where=where)
    for entity, name, also, role, kind_, quotes, pages, families in connection.execute(statement, (*values, limit)):
        yield SourceLine(
            entity=entity,
            name=name,
            also=_listed(also),
            role=role,
            kind=kind_,
            named=kind_.startswith("named-"),
            quotes=quotes,
            pages=pages,
            families=families,
        )


def entities(
    connection: sqlite3.Connection, story: str | None, who: str | None, type: EntityType | None, limit: int
) -> Iterator[EntityLine]:
    """Yield who and what pages name, those that most pages name first. See `Desk.entities`."""
    where, tables, pages = "n.pages > 0", "entities n", "n.pages"
    values: list[str] = []
    if story is not None:
        tables, pages = _NAMED_IN_STORY, "found"
        values.append(writable(story))
    if who is not None:
        where += " AND " + _WHO.format(name="n.name")
        values += [writable(who)] * 2
    if type is not None:
        where += " AND n.type = ?"
        values.append(type)
    statement = _NAMES.format(tables=tables, pages=pages, where=where)
    for entity, type_, name, also, role, country, geonames, on in connection.execute(statement, (*values, limit)):
        yield EntityLine(
            entity=entity,
            type=type_,
            name=name,
            also=_listed(also),
            role=role,
            country=country,
            geonames=geonames,
            pages=on,
        )


def _listed(also: str | None) -> tuple[str, ...]:
    return tuple(also.split("; ")) if also else ()


def timeline(connection: sqlite3.Connection, story: str | None, days: Days | None, limit: int) -> Iterator[Moment]:
    """Yield moments in order of their days. See `Desk.timeline`."""
    values = [*(days or (MIN_DAY, MAX_DAY)), MAX_DAYS]
    tables, where = "{0} e CROSS JOIN articles a USING (page)", ""  # in the order of the days, as far as is asked for
    if story is not None:
        tables, where = "articles a CROSS JOIN {0} e USING (page)", "AND a.story = ?"
        values.append(writable(story))
    dated = [
        connection.execute(_DATED.format(tables=tables.format(table), event=event, where=where), values)
        for table, event in _KINDS
    ]
    given = 0
    for _, same_days in groupby(heapq.merge(*dated, key=_DAYS), key=_DAYS):
        for moment in _merged(same_days):
            if given == limit:
                return
            yield moment
            given += 1


_DAYS = itemgetter(0, 1)


def _merged(rows: Iterable[tuple[Any, ...]]) -> list[Moment]:
    """Join what several pages of a story say of the same days; a bare date adds nothing to its sentence's events."""
    kept: dict[tuple[str | None, ...], Moment] = {}
    with_event: set[tuple[str, int]] = set()
    pages: defaultdict[tuple[str | None, ...], set[str]] = defaultdict(set)
    for first, last, value, sentence, type_, status, source, page, headline, story, start, end in rows:
        if type_ or status:
            with_event.add((page, start))
        elif (page, start) in with_event:
            continue
        words = " ".join(sentence.split())
        key = (story or page, type_, words.casefold())
        pages[key].add(page)
        if key not in kept:
            kept[key] = Moment(
                first=first,
                last=last,
                value=value,
                words=words,
                type=type_,
                status=status,
                source=source or None,
                page=page,
                headline=headline,
                story=story,
                span=(start, end),
            )
    return [msgspec.structs.replace(moment, pages=len(pages[key])) for key, moment in kept.items()]
