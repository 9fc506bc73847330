"""Writing records to a desk: what is new, what is known, and the rows of each."""

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from copydesk.desk import desk_rows, kept_stories
from copydesk.desk.desk_names import NameKeeper
from copydesk.desk.desk_rows import Row
from copydesk.desk.desk_types import Added, AddedStatus
from copydesk.desk.query import writable
from copydesk.desk.tally import Tally
from copydesk.errors import DeskError
from copydesk.records import PageInfo, Record

_DIGEST_VERSION = "1"
_HASHED_ID = re.compile(r"[0-9a-f]{64}")

_KNOWN = "SELECT id, page, digest FROM pages WHERE id IN (SELECT value FROM json_each(?))"
_KNOWN_ONE = "SELECT page, digest FROM pages WHERE id = ?"
_PER_PAGE = (
    "records",
    "articles",
    "mentions",
    "times",
    "attributions",
    "events",
    "defects",
    "copies",
    "alterations",
    "prints",
    "neighbours",
    "aligned",
    "passages",
)
_INDEXED = "headline, text, names, places, publisher, kinds"
_UNINDEX = (
    f"INSERT INTO search (search, rowid, {_INDEXED}) "  # noqa: S608 - words from this module
    f"SELECT 'delete', page, {_INDEXED} FROM articles WHERE page = ?"
)


def _insert(into: str, count: int) -> str:
    return f"INSERT INTO {into} VALUES ({', '.join('?' * count)})"  # noqa: S608 - words from this module


_ATTRIBUTED: Final = """page, id, kind, source, source_words, cue, lemma, stance, speech, content, anonymity, start,
    "end", act, inside, told, via, identifiable, negated"""
_NAMED: Final = ("mentions", "attributions")
"""Tables whose rows tell an entity, which is known when the names of all waiting pages are."""
_INSERTS: Final = {  # in the order in which they are written: pages first, all others refer to them
    "pages": _insert("pages (page, id, digest, location, media_type, retrieved, language, added, title)", 9),
    "articles": _insert("articles", 18),
    "search": _insert(f"search (rowid, {_INDEXED})", 7),
    "records": _insert("records", 2),
    "mentions": _insert('mentions (entity, naming, page, start, "end", words)', 6),
    "times": _insert("times", 11),
    "attributions": _insert(f"attributions (entity, naming, {_ATTRIBUTED})", 21),
    "events": _insert("events", 19),
    "defects": _insert("defects", 6),
}


class _Head(msgspec.Struct, frozen=True):
    """The first fields of a record, in their order."""

    id: str
    format: str
    page: PageInfo


