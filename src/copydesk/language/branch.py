"""The branch for events: layers and heads of their own on top of a lower layer of the language model.

`happenings.cdm` is a small zip archive beside `model.cdm`: a manifest and an ONNX graph with 8-bit weights. It names
the model that it was fitted on by the hash of that model's network, and the value in it that it reads. Without the
file, or with another model, the rest of the language model works as ever and `Document.happenings` is empty.
"""

import hashlib
import struct
import zipfile
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.errors import ModelError
from copydesk.language.event_heads import HEADS
from copydesk.language.modelfile import MANIFEST, NETWORK, ModelFile, stored
from copydesk.language.network import Floats, session
from copydesk.language.spans import log_softmax

FORMAT: Final = "copydesk-branch/2"
FILE: Final = "happenings.cdm"
_REMEDY: Final = "install copydesk again, or fit it with `python -m training.branch`"


class BranchManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a branch's file says of itself.

    `model` is the SHA-256 (hex) of the network that it branches from, `source` the name of the value in it that the
    branch reads, `outputs` the slices of its output by head, `network` the SHA-256 of its own graph.
    """

    format: str
    model: str
    source: str
    outputs: dict[str, tuple[int, int]]
    network: str


class Branch:
    """A loaded branch: the states of a window's pieces in, probabilities by head for each word out."""

    def __init__(self, manifest: BranchManifest, network: bytes) -> None:
        """Load a branch.

        Raises:
            ModelError: ONNX Runtime cannot read it.
        """
        self._session = session(network, FILE)
        self.source = manifest.source
        self._outputs = manifest.outputs
        self._width = max(end for _, end in manifest.outputs.values())

    def read(self, states: Floats, first: NDArray[np.int64], last: NDArray[np.int64]) -> dict[str, Floats]:
        """Return (words, classes) probabilities by head for chosen words of one window.

        The upper layer is computed of their pieces alone.

        Args:
            states: (1, p, width) states of the window's pieces.
            first, last: (words,) places of each chosen word's first and last piece.
        """
        at = np.array(sorted({*first.tolist(), *last.tolist()}), dtype=np.int64)
        feed = {"states": states, "at": at, "first": np.searchsorted(at, first), "last": np.searchsorted(at, last)}
        (out,) = self._session.run(None, feed) if len(first) else (np.zeros((0, self._width), dtype=np.float32),)
        return {name: np.exp(log_softmax(out[:, start:end])) for name, (start, end) in self._outputs.items()}


def load_branch(path: Path, model: ModelFile) -> Branch | None:
    """Return the branch in a file; None where there is no file, or one for another model.

    Raises:
        ModelError: the file is damaged or of another format version.
    """
    if not path.exists():
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = msgspec.json.decode(archive.read(MANIFEST), type=BranchManifest)
            network = stored(path, archive.getinfo(NETWORK))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, msgspec.DecodeError, EOFError, struct.error) as error:
        raise ModelError(str(path), f"it is damaged ({error})", _REMEDY) from error
    if manifest.format != FORMAT:
        raise ModelError(str(path), f"its format is {manifest.format!r}, not {FORMAT!r}", _REMEDY)
    if hashlib.sha256(network).hexdigest() != manifest.network:
        raise ModelError(str(path), "its network is damaged (the hash differs)", _REMEDY)
    fits = manifest.model == model.manifest.hashes[NETWORK]
    known = all(manifest.outputs.get(name, (0, 0))[1] - manifest.outputs.get(name, (0, 0))[0] == len(labels)
                for name, labels in HEADS.items())  # fmt: skip
    return Branch(manifest, network) if fits and known else None


def write_branch(path: Path, manifest: BranchManifest, network: bytes) -> None:
    """Write a branch's file; the manifest's format and hash are filled in. The same parts give the same bytes."""
    filled = msgspec.structs.replace(manifest, format=FORMAT, network=hashlib.sha256(network).hexdigest())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((MANIFEST, msgspec.json.encode(filled)), (NETWORK, network)):
            archive.writestr(zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0)), content)


def with_output(network: bytes, value: str) -> bytes:
    """Return an ONNX graph that gives one of its inner values, of floats, as a further output.

    A message in Protocol Buffers that follows another of the same field is merged with it; so a graph that has nothing
    but one output is put behind the graph. Source: Protocol Buffers encoding, "Last One Wins" and merged messages.
    """
    elements = _field(2, _field(1, b"\x08\x01"))  # its type: a tensor of FLOAT
    output = _field(12, _field(1, value.encode()) + elements)
    return network + _field(7, output)


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited field."""
    return bytes([number << 3 | 2]) + _varint(len(content)) + content


def _varint(size: int) -> bytes:
    out = bytearray()
    while size > 0x7F:
        out.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([*out, size])
