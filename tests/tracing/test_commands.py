"""`trace` and `claims` of stored folders: what they say of records in memory, in bounded memory."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from click.testing import CliRunner

import copydesk
from copydesk.cli import cli
from copydesk.copies.search import near

from .made import pages
from .test_folders import stored

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The records of the examples, and some like no others."""
    made = tmp_path_factory.mktemp("stored") / "records"
    return str(stored(made, [*copydesk.read_many(EXAMPLES), *pages(30)], 3))


def run(*command):
    done = CliRunner().invoke(cli, [*command, "--engine", "here"])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(
    "command",
    [
        ("trace", "--json", "--claims"),
        ("trace", "--format", "csv"),
        ("claims", "--json"),
        ("claims", "--format", "claimreview"),
    ],
    ids=" ".join,
)
def test_a_large_folder_of_records_gives_what_a_small_one_gives(folder, monkeypatch, command):
    name, *options = command
    whole = run(name, folder, *options)
    monkeypatch.setattr(near, "WHOLE", 5)
    assert run(name, folder, *options) == whole
    assert len(whole) > 2_000


def test_a_folder_of_stories_gives_what_its_records_give(folder, tmp_path):
    run("trace", folder, "--to", str(tmp_path / "stories"))
    for command in (("claims", "--json"), ("claims", "--format", "csv"), ("trace", "--format", "csv")):
        name, *options = command
        assert run(name, str(tmp_path / "stories"), *options) == run(name, folder, *options)
    assert run("export", "jsonl", str(tmp_path / "stories")) == run("export", "jsonl", folder)
    assert all(json.loads(line)["id"] for line in run("export", "jsonl", folder).splitlines())
