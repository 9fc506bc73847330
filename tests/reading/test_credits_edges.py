"""Where a credit may stand: every bound at its edge."""

import pytest

from copydesk.reading.text_credits import agency_of, find_credits

STORY = "The pier was shut, and nobody knew for how long it would stay so, she said to those who had come."


def forms(text):
    return [(credit.agency, credit.form) for credit in find_credits(text)]


@pytest.mark.parametrize(("lines", "form"), [(9, "byline"), (10, None)])
def test_a_line_signed_by_a_name_and_an_agency_stands_among_the_first_ten(lines, form):
    text = "\n".join(["A line"] * lines + ["JO BAY, Reuters"] + [STORY] * 20)
    assert [name for _, name in forms(text)] == ([form] if form else [])


@pytest.mark.parametrize(("after", "found"), [(7, True), (8, False)])
def test_an_agency_at_the_end_of_a_sentence_signs_off_among_the_last_eight_lines(after, found):
    text = "\n".join([STORY] * 20 + [f"{STORY} TASS"] + [STORY] * after)
    assert (("TASS", "sign-off") in forms(text)) is found


@pytest.mark.parametrize(("length", "name"), [(60, "Associated Press"), (61, None)])
def test_the_name_of_an_agency_with_its_staff_is_brief(length, name):
    staff = "AP " + "Business " * 5
    assert agency_of(f"{staff}{'Writers' if length == 60 else 'Writers and Editors at the World'}") == name


def test_sixty_credits_of_a_page_are_kept():
    names = [f"Daily{n:03}" for n in range(70)]
    text = "\n".join(f"It rained, the {name.title()} newspaper reported." for name in names)
    assert len(find_credits(text)) == 60


@pytest.mark.parametrize(("length", "found"), [(160, True), (161, False)])
def test_a_line_in_the_middle_is_a_masthead_up_to_160_characters(length, found):
    line = "KARLO (AP) — Rain fell" + " there" * 30
    text = "\n".join([STORY] * 20 + [line[: length - 1] + "."] + [STORY] * 20)
    assert (("Associated Press", "dateline") in forms(text)) is found


@pytest.mark.parametrize(("length", "found"), [(100_000, True), (100_001, False)])
def test_credits_are_looked_for_in_a_hundred_thousand_characters(length, found):
    told = "Two people told Reuters"
    assert bool(forms(" " * (length - len(told)) + told)) is found


@pytest.mark.parametrize(("letters", "form"), [(38, "told"), (39, "cited")])
def test_a_verb_is_looked_for_sixty_characters_before_an_agency(letters, form):
    kind = "X" + "x" * (letters - 1)
    assert forms(f"Two people told the {kind} news agency Reuters of it.") == [("Reuters", form)]


@pytest.mark.parametrize(
    ("agency", "body", "found"),
    [("BELGA", "Bay Escort Liners Group Assembly", False), ("ANTARA", "Alba North Town Arts Radio Assembly", True)],
)
def test_five_letters_may_be_short_for_another_body_that_the_page_names(agency, body, found):
    assert bool(forms(f"The {body} met. Two people told {agency} of it.")) is found
    assert forms(f"The assembly met. Two people told {agency} of it.")
