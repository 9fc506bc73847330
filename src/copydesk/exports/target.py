"""Where an export goes: a file that appears only when it is whole, a pipe or device, or standard output."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from copydesk.errors import ExportError


@contextmanager
def target(path: str | None) -> Iterator[IO[bytes]]:
    """Open a file for writing bytes, or standard output for None or `-`.

    A plain file takes its name only at the end: when the export fails half-way, what was there before is still there.
    It keeps the mode and, where possible, the owner of the one that it replaces; a link is followed, and stays. A pipe
    or device is written to as it is.

    Raises:
        ExportError: the file cannot be written, or is a folder, socket or disk.
    """
    if path in (None, "-"):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    given = Path(str(path))
    part = None
    try:
        before = given.stat() if given.exists() else None
        if before is not None and not stat.S_ISREG(before.st_mode):
            if not (stat.S_ISFIFO(before.st_mode) or stat.S_ISCHR(before.st_mode)):
                what = "a folder" if stat.S_ISDIR(before.st_mode) else "no plain file"
                raise IsADirectoryError(None, f"it is {what}")
            with given.open("wb") as out:
                yield out
            return
        goal = given.resolve()
        with tempfile.NamedTemporaryFile(dir=goal.parent, prefix=f".{goal.name[:80]}.", delete=False) as out:
            part = Path(out.name)
            yield out
        part.chmod(stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        if before is not None and hasattr(os, "chown"):
            with suppress(OSError):
                os.chown(part, before.st_uid, before.st_gid)
        part.replace(goal)
    except OSError as error:
        raise ExportError(str(given), f"cannot be written: {error.strerror or error}", "name another file") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
