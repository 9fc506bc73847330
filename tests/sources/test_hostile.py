"""Hostile and damaged sources: each page is a record that can be written and stored, or a failure that names it."""

import json
from functools import cache
from pathlib import Path

import pytest

import copydesk
from copydesk.errors import ModelError
from copydesk.ingest import Ingest
from copydesk.pages import Failure
from copydesk.reading import pipeline
from copydesk.records import from_json
from copydesk.sources import Input

from . import stories
from .mutations import mutations

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "hostile"


def faults(name, data):
    """Return what is wrong with how some bytes are read; nothing where each page is a record or a named failure."""
    found = []
    for result in Ingest([Input.of_bytes(name, data)]):
        if isinstance(result, Failure):
            if "please report" in str(result.error) or not str(result.error).strip():
                found.append(str(result.error))
            continue
        if "\0" in result.text or from_json(result.to_json().encode()) != result:
            found.append(f"{name}: its record does not come back as it was written")
        found += [f"{name}: {notice.note}" for notice in result.notices if notice.kind == "component"]
    return found


def no_model(text):
    raise ModelError("model", "it is left out", "leave it")


@pytest.mark.parametrize(("seed", "sources", "model"), [(0, 60, True), (1, 200, False), (2, 200, False)])
def test_mutated_pages_in_hundreds_of_sources_stop_nothing(seed, sources, model, monkeypatch):
    pytest.importorskip("fastwarc")
    if not model:  # which takes most of the time, and sees a page's text alone
        monkeypatch.setattr(pipeline, "parse", no_model)
    # many sources hold a story that the mutation has left as it was
    monkeypatch.setattr(pipeline, "read_page", cache(pipeline.read_page))
    wrong = [fault for name, data in mutations(sources, seed) for fault in faults(name, data)]
    assert wrong == []


def test_a_desk_takes_whatever_was_read(tmp_path):
    results = (result for name, data in mutations(30, seed=9) for result in Ingest([Input.of_bytes(name, data)]))
    with copydesk.Desk(tmp_path / "desk.db") as desk:
        added = list(desk.add(result for result in results if isinstance(result, copydesk.Record)))
        assert desk.count == len({one.id for one in added}) > 10
        assert list(desk.faults()) == []


def test_a_processing_instruction_in_the_story_is_passed_over():
    page = stories.html(stories.STORIES[0]).replace("</p><p>", "</p><?php echo $ad; ?><p>")
    assert copydesk.read_html(page).text == stories.text(stories.STORIES[0])


def test_a_json_line_nested_too_deep_is_named_and_the_next_is_read(tmp_path):
    deep = '{"text": ' + "[" * 5000 + "]" * 5000 + "}"
    (tmp_path / "a.jsonl").write_text(f'{{"text": "One."}}\n{deep}\n{{"text": "Three."}}\n')
    one, two, three = copydesk.read_many(tmp_path / "a.jsonl")
    assert (one.text, three.text) == ("One.", "Three.")
    assert "line 2" in str(two.error)


def test_a_text_of_quotation_marks_alone_is_read_in_part_with_a_notice(monkeypatch):
    monkeypatch.setattr(pipeline, "MAX_WORDS", 3_000)
    record = copydesk.read_text('"' * 20_000, as_is=True)
    assert len(record.text) == 20_000
    assert any(notice.kind == "truncated" and "3,000" in notice.note for notice in record.notices)


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the project")
def test_the_cases_of_the_yardstick(tmp_path):
    def read(name, **options):
        return list(copydesk.read_many(CASES / name, **options))

    (record,) = read("charset-undefined.html")
    assert record.text.startswith("café")
    assert [type(one).__name__ for one in read("deep-line.jsonl")] == ["Record", "Failure", "Record"]
    (record,) = read("utf8-one-byte-lost.html")
    assert "“we won’t close the port”" in record.text
    assert [one.content.speech for one in record.attributions].count("indirect") == 0
    first, second, *_ = read("bomb-line-300mb.jsonl.gz")
    assert first.text
    assert "larger than" in str(second.error)
    (record,) = read("nul-as-is.txt", as_is=True)
    assert "\0" not in record.text
    assert len(record.text) == len((CASES / "nul-as-is.txt").read_bytes().decode())
    (record,) = read("php-in-body.html")
    assert "ships would wait" in record.text
    assert all(json.loads(one.to_json()) for one in read("index.jsonl") if isinstance(one, copydesk.Record))


def test_a_feed_with_what_is_no_character_keeps_its_entries():
    data = stories.rss()
    broken = data.replace(b"<title>", b"<title>&#xD800; & ", 2)
    records = [one for one in Ingest([Input.of_bytes("feed.xml", broken)]) if not isinstance(one, Failure)]
    assert [record.page.location for record in records] == [story["url"] for story in stories.STORIES]
    assert records[0].headline.startswith("\ufffd")
