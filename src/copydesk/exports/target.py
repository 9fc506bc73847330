"""Where an export goes: a file that appears only when it is whole, or standard output."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from copydesk.errors import ExportError


@contextmanager
def target(path: str | None) -> Iterator[IO[bytes]]:
    """Open a file for writing bytes, or standard output for None or `-`.

    The file takes its name only at the end: when the export fails half-way, what was there before is still there.

    Raises:
        ExportError: the file cannot be written.
    """
    if path in (None, "-"):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    goal = Path(str(path))
    part = None
    try:
        if goal.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        with tempfile.NamedTemporaryFile(dir=goal.parent, prefix=f".{goal.name[:80]}.", delete=False) as out:
            part = Path(out.name)
            yield out
        part.chmod(0o666 & ~_umask())
        part.replace(goal)
    except OSError as error:
        raise ExportError(str(goal), f"cannot be written: {error.strerror or error}", "name another file") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
