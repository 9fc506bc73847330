"""A limit on the processor time of a piece of work, where the system has timers for it (not on Windows)."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


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
