"""Plain text: one sentence a line, an empty line between pages."""

from collections.abc import Iterable
from typing import IO

from copydesk.english.sentences import split_sentences
from copydesk.records import Record


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write the sentences of each page, white space inside them made single spaces."""
    count = 0
    for count, record in enumerate(records, 1):
        spans = record.sentences or split_sentences(record.text, record.paragraphs)
        lines = [" ".join(record.text[start:end].split()) for start, end in spans]
        out.write(("\n" if count > 1 else "").encode() + "".join(f"{line}\n" for line in lines if line).encode())
    return count
