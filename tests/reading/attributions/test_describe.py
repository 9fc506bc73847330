import pytest

import copydesk
from copydesk.language import parse
from copydesk.reading.attributions import describe, find_attributions, quoted
from copydesk.records import Attribution, Content, Cue, Entity, Record, Source


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "“The pier is open,” said the clerk, who spoke on condition of anonymity in line with port rules.",
            "The clerk (anonymous: ‘in line with port rules’) said: “The pier is open,”",
        ),
        ("Ana Ruiz said that the pier is open.", "Ana Ruiz said that the pier is open"),
        ("Ana Ruiz said on Monday that the pier is open.", "Ana Ruiz said that the pier is open"),
        ("The pier is open, two aides said.", "Two aides (anonymous) said: The pier is open"),
        (
            "The pier is open, according to the mayor.",
            "According to the mayor (named by office only): The pier is open",
        ),
        ("“The pier is loud.” — Ana Ruiz", "Ana Ruiz: “The pier is loud.”"),
    ],
)
def test_an_attribution_reads_as_a_sentence(text: str, line: str) -> None:
    record = Record(id="r", text=text, attributions=find_attributions(text))
    assert [describe(record, item) for item in record.attributions] == [line]


def test_a_pronoun_is_named_and_a_missing_source_is_said_to_be_missing() -> None:
    text = "She denied it. It is expected to rain."
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((0, 3),))
    she = Attribution(
        id="a1",
        source=Source(kind="named-person", spans=((0, 3),), entity="e1"),
        cue=Cue(spans=((4, 10),), lemma="deny", stance="deny"),
        content=Content(spans=((11, 13),), speech="indirect"),
    )
    nobody = Attribution(
        id="a2",
        source=Source(kind="none"),
        cue=Cue(spans=((18, 29),), lemma="expect", stance="predict"),
        content=Content(spans=((15, 17), (30, 37)), speech="indirect"),
    )
    record = Record(id="r", text=text, entities=(ruiz,))
    assert describe(record, she) == "She (Ana Ruiz) denied it (a denial)"
    assert describe(record, nobody) == "(no source named) is expected: It … to rain (a forecast)"


def test_long_content_is_cut() -> None:
    text = "Ana Ruiz said that " + "it rains and " * 50 + "stops."
    (item,) = find_attributions(text)
    line = describe(Record(id="r", text=text), item)
    assert line.endswith("…")
    assert len(line) < 200


def test_who_was_told_and_through_whom_the_page_has_it_are_said() -> None:
    text = "Ana Ruiz told the Gazette that it rained. It rained, Xinhua reported, citing the weather office."
    told, cited = find_attributions(text, document=parse(text))
    record = Record(id="r", text=text)
    assert describe(record, told) == "Ana Ruiz told the Gazette that it rained"
    assert describe(record, cited) == "The weather office, through Xinhua, reported: It rained"


def test_only_sayings_and_documents_count_as_quoted() -> None:
    text = "Ana Ruiz said that the pier is open. The charity promotes freedom of the press. The report said so."
    record = Record(id="r", text=text, attributions=find_attributions(text, document=parse(text)))
    assert {item.act for item in quoted(record)} <= {"said", "document"}
    assert [record.words(*item.source.spans) for item in quoted(record)][:1] == ["Ana Ruiz"]


def test_a_source_that_follows_its_cue_is_told_in_the_pages_words() -> None:
    text = "The pier has been called a danger by two aides, and it is loud."
    item = Attribution(
        id="a1",
        source=Source(kind="anonymous-group", spans=((36, 46),)),
        cue=Cue(spans=((9, 24),), lemma="call"),
        content=Content(spans=((0, 8), (25, 33)), speech="indirect"),
    )
    line = describe(Record(id="r", text=text, attributions=(item,)), item)
    assert line == "Two aides (anonymous), in the page’s words: The pier has been called a danger by two aides"


def test_a_request_not_to_be_named_is_no_statement() -> None:
    text = "A driver, who asked not to be named because he feared for his job, told the paper that brakes had failed."
    record = copydesk.read_text(text)
    assert [record.words(one.cue.spans[0]) for one in quoted(record)] == ["told"]


def test_what_is_not_ruled_out_is_left_open_and_not_told_as_unsaid():
    record = copydesk.read_text("Ambassador Jon Marsh did not rule out that the sanctions would end.")
    assert any(describe(record, one).endswith("(left open)") for one in record.attributions)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The party can accuse the mayor of lying about the plan.", "act"),
        ("Holt can confirm that the raid failed.", "said"),
    ],
)
def test_what_somebody_can_say_is_not_said_but_where_it_is_confirmed(text: str, act: str) -> None:
    record = copydesk.read_text(text)
    assert {one.act for one in record.attributions} == {act}


def test_speech_in_single_marks_is_direct():
    record = copydesk.read_text(
        "'The company ignored three warnings,' said judge Miriam Castle at Denholm Crown Court."
    )
    assert [one.content.speech for one in quoted(record)] == ["direct"]
