"""Neighbours among the pages of all shards: a shuffle on hash, then pairs laid beside one another, shard by shard."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import msgspec
import numpy as np

from copydesk.copies.search.beside import pair_nearness
from copydesk.copies.search.candidates import Together, enough, looked_weights, together
from copydesk.copies.search.near import LEAST
from copydesk.copies.search.print_likeness import nearness
from copydesk.copies.search.prints import Batch, from_kept
from copydesk.storage import parquet_file, place
from copydesk.tracing.files import arrays, read_all, read_groups, write_columns, write_groups
from copydesk.tracing.shard_prints import holders_of, page_number, prints_of

_COLUMNS: Final = ("first", "second", "shingles", "by_first", "by_second")
_ROW: Final = np.uint64(2**32 - 1)
BLOCK: Final = 10
"""Bits of a page's number within a block: so many pages' pairs are in memory at once."""


class ShuffleTask(msgspec.Struct, frozen=True):
    """Some ranges of hashes of all shards, and where the pairs that they bring together go.

    Attributes:
        holders: the shards' files of holders, in the order of the shards.
        twice: pages whose id an earlier page has, for each shard that has such.
        ranges: the first range, and the one after the last.
        out: where the pairs go, in groups for each block of first pages.
    """

    holders: tuple[str, ...]
    twice: dict[int, tuple[int, ...]]
    ranges: tuple[int, int]
    out: str


def bring_together(task: ShuffleTask) -> int:
    """Find the pairs of a range of hashes; return how many there are."""
    import pyarrow

    spare = np.array([(shard << 32) | row for shard, some in task.twice.items() for row in some], np.uint64)
    count = 0

    def parted() -> Iterator[tuple[int, Any]]:
        nonlocal count
        for number in range(*task.ranges):
            rows = [
                holders_of(table, shard)
                for shard, path in enumerate(task.holders)
                for table in read_groups(path, [number])
            ]
            if not rows:
                continue
            held = rows[0].joined(rows[1:])
            pairs = together(held.part(~np.isin(held.pages, spare)) if len(spare) else held)
            count += len(pairs.first)
            table = pyarrow.table({name: getattr(pairs, name) for name in _COLUMNS})
            blocks, cuts = np.unique(pairs.first >> np.uint64(BLOCK), return_index=True)
            for block, (low, high) in zip(blocks.tolist(), pairwise([*cuts.tolist(), len(table)]), strict=True):
                yield block, table.slice(low, high - low)

    types = (pyarrow.uint64(), pyarrow.uint64(), *[pyarrow.float32()] * 3)
    write_groups(task.out, pyarrow.schema(list(zip(_COLUMNS, types, strict=True))), parted())
    return count


class NearTask(msgspec.Struct, frozen=True):
    """The pairs whose first page is of one shard, and where those go that are near.

    Attributes:
        shard: number of the shard.
        pairs: the files of all ranges of hashes.
        prints: the shards' files of prints, in the order of the shards.
        out: where the near pairs go.
    """

    shard: int
    pairs: tuple[str, ...]
    prints: tuple[str, ...]
    out: str


def lay_beside(task: NearTask) -> int:
    """Measure how near the pairs of a shard are; return how many are neighbours."""
    one, size = _prints(task.prints[task.shard])
    looked = looked_weights(one, size)
    columns: list[list[Any]] = [[], [], []]
    for block in range((size >> BLOCK) + 1):
        key = (task.shard << (32 - BLOCK)) | block
        pairs = Together.of(
            [Together(*arrays(table, *_COLUMNS)) for path in task.pairs for table in read_groups(path, [key])]
        )
        shards = (pairs.second >> np.uint64(32)).astype(np.int64)
        for shard in np.unique(shards).tolist():
            inside = shards == shard
            some = Together(*(getattr(pairs, name)[inside] for name in _COLUMNS))
            other, others = _prints(task.prints[shard])
            first, second = ((numbers & _ROW).astype(np.int64) for numbers in (some.first, some.second))
            kept = enough(some, looked[first], looked_weights(other, others)[second])
            near = pair_nearness(one, other, first[kept], second[kept], (size, others))
            close = near >= LEAST
            for column, values in zip(columns, (some.first[kept], some.second[kept], near), strict=True):
                column.append(values[close])
    empty = (np.zeros(0, np.uint64), np.zeros(0, np.uint64), np.zeros(0))
    first, second, near = (np.concatenate((none, *rows)) for none, rows in zip(empty, columns, strict=True))
    write_columns(task.out, {"first": first, "second": second, "near": near})
    return len(first)


@lru_cache(maxsize=8)
def _prints(path: str) -> tuple[Batch, int]:
    with parquet_file(place(path)) as file:
        size = file.metadata.num_rows
    return prints_of(path), size


class ExactTask(msgspec.Struct, frozen=True):
    """All pages, where they are few enough to be laid beside one another, and where the near pairs go."""

    prints: tuple[str, ...]
    pages: Any
    out: str


def lay_all_beside(task: ExactTask) -> int:
    """Measure how near each two pages are; return how many are neighbours."""
    rows, numbers = [], []
    for shard, path in enumerate(task.prints):
        table = read_all(path, ["shingles", "facts"])
        rows += list(zip(table.column("shingles").to_pylist(), table.column("facts").to_pylist(), strict=True))
        numbers.append(page_number(shard, np.arange(table.num_rows)))
    kept = np.flatnonzero(np.isin(np.concatenate(numbers), task.pages)).tolist()
    prints = from_kept([rows[i] for i in kept])
    near = np.triu(nearness(prints, len(kept), np.arange(len(kept))), 1)
    first, second = np.nonzero(near >= LEAST)
    columns = {"first": task.pages[first], "second": task.pages[second], "near": near[first, second].astype(np.float64)}
    write_columns(task.out, columns)
    return len(first)
