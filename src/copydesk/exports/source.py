"""Records from files of JSON Lines, to be exported."""

import gzip
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Final, cast

from copydesk.errors import ExportError, RecordError
from copydesk.records import Record, from_json

_LONGEST: Final = 200_000_000  # bytes of a line; a record of the longest page that is read is far shorter


def records_of(source: str, on_error: Callable[[RecordError], None]) -> Iterator[Record]:
    """Yield the records of a JSON Lines file, gzipped or not, or of standard input for `-`, one at a time.

    Args:
        source: a path, or `-`.
        on_error: called with each line that holds no record; the line is left out and reading goes on.

    Raises:
        ExportError: the file cannot be read, or holds something else than lines of records.
    """
    name = "standard input" if source == "-" else source
    try:
        with _opened(source) as file:
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                if line.strip():
                    try:
                        yield from_json(line)
                    except RecordError as error:
                        on_error(RecordError(f"{name}, line {number}", error.reason, error.remedy))
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(name, f"cannot be read: {reason}", "give a file that `copydesk read --json` wrote") from error


@contextmanager
def _opened(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        yield sys.stdin.buffer
    else:
        with gzip.open(source) if source.endswith(".gz") else open(source, "rb") as file:
            yield cast(IO[bytes], file)
