"""ninjs items against the facts of the published schema (version 3.2), restated here as a table."""

import io
import json
import re
from datetime import datetime
from urllib.parse import urlsplit

import pytest

from copydesk.exports import ninjs
from exports.sample import EMPTY, FULL, RECORDS

# property → what it must be; objects take these members and no others
CONCEPT = {"name": str, "rel": str, "uri": "uri", "literal": str}
LABELLED = {"role": str, "contentType": str, "value": "required"}
SCHEMA = {
    "uri": "uri",
    "type": {"text"},
    "representationType": {"full", "partial"},
    "versionCreated": "date-time",
    "firstCreated": "date-time",
    "language": str,
    "headlines": [LABELLED],
    "descriptions": [LABELLED],
    "bodies": [LABELLED | {"charCount": int, "wordCount": int}],
    "by": str,
    "located": str,
    "edNote": str,
    "people": [CONCEPT],
    "organisations": [CONCEPT],
    "places": [CONCEPT | {"geoJSON": "point"}],
    "events": [CONCEPT],
    "objects": [CONCEPT],
    "subjects": [CONCEPT],
    "infoSources": [{"name": str, "role": str}],
    "altIds": [{"role": str, "value": str}],
    "standard": {"name": str, "version": str, "schema": "uri"},
}


def check(value, rule, where="item"):
    if isinstance(rule, dict):
        assert set(value) <= set(rule), where
        assert {name for name, one in rule.items() if one == "required"} <= set(value), where
        for name, one in value.items():
            check(one, rule[name], f"{where}.{name}")
    elif isinstance(rule, list):
        assert value, where
        for one in value:
            check(one, rule[0], where)
    elif isinstance(rule, set):
        assert value in rule, where
    elif isinstance(rule, type):
        assert type(value) is rule, where
    elif rule == "uri":
        assert urlsplit(value).scheme, where
        assert re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", value), where
    elif rule == "date-time":
        assert datetime.fromisoformat(value).tzinfo is not None, where
    elif rule == "point":
        assert value["type"] == "Point", where
        assert -180 <= value["coordinates"][0] <= 180, where
        assert -90 <= value["coordinates"][1] <= 90, where
    else:
        assert rule == "required", where
        assert isinstance(value, str), where


@pytest.mark.parametrize("record", RECORDS, ids=["full", "empty", "hostile"])
def test_follows_the_schema(record):
    item = json.loads(json.dumps(ninjs.news_item(record)))
    assert "uri" in item  # the one property that the schema requires
    check(item, SCHEMA)


def test_says_what_the_record_says():
    item = ninjs.news_item(FULL)
    assert item["headlines"] == [{"role": "main", "value": FULL.headline}]
    assert item["by"] == "Lone Cook, Jo Bay"
    assert item["located"] == "Port Ellen"
    assert item["bodies"][0]["value"] == FULL.text
    assert item["firstCreated"] == "2024-03-02T09:30:00+00:00"
    assert item["versionCreated"] == "2024-03-02T10:00:00Z"
    assert item["places"][0]["geoJSON"]["coordinates"] == [-6.19, 55.63]
    assert {"role": "quoted", "name": "Ada Moss"} in item["infoSources"]
    assert "stray-fragment" in item["edNote"]


def test_a_day_is_not_made_into_a_midnight():
    record = type(FULL)(id="x", published=type(FULL.published)(value="2024-03-02", from_="given"))
    item = ninjs.news_item(record)
    assert "firstCreated" not in item
    assert item["descriptions"] == [{"role": "published", "contentType": "text/plain", "value": "2024-03-02"}]


def test_one_item_a_line_each_with_its_own_uri():
    out = io.BytesIO()
    assert ninjs.write(iter(RECORDS), out) == 3
    uris = [json.loads(line)["uri"] for line in out.getvalue().splitlines()]
    assert uris[0] == "https://news.example/pier?a=1&b=%5B2%5D"
    assert uris[1].startswith("urn:uuid:")
    assert len(set(uris)) == 3
    assert ninjs.news_item(EMPTY)["uri"] == uris[1]
