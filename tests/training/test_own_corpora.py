"""The paragraphs and stories written for copydesk: what their marks say, and that their truth fits their texts."""

import json

import pytest

from copydesk.language.event_heads import KINDS, TYPES
from corpora.newsroom import OWN
from training.event_texts import parsed, written

LINE = "[1 The mayor of [2 Lyon]] {closed|COERCE/restrict h* a=1 r=3 p=2} [3 two bridges], {built|other h B} in 1903."
STORIES = sorted(OWN.glob("*.json"))


def test_marks_become_spans_of_the_plain_text():
    item = parsed(LINE, "one")
    text = item["text"]
    assert text == "The mayor of Lyon closed two bridges, built in 1903."
    closed, built = item["events"]
    told = {role: [text[slice(*span)] for span in closed[f"{role}_spans"]] for role in ("actor", "recipient", "place")}
    assert told == {"actor": ["The mayor of Lyon"], "recipient": ["two bridges"], "place": ["Lyon"]}
    assert text[slice(*closed["predicate"]["span"])] == "closed"
    assert (closed["type"], closed["mode"], closed["status"], closed["salient"]) == (
        "COERCE",
        "restrict",
        "happened",
        True,
    )
    assert (built["kind"], built["relative"], built["salient"], built["actor_spans"]) == (
        "other",
        "background",
        False,
        [],
    )
    assert item["marked"]
    assert not parsed("Snow {fell|weather h*}.", "two")["marked"]


@pytest.mark.parametrize(
    "line",
    [
        "It {fell|weather h* a=1}.",  # a phrase that is not there
        "[1 It {fell|weather h*}.",  # not closed
        "It {fell|weather h*}]",  # closed, not opened
        "[1 It] and [1 she] {fell|weather h*}",  # a number twice
        "It {fell|wether h*}.",  # no kind
        "It {fell|weather q}.",  # no status
        "It {fell|ASSAULT/tickle h}.",  # no mode
        "It {fell|weather h q=1}.",  # no role
        "It [1 {fell]|weather h a=1}.",  # crossed
    ],
)
def test_a_mark_of_no_known_form_is_an_error_that_names_the_paragraph(line):
    with pytest.raises(ValueError, match=r"^events_z-7: "):
        parsed(line, "events_z-7")


def test_each_paragraph_of_ours_can_be_read():
    items = list(written())
    assert len({item["id"] for item in items}) == len(items) > 3000
    types = {event["type"] or event["kind"] for item in items for event in item["events"]}
    assert types >= {*TYPES[1:], *KINDS} - {"protest"}


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_the_truth_of_a_story_of_ours_stands_on_its_pages(file):
    story = json.loads(file.read_text(encoding="utf-8"))
    pages = {page["id"]: page for page in story["pages"]}
    assert sorted(page for family in story["families"] for page in family) == sorted(pages)
    for page in story["pages"]:
        parent = page["parent"] or ""
        assert parent in pages or parent.startswith("missing:") or not parent
    for claim in story["claims"]:
        assert claim["roles"].keys() == claim["pages"].keys()
        assert all(words in pages[page]["text"] for page, words in claim["pages"].items())
    ids = [set(family) for family in story["families"]]
    assert all(
        any({page["id"], page["parent"]} <= family for family in ids)
        for page in story["pages"]
        if page["parent"] in pages
    )
