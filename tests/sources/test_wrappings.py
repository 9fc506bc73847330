"""Whatever three stories are kept in, they come out the same."""

import gzip
import json
import zipfile

import pytest

import copydesk
from copydesk.sources import Walk

from . import stories
from .stories import STORIES


def folder(path):
    (path / "pages" / "pier-closed_files").mkdir(parents=True)
    for name, data in stories.pages().items():
        (path / "pages" / name).write_bytes(data)
    (path / "pages" / "pier-closed_files" / "frame.html").write_text("<html><body><p>A frame, which is no story.")
    (path / "pages" / "pier.png").write_bytes(b"\x89PNG")
    return path / "pages"


def one_file(name, data):
    def make(path):
        (path / name).write_bytes(data)
        return path / name

    return make


def several(suffix, make_one):
    def make(path):
        (path / "several").mkdir()
        for number, story in enumerate(STORIES):
            (path / "several" / f"{number}{suffix}").write_bytes(make_one(story))
        return path / "several"

    return make


def wacz(path):
    listed = stories.lines([{"format": "json-pages-1.0"}, *({"url": story["url"]} for story in STORIES)])
    files = {"datapackage.json": b"{}", "archive/data.warc.gz": stories.warc(), "pages/pages.jsonl": listed}
    return one_file("crawl.wacz", stories.zipped(files))(path)


def zstd(path):
    zstandard = pytest.importorskip("zstandard")
    data = stories.lines([{"html": stories.html(story), "url": story["url"]} for story in STORIES])
    return one_file("pages.jsonl.zst", zstandard.ZstdCompressor().compress(data))(path)


def parquet(path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.Table.from_pylist(stories.rows()), path / "pages.parquet")
    return path / "pages.parquet"


HTML_ROWS = [{"html": stories.html(story), "url": story["url"]} for story in STORIES]
WRAPPINGS = {
    "folder": folder,
    "zip": one_file("pages.zip", stories.zipped(stories.pages())),
    "tar": one_file("pages.tgz", stories.tarred(stories.pages())),
    "gzip": several(".html.gz", lambda story: gzip.compress(stories.html(story).encode())),
    "warc": one_file("crawl.warc.gz", stories.warc()),
    "wacz": wacz,
    "mhtml": several(".mhtml", stories.mhtml),
    "e-mail": several(".eml", stories.email),
    "mailbox": one_file("all.mbox", b"\n".join(b"From x\n" + stories.email(story) + b"\n" for story in STORIES)),
    "rss": one_file("feed.xml", stories.rss()),
    "json feed": one_file("feed.json", stories.json_feed()),
    "json lines": one_file("pages.jsonl", stories.lines(HTML_ROWS)),
    "json array": one_file("pages.json", json.dumps(HTML_ROWS, indent=2).encode()),
    "json of a service": one_file("answer.json", json.dumps({"status": "ok", "articles": stories.rows()}).encode()),
    "zstd": zstd,
    "csv": one_file("table.csv", stories.table()),
    "tsv": one_file("table.tsv", stories.table("\t")),
    "parquet": parquet,
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_three_stories_come_out_of_whatever_they_are_kept_in(wrapping, tmp_path):
    records = list(copydesk.read_many(WRAPPINGS[wrapping](tmp_path)))
    assert [type(record).__name__ for record in records] == ["Record"] * 3, records
    found = sorted(records, key=lambda record: record.day)
    for record, story in zip(found, STORIES, strict=True):
        assert record.text == stories.text(story)
        assert record.headline == story["title"]
        assert record.day == story["day"]
        assert story["url"] in (record.page.location, record.page.canonical)


def test_one_page_has_one_id_in_whatever_it_is_kept(tmp_path):
    kept = ("folder", "zip", "tar", "gzip", "warc", "wacz", "e-mail", "json lines", "json array", "zstd")
    ids = set()
    for name in kept:
        (tmp_path / name).mkdir()
        ids.add(frozenset(record.id for record in copydesk.read_many(WRAPPINGS[name](tmp_path / name))))
    assert len(ids) == 1
    assert len(ids.pop()) == 3


def test_rows_and_data_frames_are_read_as_they_are():
    pandas = pytest.importorskip("pandas")
    made = stories.rows()
    for source in (made, pandas.DataFrame(made)):
        assert [record.headline for record in copydesk.read_many(source)] == [story["title"] for story in STORIES]
    assert copydesk.read(made[0]).headline == STORIES[0]["title"]


def test_stored_records_are_read_back_as_they_were(tmp_path):
    records = list(copydesk.read_many(HTML_ROWS))
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress("".join(copydesk.to_json(r) + "\n" for r in records).encode()))
    assert list(copydesk.read_many(tmp_path)) == records


