"""A folder of records: Parquet shards and a manifest that says what is whole.

    records/
      manifest.json          counts, failures by name, each shard's rows, days, size and SHA-256
      part-00000.parquet     at most 5,000 records, sorted by day; a row group for each 500

A shard is written beside its place and moved there; then the manifest is replaced. What the manifest does not name is
not there: a run that was broken off leaves at most a stray file, which the next run removes and writes again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
import numpy as np

from copydesk.errors import CopydeskError, PageError
from copydesk.records import FORMAT as RECORD_FORMAT
from copydesk.records import Record
from copydesk.records.arrow import arrow_schema, row_of
from copydesk.storage import locked, make_folder, open_bytes, parquet_file, place, read_bytes, replace_file, size_of

FORMAT: Final = "copydesk-folder/1"
STORIES: Final = "copydesk-stories"
"""What the format of a folder of stories begins with."""
MANIFEST: Final = "manifest.json"
SHARD_ROWS: Final = 5_000
GROUP_ROWS: Final = 500
M = TypeVar("M", bound=msgspec.Struct)


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """One Parquet file: its name, rows, size in bytes, SHA-256 (hex), first and last day that its pages tell."""

    file: str
    rows: int
    bytes: int
    sha256: str
    first_day: str | None = None
    last_day: str | None = None


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """A page that could not be read, and why."""

    page: str
    reason: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder of records holds.

    Attributes:
        format: `copydesk-folder/1`.
        record: format of the records.
        copydesk: version of the program that wrote it last.
        pages: number of records.
        shards: the Parquet files, in the order in which they were written.
        failures: pages that could not be read.
    """

    format: str = FORMAT
    record: str = RECORD_FORMAT
    copydesk: str = ""
    pages: int = 0
    shards: tuple[Shard, ...] = ()
    failures: tuple[Failed, ...] = ()


def manifest_of(folder: Path) -> Manifest | None:
    """Return the manifest of a folder of records; None where the folder has none.

    Raises:
        PageError: the manifest is damaged, or of a newer version.
    """
    formats = {"format": FORMAT, "record": RECORD_FORMAT}
    return read_manifest(folder, Manifest, formats, "read the pages into a new folder")


def read_manifest(folder: Path, kind: type[M], formats: Mapping[str, str], remedy: str) -> M | None:
    """Return the manifest of a folder; None where it has none of that kind.

    Args:
        folder: where it lies.
        kind: the type of the manifest.
        formats: its fields that name a format, and the formats that can be read; `format` tells the kind.
        remedy: what to do where it is damaged.

    Raises:
        PageError: the manifest is damaged, or of another version.
    """
    path = folder / MANIFEST
    stated = _stated(path, remedy)
    family = formats["format"].rpartition("/")[0]
    if not str(stated.get("format", "")).startswith(f"{family}/"):
        return None
    if any(stated.get(name) != value for name, value in formats.items()):
        found = " with ".join(str(stated.get(name)) for name in formats)
        known = formats["format"]
        raise PageError(str(path), f"is of another version: {found}", f"use the copydesk that wrote it ({known})")
    try:
        return msgspec.convert(stated, kind)
    except msgspec.MsgspecError as error:
        raise PageError(str(path), f"the manifest is damaged: {error}", remedy) from error


def _stated(path: Path, remedy: str) -> dict[str, Any]:
    """Return what a manifest states; nothing where there is none, or where it is no object."""
    try:
        data = read_bytes(path)
        stated = None if data is None else msgspec.json.decode(data)
    except OSError as error:
        raise PageError(str(path), f"cannot be read: {error.strerror or error}", "check the path") from error
    except msgspec.MsgspecError as error:
        raise PageError(str(path), f"the manifest is damaged: {error}", remedy) from error
    return stated if isinstance(stated, dict) else {}


def records_behind(folder: Path) -> tuple[Path, ...] | None:
    """Return the folders of records that a folder of stories was traced from; None for any other folder.

    Raises:
        PageError: its manifest is damaged.
    """
    stated = _stated(folder / MANIFEST, "write it again")
    if not str(stated.get("format", "")).startswith(f"{STORIES}/"):
        return None
    return tuple(place(str(one)) for one in stated.get("records", ()))


def check_shard(folder: Path, shard: Shard, *, whole: bool = False) -> None:
    """Check that a shard is there with all its bytes.

    Args:
        folder: where it lies.
        shard: what the manifest says of it.
        whole: read all of it and check its hash, too.

    Raises:
        PageError: it is missing, cut short or altered.
    """
    path = folder / shard.file
    remedy = f"remove it from {MANIFEST} and read its pages again, or bring the file back"
    try:
        size = size_of(path)
    except OSError as error:
        raise PageError(str(path), error.strerror or str(error), remedy) from error
    if size != shard.bytes:
        raise PageError(str(path), f"has {size:,} bytes where the manifest says {shard.bytes:,}: cut short?", remedy)
    if whole and file_hash(path) != shard.sha256:
        raise PageError(str(path), "its bytes are not those that were written", remedy)


