import pytest

from copydesk.articles.byline import byline, credit, is_photo_credit


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
    ],
)
def test_bylines(line, expected):
    assert people(byline(line)) == expected


@pytest.mark.parametrize(
    "line", ["By the time he came, it was over", "Photo by Jane Roe", "By popular demand", "Bystanders ran.", "By"]
)
def test_other_lines_are_no_bylines(line):
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "expected", "agency"),
    [
        ("Lone Cook reported from Brussels", [("Lone Cook", "reporter", "Brussels", None)], None),
        (
            "Associated Press writer Jane Roe in Paris contributed to this report.",
            [("Jane Roe", "contributor", "Paris", "Associated Press")],
            "Associated Press",
        ),
        (
            "Jane Roe and John Doe contributed to this report.",
            [("Jane Roe", "contributor", None, None), ("John Doe", "contributor", None, None)],
            None,
        ),
        (
            "(Reporting by Jane Roe in Paris and John Doe; Editing by Ann Poe)",
            [("Jane Roe", "reporter", "Paris", None), ("John Doe", "reporter", None, None)],
            None,
        ),
        (
            "Roe reported from Paris. John Doe reported from Rome.",
            None,
            None,
        ),
        ("This story was originally published by The Associated Press.", [], "Associated Press"),
        ("The Associated Press", [], "Associated Press"),
        ("Source: Reuters", [], "Reuters"),
    ],
)
def test_credits_at_the_foot(line, expected, agency):
    found = credit(line)
    if expected is None:
        assert found is None
    else:
        assert people(found) == expected
        assert found.agency == agency


@pytest.mark.parametrize(
    "line",
    [
        "He had once reported from Brussels for a small paper, and missed it.",
        "The council meets again on Oct. 20.",
        "Photo by Jane Roe",
        "",
    ],
)
def test_the_story_s_own_sentences_are_no_credits(line):
    assert credit(line) is None


def test_photo_credits():
    assert is_photo_credit("Photo: Jane Roe/AP")
    assert is_photo_credit("Image credit: Jane Roe")
    assert not is_photo_credit("Photographers were turned away.")
