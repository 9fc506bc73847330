"""`copydesk trace`: which pages are one story, who copied whom, how many independently written texts, what happened."""

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import SOURCES, reads_sources
from copydesk.cli.shared_options import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
      copydesk trace records/ --to stories/ --engine ray
      copydesk trace stories/
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
@click.option(
    "--claims/--no-claims",
    "with_their_claims",
    default=None,
    help="Find the claims of each story, too; with --to that is done unless --no-claims is given.",
)
@click.option(
    "--to",
    "folder",
    type=FOLDER,
    help="Trace folders of records into a folder of stories; run again, only what is new is traced (docs/scale.md).",
)
@reads_sources
def trace(
    sources: tuple[str, ...],
    as_json: bool,
    form: str | None,
    svg: Path | None,
    with_their_claims: bool | None,
    folder: Path | None,
    **asked: Any,
) -> None:
    """Read sources and show or write the stories that they tell."""
    from copydesk.cli.storing import stored_stories, trace_into

    if folder is not None:
        trace_into(sources, folder, asked, claims=with_their_claims is not False)
        return
    if kept := stored_stories(sources, asked, claims=bool(with_their_claims)):
        told, claimed = kept
        _write(told if form or claimed else _with_happenings(told), as_json, form, svg)
        return
    from copydesk.cli.intake import Outcome, intake
    from copydesk.cli.screen import progress
    from copydesk.copies import trace as trace_records

    outcome = Outcome(sources, intake(sources, asked))
    records = list(progress(outcome.records(), None, "reading"))
    stories = trace_records(records)
    known = {record.id: record for record in records}
    if with_their_claims:
        from copydesk.claims import with_claims

        stories = tuple(with_claims(story, known) for story in stories)
    elif not form:
        stories = tuple(story for story, _ in _with_happenings((story, known) for story in stories))
    _write(((story, known) for story in stories), as_json, form, svg)
    outcome.finish()


def _with_happenings(stories: "Iterable[Told]") -> "Iterator[Told]":
    """Yield stories, those of several pages with what is said to have happened."""
    from copydesk.claims import with_happenings

    for story, records in stories:
        yield with_happenings(story, records) if len(story.pages) > 1 else story, records


def _write(stories: "Iterable[Told]", as_json: bool, form: str | None, svg: Path | None) -> None:
    """Show stories, or write them in the form that was asked for; they may be very many, and are gone through once."""
    from copydesk.cli.claim_list import show_claims
    from copydesk.cli.family_screen import count, show_story
    from copydesk.cli.happening_list import show_happenings
    from copydesk.cli.screen import console

    in_turn = iter(stories)
    if svg and (first := next(in_turn, None)):
        from copydesk.web.tree_drawing import tree_svg

        svg.write_text(str(tree_svg(first[0])), encoding="utf-8")
        in_turn = chain((first,), in_turn)
    if form:
        _write_form(form, in_turn)
        return
    screen, alone = console(), 0
    for story, records in in_turn:
        if as_json:
            click.echo(story.to_json())
        elif len(story.pages) > 1:
            show_story(story, screen)
            show_happenings(story, records, screen)
            if story.claims:
                show_claims(story, screen)
            screen.print()
        else:
            alone += 1
    if alone:
        screen.print(f"{count(alone, 'page')} like no other.", style="masthead")


def _write_form(form: str, told: "Iterable[Told]") -> None:
    """Write families in one of the formats to standard output."""
    from copydesk.exports.family_exports import FORMATS
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
