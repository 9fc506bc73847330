"""What older desk files lack and their records tell: written when such a file becomes one of this version."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from copydesk.desk import desk_rows
from copydesk.desk.desk_names import NameKeeper
from copydesk.desk.tally import Tally
from copydesk.records import Record, from_json

_AT_ONCE: Final = 200
"""Records that are read at a time."""
_SOME: Final = "SELECT page, json FROM records WHERE page > ? ORDER BY page LIMIT ?"
_MENTION: Final = 'INSERT INTO mentions (entity, naming, page, start, "end", words) VALUES (?, ?, ?, ?, ?, ?)'
_SAID: Final = "UPDATE attributions SET entity = ?, naming = ?, source = ? WHERE page = ? AND id = ?"
_PAGES: Final = """UPDATE entities SET pages =
    (SELECT count(DISTINCT page) FROM mentions m WHERE m.entity = entities.entity)"""
_FAMILIES: Final = """INSERT INTO source_families
    SELECT coalesce(t.entity, 0), iif(t.entity IS NULL, t.source, ''), t.kind, family, count(*), count(DISTINCT page)
    FROM attributions t JOIN copies USING (page)
    WHERE t.kind <> 'none' AND t.source <> '' AND t.act IN ('said', 'document') GROUP BY 1, 2, 3, 4"""
_SOURCES: Final = """INSERT INTO sources
    SELECT entity, source, kind, sum(quotes), sum(pages), count(*) FROM source_families GROUP BY entity, source, kind"""


def sentences(connection: sqlite3.Connection) -> None:
    """Write the sentences that times and events stand in."""
    for page, record in _records(connection):
        for table, spans in (
            ("times", {time.span for time in record.times}),
            ("events", {event.predicate.span for event in record.events}),
        ):
            connection.executemany(
                f'UPDATE {table} SET sentence_start = ?, sentence_end = ? WHERE page = ? AND start = ? AND "end" = ?',  # noqa: S608
                [(*desk_rows.sentence(record, span), page, *span) for span in spans],
            )


def kinds(connection: sqlite3.Connection) -> None:
    """Write the kinds of events."""
    for page, record in _records(connection):
        found = [(event.kind, page, event.id) for event in record.events if event.kind]
        connection.executemany("UPDATE events SET kind = ? WHERE page = ? AND id = ?", found)


def acts(connection: sqlite3.Connection) -> None:
    """Write what kind of act each attribution is, who was told, and through whom the page has it."""
    for page, record in _records(connection):
        connection.executemany(
            "UPDATE attributions SET act = ?, inside = ?, told = ?, via = ?, identifiable = ?, negated = ?"
            " WHERE page = ? AND id = ?",
            [(*desk_rows.act_of(record, item), page, item.id) for item in record.attributions],
        )


def names(connection: sqlite3.Connection) -> None:
    """Write who is named on each page and who of them is one, and count who is quoted."""
    keeper = NameKeeper(connection, Tally(connection))
    for _, record in _records(connection):
        keeper.of(record)
    keeper.settle()
    for page, record in _records(connection):
        numbers = keeper.of(record)
        found = [(keeper.entity(row[0]), *row) for row in desk_rows.mentions(page, record, numbers)]
        connection.executemany(_MENTION, found)
        said = [(row[0], row[4], row[2]) for row in desk_rows.attributions(page, record, numbers)]
        entities = [(keeper.entity(n) if n is not None else None, n, source, page, id_) for n, source, id_ in said]
        connection.executemany(_SAID, entities)
    for statement in (_PAGES, _FAMILIES, _SOURCES):
        connection.execute(statement)


def _records(connection: sqlite3.Connection) -> Iterator[tuple[int, Record]]:
    """Yield every page's number and record, read some at a time: other tables are written meanwhile."""
    last = -1
    while some := connection.execute(_SOME, (last, _AT_ONCE)).fetchall():
        yield from ((page, from_json(json)) for page, json in some)
        last = some[-1][0]
