"""`copydesk read`: pages in, findings on the screen or records as JSON Lines out."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from copydesk.cli.intake import SOURCES, reads_sources
from copydesk.cli.shared_options import FOLDER
from copydesk.records import Record


@click.command(
    help=f"""Read news pages: who said what, when, what looks broken.

    {SOURCES}
    Pages that cannot be read are named on standard error; the rest are read, and the exit code is 1.

    \b
    Example:
      copydesk read examples/5-rewritten-copy.txt --published 2026-10-08
      copydesk read pages/ crawl.warc.gz --json > records.jsonl
      copydesk read articles.csv --column text=body --json
      copydesk read page.html --markdown > story.md
      copydesk read crawl/*.warc.gz --to records/
    """
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write records, one JSON object a line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Write headline, byline and story as Markdown.")
@click.option(
    "--to",
    "folder",
    type=FOLDER,
    help="Write records into a folder of Parquet files; started again, it goes on where it was.",
)
@reads_sources
def read(sources: tuple[str, ...], as_json: bool, as_markdown: bool, folder: Path | None, **asked: Any) -> None:
    """Read sources and show or write their records."""
    if folder is not None:
        from copydesk.cli.shards import read_into

        read_into(sources, folder, asked)
        return
    from copydesk.cli.intake import Outcome, intake

    outcome = Outcome(sources, intake(sources, asked))
    write = _json if as_json else _markdown if as_markdown else _screen()
    for count, record in enumerate(_shown(outcome.records())):
        write(count, record)
    outcome.finish()


def _shown(records: Iterator[Record]) -> Iterator[Record]:
    """Yield records, with a progress bar where it can be seen and runs through no results."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        return records
    from copydesk.cli.screen import progress

    return progress(records, None, "reading")


def _json(_: int, record: Record) -> None:
    sys.stdout.write(record.to_json() + "\n")


def _markdown(count: int, record: Record) -> None:
    sys.stdout.write(("\n---\n\n" if count else "") + record.to_markdown())


def _screen() -> Callable[[int, Record], None]:
    from copydesk.cli.render import show  # with rich, which takes a while to import
    from copydesk.cli.screen import console

    screen = console()

    def write(count: int, record: Record) -> None:
        if count:
            screen.rule(style="dim")
        show(record, screen)

    return write
