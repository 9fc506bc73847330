import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
from copydesk.cli import cli, main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = pytest.mark.usefixtures("pages_read_once")


def run_apart(*arguments, data=None):
    """Run the command line in a process of its own; return exit code, output and messages."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "copydesk", *map(str, arguments)]
    done = subprocess.run(command, input=data, capture_output=True, env=environment, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def run(capsys):
    """Run the command line here; return exit code, output and messages."""

    def run(*arguments):
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return done.value.code, out, err

    return run


def test_screen_shows_masthead_story_and_tables(run):
    code, out, _ = run("read", EXAMPLES / "5-rewritten-copy.txt", "--published", "2026-10-08")
    assert code == 0
    for words in ("Lona Keane", "Thursday [2026-10-08]", "Who said what", "What looks broken", "Back to top button"):
        assert words in out.replace("\n", " ")
    assert "\x1b[" not in out


def test_an_event_is_shown_with_the_words_of_who_told_it(run):
    _, out, _ = run("read", EXAMPLES / "1-wire-story.html")
    happened = out[out.index("What is said to have happened") : out.index("Who said what")]
    told = next(line for line in happened.splitlines() if "visiting" in line)
    assert told.rstrip().endswith("port")  # "officials" stands on the next line
    assert " a1 " not in happened


def test_json_lines_are_records(run):
    code, out, _ = run("read", EXAMPLES, "--json")
    records = [copydesk.from_json(line) for line in out.splitlines()]
    assert code == 0
    assert len(records) == 8
    code, again, err = run_apart("read", EXAMPLES, "--json", "--jobs", 2)
    assert (code, again) == (0, out)
    assert "1 file of kinds not read: 1 .md" in err


def test_standard_input_gzipped():
    data = gzip.compress((EXAMPLES / "8-unrelated.txt").read_bytes())
    code, out, _ = run_apart("read", "-", "--json", data=data)
    assert code == 0
    assert json.loads(out)["authors"][0]["name"] == "Ruth Adeyemi"


def test_a_bad_page_is_named_and_the_rest_go_on(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("A headline\n\nIt rained on Thursday, officials said.\n")
    code, out, err = run("read", tmp_path, "--json")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "a.txt: the page is empty" in err
    assert "Traceback" not in err


def test_the_output_in_the_folder_that_is_read_is_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("A headline\n\nIt rained on Thursday, officials said.\n")
    with (tmp_path / "out.jsonl").open("wb") as out:
        command = [sys.executable, "-m", "copydesk", "read", str(tmp_path), "--json"]
        assert subprocess.run(command, stdout=out, check=False).returncode == 0
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["read"], "Missing argument"),
        (["read", "x.txt", "--published", "Thursday"], "YYYY-MM-DD"),
        (["nothing"], "No such command"),
    ],
)
def test_wrong_use_is_exit_code_2(run, arguments, reason):
    code, _, err = run(*arguments)
    assert code == 2
    assert reason in err


def test_empty_folder_is_wrong_use(run, tmp_path):
    code, _, err = run("read", tmp_path)
    assert code == 2
    assert "no pages" in err


def test_pages_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "a.txt").write_text(
        "A headline \x1b]0;owned\x07\n\nIt \x1b[31mrained on Thursday\x1b[0m, officials said.\n"
    )
    _, out, _ = run("read", tmp_path / "a.txt")
    assert "\x1b" not in out


def test_demo_builds_a_desk_and_says_how_to_open_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("demo")
    assert code == 0
    for words in (
        "7 pages, 2 texts written independently",
        "does not recognize",
        "copydesk serve --desk copydesk-demo.db",
    ):
        assert words in out
    with copydesk.Desk(tmp_path / "copydesk-demo.db", readonly=True) as desk:
        assert desk.count == 8


def test_every_command_has_help_with_an_example():
    for name in cli.list_commands(None):
        command = cli.get_command(None, name)
        assert "Example" in command.help, name
        assert all(option.help for option in command.params if option.param_type_name == "option"), name
