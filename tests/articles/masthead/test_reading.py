import pytest

import copydesk
from copydesk.articles.masthead.masthead_reading import Part, read

STORY = (
    "The ferry ran aground on Tuesday with forty people on board, the coast guard said in a statement.",
    "Nobody was hurt, and the passengers were taken off by tugboat before nightfall, the company said.",
    "The company said that it would look into the cause.",
)


def parts(*texts):
    return [Part(text) for text in texts]


def test_bylines_days_and_credits_are_taken_off_the_story():
    found = read(parts("By Lone Marsh", "March 3, 2026", *STORY, "Marsh reported from Oslo."))
    assert found.taken == {0, 1, 5}
    assert [author.name for author in found.signed] == ["Lone Marsh"]
    assert [(author.name, author.place) for author in found.credited] == [("Lone Marsh", "Oslo")]
    assert found.day == "2026-03-03"


def test_a_credit_may_name_an_author_that_only_the_metadata_know():
    known = read(parts("By Lone Marsh", *STORY)).signed
    assert read(parts(*STORY, "Marsh reported from Oslo.")).credited == ()
    assert [author.place for author in read(parts(*STORY, "Marsh reported from Oslo."), known=known).credited] == [
        "Oslo"
    ]


def test_a_day_in_a_list_is_the_storys_own():
    assert read([*parts(*STORY[:1]), Part("March 3, 2026", is_item=True)]).taken == frozenset()


def test_a_byline_after_the_second_long_sentence_is_the_storys_own():
    assert read(parts(*STORY[:2], "By Lone Marsh", *STORY[2:] * 8)).taken == frozenset()


def test_the_rule_before_a_credit_goes_with_it():
    assert read(parts(*STORY, "* * *", "Associated Press writer Jane Roe contributed to this report.")).taken == {3, 4}


def test_a_biography_at_the_foot_is_told_apart():
    found = read(parts("By Lone Marsh", *STORY, "Lone Marsh covers the coast for The Courier."))
    assert (found.taken, found.biographies) == ({0}, {4})


def test_furniture_about_the_story_is_not_read():
    assert read([Part("By Lone Marsh", kind="share", is_story=False), *parts(*STORY)]).taken == frozenset()


def test_a_notice_of_rights_that_was_taken_for_the_story_goes():
    notice = Part("Copyright 2026 The Associated Press. All rights reserved.", kind="copyright")
    found = read([*parts(*STORY), notice])
    assert (found.taken, found.agency) == ({3}, "Associated Press")


FERRY = (
    "The ferry ran aground off Norvik on Sunday with forty people on board, and nobody was hurt, police said.\n\n"
    "Tugs pulled it free on Monday morning, and the company said that it would sail again before the end of the week."
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Jane Roe | Sunday, 15 July 2018 08:39 PM", "2018-07-15"),
        ("By Jane Roe | Published: July 15, 2018 | Updated: July 16, 2018", "2018-07-15"),
        ("By Jane Roe | Updated: July 16, 2018", None),
    ],
)
def test_a_byline_tells_the_day_that_stands_in_it(line, day):
    published = copydesk.read_text(f"Ferry aground\n\n{line}\n\n{FERRY}").published
    assert (published.value if published else None) == day


def test_a_photograph_of_the_files_is_no_dateline():
    photo = "FILE - In this July 7, 2017 file photo the ferry leaves Norvik. It will sail again on Friday, it said."
    record = copydesk.read_text(f"{photo}\n\nNORVIK, Norway (AP) — {FERRY}")
    assert (record.dateline.place, record.agency) == ("NORVIK, Norway", "Associated Press")
