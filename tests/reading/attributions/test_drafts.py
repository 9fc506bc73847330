import pytest

from copydesk.reading.attributions.drafts import paragraphs_of, split_at_lines


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One line ran\nfull and went on.", ["One line ran\nfull and went on."]),
        ("It ended.\nAnother began.", ["It ended.", "Another began."]),
        ("“It is loud.” — Ana Ruiz\n“It is not.” — Ben", ["“It is loud.” — Ana Ruiz", "“It is not.” — Ben"]),
        ("Ruiz said,\n“It is loud.”", ["Ruiz said,\n“It is loud.”"]),
        (" \n\n ", []),
    ],
)
def test_paragraphs_are_cut_where_a_line_ends_a_thought(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in split_at_lines(text, ((0, len(text)),))] == pieces


def test_paragraphs_of_a_text_are_its_lines() -> None:
    assert paragraphs_of("\na b\n\n c \n") == ((1, 4), (7, 8))
