"""Parquet tables: one page a row."""

from collections.abc import Iterator
from typing import Any, Final

from copydesk.errors import PageError, RecordError
from copydesk.pages.page import Failure, RawPage
from copydesk.records import Record
from copydesk.records.arrow import holds_records, record_of
from copydesk.sources.fields import page_of_row
from copydesk.sources.input import Input
from copydesk.sources.options import Options, Unread

_ROWS: Final = 64  # rows read at once


def read(source: Input, options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    """Yield the page of each row, and a `Failure` that names the row where it holds none.

    Raises:
        PageError: the file is damaged.
    """
    import pyarrow
    import pyarrow.parquet

    number = 0
    with source.seekable_file() as file:
        try:
            table = pyarrow.parquet.ParquetFile(file)
            stored = holds_records(table.schema_arrow.metadata)
            for batch in table.iter_batches(_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    if stored:
                        yield _stored(row)
                    else:
                        yield from page_of_row(row, f"{source.name}, row {number}", options)
        except (pyarrow.ArrowException, OSError) as error:
            raise PageError(source.name, f"the Parquet file is damaged: {error}", "write or copy it again") from error


def _stored(row: dict[str, Any]) -> Record | Failure:
    try:
        return record_of(row)
    except RecordError as error:
        return Failure(error)
