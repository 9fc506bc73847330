"""Whose text a page says it is, and whom it names as a source of it."""

import pytest

from copydesk.reading.text_credits import agency_of, find_credits


def found(text):
    return {(credit.agency, credit.form) for credit in find_credits(text)}


@pytest.mark.parametrize(
    ("text", "agency", "form"),
    [
        ("KARLO, Teluna (AP) — A ferry struck the pier.", "Associated Press", "dateline"),
        ("MOSCOW, April 7. /TASS/. The lander sent no signal.", "TASS", "dateline"),
        ("By PA Reporter\n\nA treasurer has been jailed.", "PA Media", "byline"),
        ("Reuters | Kyiv |\n\nA train left the rails.", "Reuters", "byline"),
        ("AFP | Published on 10/03/2026\n\nA dam broke.", "Agence France-Presse", "byline"),
        ("A ferry struck the pier.\n\nSource: TASS", "TASS", "source-line"),
        ("A ferry struck the pier.\n\ndpa/so", "Deutsche Presse-Agentur", "sign-off"),
        ("A ferry struck the pier.\n\n© 2026 AFP", "Agence France-Presse", "copyright"),
        ("The price could rise, two people told Reuters on Friday.", "Reuters", "told"),
        ("The lander touched down, Xinhua reported.", "Xinhua", "cited"),
        ("A ferry struck the pier.\n\n(Agencies)", "agencies", "source-line"),
        ("The minister was warned, the Noorderblad newspaper reported.", "Noorderblad", "cited"),
        ("A ferry struck the pier.\n\nWith AFP", "Agence France-Presse", "source-line"),
        ("By JO BAY Associated Press\n\nA ferry struck the pier.", "Associated Press", "byline"),
        ("The Associated Press | Sunday, July 15, 2018, 8:27 a.m.\n\nA ferry struck.", "Associated Press", "byline"),
    ],
)
def test_forms_of_credits(text, agency, form):
    assert (agency, form) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Smoke over the harbor. (Photo by Jo Roe/AFP/Getty Images)",
        "A ferry struck the pier.\n\nJo Roe/Reuters\n\nThe pier was closed.",
        "A ferry struck the pier.\n\n(Jo Roe/Lehtikuva via AP)\n\nThe pier was closed.",
        "HARRISBURG, PA\n\nThe council met.",
        "He has an app.",
        "",
    ],
)
def test_pictures_states_and_plain_words_are_no_credits(text):
    assert found(text) == set()


def test_words_stand_where_the_span_says():
    text = "Two dead\n\nKARLO (AP) — A ferry struck the pier, a sailor told Reuters.\n\n– AFP, dpa"
    words = {(credit.agency, text[slice(*credit.span)]) for credit in find_credits(text)}
    assert ("Associated Press", "(AP)") in words
    assert ("Reuters", "told Reuters") in words
    assert {("Agence France-Presse", "– AFP, dpa"), ("Deutsche Presse-Agentur", "– AFP, dpa")} <= words


def test_staff_words_are_left_aside():
    assert agency_of("AP Business Writers") == "Associated Press"
    assert agency_of("Inquirer staff") is None


def test_initials_that_the_page_explains_otherwise_are_no_agency():
    text = "Christian News Service reported that it rained.\n\nCNS reported Monday that the river rose."
    assert find_credits(text) == ()
    assert [c.agency for c in find_credits("It rained.\n\nCNS reported Monday that the river rose.")] == [
        "China News Service"
    ]
