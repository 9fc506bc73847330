import gzip
import io

import pytest

from copydesk.errors import ExportError
from copydesk.exports.source import records_of
from copydesk.exports.target import target
from exports.sample import RECORDS

LINES = "".join(record.to_json() + "\n" for record in RECORDS).encode()


def read(path):
    errors = []
    return tuple(records_of(str(path), errors.append)), [str(error) for error in errors]


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
    assert [line.split(":")[0] for line in errors] == [f"{path}, line 1", f"{path}, line 6"]


@pytest.mark.parametrize("data", [gzip.compress(LINES)[:-20], b"no gzip"])
def test_a_damaged_gzip_is_an_error_that_names_it(tmp_path, data):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    with pytest.raises(ExportError, match="cannot be read"):
        read(path)


def test_a_missing_file_is_an_error_that_names_it(tmp_path):
    with pytest.raises(ExportError, match=r"none\.jsonl: cannot be read: No such file"):
        read(tmp_path / "none.jsonl")


def test_a_file_appears_only_when_it_is_whole(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), target(str(path)) as out:
        out.write(b"%d" % (1 // 0))
    assert path.read_text() == "before"
    with target(str(path)) as out:
        out.write(b"whole")
    assert path.read_text() == "whole"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("path", ["", "none/out.jsonl"])
def test_where_nothing_can_be_written_is_an_error(tmp_path, path):
    with pytest.raises(ExportError, match="cannot be written"), target(str(tmp_path / path)):
        pass
