"""Families as other programs read them."""

import csv
import io
import json

import pytest
from msgspec.structs import replace

from copydesk.copies import trace
from copydesk.exports.family_exports import FORMATS
from copydesk.exports.family_tables import as_parquet
from copydesk.records import PageInfo, Record

TEXT = """KARLO (AP) — A passenger ferry struck the south pier of Karlo harbor on Tuesday, Mira Sandell said.

The Aurelia was arriving from Teluna with 230 people on board when its bow thrusters failed, Sandell told reporters."""


def told():
    records = [
        Record(
            id="wire",
            text=TEXT,
            publisher="Karlo Post",
            page=PageInfo(location="https://post.example/a"),
            headline="=cmd",
        ),
        Record(
            id="copy",
            text=TEXT.removeprefix("KARLO (AP) — ").replace("230", "320"),
            page=PageInfo(location="https://copy.example/b"),
        ),
    ]
    known = {record.id: record for record in records}
    return [(story, known) for story in trace(records)]


def test_csv_has_a_row_for_each_page_and_each_credited_text():
    rows = {row["page"]: row for row in csv.DictReader(FORMATS["csv"](told()))}
    assert rows.keys() == {"missing:Associated Press", "wire", "copy"}
    assert rows["copy"]["source"] == "wire"
    assert float(rows["copy"]["confidence"]) >= 0.7
    assert {row["agency"] for row in rows.values()} == {"Associated Press"}


def test_json_ld_says_what_a_page_is_based_on_how_surely_and_of_which_family_it_is():
    graph = {item["@id"]: item for item in json.loads("\n".join(FORMATS["jsonld"](told())))["@graph"]}
    copy, wire = graph["https://copy.example/b"], graph["https://post.example/a"]
    assert copy["isBasedOn"]["isBasedOn"] == {"@id": "https://post.example/a"}
    assert copy["isBasedOn"]["roleName"] == "copy"
    assert copy["isBasedOn"]["description"].startswith("confidence 0.9")
    assert wire["isBasedOn"]["isBasedOn"]["publisher"]["name"] == "Associated Press"
    assert copy["isPartOf"] == wire["isPartOf"]
    assert copy["isPartOf"]["name"] == "Pages of one text: Associated Press"


def unsure():
    """Stories whose edges are all too unsure for an order."""
    for story, known in told():
        edges = tuple(replace(edge, confidence=0.69) for edge in story.edges if edge.source in known)
        yield replace(story, edges=edges), known


def test_where_the_order_is_not_known_json_ld_bases_nothing_on_anything():
    graph = {item["@id"]: item for item in json.loads("\n".join(FORMATS["jsonld"](unsure())))["@graph"]}
    assert not any("isBasedOn" in item for item in graph.values())
    (citation,) = graph["https://copy.example/b"]["citation"]
    assert citation["roleName"] == "same text, order not known"
    assert citation["citation"] == {"@id": "https://post.example/a"}


def test_followthemoney_links_pages_and_the_text_that_is_not_here():
    agency, *links = map(json.loads, FORMATS["followthemoney"](told()))
    assert (agency["schema"], agency["properties"]["publisher"]) == ("Article", ["Associated Press"])
    assert {link["schema"] for link in links} == {"UnknownLink"}
    roles = [(link["properties"]["role"][0], link["properties"]["object"][0] == agency["id"]) for link in links]
    assert ("copy", False) in roles
    assert ("first of its family", True) in roles
    assert all("confidence" in link["properties"]["summary"][0] for link in links if "summary" in link["properties"])


def test_followthemoney_takes_what_is_written():
    model = pytest.importorskip("followthemoney").model
    for line in FORMATS["followthemoney"](told()):
        entity = json.loads(line)
        assert model.get_proxy(entity).to_dict()["properties"] == entity["properties"]


def test_csv_and_parquet_say_what_a_copy_altered():
    rows = {row["page"]: row for row in csv.DictReader(FORMATS["csv"](told()))}
    assert "number: 230 → 320" in rows["copy"]["alterations"].split(" | ")
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    assert as_parquet(told(), out) == 3
    table = {row["page"]: row for row in parquet.read_table(out).to_pylist()}
    assert table["copy"]["source"] == "wire"
    assert table["wire"]["root"] == "missing:Associated Press"
    assert ("number", "230", "320") in {(x["kind"], x["before"], x["after"]) for x in table["copy"]["alterations"]}


def test_ninjs_associations_name_what_a_page_came_from():
    items = {item["uri"]: item for item in map(json.loads, FORMATS["ninjs"](told()))}
    (wire, root) = items["https://copy.example/b"]["associations"]
    assert (wire["name"], wire["uri"]) == ("copy", "https://post.example/a")
    assert root["name"] == "first of its family"
    assert root["infoSources"] == [{"role": "publisher", "name": "Associated Press"}]
    assert all(one["uri"] and one["name"] for item in items.values() for one in item["associations"])
