"""An index of copies in a file: arrays in NumPy's .npz format, with the versions of the format and of the hashes."""

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.copies.search.prints import VERSION, Hashes
from copydesk.errors import IndexFileError

FORMAT: Final = "copydesk-index/2"
_REMEDY: Final = "build it anew from the records"


def write(path: Path, ids: Sequence[str], shingles: Sequence[Hashes], facts: Sequence[Hashes]) -> None:
    """Write an index's parts; a file that was there is replaced only once the new one is whole.

    Raises:
        IndexFileError: the file cannot be written.
    """
    header = msgspec.json.encode({"format": FORMAT, "hashes": VERSION})
    arrays: dict[str, NDArray[Any]] = {"header": np.frombuffer(header, np.uint8)}
    arrays["ids"] = np.frombuffer(msgspec.json.encode(list(ids)), np.uint8)
    for name, runs in (("shingles", shingles), ("facts", facts)):
        arrays |= {f"{name}{number}": run for number, run in enumerate(runs)}
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        part.replace(path)
    except OSError as error:
        raise IndexFileError(str(path), error.strerror or str(error), "choose a folder that can be written") from error
    finally:
        part.unlink(missing_ok=True)


def read(path: Path) -> tuple[list[str], list[Hashes], list[Hashes]]:
    """Return an index's parts: ids, runs of shingles, runs of facts.

    Raises:
        IndexFileError: the file is missing or damaged, or of another version.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            header = msgspec.json.decode(arrays["header"].tobytes(), type=dict[str, str | int])
            if header.get("format") != FORMAT:
                raise IndexFileError(str(path), f"its format is {header.get('format')}, not {FORMAT}", _REMEDY)
            if header.get("hashes") != VERSION:
                reason = f"its hashes are of version {header.get('hashes')}, this copydesk makes version {VERSION}"
                raise IndexFileError(str(path), reason, _REMEDY)
            ids = msgspec.json.decode(arrays["ids"].tobytes(), type=list[str])
            runs = [[_checked(path, arrays[key], np.uint64) for key in arrays.files if key.startswith(name)]
                    for name in ("shingles", "facts")]  # fmt: skip
    except OSError as error:
        raise IndexFileError(
            str(path), error.strerror or "it is no index", "give a file that `Index.save` wrote"
        ) from error
    except (ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile, msgspec.MsgspecError) as error:
        raise IndexFileError(str(path), "it is no index, or damaged", "give a file that `Index.save` wrote") from error
    return ids, runs[0], runs[1]


def _checked(path: Path, array: NDArray[Any], kind: type[np.generic]) -> NDArray[Any]:
    if array.dtype != kind or array.ndim != 1:
        raise IndexFileError(str(path), "an array in it is of another type", _REMEDY)
    return array
