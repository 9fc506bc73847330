"""One item of a batch: its result, or a failure that names it."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Final, Generic, TypeVar

import msgspec

from copydesk.engines.limits import OutOfTime, time_limit
from copydesk.errors import CopydeskError, PageError
from copydesk.logs import log

ITEM_SECONDS: Final = 30.0  # of processor time; a long page takes two, the first one also loads the model
_OTHERWISE: Final = "leave this page out, or report it"
Item = TypeVar("Item")
Result = TypeVar("Result")


class FailedItem(msgspec.Struct, Generic[Item], frozen=True):
    """An item of a batch that gave no result, and why."""

    item: Item
    error: CopydeskError


def attempt(function: Callable[[Item], Result], item: Item, *, large: bool = False) -> Result | FailedItem[Item]:
    """Call a function on one item; return its result, or a `FailedItem`: it raised, or, not large, took too long."""
    try:
        with nullcontext() if large else time_limit(ITEM_SECONDS):
            return function(item)
    except OutOfTime:
        reason = f"it took more than {ITEM_SECONDS:.0f} seconds of processor time"
        return FailedItem(item, PageError(name_of(item), reason, _OTHERWISE))
    except MemoryError:
        return FailedItem(item, PageError(name_of(item), "it took more memory than there is for it", _OTHERWISE))
    except CopydeskError as error:
        return FailedItem(item, error)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # whatever a hostile page brings about, a panic in Rust too, the others are read
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        failure = PageError(name_of(item), reason, "please report it, with the page")
        failure.__cause__ = error
        log.error("%s failed", name_of(item), exc_info=True)
        return FailedItem(item, failure)


def name_of(item: object) -> str:
    """Return what a user would recognise an item by: its location, else its id, else its first words."""
    for field in ("location", "id", "out"):
        if isinstance(name := getattr(item, field, None), str) and name:
            return name
    return str(item)[:80]
