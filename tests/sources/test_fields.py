"""Rows as other tools document them."""

import json

import pytest

import copydesk
from copydesk.pages import Failure, RawPage
from copydesk.sources import Options, Unread, Walk
from copydesk.sources.fields import day_of, page_of_row

TEXT = "The pier at Harwick was closed on Wednesday, the harbor office said.\n\nRepairs will take about three weeks."
URL = "https://harwick.example/pier"
# The fields that each tool's documentation lists for its output, with the kinds of values that it writes.
ROWS = {
    "trafilatura": {
        "title": "Pier closed", "author": "Tove Brand; Ivo Lund", "hostname": "harwick.example", "date": "2026-10-07",
        "fingerprint": "f1a2", "id": None, "license": None, "comments": "", "raw_text": "The pier", "text": TEXT,
        "language": "en", "image": None, "pagetype": "article", "filedate": "2026-10-10", "source": URL,
        "source-hostname": "Harwick Gazette", "excerpt": "Closed.", "categories": "", "tags": "",
    },
    "news-please": {
        "authors": ["Tove Brand", "Ivo Lund"], "date_download": "2026-10-10 06:00:00", "date_modify": None,
        "date_publish": "2026-10-07 00:00:00", "description": "Closed.", "filename": "a.json", "image_url": None,
        "language": "en", "localpath": None, "maintext": TEXT, "source_domain": "harwick.example",
        "title": "Pier closed", "title_page": None, "title_rss": None, "url": URL,
    },
    "Media Cloud": {
        "id": "76a1", "media_name": "Harwick Gazette", "media_url": "harwick.example", "title": "Pier closed",
        "publish_date": "2026-10-07", "url": URL, "language": "en", "indexed_date": "2026-10-10 06:00:00.123456",
        "text": TEXT,
    },
    "Fundus": {
        "title": "Pier closed",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]},
        "authors": ["Tove Brand", "Ivo Lund"], "publishing_date": "2026-10-07 00:00:00", "topics": ["Harwick"],
        "free_access": True, "publisher": "Harwick Gazette",
        "url": URL,
    },
    "NewsAPI": {
        "source": {"id": None, "name": "Harwick Gazette"}, "author": "Tove Brand, Ivo Lund", "title": "Pier closed",
        "description": "Closed.", "url": URL, "urlToImage": None, "publishedAt": "2026-10-07T00:00:00Z",
        "content": TEXT + "… [+3141 chars]",
    },
    "newspaper4k": {
        "url": URL, "title": "Pier closed", "text": TEXT, "authors": ["Tove Brand"],
        "publish_date": "2026-10-07T00:00:00+00:00", "source_url": "https://harwick.example", "keywords": [],
    },
}  # fmt: skip


def page(row, **options):
    """The one page of a row."""
    (found,) = [one for one in page_of_row(row, "row 1", Options(**options)) if isinstance(one, RawPage)]
    return found


@pytest.mark.parametrize("tool", ROWS)
def test_rows_of_other_tools_are_taken_as_they_are(tool):
    raw = page(ROWS[tool])
    assert raw.data.startswith("The pier at Harwick was closed")
    assert "Repairs will take about three weeks." in raw.data
    assert raw.about.title == "Pier closed"
    assert raw.about.url == URL
    assert raw.about.stated[:10] == "2026-10-07"
    if tool not in ("Media Cloud",):
        assert raw.about.authors[0].startswith("Tove Brand")
    if tool not in ("news-please", "newspaper4k"):
        assert raw.about.publisher == "Harwick Gazette"
    record = copydesk.read(ROWS[tool])
    assert (record.headline, record.day, record.published.from_) == ("Pier closed", "2026-10-07", "metadata")


def test_a_service_that_cuts_its_text_is_said_to():
    record = copydesk.read(ROWS["NewsAPI"])
    assert record.page.complete == "teaser"
    assert any("left out 3,141 characters" in notice.note for notice in record.notices)


def test_a_row_of_gdelt_has_an_address_and_no_text():
    row = {
        "url": URL, "url_mobile": "", "title": "Pier closed", "seendate": "20261010T060000Z", "socialimage": "",
        "domain": "harwick.example", "language": "English", "sourcecountry": "United Kingdom",
    }  # fmt: skip
    (failure,) = [one for one in page_of_row(row, "row 1", Options()) if isinstance(one, Failure)]
    assert URL in str(failure.error)
    assert "copydesk fetch" in str(failure.error)


