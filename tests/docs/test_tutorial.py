"""The tutorial is run as it is written, in an empty folder with the examples in it."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from copydesk.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("pages_read_once")
BLOCK = re.compile(r"```(console|python)\n(.*?)```", re.DOTALL)


def run(command, capsys):
    with pytest.raises(SystemExit) as done:
        main(shlex.split(command)[1:])
    out, err = capsys.readouterr()
    assert done.value.code == 0, f"{command}: {err}"
    return out + err


def test_the_tutorial_works(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_DESK", raising=False)
    said = {}
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    for kind, body in BLOCK.findall(text):
        if kind == "python":
            exec(compile(body, "tutorial.md", "exec"), {})
            continue
        for line in body.splitlines():
            assert line.startswith("$ copydesk ")
            said.setdefault(line[2:], []).append(run(line[2:], capsys))
    first, second = said["copydesk add examples"]
    assert "8 added" in first
    assert "8 known" in second
    for command, outputs in said.items():
        assert outputs[0].strip(), command
        assert "no page found" not in outputs[0], command


def test_the_tutorial_names_only_commands_that_are():
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert set(re.findall(r"copydesk ([a-z]+)", text)) - {"serve"} <= COMMANDS.keys() | {"and"}
