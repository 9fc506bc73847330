"""A person, body or place has one key on all pages of an export, where somebody says who is one; unsure is apart."""

import csv
import io
import json
import zipfile

import pytest

from copydesk.desk import Desk
from copydesk.exports import export, shared_entities
from copydesk.records import Attribution, Content, Cue, Entity, Record, Source


def page(id_, name, role, *more, quoted=False):
    text = f"{name} stood in line {id_}."
    entities = [Entity(id="e1", type="PERSON", name=name, role=role, mentions=((0, len(name)),)), *more]
    said = Attribution(
        id="a1",
        source=Source(kind="named-person", spans=((0, len(name)),), entity="e1"),
        cue=Cue(lemma="say"),
        content=Content(spans=((0, len(text)),), speech="direct"),
    )
    return Record(id=id_, text=text, sentences=((0, len(text)),), entities=entities, attributions=(said,) * quoted)


PAGES = (
    page("1" * 64, "Lena Moss", "harbour chief", quoted=True),
    page("2" * 64, "L. Moss", "harbour chief"),
    page("3" * 64, "Lena Moss", "harbour chief"),
    page("4" * 64, "Karl Ruiz", "mayor"),
)


def written(name, shared, pages=PAGES):
    out = io.BytesIO()
    assert export(pages, name, out, shared) == len(pages)
    return out


def desk_of(tmp_path):
    desk = Desk(tmp_path / "desk.db")
    list(desk.add(PAGES))
    return desk


def entities_in(out, schema):
    found = map(json.loads, out.getvalue().splitlines())
    return [one for one in found if one["schema"] == schema]


def test_followthemoney_has_one_entity_for_a_person_of_several_pages():
    out = written("ftm", shared_entities(PAGES))
    people = entities_in(out, "Person")
    assert sorted(one["properties"]["name"][0] for one in people) == ["Karl Ruiz", "Lena Moss"]
    resolved = [one["properties"]["resolved"][0] for one in entities_in(out, "Mention")]
    moss = next(one["id"] for one in people if one["properties"]["name"] == ["Lena Moss"])
    assert [one == moss for one in resolved] == [True, True, True, False]


def test_without_it_followthemoney_has_people_of_one_page_alone():
    assert [one["properties"].get("resolved") for one in entities_in(written("ftm", None), "Mention")] == [None] * 4


def test_json_ld_has_one_identifier_where_a_person_is_named_and_quoted():
    articles = json.loads(written("jsonld", shared_entities(PAGES)).getvalue())["@graph"]
    ids = [article["mentions"][0]["@id"] for article in articles]
    assert ids[0] == ids[1] == ids[2] != ids[3]
    assert articles[0]["hasPart"][0]["spokenByCharacter"]["@id"] == ids[0]
    assert ids[0].startswith("urn:uuid:")


def test_tables_have_the_key_and_the_name():
    with zipfile.ZipFile(written("csv", shared_entities(PAGES))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("entities.csv").decode())))
    assert [row["shared_name"] for row in rows] == ["Lena Moss"] * 3 + ["Karl Ruiz"]
    assert len({row["shared"] for row in rows[:3]}) == 1


@pytest.mark.parametrize("name", ["csv", "jsonld", "ftm"])
def test_a_desk_says_the_same_as_its_records(tmp_path, name):
    with desk_of(tmp_path) as desk:
        assert written(name, desk.entities_of).getvalue() == written(name, shared_entities(PAGES)).getvalue()


def test_keys_do_not_depend_on_the_order_of_pages():
    keys = shared_entities(PAGES)(PAGES[0])["e1"].key
    assert shared_entities(PAGES[::-1])(PAGES[0])["e1"].key == keys


def test_who_was_not_among_the_records_is_nobody():
    assert shared_entities(PAGES)(page("5" * 64, "Ann Frey", None)) == {}


def test_formats_without_a_place_for_it_are_as_before():
    assert written("ninjs", shared_entities(PAGES)).getvalue() == written("ninjs", None).getvalue()
