"""Opening a desk file, and SQLite's complaints in the user's words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from copydesk.desk import schema
from copydesk.errors import DeskError

WAIT_SECONDS: Final = 60.0  # how long one process waits for another that is writing
_MAGIC = b"SQLite format 3\0"


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """Open a desk file, made or brought to this version unless read-only, and return its connection.

    Raises:
        DeskError: the file is missing (read-only), no desk, damaged, of a newer version, or cannot be written.
    """
    check_file(path, readonly=readonly)
    with in_plain_words(path):
        connection = _open(path, readonly=readonly)
        try:
            _prepare_in_turn(path, connection, readonly=readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def check_file(path: Path, *, readonly: bool) -> None:
    """Refuse what SQLite should not be let near: folders, files that are no SQLite, missing files to read."""
    if path.is_dir():
        raise DeskError(str(path), "is a folder, not a desk file", "give a file such as desk.db")
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise DeskError(str(path), "its folder does not exist", "make the folder first") from None
        if readonly:
            raise DeskError(str(path), "there is no such desk", "make one with `copydesk add SOURCE`") from None
        return
    except OSError as error:
        raise DeskError(str(path), error.strerror or str(error)) from error
    if head not in (b"", _MAGIC):
        raise DeskError(str(path), "is no desk: not a SQLite file", "give another file; this one was left as it is")


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into a DeskError that names the file, the reason and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        reason, remedy = _EXPLAINED.get(_primary_code(error), (str(error), ""))
        raise DeskError(str(path), reason, remedy) from error


def _primary_code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF  # extended codes keep the primary one below


_KEPT = "what was stored before is whole; adding again goes on where it stopped"
_EXPLAINED: Final = {
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "try again when that has finished"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "try again when that has finished"),
    sqlite3.SQLITE_READONLY: ("cannot be written: read-only file or disk", "copy it to a place that can be written"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened or made here", "check that its folder can be written"),
    sqlite3.SQLITE_PERM: ("cannot be opened: no permission", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_FULL: ("the disk is full", f"make room; {_KEPT}"),
    sqlite3.SQLITE_IOERR: ("the disk could not be read or written", f"check the disk and its free space; {_KEPT}"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "restore a copy, or make a new desk and add the pages again"),
    sqlite3.SQLITE_NOTADB: ("is no desk: not a SQLite file", "give another file; this one was left as it is"),
}


def _open(path: Path, *, readonly: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    if not readonly:
        return _link(f"{address}?mode=rwc")
    connection = _link(f"{address}?mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        # a read-only folder has no place for the files beside a WAL database; without a log, nobody is writing
        if _primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or _log(path).exists():
            raise
        connection = _link(f"{address}?mode=ro&immutable=1")
    return connection


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _link(address: str) -> sqlite3.Connection:
    # autocommit: transactions are begun and ended by name; a connection may change hands between threads
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)


def _prepare_in_turn(path: Path, connection: sqlite3.Connection, *, readonly: bool) -> None:
    """Prepare a connection; while several processes make one file, SQLite lets all but one fail without a wait."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return _prepare(path, connection, readonly=readonly)
        except sqlite3.OperationalError as error:
            if _primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _prepare(path: Path, connection: sqlite3.Connection, *, readonly: bool) -> None:
    found = schema.version(connection)
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if not empty and mark != schema.APPLICATION_ID:
        raise DeskError(str(path), "is a SQLite file but no desk", "give another file; this one was left as it is")
    if found > len(schema.MIGRATIONS):
        reason = f"was made by a newer copydesk (desk version {found}; this one knows {len(schema.MIGRATIONS)})"
        raise DeskError(str(path), reason, "update copydesk; the file was left as it is")
    if readonly and (empty or found < len(schema.MIGRATIONS)):
        reason = "is empty" if empty else f"is of an older version ({found})"
        raise DeskError(str(path), reason, "`copydesk add` makes it ready")
    if not readonly:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        if found < len(schema.MIGRATIONS):
            schema.migrate(connection)
    connection.execute("PRAGMA cache_size = -64000")
    connection.execute("PRAGMA mmap_size = 1073741824")
    connection.execute("PRAGMA temp_store = MEMORY")
