"""Apache Parquet: one row a record, lists and structures nested as in the JSON; read back, it is the same record."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Final

from copydesk.records import Record
from copydesk.records.arrow import arrow_schema, record_of, row_of

_ROWS: Final = 500  # records in a row group: what is in memory at once


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write one Parquet file, a row group for each five hundred records; return how many records."""
    import pyarrow
    from pyarrow import parquet

    schema = arrow_schema()
    count = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in _groups(records):
            count += len(rows)
            writer.write_table(pyarrow.Table.from_pylist([row_of(row) for row in rows], schema=schema))
    return count


def read(path: str) -> Iterator[Record]:
    """Yield the records of a Parquet file that `write` made.

    Raises:
        RecordError: a row is of another format or holds no record.
    """
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                yield record_of(row)


def _groups(records: Iterable[Record]) -> Iterator[list[Record]]:
    source = iter(records)
    while rows := list(islice(source, _ROWS)):
        yield rows
