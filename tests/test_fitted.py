"""Files of fitted weights: what was written is read, with where it comes from; other files are refused."""

import hashlib
from pathlib import Path

import pytest

from copydesk import fitted
from copydesk.errors import ModelError


def test_weights_are_read_with_their_command_corpora_and_figures(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_bytes(b"{}\n")
    path = tmp_path / "weights.json"
    fitted.write(path, "python -m training.thing", tmp_path, ["set.jsonl"], {"dev.f1": 0.81234}, {"a": [1.5]})
    found = fitted.read(path.read_bytes(), path.name)
    assert (found.made_by, found.figures, found.weights) == (
        "python -m training.thing",
        {"dev.f1": 0.8123},
        {"a": [1.5]},
    )
    assert found.corpora == {"set.jsonl": hashlib.sha256(b"{}\n").hexdigest()}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format": "copydesk-weights/1"}'])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(ModelError, match="damaged"):
        fitted.read(content, "weights.json")


def test_another_version_is_named() -> None:
    content = b'{"format":"copydesk-weights/9","made_by":"","corpora":{},"figures":{},"weights":{}}'
    with pytest.raises(ModelError, match="copydesk-weights/9"):
        fitted.read(content, "weights.json")
