from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language import parse
from copydesk.reading.attributions import _below_dateline, describe, find_attributions, quoted
from copydesk.reading.attributions.drafts import Draft, paragraphs_of
from copydesk.reading.entities import find_entities
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


def read_lines(text: str) -> list[tuple[str, str, str]]:
    """Return who is behind each saying, its source's words and its content's, of the acts that are printed."""
    document = parse(text)
    entities = find_entities(document)
    names = {entity.id: entity.name for entity in entities}
    record = Record(id="r", text=text, attributions=find_attributions(text, document=document, entities=entities))
    return [
        (names.get(item.source.entity or "", ""), record.words(*item.source.spans), record.words(*item.content.spans))
        for item in quoted(record)
    ]


def test_a_name_in_an_aside_that_is_over_before_the_cue_is_no_speaker() -> None:
    text = (
        "Small groups of protesters marched around Harbor Stadium - where the Port League's Oslo Seals played the "
        'Bergen Bears - while chanting, "Hands up, don\'t shoot."'
    )
    assert "Oslo Seals" not in " ".join(line[1] for line in read_lines(text))


def test_who_acts_on_somebody_in_a_sentence_is_not_whom_its_pronoun_means() -> None:
    text = (
        "Peter Hale never spoke of the port. When pressed by John Holt about how he would bring ships back, his best "
        "response was to say he would prevent more from leaving."
    )
    assert "John Holt" not in [name for name, *_ in read_lines(text)]


def test_a_content_begins_with_the_subject_of_its_verb() -> None:
    text = "Marta Liu, who worked at the station for years, told investigators that she was alone, the ministry said."
    assert ("the ministry", "Marta Liu") in [(source, content[:9]) for _, source, content in read_lines(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Mitch Hale, now the leader, who in 2010 said that the bill was dead.", "Mitch Hale"),
        ("Peter Hale is a liar and racist who has repeatedly pledged to ban all ships.", "Peter Hale"),
    ],
)
def test_who_after_what_somebody_is_means_somebody(text: str, name: str) -> None:
    assert (name, "who") in [(found, source.lower()) for found, source, _ in read_lines(text)]


def test_a_theory_is_nobody() -> None:
    assert read_lines("The theory argued that the ice had caused the rocks to rise.") == []


def test_to_have_said_ones_piece_is_no_saying() -> None:
    assert read_lines("Peter Hale has said his piece and is ready to move on.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [("Ana Ruiz pleaded guilty to two counts of fraud.", "assert"), ("Ana Ruiz pleaded not guilty.", "deny")],
)
def test_a_plea_is_no_demand(text: str, stance: str) -> None:
    document = parse(text)
    found = find_attributions(text, document=document, entities=find_entities(document))
    assert {item.cue.stance for item in found if item.cue.lemma == "plead"} <= {stance, "neutral"}


@pytest.mark.parametrize(("before", "kept"), [(9, False), (10, True)])
def test_a_dateline_stands_in_the_first_ten_paragraphs(before: int, kept: bool) -> None:
    text = "A line.\n\n" * before + "PORTH, Finland — Karl Berg said it was over."
    start = text.index("PORTH")
    draft = Draft(((start, start + 5),), ((len(text) - 17, len(text) - 13),), ((len(text) - 12, len(text)),))
    (found,) = _below_dateline(text, paragraphs_of(text), [draft])
    assert bool(found.source) is kept
