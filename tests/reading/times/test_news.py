"""Dates of a news story against its publication day."""

from pathlib import Path

import pytest

from copydesk.errors import DateError
from copydesk.language import parse
from copydesk.reading.times import find_times, read_times


def found(text: str, published: str | None = "2023-04-20") -> list[tuple[str, str, str | None, str | None]]:
    return [(text[slice(*t.span)], t.type, t.value, t.mod) for t in find_times(text, published)]


STORY = (
    "The minister is in town for the first time since the flood more than a year ago, aides said Thursday. "
    "Earlier this month, the dam reopened. The council meets on July 11-12. On Friday, she will attend a review."
)


def test_a_story_is_resolved_against_its_publication_day() -> None:
    assert found(STORY) == [
        ("more than a year ago", "DURATION", "P1Y", "MORE_THAN"),
        ("Thursday", "DATE", "2023-04-20", None),
        ("Earlier this month", "DATE", "2023-04", "START"),
        ("July 11-12", "DATE", "2023-07-11/2023-07-12", None),
        ("Friday", "DATE", "2023-04-21", None),
    ]


def test_without_a_publication_day_nothing_is_guessed() -> None:
    assert [value for _, _, value, _ in found(STORY, None)] == [
        "P1Y",
        "XXXX-WXX-4",
        "XXXX-XX",
        "XXXX-07-11/XXXX-07-12",
        "XXXX-WXX-5",
    ]


def test_the_seed_page(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("*.txt")
    times = found(path.read_text(encoding="utf-8"))
    for words, value, mod in (
        ("more than a year ago", "P1Y", "MORE_THAN"),
        ("Thursday", "2023-04-20", None),
        ("Earlier this month", "2023-04", "START"),
        ("July 11-12", "2023-07-11/2023-07-12", None),
        ("Friday", "2023-04-21", None),
    ):
        assert (value, mod) in [(v, m) for w, _, v, m in times if w == words]


def test_a_publication_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError, match="ISO 8601"):
        find_times("on Friday", "yesterday")


def test_a_verb_after_the_day_that_only_attributes_does_not_turn_it() -> None:
    text = "The talks resume on Friday, aides said Thursday."
    assert [value for _, _, value, _ in found(text)] == ["2023-04-21", "2023-04-20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers decided to admit them in early May.", "2023-05"),
        ("The talks are supposed to end by March.", "2024-03"),
        ("The split would be paid on a still unspecified date in January.", "2024-01"),
        ("The case is heard in June.", "2023-06"),
        ("A record was set on Aug. 6.", "2022-08-06"),
        ("The launch is set for Aug. 6.", "2023-08-06"),
        ("Until Monday, they had not called him a suspect.", "2023-04-17"),
        ("They planned a march on Saturday and were gathering.", "2023-04-22"),
        ("He announced the plan Monday.", "2023-04-17"),
        ("Voters go to the polls Sunday.", "2023-04-23"),
        ("The repairs must be done before winter.", "2023-WI"),
        ("The grid was rebuilt last winter.", "2022-WI"),
        ("The vote is on Tuesday.", "2023-04-25"),
        ("They kept going until nearly Friday.", "2023-04-14"),
        ("She has to win them over in November.", "2023-11"),
        ("Her decision to meet him at the end of November drew fire.", "2022-11"),
        ("Shares had a high of 40 from 29 in September.", "2022-09"),
        ("Trades for May were quiet.", "2023-05"),
        ("The raid began as previously planned on Saturday.", "2023-04-15"),
    ],
)
def test_direction_by_the_wording(text: str, value: str) -> None:
    assert [value for _, _, value, _ in found(text)] == [value]


def test_the_week_is_this_one_though_a_year_was_told_of() -> None:
    text = "The rule dates from 1972. She will be out there by the middle of the week."
    assert [value for _, _, value, _ in found(text)] == ["1972", "2023-W16"]


def test_before_a_season_is_before_the_nearest() -> None:
    assert [value for _, _, value, _ in found("The crews rebuilt the grid before winter.", "2023-10-14")] == ["2023-WI"]


def test_a_day_earlier_counts_from_a_day_and_later_from_what_was_told() -> None:
    assert [v for _, _, v, _ in found("In March, it fell. A day earlier, he fled.")] == ["2023-03", "2023-04-19"]
    assert [v for _, _, v, _ in found("On Monday, it fell. In March it rose. A day earlier, he fled.")][
        -1
    ] == "2023-04-16"
    assert [v for _, _, v, _ in found("Two years later he came back.")] == ["XXXX"]
    assert [v for _, _, v, _ in found("On Monday, it fell. Two days later he came back.")][-1] == "2023-04-19"


def values(text: str, published: str) -> list[str | None]:
    return [value for _, _, value, _ in found(text, published)]


def test_the_previous_and_the_following_day_count_from_the_day_told_of() -> None:
    assert values("It closed down on 14 April from the previous Friday.", "2023-04-20") == ["2023-04-14", "2023-04-07"]
    assert values("Held on 3 April, he was freed the following Friday.", "2023-04-20") == ["2023-04-03", "2023-04-07"]
    assert values("He was freed the following Friday.", "2023-04-20") == ["XXXX-WXX-5"]


def test_later_in_the_day_is_the_day_told_of() -> None:
    assert values("On Monday he left. Later in the day he was seen.", "2023-04-20")[-1] == "2023-04-17"


def test_a_year_ago_in_results_is_the_quarter_or_the_whole_year_that_was_told_of() -> None:
    quarter = "It lost $2 million in the second quarter ended March 31, up from $1 million a year earlier."
    assert values(quarter, "2023-04-20") == ["2023-Q2", "2023-03-31", "2022-Q2"]
    nine = "It lost $2 million in the first quarter. For the nine months, it lost $5 million, up from $4 million "
    assert values(nine + "a year earlier.", "2023-04-20")[-1] == "2022"
    assert values(nine + "in the 2022 period.", "2023-04-20")[-1] == "2022"


def test_the_quarter_is_the_one_told_of_last_though_days_were_named_since() -> None:
    text = "Its first quarter was bad. Shares fell Tuesday. Sales in the quarter rose."
    assert values(text, "2023-12-20")[-1] == values(text, "2023-12-20")[0]


def test_a_publication_month_resolves_no_days() -> None:
    assert found(STORY, "2023-04") == found(STORY, None)


@pytest.mark.parametrize(
    "text",
    [
        "He did not rule out an end to objections to the 2014 invasion. A vote is coming up in November.",
        "She was born in 1950 and served in 1970. The funeral will be held in November.",
    ],
)
def test_what_will_be_is_not_of_a_year_long_past_on_a_page_without_a_day(text):
    assert find_times(text)[-1].value == "XXXX-11"
    assert find_times(text, published="2018-07-16")[-1].value == "2018-11"


def test_the_year_ahead_is_the_next_one():
    assert values("Growth is expected in the year ahead.", "2025-12-19") == ["2026"]
    assert values("They met in the week ahead of the vote.", "2025-12-19") == ["2025-W51"]


def test_the_names_of_persons_tell_no_times():
    text = "Todd Tande and Ronald Winters left in August."
    times, _ = read_times(text, "2025-12-19", parse(text))
    assert [text[slice(*time.span)] for time in times] == ["August"]


def test_a_year_that_names_something_is_not_the_year_of_other_dates() -> None:
    (year, day) = find_times("Meddling in the 2016 election was told of. The March 4 attack was planned.")
    assert (year.value, day.value) == ("2016", "XXXX-03-04")
    (year, day) = find_times("In 2016 he ran for office. The March 4 attack was planned.")
    assert day.value == "2016-03-04"
