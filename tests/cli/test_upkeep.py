"""`copydesk check` and `remove`, what `export` does not overwrite, and how commands end when nobody listens."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from desk.sample import council, harbor

from copydesk.cli import main
from copydesk.desk import Desk

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = pytest.mark.usefixtures("pages_read_once")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_DESK", raising=False)
    with Desk("desk.db") as desk:
        list(desk.add([harbor(), council()]))

    def run(*arguments):
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return done.value.code, out, err

    return run


def change(statement):
    connection = sqlite3.connect("desk.db")
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_whole_desk_is_said_to_be_whole(run):
    code, out, err = run("check")
    assert (code, out) == (0, "")
    assert "is whole: 2 pages" in err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE records SET json = '{' WHERE page = 1", "page harbor: its record is damaged"),
        ("DELETE FROM records WHERE page = 2", "page council: its record is missing"),
        ('UPDATE records SET json = replace(json, \'"id":"harbor"\', \'"id":"x"\')', "its record is that of x"),
        ("UPDATE articles SET text = 'another text' WHERE page = 1", "its text is not that of its record"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "--mend"),
    ],
)
def test_faults_are_named(run, statement, said):
    change(statement)
    code, out, _ = run("check")
    assert code == 1
    assert said in out


def test_the_index_of_words_is_made_anew_where_asked(run):
    change("INSERT INTO search (search) VALUES ('delete-all')")
    assert run("check", "--mend")[0] == 0
    assert "Envoy visits Odesa port" in run("search", "envoy")[1]


def test_a_page_is_taken_off_and_nothing_of_it_is_left(run):
    code, _, err = run("remove", "harb", "--yes")
    assert code == 0
    assert "holds 1 pages in 1 stories" in err
    assert run("check")[0] == 0
    assert run("show", "harbor")[0] == 2
    assert run("search", "envoy")[1] == ""
    assert b"Lindqvist visited" not in Path("desk.db").read_bytes()
    assert run("remove", "harbor", "--yes")[0] == 2


def test_the_rest_of_a_story_is_grouped_again(run):
    run("add", EXAMPLES, "--desk", "port.db", "--jobs", "1")
    with Desk("port.db") as desk:
        wire = next(record for record in desk.records() if (record.page.location or "").endswith("1-wire-story.html"))
        story = desk.story(desk.story_of(wire.id))
    assert run("remove", wire.id, "--yes", "--desk", "port.db")[0] == 0
    with Desk("port.db") as desk:
        left = next(line for line in desk.stories() if line.pages > 1)
        assert left.pages == len(story.pages) - 1
        assert wire.id not in desk.story(left.id).pages
    assert run("check", "--desk", "port.db")[0] == 0


def test_remove_asks_first(run, monkeypatch):
    monkeypatch.setattr("click.confirm", lambda *words, **options: (_ for _ in ()).throw(__import__("click").Abort()))
    assert run("remove", "harbor")[0] == 130
    assert run("show", "harbor")[0] == 0


def test_export_names_a_damaged_record_and_goes_on(run):
    change("UPDATE records SET json = '{' WHERE page = 1")
    code, _, err = run("export", "jsonl", "-o", "out.jsonl")
    assert code == 1
    assert "page harbor" in err
    assert len(Path("out.jsonl").read_text().splitlines()) == 1


def test_export_keeps_modes_follows_links_and_replaces_no_folder(run):
    Path("real.jsonl").write_text("old")
    Path("real.jsonl").chmod(0o640)
    Path("link.jsonl").symlink_to("real.jsonl")
    assert run("export", "jsonl", "-o", "link.jsonl")[0] == 0
    assert Path("link.jsonl").is_symlink()
    assert len(Path("real.jsonl").read_text().splitlines()) == 2
    assert stat.S_IMODE(Path("real.jsonl").stat().st_mode) == 0o640
    Path("folder").mkdir()
    code, _, err = run("export", "jsonl", "-o", "folder")
    assert code == 2
    assert "folder" in err
    assert Path("folder").is_dir()


def test_export_writes_to_pipes_and_devices_as_they_are(run):
    os.mkfifo("pipe")
    read = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text()))
    reader.start()
    assert run("export", "jsonl", "-o", "pipe")[0] == 0
    reader.join()
    assert len(read[0].splitlines()) == 2
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)
    assert run("export", "jsonl", "-o", "/dev/null")[0] == 0


def command(*arguments, **options):
    words = [sys.executable, "-m", "copydesk", *map(str, arguments)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, **options)


def test_a_reader_that_leaves_early_is_no_error(run):
    done = command("export", "jsonl", stdout=subprocess.PIPE)
    done.stdout.close()
    _, err = done.communicate()
    assert (done.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line_and_exit_code_2(run):
    with open("/dev/full", "wb") as full:
        done = command("export", "jsonl", stdout=full)
        _, err = done.communicate()
    assert done.returncode == 2
    assert b"disk is full" in err
    assert b"Traceback" not in err
