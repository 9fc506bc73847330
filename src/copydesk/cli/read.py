"""`copydesk read`: pages in, findings on the screen or records as JSON Lines out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from copydesk.pages import Failure, Page


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write records, one JSON object a line.")
@click.option("--published", metavar="DAY", help="Day that relative dates count from: YYYY-MM-DD.")
@click.option("--as-is", is_flag=True, help="Read text exactly as it stands: nothing cleaned, positions kept.")
def read(sources: tuple[str, ...], as_json: bool, published: str | None, as_is: bool) -> None:
    """Read news pages: who said what, when, what looks broken.

    SOURCE is an HTML or text file, a .jsonl batch, any of these gzipped, a folder, or - for standard input. Pages that
    cannot be read are named on standard error; the rest are read, and the exit code is 1.

    \b
    Example:
      copydesk read examples/5-rewritten-copy.txt --published 2026-10-08
      copydesk read pages/ --json > records.jsonl
    """
    from copydesk.cli.render import show
    from copydesk.cli.screen import console, progress
    from copydesk.dates import check_day
    from copydesk.pages import find_sources
    from copydesk.reading.pipeline import read_page

    if published:
        check_day(published, "--published")
    files = list(find_sources(sources))
    if not files:
        raise click.UsageError(f"no pages in {', '.join(sources)}: give .html, .txt or .jsonl files")
    screen = console()
    failed = 0
    for count, page in enumerate(progress(_pages(files, published, as_is), None if len(files) > 1 else 1, "reading")):
        if isinstance(page, Failure):
            failed += 1
            click.secho(f"copydesk: {page.error}", fg="red", err=True)
            continue
        record = read_page(page)
        if as_json:
            sys.stdout.write(record.to_json() + "\n")
        else:
            if count:
                screen.rule(style="dim")
            show(record, screen)
    if failed:
        raise click.exceptions.Exit(1)


def _pages(files: list[Path], published: str | None, as_is: bool) -> Iterator[Page | Failure]:
    from copydesk.pages import load

    for file in files:
        yield from load(file, published=published, as_is=as_is)
