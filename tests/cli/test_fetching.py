"""`copydesk fetch`, `watch` and `versions`, against a server on the loopback interface."""

import json
from pathlib import Path

import pytest
from sources import stories
from sources.server import serving
from sources.stories import STORIES

from copydesk.cli import main
from copydesk.desk import Desk

pytest.importorskip("httpx2")
pytest.importorskip("protego")
pytest.importorskip("fastwarc")
pytestmark = pytest.mark.usefixtures("pages_read_once")


@pytest.fixture
def site():
    with serving() as served:
        feed = stories.rss().replace(b"https://harwick.example/2026/10", served.address.encode())
        served.add("/feed.xml", feed, "application/rss+xml")
        for story in STORIES:
            served.add(f"/{stories.slug(story)}", stories.html(story), ETag='"1"')
        yield served


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPYDESK_DESK", raising=False)

    def run(*arguments):
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return done.value.code, out, err

    return run


def test_fetch_keeps_what_a_feed_lists_and_read_reads_it(run, site):
    fetch = ("fetch", f"{site.address}/feed.xml", "--allow-private", "--delay", "0", "--limit", "2")
    code, _, err = run(*fetch)
    assert code == 0
    assert "2 fetched to pages.warc.gz" in err
    code, out, _ = run("read", "pages.warc.gz", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert [record["headline"] for record in found] == [story["title"] for story in (STORIES[2], STORIES[1])]
    before = Path("pages.warc.gz").stat().st_size
    site.pages["/feed.xml"] = lambda request: (304, {}, b"")
    assert "0 fetched to pages.warc.gz, 1 unchanged" in run(*fetch)[2]
    assert Path("pages.warc.gz").stat().st_size == before


def test_fetch_takes_files_that_list_addresses(run, site):
    rows = [{"url": f"{site.address}/{stories.slug(story)}", "title": story["title"]} for story in STORIES]
    Path("gdelt.json").write_text(json.dumps({"articles": rows}))
    Path("list.txt").write_text(f"{site.address}/none\n")
    code, _, err = run("fetch", "gdelt.json", "list.txt", "--allow-private", "--delay", "0", "--to", "all.warc")
    assert code == 1
    assert "3 fetched to all.warc, 1 failed" in err
    assert "404" in err
    code, _, err = run("fetch", "nothing.txt")
    assert code == 1
    assert "no such file" in err


def test_without_leave_nothing_private_is_fetched(run, site):
    code, _, err = run("fetch", f"{site.address}/feed.xml")
    assert code == 1
    assert "private network" in err
    assert site.asked == []


def test_watch_keeps_what_changed_as_another_version(run, site):
    watch = ("watch", f"{site.address}/feed.xml", "--allow-private", "--delay", "0", "--rounds", "1")
    code, _, err = run(*watch)
    assert code == 0
    assert err.count("added") == 3
    changed = stories.html(STORIES[0]).replace("three weeks", "five weeks")
    site.add("/pier-closed", changed, ETag='"2"')
    assert run(*watch)[2].count("version 2") == 1
    address = f"{site.address}/pier-closed"
    with Desk("desk.db", readonly=True) as desk:
        first, second = desk.versions(address)
        assert "three weeks" in desk.record(first).text
        assert "five weeks" in desk.record(second).text
    code, out, _ = run("versions", address)
    assert code == 0
    assert "number" in out.splitlines()[1]
    rows = [json.loads(line) for line in run("versions", address, "--json")[1].splitlines()]
    assert [row["id"] for row in rows] == [first, second]
    assert run("versions", "https://elsewhere.example/")[0] == 2


def test_a_bad_length_of_time_is_explained(run):
    code, _, err = run("watch", "https://a.example/feed", "--every", "soon")
    assert code == 2
    assert "15m" in err
