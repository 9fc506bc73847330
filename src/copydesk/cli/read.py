"""`copydesk read`: pages in, findings on the screen or records as JSON Lines out."""

import os
import sys
from pathlib import Path

import click

from copydesk.pages import Failure


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write records, one JSON object a line.")
@click.option("--published", metavar="DAY", help="Day that relative dates count from: YYYY-MM-DD.")
@click.option("--as-is", is_flag=True, help="Read text exactly as it stands: nothing cleaned, positions kept.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read with so many processes.")
def read(sources: tuple[str, ...], as_json: bool, published: str | None, as_is: bool, jobs: int) -> None:
    """Read news pages: who said what, when, what looks broken.

    SOURCE is an HTML or text file, a .jsonl batch, any of these gzipped, a folder, or - for standard input. Pages that
    cannot be read are named on standard error; the rest are read, and the exit code is 1.

    \b
    Example:
      copydesk read examples/5-rewritten-copy.txt --published 2026-10-08
      copydesk read pages/ --json > records.jsonl
    """
    from copydesk.api import read_many
    from copydesk.cli.render import show
    from copydesk.cli.screen import console, progress
    from copydesk.dates import check_day
    from copydesk.pages import find_sources

    if published:
        check_day(published, "--published")
    files = [file for file in find_sources(sources) if not _is_output(file)]
    if not files:
        raise click.UsageError(f"no pages in {', '.join(sources)}: give .html, .txt or .jsonl files")
    screen = console()
    failed = 0
    results = read_many(files, published=published, as_is=as_is, jobs=jobs)
    for count, result in enumerate(progress(results, _total(files), "reading", shown=not sys.stdout.isatty())):
        if isinstance(result, Failure):
            failed += 1
            click.secho(f"copydesk: {result.error}", fg="red", err=True)
        elif as_json:
            sys.stdout.write(result.to_json() + "\n")
        else:
            if count:
                screen.rule(style="dim")
            show(result, screen)
    if failed:
        raise click.exceptions.Exit(1)


def _total(files: list[Path]) -> int | None:
    """Return how many pages the files hold, None where only reading them would tell."""
    return None if any(".jsonl" in file.name or ".ndjson" in file.name for file in files) else len(files)


def _is_output(file: Path) -> bool:
    """Tell whether a file is the one that standard output goes to: reading it would never end."""
    try:
        return os.path.samestat(file.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False
