"""Texts whose paragraphs are parted by a separator."""

import pytest

import copydesk
from copydesk.pages.separators import LONGEST, with_paragraphs


@pytest.mark.parametrize(
    "sign", [" ### ", "###", " | ", "¶", " ¶ ", "<br>", "<br/><BR />", "||", "\\n", "\\r\\n", " *** "]
)
def test_a_separator_between_paragraphs_becomes_line_breaks_and_positions_stay(sign):
    parts = ["The port is shut.", "“Nobody works.”", "Trade fell by 4 %.", "It opens on Monday."]
    given = sign.join(parts)
    text, found = with_paragraphs(given)
    if sign == "###":  # it touches the words: no sign that stands free
        assert (text, found) == (given, None)
        return
    assert found is not None
    assert [line.strip() for line in text.split("\n") if line.strip()] == parts
    assert len(text) == len(given)
    assert [text.index(part) for part in parts] == [given.index(part) for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut, the board said. ###",
        "The port is shut. ### It opens on Monday. ###",
        "Home | News | Sport | The port is shut, the board said.",
        "Reuters | Riga | Markets | The port is shut. It opens on Monday.",
        "Look into C:\\new, D:\\net and E:\\nick for the rest of it.",
        "One * two * three * four * five.",
        "A.\n\nB.\n\nC. ### D. ### E. ### F.\n\nG.\n\nH.",
        "#one #two #three #four",
        "",
    ],
)
def test_what_is_no_separator_stays(text):
    assert with_paragraphs(text) == (text, None)


def test_blank_lines_written_as_escapes_part_paragraphs_and_single_breaks_do_not():
    text, _ = with_paragraphs("A.\\n\\nB\\nC.\\n\\nD.")
    assert [part.split() for part in text.split("\n \n")] == [["A."], ["B", "C."], ["D."]]


def test_a_separator_is_not_looked_for_in_what_is_no_page():
    text = "A. ### " * (LONGEST // 7 + 1)
    assert with_paragraphs(text) == (text, None)


TEXT = "The port is shut. ### “Nobody works,” said Ada Moss. ### Trade fell. ### It opens on Monday."


def test_a_row_and_a_text_are_read_with_paragraphs_and_a_notice():
    row, page = copydesk.read({"text": TEXT}), copydesk.read_text(TEXT)
    assert len(row.paragraphs) == 4
    assert row.text[slice(*row.paragraphs[1])] == "“Nobody works,” said Ada Moss."
    assert row.paragraphs[1][0] == TEXT.index("“")
    assert "###" not in page.text
    for record in (row, page):
        assert [notice.note for notice in record.notices if notice.kind == "paragraphs"] == [
            "read “###” as the break between paragraphs"
        ]


def test_text_to_be_read_as_it_is_keeps_its_separators(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert copydesk.read(path, as_is=True).text == TEXT
    assert copydesk.read({"text": TEXT}, as_is=True).text == TEXT
    assert copydesk.read_text(TEXT, as_is=True).text == TEXT


def test_the_id_of_a_page_is_of_its_bytes_whatever_parts_its_paragraphs():
    assert copydesk.read({"text": TEXT}).id == copydesk.read({"text": TEXT}, as_is=True).id
