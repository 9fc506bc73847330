"""The model's file: what was written is read; damage of any kind is one clear error."""

import zipfile
from pathlib import Path

import numpy as np
import pytest

from copydesk.errors import ModelError
from copydesk.language import load
from copydesk.language.modelfile import ModelManifest, read_model, write_model


def write(path: Path, **changes: object) -> bytes:
    fields: dict[str, object] = {
        "format": "", "name": "test", "tags": ("X",), "relations": ("root",), "names": ("PERSON",),
        "arguments": ("ARG0",), "outputs": {"tags": (0, 1)}, "hashes": {},
    }  # fmt: skip
    write_model(path, ModelManifest(**fields), b"network", ("a", "b"), {"moves": np.eye(2, dtype=np.float32)})  # type: ignore[arg-type]
    return path.read_bytes()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    first, again = write(tmp_path / "a.cdm"), write(tmp_path / "b.cdm")
    assert first == again
    model = read_model(tmp_path / "a.cdm")
    assert (model.network, model.vocabulary, model.manifest.tags) == (b"network", ("a", "b"), ("X",))
    assert np.array_equal(model.arrays["moves"], np.eye(2))


def test_every_damaged_byte_of_the_network_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "model.cdm"
    content = write(path)
    at = content.index(b"network", content.index(b"network.onnx") + 12)
    path.write_bytes(content[:at] + b"X" + content[at + 1 :])
    with pytest.raises(ModelError, match="damaged"):
        read_model(path)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04" + bytes(100)])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.cdm"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="install copydesk again"):
        read_model(path)


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.cdm"
    content = write(path)
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelError):
        read_model(path)


def test_another_version_is_named(tmp_path: Path) -> None:
    path = tmp_path / "model.cdm"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", '{"format": "copydesk-model/9"}')
    with pytest.raises(ModelError, match="copydesk-model/9"):
        read_model(path)


def test_no_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no model here"):
        load(tmp_path / "none.cdm")


def test_a_compressed_network_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.cdm"
    write(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(ModelError, match="compressed"):
        read_model(path)
