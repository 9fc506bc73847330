"""`copydesk demo`: reads the example pages and shows what copydesk does."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

    from copydesk.copies import Comparison
    from copydesk.desk import Desk


@click.command()
def demo() -> None:
    """Read the example pages and show what copydesk does, in under ten seconds.

    One page read closely, the family of copies that it belongs to, what it changed, and a desk of all the pages, made
    anew as copydesk-demo.db in the current folder.

    \b
    Example:
      copydesk demo
    """
    from copydesk.api import read, read_many
    from copydesk.cli.family_screen import show_story
    from copydesk.cli.render import show
    from copydesk.cli.screen import console
    from copydesk.cli.story_commands import story_list
    from copydesk.copies import compare, trace
    from copydesk.errors import PageError
    from copydesk.records import Record

    folder = examples()
    if folder is None:
        raise PageError("examples", "the example pages are not installed", "run the demo from the project's folder")
    screen = console()
    screen.print(
        "1  One page, read closely: a wire story that a rewriting machine has been through\n", style="headline"
    )
    rewritten = read(folder / "5-rewritten-copy.txt", published="2026-10-08")
    show(rewritten, screen)
    records = [record for record in read_many(folder) if isinstance(record, Record)]
    screen.print("2  All eight example pages: who copied whom\n", style="headline")
    for found in trace(records):
        if len(found.pages) > 1:
            show_story(found, screen)
    wire = next(record for record in records if (record.page.location or "").endswith("1-wire-story.html"))
    screen.print("\n3  What the rewriting changed, mere rewording apart\n", style="headline")
    screen.print(_changes(compare(wire, rewritten)))
    screen.print("4  A desk of them all\n", style="headline")
    desk_file = Path("copydesk-demo.db")
    with _fresh_desk(desk_file) as desk:
        for _ in desk.add(records):
            pass
        screen.print(story_list(desk.stories(), desk.story_count))
    screen.print(f"Open it in the browser:  copydesk serve --desk {desk_file}")
    screen.print(f"Search it:               copydesk search insurers --desk {desk_file}")


def _changes(comparison: "Comparison") -> "Table":
    from copydesk.cli.screen import printable, shorten, table

    grid = table("", "kind", "in the wire story", "in the rewritten copy", "what")
    changes = sorted(comparison.alterations, key=lambda change: -change.weight)
    for change in changes[:8]:
        before, after = (shorten(printable(words or "–"), 34) for words in (change.before, change.after))
        grid.add_row(change.kind, before, after, change.note)
    return grid


def _fresh_desk(path: Path) -> "Desk":
    from copydesk.desk import Desk

    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)
    return Desk(path)


def examples() -> Path | None:
    """Return the folder of example pages: beside the source, or inside an installed package; None where absent."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / "1-wire-story.html").is_file():
            return folder
    return None
