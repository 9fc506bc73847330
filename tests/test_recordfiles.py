import gzip
import io

import pytest

from copydesk.pages import Failure
from copydesk.recordfiles import holds_records, records_of
from copydesk.records import Record

RECORDS = (Record(id="a", text="It rained."), Record(id="b", headline="Rain"))
LINES = "".join(record.to_json() + "\n" for record in RECORDS).encode()


def read(path):
    results = list(records_of(path))
    errors = [str(result.error) for result in results if isinstance(result, Failure)]
    return tuple(result for result in results if isinstance(result, Record)), errors


def test_plain_gzipped_and_standard_input(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(LINES)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(LINES))
    assert read(tmp_path / "a.jsonl") == read(tmp_path / "b.jsonl.gz") == (RECORDS, [])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LINES)))
    assert read("-") == (RECORDS, [])


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{}\n\n" + LINES + b"\xff\n")
    records, errors = read(path)
    assert records == RECORDS
    assert [line.split(":")[0] for line in errors] == [f"{path}, line 1", f"{path}, line 5"]


@pytest.mark.parametrize("data", [gzip.compress(LINES)[:-20], b"no gzip"])
def test_a_damaged_gzip_is_named(tmp_path, data):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    assert f"{path}: cannot be read" in read(path)[1][-1]
    assert not holds_records(tmp_path / "none.jsonl")


def test_a_missing_file_is_named(tmp_path):
    assert "none.jsonl: cannot be read: No such file" in read(tmp_path / "none.jsonl")[1][0]


def test_records_are_told_from_pages(tmp_path):
    (tmp_path / "records.jsonl").write_bytes(LINES)
    (tmp_path / "pages.jsonl").write_text('{"id": "a", "text": "It rained."}\n')
    (tmp_path / "page.txt").write_bytes(LINES)
    assert [holds_records(tmp_path / name) for name in ("records.jsonl", "pages.jsonl", "page.txt")] == [
        True,
        False,
        False,
    ]
