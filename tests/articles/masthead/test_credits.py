import pytest

from copydesk.articles.masthead.credit_lines import credit
from copydesk.english.agencies import agency_in
from copydesk.records import Author


def people(found):
    return [(a.name, a.role, a.place, a.organization) for a in found.authors]


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
        (
            "Associated Press writer Ida Holm contributed.",
            [("Ida Holm", "contributor", None, "Associated Press")],
            "Associated Press",
        ),
        (
            "AP writer Ida Holm contributed to this report from Oslo.",
            [("Ida Holm", "contributor", "Oslo", "Associated Press")],
            "Associated Press",
        ),
        (
            "Ida Holm reported from Oslo and Jon Berg from Bergen.",
            [("Ida Holm", "reporter", "Oslo", None), ("Jon Berg", "reporter", "Bergen", None)],
            None,
        ),
        (
            "Ida Holm reported from Oslo, and Jon Berg reported from Bergen.",
            [("Ida Holm", "reporter", "Oslo", None), ("Jon Berg", "reporter", "Bergen", None)],
            None,
        ),
        (
            "(Reporting by Ida Holm, writing by Jon Berg; editing by Ann Poe)",
            [("Ida Holm", "reporter", None, None), ("Jon Berg", "reporter", None, None)],
            None,
        ),
        ("CNN’s Ida Holm contributed to this report.", [("Ida Holm", "contributor", None, "CNN")], "CNN"),
        (
            "The Courier's Ida Holm in Oslo contributed to this report.",
            [("Ida Holm", "contributor", "Oslo", "The Courier")],
            None,
        ),
        (
            "The Associated Press contributed to this report.",
            [("Associated Press", "contributor", None, "Associated Press")],
            None,
        ),
        (
            "Contributing: Ida Holm, Associated Press",
            [("Ida Holm", "contributor", None, "Associated Press")],
            "Associated Press",
        ),
        ("—Ida Holm, Northwire", [("Ida Holm", None, None, "Northwire")], "Northwire"),
        ("By Ida Holm, Associated Press", [("Ida Holm", None, None, "Associated Press")], "Associated Press"),
        ("This article first appeared in The Courier.", [], "The Courier"),
        ("This article was originally published by The Courier. Read the original article.", [], "The Courier"),
        ("©2026 The Courier. Distributed by Tribune Content Agency, LLC.", [], "Tribune News Service"),
        (
            "Copyright 2026 The Associated Press. All rights reserved. This material may not be published.",
            [],
            "Associated Press",
        ),
        ("(With inputs from agencies)", [], None),
        ("This story has been published from a wire agency feed without modifications to the text.", [], None),
        ("Edited by: Ann Poe", [], None),
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
        "Jane Roe/AP",
        "The paper was first published in March 1990.",
        "Copyright 2026 The Courier. All rights reserved.",
        "",
    ],
)
def test_the_story_s_own_sentences_are_no_credits(line):
    assert credit(line) is None


def test_last_names_are_those_of_the_byline():
    line = "Lindqvist reported from Geneva. Associated Press writer Ida Holm in Oslo contributed."
    assert credit(line) is None
    assert people(credit(line, [Author(name="Mara Lindqvist")])) == [
        ("Mara Lindqvist", "reporter", "Geneva", None),
        ("Ida Holm", "contributor", "Oslo", "Associated Press"),
    ]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("dpa/AFP", "Deutsche Presse-Agentur"),
        ("Reuters, AFP, dpa, AP", None),
        ("AP and staff reports", "Associated Press"),
    ],
)
def test_a_credit_to_three_agencies_names_none_whose_copy_the_story_is(words: str, agency: str | None) -> None:
    assert agency_in(words) == agency
