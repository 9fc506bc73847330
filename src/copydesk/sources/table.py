"""CSV and TSV tables with a header line: one page a row."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from copydesk.errors import PageError
from copydesk.pages.charset import decode
from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.sources.fields import CONTENT_NAMES, page_of_row
from copydesk.sources.input import MAX_PAGE, Input
from copydesk.sources.options import Options, Unread

_SEPARATORS: Final = "\t;|,"


def read(source: Input, options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    """Yield the page of each row, and a `Failure` that names the row where it holds none.

    Raises:
        PageError: there is no header line, or a row cannot be read on from.
    """
    csv.field_size_limit(MAX_PAGE)
    head = source.head()
    text = io.TextIOWrapper(_buffered(source), encoding=_encoding(head), errors="replace", newline="")
    first = text.readline(1 << 20)
    separator = max(_SEPARATORS, key=first.count)
    names = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
    if len(names) < 2 and not options.columns:
        raise PageError(source.name, "its first line names no columns", "give a table with a header line")
    if not options.columns and not CONTENT_NAMES.intersection(name.lower() for name in names):
        reason = f"none of its columns is known to hold text or an address: {', '.join(names[:12])}"
        raise PageError(source.name, reason, "name the one that holds the text: --column text=NAME")
    rows = csv.reader(_lines(text, source.name), delimiter=separator)
    try:
        for number, row in enumerate(rows, 2):
            if any(row):
                yield from page_of_row(dict(zip(names, row, strict=False)), f"{source.name}, row {number}", options)
    except csv.Error as error:
        raise PageError(
            source.name, f"row {rows.line_num} cannot be read: {error}", "check its quotation marks"
        ) from error


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    while line := text.readline(MAX_PAGE + 1):
        if len(line) > MAX_PAGE:
            raise PageError(name, f"a row is larger than {MAX_PAGE // 2**20} MB", "check its quotation marks")
        yield line.replace("\0", "�")


def _buffered(source: Input) -> io.BufferedReader:
    return io.BufferedReader(source, 1 << 20)


def _encoding(head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    whole = head[: head.rfind(b"\n") + 1] or head
    _, note = decode(whole)
    return "cp1252" if note and "windows-1252" in note else "utf-8"
