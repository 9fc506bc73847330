from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.english.quotations import MAX_UNCLOSED, has_single_marks, is_quoted, is_singly_quoted, pair_quotes
from copydesk.reading.attributions.drafts import paragraphs_of


def quoted(text: str) -> list[list[str]]:
    quotes = pair_quotes(text, paragraphs_of(text))
    return [[text[start:end] for start, end in quote.pieces] for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("''Yes,'' she said.", ["''Yes,''"]),
        ("«Oui», dit-elle.", ["«Oui»"]),
        ("„Ja“, sagte sie.", ["„Ja“"]),
        ("»Ja«, sagte sie.", ["»Ja«"]),
        ("”Ja”, sa hon.", ["”Ja”"]),
        ("「はい」と彼女は言った。", ["「はい」"]),
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”"]),
        ("The dogs’ owner and the '90s don't quote.", []),
        ("‘We shall see,’ he said.", ["‘We shall see,’"]),
        ("A stray ” closes nothing.", []),
        ('"The shift from "use" to ("rent") is near," she said.', ['"The shift from "use" to ("rent") is near,"']),
        ("“She said “no” twice,” he said.", ["“She said “no” twice,”"]),
        ('"One, "two," she said.', ['"One, ', '"two,"']),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == [[piece] for piece in expected]


def test_a_quotation_goes_on_where_the_next_paragraph_repeats_the_mark() -> None:
    assert quoted("“One.\n\n“Two.\n\n“Three,” he said.") == [["“One.", "“Two.", "“Three,”"]]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    assert quoted("“One, she said.\n\nTwo three.\n\n“Four.”") == [["“One, she said."], ["“Four.”"]]


def test_a_mark_left_open_never_swallows_a_long_paragraph() -> None:
    text = "“Open " + "and on " * 1000
    (quote,) = pair_quotes(text, ((0, len(text)),))
    assert not quote.closed
    assert quote.pieces == ((0, MAX_UNCLOSED),)


def test_quoted_whole() -> None:
    assert is_quoted("“Yes,” ", (0, 7))
    assert not is_quoted("He “left”", (0, 9))


@settings(deadline=None)
@given(st.text(alphabet="ab .,\n\"“”„«»‘’'「」`", max_size=80))
def test_any_marks_give_ordered_pieces_inside_paragraphs(text: str) -> None:
    paragraphs = paragraphs_of(text)
    pieces = sorted(piece for quote in pair_quotes(text, paragraphs) for piece in quote.pieces)
    for start, end in pieces:
        assert start < end
        assert any(first <= start and end <= last for first, last in paragraphs)
    assert all(left[1] <= right[0] for left, right in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("'The firm ignored three warnings,'", True, True),
        ("‘The drivers’ union won’t go,’", False, True),
        ("'The president's the chief negotiator, not me.", True, False),
        ("he was 'deeply sorry' about it", False, True),
        ("slams Marsh's 'appalling' call", False, False),
        ("the drivers' union and the '90s", False, False),
        ("'cracks were known' and 'nobody acted'", False, True),
    ],
)
def test_single_marks_are_told_from_apostrophes(text, whole, parts):
    assert is_singly_quoted(text, (0, len(text))) is whole
    assert has_single_marks(text, (0, len(text))) is parts
