import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import copydesk
from copydesk.cli import cli
from copydesk.copies import comparison_from_json, story_from_json

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = pytest.mark.usefixtures("pages_read_once")


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def output():
    return run("trace", EXAMPLES)


def test_tree_on_the_screen(output):
    assert output.exit_code == 0
    assert "7 pages, 2 texts written independently" in output.stdout
    assert "└── 5-rewritten-copy.txt  rewritten" in output.stdout
    assert "Only The Danube Examiner reports:" in output.stdout
    assert "1 page like no other." in output.stdout
    assert "What its pages say has happened" in output.stdout
    assert max(len(line) for line in output.stdout.splitlines()) <= 100


def test_json_and_svg(tmp_path):
    svg = tmp_path / "tree.svg"
    result = run("trace", EXAMPLES, "--json", "--svg", svg)
    stories = [story_from_json(line) for line in result.stdout.splitlines()]
    assert [story.texts for story in stories] == [2, 1]
    assert json.loads(result.stdout.splitlines()[0])["texts"] == 2
    drawing = svg.read_text()
    assert drawing.startswith("<svg ")
    assert "The Danube Examiner" in drawing


def test_records_are_taken_as_they_were_written(tmp_path, output):
    records = tmp_path / "records.jsonl"
    records.write_text("".join(copydesk.read(path).to_json() + "\n" for path in sorted(EXAMPLES.glob("[1-8]-*"))))
    assert run("trace", records).stdout == output.stdout


def test_a_page_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "fine.txt").write_text("The ferry to Millbrook runs again, the port said on Monday.")
    result = run("trace", tmp_path)
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "1 page like no other." in result.stdout


def test_hostile_titles_do_not_reach_the_drawing_unescaped(tmp_path):
    text = "<script>alert(1)</script> says nothing new about the harbor.\n\n" + "The harbor fund is short. " * 3
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(text)
    svg = tmp_path / "tree.svg"
    run("trace", tmp_path, "--svg", svg)
    assert "<script" not in svg.read_text()


def test_comparison_on_the_screen():
    result = run("compare", EXAMPLES / "1-wire-story.html", EXAMPLES / "5-rewritten-copy.txt")
    assert result.exit_code == 0
    assert "B is a rewrite" in result.stdout
    assert "does not recognize" in result.stdout
    assert "another byline" in result.stdout


def test_comparison_as_json():
    pages = EXAMPLES / "1-wire-story.html", EXAMPLES / "8-unrelated.txt"
    result = run("compare", *pages, "--json")
    assert comparison_from_json(result.stdout).relation == "unrelated"


def test_a_folder_of_records_becomes_a_folder_of_stories_that_every_command_takes(tmp_path):
    pytest.importorskip("pyarrow")
    records, stories = tmp_path / "records", tmp_path / "stories"
    assert run("read", EXAMPLES, "--to", records, "--engine", "here").exit_code == 0
    made = run("trace", records, "--to", stories, "--engine", "here")
    assert made.exit_code == 0, made.output
    assert "8 pages, all traced anew" in made.stderr
    assert "holds 2 stories" in made.stderr
    again = run("trace", records, "--to", stories, "--engine", "here")
    assert "anew" not in again.stderr
    lines = run("trace", records, "--claims", "--json").stdout
    assert run("trace", stories, "--json").stdout == lines
    assert "7 pages, 2 texts written independently" in run("trace", stories).stdout
    for form in ("csv", "jsonld", "followthemoney"):
        assert run("trace", stories, "--format", form).stdout == run("trace", records, "--format", form).stdout
    for options in (["--json"], ["--format", "csv"], ["--only", "single-origin"]):
        assert run("claims", stories, *options).stdout == run("claims", records, *options).stdout
    assert run("export", "jsonl", stories).stdout == run("export", "jsonl", records).stdout
    added = run("add", stories, "--desk", tmp_path / "desk.db")
    assert "8 added" in added.stderr
    with copydesk.Desk(tmp_path / "desk.db") as desk:
        assert desk.count == 8


def test_a_source_that_is_no_folder_of_records_is_told_how_to_make_one(tmp_path):
    pytest.importorskip("pyarrow")
    result = run("trace", EXAMPLES, "--to", tmp_path / "stories")
    assert result.exit_code != 0
    assert "is no folder of records" in str(result.exception or result.output)
