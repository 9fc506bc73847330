"""Files of records, such as `copydesk read --json` writes: JSON Lines, gzipped or not."""

import gzip
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, Final, cast

from copydesk.errors import PageError, RecordError
from copydesk.pages import Failure
from copydesk.records import FORMAT, Record, from_json

_LONGEST: Final = 200_000_000  # bytes of a line; a record of the longest page that is read is far shorter


def records_of(source: str | os.PathLike[str]) -> Iterator[Record | Failure]:
    """Yield the records of a JSON Lines file, or of standard input for `-`, one at a time.

    A line that holds no record, and a file that cannot be read on, come as a `Failure` that names the place.
    """
    name = "standard input" if os.fspath(source) == "-" else os.fspath(source)
    try:
        with _opened(Path(source)) as file:
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                try:
                    if line.strip():
                        yield from_json(line)
                except RecordError as error:
                    yield Failure(RecordError(f"{name}, line {number}", error.reason, error.remedy))
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Failure(PageError(name, f"cannot be read: {reason}", "give a file that `copydesk read --json` wrote"))


def holds_records(path: Path) -> bool:
    """Tell a file of records from a batch of pages, by its name and its first bytes."""
    if not path.name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")):
        return False
    try:
        with _opened(path) as file:
            return f'"{FORMAT}"'.encode() in file.read(65_536)
    except (OSError, EOFError, zlib.error):
        return False  # reading the page says what is wrong with it


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    return cast(BinaryIO, gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")
