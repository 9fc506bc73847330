"""The branch for events: a further output of a graph, its file, and what happens without it."""

import hashlib
import zipfile

import numpy as np
import onnxruntime
import pytest

from copydesk.errors import ModelError
from copydesk.language import MODEL, branch, load
from copydesk.language.event_heads import HEADS, MODES, TYPES
from copydesk.language.modelfile import read_model


def test_a_graph_gives_an_inner_value_as_a_further_output():
    network = read_model(MODEL).network
    session = onnxruntime.InferenceSession(branch.with_output(network, "v19"), providers=["CPUExecutionProvider"])
    assert [output.name for output in session.get_outputs()] == ["out", "v19"]


def test_a_mode_is_of_a_type():
    assert all(mode.partition("/")[0] in TYPES for mode in MODES)


def test_without_a_file_there_is_no_branch(tmp_path):
    assert branch.load_branch(tmp_path / "none.cdm", read_model(MODEL)) is None


def test_a_branch_of_another_model_is_passed_over(tmp_path):
    path = tmp_path / "happenings.cdm"
    manifest = branch.BranchManifest(format="", model="0" * 64, source="v19", outputs={}, network="")
    branch.write_branch(path, manifest, b"no graph")
    assert branch.load_branch(path, read_model(MODEL)) is None


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_a_damaged_file_is_an_error(tmp_path, content):
    path = tmp_path / "happenings.cdm"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        branch.load_branch(path, read_model(MODEL))


def test_a_changed_graph_is_an_error(tmp_path):
    path = tmp_path / "happenings.cdm"
    manifest = branch.BranchManifest(format="", model="0" * 64, source="v19", outputs={}, network="")
    branch.write_branch(path, manifest, b"graph")
    with zipfile.ZipFile(path) as archive:
        told = archive.read("manifest.json")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", told)
        archive.writestr("network.onnx", b"another")
    with pytest.raises(ModelError, match="hash"):
        branch.load_branch(path, read_model(MODEL))
    assert hashlib.sha256(b"graph").hexdigest() in told.decode()


def test_each_word_has_probabilities_of_every_label():
    document = load().parse("Finland joined NATO on Tuesday.")
    if not document.happenings:
        pytest.skip("the branch does not ship")
    for name, labels in HEADS.items():
        assert document.happenings[name].shape == (len(document), len(labels))
        np.testing.assert_allclose(document.happenings[name].sum(axis=1), 1, rtol=1e-4)


def test_a_word_that_is_hardly_a_happening_has_the_first_label_for_certain():
    document = load().parse("Finland joined NATO on Tuesday, said the minister of defence.")
    if not document.happenings:
        pytest.skip("the branch does not ship")
    hardly = document.events < 0.1
    assert 0 < hardly.sum() < len(hardly)
    for values in document.happenings.values():
        assert (values[hardly, 0] == 1).all()
        assert (values[~hardly, 0] < 1).all()


def test_words_are_read_alike_whether_or_not_others_are_chosen():
    network = load()._branch
    if network is None:
        pytest.skip("the branch does not ship")
    states = np.random.default_rng(1).normal(size=(1, 12, 384)).astype(np.float32)
    some, every = np.array([3, 7]), np.arange(1, 11)
    alone, among = network.read(states, some, some + 1), network.read(states, every, every + 1)
    for name, values in alone.items():
        np.testing.assert_allclose(values, among[name][some - 1], atol=0.1)  # rows are rounded to 8 bits together
    assert all(len(values) == 0 for values in network.read(states, some[:0], some[:0]).values())
