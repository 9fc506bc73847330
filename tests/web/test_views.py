"""Every view, over HTTP, as a browser without JavaScript sees it."""

import gzip
import json
import random

import msgspec
import pytest
from lxml import html
from starlette.testclient import TestClient

from copydesk.desk import Desk
from copydesk.records import Entity, Place, Published, from_json
from copydesk.web import page_views
from copydesk.web.app import create_app

from .conftest import read
from .sample import council, ferry, pair


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.text[:500]
    return html.fromstring(answer.text)


def words(node):
    return " ".join(node.text_content().split())


def cells(node):
    return " ".join(" ".join(node.itertext()).split())


def token(client):
    return page(client, "/add").xpath("//form[@id='drop']/@action")[0].partition("token=")[2]


def upload(client, *files, **fields):
    parts = [("files", (name, data)) for name, data in files]
    return client.post("/add", params={"token": token(client)}, data=fields, files=parts)


def test_the_list_of_stories(client):
    root = page(client, "/")
    assert words(root.xpath("//ol[@class='stories']/li")[0]).startswith("1 text written independently")
    assert len(root.xpath("//ol[@class='stories']/li")) == 3


def unlike(number):
    """A page that shares nothing with any other but one common word."""
    chance = random.Random(number)
    text = "The council " + " ".join("".join(chance.choices("bdfglmnprstaeiou", k=9)) for _ in range(30))
    return council(f"c{number}", headline=f"Headline {number:02}", text=text, sentences=(), paragraphs=())


def test_lists_go_on_over_pages(tmp_path):
    with Desk(tmp_path / "many.db") as desk:
        list(desk.add(unlike(number) for number in range(65)))
    client = TestClient(create_app(tmp_path / "many.db", read), base_url="http://localhost")
    seen, address = [], "/"
    while address:
        root = page(client, address)
        seen += root.xpath("//ol[@class='stories']//h2/a/text()")
        address = next(iter(root.xpath("//a[@rel='next']/@href")), None)
    assert sorted(seen) == [f"Headline {number:02}" for number in range(65)]
    assert len(page(client, "/search?q=council&page=3").xpath("//ol[@class='hits']/li")) == 5


def test_an_empty_desk_says_how_to_fill_it(tmp_path):
    client = TestClient(create_app(tmp_path / "new.db", read), base_url="http://localhost")
    assert page(client, "/").xpath("//main//a[@href='/add']")
    for address in ("/timeline", "/sources", "/search"):
        assert page(client, address).xpath("//*[contains(@class, 'empty')]")


def test_the_reading_view_marks_and_explains(client):
    root = page(client, "/page?id=ferry")
    marked = {
        name: [words(node) for node in root.xpath(f"//div[@class='body']//span[contains(@class, 'm-{name} ')]")]
        for name in ("source", "cue", "time", "defect", "anonymity")
    }
    assert marked == {
        "source": ["A pilot", "Ann Duro", "He"],
        "cue": ["said", "said", "denied"],
        "time": ["Thursday"],
        "defect": ["it until"],
        "anonymity": ["on the ferry"],
    }
    notes = [cells(note) for note in root.xpath("//li[contains(@class, 'note ')]")]
    assert notes[2] == "3 Ann Duro said : “It sailed without him” named person · direct quote"
    assert notes[4] == "5 Truncated sentence : breaks off"
    assert root.xpath("//a[@rel='noreferrer noopener external']/@href") == ["https://pier.example/ferry?a=1&b=2"]
    assert "Leave a Reply" in words(root.xpath("//details[@class='furniture']")[0])
    assert "Olaf Minn" in words(root.xpath("//section[contains(., 'said to have happened')]//table")[0])


def test_numbers_and_notes_lead_to_each_other(client):
    root = page(client, "/page?id=ferry")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for number in range(1, 6):
        assert root.xpath(f"//a[@id='r{number}']/@href") == [f"#n{number}"]
        assert root.xpath(f"//li[@id='n{number}']/a/@href") == [f"#r{number}"]


def test_the_text_reads_as_it_stands_without_the_numbers(client):
    root = page(client, "/page?id=ferry")
    for number in root.xpath("//div[@class='body']//sup"):
        number.drop_tree()
    paragraphs = [words(node) for node in root.xpath("//div[@class='row']/p")]
    assert paragraphs == [" ".join(part.split()) for part in ferry().text.split("\n\n")]


def test_the_record_as_json(client):
    answer = client.get("/record.json?id=ferry")
    assert answer.headers["content-type"] == "application/json"
    assert from_json(json.dumps(answer.json())) == ferry()


