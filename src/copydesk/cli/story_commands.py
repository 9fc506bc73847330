"""`copydesk story` and `timeline`: what many pages tell together."""

import sys
from typing import TYPE_CHECKING

import click

from copydesk.cli.shared_options import DAY, DESK, JSON, STORY, limit, reading, short, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table

    from copydesk.desk import StoryLine

MAX_PAGES = 500
"""Pages of a story whose events are joined to happenings."""


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@limit(50)
@DESK
@JSON
def story(id_: str | None, limit: int, desk_file: str, as_json: bool) -> None:
    """List stories, or show one with its families of copies and what its pages say has happened.

    Each story has its number of texts written independently: a page and its copies count once.

    \b
    Example:
      copydesk story
      copydesk story story-3fa94c21
    """
    from copydesk.cli.family_screen import show_story
    from copydesk.cli.happening_list import show_happenings
    from copydesk.cli.screen import console

    with reading(desk_file) as desk:
        if id_ is None:
            lines = desk.stories(limit=limit)
            if as_json:
                for line in lines:
                    write_json(line)
            else:
                console().print(story_list(lines, desk.story_count))
            return
        found = desk.story(id_)
        records = {page: desk.record(page) for page in found.pages[:MAX_PAGES]}
    from copydesk.claims import with_happenings

    found = with_happenings(found, records)
    if as_json:
        sys.stdout.write(found.to_json() + "\n")
    else:
        show_story(found, console(), ids=True)
        show_happenings(found, records, console())


def story_list(lines: "Iterable[StoryLine]", count: int) -> "Table":
    """Return the list of stories as a table; `count` is how many there are in all."""
    from copydesk.cli.screen import printable, shorten, table

    grid = table(f"Stories ({count:,})", "story", "title", ">pages", ">texts", "days")
    for line in lines:
        title = shorten(printable(line.title), 60)
        counts = (f"{line.pages:,}", f"{line.texts:,}")
        grid.add_row(short(line.id), title, *counts, _days(line.first_day, line.last_day))
    return grid


@click.command()
@STORY
@DAY
@limit(50)
@DESK
@JSON
def timeline(story: str | None, day: str | None, limit: int, desk_file: str, as_json: bool) -> None:
    """List what is said to have happened when, earliest first.

    \b
    Example:
      copydesk timeline --story story-3fa94c21a0b7
      copydesk timeline --day 2026-10-01..2026-10-31
    """
    from rich.text import Text

    from copydesk.cli.screen import console, printable, shorten, table

    with reading(desk_file) as desk:
        if as_json:
            for moment in desk.timeline(story, day=day, limit=limit):
                write_json(moment)
            return
        grid = table("What is said to have happened when", "when", "what")
        for moment in desk.timeline(story, day=day, limit=limit):
            source = f"says {shorten(moment.source, 40)}" if moment.source else ""
            pages = f"on {moment.pages:,} pages, first {short(moment.page)}" if moment.pages > 1 else short(moment.page)
            about = " · ".join(part for part in (moment.status or "", source, pages) if part)
            what = Text.assemble(printable(shorten(moment.words)), "\n", (printable(about), "masthead"))
            grid.add_row(_days(moment.first, moment.last), what)
    console().print(grid)


def _days(first: str | None, last: str | None) -> str:
    if first is None:
        return "–"
    return first if last in (first, None) else f"{first}\n– {last}"
