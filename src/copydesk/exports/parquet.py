"""Apache Parquet: one row a record, lists and structures nested as in the JSON; read back, it is the same record."""

import types
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from copydesk.records import FORMAT, Record

if TYPE_CHECKING:
    import pyarrow

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
            writer.write_table(pyarrow.Table.from_pylist([_row(row) for row in rows], schema=schema))
    return count


def read(path: str) -> Iterator[Record]:
    """Yield the records of a Parquet file that `write` made."""
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                yield msgspec.convert({**row, "extensions": msgspec.json.decode(row["extensions"] or "{}")}, Record)


def arrow_schema() -> "pyarrow.Schema":
    """Return the Arrow schema of a record, made from its types."""
    import pyarrow

    return pyarrow.schema(list(_arrow_type(Record)), metadata={"format": FORMAT})


def _row(record: Record) -> dict[str, Any]:
    """Return a record as a row; what other packages' components found has no schema and is kept as JSON."""
    return {**msgspec.to_builtins(record), "extensions": msgspec.json.encode(record.extensions).decode()}


def _groups(records: Iterable[Record]) -> Iterator[list[Record]]:
    source = iter(records)
    while rows := list(islice(source, _ROWS)):
        yield rows


def _arrow_type(hint: Any) -> "pyarrow.DataType":
    import pyarrow

    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint)
        fields = msgspec.structs.fields(hint)
        return pyarrow.struct([pyarrow.field(field.encode_name, _arrow_type(hints[field.name])) for field in fields])
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _arrow_type(next(one for one in inner if one is not type(None)))
    if origin is Literal:
        return pyarrow.string()
    if origin is tuple:
        return pyarrow.list_(_arrow_type(inner[0]))
    if origin is dict:
        return pyarrow.string()
    return {str: pyarrow.string(), bool: pyarrow.bool_(), int: pyarrow.int64(), float: pyarrow.float64()}[hint]
