import io
import json

import pytest

from exports.sample import EMPTY, FULL, RECORDS

spacy = pytest.importorskip("spacy")

from spacy.tokens import DocBin  # noqa: E402

from copydesk.exports import docbin  # noqa: E402


@pytest.fixture(scope="module")
def docs():
    out = io.BytesIO()
    assert docbin.write(iter(RECORDS), out) == 3
    return list(DocBin().from_bytes(out.getvalue()).get_docs(spacy.blank("en").vocab))


def test_the_texts_come_back(docs):
    assert [doc.text for doc in docs] == [record.text for record in RECORDS]


def test_sentences_and_entities(docs):
    full = docs[0]
    assert [str(sentence).strip() for sentence in full.sents] == [FULL.words(span) for span in FULL.sentences]
    assert [(one.text, one.label_, one.ent_id_ or one.id_) for one in full.ents] == [
        ("Ada Moss", "PERSON", "e1"),
        ("Port Ellen", "PLACE", "e2"),
        ("the board", "ORG", "e3"),
        ("Moss", "PERSON", "e1"),
    ]


def test_span_groups_name_what_they_belong_to(docs):
    spans = docs[0].spans
    assert [(one.text, one.label_, one.id_) for one in spans["sources"]] == [
        ("Moss", "named-person", "a1"),
        ("Two officials", "anonymous-group", "a2"),
    ]
    assert [one.id_ for one in spans["contents"]] == ["a1", "a1", "a2"]
    assert [(one.text, one.label_) for one in spans["times"]] == [("Monday", "DATE"), ("never", "SET")]
    assert [(one.text, one.label_) for one in spans["events"]] == [("shut", "COERCE"), ("found", "EVENT")]
    assert [one.label_ for one in spans["defects"]] == ["stray-fragment"]


def test_the_page_is_named(docs):
    assert json.loads(docs[0].user_data["copydesk"])["id"] == FULL.id
    assert json.loads(docs[1].user_data["copydesk"])["id"] == EMPTY.id
