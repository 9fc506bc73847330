"""One way to run a function over a batch: results in order, failures as values, memory bounded."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final

from copydesk.engines.task import FailedItem, Item, Result, attempt

_FEW: Final = 8  # items that this process has done before others have started and loaded the model


def run(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1, *, large: bool = False
) -> Iterator[Result | FailedItem[Item]]:
    """Call a function on every item and yield, in the order of the items, its result or a `FailedItem`.

    Nothing stops the batch but the items' own iterator: an item whose function raises, or whose worker process dies,
    gives a `FailedItem`. Items are taken as they are needed, so that a batch of any length runs in bounded memory.

    Args:
        function: called with one item; with more than one job it must be importable (a function of a module).
        items: what to call it on; with more than one job they are pickled.
        jobs: how many processes to use; 1 runs in this one, and so do batches of a few items, where starting
            processes would take longer.
        large: an item is a task of many pages: it travels alone and may take as long as it takes.
    """
    source = iter(items)
    few = 2 if large else _FEW
    first = list(islice(source, few)) if jobs > 1 else []
    if jobs <= 1 or len(first) < few:
        return (attempt(function, item, large=large) for item in chain(first, source))
    from copydesk.engines.pool import run_in_pool  # multiprocessing takes a while to import

    return run_in_pool(function, chain(first, source), jobs, large=large)