class KnownIds:
    """Ids that can be looked up, 8 bytes each: of 100 million, one in some 180 billion others is taken for known."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._keys = np.unique(np.fromiter(map(_key, ids), np.uint64))

    def __contains__(self, id_: object) -> bool:
        key = np.uint64(_key(str(id_)))
        at = int(np.searchsorted(self._keys, key))
        return at < len(self._keys) and bool(self._keys[at] == key)

    def __len__(self) -> int:
        return len(self._keys)


def _key(id_: str) -> int:
    return int.from_bytes(hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class FolderWriter:
    """Writes records into a folder, shard by shard; made again, it goes on where it was.

    Use it as a context manager: one at a time writes into a folder, and what is left is written at the end.
    """

    def __init__(self, folder: Path, *, shard_rows: int = SHARD_ROWS, version: str = "") -> None:
        """Take a folder, made where there is none.

        Raises:
            PageError: another run writes into it, it is a file, or its manifest is damaged or newer.
        """
        self._folder, self._rows, self._version = folder, shard_rows, version
        self._waiting: list[Record] = []
        self._failed: list[Failed] = []

    def __enter__(self) -> "FolderWriter":
        try:
            make_folder(self._folder)
            self._lock = locked(self._folder)
            self._lock.__enter__()
        except OSError as error:
            raise PageError(str(self._folder), error.strerror or str(error), "give another folder") from error
        try:
            self.manifest = manifest_of(self._folder) or Manifest(copydesk=self._version)
            self._remove_strays()
            self.known = KnownIds(self._ids())
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None or issubclass(kind, (KeyboardInterrupt, CopydeskError, SystemExit)):
                self.flush()
        finally:
            self._lock.__exit__(None, None, None)

    def add(self, record: Record) -> None:
        """Take one record; a shard is written when it is full.

        Raises:
            PageError: the disk is full, or the folder cannot be written.
        """
        self._waiting.append(record)
        if len(self._waiting) >= self._rows:
            self.flush()

    def fail(self, page: str, reason: str) -> None:
        """Note a page that could not be read; it is written with the next shard."""
        self._failed.append(Failed(page=page, reason=reason))

    def flush(self) -> None:
        """Write what waits as one shard, then the manifest."""
        if not self._waiting and not self._failed:
            return
        shards = self.manifest.shards
        try:
            if self._waiting:
                shards += (self._write(f"part-{len(shards):05}.parquet"),)
            known = {failed.page: failed for failed in (*self.manifest.failures, *self._failed)}
            self.manifest = Manifest(
                copydesk=self._version,
                pages=sum(shard.rows for shard in shards),
                shards=shards,
                failures=tuple(known.values()),
            )
            data = msgspec.json.format(msgspec.json.encode(self.manifest), indent=1)
            replace_file(self._folder / MANIFEST, lambda path: path.write_bytes(data + b"\n"))
        except OSError as error:
            reason = f"cannot be written: {error.strerror or error}"
            raise PageError(str(self._folder), reason, "make room, then run the same command: it goes on") from error
        self._waiting, self._failed = [], []

    def _write(self, name: str) -> Shard:
        import pyarrow
        from pyarrow import parquet

        rows = sorted(self._waiting, key=lambda record: (record.day or "~", record.id))
        schema = arrow_schema()
        size, digest = 0, ""

        def write(path: Path) -> None:
            nonlocal size, digest
            with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
                for start in range(0, len(rows), GROUP_ROWS):
                    group = [row_of(record) for record in rows[start : start + GROUP_ROWS]]
                    writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
            size, digest = size_of(path), file_hash(path)

        replace_file(self._folder / name, write)
        days = [record.day for record in rows if record.day]
        return Shard(
            file=name,
            rows=len(rows),
            bytes=size,
            sha256=digest,
            first_day=min(days, default=None),
            last_day=max(days, default=None),
        )

    def _remove_strays(self) -> None:
        named = {shard.file for shard in self.manifest.shards}
        for path in self._folder.glob("part-*.parquet*"):
            if path.name not in named:
                path.unlink()

    def _ids(self) -> Iterator[str]:
        for shard in self.manifest.shards:
            check_shard(self._folder, shard)
            with parquet_file(self._folder / shard.file) as file:
                yield from file.read(["id"]).column("id").to_pylist()


def shards_of(folder: Path, manifest: Manifest) -> Iterable[tuple[Path, PageError | None]]:
    """Yield the path of each shard, and what is wrong with it, if anything."""
    for shard in manifest.shards:
        try:
            check_shard(folder, shard)
        except PageError as error:
            yield folder / shard.file, error
        else:
            yield folder / shard.file, None


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    digest = hashlib.sha256()
    with open_bytes(path) as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