class Writer:
    """Adds batches of records over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = {table: [] for table in _INSERTS}
        tally = Tally(connection)
        self._names = NameKeeper(connection, tally)
        self._keeper = kept_stories.StoryKeeper(connection, tally)

    def add(self, batch: Sequence[Record]) -> list[Added]:
        """Store a batch in one transaction: all of it or, where anything fails, none of it. Then group its pages."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        self._names.clear()
        try:
            stored = self._store(batch)
            connection.execute("COMMIT")
        except UnicodeEncodeError as error:
            self._undo()
            raise DeskError("record", f"its text cannot be stored: {error.reason}", "leave it out") from error
        except BaseException:
            self._undo()
            raise
        self._keeper.group(batch)
        of_page = dict(kept_stories.of_pages(connection, [page for page, _, _ in stored]))
        return [Added(id=id_, status=status, story=of_page.get(page)) for page, id_, status in stored]

    def remove(self, page: int, id_: str) -> None:
        """Take a page off in one transaction, overwriting what was stored of it; then group its story's others."""
        run = self._connection.execute
        run("PRAGMA secure_delete = ON")
        run("BEGIN IMMEDIATE")
        self._names.clear()
        try:
            self._unstore(page, id_)
            self._names.settle()
            run("DELETE FROM pages WHERE page = ?", (page,))
            run("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            run("PRAGMA secure_delete = OFF")
        self._keeper.group()
        run("PRAGMA wal_checkpoint(TRUNCATE)")

    def group(self) -> None:
        """Sort pages into stories that were left without: by an earlier version, or where adding was cut short."""
        self._keeper.group()

    def _undo(self) -> None:
        if self._connection.in_transaction:  # SQLite ends it itself when the disk is full
            self._connection.execute("ROLLBACK")
        self._names.clear()
        for rows_ in self._waiting.values():
            rows_.clear()

    def _store(self, batch: Sequence[Record]) -> list[tuple[int, str, AddedStatus]]:
        """Store records unless they are known; return of each its page, its id on the desk and what was done."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        ids = msgspec.json.encode([writable(record.id) for record in batch]).decode()
        known = {id_: (page, digest) for id_, page, digest in self._connection.execute(_KNOWN, (ids,))}
        (last,) = self._connection.execute("SELECT coalesce(max(page), 0) FROM pages").fetchone()
        stored: list[tuple[int, str, AddedStatus]] = []
        for record in batch:
            json, digest = encoded(record)
            found = known.get(record.id)
            if found and found[1] != digest and not self._same_page(found[0], record):
                suffix = hashlib.sha256(record.text.encode(errors="surrogatepass")).hexdigest()[:8]
                record = msgspec.structs.replace(record, id=f"{record.id}@{suffix}")
                json, digest = encoded(record)
                found = known.get(record.id) or self._connection.execute(_KNOWN_ONE, (record.id,)).fetchone()
            if found and found[1] == digest:
                stored.append((found[0], record.id, "known"))
                continue
            if found:
                page = found[0]
                self._clear(page, digest, record)
            else:
                last = page = last + 1
                self._waiting["pages"].append(
                    (page, record.id, digest, *_page_columns(record), now, desk_rows.title(record))
                )
            self._fill(page, record, json)
            known[record.id] = page, digest
            stored.append((page, record.id, "updated" if found else "added"))
        self._flush()
        return stored

    def _same_page(self, page: int, record: Record) -> bool:
        """Tell another reading of a stored page from another page whose giver chose the same id."""
        if _HASHED_ID.fullmatch(record.id):
            return True
        self._flush()
        (text,) = self._connection.execute("SELECT text FROM articles WHERE page = ?", (page,)).fetchone()
        return bool(text == record.text)

    def _clear(self, page: int, digest: str, record: Record) -> None:
        """Clear what was said of a page; its story's pages are to be grouped again."""
        self._flush()
        self._unstore(page, record.id)
        self._connection.execute(
            "UPDATE pages SET digest = ?, location = ?, media_type = ?, retrieved = ?, language = ?, title = ?"
            " WHERE page = ?",
            (digest, *_page_columns(record), desk_rows.title(record), page),
        )

    def _unstore(self, page: int, id_: str) -> None:
        """Take off all that is said of a page, but for its line among the pages."""
        run = self._connection.execute
        self._keeper.forget(page, id_)
        self._names.leave(page)
        run(_UNINDEX, (page,))
        for table in _PER_PAGE:
            run(f"DELETE FROM {table} WHERE page = ?", (page,))  # noqa: S608 - names from this module

    def _fill(self, page: int, record: Record, json: str) -> None:
        """Note a record's rows; `_flush` writes those of many pages at once."""
        waiting = self._waiting
        article = desk_rows.article(page, record)
        waiting["records"].append((page, json))
        waiting["articles"].append(article)
        waiting["search"].append(desk_rows.indexed(article))
        numbers = self._names.of(record)
        waiting["mentions"] += desk_rows.mentions(page, record, numbers)
        waiting["times"] += desk_rows.times(page, record)
        waiting["attributions"] += desk_rows.attributions(page, record, numbers)
        waiting["events"] += desk_rows.events(page, record)
        waiting["defects"] += desk_rows.defects(page, record)

    def _flush(self) -> None:
        waiting, entity = self._waiting, self._names.entity
        self._names.settle()
        for table in _NAMED:
            waiting[table] = [(None if row[0] is None else entity(row[0]), *row) for row in waiting[table]]
        self._names.count({(page, entity_) for entity_, _, page, *_ in waiting["mentions"]})
        for table, found in waiting.items():
            if found:
                self._connection.executemany(_INSERTS[table], found)
                found.clear()


def encoded(record: Record) -> tuple[str, str]:
    """Return a record's JSON and the digest that tells whether it says anything new.

    Its id, path and fetch time do not count: the digest is that of the JSON without them.
    """
    json = msgspec.json.encode(record)
    page = record.page
    own = len(msgspec.json.encode(_Head(record.id, record.format, page))) - 1
    plain = _Head("", record.format, msgspec.structs.replace(page, location=None, retrieved=None))
    digest = hashlib.sha256(msgspec.json.encode(plain)[:-1])
    digest.update(memoryview(json)[own:])
    return json.decode(), f"{_DIGEST_VERSION}:{digest.hexdigest()}"


def _page_columns(record: Record) -> tuple[str | None, ...]:
    return record.page.location, record.page.media_type, record.page.retrieved, record.page.language