def test_search_takes_every_filter(client):
    for query in (
        "q=ferry",
        "who=Minn",
        "publisher=Pier",
        "kind=named-person&q=ferry",
        "day=2026-10",
        "q=%22set%20foot",
    ):
        assert "/page?id=ferry" in page(client, f"/search?{query}").xpath("//ol[@class='hits']//h2/a/@href"), query
    assert "/page?id=ferry" not in page(client, "/search?q=council").xpath("//ol[@class='hits']//h2/a/@href")
    assert words(page(client, "/search?q=ferry").xpath("//ol[@class='hits']//mark")[0]) == "ferry"


def test_a_day_that_is_none_is_explained(client):
    for address in ("/search?day=yesterdayish", "/timeline?from=soon"):
        assert "not a day" in words(page(client, address).xpath("//*[@role='alert']")[0])


def test_the_timeline_lists_and_draws(client):
    root = page(client, "/timeline?from=2026-10-01&to=2026-10-31")
    assert root.xpath("//svg[@role='img']")
    assert "said on Thursday" in words(root.xpath("//ol[@class='days']/li")[0])
    assert root.xpath("//ol[@class='days']//h3/text()")[0] == "Thursday 8 October 2026"


def test_events_are_searched(client):
    for query in ("", "?type=MOBILIZE", "?type=mobilize&status=happened", "?who=Minn&day=2026-10", "?type=nonsense"):
        root = page(client, f"/events{query}")
        row = next(row for row in root.xpath("//tbody/tr") if "Minn" in words(row[1]))
        assert "Thursday 8 October 2026" in words(row[0]), query
        assert "Olaf Minn · sailed" in words(row[1])
        assert "on the word of Ann Duro" in words(row[1])
        assert words(row[2]) == "happened"
    for query in ("?type=ASSAULT", "?status=denied", "?kind=sport", "?place=Halm", "?whom=Minn"):
        assert "No event on the desk matches" in words(page(client, f"/events{query}")), query
    assert "not a day" in words(page(client, "/events?day=soon").xpath("//*[@role='alert']")[0])


def test_a_story_lists_its_happenings_with_what_copies_made_of_them(tmp_path):
    first = ferry("first", published=Published(value="2026-10-08", from_="metadata"))
    event = msgspec.structs.replace(first.events[0], status="possible", salient=True)
    first = msgspec.structs.replace(first, events=(event,))
    told = msgspec.structs.replace(event, status="happened")
    copy = ferry("copy", published=Published(value="2026-10-09", from_="metadata"), publisher="Estuary Courier")
    with Desk(tmp_path / "two.db") as desk:
        list(desk.add([first, msgspec.structs.replace(copy, events=(told,))]))
        id_ = desk.story_of("first")
    root = page(TestClient(create_app(tmp_path / "two.db", read), base_url="http://localhost"), f"/story?id={id_}")
    (row,) = root.xpath("//h2[@id='happenings']/following::table[1]/tbody/tr")
    assert "Olaf Minn · sailed" in words(row[1])
    assert "Estuary Courier tells it as happened; its source had it as possible" in words(row[1])
    assert [words(cell) for cell in row[3:]] == ["2", "1"]


def test_the_sources_tell_named_from_unnamed(client):
    rows = {words(row[0]).partition(",")[0]: cells(row) for row in page(client, "/sources").xpath("//tbody/tr")}
    assert "named person named 1 1 1" in rows["Ann Duro"]
    assert "unnamed person not named" in next(row for name, row in rows.items() if "pilot" in name)
    assert len(page(client, "/sources?kind=anonymous-person").xpath("//tbody/tr")) == 1


def test_the_names_tell_kind_role_country_and_other_names_in_words(tmp_path):
    record = ferry("names")
    place = Place(name="Odesa", country="UA", latitude=46.5, geonames=698740)
    other = Entity(id="e9", type="PLACE", name="Odessa", mentions=((0, 5),), place=place)
    with Desk(tmp_path / "names.db") as desk:
        list(desk.add([msgspec.structs.replace(record, entities=(*record.entities, other))]))
    shown = TestClient(create_app(tmp_path / "names.db", read), base_url="http://localhost")
    rows = [[words(cell) for cell in row] for row in page(shown, "/names").xpath("//tbody/tr")]
    assert ["Odesaalso: Odessa", "Places", "Ukraine", "1"] in rows
    assert ["Ann Duro, pier manager", "People", "–", "1"] in rows
    (row,) = page(shown, "/names?who=odessa").xpath("//tbody/tr")
    assert row.xpath(".//a/@href") == ["/search?q=%22Odesa%22+OR+%22Odessa%22"]
    assert len(page(shown, "/names?type=PERSON").xpath("//tbody/tr")) == 2
    assert "No name matches" in words(page(shown, "/names?type=WORK"))


