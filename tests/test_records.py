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
