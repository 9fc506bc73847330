"""Weights fitted on corpora, in one named file format that says where they come from.

A file is JSON: its format's name, the command that made it, the SHA-256 of each corpus file that it was fitted or
chosen on, the figures that the command printed, and the weights in a form of their owner's. It is small and ships in
the package, so that what was fitted after a model can change without a new model.
"""

import hashlib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from copydesk.errors import ModelError

FORMAT = "copydesk-weights/1"


class FittedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of fitted weights.

    Attributes:
        format: the format's name and version.
        made_by: the command that writes this file.
        corpora: the SHA-256 (hex) of each file that the weights were fitted or chosen on, by its path in the data.
        figures: what the command measured, by name; which set, by its prefix.
        weights: the weights, as their owner reads them.
    """

    format: str = FORMAT
    made_by: str
    corpora: dict[str, str]
    figures: dict[str, float]
    weights: dict[str, Any]


def shipped(package: str, name: str) -> FittedFile:
    """Return the fitted weights that ship in a package.

    Raises:
        ModelError: the file is missing, damaged or of another version.
    """
    try:
        return read(resources.files(package).joinpath(name).read_bytes(), f"{package}/{name}")
    except OSError as error:
        raise ModelError(f"{package}/{name}", str(error), "install copydesk again") from error


def read(content: bytes, name: str) -> FittedFile:
    """Return the fitted weights in a file's content; `name` is for messages.

    Raises:
        ModelError: the content is damaged or of another version.
    """
    try:
        found = msgspec.json.decode(content, type=FittedFile)
    except msgspec.DecodeError as error:
        raise ModelError(name, f"it is damaged ({error})", "install copydesk again") from error
    if found.format != FORMAT:
        raise ModelError(name, f"its format is {found.format!r}, not {FORMAT!r}", "install copydesk again")
    return found


def write(
    path: Path,
    made_by: str,
    data: Path,
    corpora: Iterable[str],
    figures: Mapping[str, float],
    weights: Mapping[str, Any],
) -> None:
    """Write fitted weights; `corpora` are paths within the folder `data`, whose hashes are taken here."""
    fitted = FittedFile(
        made_by=made_by,
        corpora={name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in corpora},
        figures={name: round(float(value), 4) for name, value in figures.items()},
        weights=dict(weights),
    )
    lines = [
        f'  "{key}": {msgspec.json.encode(value).decode()}' for key, value in msgspec.structs.asdict(fitted).items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
