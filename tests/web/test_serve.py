"""`copydesk serve`, started as users start it."""

import os
import re
import signal
import socket
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
    process = start("--desk", str(tmp_path / "desk.db"), "--port", "0", "--host", "0.0.0.0", "--no-auth")
    try:
        port = re.search(r"http://0\.0\.0\.0:(\d+)/", process.stdout.readline())[1]
        # an interrupt before it listens for one may be lost
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60).status == 200
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "anyone who can reach 0.0.0.0" in errors


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_here_is_explained(tmp_path, host):
    found = CliRunner().invoke(serve, ["--desk", str(tmp_path / "desk.db"), "--host", host, "--port", "0", "--no-auth"])
    assert "choose another --port (0: any) or --host" in str(found.exception)


def test_others_are_let_in_only_with_a_password_or_where_none_is_wanted(tmp_path):
    found = CliRunner().invoke(serve, ["--desk", str(tmp_path / "desk.db"), "--host", "0.0.0.0", "--port", "0"])
    assert found.exit_code == 2
    assert "--no-auth" in found.output


def test_who_brings_no_request_in_time_is_hung_up_on(tmp_path, monkeypatch):
    code = (
        "from copydesk.web import patience; patience.HEADER_SECONDS = 0.2; from copydesk.cli import main;"
        f"main(['serve', '--desk', {str(tmp_path / 'desk.db')!r}, '--port', '0'])"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, bufsize=1)
    try:
        port = int(re.search(r":(\d+)/", process.stdout.readline())[1])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            assert slow.recv(100) == b""
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def test_a_file_that_is_no_desk_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("no desk " * 200)
    found = CliRunner().invoke(serve, ["--desk", str(tmp_path / "notes.txt")])
    assert type(found.exception).__name__ == "DeskError"


def test_the_web_page_is_loaded_only_when_it_is_asked_for():
    code = "import copydesk, copydesk.cli, sys; sys.exit(bool({'starlette', 'uvicorn', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
