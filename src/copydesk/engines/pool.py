"""Batches in a pool of processes: order kept, few chunks under way at once, a dead worker survived."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Final

from copydesk import logs
from copydesk.engines import limits
from copydesk.engines.task import FailedItem, Item, Result, attempt, name_of
from copydesk.errors import PageError

_CHUNK: Final = 4  # items that travel together
_AHEAD: Final = 2  # chunks under way for each process


def run_in_pool(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, *, large: bool = False
) -> Iterator[Result | FailedItem[Item]]:
    """Do what `engines.run` does, in `jobs` processes.

    When a process dies (out of memory, a crash in a library), all chunks under way are lost with the pool: the oldest
    is then run again item by item, which finds the culprit, and the others again in a new pool.
    """
    source = iter(items)
    underway: deque[tuple[list[Item], Future[list[Result | FailedItem[Item]]]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(underway) < jobs * _AHEAD and (chunk := list(islice(source, 1 if large else _CHUNK))):
                underway.append((chunk, _submit(pool, function, chunk, large)))
            if not underway:
                break
            chunk, future = underway.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                results = _one_by_one(function, chunk, large)
                pool = _pool(jobs)
                underway = deque(
                    (later, old if _finished(old) else _submit(pool, function, later, large)) for later, old in underway
                )
            yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not forked from this process: the model's runtime keeps threads, and a fork of those can hang.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    as_here = limits.WORKER_MEGABYTES, gc.get_threshold()
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare, initargs=as_here)


def _prepare(megabytes: int, collected_after: tuple[int, int, int]) -> None:
    gc.set_threshold(*collected_after)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    limits.limit_memory(megabytes)
    logs.show_as_asked()


def _leave_with_parent() -> None:
    """End this process when its parent has ended, killed for instance: nobody would take its results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _submit(
    pool: ProcessPoolExecutor, function: Callable[[Item], Result], chunk: list[Item], large: bool
) -> "Future[list[Result | FailedItem[Item]]]":
    try:
        return pool.submit(_work, function, chunk, large)
    except BrokenProcessPool as error:
        lost: Future[list[Result | FailedItem[Item]]] = Future()
        lost.set_exception(error)
        return lost


def _work(function: Callable[[Item], Result], chunk: list[Item], large: bool) -> list[Result | FailedItem[Item]]:
    return [attempt(function, item, large=large) for item in chunk]


def _finished(future: "Future[list[Result | FailedItem[Item]]]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _one_by_one(function: Callable[[Item], Result], chunk: list[Item], large: bool) -> list[Result | FailedItem[Item]]:
    results: list[Result | FailedItem[Item]] = []
    alone = _pool(1)
    for item in chunk:
        try:
            results += alone.submit(_work, function, [item], large).result()
        except BrokenProcessPool:
            reason = "the process that read it died, for want of memory or by a crash"
            results.append(FailedItem(item, PageError(name_of(item), reason, "leave this page out, or report it")))
            alone.shutdown()
            alone = _pool(1)
    alone.shutdown()
    return results
