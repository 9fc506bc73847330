"""`copydesk trace`: which pages are one story, who copied whom, how many independently written texts, what happened."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import SOURCES, reads_sources

if TYPE_CHECKING:
    from copydesk.exports.family_tables import Told


@click.command(
    help=f"""Sort pages into stories: who copied whom, and how many texts were written independently.

    {SOURCES}
    Copies, rewrites and follow-ups of one text count once, whatever their number. Nothing is
    left out: pages that are like no other are counted at the end.

    \b
    Example:
      copydesk trace examples/
      copydesk trace records.jsonl --svg tree.svg
      copydesk trace records.jsonl --format csv > families.csv
    """
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write stories, one JSON object a line.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "parquet", "jsonld", "ninjs", "followthemoney"]),
    help="Write families, roots, arrows and passages: a table (CSV, Parquet), schema.org JSON-LD, IPTC ninjs items, or "
    "FollowTheMoney links.",
)
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the largest story into a file.")
@click.option("--claims", "with_their_claims", is_flag=True, help="Find the claims of each story, too.")
@reads_sources
def trace(
    sources: tuple[str, ...],
    as_json: bool,
    form: str | None,
    svg: Path | None,
    with_their_claims: bool,
    **asked: Any,
) -> None:
    """Read sources and show or write the stories that they tell."""
    from copydesk.cli.claim_list import show_claims
    from copydesk.cli.families import count, show_story
    from copydesk.cli.happening_list import show_happenings
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import console, progress
    from copydesk.copies import trace as trace_records

    outcome = Outcome(sources, intake(sources, asked))
    records = list(progress(outcome.records(), None, "reading"))
    stories = trace_records(records)
    known = {record.id: record for record in records}
    if with_their_claims:
        from copydesk.claims import with_claims

        stories = tuple(with_claims(story, known) for story in stories)
    elif not form:
        from copydesk.claims import with_happenings

        stories = tuple(with_happenings(story, known) if len(story.pages) > 1 else story for story in stories)
    if svg and stories:
        from copydesk.web.tree import tree_svg

        svg.write_text(str(tree_svg(stories[0])), encoding="utf-8")
    if form:
        _write(form, [(story, known) for story in stories])
    elif as_json:
        for story in stories:
            click.echo(story.to_json())
    else:
        screen = console()
        shared = [story for story in stories if len(story.pages) > 1]
        for story in shared:
            show_story(story, screen)
            show_happenings(story, known, screen)
            if story.claims:
                show_claims(story, screen)
            screen.print()
        alone = len(stories) - len(shared)
        if alone:
            screen.print(f"{count(alone, 'page')} like no other.", style="masthead")
    outcome.finish()


def _write(form: str, told: list["Told"]) -> None:
    """Write families in one of the formats to standard output."""
    from copydesk.exports.families import FORMATS
    from copydesk.exports.family_tables import as_parquet

    if form in FORMATS:
        for line in FORMATS[form](told):
            click.echo(line)
        return
    if sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for the screen: add > families.{form}")
    try:
        as_parquet(told, sys.stdout.buffer)
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{form} needs {error.name}: run: pip install 'copydesk[{form}]'") from error
