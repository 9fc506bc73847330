"""Writing records to a desk: what is new, what is known, and the rows of each."""

import hashlib
import re
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

import msgspec

from copydesk.desk import rows, stories
from copydesk.desk.types import Added, AddedStatus
from copydesk.errors import DeskError
from copydesk.records import Entity, Record

MAX_NAMES_KEPT: Final = 200_000
_DIGEST_VERSION = "1"
_HASHED_ID = re.compile(r"[0-9a-f]{64}")

_PAGE = "INSERT INTO pages (id, digest, location, media_type, retrieved, language, added) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ARTICLE = f"INSERT INTO articles VALUES ({'?, ' * 17} NULL)"  # noqa: S608 - a row of places
_ENTITY = """INSERT INTO entities (name, type, country, latitude, longitude, geonames) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (name, type) DO UPDATE SET country = coalesce(country, excluded.country),
    latitude = coalesce(latitude, excluded.latitude), longitude = coalesce(longitude, excluded.longitude),
    geonames = coalesce(geonames, excluded.geonames) RETURNING entity"""
_PER_PAGE = ("records", "articles", "mentions", "times", "attributions", "events", "defects", "copies", "alterations")


class Writer:
    """Adds batches of records over one connection; keeps the numbers of names it has met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[tuple[str, str], int] = {}
        self._keeper = stories.StoryKeeper(connection)

    def add(self, batch: Iterable[Record]) -> list[Added]:
        """Store a batch in one transaction: all of it or, where anything fails, none of it. Then group its pages."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            stored = [self._store(record) for record in batch]
            connection.execute("COMMIT")
        except UnicodeEncodeError as error:
            self._undo()
            raise DeskError("record", f"its text cannot be stored: {error.reason}", "leave it out") from error
        except BaseException:
            self._undo()
            raise
        self._keeper.group()
        of_page = dict(stories.of_pages(connection, [page for page, _, _ in stored]))
        return [Added(id=record.id, status=status, story=of_page.get(page)) for page, record, status in stored]

    def _undo(self) -> None:
        if self._connection.in_transaction:  # SQLite ends it itself when the disk is full
            self._connection.execute("ROLLBACK")
        self._numbers.clear()

    def _store(self, record: Record) -> tuple[int, Record, AddedStatus]:
        """Store one record unless it is known; return its page number, the record as stored and what was done."""
        digest = content_digest(record)
        known = self._connection.execute("SELECT page, digest FROM pages WHERE id = ?", (record.id,)).fetchone()
        if known and known[1] != digest and not self._same_page(known[0], record):
            suffix = hashlib.sha256(record.text.encode(errors="surrogatepass")).hexdigest()[:8]
            record = msgspec.structs.replace(record, id=f"{record.id}@{suffix}")
            known = self._connection.execute("SELECT page, digest FROM pages WHERE id = ?", (record.id,)).fetchone()
        if known and known[1] == digest:
            return known[0], record, "known"
        page = self._replace_page(known[0], digest, record) if known else self._new_page(digest, record)
        self._fill(page, record)
        return page, record, "updated" if known else "added"

    def _same_page(self, page: int, record: Record) -> bool:
        """Tell another reading of a stored page from another page whose giver chose the same id."""
        if _HASHED_ID.fullmatch(record.id):
            return True
        (text,) = self._connection.execute("SELECT text FROM articles WHERE page = ?", (page,)).fetchone()
        return bool(text == record.text)

    def _new_page(self, digest: str, record: Record) -> int:
        cursor = self._connection.execute(
            _PAGE,
            (record.id, digest, *_page_columns(record), datetime.now(UTC).isoformat(timespec="seconds")),
        )
        return int(cursor.lastrowid or 0)

    def _replace_page(self, page: int, digest: str, record: Record) -> int:
        """Clear what was said of a page; its story's pages are to be grouped again."""
        self._keeper.forget(record.id)
        (story,) = self._connection.execute("SELECT story FROM articles WHERE page = ?", (page,)).fetchone()
        self._connection.execute("UPDATE articles SET story = NULL WHERE story = ?", (story,))
        self._connection.execute("DELETE FROM stories WHERE story = ?", (story,))
        for table in _PER_PAGE:
            self._connection.execute(f"DELETE FROM {table} WHERE page = ?", (page,))  # noqa: S608 - names from this module
        self._connection.execute(
            "UPDATE pages SET digest = ?, location = ?, media_type = ?, retrieved = ?, language = ? WHERE page = ?",
            (digest, *_page_columns(record), page),
        )
        return page

    def _fill(self, page: int, record: Record) -> None:
        run, run_many = self._connection.execute, self._connection.executemany
        run("INSERT INTO records VALUES (?, ?)", (page, record.to_json()))
        run(_ARTICLE, rows.article(page, record))
        numbers = {entity.id: self._number(entity) for entity in record.entities}
        for table, found in (
            ("mentions", rows.mentions(page, record, numbers)),
            ("times", rows.times(page, record)),
            ("attributions", rows.attributions(page, record)),
            ("events", rows.events(page, record)),
            ("defects", rows.defects(page, record)),
        ):
            if found:
                run_many(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)  # noqa: S608 - as above

    def _number(self, entity: Entity) -> int:
        key = (entity.name, entity.type)
        number = self._numbers.get(key)
        if number is None:
            place = entity.place
            found = (place.country, place.latitude, place.longitude, place.geonames) if place else (None,) * 4
            (number,) = self._connection.execute(_ENTITY, (*key, *found)).fetchone()
            if len(self._numbers) >= MAX_NAMES_KEPT:
                self._numbers.clear()
            self._numbers[key] = number
        return number


def content_digest(record: Record) -> str:
    """Return the digest that tells whether a record says anything new; its id, path and fetch time do not count."""
    page = msgspec.structs.replace(record.page, location=None, retrieved=None)
    plain = msgspec.structs.replace(record, id="", page=page)
    return f"{_DIGEST_VERSION}:{hashlib.sha256(msgspec.json.encode(plain)).hexdigest()}"


def _page_columns(record: Record) -> tuple[str | None, ...]:
    return record.page.location, record.page.media_type, record.page.retrieved, record.page.language
