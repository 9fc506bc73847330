"""Records moved together: each shard's records, parted by the task in which they are needed.

The files are Arrow's own (IPC): where a shard has few rows for each of many parts, row groups of Parquet take ten
times as long to write and a hundred times as long to read.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from copydesk.storage import is_here, open_bytes, parquet_file, place, replace_file

_PARTS: Final = b"copydesk-parts"


class MoveTask(msgspec.Struct, frozen=True):
    """Which records of a shard go to which part.

    Attributes:
        shard: path of the shard.
        rows: numbers of the rows that move, sorted.
        parts: for each its part.
        labels: for each its neighbourhood, or another number to go with it.
        out: where they go, in a batch for each part.
    """

    shard: str
    rows: Any
    parts: Any
    labels: Any
    out: str


def move(task: MoveTask) -> int:
    """Write the records of a shard that are moved, by part; return how many there are."""
    import pyarrow

    order = np.argsort(task.parts, kind="stable")
    names, starts = np.unique(task.parts[order], return_index=True)
    table = rows_of_shard(place(task.shard), task.rows)
    table = table.append_column("neighbourhood", pyarrow.array(task.labels)).take(order).combine_chunks()
    schema = table.schema.with_metadata({_PARTS: json.dumps(names.tolist()).encode()})

    def write(path: Path) -> None:
        options = pyarrow.ipc.IpcWriteOptions(compression="lz4")
        with pyarrow.OSFile(str(path), "wb") as sink, pyarrow.ipc.new_file(sink, schema, options=options) as writer:
            for start, end in zip(starts.tolist(), [*starts.tolist()[1:], len(order)], strict=True):
                writer.write_table(table.slice(start, end - start))

    replace_file(place(task.out), write, sync=False)
    return len(order)


def rows_of_shard(shard: Path, rows: Any) -> Any:
    """Return some rows of a shard, given by their sorted numbers, as a table; row groups without any are not read."""
    import pyarrow

    found = []
    with parquet_file(shard) as file:
        start = 0
        for number in range(file.num_row_groups):
            end = start + file.metadata.row_group(number).num_rows
            low, high = np.searchsorted(rows, (start, end)).tolist()
            if low < high:
                found.append(file.read_row_group(number).take(pyarrow.array(rows[low:high] - start)))
            start = end
    return pyarrow.concat_tables(found)


def moved_together(files: Iterable[str], part: int) -> Any:
    """Return, as a table, what some files hold of a part."""
    import pyarrow

    found = []
    for path in map(place, files):
        with pyarrow.memory_map(str(path)) if is_here(path) else open_bytes(path) as source:
            file = pyarrow.ipc.open_file(source)
            parts = json.loads(file.schema.metadata[_PARTS])
            if part in parts:
                found.append(pyarrow.Table.from_batches([file.get_batch(parts.index(part))]).replace_schema_metadata())
    return pyarrow.concat_tables(found)
