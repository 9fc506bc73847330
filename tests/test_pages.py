import gzip
import io
import json
import sys

import pytest

from copydesk.errors import PageError
from copydesk.pages import Failure, find_sources, load, page_of_bytes
from copydesk.pages.charset import decode, without_surrogates


def only(path, **options):
    (page,) = load(path, **options)
    return page


def error(path):
    page = only(path)
    assert isinstance(page, Failure)
    return str(page.error)


def test_html_and_text_are_told_apart(tmp_path):
    for name, content, kind in [
        ("a.html", "<p>Hi", "text/html"),
        ("b.txt", "Hi", "text/plain"),
        ("c", "<!DOCTYPE html><p>Hi", "text/html"),
        ("d", "Hi", "text/plain"),
    ]:
        (tmp_path / name).write_text(content)
        assert only(tmp_path / name).media_type == kind


def test_id_is_the_hash_of_the_bytes(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert only(tmp_path / "a.txt").id == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_gzipped_page_is_the_page(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<html><p>Hi"))
    page = only(tmp_path / "a.html.gz")
    assert page.content == "<html><p>Hi"
    assert page.media_type == "text/html"


def test_folder_gives_its_pages_sorted_and_leaves_other_files(tmp_path):
    for name in ("b.txt", "a.html", "c.jsonl.gz", "x.png", ".hidden.txt", "sub/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in find_sources([tmp_path])] == ["a.html", "b.txt", "c.jsonl.gz", "d.txt"]


def test_batch_lines_become_pages_and_bad_ones_failures(tmp_path):
    batch = tmp_path / "batch.jsonl"
    rows = [json.dumps({"id": 7, "text": " as it is\n", "published": "2023-04-20", "publisher": "P"}), "no json", "{}"]
    batch.write_text("\n".join([*rows, "", json.dumps({"html": "<p>x", "url": "https://e.example/"})]))
    first, second, third, last = load(batch, published="2020-01-01")
    assert (first.id, first.content, first.published, first.as_is) == ("7", " as it is\n", "2023-04-20", True)
    assert "line 2" in str(second.error)
    assert "neither" in str(third.error)
    assert (last.media_type, last.location, last.published) == ("text/html", "https://e.example/", "2020-01-01")


def test_damaged_batch_gives_what_it_has(tmp_path):
    rows = "".join(json.dumps({"id": str(i), "text": f"text {i} " * 50}) + "\n" for i in range(2000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:-200])
    *pages, last = load(tmp_path / "b.jsonl.gz")
    assert len(pages) > 100
    assert isinstance(last, Failure)
    assert "cut off" in str(last.error)


def test_standard_input(monkeypatch):
    for data, count in [(b"A story.", 1), (b'{"text": "a"}\n{"text": "b"}\n', 2), (gzip.compress(b"A story."), 1)]:
        monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": io.BytesIO(data)}))
        pages = list(load("-"))
        assert len(pages) == count
        assert all(not isinstance(page, Failure) for page in pages)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b" \n\t", "empty"), (bytes(range(256)) * 20, "binary"), (b"%PDF-1.7 x", "binary")],
)
def test_what_is_no_page_is_named(tmp_path, data, reason):
    (tmp_path / "a.txt").write_bytes(data)
    message = error(tmp_path / "a.txt")
    assert "a.txt" in message
    assert reason in message


def test_missing_and_truncated_files_are_named(tmp_path):
    assert "no such file" in error(tmp_path / "none.txt")
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>story" * 1000)[:-9])
    assert "cut off" in error(tmp_path / "cut.html.gz")


def test_page_too_large_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("copydesk.pages.files.MAX_BYTES", 1000)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<div>" * 1000))
    assert "larger than" in error(tmp_path / "a.html.gz")


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        ("Kyjiw “x”".encode(), "Kyjiw “x”", False),
        (b"\xef\xbb\xbfKyiv", "Kyiv", False),
        ("Kyiv – ž".encode("utf-16"), "Kyiv – ž", False),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94', '<meta charset="iso-8859-1"><p>“café”', True),
        (b'<meta charset="windows-1251"><p>\xca\xe8\xe5\xe2', '<meta charset="windows-1251"><p>Киев', True),
        (
            b'<meta charset="utf-8"><p>caf\xe9 au lait, caf\xe9 noir',
            '<meta charset="utf-8"><p>café au lait, café noir',
            True,
        ),
    ],
)
def test_charsets(data, text, noted):
    found, note = decode(data)
    assert found == text
    assert (note is not None) == noted


def test_lone_surrogates_keep_positions():
    assert without_surrogates("a\ud800b") == "a�b"


def test_empty_page_from_bytes_raises():
    with pytest.raises(PageError):
        page_of_bytes(b"")
