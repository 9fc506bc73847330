from datetime import date

import pytest

from copydesk.articles.masthead.masthead_dates import Day, day_in, days_in, is_future, month_day_in


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("March 3, 2023", "2023-03-03"),
        ("Published 3 March 2023", "2023-03-03"),
        ("Sept. 9, 2021", "2021-09-09"),
        ("2023-03-03T10:00:00Z", "2023-03-03"),
        ("December 15th 2025", "2025-12-15"),
        ("28/3/2023", "2023-03-28"),
        ("3.4.2023", "2023-04-03"),
        ("Feb 30, 2023", None),
        ("the 2023 season", None),
        ("March 3", None),
        ("1 2023", None),
        ("", None),
    ],
)
def test_days_as_mastheads_print_them(words, day):
    assert day_in(words) == day


def test_days_without_a_year_take_the_nearest():
    assert month_day_in("March 3") == "--03-03"
    assert month_day_in("Dec. 31", "2023-01-02") == "2022-12-31"
    assert month_day_in("3 March", "2023-03-05") == "2023-03-03"


def test_the_future_begins_after_tomorrow():
    today = date(2023, 3, 3)
    assert not is_future("2023-03-04", today)
    assert is_future("2023-03-05", today)
    assert not is_future("2099-03-05", None)


def test_every_day_in_its_order_and_words_run_together():
    assert days_in("HealthMARCH 3, 2023Updated: April 4, 2023") == [
        Day(6, 19, "2023-03-03"),
        Day(28, 41, "2023-04-04"),
    ]


def test_numbers_that_can_be_read_two_ways_give_both():
    assert days_in("3/4/2023") == [Day(0, 8, "2023-03-04", "2023-04-03")]
    assert days_in("3.4.2023") == [Day(0, 8, "2023-04-03", "2023-03-04")]
    assert days_in("13/4/2023") == [Day(0, 9, "2023-04-13")]
    assert days_in("1.2.3.2024") == []
