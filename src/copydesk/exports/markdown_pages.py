"""Markdown (CommonMark): each page's headline, byline and story, a rule between pages."""

from collections.abc import Iterable
from typing import IO

from copydesk.records import Record


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write each record's story; return how many."""
    count = 0
    for count, record in enumerate(records, 1):
        if count > 1:
            out.write(b"\n---\n\n")
        out.write(record.to_markdown().encode())
    return count
