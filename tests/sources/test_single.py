"""Single pages and batches: what is told of their kind, their bounds, their faults."""

import gzip
import io
import json
import sys
from importlib.util import find_spec

import pytest

import copydesk
from copydesk.errors import PageError
from copydesk.pages import Failure, RawPage
from copydesk.sources import Options, Walk, input, page_of, raw_page

NEEDS_PYARROW = pytest.mark.skipif(not find_spec("pyarrow"), reason="pyarrow is not installed")


def pages(*sources, **options):
    """What some sources hold, decoded; failures as they are."""
    items = Walk(sources, Options(**options))
    return [page_of(item) if isinstance(item, RawPage) else item for item in items]


def error(path):
    (failure,) = pages(path)
    assert isinstance(failure, Failure)
    return str(failure.error)


def test_html_and_text_are_told_apart(tmp_path):
    for name, content, kind in [
        ("a.html", "<p>Hi", "text/html"),
        ("b.txt", "Hi", "text/plain"),
        ("c", "<!DOCTYPE html><p>Hi", "text/html"),
        ("d", "Hi", "text/plain"),
        ("e.txt", "Less is < more, and more > less.", "text/plain"),
    ]:
        (tmp_path / name).write_text(content)
        assert pages(tmp_path / name)[0].media_type == kind


