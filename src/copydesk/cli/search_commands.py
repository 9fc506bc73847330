"""`copydesk search` and `copydesk show`: pages found, and one of them looked at."""

import sys
from typing import Any

import click

from copydesk.cli.shared_options import DAY, DESK, JSON, KIND, STORY, limit, reading, short, write_json


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]…")
@click.option("--who", metavar="NAME", help="Only pages that name this person or organization.")
@KIND
@click.option("--place", metavar="PLACE", help="Only pages that name this place, or a country by its two letters.")
@DAY
@click.option("--publisher", metavar="NAME", help="Only pages of this publisher.")
@STORY
@limit(20)
@click.option("--offset", type=click.IntRange(0), default=0, help="How many hits to pass over first.")
@DESK
@JSON
def search(words: tuple[str, ...], desk_file: str, as_json: bool, **asked: Any) -> None:
    """Find pages on the desk, best first.

    All WORDS must occur. "A phrase" in quotes stands as it is (quote it for the shell, too), -word must not occur,
    this OR that is either, sanct* is a beginning. Without words, the newest pages come first. Put -- between
    the options and words of which one begins with a dash.

    \b
    Example:
      copydesk search grain '"Black Sea"' --kind anonymous-person
      copydesk search --who Lindqvist --day 2026-10-01..2026-10-31
    """
    from rich.padding import Padding
    from rich.text import Text

    from copydesk.cli.screen import console, printable

    query = " ".join(words)
    filters = {name: value for name, value in asked.items() if name not in ("limit", "offset")}
    with reading(desk_file) as desk:
        screen, found = console(), 0
        for hit in desk.search(query, **asked):
            found += 1
            if as_json:
                write_json(hit)
                continue
            about = (hit.publisher, (hit.published or "")[:10], short(hit.id), hit.story or "no story yet")
            snippet = Text(printable(hit.snippet.text), "dim")
            for start, end in hit.snippet.marks:
                snippet.stylize("source", start, end)
            screen.print(Text(printable(hit.headline or "(no headline)"), "headline"))
            screen.print(Padding(Text(" · ".join(printable(part) for part in about if part), "masthead"), (0, 0, 0, 2)))
            screen.print(Padding(snippet, (0, 0, 1, 2)))
        total = desk.hits(query, **filters) if not as_json else 0
    if not as_json:
        first = asked["offset"] + 1
        told = f"{first:,}-{first + found - 1:,} of {total:,} pages" if found else "no page found"
        click.echo(told, err=True)


@click.command()
@click.argument("page", metavar="ID")
@DESK
@JSON
def show(page: str, desk_file: str, as_json: bool) -> None:
    """Show what was read on one page.

    ID is a page's id as search lists it, or as much of its beginning as no other page shares.

    \b
    Example:
      copydesk show 3fa94c21
    """
    from copydesk.cli.render import show as render
    from copydesk.cli.screen import console

    with reading(desk_file) as desk:
        record = desk.record(page)
    if as_json:
        sys.stdout.write(record.to_json() + "\n")
    else:
        render(record, console())
