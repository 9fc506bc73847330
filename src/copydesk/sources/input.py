"""Bytes with a name, read within bounds: what every kind of source is given."""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final

from copydesk.errors import PageError
from copydesk.pages.page import About
from copydesk.storage import open_bytes

MAX_PAGE: Final = 64 * 2**20  # bytes of one page, or of one line or row that holds one
HEAD: Final = 65_536  # bytes by which a kind is told
_CHUNK: Final = 1 << 20
_COMPRESSED: Final = (".gz", ".bz2", ".xz", ".zst", ".zstd")
_LONGEST_PATH, _LONGEST_NAME = 4096, 255  # bytes of a path and of a name in it, on the common file systems
_IN_MEMORY: Final = 16 * 2**20


class Budget:
    """How many bytes all inputs together may still bring; `None` is no limit. Counts down as they are read."""

    def __init__(self, left: int | None = None) -> None:
        self.left = self.whole = left

    def take(self, count: int, name: str) -> None:
        """Count bytes that were read.

        Raises:
            PageError: there were more than are allowed.
        """
        if self.left is not None:
            self.left -= count
            if self.left < 0:
                size = (self.whole or 0) // 2**20
                raise PageError(name, f"over {size} MB unpacked in one upload", "use `copydesk add`")


class Input(io.RawIOBase):
    """A named stream of bytes, open for reading once, whose first bytes can be looked at.

    Args:
        name: the path or name by which the user would recognise it.
        stream: the bytes.
        about: what the container tells of the page in it.
        named: the user named it; what is found in a folder or archive is passed over where its kind is not read.
        depth: how many archives it lies in.
        budget: what all inputs together may bring.
        path: its file, where it is one on disk.
        bare: its name without the suffixes of compressions.
    """

    def __init__(
        self,
        name: str,
        stream: IO[bytes],
        *,
        about: About = About(),  # noqa: B008 - immutable
        named: bool = True,
        depth: int = 0,
        budget: Budget | None = None,
        path: Path | None = None,
        bare: str | None = None,
    ) -> None:
        self.name, self.about, self.named, self.depth, self.path = name, about, named, depth, path
        self._bare = bare or name
        self.budget = budget or Budget()
        self._stream = stream
        self._read_some = getattr(stream, "read1", stream.read)  # what is there before an error further on
        self._head = b""
        self._at = 0

    @classmethod
    def of_bytes(cls, name: str, data: bytes, **values: object) -> "Input":
        """Return an input of bytes in memory."""
        return cls(name, io.BytesIO(data), **values)  # type: ignore[arg-type]

    @property
    def suffix(self) -> str:
        """The end of its name from the last dot on, lower case, without that of a compression."""
        return PurePosixPath(self._bare.replace("\\", "/")).suffix.lower()[:16]

    def head(self) -> bytes:
        """Return its first bytes without consuming them."""
        if not self._at and len(self._head) < HEAD:
            while len(self._head) < HEAD and (more := self._read_some(HEAD - len(self._head))):
                self._head += more
        return self._head

    def close(self) -> None:
        """Close it and what it reads from, unless that is standard input."""
        if not self.closed and self._stream is not sys.stdin.buffer:
            self._stream.close()
        super().close()

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill a buffer; return how many bytes were read, 0 at the end."""
        if self._at < len(self._head):
            data = self._head[self._at : self._at + len(buffer)]
        else:
            data = self._read_some(len(buffer)) or b""
        self._at += len(data)
        self.budget.take(len(data), self.name)
        buffer[: len(data)] = data
        return len(data)

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._at

    def whole(self, limit: int = MAX_PAGE) -> bytes:
        """Return all its bytes.

        Raises:
            PageError: there are more than the limit.
        """
        pieces, size = [], 0
        while piece := self.read(min(_CHUNK, limit + 1 - size)):
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                raise too_large(self.name, limit)
        return b"".join(pieces)

    def lines(self, limit: int = MAX_PAGE) -> Iterator[bytes | None]:
        """Yield its lines with their ends; None for one that is longer than the limit, which is read past."""
        stream = io.BufferedReader(self, _CHUNK)
        while line := stream.readline(limit + 1):
            if len(line) <= limit:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield None

    def seekable_file(self) -> IO[bytes]:
        """Return a file that can be read in any order: its own, or a copy on disk where it is large."""
        if self.path is not None and not self._at:
            return self.path.open("rb")
        copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the caller closes it
        shutil.copyfileobj(self, copy, _CHUNK)
        copy.seek(0)
        return copy

    def within(self, name: str, stream: IO[bytes], about: About | None = None) -> "Input":
        """Return an input for something that lies in this one."""
        return Input(
            f"{self.name}/{name}",
            stream,
            about=about or About(),
            named=False,
            depth=self.depth + 1,
            budget=self.budget,
        )

    def unpacked(self, stream: IO[bytes]) -> "Input":
        """Return an input for what this one is when it is decompressed; it keeps its name."""
        bare, suffix = self._bare, self.suffix
        if suffix == ".tgz":
            bare += ".tar"
        elif suffix in _COMPRESSED:
            bare = bare[: -len(suffix)]
        return Input(
            self.name,
            stream,
            about=self.about,
            named=self.named,
            depth=self.depth + 1,
            budget=self.budget,
            bare=bare,
        )


def open_file(path: str | os.PathLike[str] | Path, *, budget: Budget | None = None, named: bool = True) -> Input:
    """Open a file as an input.

    Raises:
        PageError: there is no such file, or it may not be read.
    """
    name = printable_path(path)
    try:
        file = Path(path) if isinstance(path, (str, os.PathLike)) else path
        return Input(name, open_bytes(file), budget=budget, named=named, path=file)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error


def could_be_path(name: str) -> bool:
    """Tell whether a string can be a path: no longer than one may be, and of one line, unless there is such a file."""
    data = _path_bytes(name)
    if len(data) > _LONGEST_PATH or max(map(len, data.split(os.fsencode(os.sep)))) > _LONGEST_NAME:
        return False
    return not ("\n" in name or "\r" in name) or Path(name).exists()


def printable_path(path: str | os.PathLike[str]) -> str:
    """Return a path as text that any encoding can write; bytes of a name that are not UTF-8 become U+FFFD."""
    return (
        _path_bytes(path if isinstance(path, (str, os.PathLike)) else str(path))
        .decode("utf-8", "replace")
        .replace("\0", "�")
    )


def _path_bytes(path: str | os.PathLike[str]) -> bytes:
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:  # half a surrogate pair, which no name of a file holds
        return os.fspath(path).encode("utf-8", "replace")


def too_large(name: str, limit: int) -> PageError:
    """Return the error of a page that is larger than what is read."""
    return PageError(name, f"the page is larger than {limit // 2**20} MB", "split it; batches go in .jsonl")


def unreadable(name: str, error: Exception) -> PageError:
    """Return the error of a file that cannot be opened or read on."""
    if isinstance(error, FileNotFoundError):
        return PageError(name, "there is no such file", "check the path")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return PageError(name, reason, "check the file and its permissions")