def test_the_story_has_its_tree(client):
    (address,) = page(client, "/search?q=ferry").xpath("//ol[@class='hits']//a[contains(@href, '/story')]/@href")
    root = page(client, address)
    assert root.xpath("//svg[@role='img']//a/@href") == ["/page?id=ferry"]
    assert cells(root.xpath("//dl[@class='figures']/div")[0]) == "text written independently 1"
    drawn = client.get(root.xpath("//a[@download]/@href")[0])
    assert drawn.headers["content-type"].startswith("image/svg+xml")


def test_the_comparison_stands_side_by_side(client, monkeypatch, path):
    a, b, comparison = pair()
    with Desk(path) as desk:
        list(desk.add([a, b]))
    monkeypatch.setattr(Desk, "compare", lambda desk, first, second: comparison)
    root = page(client, "/compare?a=a&b=b")
    assert [words(cell) for cell in root.xpath("//table[@class='sides']/tbody/tr")[0]] == [
        "Ann Duro2 counted 311 boats.",
        "Anna Duro2 counted 131 boats.",
    ]
    assert cells(root.xpath("//tr[@id='c1']")[0]).startswith("1 number 31 13")
    assert root.xpath("//h2[contains(., '2 changes that matter')]")


@pytest.mark.parametrize(
    "address", ["/page?id=nobody", "/page", "/story?id=s", "/compare?a=ferry&b=", "/nowhere", "/record.json?id=x"]
)
def test_what_is_not_there_is_a_plain_404(client, address):
    assert "Traceback" not in words(page(client, address, 404))


@pytest.mark.parametrize(
    "query", ["page=-1", "page=0", "page=x", "page=99999999999999999999", "page=٣", "q=%00%ff", "q=" + "%22" * 50]
)
def test_odd_queries_are_answered(client, query):
    assert client.get(f"/search?{query}").status_code == 200


def test_added_files_are_read_and_shown(client):
    answer = upload(
        client,
        ("one.txt", b"First headline\nA gull landed."),
        ("two.txt.gz", gzip.compress(b"Second headline\nA gull left.")),
        ("three.jsonl", b'{"id": "j1", "text": "Third headline\\nGulls."}\nnot json\n'),
        ("four.txt", b"%PDF-1.4"),
        published="2026-10-08",
    )
    root = html.fromstring(answer.text)
    assert root.xpath("//section//tbody//th//a/text()") == ["First headline", "Second headline", "Third headline"]
    failures = [words(item) for item in root.xpath("//ul[@class='failures']/li")]
    assert [failure.split(":")[0] for failure in failures] == ["three.jsonl, line 2", "four.txt"]
    assert len(page(client, "/search?q=gull").xpath("//ol[@class='hits']/li")) == 3
    assert (
        "was there already"
        in upload(client, ("again.txt", b"First headline\nA gull landed."), published="2026-10-08").text
    )


def test_a_wrong_day_and_no_file_are_explained(client):
    assert "is no day" in upload(client, ("one.txt", b"x\ny"), published="soon").text
    assert "No file was chosen" in upload(client).text


def test_a_page_that_is_pasted_is_added(client):
    answer = upload(client, text="Pasted headline\n\nA gull landed on the pier on Thursday, the mayor said.")
    assert "1 page read" in answer.text
    assert "Pasted headline" in client.get("/search?q=gull").text


def test_reloading_what_became_of_a_form_adds_nothing_again(client):
    answer = upload(client, ("one.txt", b"First headline\nA gull landed."))
    assert answer.history[0].status_code == 303
    assert "1 page read" in client.get(answer.url).text


def test_every_view_takes_dropped_files(client):
    for address in ("/", "/timeline", "/events", "/sources", "/search?q=said", "/add"):
        (form,) = page(client, address).xpath("//form[@id='drop']")
        assert form.xpath(".//input[@name='files']")
        assert form.xpath(".//*[@role='status']//progress")


def test_a_failure_inside_is_a_plain_500(client, monkeypatch):
    def broken(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(page_views, "reading_values", broken)
    quiet = TestClient(client.app, base_url="http://localhost", raise_server_exceptions=False)
    answer = quiet.get("/page?id=ferry")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "content-security-policy" in answer.headers
