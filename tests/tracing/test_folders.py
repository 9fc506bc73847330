"""Tracing from folders of records: the same stories as on one machine, however the records lie and whatever runs."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from copydesk.copies import trace
from copydesk.copies.search import near
from copydesk.engines import choose
from copydesk.errors import PageError
from copydesk.recordfolder import FolderWriter
from copydesk.tracing import run, stories_in, stories_manifest, trace_folders
from copydesk.tracing import stored_records as stored_module
from copydesk.tracing.stored_records import StoredRecords, with_records

from .made import pages

COUNT = 600


def stored(folder, records, shards):
    with FolderWriter(folder, shard_rows=-(-len(records) // shards)) as writer:
        for one in records:
            writer.add(one)
    return folder


@pytest.fixture(scope="module")
def records():
    return list(pages(COUNT))


@pytest.fixture(scope="module")
def whole(records):
    """What one machine says of all the records."""
    return trace(records)


@pytest.fixture(scope="module")
def in_parts(records):
    """The same where only 100 pages are looked at as a whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "WHOLE", 100)
        return trace(records)


def told(records, tmp_path, shards, engine="here", jobs=1, **options):
    stored(tmp_path / "records", records, shards)
    trace_folders([tmp_path / "records"], tmp_path / "stories", choose(engine, jobs=jobs), claims=False, **options)
    return tuple(stories_in(tmp_path / "stories"))


def test_the_made_pages_hang_together_in_many_ways(whole, in_parts):
    assert 150 < len(whole) < 500
    assert max(len(story.pages) for story in whole) > 5
    assert in_parts == whole  # no neighbourhood is that large: what is found past it is what all with all gives


@pytest.mark.parametrize(("shards", "engine"), [(1, "here"), (7, "processes"), (7, "ray"), (40, "here")])
def test_stories_are_those_of_one_machine_whatever_the_shards_their_order_and_the_engine(
    records, whole, tmp_path, shards, engine
):
    if engine == "ray":
        pytest.importorskip("ray", reason="Ray is an extra")
    shuffled = list(records)
    random.Random(shards).shuffle(shuffled)
    assert told(shuffled, tmp_path, shards, engine, 1 if engine == "here" else 2) == whole


def test_the_shuffle_on_hash_finds_what_all_with_all_gives(records, in_parts, tmp_path):
    assert told(records, tmp_path, 7, whole=100) == in_parts


