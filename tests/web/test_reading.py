"""The reading view's paragraphs and notes."""

import msgspec

from copydesk.records import Attribution, Content, Cue, Source, Time
from copydesk.web.marks import DEEPEST
from copydesk.web.notes import annotate
from copydesk.web.reading_view import PART, reading

from .sample import council, ferry, span


def test_notes_stand_in_the_order_of_the_text_beside_their_paragraph():
    view = reading(ferry())
    assert [[note.head for note in paragraph.notes] for paragraph in view.paragraphs] == [
        ["A pilot", "Thursday"],
        ["Ann Duro", "Olaf Minn (“He”)", "Truncated sentence"],
    ]
    assert [note.number for paragraph in view.paragraphs for note in paragraph.notes] == [1, 2, 3, 4, 5]


def test_every_note_is_referred_to_once():
    view = reading(ferry())
    refers = [number for paragraph in view.paragraphs for segment in paragraph.segments for number in segment.refers]
    assert sorted(refers) == [1, 2, 3, 4, 5]


def test_a_note_on_an_attribution_reads_as_a_sentence():
    pilot, thursday, duro, _, defect = annotate(ferry())[0]
    assert (duro.head, duro.verb, duro.body, duro.quoted) == ("Ann Duro", "said", "It sailed without him", True)
    assert pilot.reason == "on the ferry"
    assert pilot.tags == ("unnamed person", "partly quoted")
    assert thursday.body == "Thursday 8 October 2026"
    assert defect.body == "breaks off"


def test_a_source_ends_before_the_reason_it_is_not_named():
    record = ferry(
        text="An aide, unnamed for safety, said no.", paragraphs=(), sentences=(), times=(), defects=(), events=()
    )
    source = record.attributions[0].source
    change = msgspec.structs.replace
    whole = change(source, spans=((0, 27),), anonymity=change(source.anonymity, span=(9, 27)))
    item = change(record.attributions[0], source=whole, cue=change(record.attributions[0].cue, spans=((29, 33),)),
                  content=change(record.attributions[0].content, spans=((34, 36),)))  # fmt: skip
    (note,) = annotate(change(record, attributions=(item,), entities=()))[0]
    assert (note.head, note.reason) == ("An aide", "unnamed for safety")


def test_a_text_without_words_has_no_paragraph():
    assert reading(council(text="", paragraphs=(), sentences=())).paragraphs == ()


def test_long_texts_come_in_parts_that_hold_all_of_it():
    text = "word " * 40_000 + "\n\n" + "Thursday came. " * 6000
    record = council(
        text=text, paragraphs=((0, 199_999), (200_002, len(text))), sentences=(),
        times=(Time(span=(200_002, 200_010), type="DATE", value="2026-10-08"),),
    )  # fmt: skip
    parts = [reading(record, number) for number in range(1, reading(record).parts + 1)]
    texts = ["".join(s.text for paragraph in part.paragraphs for s in paragraph.segments) for part in parts]
    assert max(map(len, texts)) <= PART
    assert "".join("".join(texts).split()) == "".join(text.split())
    assert sum(len(paragraph.notes) for part in parts for paragraph in part.paragraphs) == 1
    assert reading(record, 99).part == len(parts)


def test_many_marks_on_many_lines_are_laid_out_in_linear_steps():
    lines = 3000
    text = "ab\n" * lines
    paragraphs = tuple((3 * line, 3 * line + 2) for line in range(lines))
    times = tuple(Time(span=pair, type="DATE") for pair in paragraphs)
    view = reading(council(text=text, paragraphs=paragraphs, sentences=(), times=times))
    assert all(len(paragraph.notes) == 1 for paragraph in view.paragraphs)
    assert len(view.paragraphs) == lines
    assert span("A pilot") == (0, 7)


def test_marks_by_the_thousand_on_one_word_are_cut_but_no_word_is():
    claims = tuple(
        Attribution(
            id=f"a{number}",
            source=Source(kind="document"),
            cue=Cue(spans=((number, number + 1),)),
            content=Content(spans=((number, 5000),), speech="indirect"),
        )
        for number in range(4000)
    )
    for paragraphs in (((0, 5000),), tuple((start, start + 10) for start in range(0, 5000, 10))):
        view = reading(council(text="words " * 833 + "xx", paragraphs=paragraphs, sentences=(), attributions=claims))
        found = [segment for paragraph in view.paragraphs for segment in paragraph.segments]
        assert sum(len(segment.text) for segment in found) == 5000
        assert max(len(segment.notes) for segment in found) == DEEPEST
        assert sum(len(paragraph.notes) for paragraph in view.paragraphs) == 4000
