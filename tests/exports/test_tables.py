import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.exports.table_rows import NUMBERS, SEPARATOR, TABLES
from copydesk.exports.tables import guarded, unguarded, write
from copydesk.records import Record
from exports.sample import FULL, RECORDS


@pytest.fixture(scope="module")
def archive():
    out = io.BytesIO()
    assert write(iter(RECORDS), out) == 3
    return zipfile.ZipFile(out)


def rows(archive, table):
    with archive.open(f"{table}.csv") as file:
        for row in csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")):
            yield {name: value(name, cell) for name, cell in row.items()}


def value(name, cell):
    if cell == "":
        return None
    kind = NUMBERS.get(name)
    return int(cell) if kind == "integer" else float(cell) if kind == "number" else unguarded(cell)


def test_the_package_describes_every_table_and_column(archive):
    package = json.loads(archive.read("datapackage.json"))
    assert [resource["path"] for resource in package["resources"]] == [f"{name}.csv" for name in TABLES]
    for resource in package["resources"]:
        header = archive.read(resource["path"]).decode().splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_unique_and_point_to_pages(archive, table):
    (resource,) = [one for one in json.loads(archive.read("datapackage.json"))["resources"] if one["name"] == table]
    keys = [tuple(row[column] for column in resource["schema"]["primaryKey"]) for row in rows(archive, table)]
    assert len(keys) == len(set(keys))
    assert {key[0] for key in keys} <= {record.id for record in RECORDS}


def test_every_full_table_has_rows(archive):
    assert all(list(rows(archive, table)) for table in TABLES)


def test_words_stand_beside_their_spans(archive):
    (row, *_) = rows(archive, "attributions")
    assert row["source"] == "Moss"
    assert row["content"] == "“It is not safe,” … “It never was.”"
    (mention, *_) = rows(archive, "mentions")
    assert FULL.text[mention["start"] : mention["end"]] == mention["words"] == "Ada Moss"


def test_nothing_reads_as_a_formula(archive):
    for table in TABLES:
        for row in csv.reader(io.StringIO(archive.read(f"{table}.csv").decode(), newline="")):
            for name, cell in zip(TABLES[table], row, strict=True):
                assert name in NUMBERS or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(alphabet="=+-@'\t\r\na＝", max_size=5))
def test_the_guard_comes_off_again(text):
    assert unguarded(guarded(text)) == text


def rebuilt(archive):
    """Put records together from the tables alone."""
    found = {row["page"]: row for row in rows(archive, "pages")}
    for page, row in found.items():
        yield msgspec_convert(
            page, row, {table: [r for r in rows(archive, table) if r["page"] == page] for table in TABLES}
        )