def test_id_is_the_hash_of_the_bytes(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert pages(tmp_path / "a.txt")[0].id == digest


def test_gzipped_page_is_the_page(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>Hi"))
    (page,) = pages(tmp_path / "a.html.gz")
    assert (page.content, page.media_type) == ("<p>Hi", "text/html")


def test_folder_gives_its_pages_sorted_and_leaves_other_files(tmp_path):
    for name in ("b.txt", "a.html", "c.jsonl.gz", "x.png", ".hidden.txt", "sub/d.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(b'{"text": "c"}') if name.endswith(".gz") else b"A page of text.")
    found = [page.location.removeprefix(str(tmp_path)) for page in pages(tmp_path)]
    assert found == ["/a.html", "/b.txt", "/c.jsonl.gz, line 1", "/sub/d.txt"]


def test_batch_lines_become_pages_and_bad_ones_failures(tmp_path):
    batch = tmp_path / "batch.jsonl"
    rows = [json.dumps({"id": 7, "text": " as it is\n", "published": "2023-04-20", "publisher": "P"}), "no json", "{}"]
    batch.write_text("\n".join([*rows, "", json.dumps({"html": "<p>x", "url": "https://e.example/"})]))
    first, second, third, last = pages(batch, published="2020-01-01")
    assert (first.id, first.content, first.published, first.as_is) == ("7", " as it is\n", "2023-04-20", True)
    assert "line 2" in str(second.error)
    assert "neither" in str(third.error)
    assert (last.media_type, last.location) == ("text/html", "https://e.example/")
    assert (last.published, last.default) == (None, "2020-01-01")


def test_two_publishers_of_one_text_are_two_pages(tmp_path):
    rows = [{"text": "It rained.", "publisher": name} for name in ("A", "B", "B")]
    (tmp_path / "b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert len({page.id for page in pages(tmp_path / "b.jsonl")}) == 2


def test_damaged_batch_gives_what_it_has(tmp_path):
    rows = "".join(json.dumps({"id": str(i), "text": f"text {i} " * 50}) + "\n" for i in range(2000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:-200])
    *found, last = pages(tmp_path / "b.jsonl.gz")
    assert len(found) > 100
    assert isinstance(last, Failure)
    assert "cut off" in str(last.error)


def test_json_over_several_lines_and_in_arrays_comes_row_by_row(tmp_path):
    rows = [{"text": f'It rained on {n}, "she" said \\ {{[}} '} for n in range(3)]
    (tmp_path / "a.json").write_text(json.dumps(rows, indent=3))
    (tmp_path / "b.json").write_text("\n".join(json.dumps(row, indent=1) for row in rows))
    (tmp_path / "c.json").write_text(json.dumps(rows))
    for name in "abc":
        assert [page.content for page in pages(tmp_path / f"{name}.json")] == [row["text"] for row in rows]


def test_an_array_that_is_cut_off_gives_what_it_has(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([{"text": "One."}, {"text": "Two."}])[:-8])
    one, failure = pages(tmp_path / "a.json")
    assert one.content == "One."
    assert "item 2" in str(failure.error)


def test_standard_input(monkeypatch):
    for data, count in [(b"A story.", 1), (b'{"text": "a"}\n{"text": "b"}\n', 2), (gzip.compress(b"A story."), 1)]:
        monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": io.BytesIO(data)}))
        found = pages("-")
        assert len(found) == count
        assert not any(isinstance(page, Failure) for page in found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 x", "damaged"),
        (b"\x89PNG\r\n", "binary"),
        pytest.param(b"PAR1 no table", "damaged", marks=NEEDS_PYARROW),
        (b"PK\x03\x04 no archive", "damaged"),
        (b"\x1f\x8b no gzip", "damaged"),
        (b"BZh9 no bzip2", "damaged"),
        (b"\xfd7zXZ\0 no xz", "damaged"),
        (b"\x28\xb5\x2f\xfd no zstd", "zstd"),
        (b"a.txt" + b"\0" * 252 + b"ustar\0" + b"\0" * 300, "damaged"),
        (b"<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>", "sitemap"),
        (b"<?xml version='1.0'?><!DOCTYPE u [<!ENTITY a 'b'>]><urlset>&a;</urlset>", "not read"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [', "feed"),
        (b"From: a\r\nMIME-Version: 1.0\r\nSubject: b\r\n\r\n", "no text"),
        (b"url,title\n\n", None),
    ],
)
def test_what_is_no_page_is_named(tmp_path, data, reason):
    (tmp_path / "a.txt").write_bytes(data)
    if reason is None:
        assert pages(tmp_path / "a.txt") == []
        return
    try:
        message = error(tmp_path / "a.txt")
    except PageError as raised:
        message = str(raised)
    assert "a.txt" in message
    assert reason in message.lower()
    assert "please report" not in message


def test_missing_and_truncated_files_are_named(tmp_path):
    assert "no such file" in error(tmp_path / "none.txt")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>story" * 1000)[:-9])
    assert "cut off" in error(tmp_path / "cut.html.gz")


def test_page_too_large_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(input.Input.whole, "__defaults__", (1000,))
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<div>" * 1000))
    assert "larger than" in error(tmp_path / "a.html.gz")


def test_a_line_too_long_is_named_and_read_past(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "One."}\n' + b"x" * 100_000 + b'\n{"text": "Three."}\n')
    source = input.open_file(tmp_path / "a.jsonl")
    with source:
        assert [line and len(line) for line in source.lines(1000)] == [17, None, 19]


def test_names_that_are_not_utf8_are_told_in_what_can_be_written(tmp_path):
    name = bytes(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write("It rained on Thursday.")
    (page,) = pages(tmp_path)
    assert page.location.endswith("caf�.txt")
    page.location.encode()


def test_no_page_is_made_of_nothing():
    with pytest.raises(PageError):
        page_of(raw_page(b"", "page"))


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0031)https://harwick.example/pier?a&amp;b -->",
        "<!--\n Page saved with SingleFile \n url: https://harwick.example/pier?a&amp;b \n saved date: x\n-->",
    ],
)
def test_a_saved_page_has_the_address_that_the_browser_noted(tmp_path, note):
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html> {note}\n<html><body><p>It rained on Thursday.</p></body></html>")
    (page,) = pages(tmp_path / "a.html")
    assert page.url == "https://harwick.example/pier?a&b"


@pytest.mark.parametrize(
    "source",
    ["The port is shut. " * 400, "The port is shut.\nIt opens on Monday.", "a" * 300, "https://a.example\n" * 900],
)
def test_text_where_a_path_belongs_is_named_by_its_first_words_with_the_remedy(source):
    with pytest.raises(PageError) as caught:
        copydesk.read(source)
    message = str(caught.value)
    assert source[:12] in message
    assert "'text'" in message
    assert len(message) < 200
    assert "\n" not in message


@pytest.mark.parametrize("source", [b"<p>The port is shut.</p>", 5, None])
def test_what_is_no_source_is_told_what_is(source):
    with pytest.raises(PageError, match=r"this is no source.*a path, an address, a row"):
        copydesk.read(source)


def test_a_file_whose_name_has_a_line_break_is_read(tmp_path):
    path = tmp_path / "two\nlines.txt"
    path.write_text("The port is shut, the board said on Monday.")
    assert copydesk.read(str(path)).text.startswith("The port")


def test_no_message_is_longer_than_a_screen_whatever_it_quotes():
    error = PageError("a" * 9_000, "b\n" * 9_000, "c" * 9_000)
    assert len(str(error)) < 1_300
    assert "\n" not in str(error)
    assert str(error).startswith("aaa")
