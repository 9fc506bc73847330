"""`copydesk events`: what pages on the desk say has happened, by type, kind, status, who, whom, place and day."""

from typing import Any, get_args

import click

from copydesk.cli.shared_options import DAY, DESK, JSON, STORY, limit, reading, short, write_json
from copydesk.records import EventKind, Status


@click.command()
@click.option("--type", metavar="TYPE", help="Only events of this PLOVER type, for instance ASSAULT or CONSULT.")
@click.option("--kind", type=click.Choice(get_args(EventKind)), help="Only events of this kind of news.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Only events told this surely.")
@click.option("--who", metavar="NAME", help="Only events whose actors have this in their names.")
@click.option("--whom", metavar="NAME", help="Only events done to somebody with this in their name.")
@click.option("--place", metavar="PLACE", help="Only events at this place.")
@DAY
@click.option("--since", metavar="DAY", help="Only events on this day or later.")
@STORY
@limit(50)
@DESK
@JSON
def events(desk_file: str, as_json: bool, since: str | None, **asked: Any) -> None:
    """List what is said to have happened: who did what to whom, when, where, how surely, and on whose word.

    The days are those of the events, not of the pages that tell them. Events without a day come last.

    \b
    Example:
      copydesk events --type ASSAULT --status happened --place Kyiv --since 2026-10-01
      copydesk events --kind accident --since 2026-10
      copydesk events --who Lindqvist --json
    """
    from rich.text import Text

    from copydesk.cli.screen import console, printable, shorten, table
    from copydesk.records.code_words import status_words

    if since is not None:
        if asked["day"]:
            raise click.UsageError("give --day or --since, not both")
        asked["day"] = f"{since}..9999-12-31"
    with reading(desk_file) as desk:
        found = desk.events(**asked)
        if as_json:
            for line in found:
                write_json(line)
            return
        grid = table("What is said to have happened", "when", "what", "how sure")
        for line in found:
            parts = [line.actors, line.predicate, line.recipients, f"in {line.place}" if line.place else None]
            about = (
                line.type or line.kind,
                f"says {shorten(line.source, 40)}" if line.source else None,
                short(line.page),
            )
            what = Text.assemble(
                (printable(shorten(" · ".join(part for part in parts if part), 90)), "source"),
                "\n",
                printable(shorten(line.words)),
                "\n",
                (printable(" · ".join(part for part in about if part)), "masthead"),
            )
            grid.add_row(line.first or "–", what, status_words(line.status))
    console().print(grid)
