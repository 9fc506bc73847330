"""Annotations against the rules of the W3C Web Annotation Data Model, restated here."""

import io
import json

import pytest

from copydesk.exports import annotations
from copydesk.records import all_spans
from exports.sample import FULL, RECORDS

# https://www.w3.org/TR/annotation-model/#motivation-and-purpose
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


@pytest.fixture(scope="module")
def page():
    out = io.BytesIO()
    assert annotations.write(iter(RECORDS), out) == 3
    return json.loads(out.getvalue())


def targets(annotation):
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def test_the_page_has_what_the_model_requires(page):
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["id"].startswith("urn:uuid:")
    assert len(page["items"]) > 10


def test_every_annotation_has_what_the_model_requires(page):
    for annotation in page["items"]:
        assert set(annotation) == {"id", "type", "motivation", "body", "target"}
        assert annotation["type"] == "Annotation"
        assert annotation["motivation"] in MOTIVATIONS
        for body in annotation["body"]:
            assert body["type"] == "TextualBody"
            assert body["purpose"] in MOTIVATIONS
            assert body["value"]
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(ids) == len(set(ids))


def test_position_and_quotation_agree_with_the_text():
    for annotation in annotations.annotations(FULL):
        for target in targets(annotation):
            position, quote = target["selector"]
            assert position["type"] == "TextPositionSelector"
            assert quote["type"] == "TextQuoteSelector"
            start, end = position["start"], position["end"]
            assert FULL.text[start:end] == quote["exact"]
            assert FULL.text[:start].endswith(quote["prefix"])
            assert FULL.text[end:].startswith(quote["suffix"])


def test_every_finding_is_annotated():
    marked = {
        (selector["start"], selector["end"])
        for annotation in annotations.annotations(FULL)
        for target in targets(annotation)
        for selector in target["selector"]
        if "start" in selector
    }
    structure = {*FULL.paragraphs, *FULL.sentences}
    assert set(all_spans(FULL)) - structure <= marked


def test_an_interrupted_quotation_is_one_annotation_with_two_targets():
    (content,) = [
        one for one in annotations.annotations(FULL) if one["body"][-1]["value"] == "direct speech of Ada Moss"
    ]
    assert len(content["target"]) == 2
