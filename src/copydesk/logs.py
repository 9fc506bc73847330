"""What copydesk logs: one logger, silent unless the program that uses the library, or the command line, wants it.

INFO tells how long each component took on each page; ERROR that a component or a page failed, with the traceback, which
the command line shows at DEBUG only.
"""

import logging
import os
from typing import Final

log: Final = logging.getLogger("copydesk")
log.addHandler(logging.NullHandler())

_LEVEL: Final = "COPYDESK_LOG"
"""Environment variable with the level for this process and the worker processes that it starts."""


def show(level: str) -> None:
    """Write what is logged at a level (`INFO`, `DEBUG`) and above to standard error, here and in worker processes."""
    os.environ[_LEVEL] = level
    show_as_asked()


def show_as_asked() -> None:
    """Do what `show` asked for in the process that started this one; nothing where it was not called there."""
    level = os.environ.get(_LEVEL, "").upper()
    if level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        return
    log.setLevel(level)
    if not any(type(handler) is logging.StreamHandler for handler in log.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("copydesk: %(message)s") if level == "DEBUG" else _OneLine())
        log.addHandler(handler)


class _OneLine(logging.Formatter):
    """A message without its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return f"copydesk: {record.getMessage()}"
