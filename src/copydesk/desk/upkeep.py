"""Whether a desk file is whole: SQLite's own checks, the index of words, and every record."""

import sqlite3
from collections.abc import Iterator

from copydesk.errors import RecordError
from copydesk.records import from_json

_PAGES = """SELECT p.id, r.json, a.text FROM pages p LEFT JOIN records r USING (page) LEFT JOIN articles a USING (page)
    ORDER BY page"""


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield, in words, what is wrong with a desk; nothing where it is whole. It is left as it is.

    Args:
        connection: open to write, as the index of words can be checked no other way.
    """
    for (found,) in connection.execute("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield f"SQLite: {found}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"table {table}, row {row}: what it refers to in {parent} is missing"
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"the index of words does not fit the pages ({error}): `copydesk check --mend` makes it anew"
    for id_, json, text in connection.execute(_PAGES):
        fault = _fault(id_, json, text)
        if fault:
            yield f"page {id_}: {fault}"


def mend(connection: sqlite3.Connection) -> None:
    """Make the index of words anew from the pages."""
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _fault(id_: str, json: str | None, text: str | None) -> str | None:
    if json is None or text is None:
        return "its record is missing"
    try:
        record = from_json(json)
    except RecordError as error:
        return f"its record is damaged: {error.reason}"
    if record.id != id_:
        return f"its record is that of {record.id}"
    return None if record.text == text else "its text is not that of its record"