def workers():
    """The worker processes that there are: children of the server that forks them, which is a child of this one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return {one for one, parent in parents.items() if parents.get(parent) == os.getpid()}


@pytest.mark.skipif(sys.platform != "linux", reason="workers are found in /proc")
def test_a_worker_killed_in_the_middle_loses_nothing(records, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PART_PAGES", 15)  # forty tasks
    before = workers()
    killed = []

    def kill():
        until = time.monotonic() + 120
        while time.monotonic() < until and not list(tmp_path.glob("stories/work/told-*")):
            time.sleep(0.01)
        if fresh := workers() - before:
            killed.append(min(fresh))
            os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    found = told(records, tmp_path, 7, "processes", 2)
    killer.join()
    assert len(killed) == 1
    assert found == whole


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_run_that_was_killed_goes_on_where_it_was(records, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PART_PAGES", 15)
    stored(tmp_path / "records", records, 7)
    names = ["records", "--to", "stories", "--no-claims", "--jobs", "1", "--engine", "here"]
    in_many_parts = (
        f"from copydesk.tracing import run; run.PART_PAGES = {run.PART_PAGES}; from copydesk.cli import main; main()"
    )
    command = [sys.executable, "-c", in_many_parts, "trace", *names]
    path = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path})
    until = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < until and not list(tmp_path.glob("stories/work/told-*")):
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert stories_manifest(tmp_path / "stories") is None
    there = {one.name for one in tmp_path.glob("stories/work/prints-*")}
    assert len(there) == 7
    made = {one: one.stat().st_mtime_ns for one in tmp_path.glob("stories/work/prints-*")}
    trace_folders([tmp_path / "records"], tmp_path / "stories", choose("here"), claims=False)
    assert tuple(stories_in(tmp_path / "stories")) == whole
    assert {one: one.stat().st_mtime_ns for one in made} == made


def test_a_days_pages_that_are_added_recompute_only_what_they_touch(records, whole, tmp_path):
    stored(tmp_path / "records", records[:570], 3)
    folders, to = [tmp_path / "records"], tmp_path / "stories"
    first = trace_folders(folders, to, choose("here"), claims=False)
    assert (first.pages, first.told_anew) == (570, 570)
    assert trace_folders(folders, to, choose("here"), claims=False).told_anew == 0
    stored(tmp_path / "records", records[570:], 1)
    second = trace_folders(folders, to, choose("here"), claims=False)
    assert second.pages == COUNT
    assert 30 <= second.told_anew < 210
    assert tuple(stories_in(to)) == whole
    assert sum(part.rows for part in second.parts) == second.stories == len(whole)


def test_pages_with_one_id_in_two_folders_count_once(records, tmp_path):
    stored(tmp_path / "a", records[:60], 2)
    stored(tmp_path / "b", records[40:90], 1)
    folders = [tmp_path / "a", tmp_path / "b"]
    made = trace_folders(folders, tmp_path / "stories", choose("here"), claims=False)
    assert made.pages == 90
    assert tuple(stories_in(tmp_path / "stories")) == trace(records[:90])


def test_records_are_looked_up_by_id(records, tmp_path):
    kept = StoredRecords([stored(tmp_path / "records", records[:90], 3)])
    assert len(kept) == 90
    wanted = [records[70], records[3], records[42]]
    found = kept.of([*(one.id for one in wanted), "page-none", wanted[0].id])
    assert list(found.items()) == [(one.id, one) for one in wanted]
    assert kept.of([]) == {}


@pytest.mark.parametrize("few", [0, 100], ids=["moved together first", "looked up"])
def test_stories_come_with_their_records_in_parts(records, tmp_path, monkeypatch, few):
    monkeypatch.setattr(stored_module, "PART", 7)
    kept = StoredRecords([stored(tmp_path / "records", records[:90], 3)])
    stories = trace(records[:90])
    monkeypatch.setattr(stored_module, "FEW", few)
    told = list(with_records(iter(stories), kept, lambda: [story.pages for story in stories]))
    assert [story for story, _ in told] == list(stories)
    known = {one.id: one for one in records}
    assert all(dict(found) == {page: known[page] for page in story.pages} for story, found in told)


def test_what_is_wrong_is_named_and_nothing_half_written_counts(records, tmp_path, monkeypatch):
    folder, to = stored(tmp_path / "records", records[:90], 3), tmp_path / "stories"
    with pytest.raises(PageError, match="is no folder of records"):
        trace_folders([tmp_path], to, choose("here"))
    with pytest.raises(PageError, match="holds something else"):
        trace_folders([folder], folder, choose("here"))
    part = folder / "part-00001.parquet"
    data = part.read_bytes()
    part.write_bytes(data[:-50])
    with pytest.raises(PageError, match="cut short"):
        trace_folders([folder], to, choose("here"))
    part.write_bytes(data)

    def full(path, write):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(run, "replace_file", full)
        with pytest.raises(PageError, match=r"No space left on device \(make room"):
            trace_folders([folder], to, choose("here"), claims=False)
    with pytest.raises(PageError, match="is no folder of stories"):
        list(stories_in(to))
    trace_folders([folder], to, choose("here"), claims=False)
    assert tuple(stories_in(to)) == trace(records[:90])
    manifest = json.loads((to / "manifest.json").read_text())
    (to / "manifest.json").write_text(json.dumps({**manifest, "format": "copydesk-stories/9"}))
    with pytest.raises(PageError, match="another version"):
        trace_folders([folder], to, choose("here"), claims=False)


def test_two_runs_into_one_folder_are_one_too_many(records, tmp_path):
    pytest.importorskip("fcntl")
    from copydesk.storage import locked

    folder, to = stored(tmp_path / "records", records[:20], 1), tmp_path / "stories"
    to.mkdir()
    with locked(to), pytest.raises(PageError, match="another run writes into it"):
        trace_folders([folder], to, choose("here"))
