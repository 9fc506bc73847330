"""Records in folders, looked up by id: for what is told of stories out of very many pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final
from weakref import finalize

import numpy as np

from copydesk.copies.copy_types import Story
from copydesk.copies.search.candidates import key_of
from copydesk.copies.search.prints import Numbers
from copydesk.errors import PageError
from copydesk.recordfolder import check_shard, manifest_of
from copydesk.records import Record
from copydesk.records.arrow import record_of
from copydesk.storage import parquet_file
from copydesk.tracing.moving import MoveTask, move, moved_together, rows_of_shard

PART: Final = 2_000
"""Pages whose records are read together."""
FEW: Final = 8
"""Parts that are looked up one by one; of more the records are first moved together, each shard read once."""
_ROWS: Final = 64


class StoredRecords:
    """The records of some folders by id; of each page 16 bytes are kept.

    Raises:
        PageError: a folder holds no records, or a shard is missing or cut short.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._shards: list[Path] = []
        keys, places = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
        for folder in folders:
            manifest = manifest_of(folder)
            if manifest is None:
                raise PageError(str(folder), "is no folder of records", "trace again from where the records are now")
            for shard in manifest.shards:
                check_shard(folder, shard)
                with parquet_file(folder / shard.file) as file:
                    ids = file.read(["id"]).column("id").to_pylist()
                keys.append(np.array([key_of(id_) for id_ in ids], np.uint64))
                places.append((np.uint64(len(self._shards)) << np.uint64(32)) | np.arange(len(ids), dtype=np.uint64))
                self._shards.append(folder / shard.file)
        every = np.concatenate(keys)
        self._keys, first = np.unique(every, return_index=True)
        self._places = np.concatenate(places)[first]

    def of(self, ids: Iterable[str]) -> dict[str, Record]:
        """Return some of the records by id; each shard that holds any is read once. Unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        places = self._places[self._found(wanted)]
        tables = [rows_of_shard(self._shards[shard], rows) for shard, rows, _ in self._by_shard(places, places)]
        return _in_order(wanted, tables)

    def moved(self, parts: Iterable[Sequence[str]], to: Path) -> list[str]:
        """Write the records of some parts to files, each part's together (`moved_together`); return their paths."""
        part = np.full(len(self._keys), -1)
        for number, ids in enumerate(parts):
            part[self._found(ids)] = number
        kept = part >= 0
        files = []
        for shard, rows, parted in self._by_shard(self._places[kept], part[kept]):
            files.append(str(to / f"moved-{shard}"))
            move(MoveTask(str(self._shards[shard]), rows, parted, parted, files[-1]))
        return files

    def _found(self, ids: Sequence[str]) -> Numbers:
        """Return where some ids stand among all, those that are known."""
        keys = np.array([key_of(id_) for id_ in ids], np.uint64)
        at = np.minimum(np.searchsorted(self._keys, keys), max(len(self._keys) - 1, 0))
        return at[self._keys[at] == keys] if len(self._keys) else at[:0]

    def _by_shard(self, places: Any, values: Any) -> Iterator[tuple[int, Numbers, Any]]:
        """Yield, for each shard, the rows among some places, sorted, and the values that go with them."""
        order = np.argsort(places)
        shards = (places[order] >> np.uint64(32)).astype(np.int64)
        rows = (places[order] & np.uint64(2**32 - 1)).astype(np.int64)
        for shard in np.unique(shards).tolist():
            yield shard, rows[shards == shard], values[order][shards == shard]

    def __len__(self) -> int:
        return len(self._keys)


class _Later(Mapping[str, Record]):
    """The records of a story's pages, which are read when the first is asked for."""

    def __init__(self, pages: Iterable[str], read: Callable[[], Mapping[str, Record]]) -> None:
        self._pages, self._read = dict.fromkeys(pages), read

    def __getitem__(self, page: str) -> Record:
        if page not in self._pages:
            raise KeyError(page)
        return self._read()[page]

    def __iter__(self) -> Iterator[str]:
        known = self._read()
        return (page for page in self._pages if page in known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def with_records(
    stories: Iterable[Story], records: StoredRecords, pages: Callable[[], Iterable[Sequence[str]]]
) -> Iterator[tuple[Story, Mapping[str, Record]]]:
    """Yield each story with the records of its pages, which are read when first asked for, some thousand together.

    Args:
        stories: stories, in any order.
        records: where their records lie.
        pages: gives the pages of the same stories in the same order.
    """
    folder = mkdtemp(prefix="copydesk-")

    @cache
    def moved() -> list[str]:
        parts = ([page for some in part for page in some] for part in _parts(pages(), len))
        return records.moved(parts, Path(folder))

    finalize(moved, rmtree, folder, ignore_errors=True)  # when nobody can ask any more
    for number, part in enumerate(_parts(stories, lambda story: len(story.pages))):
        ids = [page for story in part for page in story.pages]

        @cache
        def read(number: int = number, ids: Sequence[str] = ids) -> Mapping[str, Record]:
            if len(records) <= FEW * PART:
                return records.of(ids)
            return _in_order(ids, [moved_together(moved(), number)])

        for story in part:
            yield story, _Later(story.pages, read)


def _parts(items: Iterable[Any], size: Callable[[Any], int]) -> Iterator[list[Any]]:
    """Part items in their order: into lists of so many pages together, or one item that has more."""
    part: list[Any] = []
    pages = 0
    for item in items:
        part.append(item)
        pages += size(item)
        if pages >= PART:
            yield part
            part, pages = [], 0
    yield part


def _in_order(ids: Iterable[str], tables: Iterable[Any]) -> dict[str, Record]:
    rows = (row for table in tables for batch in table.to_batches(_ROWS) for row in batch.to_pylist())
    found = {row["id"]: record_of(row) for row in rows}
    return {id_: found[id_] for id_ in ids if id_ in found}
