"""Records as they are: one JSON object a line, format `copydesk-record/2`."""

from collections.abc import Iterable
from typing import IO

from copydesk.records import Record


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write one record a line; `copydesk.records.from_json` reads them back unchanged."""
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        out.write(record.to_json().encode() + b"\n")
    return count
