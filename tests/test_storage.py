"""Folders of records and stories in an object store: fsspec's memory file system stands for one."""

import json
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("upath", reason="universal-pathlib is an extra")

from click.testing import CliRunner
from tracing.made import pages

import copydesk
from copydesk import storage
from copydesk.cli import cli
from copydesk.copies import trace
from copydesk.engines import choose
from copydesk.errors import PageError
from copydesk.recordfolder import MANIFEST, FolderWriter, manifest_of
from copydesk.storage import is_here, is_stored, locked, place, read_bytes, replace_file
from copydesk.tracing import stories_in, trace_folders


@pytest.fixture
def store():
    """An address of its own in memory."""
    return f"memory://bucket-{uuid.uuid4().hex}"


def write(folder, found, **options):
    with FolderWriter(folder, **options) as writer:
        for record in found:
            if record.id not in writer.known:
                writer.add(record)
        return writer


def test_addresses_are_told_from_paths():
    assert [is_stored(name) for name in ("s3://b/x", "gs://b", "memory://b/x")] == [True] * 3
    assert not any(map(is_stored, ("records", "/s3/x", "C:\\x", "https://a.example/x", "note://x", Path("s3://b"))))
    assert place("file:///tmp/a%20b") == Path("/tmp/a b")
    assert is_here(place("records"))


def test_records_written_to_a_store_are_read_from_there(store):
    folder, made = place(f"{store}/records"), list(pages(12))
    write(folder, made, shard_rows=5)
    assert sorted(one.name for one in folder.iterdir()) == [MANIFEST, *(f"part-0000{n}.parquet" for n in range(3))]
    assert {one.id: one for one in copydesk.read_many(f"{store}/records")} == {one.id: one for one in made}
    again = write(folder, made, shard_rows=5)
    assert len(again.known) == manifest_of(folder).pages == 12


def test_what_a_run_that_was_killed_left_in_a_store_does_not_count(store):
    folder, made = place(f"{store}/records"), list(pages(10))
    write(folder, made[:5])
    (folder / "part-00001.parquet").write_bytes(b"half")
    (folder / "part-00007.parquet").write_bytes(b"half")
    assert len(list(copydesk.read_many(f"{store}/records"))) == 5
    write(folder, made)
    assert {one.id for one in copydesk.read_many(f"{store}/records")} == {one.id for one in made}
    assert not (folder / "part-00007.parquet").exists()


def test_a_file_that_fails_while_it_is_written_leaves_what_was_there(store):
    path = place(f"{store}/manifest.json")
    path.write_bytes(b"before")

    def fail(made):
        made.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        replace_file(path, fail)
    assert path.read_bytes() == b"before"


def test_one_run_at_a_time_writes_into_a_folder_of_a_store(store):
    folder = place(f"{store}/records")
    with FolderWriter(folder), pytest.raises(PageError, match="another run"), FolderWriter(folder):
        pass
    assert not (folder / ".lock").exists()
    with FolderWriter(folder):
        pass


def test_a_lock_left_behind_in_a_store_ends_after_a_while(store, monkeypatch):
    folder = place(f"{store}/records")
    (folder / ".lock").write_bytes(b"{}")
    with pytest.raises(PageError, match="killed less than ten minutes ago"), locked(folder):
        pass
    late = datetime.fromtimestamp(time.time() - storage.LEASE - 1, UTC)
    monkeypatch.setattr(type(folder.fs), "modified", lambda self, path: late)
    with locked(folder):
        assert json.loads((folder / ".lock").read_bytes())["process"]
    assert not (folder / ".lock").exists()


def test_a_lock_that_another_run_took_over_is_left_to_it(store):
    folder = place(f"{store}/records")
    with locked(folder):
        (folder / ".lock").write_bytes(b"another's")
    assert (folder / ".lock").read_bytes() == b"another's"


def test_stories_are_traced_from_store_to_store_as_on_this_disk(store, tmp_path):
    made = list(pages(400))
    write(place(f"{store}/records"), made[:350], shard_rows=100)
    folders, to = [place(f"{store}/records")], place(f"{store}/stories")
    assert trace_folders(folders, to, choose("here"), claims=False, whole=100).pages == 350
    write(place(f"{store}/records"), made)
    assert trace_folders(folders, to, choose("here"), claims=False, whole=100).told_anew < 300
    write(tmp_path / "records", made)
    trace_folders([tmp_path / "records"], tmp_path / "stories", choose("here"), claims=False, whole=100)
    assert tuple(stories_in(to)) == tuple(stories_in(tmp_path / "stories")) == trace(made)
    assert len(list(copydesk.read_many(f"{store}/stories"))) == 400  # the records behind it


def test_commands_take_addresses_of_a_store(store):
    page = place(f"{store}/pages/pier.txt")
    page.write_bytes(b"Pier shut\n\nThe pier was shut on Monday, the harbour board said. Nobody was hurt there.\n")
    place(f"{store}/pages/.hidden/left.txt").write_bytes(b"not read")

    def run(*command):
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, done.output
        return done.output

    here = ("--engine", "here")
    assert "1 page read" in run("read", f"{store}/pages", "--to", f"{store}/records", *here)
    assert "harbour board" in run("read", f"{store}/pages/pier.txt", "--json", *here)
    assert "1 there already" in run("read", f"{store}/pages", "--to", f"{store}/records", *here)
    assert "holds 1 story" in run("trace", f"{store}/records", "--to", f"{store}/stories", *here)
    assert json.loads(run("trace", f"{store}/stories", "--json"))["pages"]
    assert "harbour board" in run("export", "jsonl", f"{store}/records", *here)


def test_what_is_not_there_in_a_store_is_named(store):
    failure = next(iter(copydesk.read_many(f"{store}/none.html")))
    assert "there is no such file" in str(failure.error)
    assert read_bytes(place(f"{store}/none")) is None


def test_a_store_that_cannot_be_reached_is_no_empty_folder(store, monkeypatch):
    def unreachable(*_, **__):
        raise RuntimeError("no credentials")

    folder = place(f"{store}/records")
    write(folder, pages(3))
    monkeypatch.setattr(type(folder.fs), "cat_file", unreachable)
    monkeypatch.setattr(type(folder.fs), "_open", unreachable)
    with pytest.raises(PageError, match="no credentials"):
        manifest_of(folder)
    with pytest.raises(PageError, match="no credentials"), FolderWriter(folder):
        pass


def test_without_the_library_the_remedy_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "upath", None)
    with pytest.raises(PageError, match=r"pip install 'copydesk\[cloud\]'"):
        place("s3://bucket/records")
    done = CliRunner().invoke(cli, ["read", "page.txt", "--to", "s3://bucket/records"])
    assert "copydesk[cloud]" in str(done.exception) + done.output
