"""Batches on a Ray cluster: actors that load the model once, few chunks under way, a dead actor survived.

Ray schedules and moves the work (https://docs.ray.io/en/latest/ray-core/actors.html); this module keeps the order and
bounds how much is under way.
"""

import os
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from copydesk.engines.limits import WORKER_MEGABYTES, limit_memory
from copydesk.engines.task import FailedItem, Item, Result, attempt, name_of
from copydesk.errors import EngineError, PageError

_CHUNK: Final = 8  # items that travel together
_AHEAD: Final = 2  # chunks under way for each actor
_SECONDS: Final = 10.0  # to wait for an answer from a cluster
_INSTALL: Final = "run: pip install 'copydesk[ray]'"


class RayEngine:
    """Actors on a Ray cluster; started on this machine where no address is given."""

    def __init__(self, jobs: int, address: str | None = None) -> None:
        """Take how many actors work at once, and the cluster's address.

        Raises:
            EngineError: Ray is not installed.
        """
        try:
            import ray  # noqa: F401
        except ImportError as error:
            raise EngineError("ray", "Ray is not installed", _INSTALL) from error
        self._jobs, self._address = jobs, address

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, large: bool = False
    ) -> Iterator[Result | FailedItem[Item]]:
        """Do what `Engine.run` promises.

        Raises:
            EngineError: the cluster cannot be reached, or has no room for an actor.
        """
        _connect(self._address, self._jobs)
        actors = [_actor() for _ in range(self._jobs)]
        source = iter(items)
        underway: deque[tuple[list[Item], Any, int]] = deque()
        turn = 0
        try:
            while True:
                while len(underway) < self._jobs * _AHEAD and (chunk := list(islice(source, 1 if large else _CHUNK))):
                    place = turn % self._jobs
                    underway.append((chunk, actors[place].work.remote(function, chunk, large), place))
                    turn += 1
                if not underway:
                    return
                chunk, waiting, place = underway.popleft()
                results = _result(waiting)
                if results is None:
                    results = _one_by_one(function, chunk, large)
                    actors[place] = _actor()
                    underway = deque(
                        (c, actors[place].work.remote(function, c, large), p) if p == place else (c, w, p)
                        for c, w, p in underway
                    )
                yield from results
        finally:
            import ray

            for actor in actors:
                ray.kill(actor)


def _connect(address: str | None, jobs: int) -> None:
    import ray

    if ray.is_initialized():
        return
    try:
        _check_reached(address)
        if address is None:
            # what this process can import its actors can, too
            path = {"env_vars": {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}}
            ray.init(
                num_cpus=jobs, include_dashboard=False, log_to_driver=False, configure_logging=False, runtime_env=path
            )
        else:
            ray.init(address=address, log_to_driver=False, configure_logging=False)
    except (OSError, RuntimeError, ValueError) as error:
        where = address or "this machine"
        reason = f"the Ray cluster at {where} cannot be used: {str(error).splitlines()[0]}"
        raise EngineError("ray", reason, "check `ray status` and --address, or use --engine processes") from error


def _check_reached(address: str | None) -> None:
    """Knock at a cluster's address, as Ray itself tries for minutes.

    Raises:
        OSError: nobody answers there.
    """
    host, colon, port = (address or "").removeprefix("ray://").rpartition(":")
    if colon and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS).close()


class _Worker:
    """Works on chunks of items in a process of its own, with so much memory of its own."""

    def __init__(self, megabytes: int) -> None:
        limit_memory(megabytes)

    def work(
        self, function: Callable[[Item], Result], chunk: list[Item], large: bool
    ) -> list[Result | FailedItem[Item]]:
        return [attempt(function, item, large=large) for item in chunk]


def _actor() -> Any:
    import ray

    return ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Worker).remote(WORKER_MEGABYTES)


def _result(waiting: Any) -> Any:
    """Return what an actor gave, or None where it died."""
    import ray

    try:
        return ray.get(waiting)
    except ray.exceptions.RayActorError:
        return None


def _one_by_one(function: Callable[[Item], Result], chunk: list[Item], large: bool) -> list[Result | FailedItem[Item]]:
    """Run a chunk again whose actor died, an item at a time, which finds the culprit."""
    import ray

    results: list[Result | FailedItem[Item]] = []
    alone = _actor()
    for item in chunk:
        found = _result(alone.work.remote(function, [item], large))
        if found is None:
            reason = "the process that read it died, for want of memory or by a crash"
            results.append(FailedItem(item, PageError(name_of(item), reason, "leave this page out, or report it")))
            alone = _actor()
        else:
            results += found
    ray.kill(alone)
    return results
