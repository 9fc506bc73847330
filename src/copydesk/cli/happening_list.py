"""The happenings of a story on the screen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

    from copydesk.copies import Story
    from copydesk.records import Record

SHOWN: Final = 12
"""Happenings that are listed; more are counted."""


def show_happenings(story: "Story", records: "Mapping[str, Record]", screen: "Console") -> None:
    """Print what several pages of a story say has happened, in order of its day, and what copies made of it.

    Args:
        story: a story with its happenings.
        records: the records of its pages by id.
        screen: where to print.
    """
    from rich.text import Text

    from copydesk.claims.happening_lines import happening_lines
    from copydesk.cli.screen import printable, shorten, table
    from copydesk.records.code_words import status_words

    lines = happening_lines(story.happenings, records, shared=True)
    if not lines:
        return
    best = {line.id for line in sorted(lines, key=lambda line: (not line.drift, -line.texts, -line.pages))[:SHOWN]}
    names = {node.id: node.label or node.id[:12] for node in story.nodes}
    grid = table("What its pages say has happened", "when", "what", "how sure", ">pages", ">texts")
    for line in lines:
        if line.id not in best:
            continue
        where = f"in {line.place}" if line.place else ""
        what = Text(
            printable(shorten(" · ".join(part for part in (line.who, line.what, line.whom, where) if part), 90))
        )
        for drift in line.drift:
            what.append(printable(f"\n{names.get(drift.target, drift.target)} {drift.words}"), "cue")
        sure = status_words(line.status)
        grid.add_row(line.day or "–", what, sure, f"{line.pages:,}", f"{line.texts:,}")
    screen.print(grid)
    if len(lines) > SHOWN:
        screen.print(Text(f"and {len(lines) - SHOWN:,} more (--json has them all)", "dim"))
