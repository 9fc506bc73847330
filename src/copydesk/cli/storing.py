"""`copydesk trace --to`: folders of records into a folder of stories; and stories out of such a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from copydesk.exports.family_tables import Told


def trace_into(sources: tuple[str, ...], folder: Path, asked: dict[str, Any], *, claims: bool) -> None:
    """Trace folders of records into a folder of stories, and say what came of them.

    Raises:
        PageError: a source is no folder of records.
    """
    from importlib.metadata import version

    from copydesk.cli.families import count
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


def stored_stories(sources: tuple[str, ...]) -> "tuple[Iterator[Told], bool] | None":
    """Return a folder's stories, each with its records by id, and whether they have claims; None for other sources.

    Raises:
        PageError: the folder, or one of its records, is damaged or of another version.
    """
    from copydesk.recordfolder import records_behind
    from copydesk.storage import is_stored, place

    if len(sources) != 1 or not (is_stored(sources[0]) or Path(sources[0]).is_dir()):
        return None
    folder = place(sources[0])
    behind = records_behind(folder)
    if behind is None:
        return None
    from copydesk.cli.shards import check_parquet
    from copydesk.tracing import stories_in, stories_manifest
    from copydesk.tracing.stored import StoredRecords, with_records

    check_parquet(str(folder))
    manifest = stories_manifest(folder)
    return with_records(stories_in(folder), StoredRecords(behind)), bool(manifest and manifest.claims)
