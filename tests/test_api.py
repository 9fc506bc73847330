import ast
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.pages import Page
from copydesk.reading.pipeline import read_page

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def test_import_is_light():
    """Nothing heavy is loaded before it is needed."""
    code = "import copydesk, sys; print(sorted(m.split('.')[0] for m in sys.modules))"
    names = set(json.loads(subprocess.check_output([sys.executable, "-c", code], text=True).replace("'", '"')))
    assert not names & {"numpy", "onnxruntime", "rich", "click", "trafilatura", "lxml", "sqlite3", "starlette", "spacy"}


def test_everything_named_is_there():
    assert [name for name in copydesk.__all__ if not hasattr(copydesk, name)] == []
    with pytest.raises(AttributeError, match="nothing"):
        _ = copydesk.nothing


def test_what_type_checkers_see_is_what_there_is():
    tree = ast.parse(Path(copydesk.__file__).read_text(encoding="utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module.startswith("copydesk.")
        for alias in node.names
    }
    assert {name: f"copydesk.{home}" for name, home in copydesk._HOMES.items()} == typed
    assert copydesk.__version__[0].isdigit()


@pytest.fixture
def results(tmp_path):
    """What read_many yields for two pages of one story, and between them one that cannot be read."""
    story = (EXAMPLES / "5-rewritten-copy.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "c.txt").write_text(story.replace("Thursday", "Friday"))
    found = list(copydesk.read_many(tmp_path))
    assert [type(one) for one in found] == [copydesk.Record, copydesk.Failure, copydesk.Record]
    return found


def test_all_that_takes_records_takes_what_read_many_yields(results, tmp_path):
    with pytest.warns(copydesk.PagesLeftOut, match=r"trace: a page is left out .*b\.txt"):
        (story,) = copydesk.trace(results)
    assert len(story.pages) == 2
    with copydesk.Desk(tmp_path / "desk.db") as desk, pytest.warns(copydesk.PagesLeftOut, match="add"):
        assert len(list(desk.add(results))) == 2
    with pytest.warns(copydesk.PagesLeftOut, match="export"):
        assert copydesk.export(results, "jsonl", io.BytesIO()) == 2
    with pytest.raises(copydesk.PageError, match=r"b\.txt"):
        copydesk.compare(results[0], results[1])


def test_what_is_no_record_is_refused_by_name():
    with pytest.raises(TypeError, match=r"trace takes records.*not str"):
        copydesk.trace(["page.html"])


def test_as_is_text_keeps_its_positions():
    text = "\n\nLeave a Reply\n\n“It rained,” said Ana Reva on Thursday.\nBack to top\n"
    record = copydesk.read_text(text, as_is=True, published="2026-10-08")
    assert record.text == text
    (time,) = record.times
    assert text[time.span[0] : time.span[1]] == "Thursday"


def test_a_forced_day_wins_over_the_page_and_a_fallback_does_not():
    html = '<html><meta property="article:published_time" content="2020-01-01"><p>' + "It rained on the town. " * 20
    assert copydesk.read_html(html).published.value.startswith("2020-01-01")
    record = copydesk.read_html(html, published="2026-10-08")
    assert (record.published.value, record.published.from_) == ("2020-01-01", "metadata")
    record = copydesk.read_html(html, published_force="2026-10-08")
    assert (record.published.value, record.published.from_) == ("2026-10-08", "given")


STORY = "<p>It rained on the town on Thursday, and it was to rain on Friday, the mayor of the town said. " * 12


def page(retrieved):
    html = f'<html><meta property="article:published_time" content="2031-05-06"><h1>Rain</h1>{STORY}'
    return Page(id="p", content=html, media_type="text/html", retrieved=retrieved)


def test_a_record_does_not_depend_on_the_clock():
    record = read_page(page(None))
    assert (record.published.value, record.notices) == ("2031-05-06", ())
    assert record.times[0].value == "2031-05-01"


def test_a_day_after_the_page_was_retrieved_is_not_taken_and_a_notice_says_so():
    record = read_page(page("2026-02-03T10:00:00Z"))
    assert record.published is None
    (notice,) = record.notices
    assert notice.kind == "day"
    assert "2031-05-06" in notice.note
    assert read_page(page("2031-05-06")).notices == ()
    assert read_page(page("long ago")).published.value == "2031-05-06"


def test_batch_goes_on_past_bad_pages(tmp_path):
    (tmp_path / "a.txt").write_text("A headline\n\nIt rained on Thursday, she said.\n")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 999)
    (tmp_path / "c.jsonl").write_text('{"id": "x", "text": "It rained."}\nno\n')
    results = list(copydesk.read_many(tmp_path))
    assert [type(result).__name__ for result in results] == ["Record", "Failure", "Record", "Failure"]
    assert "b.txt" in str(results[1].error)


def test_a_batch_is_no_single_page(tmp_path):
    (tmp_path / "c.jsonl").write_text('{"text": "a b"}\n{"text": "b c"}\n')
    with pytest.raises(copydesk.PageError, match="read_many"):
        copydesk.read(tmp_path / "c.jsonl")


def test_a_day_that_is_none_is_refused():
    for day in ("yesterday", "2023-02-30", "20 April 2023"):
        with pytest.raises(copydesk.DateError, match="YYYY-MM-DD"):
            copydesk.read_text("It rained.", published=day)


def test_another_language_is_said():
    text = "Le président a déclaré jeudi que les négociations se poursuivraient la semaine prochaine à Bruxelles. " * 5
    record = copydesk.read_text(text)
    assert record.page.language == "fr"
    assert "language" in {notice.kind for notice in record.notices}


@pytest.mark.parametrize("html", ["<div>" * 200_000, "<script>var a = 1;</script>" * 1000, "<html></html>", "<!-- -->"])
def test_pages_without_a_story_say_so(html):
    record = copydesk.read_html(html)
    assert record.text == ""
    assert "empty" in {notice.kind for notice in record.notices}


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_gives_a_record_that_round_trips(text):
    if not text.replace("\0", "").strip():  # a text without words is refused
        return
    for as_is in (False, True):
        record = copydesk.read_text(text, as_is=as_is)
        assert copydesk.from_json(copydesk.to_json(record)) == record


def test_html_may_come_as_bytes_in_the_charset_that_it_declares():
    page = (
        "<meta charset='iso-8859-1'><h1>Pier</h1><p>The café by the pier in Orléans closed on Tuesday, police said.</p>"
    )
    assert "café" in copydesk.read_html(page.encode("latin-1")).text
