"""The protocol that every way of running a batch follows, and how one is chosen by name."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, Protocol, TypeAlias, get_args

from copydesk.engines.batch import run
from copydesk.engines.task import FailedItem, Item, Result
from copydesk.errors import EngineError

EngineName: TypeAlias = Literal["here", "processes", "ray"]
ENGINES: Final[tuple[EngineName, ...]] = get_args(EngineName)


class Engine(Protocol):
    """Runs a plain function over a batch.

    Whatever the engine, the results are the same and in the order of the items; an item whose function raises, takes
    too long, or whose worker dies gives a `FailedItem` and stops nothing; items are taken as they are needed, so that a
    batch of any length runs in bounded memory.
    """

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, large: bool = False
    ) -> Iterator[Result | FailedItem[Item]]:
        """Yield the function's result, or a `FailedItem`, for each item in order.

        Args:
            function: a function of a module, or an instance of a class of a module: it may be pickled.
            items: what to call it on; they may be pickled.
            large: an item is a task of many pages: it travels alone and may take as long as it takes.

        Raises:
            EngineError: the engine cannot run here.
        """
        ...


class Local:
    """This process (`jobs` 1), or a pool of so many processes."""

    def __init__(self, jobs: int = 1) -> None:
        self._jobs = jobs

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, large: bool = False
    ) -> Iterator[Result | FailedItem[Item]]:
        """Run as `copydesk.engines.run` does."""
        return run(function, items, self._jobs, large=large)


def choose(name: EngineName = "processes", *, jobs: int = 1, address: str | None = None) -> Engine:
    """Return an engine by its name.

    Args:
        name: `here` (this process), `processes` (a pool on this machine) or `ray` (a Ray cluster).
        jobs: processes, or Ray actors, that work at once.
        address: of the Ray cluster: `auto` for the one this machine belongs to, `ray://HOST:10001`, or None to start
            one on this machine.

    Raises:
        EngineError: the engine is unknown or its library is not installed.
    """
    if name == "ray":
        from copydesk.engines.cluster import RayEngine

        return RayEngine(jobs, address)
    if name in ENGINES:
        return Local(jobs if name == "processes" else 1)
    raise EngineError(name, "there is no such engine", f"take one of {', '.join(ENGINES)}")