def msgspec_convert(page, row, tables):
    import msgspec

    def span(item):
        return (item["start"], item["end"])

    def spans(item, part):
        return [span(one) for one in tables["attribution_spans"] if one["attribution"] == item and one["part"] == part]

    def place(item):
        return None if item["start"] is None else span(item)

    def named(entity, form):
        return [span(m) for m in tables["mentions"] if m["entity"] == entity["entity"] and m["form"] == form]

    def grouped(rows, number, *names):
        found = {}
        for one in rows:
            group = found.setdefault(one[number], {**pick(one, *names), "spans": []})
            group["spans"] += [place(one)] if place(one) else []
        return list(found.values())

    def roles(event, role, *names):
        rows = [k for k in tables["event_roles"] if k["event"] == event["event"] and k["role"] == role]
        return grouped(rows, "participant", *names)

    def listed(cell):
        return cell.split(SEPARATOR) if cell else []

    def pick(item, *names):
        return {name: item[name] for name in names}

    data = {
        "id": page,
        "page": {
            **pick(row, "location", "canonical", "media_type", "retrieved", "language", "kind", "complete"),
            **pick(row, "image", "licence"),
            "tags": listed(row["tags"]),
        },
        **pick(row, "headline", "summary", "section", "updated", "publisher", "agency"),
        "text": row["text"] or "",
        "published": {"value": row["published"], "from": row["published_from"]} if row["published"] else None,
        "dateline": {"place": row["dateline_place"], "agency": row["dateline_agency"], "day": row["dateline_day"]}
        if row["dateline"] == "yes"
        else None,
        "authors": [pick(one, "name", "role", "place", "organization") for one in tables["authors"]],
        "credits": [{**pick(one, "agency", "form"), "span": place(one)} for one in tables["credits"]],
        "blocks": [
            {
                "span": span(one),
                **pick(one, "kind", "level", "author", "url", "image", "time"),
                "links": [{"span": span(k), "url": k["url"]} for k in tables["links"] if k["block"] == one["n"]],
            }
            for one in tables["blocks"]
        ],
        "paragraphs": [span(one) for one in tables["paragraphs"]],
        "sentences": [span(one) for one in tables["sentences"]],
        "furniture": [{"kind": one["kind"], "text": one["words"]} for one in tables["furniture"]],
        "entities": [
            {
                "id": one["entity"],
                **pick(one, "type", "name", "role"),
                "variants": listed(one["variants"]),
                "mentions": named(one, "name"),
                "nested": named(one, "nested"),
                "descriptions": named(one, "description"),
                "metonym": one["metonym"] == "yes",
                "place": {"name": one["place"], **pick(one, "country", "division", "latitude", "longitude", "geonames")}
                if one["place"]
                else None,
            }
            for one in tables["entities"]
        ],
        "times": [{"span": span(one), **pick(one, "type", "value", "mod")} for one in tables["times"]],
        "quantities": [
            {"span": span(one), "value": one["quantity"], **pick(one, "high", "unit", "of", "kind", "bound")}
            for one in tables["quantities"]
        ],
        "attributions": [
            {
                "id": one["attribution"],
                **pick(one, "act", "inside"),
                "told": {"spans": spans(one["attribution"], "told"), "entity": one["told_entity"]}
                if one["told"]
                else None,
                "via": grouped(
                    [k for k in tables["relays"] if k["attribution"] == one["attribution"]], "relay", "entity", "kind"
                ),
                "source": {
                    "kind": one["source_kind"],
                    "identifiable": one["identifiable"] == "yes",
                    "entity": one["source_entity"],
                    "spans": spans(one["attribution"], "source"),
                    "anonymity": {"span": reason[0]} if (reason := spans(one["attribution"], "anonymity")) else None,
                },
                "cue": {
                    **pick(one, "lemma", "stance"),
                    "negated": one["negated"] == "yes",
                    "spans": spans(one["attribution"], "cue"),
                },
                "content": {"speech": one["speech"], "spans": spans(one["attribution"], "content")},
            }
            for one in tables["attributions"]
        ],
        "events": [
            {
                "id": one["event"],
                "mentions": [
                    {"span": span(k), "lemma": k["lemma"]}
                    for k in tables["event_mentions"]
                    if k["event"] == one["event"]
                ],
                **pick(one, "frame", "type", "mode", "code", "kind", "dead", "injured", "status", "attribution"),
                "contexts": listed(one["contexts"]),
                "actors": roles(one, "actor", "entity", "country", "sector"),
                "recipients": roles(one, "recipient", "entity", "country", "sector"),
                "place": {**found[0], "from": one["place_from"]} if (found := roles(one, "place", "entity")) else None,
                "time": {
                    "value": one["time"],
                    "span": (one["time_start"], one["time_end"]) if one["time_start"] is not None else None,
                    "from": one["time_from"],
                    "relative": one["relative"],
                }
                if one["time_from"]
                else None,
                "status_from": [span(k) for k in tables["event_status"] if k["event"] == one["event"]],
                "salient": one["salient"] == "yes",
                "denied_by": listed(one["denied_by"]),
            }
            for one in tables["events"]
        ],
        "defects": [{"span": span(one), **pick(one, "kind", "note")} for one in tables["defects"]],
        "notices": [pick(one, "kind", "note") for one in tables["notices"]],
    }
    return msgspec.convert(data, Record)


def test_the_tables_hold_all_that_the_records_say(archive):
    assert tuple(rebuilt(archive)) == RECORDS
