"""A folder of records: shards, a manifest, and runs that are broken off."""

import json

import pytest

import copydesk
from copydesk.errors import PageError
from copydesk.records import Published, Record

pytest.importorskip("pyarrow")

from copydesk import recordfolder
from copydesk.recordfolder import MANIFEST, FolderWriter, manifest_of


def records(count):
    days = ("2026-03-02", None, "2026-03-01")
    for number in range(count):
        day = days[number % 3]
        published = Published(value=day, from_="metadata") if day else None
        yield Record(id=f"p{number}", text=f"Page {number}.", published=published)


def write(folder, found, **options):
    with FolderWriter(folder, **options) as writer:
        for record in found:
            if record.id not in writer.known:
                writer.add(record)
        return writer


def read_back(folder):
    return list(copydesk.read_many(folder))


def test_what_is_written_is_read_back_by_every_command_as_the_same_records(tmp_path):
    write(tmp_path, records(25), shard_rows=10)
    manifest = manifest_of(tmp_path)
    assert manifest.pages == 25
    assert [shard.rows for shard in manifest.shards] == [10, 10, 5]
    assert manifest.shards[0].first_day == "2026-03-01"
    assert {record.id: record for record in read_back(tmp_path)} == {record.id: record for record in records(25)}


def test_pages_lie_by_day_in_a_shard(tmp_path):
    write(tmp_path, records(9))
    days = [record.day for record in read_back(tmp_path)]
    assert days == ["2026-03-01"] * 3 + ["2026-03-02"] * 3 + [None] * 3


def test_a_run_goes_on_where_it_was(tmp_path):
    write(tmp_path, records(12), shard_rows=5)
    again = write(tmp_path, records(20), shard_rows=5)
    assert len(again.known) == 12
    assert manifest_of(tmp_path).pages == 20
    assert len(read_back(tmp_path)) == 20


def test_a_run_that_was_broken_off_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(path, write):
        if path.name == MANIFEST:
            raise OSError(28, "No space left on device")
        return replace(path, write)

    replace = recordfolder.replace_file
    monkeypatch.setattr(recordfolder, "replace_file", full)
    with pytest.raises(PageError, match="No space left"):
        write(tmp_path, records(3))
    assert [path.name for path in tmp_path.glob("part-*")] == ["part-00000.parquet"]
    monkeypatch.undo()
    write(tmp_path, records(3))
    assert manifest_of(tmp_path).pages == 3
    assert len(read_back(tmp_path)) == 3


def test_a_shard_that_was_cut_short_is_named_and_the_others_are_read(tmp_path):
    write(tmp_path, records(10), shard_rows=5)
    shard = tmp_path / "part-00000.parquet"
    shard.write_bytes(shard.read_bytes()[:-100])
    found = read_back(tmp_path)
    failures = [one for one in found if isinstance(one, copydesk.Failure)]
    assert len(failures) == 1
    assert "cut short" in str(failures[0].error)
    assert len(found) == 6
    with pytest.raises(PageError, match="cut short"):
        write(tmp_path, records(1))


def test_an_altered_shard_fails_the_whole_check(tmp_path):
    write(tmp_path, records(3))
    (shard,) = manifest_of(tmp_path).shards
    recordfolder.check_shard(tmp_path, shard, whole=True)
    data = bytearray((tmp_path / shard.file).read_bytes())
    data[20] ^= 1
    (tmp_path / shard.file).write_bytes(data)
    with pytest.raises(PageError, match="not those that were written"):
        recordfolder.check_shard(tmp_path, shard, whole=True)


def test_ids_are_known_by_themselves():
    known = recordfolder.KnownIds(["a", "b", "a", "\ud800"])
    assert [id_ in known for id_ in ("a", "b", "\ud800", "c", "")] == [True, True, True, False, False]
    assert (len(known), len(recordfolder.KnownIds([])), "a" in recordfolder.KnownIds([])) == (3, 0, False)


def test_two_runs_into_one_folder(tmp_path):
    with FolderWriter(tmp_path), pytest.raises(PageError, match="another run"), FolderWriter(tmp_path):
        pass


def test_a_manifest_of_another_version_or_damaged_is_named(tmp_path):
    write(tmp_path, records(1))
    path = tmp_path / MANIFEST
    path.write_text(path.read_text().replace("copydesk-record/2", "copydesk-record/9"))
    assert "another version" in str(read_back(tmp_path)[0].error)
    path.write_text("{")
    assert "damaged" in str(read_back(tmp_path)[0].error)


def test_a_folder_with_a_manifest_of_another_program_is_a_folder_like_others(tmp_path):
    (tmp_path / MANIFEST).write_text('{"name": "an app", "start_url": "/"}')
    (tmp_path / "page.txt").write_text("The pier was shut on Monday, the harbour board said.")
    assert any(isinstance(one, Record) and "pier" in one.text for one in read_back(tmp_path))


def test_failures_are_kept_by_name_once(tmp_path):
    for _ in range(2):
        with FolderWriter(tmp_path) as writer:
            writer.fail("broken.html", "it is empty")
    assert json.loads((tmp_path / MANIFEST).read_text())["failures"] == [
        {"page": "broken.html", "reason": "it is empty"}
    ]
