"""Overlapping spans as segments."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.web.marks import LAYERS, Mark, blocks, segments

from .sample import TEXT, council, ferry

words = st.text(alphabet="ab <&\n", max_size=60)
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))
marks = st.lists(
    st.builds(Mark, span=spans, layer=st.sampled_from(LAYERS), note=st.integers(1, 9), refers=st.booleans()),
    max_size=12,
)


@given(words, spans, marks)
def test_segments_are_the_text_whatever_the_marks(text, span, found):
    start, end = min(span[0], len(text)), min(span[1], len(text))
    assert "".join(segment.text for segment in segments(text, (start, end), found)) == text[start:end]


@given(marks)
def test_every_character_is_under_exactly_its_marks(found):
    text = "x" * 60
    position = 0
    for segment in segments(text, (0, 60), found):
        for place in range(position, position + len(segment.text)):
            over = {mark.note for mark in found if mark.span[0] <= place < mark.span[1]}
            layers = {mark.layer for mark in found if mark.span[0] <= place < mark.span[1]}
            assert set(segment.notes) == over
            assert [layer.name for layer in segment.layers] == [name for name in LAYERS if name in layers]
        position += len(segment.text)


def test_crossing_marks_share_their_overlap():
    found = segments(
        "abcdef", (0, 6), [Mark(span=(0, 4), layer="content", note=1), Mark(span=(2, 6), layer="time", note=2)]
    )
    assert [(s.text, s.notes) for s in found] == [("ab", (1,)), ("cd", (1, 2)), ("ef", (2,))]


def test_a_claim_in_a_claim_is_deep_and_opens_and_closes():
    outer, inner = Mark(span=(0, 6), layer="content", note=1), Mark(span=(2, 4), layer="content", note=2)
    first, middle, last = segments("abcdef", (0, 6), [outer, inner])
    assert [segment.layers[0].deep for segment in (first, middle, last)] == [False, True, False]
    assert (first.layers[0].opens, middle.layers[0].opens, last.layers[0].closes) == (True, True, True)


def test_a_number_follows_the_mark_that_refers_only():
    found = segments(
        "abcd", (0, 4), [Mark(span=(0, 2), layer="cue", note=7, refers=True), Mark(span=(2, 4), layer="time", note=8)]
    )
    assert [segment.refers for segment in found] == [(7,), ()]


def test_blocks_are_the_paragraphs():
    assert [TEXT[slice(*block)][:7] for block in blocks(ferry())] == ["A pilot", "“It sai"]


@given(st.lists(spans, max_size=6))
def test_blocks_leave_out_no_word(paragraphs):
    record = council(paragraphs=tuple((min(a, 60), min(b, 60)) for a, b in paragraphs))
    joined = "".join(record.text[start:end] for start, end in blocks(record))
    assert "".join(joined.split()) == "".join(record.text.split())
