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
from copydesk.desk.query import writable
from copydesk.desk.types import Moment, SourceLine, StoryLine
from copydesk.records import SourceKind

MAX_DAYS: Final = 366  # a wider stretch than a year says too little of when

_STORIES = """SELECT story, title, pages, texts, first_day, last_day FROM stories
    ORDER BY last_day DESC, texts DESC, story LIMIT ? OFFSET ?"""
_ALL = """SELECT source, kind, quotes, pages, families FROM sources WHERE pages > 0 {where}
    ORDER BY families DESC, quotes DESC, source, kind LIMIT ?"""
_OF_STORY = """SELECT t.source, t.kind, count(*), count(DISTINCT t.page), count(DISTINCT c.family)
    FROM articles a JOIN attributions t USING (page) JOIN copies c USING (page)
    WHERE a.story = ? AND t.kind <> 'none' AND t.source <> '' AND t.act IN ('said', 'document') {where}
    GROUP BY t.source, t.kind ORDER BY 5 DESC, 3 DESC, t.source, t.kind LIMIT ?"""
_SAID = "(SELECT t.source FROM attributions t WHERE t.page = e.page AND t.id = e.attribution)"
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
        where += " AND instr(lower(source), lower(?))"
        values.append(writable(who))
    if kind is not None:
        where += " AND kind = ?"
        values.append(kind)
    statement = _ALL.format(where=where)
    if story is not None:
        statement = _OF_STORY.format(where=where.replace("source", "t.source").replace("kind", "t.kind"))
    for name, kind_, quotes, pages, families in connection.execute(statement, (*values, limit)):
        named = kind_.startswith("named-")
        yield SourceLine(name=name, kind=kind_, named=named, quotes=quotes, pages=pages, families=families)


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
