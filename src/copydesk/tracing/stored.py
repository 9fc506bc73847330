"""Records in folders, looked up by id: for what is told of a few stories out of very many pages."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.copies.search.candidates import key_of
from copydesk.errors import PageError
from copydesk.recordfolder import check_shard, manifest_of
from copydesk.records import Record
from copydesk.records.arrow import record_of


class StoredRecords(Mapping[str, Record]):
    """The records of some folders by id; of each page 16 bytes are kept, and a few row groups.

    Raises:
        PageError: a folder holds no records, or a shard is missing or cut short.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        from pyarrow import parquet

        self._groups: list[tuple[Path, int]] = []
        keys, places = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
        for folder in folders:
            manifest = manifest_of(folder)
            if manifest is None:
                raise PageError(str(folder), "is no folder of records", "trace again from where the records are now")
            for shard in manifest.shards:
                check_shard(folder, shard)
                with parquet.ParquetFile(folder / shard.file) as file:
                    for number in range(file.num_row_groups):
                        ids = file.read_row_group(number, ["id"]).column("id").to_pylist()
                        keys.append(np.array([key_of(id_) for id_ in ids], np.uint64))
                        group = np.uint64(len(self._groups)) << np.uint64(32)
                        places.append(group | np.arange(len(ids), dtype=np.uint64))
                        self._groups.append((folder / shard.file, number))
        every = np.concatenate(keys)
        self._keys, first = np.unique(every, return_index=True)
        self._places = np.concatenate(places)[first]
        self._table = lru_cache(maxsize=6)(_table)

    def __getitem__(self, id_: str) -> Record:
        key = np.uint64(key_of(id_))
        at = int(np.searchsorted(self._keys, key))
        if at == len(self._keys) or self._keys[at] != key:
            raise KeyError(id_)
        place = int(self._places[at])
        table = self._table(*self._groups[place >> 32])
        return record_of(table.slice(place & (2**32 - 1), 1).to_pylist()[0])

    def __iter__(self) -> Iterator[str]:
        from pyarrow import parquet

        for path, number in self._groups:
            with parquet.ParquetFile(path) as file:
                yield from file.read_row_group(number, ["id"]).column("id").to_pylist()

    def __len__(self) -> int:
        return len(self._keys)


def _table(path: Path, number: int) -> Any:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        return file.read_row_group(number)
