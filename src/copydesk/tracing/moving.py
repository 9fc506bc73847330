"""Records moved together: each shard's records, parted by the task in which their neighbourhood is traced."""

from typing import Any

import msgspec
import numpy as np

from copydesk.storage import parquet_file, place
from copydesk.tracing.files import write_groups


class MoveTask(msgspec.Struct, frozen=True):
    """Which records of a shard go to which part.

    Attributes:
        shard: path of the shard.
        rows: numbers of the rows that move, sorted.
        parts: for each its part.
        labels: for each its neighbourhood.
        out: where they go, in groups by part.
    """

    shard: str
    rows: Any
    parts: Any
    labels: Any
    out: str


def move(task: MoveTask) -> int:
    """Write the records of a shard that are traced, by part; return how many there are."""
    import pyarrow

    from copydesk.records.arrow import arrow_schema

    schema = arrow_schema().append(pyarrow.field("neighbourhood", pyarrow.uint64()))

    def parted() -> Any:
        with parquet_file(place(task.shard)) as file:
            start = 0
            for number in range(file.num_row_groups):
                end = start + file.metadata.row_group(number).num_rows
                low, high = np.searchsorted(task.rows, (start, end)).tolist()
                if low < high:
                    table = file.read_row_group(number).take(pyarrow.array(task.rows[low:high] - start))
                    table = table.append_column("neighbourhood", pyarrow.array(task.labels[low:high]))
                    parts = task.parts[low:high]
                    for part in np.unique(parts).tolist():
                        yield part, table.filter(pyarrow.array(parts == part)).cast(schema)
                start = end

    write_groups(task.out, schema, parted())
    return len(task.rows)
