import csv
import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from copydesk.cli import cli, main
from copydesk.desk import Desk
from copydesk.exports import FORMATS
from copydesk.records import Record

RECORDS = [Record(id=f"r{number}", headline=f"Story {number}", text="It rained. It poured.") for number in range(3)]


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(record.to_json() + "\n" for record in RECORDS))
    return str(path)


def run(*arguments, data=None):
    return CliRunner().invoke(cli, ["export", *arguments], input=data)


def test_from_a_file_to_standard_output(lines):
    done = run("ninjs", lines)
    assert done.exit_code == 0
    assert [json.loads(line)["headlines"][0]["value"] for line in done.stdout.splitlines()] == [
        "Story 0",
        "Story 1",
        "Story 2",
    ]


def test_from_a_desk_to_a_file(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        added = [one.status for one in desk.add(RECORDS[:1])]
    done = run("csv", "--desk", str(tmp_path / "desk.db"), "-o", str(tmp_path / "tables.zip"))
    assert done.exit_code == 0, done.output
    assert added == ["added"]
    assert "1 record written to" in done.stderr
    assert "pages.csv" in zipfile.ZipFile(tmp_path / "tables.zip").namelist()


def test_from_standard_input():
    done = run("sentences", "-", data=RECORDS[0].to_json())
    assert done.stdout.split() == ["It", "rained.", "It", "poured."]


def test_pages_in_files_give_a_person_one_key(tmp_path):
    for name, day in (("a", "Monday"), ("b", "Tuesday")):
        (tmp_path / f"{name}.txt").write_text(
            f"Finance minister Ilse Varga resigned on {day}. Varga gave no reason for it.\n"
        )
    (tmp_path / "c.txt").write_bytes(b"\x00\x01")
    done = run("csv", str(tmp_path), "-o", str(tmp_path / "tables.zip"))
    assert done.exit_code == 1
    assert "c.txt" in done.stderr
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        rows = csv.DictReader(io.StringIO(archive.read("entities.csv").decode("utf-8-sig")))
        keys = [row["shared"] for row in rows if row["name"] == "Ilse Varga"]
    assert len(keys) == 2
    assert len({*keys}) == 1
    assert keys[0]


def test_a_bad_line_makes_the_exit_code_1_and_loses_nothing(lines):
    with open(lines, "a") as file:
        file.write("no record\n")
    done = run("jsonl", lines)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 3
    assert "line 4" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["docx", "x"], "ninjs"),
        (["jsonl", "--desk", "none.db"], "none.db"),
    ],
)
def test_errors_are_one_line_and_exit_code_2(arguments, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(["export", *arguments])
    assert stop.value.code == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_binary_formats_are_kept_off_the_screen(lines, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdout", Terminal())
    with pytest.raises(SystemExit) as stop:
        main(["export", "csv", lines])
    assert stop.value.code == 2


def test_help_lists_every_format():
    help_ = CliRunner().invoke(cli, ["export", "--help"]).output
    assert all(format_.title in help_ for format_ in FORMATS.values())