def test_what_is_not_read_is_counted(tmp_path):
    for name in ("a.css", "b.css", "c.png", "notes.md"):
        (tmp_path / name).write_text("body {}")
    (tmp_path / "page.html").write_bytes(stories.pages()["pier-closed.html"])
    walk = Walk([folder(tmp_path), tmp_path / "a.css"])
    list(walk)
    assert walk.unread == {".png": 1, "parts of saved pages": 1}
    walk = Walk([tmp_path])
    assert len(list(walk)) == 4
    assert walk.unread == {".css": 2, ".png": 2, ".md": 1, "parts of saved pages": 1}
    assert "6 files of kinds not read: 2 .css" in walk.remarks()[0]


def test_archives_within_archives_end(tmp_path):
    data = b"A story.\n\nIt rained on Thursday, officials said."
    for _ in range(12):
        data = stories.zipped({"a.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)
    (failure,) = copydesk.read_many(tmp_path / "deep.zip")
    assert "more than 6 archives" in str(failure.error)


def test_an_encrypted_or_damaged_member_does_not_stop_the_others(tmp_path):
    data = bytearray(stories.zipped({"a.html": stories.pages()["pier-closed.html"], "b.txt": b"It rained, she said."}))
    start = data.index(b"<!DOCTYPE") if b"<!DOCTYPE" in data else data.index(b"a.html") + 40
    data[start : start + 8] = b"\0" * 8
    (tmp_path / "damaged.zip").write_bytes(data)
    results = list(copydesk.read_many(tmp_path / "damaged.zip"))
    assert "a.html" in str(results[0].error)
    assert results[-1].text == "It rained, she said."
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 no archive")
    assert "damaged" in str(next(copydesk.read_many(tmp_path / "no.zip")).error)
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    assert list(copydesk.read_many(tmp_path / "empty.zip")) == []


def test_a_missing_extra_is_named_with_the_command_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "fastwarc", None)
    (tmp_path / "a.warc.gz").write_bytes(stories.warc())
    (failure,) = copydesk.read_many(tmp_path / "a.warc.gz")
    assert "a.warc.gz" in str(failure.error)
    assert "pip install 'copydesk[warc]'" in str(failure.error)


def test_another_package_adds_a_kind_by_an_entry_point(tmp_path, monkeypatch):
    from copydesk import plugins
    from copydesk.sources import Kind, kinds, sniffing

    mine = Kind(
        name="nitf", title="NITF", module="copydesk.sources.single", sniff=sniffing.starts(b"<?xml version='1'")
    )
    entry = type("Entry", (), {"value": "mine:KIND", "load": lambda self: mine})()
    monkeypatch.setattr(plugins, "added", lambda group: [entry] if group == "copydesk.sources" else [])
    for function in (kinds.all_kinds, kinds.known_suffixes):
        function.cache_clear()
    try:
        (tmp_path / "a.nitf").write_text("<?xml version='1'?><nitf><p>It rained on Thursday, she said.</p></nitf>")
        (record,) = copydesk.read_many(tmp_path / "a.nitf")
        assert record.page.location.endswith("a.nitf")
    finally:
        for function in (kinds.all_kinds, kinds.known_suffixes):
            function.cache_clear()


def test_a_feed_without_end_is_named(tmp_path):
    (tmp_path / "feed.xml").write_bytes(b"<rss><channel>" + b"<item><title>a</title></item>" * 10_001)
    (failure,) = copydesk.read_many(tmp_path / "feed.xml")
    assert "more than 10,000 entries" in str(failure.error)
