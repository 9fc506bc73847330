import io
import sys

import pytest

from copydesk.errors import ExportError
from copydesk.exports import FORMATS, export
from copydesk.records import from_json
from exports.sample import FULL, RECORDS


def exported(name, records=RECORDS):
    out = io.BytesIO()
    assert export(iter(records), name, out) == len(records)
    return out.getvalue()


def test_an_unknown_format_is_named_with_those_that_there_are():
    with pytest.raises(ExportError, match=r"'docx'.*unknown.*jsonl, csv"):
        export([], "docx", io.BytesIO())


def test_a_missing_extra_names_the_command_that_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'copydesk\[parquet\]'"):
        export([], "parquet", io.BytesIO())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_nothing_all_and_much_and_the_same_again(name):
    if (library := FORMATS[name].imports) is not None:
        pytest.importorskip(library)
    assert export([], name, io.BytesIO()) == 0
    assert exported(name) == exported(name)


@pytest.mark.parametrize("name", ["jsonl", "jsonld", "ninjs", "ftm", "annotations", "sentences"])
def test_text_formats_write_each_record_as_it_comes(name):
    out, sizes = io.BytesIO(), []

    def records():
        for _ in range(5):
            sizes.append(out.tell())
            yield FULL

    export(records(), name, out)
    assert sizes == sorted(set(sizes)) or sizes[0] == sizes[1] == 0


def test_jsonl_reads_back_as_the_same_records():
    assert tuple(from_json(line) for line in exported("jsonl").splitlines()) == RECORDS


def test_sentences_stand_on_lines_and_pages_apart():
    pages = exported("sentences", (FULL, FULL)).decode().split("\n\n")
    assert pages[0].splitlines()[0].endswith("the board said.")
    assert pages[0].splitlines()[-1] == "until."
    assert len(pages) == 2


@pytest.mark.parametrize("name", ["jsonld", "ninjs", "ftm", "annotations"])
def test_json_of_hostile_text_cannot_close_a_script_element(name):
    assert b"</script" not in exported(name)
    assert "\u2028".encode() not in exported(name)
