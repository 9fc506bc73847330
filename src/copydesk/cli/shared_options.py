"""Options that several commands share, how the desk is opened, how values become JSON."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from copydesk.records import SourceKind

if TYPE_CHECKING:
    from copydesk.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])

DESK = click.option(
    "--desk",
    "desk_file",
    metavar="FILE",
    default="desk.db",
    envvar="COPYDESK_DESK",
    show_default=True,
    show_envvar=True,
    type=click.Path(dir_okay=False),
    help="The desk file.",
)


class FolderType(click.Path):
    """A folder on this disk or in an object store, given as a path."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or what has the methods of one.

        Raises:
            PageError: what reads that store is not installed.
        """
        from copydesk.storage import is_stored, place

        if is_stored(value) or (isinstance(value, str) and value.startswith("file://")):
            return place(value)
        return super().convert(value, param, ctx)


FOLDER = FolderType(file_okay=False, path_type=Path)
JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


JOBS = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=cores,
    show_default="the cores there are",
    help="Processes that read pages.",
)
STORY = click.option("--story", metavar="ID", help="Only pages of this story.")
DAY = click.option("--day", metavar="DAY", help="A day, month or year (2023-04), or a range: 2023-04-01..2023-04-20.")
KIND = click.option("--kind", type=click.Choice(get_args(SourceKind)), help="A kind of source that is quoted.")


def limit(count: int) -> Callable[[Command], Command]:
    """Return the option that bounds how many lines are written."""
    return click.option("--limit", type=click.IntRange(1), default=count, show_default=True, help="The most to list.")


def reading(desk_file: str) -> "Desk":
    """Open a desk that must exist, to read from it."""
    from copydesk.desk import Desk

    return Desk(desk_file, readonly=True)


def write_json(value: object) -> None:
    """Write one value as one line of JSON."""
    import msgspec

    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def short(id_: str) -> str:
    """Return an id as people are shown it: a long hash by its first digits, by which a page can be asked for too."""
    return id_[:12] if is_hash(id_) else id_


def is_hash(id_: str) -> bool:
    """Tell an id that is the SHA-256 of a page's bytes from one that somebody gave."""
    return len(id_) == 64 and all(digit in "0123456789abcdef" for digit in id_)
