"""Ids as users write them: an id, or so much of its beginning that no other begins so."""

import sqlite3
from pathlib import Path

from copydesk.desk.query import writable
from copydesk.errors import DeskError


def key_of(connection: sqlite3.Connection, path: Path, column: str, table: str, named: str, given: str) -> str:
    """Return the key of the row that a user's id names.

    Args:
        connection: the desk's.
        path: the desk's file, for messages.
        column, table: the key that is wanted, and where it stands.
        named: the column that holds ids.
        given: the id, or its beginning.

    Raises:
        DeskError: no row has this id, or several begin so.
    """
    between = f"SELECT {column}, {named} FROM {table} WHERE {named} BETWEEN ? AND ? ORDER BY {named} LIMIT 2"  # noqa: S608
    given = writable(given)
    rows = list(connection.execute(between, (given, given + "\U0010ffff")))
    what = f"{column} {given[:80]!r}"
    if not rows or not given:
        raise DeskError(what, f"is not on the desk {path}", "`copydesk search` lists what is")
    if len(rows) > 1 and rows[0][1] != given:
        raise DeskError(what, "is the beginning of several ids", "give more of it")
    key: str = rows[0][0]
    return key


def whole_story(connection: sqlite3.Connection, given: str | None) -> str | None:
    """Return the whole id of a story of which a user gives a beginning; as it is where no story begins so.

    Raises:
        DeskError: several begin so.
    """
    if not given:
        return given
    between = "SELECT story FROM stories WHERE story BETWEEN ? AND ? ORDER BY story LIMIT 2"
    start = writable(given)
    for one in (start, f"story-{start}"):
        found = [id_ for (id_,) in connection.execute(between, (one, one + "\U0010ffff"))]
        if len(found) > 1 and found[0] != one:
            raise DeskError(f"story {given[:80]!r}", "is the beginning of several ids", "give more of it")
        if found:
            return str(found[0])
    return given
