"""What installed packages add to copydesk: entry points by group, looked up once, as every package is opened for it."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any


def added(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group, by name."""
    return tuple(sorted(_all().select(group=group), key=lambda entry: entry.name))


@cache
def _all() -> Any:
    return entry_points()
