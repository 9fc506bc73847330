"""Parquet files of one stage of tracing for the next: rows in groups by key, each file whole or not there."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from copydesk.storage import parquet_file, place, replace_file

if TYPE_CHECKING:
    import pyarrow

_KEYS: Final = b"copydesk-groups"
_LEVEL: Final = 1  # of zstd: these files are read a few times


def write_groups(path: str, schema: "pyarrow.Schema", groups: Iterable[tuple[int, "pyarrow.Table"]]) -> None:
    """Write tables as row groups, each under a key; a key may have several, and an empty table has none.

    What is at the place is whole.
    """
    import pyarrow
    from pyarrow import parquet

    def write(beside: Path) -> None:
        keys: list[int] = []
        with parquet.ParquetWriter(beside, schema, compression="zstd", compression_level=_LEVEL) as writer:
            for key, table in groups:
                if table.num_rows:
                    writer.write_table(table, row_group_size=table.num_rows)
                    keys.append(key)
            writer.add_key_value_metadata({_KEYS: json.dumps(keys).encode()})

    try:
        replace_file(place(path), write, sync=False)
    except pyarrow.ArrowException as error:
        raise error if isinstance(error, OSError) else OSError(str(error)) from error


def write_columns(path: str, columns: dict[str, Any]) -> None:
    """Write one table, given by its columns (NumPy arrays), as a file of one group under key 0."""
    import pyarrow

    table = pyarrow.table(columns)
    write_groups(path, table.schema, [(0, table)])


def read_groups(path: str, keys: Iterable[int]) -> Iterator["pyarrow.Table"]:
    """Yield the row groups that a file has under some keys, in the file's order."""
    wanted = set(keys)
    with parquet_file(place(path)) as file:
        for number, key in enumerate(keys_of(file)):
            if key in wanted:
                yield file.read_row_group(number)


def read_all(path: str, columns: list[str] | None = None) -> "pyarrow.Table":
    """Return all rows of a file."""
    with parquet_file(place(path)) as file:
        return file.read(columns)


def arrays(table: "pyarrow.Table", *names: str) -> list[Any]:
    """Return columns of a table as NumPy arrays."""
    return [table.column(name).to_numpy() for name in names]


def keys_of(file: Any) -> list[int]:
    """Return the key of each row group of an open file."""
    found: list[int] = json.loads(file.metadata.metadata.get(_KEYS, b"[]"))
    return found
