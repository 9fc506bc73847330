from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.reading.attributions import describe, find_attributions
from copydesk.records import Attribution, Record

PAGE = """The harbour minister is on the island for the first time since the storm, regional sources said Monday.

“The minister has landed. More will be said tonight,” said the regional official, who spoke on condition of anonymity \
in line with ministry rules.

Pictures of the minister have been released by local media. All member states report to the council."""


def read(text: str) -> list[tuple[str, str, str]]:
    record = Record(id="r", text=text)
    found = find_attributions(text)
    return [
        (record.words(*item.source.spans), record.words(*item.cue.spans), record.words(*item.content.spans))
        for item in found
    ]


def test_a_page_like_the_seed() -> None:
    first, second, *rest = find_attributions(PAGE)
    record = Record(id="r", text=PAGE)
    assert record.words(*first.source.spans) == "regional sources"
    assert (first.source.kind, first.cue.lemma, first.content.speech) == ("anonymous-group", "say", "indirect")
    assert record.words(*second.source.spans).endswith("in line with ministry rules")
    assert (second.source.kind, second.content.speech) == ("anonymous-person", "direct")
    assert second.source.anonymity
    assert record.words(second.source.anonymity.span) == "in line with ministry rules"
    assert not rest
    assert describe(record, second) == (
        "The regional official (anonymous: ‘in line with ministry rules’) said: "
        "“The minister has landed. More will be said tonight,”"
    )


def test_the_seed(shared: Path) -> None:
    (page,) = (shared / "seeds").glob("*.txt")
    text = page.read_text(encoding="utf-8")
    record = Record(id="r", text=text)
    found: dict[str, Attribution] = {record.words(*item.source.spans): item for item in find_attributions(text)}
    sources = found["allied sources"]
    assert (sources.source.kind, sources.content.speech) == ("anonymous-group", "indirect")
    assert record.words(*sources.cue.spans) == "said"
    official = found["the allied official, who spoke on condition of anonymity in line with NATO procedures"]
    assert (official.source.kind, official.content.speech) == ("anonymous-person", "direct")
    assert official.source.anonymity
    assert record.words(official.source.anonymity.span) == "in line with NATO procedures"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said that the port is open.", ("Ana Ruiz", "said", "that the port is open")),
        ("The port is open, according to the mayor.", ("the mayor", "according to", "The port is open")),
        ("According to the mayor, the port is open.", ("the mayor", "According to", "the port is open")),
        ("“It is open,” she said on Monday.", ("she", "said", "“It is open,”")),
        ("“It is open,” she said. “We checked.”", ("she", "said", "“It is open,” … “We checked.”")),
    ],
)
def test_plain_patterns(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_a_speech_over_paragraphs_is_one_attribution() -> None:
    text = "Ana Ruiz said, “One thing.\n\n“And a second thing.”\n\nShe left."
    assert read(text) == [("Ana Ruiz", "said", "“One thing … “And a second thing.”")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n \t",
        "“" * 500,
        "\"'" * 400,
        "<anna> hi\n<ben> “no\n<anna> said what",
        "Shall I compare thee\nTo a summer’s “day?\nThou art “more lovely”",
        "said " * 3000,
        "according to " * 2000,
        ", " * 5000 + "said",
        "“Storm Said To Close Port”",
    ],
)
def test_odd_text_is_no_error_and_claims_little(text: str) -> None:
    for item in find_attributions(text):
        assert all(end - start <= 1500 for start, end in item.content.spans)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["“", "”", '"', "said", "Ana", "the port", ",", ".", "\n", "according to", "told", "’"]))
)
def test_any_text_gives_spans_inside_it(parts: list[str]) -> None:
    text = " ".join(parts)
    for item in find_attributions(text):
        spans = (*item.source.spans, *item.cue.spans, *item.content.spans)
        assert item.content.spans
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)


def test_a_dateline_is_nobodys_claim():
    text = "ODESA, Ukraine (Northwire) — The port is open, officials said Thursday."
    (claim,) = find_attributions(text)
    assert [text[start:end] for start, end in claim.content.spans] == ["The port is open"]
