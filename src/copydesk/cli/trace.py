"""`copydesk trace`: which pages are one story, who copied whom, how many independent sources there are."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from copydesk.pages import Failure
    from copydesk.records import Record


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write stories, one JSON object a line.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the largest story into a file.")
@click.option("--claims", "with_their_claims", is_flag=True, help="Find the claims of each story, too.")
@click.option("--published", metavar="DAY", help="Day that relative dates count from: YYYY-MM-DD.")
def trace(
    sources: tuple[str, ...], as_json: bool, svg: Path | None, with_their_claims: bool, published: str | None
) -> None:
    """Sort pages into stories: who copied whom, and how many independent sources there are.

    SOURCE is whatever `copydesk read` takes, or a .jsonl file of the records that it wrote. Copies, rewrites and
    follow-ups of one source count as one independent source, whatever their number. Nothing is left out: pages that
    are like no other are counted at the end.

    \b
    Example:
      copydesk trace examples/
      copydesk trace records.jsonl --svg tree.svg
    """
    from copydesk.cli.claim_list import show_claims
    from copydesk.cli.families import count, show_story
    from copydesk.cli.screen import console, progress
    from copydesk.copies import trace as trace_records
    from copydesk.pages import Failure

    failed, records = 0, []
    for record in progress(records_in(sources, published), None, "reading"):
        if isinstance(record, Failure):
            failed += 1
            click.secho(f"copydesk: {record.error}", fg="red", err=True)
        else:
            records.append(record)
    stories = trace_records(records)
    if with_their_claims:
        from copydesk.claims import with_claims

        known = {record.id: record for record in records}
        stories = tuple(with_claims(story, known) for story in stories)
    if svg and stories:
        from copydesk.web.tree import tree_svg

        svg.write_text(str(tree_svg(stories[0])), encoding="utf-8")
    if as_json:
        for story in stories:
            click.echo(story.to_json())
    else:
        screen = console()
        shared = [story for story in stories if len(story.pages) > 1]
        for story in shared:
            show_story(story, screen)
            if story.claims:
                show_claims(story, screen)
            screen.print()
        alone = len(stories) - len(shared)
        if alone:
            screen.print(f"{count(alone, 'page')} like no other.", style="masthead")
    if failed:
        raise click.exceptions.Exit(1)


def records_in(sources: tuple[str, ...], published: str | None) -> "Iterator[Record | Failure]":
    """Yield the records of some sources, read or as they were stored; a page that cannot be read is a `Failure`."""
    from copydesk.api import read_many
    from copydesk.dates import check_day
    from copydesk.pages import find_sources
    from copydesk.recordfiles import holds_records, records_of

    if published:
        check_day(published, "--published")
    for path in find_sources(sources):
        yield from records_of(path) if holds_records(path) else read_many(path, published=published)
