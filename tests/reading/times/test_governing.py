"""Which way a day points, by the verb over it in the parse."""

import pytest

from copydesk.language import parse
from copydesk.reading.times import find_times, read_times


def values(text: str, published: str = "2024-05-15") -> list[str | None]:
    times, _ = read_times(text, published, parse(text))
    return [time.value for time in times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The governor on Monday agreed to open the books.", "2024-05-13"),
        ("The governor on Monday vowed to open the books.", "2024-05-13"),
        ("The governor declined on Monday to open the books.", "2024-05-13"),
        ("The governor agreed to testify on Monday.", "2024-05-20"),
        ("The session was adjourned until Friday.", "2024-05-17"),
        ("Tickets had been sold out ahead of Friday's summit, the firm said.", "2024-05-17"),
        ("Prices jumped before Monday's vote, the bank said.", "2024-05-13"),
        ("The game was rescheduled for Friday.", "2024-05-17"),
        ("The strike was called off until Friday.", "2024-05-17"),
        ("The strike was called off on Monday.", "2024-05-13"),
        ("The court gave the firm until Friday to answer.", "2024-05-17"),
        ("The vote was put off until Friday.", "2024-05-17"),
        ("The guards were put on trial on Friday.", "2024-05-10"),
        ("They fought until Friday.", "2024-05-10"),
        ("The shop will open in March.", "2025-03"),
        ("The shop opened in March.", "2024-03"),
    ],
)
def test_the_verb_over_a_day_tells_its_direction(text: str, value: str) -> None:
    assert values(text) == [value]


OBITUARY = """Vera Holm, who ran the harbour from 1953 until 1971, has died.

Born in 1931, she joined the port in 1949. On 14 August 1955 she opened the quay. In March 1961 she left for Oslo.

In June 1972 she wrote a book; more followed in 1978 and 1984.

The funeral will be held on Friday. A service is planned for 3 June.

On 9 August she was decorated."""


def test_the_last_paragraph_of_an_obituary_is_news() -> None:
    assert values(OBITUARY)[-3:] == ["2024-05-17", "2024-06-03", "1972-08-09"]


@pytest.mark.parametrize(
    "text",
    [
        "The keeper was sent off early in the second half and the visitors scored.",
        "The goal came in the first half.",
        "Article 2019 of the code bans it, and so does Section 1998.",
        "She lives at 1600 Harbour Avenue, fills in the 1040 form and bets at 1250:1.",
        "Some 2000 fans and 1500 workers came.",
        "The cot is for babies ages 6 months and older.",
        "Now, I am no sailor.",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(text, "2024-05-15") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened at 7.30pm on Monday.", ["2024-05-13T19:30"]),
        ("It is dated 19-Nov-12.", ["2012-11-19"]),
        ("The firm had a goal of 5 % growth in the first half.", ["2024-H1"]),
        ("They met the week before last.", ["2024-W18"]),
        ("She left the year before last.", ["2022"]),
        ("He returns the week after next.", ["2024-W22"]),
        ("The form says Feb 29, 2015.", [None]),
        ("The form says Feb 30, 2015.", [None]),
        ("She ran it in 3:07:35.", ["PT3H7M35S"]),
        ("They spoke at 10.45 GMT.", ["2024-05-15T10:45Z"]),
        ("They spoke at 3pm Moscow time.", ["2024-05-15T15:00+03:00"]),
        ("They spoke at 3pm London time on 20 January.", ["2024-01-20T15:00+00:00"]),
        ("It was filed under 2018-07.", ["2018"]),
        ("The 2018-19 season is over.", ["2018", "2019"]),
        ("It is about a month earlier than usual.", ["P1M"]),
        ("Smoke rose.\n\n13:10 - The boats left.", ["2024-05-15T13:10"]),
    ],
)
def test_values(text: str, expected: list[str | None]) -> None:
    assert [time.value for time in find_times(text, "2024-05-15")] == expected
