"""Files and folders on this disk, and in object stores: Amazon S3 and what speaks like it, Google Cloud Storage.

An address such as `s3://bucket/records` is given by universal_pathlib (fsspec) the methods of a `Path`, so that other
modules need not tell the two apart. A store has no rename and no lock of its own: a file is sent when it is whole, and
a small object that is renewed says who writes into a folder.
"""

import json
import os
import re
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote, urlsplit

from copydesk.errors import PageError

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

SCHEMES: Final = ("s3", "s3a", "gs", "gcs", "memory")
"""Beginnings of addresses in object stores; `memory` is of this process alone."""
LEASE: Final = 600.0
"""Seconds after which a lock in a store counts as left behind, if nobody renewed it."""
_RENEWED: Final = 60.0  # seconds between two renewals
_LOCK: Final = ".lock"
_SCHEME: Final = re.compile(r"([a-z][a-z0-9]+)://")


def is_stored(name: object) -> bool:
    """Tell the address of something in an object store from a path."""
    found = _SCHEME.match(name) if isinstance(name, str) else None
    return found is not None and found[1] in SCHEMES


def place(name: str | os.PathLike[str]) -> Path:
    """Return a path, or for an address in an object store what has the methods of one; `file://` is a path.

    Raises:
        PageError: what reads that store is not installed, or it cannot be used.
    """
    if not isinstance(name, str) or not is_stored(name):
        local = isinstance(name, str) and name.startswith("file://")
        return Path(unquote(urlsplit(str(name)).path)) if local else Path(name)
    try:
        from upath import UPath

        found = UPath(name, use_listings_cache=False)  # other processes write there, too
        found.fs  # noqa: B018 - loads the store's library
    except ImportError as error:
        reason = f"an object store cannot be read without {error.name or 'its library'}"
        raise PageError(name, reason, "run: pip install 'copydesk[cloud]'") from error
    except Exception as error:
        raise PageError(name, f"the store cannot be used: {error}", "check the address and its credentials") from error
    return cast(Path, found)


def is_here(path: Path) -> bool:
    """Tell whether a path is of this machine's file system."""
    return isinstance(path, Path)


def make_folder(path: Path) -> None:
    """Make a folder where there is none; a store has no folders.

    Raises:
        OSError: it cannot be made.
    """
    if is_here(path):
        path.mkdir(parents=True, exist_ok=True)


def open_bytes(path: Path) -> IO[bytes]:
    """Open a file for reading.

    Raises:
        OSError: it cannot be opened.
    """
    with _of_the_system():
        return path.open("rb")


def read_bytes(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none.

    Raises:
        OSError: it cannot be read, or the store cannot be reached.
    """
    try:
        with _of_the_system():
            return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def size_of(path: Path) -> int:
    """Return how many bytes a file has.

    Raises:
        OSError: there is no such file, or the store cannot be reached.
    """
    with _of_the_system():
        return path.stat().st_size


@contextmanager
def parquet_file(path: Path) -> Iterator["ParquetFile"]:
    """Open a Parquet file for reading."""
    from pyarrow import parquet

    if is_here(path):
        with parquet.ParquetFile(path) as file:
            yield file
    else:
        with open_bytes(path) as stream, parquet.ParquetFile(stream) as file:
            yield file


def walk(path: Path, failed: Callable[[OSError], object]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield each folder with the names of its folders, which may be changed to leave some out, and of its files."""
    if is_here(path):
        for where, folders, files in os.walk(path, onerror=failed):
            yield Path(where), folders, files
    else:
        with _of_the_system():
            yield from cast(Any, path).walk(on_error=failed)


def replace_file(path: Path, write: Callable[[Path], object], *, sync: bool = True) -> None:
    """Put a whole file at a place: written beside it and moved there, or written here and sent to its store.

    Args:
        path: where it goes.
        write: writes the file at the path that it is given, on this disk.
        sync: have it on the disk before it is moved.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    if not is_here(path):
        with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
            made = Path(folder, path.name)
            write(made)
            with _of_the_system():
                cast(Any, path).fs.put_file(str(made), cast(Any, path).path)
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        write(beside)
        if sync:
            with beside.open("rb") as file:
                os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time write into a folder.

    On this disk the system drops the lock when the process ends, however. In a store the lock is an object that is
    renewed while the process lives; left behind, it holds for ten minutes.

    Raises:
        PageError: another run writes into it.
        OSError: the folder cannot be written, or the store cannot be reached.
    """
    if not is_here(folder):
        with _leased(cast(Any, folder / _LOCK)):
            yield
        return
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        yield
        return
    with (folder / _LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PageError(str(folder), "another run writes into it", "wait for it, or give another folder") from error
        yield


@contextmanager
def _leased(lock: Any) -> Iterator[None]:
    mark = json.dumps({"host": socket.gethostname(), "process": os.getpid()}).encode()
    with _of_the_system():
        try:
            lock.fs.pipe_file(lock.path, mark, mode="create")
        except FileExistsError as error:
            if time.time() - lock.fs.modified(lock.path).timestamp() < LEASE:
                reason = "another run writes into it, or was killed less than ten minutes ago"
                raise PageError(str(lock.parent), reason, "wait for it, or give another folder") from error
            lock.fs.pipe_file(lock.path, mark)
    ended = threading.Event()

    def renew() -> None:
        while not ended.wait(_RENEWED):
            with suppress(Exception):
                lock.fs.pipe_file(lock.path, mark)

    renewing = threading.Thread(target=renew, daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()
        with suppress(Exception):
            if lock.read_bytes() == mark:
                lock.unlink()


@contextmanager
def _of_the_system() -> Iterator[None]:
    """Turn what a store's library raises of its own (no credentials, no connection) into errors of the system."""
    try:
        yield
    except (OSError, PageError):
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
