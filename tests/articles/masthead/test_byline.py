import pytest

from copydesk.articles.masthead.byline import byline, is_photo_credit, together
from copydesk.records import Author


def people(found):
    return [(a.name, a.role, a.place, a.organization) for a in found.authors]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Roe", [("Jane Roe", None, None, None)]),
        ("By JANE ROE and JOHN O'NEIL", [("Jane Roe", None, None, None), ("John O'Neil", None, None, None)]),
        (
            "By Jane Roe and John Doe in Geneva",
            [("Jane Roe", None, None, None), ("John Doe", None, "Geneva", None)],
        ),
        ("By Jane Roe, Associated Press", [("Jane Roe", None, None, "Associated Press")]),
        ("By JANE ROE Associated Press", [("Jane Roe", None, None, "Associated Press")]),
        ("Written by Jane Roe | March 3, 2023", [("Jane Roe", None, None, None)]),
        ("By Jane Roe, Staff Writer", [("Jane Roe", "staff writer", None, None)]),
        ("By Ludwig van der Berg", [("Ludwig van der Berg", None, None, None)]),
        (
            "By Mara Lindqvist in Geneva and Tomasz Wrona in Warsaw",
            [("Mara Lindqvist", None, "Geneva", None), ("Tomasz Wrona", None, "Warsaw", None)],
        ),
        (
            "By MARA LINDQVIST, TOMASZ WRONA and IDA HOLM, Associated Press",
            [(name, None, None, "Associated Press") for name in ("Mara Lindqvist", "Tomasz Wrona", "Ida Holm")],
        ),
        ("By Mara Lindqvist | AP", [("Mara Lindqvist", None, None, "Associated Press")]),
        ("By Mara Lindqvist • Northwire News", [("Mara Lindqvist", None, None, "Northwire")]),
        ("MARA LINDQVIST, Associated Press", [("Mara Lindqvist", None, None, "Associated Press")]),
        ("By Mara Lindqvist for The Courier", [("Mara Lindqvist", None, None, "The Courier")]),
        ("By Mara Lindqvist, Courier Staff Writer", [("Mara Lindqvist", "staff writer", None, "Courier")]),
        ("By Mara Lindqvist, Correspondent, Geneva", [("Mara Lindqvist", "correspondent", "Geneva", None)]),
        ("From Mara Lindqvist in Geneva", [("Mara Lindqvist", None, "Geneva", None)]),
        (
            "Mara Lindqvist in Geneva and Tomasz Wrona in Warsaw",
            [("Mara Lindqvist", None, "Geneva", None), ("Tomasz Wrona", None, "Warsaw", None)],
        ),
        ("Words: Mara Lindqvist", [("Mara Lindqvist", None, None, None)]),
        ("By Mara Lindqvist · March 3, 2023 · 4 min read", [("Mara Lindqvist", None, None, None)]),
        ("Story by Mara Lindqvist; photos by Ida Holm", [("Mara Lindqvist", None, None, None)]),
    ],
)
def test_bylines(line, expected):
    assert people(byline(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Mara Lindqvist in Geneva",
        "By the time he came, it was over",
        "Photo by Jane Roe",
        "By popular demand",
        "Bystanders ran.",
        "By",
    ],
)
def test_other_lines_are_no_bylines(line):
    assert byline(line) is None


@pytest.mark.parametrize(("line", "agency"), [("By Reuters Staff", "Reuters"), ("By AFP", "Agence France-Presse")])
def test_an_agency_alone(line, agency):
    found = byline(line)
    assert (found.authors, found.agency) == ((), agency)


def test_what_a_later_mention_adds_is_kept():
    first = Author(name="Mara Lindqvist", role="correspondent")
    assert together([first, Author(name="Mara Lindqvist", role="reporter", place="Geneva")]) == (
        Author(name="Mara Lindqvist", role="correspondent", place="Geneva"),
    )


def test_photo_credits():
    assert is_photo_credit("Photo: Jane Roe/AP")
    assert is_photo_credit("Image credit: Jane Roe")
    assert not is_photo_credit("Photographers were turned away.")
