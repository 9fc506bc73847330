"""Folders of records to a folder of stories, in stages of pure tasks that any engine runs.

Prints by shard; a shuffle on hash brings pages together; pairs are laid beside one another shard by shard; components
are contracted; records are moved together; neighbourhoods are told. Each task writes one file, named by what it is made
from: a run that was broken off goes on, and what did not change is not told anew.
"""

import hashlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
import numpy as np

from copydesk.copies.search.near import LEAST, RAISED, WHOLE
from copydesk.copies.search.prints import VERSION, Hashes
from copydesk.engines import Engine, FailedItem
from copydesk.errors import PageError
from copydesk.recordfolder import MANIFEST, Shard, check_shard, manifest_of
from copydesk.storage import locked, make_folder, parquet_file, place, read_bytes, replace_file
from copydesk.tracing import contraction
from copydesk.tracing.contraction import ContractTask, contract_files
from copydesk.tracing.files import arrays, read_all
from copydesk.tracing.moving import MoveTask, move
from copydesk.tracing.neighbours import (
    ExactTask,
    NearTask,
    ShuffleTask,
    bring_together,
    lay_all_beside,
    lay_beside,
)
from copydesk.tracing.shard_prints import RANGES, PrintsTask, make_prints, page_number
from copydesk.tracing.story_folder import StoriesManifest, neighbourhoods_of, put_part, stories_manifest
from copydesk.tracing.telling import TellTask, tell

PART_PAGES: Final = 500
"""Pages that are told in one task, or one neighbourhood where that has more."""
SHUFFLED: Final = 4_000
"""Pages for each task of the shuffle on hash."""
JOINED: Final = 16
"""Files that are contracted to one."""
_Task = TypeVar("_Task", bound=msgspec.Struct)


def trace_folders(
    folders: Sequence[Path], to: Path, engine: Engine, *, claims: bool = True, version: str = "", whole: int = WHOLE
) -> StoriesManifest:
    """Trace the records of some folders into a folder of stories; the result is that of `trace` on one machine.

    Args:
        folders: folders of records (`copydesk read --to`).
        to: the folder of stories, made where there is none; what it tells already of unchanged neighbourhoods stays.
        engine: what runs the tasks; every worker must see both folders under the same paths.
        claims: whether to find claims, too.
        version: of the program, for the manifest.
        whole: pages that are looked at as a whole.

    Raises:
        PageError: a folder holds no records, a shard is cut short, another run writes, a disk is full.
    """
    return _Run(folders, to, engine, claims=claims, version=version, whole=whole).run()


