"""Documents and records as spaCy Docs: the same text, the model's grammar, the record's findings."""

import pytest

from copydesk.exports import to_spacy
from copydesk.language import parse
from copydesk.records import Entity, Record

spacy = pytest.importorskip("spacy")

TEXT = "  Ada Reyes left  Oslo.\n\nShe said: “We’ll be back.” "


def test_text_is_kept_to_the_character_and_grammar_is_set() -> None:
    from copydesk.language.as_spacy import to_doc

    document = parse(TEXT)
    doc = to_doc(document, spacy.blank("en").vocab)
    assert doc.text == TEXT
    ours = [token for token in doc if token.pos_ != "SPACE"]
    assert [token.text for token in ours] == document.words()
    assert [token.pos_ for token in ours] == list(document.tags)
    left = next(token for token in ours if token.text == "left")
    assert left.dep_ == "ROOT"
    assert next(token for token in ours if token.text == "Oslo").head == left


def test_a_record_brings_its_findings() -> None:
    entity = Entity(id="e1", type="PERSON", name="Ada Reyes", mentions=((2, 11),))
    doc = to_spacy(Record(id="x", text=TEXT, entities=(entity,)))
    assert [(span.text, span.label_) for span in doc.ents] == [("Ada Reyes", "PERSON")]
    assert "contents" in doc.spans


def test_no_text_is_an_empty_doc() -> None:
    assert len(to_spacy(Record(id="x"))) == 0
