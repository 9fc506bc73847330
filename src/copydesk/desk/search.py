"""Search: words and filters to pages, best first."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from copydesk.desk import query as queries
from copydesk.desk.days import Days, parse_days
from copydesk.desk.desk_types import Hit, Snippet
from copydesk.records import SourceKind

RANKED: Final = 2_000  # of more matches than this the newest are ranked: ranking reads every match's positions
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters that mark what matched inside SQLite's snippets
_RANK = "bm25(search, 4.0, 1.0, 0.0, 0.0, 0.0, 0.0)"
_COLUMNS = {"names": "who", "places": "place", "publisher": "publisher", "kinds": "kind"}


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What pages must have beside the words; None leaves a matter open. Meanings are those of `Desk.search`."""

    who: str | None = None
    kind: SourceKind | None = None
    place: str | None = None
    days: Days | None = None
    publisher: str | None = None
    story: str | None = None


def filters(
    who: str | None,
    kind: SourceKind | None,
    place: str | None,
    day: str | None,
    publisher: str | None,
    story: str | None,
) -> Filters:
    """Return filters as a user writes them.

    Raises:
        DateError: `day` is not a day or a range.
    """
    days = parse_days(day) if day else None
    return Filters(who=who, kind=kind, place=place, days=days, publisher=publisher, story=story)


class _Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A search taken apart.

    Attributes:
        match: what the full-text index must match; None where it is not asked.
        unwanted: what it must not match, where that is all it is asked.
        where: conditions on `articles a`, with their `values`; None where there are none.
        ranked: whether there are words to rank by.
    """

    match: str | None
    unwanted: str | None
    where: str | None
    values: tuple[str, ...]
    ranked: bool


def search(connection: sqlite3.Connection, typed: str, filters: Filters, limit: int, offset: int) -> Iterator[Hit]:
    """Yield the pages that match, best first; the newest first where no words were given."""
    plan = _plan(typed, filters)
    if plan is None:
        return
    if plan.ranked:
        source, values = _indexed(plan, f"rowid AS page, {_RANK} AS score")
        ranked = f"{source} ORDER BY rowid DESC LIMIT ?"
        found = f"SELECT page FROM ({ranked}) ORDER BY score, page DESC LIMIT ? OFFSET ?"  # noqa: S608 - own words
        values += (max(RANKED, offset + limit),)
    else:
        source, values = _listed(plan, "a.page")
        found = f"{source} ORDER BY a.first_day DESC, a.page DESC LIMIT ? OFFSET ?"
    for (page,) in connection.execute(found, (*values, limit, offset)).fetchall():
        yield _hit(connection, page, plan.match)


def count(connection: sqlite3.Connection, typed: str, filters: Filters) -> int:
    """Return how many pages match."""
    plan = _plan(typed, filters)
    if plan is None:
        return 0
    found, values = _indexed(plan, "count(*)") if plan.match else _listed(plan, "count(*)")
    return int(connection.execute(found, values).fetchone()[0])


def _indexed(plan: _Plan, columns: str) -> tuple[str, tuple[Any, ...]]:
    """Return a statement over the full-text index, which knows pages by their row numbers."""
    # the + keeps SQLite from asking the index once for each page instead of once for all
    where = f" AND +rowid IN (SELECT a.page FROM articles a WHERE {plan.where})" if plan.where else ""  # noqa: S608
    return f"SELECT {columns} FROM search WHERE search MATCH ?{where}", (plan.match, *plan.values)  # noqa: S608


def _listed(plan: _Plan, columns: str) -> tuple[str, tuple[Any, ...]]:
    """Return a statement over all pages, which SQLite goes through by day."""
    where, values = plan.where or "1", plan.values
    for expression, test in ((plan.match, "IN"), (plan.unwanted, "NOT IN")):
        if expression:
            where += f" AND +a.page {test} (SELECT rowid FROM search WHERE search MATCH ?)"  # noqa: S608 - own words
            values += (expression,)
    return f"SELECT {columns} FROM articles a WHERE {where}", values  # noqa: S608 - own words


def _plan(typed: str, filters: Filters) -> _Plan | None:
    """Return the plan of a search; None where nothing can match."""
    query = queries.parse(typed)
    if not (query.blank or query.wanted or query.unwanted):
        return None
    parts = [f"{{headline text}} : ({query.wanted})"] if query.wanted else []
    for column, name in _COLUMNS.items():
        words = getattr(filters, name)
        if words is not None and words.strip():
            phrase = queries.quoted(words)
            if phrase is None:
                return None
            parts.append(f"{column} : {phrase}")
    match, unwanted = " AND ".join(parts) or None, query.unwanted and f"{{headline text}} : ({query.unwanted})"
    if match and unwanted:
        match, unwanted = f"({match}) NOT {unwanted}", None
    where: list[str] = []
    values: list[str] = []
    if filters.days:
        where.append("a.first_day <= ? AND a.last_day >= ?")
        values += reversed(filters.days)
    if filters.story is not None:
        where.append("a.story = ?")
        values.append(queries.writable(filters.story))
    return _Plan(
        match=match,
        unwanted=unwanted,
        where=" AND ".join(where) or None,
        values=tuple(values),
        ranked=query.wanted is not None,
    )


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
