"""`copydesk add`: pages and records onto the desk."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copydesk.cli.options import DESK, JSON, is_hash, write_json
from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    from copydesk.records import Record


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@DESK
@click.option("--published", metavar="DAY", help="Day of pages that do not tell their own: YYYY-MM-DD.")
@click.option("--as-is", is_flag=True, help="Read text exactly as it stands: nothing cleaned, positions kept.")
@click.option("--again", is_flag=True, help="Read pages again that are on the desk already.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read pages.")
@JSON
def add(
    sources: tuple[str, ...],
    desk_file: str,
    published: str | None,
    as_is: bool,
    again: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Read pages and add them to the desk.

    SOURCE is an HTML or text file, a .jsonl batch of pages or of records, any of these gzipped, a folder, or - for
    standard input. What is on the desk already is passed over, so a run that was stopped goes on when it is started
    again. Pages that cannot be read are listed at the end, and the exit code is 1.

    \b
    Example:
      copydesk add pages/ batch.jsonl.gz
      copydesk add examples --desk port.db
    """
    from copydesk.cli.screen import progress
    from copydesk.dates import check_day
    from copydesk.desk import Desk
    from copydesk.pages import find_sources

    if published:
        check_day(published, "--published")
    files = list(find_sources(sources))
    if not files:
        raise click.UsageError(f"no pages in {', '.join(sources)}: give .html, .txt or .jsonl files")
    started, done, failures = time.monotonic(), Counter[str](), list[CopydeskError]()

    def tell(id_: str, status: str, story: str | None) -> None:
        done[status] += 1
        if as_json:
            write_json({"id": id_, "status": status, "story": story})

    with Desk(desk_file) as desk:
        read_already = None if again or as_is or published else desk.has
        records = _records(files, published, as_is, jobs, read_already, tell, failures)
        for added in desk.add(progress(records, _total(files), "adding", shown=not (as_json and sys.stdout.isatty()))):
            tell(added.id, added.status, added.story)
        count, stories = desk.count, desk.story_count
    for error in failures:
        click.secho(f"copydesk: {error}", fg="red", err=True)
    seconds = max(time.monotonic() - started, 0.001)
    parts = [f"{done[status]:,} {status}" for status in ("added", "updated", "known") if done[status]]
    parts += [f"{len(failures):,} failed"] if failures else []
    rate = f"{done.total() / seconds:,.0f} pages/s"
    click.echo(f"{', '.join(parts) or 'nothing to add'} in {seconds:,.1f} s ({rate})", err=True)
    click.echo(f"{desk_file} holds {count:,} pages in {stories:,} stories", err=True)
    if failures:
        raise click.exceptions.Exit(1)


def _records(
    files: list[Path],
    published: str | None,
    as_is: bool,
    jobs: int,
    read_already: Callable[[str], bool] | None,
    tell: Callable[[str, str, str | None], None],
    failures: list[CopydeskError],
) -> Iterator["Record"]:
    """Yield the records of files; tell of pages passed over, and note what fails in `failures`."""
    from copydesk.engines import run
    from copydesk.pages import Page, load
    from copydesk.reading.pipeline import read_page
    from copydesk.recordfiles import holds_records, records_of
    from copydesk.records import Record

    finished = [file for file in files if holds_records(file)]

    def pages() -> Iterator[Page]:
        for file in files:
            for page in load(file, published=published, as_is=as_is) if file not in finished else ():
                if not isinstance(page, Page):
                    failures.append(page.error)
                elif read_already and is_hash(page.id) and read_already(page.id):
                    tell(page.id, "known", None)
                else:
                    yield page

    for result in run(read_page, pages(), jobs):
        if isinstance(result, Record):
            yield result
        else:
            failures.append(result.error)
    for file in finished:
        for kept in records_of(file):
            if isinstance(kept, Record):
                yield kept
            else:
                failures.append(kept.error)


def _total(files: list[Path]) -> int | None:
    """Return how many pages there are to read; None where batches hold an unknown number."""
    return None if any(".jsonl" in file.name or ".ndjson" in file.name for file in files) else len(files)
