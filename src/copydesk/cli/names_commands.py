"""`copydesk sources` and `entities`: who is quoted, and who and what is named, on all pages together."""

from typing import TYPE_CHECKING, Any, get_args

import click

from copydesk.cli.shared_options import DESK, JSON, KIND, STORY, limit, reading, write_json
from copydesk.records import EntityType

if TYPE_CHECKING:
    from rich.text import Text

    from copydesk.desk import EntityLine, SourceLine


@click.command()
@click.option("--who", metavar="NAME", help="Only sources with this in one of their names.")
@KIND
@STORY
@limit(50)
@DESK
@JSON
def sources(desk_file: str, as_json: bool, **asked: Any) -> None:
    """List who is quoted: how often, named or not, and in how many families, each of one text.

    A person or body has one line, whatever names pages have for it; where that is not sure, several.

    \b
    Example:
      copydesk sources
      copydesk sources --kind anonymous-person --story story-3fa94c21a0b7
    """
    from copydesk.cli.screen import console, table

    with reading(desk_file) as desk:
        if as_json:
            for source in desk.sources(**asked):
                write_json(source)
            return
        grid = table("Who is quoted", "source", "kind", "named", ">quotes", ">pages", ">families")
        for source in desk.sources(**asked):
            counts = (f"{number:,}" for number in (source.quotes, source.pages, source.families))
            grid.add_row(_name(source), source.kind, "yes" if source.named else "no", *counts)
    console().print(grid)


@click.command()
@click.option("--who", metavar="NAME", help="Only those with this in one of their names.")
@click.option("--type", type=click.Choice(get_args(EntityType)), help="Only things of this kind.")
@STORY
@limit(50)
@DESK
@JSON
def entities(desk_file: str, as_json: bool, **asked: Any) -> None:
    """List who and what pages name: people, organizations, places and others, by how many pages.

    Each has one line, whatever names pages have for it; where that is not sure, several.

    \b
    Example:
      copydesk entities --type PERSON
      copydesk entities --who Odessa --json
    """
    from copydesk.cli.screen import console, table
    from copydesk.reading.gazetteer import country_name

    with reading(desk_file) as desk:
        if as_json:
            for entity in desk.entities(**asked):
                write_json(entity)
            return
        grid = table("Who and what is named", "name", "kind", "country", ">pages")
        for entity in desk.entities(**asked):
            grid.add_row(_name(entity), entity.type, country_name(entity.country or ""), f"{entity.pages:,}")
    console().print(grid)


def _name(line: "SourceLine | EntityLine") -> "Text":
    """Return a name with the role, and other names in a second line."""
    from rich.text import Text

    from copydesk.cli.screen import printable, shorten

    name = Text(printable(shorten(line.name, 60)))
    if line.role:
        name.append(f", {printable(shorten(line.role, 40))}", "masthead")
    if line.also:
        name.append(f"\nalso: {printable(shorten(', '.join(line.also), 60))}", "masthead")
    return name
