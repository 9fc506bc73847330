"""One line for each kind of expression: its words, type, value and mod, in copy published on Thursday, 2023-04-20."""

import pytest

from copydesk.reading.times import find_times

CASES = """
It opens on July 4, 2024. | July 4, 2024 | DATE | 2024-07-04 |
It opened on 4 July 1916. | 4 July 1916 | DATE | 1916-07-04 |
It opened on the 4th of July, 1916. | the 4th of July, 1916 | DATE | 1916-07-04 |
It was filed on 2021-03-05. | 2021-03-05 | DATE | 2021-03-05 |
It was filed on 3/5/2021. | 3/5/2021 | DATE | 2021-03-05 |
It was filed on 25/3/2021. | 25/3/2021 | DATE | 2021-03-25 |
The fair runs May 3-5. | May 3-5 | DATE | 2023-05-03/2023-05-05 |
It shut in Oct. 2010. | Oct. 2010 | DATE | 2010-10 |
It shut in 2010. | 2010 | DATE | 2010 |
It shut in nineteen seventy-nine. | nineteen seventy-nine | DATE | 1979 |
It was loud in the 1990s. | the 1990s | DATE | 199 |
It was loud in the '60s. | the '60s | DATE | 196 |
It began in the 19th century. | the 19th century | DATE | 18 |
They fought in 480 BC. | 480 BC | DATE | BC0480 |
They fought in the spring of 1916. | the spring of 1916 | DATE | 1916-SP |
Sales fell in the third quarter of 2022. | the third quarter of 2022 | DATE | 2022-Q3 |
Sales fell in Q3 2022. | Q3 2022 | DATE | 2022-Q3 |
Sales rose in the first quarter. | the first quarter | DATE | 2023-Q1 |
Sales fell in the first half of 2022. | the first half of 2022 | DATE | 2022-H1 |
Sales fell in fiscal 2022. | fiscal 2022 | DATE | 2022 |
Sales rose in the third quarter of last year. | the third quarter of last year | DATE | 2022-Q3 |
Sales will rise in next year's first quarter. | next year's first quarter | DATE | 2024-Q1 |
It will open in early 2024. | early 2024 | DATE | 2024 | START
It will open in mid-June. | mid-June | DATE | 2023-06 | MID
It will open by the end of the month. | the end of the month | DATE | 2023-04 | END
It opened late last year. | late last year | DATE | 2022 | END
They met last Friday. | last Friday | DATE | 2023-04-14 |
They meet next Tuesday. | next Tuesday | DATE | 2023-04-25 |
They will meet on Monday. | Monday | DATE | 2023-04-24 |
They met on Monday. | Monday | DATE | 2023-04-17 |
They could come as early as Tuesday. | Tuesday | DATE | 2023-04-25 |
They met on Saturday, April 8. | Saturday, April 8 | DATE | 2023-04-08 |
They met in December. | December | DATE | 2022-12 |
They will meet in December. | December | DATE | 2023-12 |
They met last May. | last May | DATE | 2022-05 |
They met two days ago. | two days ago | DATE | 2023-04-18 |
They met two years ago. | two years ago | DATE | 2021 |
They met more than two years ago. | more than two years ago | DURATION | P2Y | MORE_THAN
They met over the weekend. | the weekend | DATE | 2023-W15-WE |
They met last night. | last night | TIME | 2023-04-19TNI |
They met on Friday night. | Friday night | TIME | 2023-04-14TNI |
They met at 9 a.m. EDT Tuesday. | 9 a.m. EDT Tuesday | TIME | 2023-04-18T09:00-04:00 |
They met on Monday at noon. | Monday at noon | TIME | 2023-04-17T12:00 |
They spoke for three years. | three years | DURATION | P3Y |
They spoke for 2 1/2 hours. | 2 1/2 hours | DURATION | PT2H30M |
They spoke for half an hour. | half an hour | DURATION | PT30M |
They spoke for five hours and ten minutes. | five hours and ten minutes | DURATION | PT5H10M |
They spoke for several days. | several days | DURATION | PXD |
They will speak for at least 30 days. | at least 30 days | DURATION | P30D | EQUAL_OR_MORE
They spoke for nearly a year. | nearly a year | DURATION | P1Y | LESS_THAN
A 10-year plan was signed. | 10-year | DURATION | P10Y |
They waited for minutes. | minutes | DURATION | PTXM |
They worked there over the past two decades. | the past two decades | DURATION | P20Y |
They meet every other Tuesday. | every other Tuesday | SET | XXXX-WXX-2 |
They meet each month. | each month | SET | P1M |
They meet every two weeks. | every two weeks | SET | P2W |
They meet daily. | daily | SET | P1D |
They met on Easter Monday. | Easter Monday | DATE | 2023-04-10 |
They met last Thanksgiving. | last Thanksgiving | DATE | 2022-11-24 |
They met on Christmas Eve 2014. | Christmas Eve 2014 | DATE | 2014-12-24 |
They were few in the past. | the past | DATE | PAST_REF |
They are many now. | now | DATE | PRESENT_REF |
They have met recently. | recently | DATE | PAST_REF |
They spoke the day before the summit. | the day | DATE | XXXX-XX-XX |
They spoke the day before last Tuesday. | the day before last Tuesday | DATE | 2023-04-17 |
They met in the week of March 6. | the week of March 6 | DATE | 2023-W10 |
They met in the last week of March. | the last week of March | DATE | 2023-W13 |
They meet on the first day of next month. | the first day of next month | DATE | 2023-05-01 |
It was the second day of the talks. | the second day | DATE | XXXX-XX-XX |
They will meet a week from Friday. | a week from Friday | DATE | 2023-04-28 |
They will meet in two weeks' time. | two weeks' time | DATE | 2023-W18 |
They will meet in a year's time. | a year's time | DATE | 2024 |
They will meet a year from now. | a year from now | DATE | 2024 |
They met on Friday the 13th. | Friday the 13th | DATE | 2023-01-13 |
It was filed on 16.10.2022. | 16.10.2022 | DATE | 2022-10-16 |
They mourned on 9/11. | 9/11 | DATE | 2001-09-11 |
They met over the Easter weekend. | the Easter weekend | DATE | 2023-W14-WE |
They met over Labor Day weekend. | Labor Day weekend | DATE | 2022-W35-WE |
They met on Orthodox Easter. | Orthodox Easter | DATE | 2023-04-16 |
Sales fell in FY2022. | FY2022 | DATE | 2022 |
Sales fell in Q2 FY22. | Q2 FY22 | DATE | 2022-Q2 |
It was loud in the 470s BC. | the 470s BC | DATE | BC047 |
It began in the 4th century BC. | the 4th century BC | DATE | BC03 |
They met in the morning. | the morning | TIME | 2023-04-20TMO |
They met by mid-afternoon. | mid-afternoon | TIME | 2023-04-20TAF | MID
It burned overnight. | overnight | TIME | 2023-04-19TNI |
It burned overnight on Monday. | overnight on Monday | TIME | 2023-04-17TNI |
It lasted 1 hour 20 minutes. | 1 hour 20 minutes | DURATION | PT1H20M |
They waited some days. | some days | DURATION | PXD |
It costs $3 million a year. | a year | SET | P1Y |
They meet twice a week. | twice a week | SET | P1W |
They meet three times a month. | three times a month | SET | P1M |
They read the current rules. | current | DATE | PRESENT_REF |
They had met by that time. | that time | DATE | PAST_REF |
They struck back years later. | years later | DATE | FUTURE_REF |
They met at 9 a.m. ET Tuesday. | 9 a.m. ET Tuesday | TIME | 2023-04-18T09:00-04:00 |
They will meet at 9 a.m. Pacific time on Dec. 5. | 9 a.m. Pacific time on Dec. 5 | TIME | 2023-12-05T09:00-08:00 |
They met at dawn on Tuesday. | dawn on Tuesday | TIME | 2023-04-18TMO |
It fell in the latest nine months. | the latest nine months | DURATION | P9M |
It fell from the year-earlier nine months. | the year-earlier nine months | DURATION | P9M |
They struck years ago. | years ago | DATE | PAST_REF |
They lost in the past. | the past | DATE | PAST_REF |
If it goes past Friday, they will close. | Friday | DATE | 2023-04-21 |
They met this past Thursday. | this past Thursday | DATE | 2023-04-13 |
It rose in recent years. | recent years | DATE | PAST_REF |
It is leading up to June. | June | DATE | 2023-06 |
It was loud for the past three summers. | the past three summers | DURATION | P3Y |
It fell in recent weeks and months. | recent weeks and months | DURATION | PXW |
It may take a year or two. | a year or two | DURATION | P1Y | EQUAL_OR_MORE
It will cost more in the weeks ahead. | the weeks ahead | DURATION | PXW |
It grew in the last half of the '80s. | the last half of the '80s | DATE | 198 | END
It grew in the first half of the 1980s. | the first half of the 1980s | DATE | 198 | START
It grew in the first two quarters of 2022. | the first two quarters of 2022 | DATE | 2022-H1 |
It grew in the last six months of 2022. | the last six months of 2022 | DATE | 2022-H2 |
It will cost more in future quarters. | future quarters | DATE | FUTURE_REF |
They broke an eight-month-old truce. | eight-month-old | DURATION | P8M |
Earlier Tuesday he had resigned. | Tuesday | DATE | 2023-04-18 |
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_expression(line: str) -> None:
    text, words, kind, value, mod = (field.strip() for field in line.split("|"))
    times = [(text[slice(*t.span)], t.type, t.value, t.mod or "") for t in find_times(text, "2023-04-20")]
    assert times == [(words, kind, value, mod)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 2014 and 2016", ["2014", "2016"]),
        ("on May 6 and 7.", ["2023-05-06", "2023-05-07"]),
        ("on 15 to 22 February 1984", ["1984-02-15", "1984-02-22"]),
        ("in April and June 1955", ["1955-04", "1955-06"]),
        ("in 1958-59", ["1958", "1959"]),
        ("on Mondays and Fridays", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("from 264 to 241 BC", ["BC0264", "BC0241"]),
        ("in 1939–45", ["1939", "1945"]),
        ("in the year ended March 31", ["P1Y", "2023-03-31"]),
        ("fell in the year to March", ["P1Y", "2023-03"]),
        ("the worst in 20 years, the third in as many years", ["P20Y"]),
        ("in 2007-08", ["2007", "2008"]),
        ("in 1998-2002", ["1998", "2002"]),
        ("from 11:15 to 12:45", ["2023-04-20T11:15", "2023-04-20T12:45"]),
        ("between May and July", ["2023-05", "2023-07"]),
        ("lasting 64 days from May 3, 1948", ["P64D", "1948-05-03"]),
    ],
)
def test_lists_and_ranges(text: str, expected: list[str]) -> None:
    assert [t.value for t in find_times(text, "2023-04-20")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may march on, and may fall at the second try.",
        "May we spring a leak? They march to Rome.",
        "The sun sat low; we wed in haste.",
        "April Smith met Jan Kowalski and June Brown.",
        "The 44-year-old paid $1998 for 2000 shares, or 1990%.",
        "He flew an F-16 and a B-52 past 12 hangars.",
        "A score of 3:2 and odds of 10/11.",
        "He is 52 years old, she an 8-month-old.",
        "Men aged 44 years, or 30 years of age.",
        "An electric current ran; the current account shrank.",
        "The fall of Kabul; they fall in love and spring a leak.",
        "She was the first, he the third, and both sold on 60 Minutes.",
        "Theresa May said that Mr. May will.",
        "He hosts Russia Today and spoke on the programme This Week and on Nightly News.",
        "They won in the past nine elections.",
        "The quarter-to-quarter comparison and the day-to-day work.",
        "The Communist Party daily Granma printed it.",
        "They had twelve members at the time of its founding.",
        "It is open 24 hours a day.",
        "They will stay neutral for the foreseeable future.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [text[slice(*t.span)] for t in find_times(text, "2023-04-20")] == []


def test_a_story_told_in_order() -> None:
    text = (
        "The siege began on June 25, 1950. Two days later the port fell. The next month it rained. That year was wet."
    )
    assert [t.value for t in find_times(text, "2023-04-20")] == ["1950-06-25", "1950-06-27", "1950-07", "1950"]


def test_a_history_keeps_to_the_year_told_of() -> None:
    text = (
        "War came in 1914. In August 1914 the line moved. By September 1914 it held. In 1915 and 1916 it hardly moved; "
        "in 1917 it broke. On 14 May 1917 a truce failed. On 3 June another one held, and in 1918 all was over."
    )
    assert [t.value for t in find_times(text, "2023-04-20")][-2:] == ["1917-06-03", "1918"]


def test_a_look_aside_does_not_move_the_year_of_a_history() -> None:
    text = (
        "War came in 1914. In August 1914 the line moved. By September 1914 it held. In 1915 and 1916 it hardly moved; "
        "in 1917 it broke. On 14 May 1917 a truce failed, as one had the previous year. On 3 June another held, though "
        "money would run out in 1919. On 5 June it rained, and in 1918 all was over."
    )
    assert [t.value for t in find_times(text, "2023-04-20")][-5:] == [
        "1916",
        "1917-06-03",
        "1919",
        "1917-06-05",
        "1918",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet two weeks from now.", ["2023-W18"]),
        ("It could last several days.", ["PXD"]),
        ("At the end of the day, it works.", []),
        ("Call 518-474-1418 now.", ["PRESENT_REF"]),
        ("A 1920 x 1080 screen under the H1 heading.", []),
        ("Sales fell in Q3.", ["2022-Q3"]),
        ("The year-ago third quarter was weak.", ["2022-Q3"]),
        ("More than a quarter of voters agreed.", []),
    ],
)
def test_look_alikes(text: str, expected: list[str]) -> None:
    assert [t.value for t in find_times(text, "2023-04-20")] == expected
