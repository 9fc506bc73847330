import pytest

from copydesk.errors import ExportError
from copydesk.exports.target import target


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
