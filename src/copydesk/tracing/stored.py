"""Records in folders, looked up by id: for what is told of a few stories out of very many pages."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from copydesk.copies.search.candidates import key_of
from copydesk.copies.types import Story
from copydesk.errors import PageError
from copydesk.recordfolder import check_shard, manifest_of
from copydesk.records import Record
from copydesk.records.arrow import record_of
from copydesk.storage import parquet_file

PART: Final = 2_000
"""Pages whose records are read together."""


class StoredRecords:
    """The records of some folders by id; of each page 16 bytes are kept.

    Raises:
        PageError: a folder holds no records, or a shard is missing or cut short.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._groups: list[tuple[Path, int]] = []
        keys, places = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
        for folder in folders:
            manifest = manifest_of(folder)
            if manifest is None:
                raise PageError(str(folder), "is no folder of records", "trace again from where the records are now")
            for shard in manifest.shards:
                check_shard(folder, shard)
                with parquet_file(folder / shard.file) as file:
                    for number in range(file.num_row_groups):
                        ids = file.read_row_group(number, ["id"]).column("id").to_pylist()
                        keys.append(np.array([key_of(id_) for id_ in ids], np.uint64))
                        group = np.uint64(len(self._groups)) << np.uint64(32)
                        places.append(group | np.arange(len(ids), dtype=np.uint64))
                        self._groups.append((folder / shard.file, number))
        every = np.concatenate(keys)
        self._keys, first = np.unique(every, return_index=True)
        self._places = np.concatenate(places)[first]

    def of(self, ids: Iterable[str]) -> dict[str, Record]:
        """Return some of the records by id; each row group that holds any is read once. Unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        keys = np.array([key_of(id_) for id_ in wanted], np.uint64)
        at = np.minimum(np.searchsorted(self._keys, keys), max(len(self._keys) - 1, 0))
        places = self._places[at][self._keys[at] == keys] if len(self._keys) else at[:0]
        found = {}
        groups = (places >> np.uint64(32)).astype(np.int64)
        for group in np.unique(groups).tolist():
            rows = np.sort(places[groups == group] & np.uint64(2**32 - 1))
            table = _table(*self._groups[group])
            for row in table.take(rows).to_pylist():
                found[row["id"]] = record_of(row)
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def __len__(self) -> int:
        return len(self._keys)


def with_records(stories: Iterable[Story], records: StoredRecords) -> Iterator[tuple[Story, Mapping[str, Record]]]:
    """Yield each story with the records of its pages, which are read for some thousand pages together."""
    part: list[Story] = []
    pages = 0
    for story in stories:
        part.append(story)
        pages += len(story.pages)
        if pages >= PART:
            yield from _read_together(part, records)
            part, pages = [], 0
    yield from _read_together(part, records)


def _read_together(part: list[Story], records: StoredRecords) -> Iterator[tuple[Story, Mapping[str, Record]]]:
    found = records.of(page for story in part for page in story.pages)
    for story in part:
        yield story, {page: found[page] for page in story.pages if page in found}


def _table(path: Path, number: int) -> Any:
    with parquet_file(path) as file:
        return file.read_row_group(number)
