import io

import pytest

from exports.sample import RECORDS

pyarrow = pytest.importorskip("pyarrow")

from pyarrow import parquet as arrow_parquet  # noqa: E402

from copydesk.exports import parquet_records  # noqa: E402
from copydesk.records import Record  # noqa: E402


def test_reads_back_as_the_same_records(tmp_path):
    path = tmp_path / "records.parquet"
    with path.open("wb") as out:
        assert parquet_records.write(iter(RECORDS), out) == 3
    assert tuple(parquet_records.read(str(path))) == RECORDS


def test_one_column_a_field_with_its_own_type():
    schema = parquet_records.arrow_schema()
    assert schema.names == list(Record.__struct_fields__)
    assert schema.field("sentences").type == pyarrow.list_(pyarrow.list_(pyarrow.int64()))


def test_row_groups_bound_what_is_in_memory(monkeypatch):
    monkeypatch.setattr(parquet_records, "_ROWS", 2)
    out = io.BytesIO()
    parquet_records.write(iter(RECORDS), out)
    assert arrow_parquet.ParquetFile(out).num_row_groups == 2


def test_no_records_give_an_empty_table():
    out = io.BytesIO()
    assert parquet_records.write([], out) == 0
    assert arrow_parquet.read_table(out).num_rows == 0
