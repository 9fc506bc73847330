"""One way to run a function over a batch: results in order, failures as values, memory bounded."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

from copydesk.errors import CopydeskError, PageError
from copydesk.logs import log

Item = TypeVar("Item")
Result = TypeVar("Result")


class Failure(msgspec.Struct, Generic[Item], frozen=True):
    """An item of a batch that gave no result, and why."""

    item: Item
    error: CopydeskError


def run(function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result | Failure[Item]]:
    """Call a function on every item and yield, in the order of the items, its result or a `Failure`.

    Nothing stops the batch but the items' own iterator: an item whose function raises, or whose worker process dies,
    gives a `Failure`. Items are taken as they are needed, so that a batch of any length runs in bounded memory.

    Args:
        function: called with one item; with more than one job it must be importable (a function of a module).
        items: what to call it on; with more than one job they are pickled.
        jobs: how many processes to use; 1 runs in this one.
    """
    if jobs <= 1:
        return (attempt(function, item) for item in items)
    from copydesk.engines.pool import run_in_pool

    return run_in_pool(function, items, jobs)


def attempt(function: Callable[[Item], Result], item: Item) -> Result | Failure[Item]:
    """Call a function on one item; return its result, or a `Failure` where it raises."""
    try:
        return function(item)
    except CopydeskError as error:
        return Failure(item, error)
    except Exception as error:  # whatever a hostile page brings about, the others are read
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        failure = PageError(name_of(item), reason, "please report it, with the page")
        failure.__cause__ = error
        log.error("%s failed", name_of(item), exc_info=True)
        return Failure(item, failure)


def name_of(item: object) -> str:
    """Return what a user would recognise an item by: its location, else its id, else its first words."""
    for field in ("location", "id"):
        if isinstance(name := getattr(item, field, None), str) and name:
            return name
    return str(item)[:80]
