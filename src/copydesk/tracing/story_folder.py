"""A folder of stories: Parquet files and a manifest that says what is whole, as in a folder of records.

stories/
  manifest.json                  the folders of records, counts, each part's rows, size and SHA-256
  part-3f0c9a….parquet           stories: columns to ask by, and each whole as JSON, those with most pages first
  work/                          what the stages wrote, by which a later run goes on; may be removed
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from copydesk.copies.copy_types import FORMAT as STORY_FORMAT
from copydesk.copies.copy_types import Story, story_from_json
from copydesk.errors import PageError
from copydesk.recordfolder import STORIES, Shard, check_shard, file_hash, read_manifest
from copydesk.storage import parquet_file, replace_file, size_of

FORMAT: Final = f"{STORIES}/1"


class StoriesManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder of stories holds.

    Attributes:
        format: `copydesk-stories/1`.
        story: format of the stories.
        copydesk: version of the program that wrote it last.
        records: the folders of records that they were traced from.
        pages: number of pages.
        stories: number of stories.
        claims: whether they have their claims.
        told_anew: pages whose neighbourhoods the last run traced; the others stayed as they were.
        parts: the Parquet files.
    """

    format: str = FORMAT
    story: str = STORY_FORMAT
    copydesk: str = ""
    records: tuple[str, ...] = ()
    pages: int = 0
    stories: int = 0
    claims: bool = False
    told_anew: int = 0
    parts: tuple[Shard, ...] = ()


def stories_manifest(folder: Path) -> StoriesManifest | None:
    """Return the manifest of a folder of stories; None where the folder is none.

    Raises:
        PageError: the manifest is damaged, or of another version.
    """
    return read_manifest(folder, StoriesManifest, {"format": FORMAT, "story": STORY_FORMAT}, "trace into a new folder")


def stories_in(folder: Path) -> Iterator[Story]:
    """Yield the stories of a folder, those with most pages first, in bounded memory.

    Raises:
        PageError: it is no folder of stories, or a part is missing or cut short.
    """
    manifest = stories_manifest(folder)
    if manifest is None:
        raise PageError(str(folder), "is no folder of stories", "make one: copydesk trace records/ --to stories/")
    for part in manifest.parts:
        check_shard(folder, part)
    for *_, json in heapq.merge(*(_rows(folder / part.file) for part in manifest.parts)):
        yield story_from_json(json)


def pages_in(folder: Path) -> Iterator[list[str]]:
    """Yield the pages of each story of a folder, in the order of `stories_in`."""
    manifest = stories_manifest(folder)
    for _, pages, _ in heapq.merge(*(_rows(folder / part.file, []) for part in (manifest.parts if manifest else ()))):
        yield pages


def _rows(path: Path, json: Sequence[str] = ("json",)) -> Iterator[tuple[int, list[str], str]]:
    with parquet_file(path) as file:
        for batch in file.iter_batches(64, columns=["size", "pages", *json]):
            for row in batch.to_pylist():
                yield -row["size"], row["pages"], row.get("json", "")


def put_part(folder: Path, name: str, write: Callable[[Path], object]) -> Shard:
    """Bring a part to its place in a folder of stories; return what the manifest says of it."""
    made: list[Shard] = []

    def described(path: Path) -> None:
        write(path)
        with parquet_file(path) as file:
            table = file.read(["first_day", "last_day"])
        firsts, lasts = ([day for day in column.to_pylist() if day] for column in table.columns)
        made.append(
            Shard(
                file=name,
                rows=table.num_rows,
                bytes=size_of(path),
                sha256=file_hash(path),
                first_day=min(firsts, default=None),
                last_day=max(lasts, default=None),
            )
        )

    replace_file(folder / name, described)
    return made[0]


def neighbourhoods_of(folder: Path, parts: Iterable[Shard]) -> dict[str, set[str]]:
    """Return the neighbourhoods that each part of a folder tells of, by the part's file."""
    found: dict[str, set[str]] = {}
    for part in parts:
        with parquet_file(folder / part.file) as file:
            found[part.file] = set(file.read(["neighbourhood"]).column("neighbourhood").to_pylist())
    return found
