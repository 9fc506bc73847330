"""Search: words and filters to pages, best first."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from copydesk.desk import query as queries
from copydesk.desk.days import Days
from copydesk.desk.types import Hit, Snippet
from copydesk.records import SourceKind

_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters that mark what matched inside SQLite's snippets
_RANK = "bm25(search, 4.0, 1.0, 0.0, 0.0, 0.0)"


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What pages must have beside the words; None leaves a matter open. Meanings are those of `Desk.search`."""

    who: str | None = None
    kind: SourceKind | None = None
    place: str | None = None
    days: Days | None = None
    publisher: str | None = None
    story: str | None = None


def search(connection: sqlite3.Connection, typed: str, filters: Filters, limit: int, offset: int) -> Iterator[Hit]:
    """Yield the pages that match, best first; the newest first where no words were given."""
    found = _statement(typed, filters)
    if found is None:
        return
    tables, where, values, match = found
    order = _RANK if queries.parse(typed).wanted else "a.first_day DESC, a.page DESC"
    numbers = f"SELECT a.page FROM {tables} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608 - own words
    for (page,) in connection.execute(numbers, (*values, limit, offset)).fetchall():
        yield _hit(connection, page, match)


def count(connection: sqlite3.Connection, typed: str, filters: Filters) -> int:
    """Return how many pages match."""
    found = _statement(typed, filters)
    if found is None:
        return 0
    tables, where, values, _ = found
    return int(connection.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values).fetchone()[0])  # noqa: S608


def _statement(typed: str, filters: Filters) -> tuple[str, str, list[Any], str | None] | None:
    """Return tables, conditions, values and the full-text expression; None where nothing can match."""
    query = queries.parse(typed)
    parts = [f"{{headline text}} : ({query.wanted})"] if query.wanted else []
    for column in ("names", "places", "publisher"):
        words = getattr(filters, {"names": "who", "places": "place"}.get(column, column))
        if words is not None and words.strip():
            phrase = queries.quoted(words)
            if phrase is None:
                return None
            parts.append(f"{column} : {phrase}")
    if not (query.blank or query.wanted or query.unwanted):
        return None
    match = " AND ".join(parts) or None
    where, values = ["1"], []
    if match:
        where.append("search MATCH ?")
        values.append(match)
    if query.unwanted:
        where.append("a.page NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(f"{{headline text}} : ({query.unwanted})")
    if filters.days:
        where.append("a.first_day <= ? AND a.last_day >= ?")
        values += [filters.days[1], filters.days[0]]
    if filters.story is not None:
        where.append("a.story = ?")
        values.append(queries.writable(filters.story))
    if filters.kind is not None:
        where.append("EXISTS (SELECT 1 FROM attributions t WHERE t.page = a.page AND t.kind = ?)")
        values.append(filters.kind)
    tables = "search JOIN articles a ON a.page = search.rowid" if match else "articles a"
    return tables, " AND ".join(where), values, match


def _hit(connection: sqlite3.Connection, page: int, match: str | None) -> Hit:
    row = connection.execute(
        """SELECT p.id, a.headline, a.publisher, a.published, a.story, substr(a.text, 1, 200)
        FROM articles a JOIN pages p USING (page) WHERE page = ?""",
        (page,),
    ).fetchone()
    id_, headline, publisher, published, story, start = row
    marked = start
    if match:
        (marked,) = connection.execute(
            "SELECT snippet(search, 1, ?, ?, '…', 30) FROM search WHERE search MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, match, page),
        ).fetchone()
    return Hit(
        id=id_,
        headline=headline,
        publisher=publisher,
        published=published,
        story=story,
        snippet=unmark(marked or ""),
    )


def unmark(marked: str) -> Snippet:
    """Return a snippet's text without its marks, and the marks as spans."""
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    length, opened = 0, None
    for piece in marked.replace("\n", " ").replace(_CLOSE, _OPEN).split(_OPEN):
        if opened is not None and piece:
            marks.append((length, length + len(piece)))
        plain.append(piece)
        length += len(piece)
        opened = length if opened is None else None
    return Snippet(text="".join(plain), marks=tuple(marks))
