"""`copydesk serve`, started as users start it."""

import os
import re
import signal
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from copydesk.cli.serve import serve
from copydesk.desk import Desk

from .sample import ferry


def start(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "copydesk", "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def test_it_serves_until_it_is_stopped(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add([ferry()]))
    process = start("--desk", str(tmp_path / "desk.db"), "--port", "0")
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline()).group()
        assert "ferry left" in urllib.request.urlopen(address, timeout=60).read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert "Warning" not in errors


def test_beyond_this_machine_it_warns(tmp_path):
    process = start("--desk", str(tmp_path / "desk.db"), "--port", "0", "--host", "0.0.0.0")
    try:
        assert "http://0.0.0.0:" in process.stdout.readline()
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "anyone who can reach 0.0.0.0" in errors


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_here_is_explained(tmp_path, host):
    found = CliRunner().invoke(serve, ["--desk", str(tmp_path / "desk.db"), "--host", host, "--port", "0"])
    assert "choose another --port (0: any) or --host" in str(found.exception)


def test_a_file_that_is_no_desk_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("no desk " * 200)
    found = CliRunner().invoke(serve, ["--desk", str(tmp_path / "notes.txt")])
    assert type(found.exception).__name__ == "DeskError"


def test_the_web_page_is_loaded_only_when_it_is_asked_for():
    code = "import copydesk, copydesk.cli, sys; sys.exit(bool({'starlette', 'uvicorn', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
