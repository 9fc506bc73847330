import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.days import days_of, parse_days
from copydesk.errors import DateError


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2023-04-20", ("2023-04-20", "2023-04-20")),
        ("2023-04-20T11:02:00Z", ("2023-04-20", "2023-04-20")),
        ("2023-04-20TMO", ("2023-04-20", "2023-04-20")),
        ("2023-04", ("2023-04-01", "2023-04-30")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-W16", ("2023-04-17", "2023-04-23")),
        ("2023-W16-4", ("2023-04-20", "2023-04-20")),
        ("2023-W16-WE", ("2023-04-22", "2023-04-23")),
        ("2023-Q2", ("2023-04-01", "2023-06-30")),
        ("2023-H2", ("2023-07-01", "2023-12-31")),
        ("2023-WI", ("2023-12-01", "2024-02-29")),
        ("202", ("2020-01-01", "2029-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2023-07-11/2023-07-12", ("2023-07-11", "2023-07-12")),
        ("XXXX-WXX-4", None),
        ("PRESENT_REF", None),
        ("P1Y", None),
        ("2023-13", None),
        ("2023-02-30", None),
        ("2023-07-12/2023-07-11", None),
        ("", None),
        (None, None),
    ],
)
def test_days_of_timex_values(value, days):
    assert days_of(value) == days


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2023-04-20", ("2023-04-20", "2023-04-20")),
        ("2023-04-01..2023-04-20", ("2023-04-01", "2023-04-20")),
        ("2023-04-01/2023-04-20", ("2023-04-01", "2023-04-20")),
        (" 2023-03 .. 2023-04 ", ("2023-03-01", "2023-04-30")),
        ("2023..", ("2023-01-01", "9999-12-31")),
        ("..2023", ("0001-01-01", "2023-12-31")),
    ],
)
def test_days_that_users_type(typed, days):
    assert parse_days(typed) == days


@pytest.mark.parametrize("typed", ["", "..", "/", "yesterday", "2023-04-20..2023-04-01", "20/04/2023", "2023-4-2"])
def test_other_days_are_refused(typed):
    with pytest.raises(DateError):
        parse_days(typed)


@given(st.text("0123456789-/XWTQHSPUFAI", max_size=20))
def test_any_value_gives_days_in_order_or_none(value):
    days = days_of(value)
    assert days is None or days[0] <= days[1]