class _Run:
    def __init__(
        self, folders: Sequence[Path], to: Path, engine: Engine, *, claims: bool, version: str, whole: int
    ) -> None:
        self._folders, self._to, self._engine = [folder.resolve() for folder in folders], to.resolve(), engine
        self._claims, self._version, self._whole = claims, version, whole
        self._work = self._to / "work"
        self._shards: list[tuple[Path, Shard]] = []

    def run(self) -> StoriesManifest:
        for folder in self._folders:
            manifest = manifest_of(folder)
            if manifest is None:
                remedy = "make one: copydesk read SOURCE… --to records/"
                raise PageError(str(folder), "is no folder of records", remedy)
            for shard in manifest.shards:
                check_shard(folder, shard)
                self._shards.append((folder, shard))
        if not self._shards:
            raise PageError(str(self._folders[0]), "holds no records", "read pages into it: copydesk read --to")
        before = self._before()
        try:
            make_folder(self._work)
            with locked(self._to):
                return self._traced(before)
        except OSError as error:
            reason = f"cannot be written: {error.strerror or error}"
            raise PageError(str(self._to), reason, "make room, then run the same command: it goes on") from error

    def _before(self) -> StoriesManifest:
        known = stories_manifest(self._to)
        if known is None and read_bytes(self._to / MANIFEST) is not None:
            raise PageError(str(self._to), "holds something else", "give another folder")
        return known if known is not None and known.claims == self._claims else StoriesManifest()

    def _traced(self, before: StoriesManifest) -> StoriesManifest:
        prints = [self._made("prints", VERSION, shard.sha256) for _, shard in self._shards]
        held = [self._made("held", VERSION, shard.sha256) for _, shard in self._shards]
        self._all(
            make_prints,
            [
                PrintsTask(str(folder / shard.file), p, h)
                for (folder, shard), p, h in zip(self._shards, prints, held, strict=True)
            ],
            lambda task: (task.prints, task.holders),
        )
        pages, twice = self._pages(prints)
        label = self._labels(pages, twice, prints, held)
        signature = self._signatures(label)
        told = neighbourhoods_of(self._to, before.parts)
        known = set().union(*told.values()) if told else set()
        fresh = [i for i, one in enumerate(signature) if one not in known]
        parts, count = self._tell(pages, label, signature, fresh)
        manifest = self._finish(before, told, set(signature), parts, len(pages), count)
        self._clean(prints, held)
        return manifest

    def _pages(self, prints: Sequence[str]) -> tuple[Hashes, dict[int, tuple[int, ...]]]:
        """Return the numbers of all pages, and those whose id an earlier page has."""
        keys = [arrays(read_all(path, ["key"]), "key")[0] for path in prints]
        pages = np.concatenate([page_number(shard, np.arange(len(one))) for shard, one in enumerate(keys)])
        self._keys, self._numbers = np.concatenate(keys), pages
        _, first = np.unique(self._keys, return_index=True)
        if len(first) == len(pages):
            return pages, {}
        kept = np.zeros(len(pages), bool)
        kept[first] = True
        twice: dict[int, tuple[int, ...]] = {}
        for number in pages[~kept].tolist():
            twice[number >> 32] = (*twice.get(number >> 32, ()), number & (2**32 - 1))
        self._keys, self._numbers = self._keys[kept], pages[kept]
        return self._numbers, twice

    def _labels(
        self, pages: Hashes, twice: dict[int, tuple[int, ...]], prints: Sequence[str], held: Sequence[str]
    ) -> Hashes:
        """Return for each page the number of its neighbourhood: the least of its pages."""
        made = self._made("", VERSION, *(shard.sha256 for _, shard in self._shards), str(twice), self._whole)
        run = place(made).name[1:]
        near = self._near(run, pages, twice, prints, held)
        least, level = LEAST, 0
        linked, star = self._contracted(near, least, f"{run}-{level}")
        while least <= 1 and (large := contraction.sizes(star)[0] > self._whole).any():
            least, level = least * RAISED, level + 1
            star = contraction.relabelled(linked, star, large, self._contracted(near, least, f"{run}-{level}"))
        label = pages.copy()
        label[np.searchsorted(pages, linked)] = star
        return label

    def _near(
        self, run: str, pages: Hashes, twice: dict[int, tuple[int, ...]], prints: Sequence[str], held: Sequence[str]
    ) -> list[str]:
        """Return the files of near pairs."""
        if len(pages) <= self._whole:
            out = str(self._work / f"near-{run}")
            self._all(lay_all_beside, [ExactTask(tuple(prints), pages, out)], lambda task: (task.out,))
            return [out]
        tasks = max(1, min(RANGES, len(pages) // SHUFFLED))
        cuts = np.linspace(0, RANGES, tasks + 1).astype(int).tolist()
        shuffles = [
            ShuffleTask(tuple(held), twice, (low, high), str(self._work / f"pairs-{run}-{low}-{high}"))
            for low, high in pairwise(cuts)
        ]
        self._all(bring_together, shuffles, lambda task: (task.out,))
        pairs = tuple(task.out for task in shuffles)
        beside = [
            NearTask(shard, pairs, tuple(prints), str(self._work / f"near-{run}-{shard}"))
            for shard in range(len(prints))
        ]
        self._all(lay_beside, beside, lambda task: (task.out,))
        return [task.out for task in beside]

    def _contracted(self, files: Sequence[str], least: float, name: str) -> tuple[Hashes, Hashes]:
        level = 0
        files = list(files)
        while True:
            groups = [files[at : at + JOINED] for at in range(0, len(files), JOINED)]
            out = [str(self._work / f"stars-{name}-{level}-{number}") for number in range(len(groups))]
            self._all(
                contract_files,
                [ContractTask(tuple(group), least, path) for group, path in zip(groups, out, strict=True)],
                lambda task: (task.out,),
            )
            if len(out) == 1:
                first, second = arrays(read_all(out[0]), "first", "second")
                return first, second
            files, level = out, level + 1

    def _signatures(self, label: Hashes) -> list[str]:
        """Return what each neighbourhood is known by: its pages, and the shards that their records are in."""
        seeds = np.array([int(shard.sha256[:16], 16) for _, shard in self._shards], np.uint64)
        shard_of = (self._numbers >> np.uint64(32)).astype(np.int64)
        mixed = _mixed(self._keys ^ seeds[shard_of])
        order = np.argsort(label, kind="stable")
        starts = np.flatnonzero(np.concatenate((np.ones(1, bool), label[order][1:] != label[order][:-1])))
        sums = np.add.reduceat(mixed[order], starts), np.add.reduceat(_mixed(mixed)[order], starts)
        return [f"{one:016x}{other:016x}" for one, other in zip(*(part.tolist() for part in sums), strict=True)]

    def _tell(
        self, pages: Hashes, label: Hashes, signature: Sequence[str], fresh: Sequence[int]
    ) -> tuple[list[str], int]:
        """Tell the neighbourhoods that are not told yet; return the files of their stories, and how many pages."""
        numbers, group = np.unique(label, return_inverse=True)
        sizes = np.bincount(group, minlength=len(numbers))
        part_of = np.full(len(numbers), -1)
        part, filled = 0, 0
        for one in fresh:
            if filled and filled + sizes[one] > PART_PAGES:
                part, filled = part + 1, 0
            part_of[one] = part
            filled += int(sizes[one])
        of_page = part_of[group]
        moves, lying = [], [list[str]() for _ in range(part + 1)]
        shard_of = (pages >> np.uint64(32)).astype(np.int64)
        run = hashlib.sha256("".join(signature[i] for i in fresh).encode()).hexdigest()[:16]
        for number, (folder, shard) in enumerate(self._shards):
            inside = (shard_of == number) & (of_page >= 0)
            if not inside.any():
                continue
            out = str(self._work / f"parted-{run}-{number}")
            rows = (pages[inside] & np.uint64(2**32 - 1)).astype(np.int64)
            moves.append(MoveTask(str(folder / shard.file), rows, of_page[inside], label[inside], out))
            for one in np.unique(of_page[inside]).tolist():
                lying[one].append(out)
        self._all(move, moves, lambda task: (task.out,))
        tells = []
        for one in range(part + 1 if fresh else 0):
            mine = np.flatnonzero(part_of == one).tolist()
            signatures = {int(numbers[i]): signature[i] for i in mine}
            made = "".join(signatures.values())
            name = hashlib.sha256(f"{made}{self._claims}{self._version}".encode()).hexdigest()[:16]
            tells.append(TellTask(tuple(lying[one]), one, signatures, self._claims, str(self._work / f"told-{name}")))
        self._all(tell, tells, lambda task: (task.out,))
        return [task.out for task in tells], int((of_page >= 0).sum())

    def _finish(
        self,
        before: StoriesManifest,
        told: dict[str, set[str]],
        live: set[str],
        fresh: Sequence[str],
        pages: int,
        anew: int,
    ) -> StoriesManifest:
        """Bring new parts and what stays of old ones to their places, then the manifest."""
        parts: list[Shard] = []
        for part in before.parts:
            if told[part.file] <= live:
                parts.append(part)
            elif told[part.file] & live:
                parts.append(self._without(part, live))
        for path in fresh:
            name = f"part-{place(path).name.removeprefix('told-')}.parquet"
            told_part = place(path).read_bytes()
            parts.append(put_part(self._to, name, lambda to, data=told_part: to.write_bytes(data)))  # type: ignore[misc]
        manifest = StoriesManifest(
            copydesk=self._version,
            records=tuple(map(str, self._folders)),
            pages=pages,
            stories=sum(part.rows for part in parts),
            claims=self._claims,
            told_anew=anew,
            parts=tuple(sorted(parts, key=lambda part: part.file)),
        )
        data = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        replace_file(self._to / MANIFEST, lambda path: path.write_bytes(data + b"\n"))
        named = {part.file for part in parts}
        for stray in self._to.glob("part-*.parquet*"):
            if stray.name not in named:
                stray.unlink()
        return manifest

    def _without(self, part: Shard, live: set[str]) -> Shard:
        """Write a part again without the neighbourhoods that are told anew."""
        import pyarrow
        from pyarrow import parquet

        with parquet_file(self._to / part.file) as file:
            table = file.read()
        kept = [one in live for one in table.column("neighbourhood").to_pylist()]
        digest = hashlib.sha256((part.sha256 + str(kept)).encode()).hexdigest()[:16]
        left = table.filter(pyarrow.array(kept))
        return put_part(
            self._to, f"part-{digest}.parquet", lambda to: parquet.write_table(left, to, compression="zstd")
        )

    def _clean(self, *kept: Sequence[str]) -> None:
        """Remove what no later run needs: all but the prints of the shards that there are."""
        named = {place(path).name for paths in kept for path in paths}
        for path in self._work.iterdir():
            if path.name not in named:
                path.unlink()

    def _made(self, stage: str, *of: object) -> str:
        """Return the path of a file by the stage that writes it and what it is made from."""
        return str(self._work / f"{stage}-{hashlib.sha256(repr(of).encode()).hexdigest()[:24]}")

    def _all(
        self, function: Callable[[_Task], int], tasks: Sequence[_Task], files: Callable[[_Task], tuple[str, ...]]
    ) -> None:
        """Run the tasks whose files are not there.

        Raises:
            CopydeskError: one failed; what the others made stays for the next run.
        """
        left = [task for task in tasks if not all(map(_is_file, files(task)))]
        failed: FailedItem[Any] | None = None
        for result in self._engine.run(function, left, large=True):
            if isinstance(result, FailedItem):
                failed = failed or result
        if failed is not None:
            raise failed.error


def _is_file(path: str) -> bool:
    return place(path).is_file()


def _mixed(values: Hashes) -> Hashes:
    """Return the values well mixed (the finisher of SplitMix64, Steele et al. 2014)."""
    mixed = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
