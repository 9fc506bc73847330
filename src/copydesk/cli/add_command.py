"""`copydesk add`: pages and records onto the desk."""

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import SOURCES, reads_sources
from copydesk.cli.shared_options import DESK, JSON, is_hash, write_json

if TYPE_CHECKING:
    from copydesk.ingest import Known


@click.command(
    help=f"""Read pages and add them to the desk.

    {SOURCES}
    What is on the desk already is passed over, so a run that was stopped goes on when it is started again. Pages that
    cannot be read are listed at the end, and the exit code is 1.

    \b
    Example:
      copydesk add pages/ batch.jsonl.gz
      copydesk add examples --desk port.db
    """
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@DESK
@click.option("--again", is_flag=True, help="Read pages again that are on the desk already.")
@reads_sources
@JSON
def add(sources: tuple[str, ...], desk_file: str, again: bool, as_json: bool, **asked: Any) -> None:
    """Read sources and store their records, telling what became of each."""
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import progress
    from copydesk.desk import Desk

    started, done = time.monotonic(), Counter[str]()

    def tell(id_: str, status: str, story: str | None) -> None:
        done[status] += 1
        if as_json:
            write_json({"id": id_, "status": status, "story": story})

    def known(page: "Known") -> None:
        tell(page.id, "known", None)

    anew = again or asked["as_is"] or asked["published"] or asked["published_force"]
    with Desk(desk_file) as desk:
        ingest = intake(sources, asked, None if anew else lambda id_: is_hash(id_) and desk.has(id_))
        outcome = Outcome(sources, ingest, later=True)
        shown = not (as_json and sys.stdout.isatty())
        for added in desk.add(progress(outcome.records(known), None, "adding", shown=shown)):
            tell(added.id, added.status, added.story)
        count, stories = desk.count, desk.story_count
    seconds = max(time.monotonic() - started, 0.001)
    parts = [f"{done[status]:,} {status}" for status in ("added", "updated", "known") if done[status]]
    parts += [f"{len(outcome.failures):,} failed"] if outcome.failures else []
    rate = f"{done.total() / seconds:,.0f} pages/s"
    click.echo(f"{', '.join(parts) or 'nothing to add'} in {seconds:,.1f} s ({rate})", err=True)
    click.echo(f"{desk_file} holds {count:,} pages in {stories:,} stories", err=True)
    outcome.finish()
