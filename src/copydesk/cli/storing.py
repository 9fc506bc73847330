"""`copydesk trace --to`: folders of records into a folder of stories; and stories out of stored folders."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.exports.family_tables import Told


def trace_into(sources: tuple[str, ...], folder: Path, asked: dict[str, Any], *, claims: bool) -> None:
    """Trace folders of records into a folder of stories, and say what came of them.

    Raises:
        PageError: a source is no folder of records.
    """
    from importlib.metadata import version

    from copydesk.cli.family_screen import count
    from copydesk.cli.shards import check_parquet
    from copydesk.engines import choose
    from copydesk.storage import place
    from copydesk.tracing import trace_folders

    check_parquet("--to")
    engine = choose(asked["engine"], jobs=asked["jobs"], address=asked["address"])
    made = trace_folders([place(one) for one in sources], folder, engine, claims=claims, version=version("copydesk"))
    anew = "all" if made.told_anew == made.pages else f"{made.told_anew:,}"
    pages = f"{count(made.pages, 'page')}, {anew} traced anew" if made.told_anew else f"{count(made.pages, 'page')}"
    stories = "story" if made.stories == 1 else "stories"
    click.echo(f"{pages}; {folder} holds {made.stories:,} {stories}", err=True)


def stored_stories(
    sources: tuple[str, ...], asked: dict[str, Any], *, claims: bool
) -> "tuple[Iterator[Told], bool] | None":
    """Return the stories of stored folders, each with its records by id, and whether they have claims, or None.

    A folder of stories gives its own. Folders of records with more pages than are traced as a whole are traced into a
    temporary folder, so that memory stays bounded.

    Args:
        sources: as the user named them; of all others None is returned.
        asked: the options of every command that reads sources.
        claims: whether to find claims of records that are traced.

    Raises:
        PageError: a folder, or one of its records, is damaged or of another version.
    """
    from copydesk.copies.search.near import WHOLE
    from copydesk.recordfolder import manifest_of, records_behind
    from copydesk.storage import is_stored, place

    if not all(is_stored(one) or Path(one).is_dir() for one in sources):
        return None
    folders = [place(one) for one in sources]
    if len(folders) == 1 and (behind := records_behind(folders[0])) is not None:
        from copydesk.cli.shards import check_parquet
        from copydesk.tracing import stories_manifest

        check_parquet(sources[0])
        manifest = stories_manifest(folders[0])
        return _told(folders[0], behind), bool(manifest and manifest.claims)
    manifests = [manifest_of(folder) for folder in folders]
    if not all(manifests) or sum(one.pages for one in manifests if one) <= WHOLE:
        return None
    return _told_of_records(folders, asked, claims), claims


def _told(folder: Path, behind: "Iterable[Path]") -> "Iterator[Told]":
    from copydesk.tracing.stored_records import StoredRecords, with_records
    from copydesk.tracing.story_folder import pages_in, stories_in

    return with_records(stories_in(folder), StoredRecords(behind), lambda: pages_in(folder))


def _told_of_records(folders: "Sequence[Path]", asked: dict[str, Any], claims: bool) -> "Iterator[Told]":
    from tempfile import TemporaryDirectory

    from copydesk.engines import choose
    from copydesk.tracing import trace_folders

    engine = choose(asked["engine"], jobs=asked["jobs"], address=asked["address"])
    with TemporaryDirectory(prefix="copydesk-") as made:
        trace_folders(folders, Path(made), engine, claims=claims)
        yield from _told(Path(made), folders)
