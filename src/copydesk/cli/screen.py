"""What every command shares on the screen: consoles, progress bars, tables, one width."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

Item = TypeVar("Item")

THEME = Theme(
    {
        "headline": "bold",
        "masthead": "dim",
        "source": "bold cyan",
        "cue": "italic yellow",
        "content": "green",
        "time": "magenta",
        "value": "dim magenta",
        "defect": "bold white on red",
        "title": "bold",
    }
)
WIDTH = 100


def console() -> Console:
    """Return the console for results: colour in a terminal, none in a pipe, at most 100 columns of a terminal."""
    screen = Console(theme=THEME, highlight=False, markup=False, emoji=False)
    if screen.is_terminal:
        screen.width = min(screen.width, WIDTH)
    else:
        screen.width = WIDTH
    return screen


def table(title: str, *columns: str) -> Table:
    """Return an empty table in the house style.

    A column named with a leading `>` holds figures; one with a leading `=` stays on one line, cut with `…`.
    """
    grid = Table(
        title=Text(title, "title"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim"
    )
    for column in columns:
        if column.startswith("="):
            grid.add_column(column[1:], no_wrap=True, overflow="ellipsis")
        elif column.startswith(">"):
            grid.add_column(column[1:], justify="right", no_wrap=True)
        else:
            grid.add_column(column, overflow="fold")
    return grid


def shorten(words: str, size: int = 160) -> str:
    """Return words on one line, cut at a space with `…` where they are longer than `size` characters."""
    line = " ".join(words.split())
    if len(line) <= size:
        return line
    return line[: size - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def printable(words: str) -> str:
    """Return words without control characters, so that no page can steer the terminal."""
    return "".join(char if char.isprintable() or char in "\n\t" else "�" for char in words)


class Rate(ProgressColumn):
    """Items a second, once there is something to count."""

    def render(self, task: Task) -> Text:
        """Return the rate of one bar."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "", "dim")


def progress(items: Iterable[Item], total: int | None, what: str, *, shown: bool = True) -> Iterator[Item]:
    """Yield items with a progress bar and rate on standard error, where that is a terminal and there are several.

    `shown` is False where results go to the terminal as they come, and a bar would run through them.
    """
    if total == 1 or not shown or not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)