def test_other_names_are_given_by_the_user_and_unused_ones_told_once(tmp_path):
    rows = [{"kop": "Pier closed", "lap": TEXT, "foto": "a.png", "nr": n} for n in range(3)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    failures = list(copydesk.read_many(tmp_path / "a.jsonl"))
    assert "its fields are foto, kop, lap, nr" in str(failures[0].error)
    walk = Walk([tmp_path / "a.jsonl"], Options(columns={"text": "lap", "title": "kop"}))
    assert [item.about.title for item in walk] == ["Pier closed"] * 3
    assert walk.remarks() == ["fields not used: foto, nr (name one with --column FIELD=NAME)"]


def test_a_table_of_unknown_columns_is_one_failure(tmp_path):
    (tmp_path / "a.csv").write_text("kop,lap\n" + "Pier closed,The pier was closed.\n" * 20)
    (failure,) = copydesk.read_many(tmp_path / "a.csv")
    assert "--column text=" in str(failure.error)
    assert len(list(copydesk.read_many(tmp_path / "a.csv", columns={"text": "lap"}))) == 20


def test_html_in_a_text_field_is_read_as_html():
    raw = page({"url": URL, "content": "<p>The pier was closed.</p><p>Repairs take weeks.</p>", "title": "Pier"})
    assert (raw.form, raw.as_is) == ("html", False)
    raw = page({"text": "x < y and <p> is a tag"})
    assert (raw.form, raw.as_is) == ("text", True)


def test_a_copy_of_the_users_own_day_and_a_stated_one_are_told_apart():
    assert copydesk.read({"text": TEXT, "published": "2026-10-07"}).published.from_ == "given"
    assert copydesk.read({"text": TEXT, "date": "2026-10-07"}).published.from_ == "metadata"
    assert copydesk.read({"text": TEXT}, published="2026-10-07").published.from_ == "default"
    record = copydesk.read({"text": TEXT, "date": "2026-10-07"}, published="2020-01-01")
    assert record.day == "2026-10-07"
    assert copydesk.read({"text": TEXT, "date": "2026-10-07"}, published_force="2020-01-01").day == "2020-01-01"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-10-07", "2026-10-07"),
        ("2026-10-07 06:30:00", "2026-10-07T06:30:00"),
        ("2026-10-07T06:30:00.5+02:00", "2026-10-07T06:30:00.5+02:00"),
        ("Wed, 07 Oct 2026 06:30:00 GMT", "2026-10-07T06:30:00+00:00"),
        ("20261007T063000Z", "2026-10-07T06:30:00Z"),
        ("20261007", "2026-10-07"),
        (1791354600, "2026-10-07T06:30:00+00:00"),
        ("1791354600000", "2026-10-07T06:30:00+00:00"),
        ("04/05/2026", None),
        ("soon", None),
        ("2026-13-45", None),
        (float("nan"), None),
        (True, None),
        ([], None),
        (10**30, None),
    ],
)
def test_days_are_read_where_they_can_be_read_in_one_way(value, day):
    assert day_of(value) == day


def test_unused_fields_are_told_without_their_values():
    found = [one for one in page_of_row({"text": TEXT, "secret": "x"}, "row 1", Options()) if isinstance(one, Unread)]
    assert [(one.what, one.field) for one in found] == [("secret", True)]


def test_what_a_page_says_comes_before_what_its_container_says():
    html = (
        '<html><head><title>Pier closed</title><meta property="article:published_time" content="2026-10-07">'
        "</head><body><article><h1>Pier closed</h1>"
        f"<p>{TEXT}</p><p>The ferry sails from the east quay until then, the office added.</p></article></body></html>"
    )
    record = copydesk.read({"html": html, "date": "2020-01-01", "title": "Another", "author": "Tove Brand"})
    assert (record.headline, record.day) == ("Pier closed", "2026-10-07")
    assert [author.name for author in record.authors] == ["Tove Brand"]
    record = copydesk.read({"html": html.replace("article:published_time", "x"), "date": "2026-10-06"})
    assert (record.day, record.published.from_) == ("2026-10-06", "metadata")


HEAD = "Harwick pier closed for three weeks\nBy Tove Brand, Coast News Agency\nOctober 7, 2026\n\n"


def test_the_masthead_of_a_text_is_read_and_left_in_it():
    record = copydesk.read({"text": HEAD + TEXT})
    assert record.text == HEAD + TEXT
    assert record.headline == "Harwick pier closed for three weeks"
    assert [author.name for author in record.authors] == ["Tove Brand"]
    assert (record.published.value, record.published.from_) == ("2026-10-07", "text")


def test_what_a_row_states_comes_before_the_masthead_of_its_text():
    record = copydesk.read({"text": HEAD + TEXT, "title": "Pier closed", "date": "2026-10-08"})
    assert (record.headline, record.published.value) == ("Pier closed", "2026-10-08")


def test_a_text_without_a_masthead_has_no_headline():
    record = copydesk.read({"text": TEXT})
    assert (record.headline, record.authors, record.published) == (None, (), None)


def test_a_text_to_the_letter_is_not_searched_for_a_masthead():
    record = copydesk.read({"text": HEAD + TEXT}, as_is=True)
    assert (record.headline, record.authors, record.published) == (None, (), None)
