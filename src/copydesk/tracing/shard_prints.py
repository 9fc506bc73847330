"""Fingerprints by record: a shard of records to one file of its pages' prints and one of who holds which hash."""

from typing import Any, Final

import msgspec
import numpy as np

from copydesk.copies.search.candidates import Holders, holders, key_of
from copydesk.copies.search.prints import BITS, Batch, fingerprint, from_kept
from copydesk.storage import parquet_file, place
from copydesk.tracing.files import arrays, read_all, write_columns, write_groups

RANGES: Final = 64
"""Ranges of hashes, each a row group of a shard's holders."""
ROWS: Final = 500
_HASH: Final = np.uint64(2**BITS - 1)
_COLUMNS: Final = ("word", "row", "looked")


class PrintsTask(msgspec.Struct, frozen=True):
    """A shard of records, and where its prints and its holders go."""

    shard: str
    prints: str
    holders: str


def make_prints(task: PrintsTask) -> int:
    """Fingerprint the records of a shard; return how many there are."""
    import pyarrow

    ids: list[str] = []
    kept: list[tuple[bytes, bytes]] = []
    with parquet_file(place(task.shard)) as file:
        for batch in file.iter_batches(ROWS, columns=["id", "text"]):
            rows = batch.to_pylist()
            ids += [row["id"] for row in rows]
            kept += fingerprint([row["text"] for row in rows]).kept(len(rows))
    keys = np.array([key_of(id_) for id_ in ids], np.uint64)
    held = holders(from_kept(kept), keys, np.arange(len(ids), dtype=np.uint64))
    _write_holders(task.holders, held)
    columns = {
        "id": pyarrow.array(ids, pyarrow.string()),
        "key": keys,
        "shingles": pyarrow.array([row[0] for row in kept], pyarrow.binary()),
        "facts": pyarrow.array([row[1] for row in kept], pyarrow.binary()),
    }
    write_columns(task.prints, columns)
    return len(ids)


def _write_holders(path: str, held: Holders) -> None:
    import pyarrow

    group = ((held.buckets & _HASH) >> np.uint64(BITS - 6)).astype(np.int64)
    order = np.lexsort((held.words, group))
    columns: tuple[Any, ...] = (held.words, held.pages.astype(np.uint32), held.looked)
    table = pyarrow.table({name: column[order] for name, column in zip(_COLUMNS, columns, strict=True)})
    cuts = np.searchsorted(group[order], np.arange(RANGES + 1)).tolist()
    parts = ((number, table.slice(cuts[number], cuts[number + 1] - cuts[number])) for number in range(RANGES))
    write_groups(path, table.schema, parts)


def holders_of(table: Any, shard: int) -> Holders:
    """Return the holders in a group of a shard's file; pages are numbered by shard and row."""
    words, rows, looked = arrays(table, *_COLUMNS)
    return Holders(words, page_number(shard, rows), looked)


def page_number(shard: int, rows: Any) -> Any:
    """Return the numbers of pages: the number of their shard above, their row in it below."""
    return (np.uint64(shard) << np.uint64(32)) | rows.astype(np.uint64)


def prints_of(path: str) -> Batch:
    """Return the fingerprints of a shard's pages, numbered by row."""
    table = read_all(path, ["shingles", "facts"])
    return from_kept(list(zip(table.column("shingles").to_pylist(), table.column("facts").to_pylist(), strict=True)))
