"""Limits on the processor time and memory of a piece of work, where the system knows them (not on Windows)."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

WORKER_MEGABYTES: Final = 1_536
"""Memory of its own that a worker process may have; with the model loaded and a page in hand it has some 500."""


class OutOfTime(BaseException):
    """Work took longer than it may. No `Exception`, so that no step that fails for itself alone swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` in the block when this process has used so much processor time since it was entered.

    Without effect outside the main thread, and where a limit is in force already. Between two steps of the
    interpreter alone can the block be left, so one call into a library goes on to its end.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or signal.getitimer(signal.ITIMER_PROF)[0]:
        yield
        return

    def expired(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, expired)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again each second, should the first be caught
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory of its own: asking for more raises `MemoryError` (Linux alone)."""
    try:
        import resource
    except ImportError:
        return
    most = megabytes * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
