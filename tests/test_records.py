import pytest

from copydesk.errors import RecordError
from copydesk.records import Attribution, Content, Cue, Record, Source, from_json, json_schema, to_json

RECORD = Record(
    id="r",
    text="It rained, she said.",
    attributions=(
        Attribution(
            id="a1",
            source=Source(kind="anonymous-person", spans=((11, 14),)),
            cue=Cue(spans=((15, 19),), lemma="say"),
            content=Content(spans=((0, 9),), speech="indirect"),
        ),
    ),
)


def test_json_round_trip():
    assert from_json(to_json(RECORD)) == RECORD


def test_words_of_several_spans():
    assert RECORD.words((0, 2), (11, 14)) == "It … she"


@pytest.mark.parametrize("line", ["", "[]", "{", '{"format": "copydesk-record/1"}', b"\xff\xfe"])
def test_damaged_json_is_a_record_error(line):
    with pytest.raises(RecordError):
        from_json(line)


def test_another_version_is_refused():
    with pytest.raises(RecordError, match="copydesk-record/9"):
        from_json('{"id": "x", "format": "copydesk-record/9"}')


def test_span_outside_text_is_refused():
    with pytest.raises(RecordError, match="outside"):
        from_json('{"id": "x", "text": "abc", "sentences": [[0, 4]]}')


def test_schema_names_every_field():
    schema = json_schema()
    assert set(schema["$defs"]["Record"]["properties"]) == set(Record.__struct_fields__)


OLD = """{"id": "x", "format": "copydesk-record/1", "text": "NATO said it left.", "entities":
[{"id": "e1", "type": "ORG", "name": "NATO", "mentions": [[0, 4]]}], "events":
[{"id": "v1", "predicate": {"span": [13, 17], "lemma": "leave"}, "actors": ["e1"], "place": "e1",
"status": "possible"}]}
"""


def test_a_record_of_format_1_comes_in_the_shape_of_format_2():
    record = from_json(OLD)
    (event,) = record.events
    assert record.format == "copydesk-record/2"
    assert event.predicate.span == (13, 17)
    assert record.participants(event.actors) == ["NATO"]
    assert record.place_of(event.place) == "NATO"
    assert event.status == "possible"
    assert from_json(to_json(record)) == record


def test_a_damaged_record_of_format_1_is_a_record_error():
    with pytest.raises(RecordError, match="copydesk-record/1"):
        from_json(OLD.replace('"predicate"', '"word"'))


@pytest.mark.parametrize(
    "finding",
    [
        '"credits": [{"agency": "AP", "form": "told", "span": [0, 9]}]',
        '"entities": [{"id": "e1", "type": "ORG", "name": "A", "mentions": [], "nested": [[2, 9]]}]',
        '"blocks": [{"span": [0, 3], "kind": "paragraph", "links": [{"span": [0, 9], "url": "https://a.example"}]}]',
        '"events": [{"id": "v1", "mentions": [{"span": [0, 3], "lemma": "a"}], "status_from": [[0, 9]]}]',
    ],
)
def test_a_span_outside_the_text_is_refused_in_whatever_field(finding):
    with pytest.raises(RecordError, match="outside"):
        from_json(f'{{"id": "x", "text": "abc", {finding}}}')
