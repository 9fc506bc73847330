"""The model's file: a zip archive of the network, its vocabulary and its labels, checked part by part when read."""

import hashlib
import io
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.errors import ModelError

FORMAT = "copydesk-model/2"
MANIFEST, NETWORK, VOCABULARY, ARRAYS = "manifest.json", "network.onnx", "vocabulary.txt", "arrays.npz"
_HEADER = 30
"""Bytes of a part's header in a zip archive; the last four are the lengths of its name and of what follows the name."""
_REMEDY = "install copydesk again, or train a model with `python -m training.model`"


class ModelManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a model's file says of itself.

    `outputs` are the slices of the network's output by head; `arguments` the roles that it points to; `hashes` the
    SHA-256 of every other part, hex. How scores are decoded is fitted later and stands in `decoding.json`.
    """

    format: str
    name: str
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    arguments: tuple[str, ...]
    outputs: dict[str, tuple[int, int]]
    hashes: dict[str, str]


@dataclass(frozen=True, eq=False)
class ModelFile:
    """The parts of a model, as read."""

    manifest: ModelManifest
    network: bytes
    vocabulary: tuple[str, ...]
    arrays: dict[str, NDArray[np.float32]]


def read_model(path: Path) -> ModelFile:
    """Read a model's file and check it.

    Raises:
        ModelError: the file is missing, damaged or of another format version.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            told = archive.read(MANIFEST)
            manifest = msgspec.json.decode(told, type=_Format)
            if manifest.format != FORMAT:
                raise ModelError(str(path), f"its format is {manifest.format!r}, not {FORMAT!r}", _REMEDY)
            whole = msgspec.json.decode(told, type=ModelManifest)
            parts = {name: archive.read(name) for name in (VOCABULARY, ARRAYS)}
            parts[NETWORK] = stored(path, archive.getinfo(NETWORK))
        for name, content in parts.items():
            if hashlib.sha256(content).hexdigest() != whole.hashes.get(name):
                raise ModelError(str(path), f"its part {name} is damaged (the hash differs)", _REMEDY)
        with np.load(io.BytesIO(parts[ARRAYS]), allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
    except FileNotFoundError:
        raise ModelError(str(path), "there is no model here", _REMEDY) from None
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, msgspec.DecodeError, EOFError, struct.error) as error:
        raise ModelError(str(path), f"it is damaged ({error})", _REMEDY) from error
    vocabulary = tuple(parts[VOCABULARY].decode("utf-8").split("\n"))
    return ModelFile(whole, parts[NETWORK], vocabulary, arrays)


def stored(path: Path, part: zipfile.ZipInfo) -> bytes:
    """Return a part of an archive that is stored as it is, without its CRC-32: its SHA-256 is compared anyway.

    Raises:
        ValueError: the part is compressed.
    """
    if part.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{part.filename} is compressed")
    with path.open("rb") as file:
        file.seek(part.header_offset + _HEADER - 4)
        names = sum(struct.unpack("<HH", file.read(4)))
        file.seek(names, 1)
        return file.read(part.file_size)


class _Format(msgspec.Struct):
    format: str = ""


def write_model(
    path: Path,
    manifest: ModelManifest,
    network: bytes,
    vocabulary: tuple[str, ...],
    arrays: dict[str, NDArray[np.float32]],
) -> None:
    """Write a model's file; the manifest's hashes are filled in. The same parts give the same bytes."""
    stored = io.BytesIO()
    np.savez(stored, **arrays)  # type: ignore[arg-type]
    parts = {NETWORK: network, VOCABULARY: "\n".join(vocabulary).encode(), ARRAYS: stored.getvalue()}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    parts[MANIFEST] = msgspec.json.encode(msgspec.structs.replace(manifest, format=FORMAT, hashes=hashes))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(parts.items()):
            info = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == NETWORK else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
