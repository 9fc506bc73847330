"""The words of the calendar: months, days of the week, seasons, and their short forms."""

from typing import Final

MONTHS: Final = tuple("january february march april may june july august september october november december".split())
"""The months in order, in small letters."""

SHORT_MONTHS: Final = {month[:3]: number for number, month in enumerate(MONTHS, 1) if month != "may"} | {"sept": 9}
"""The short forms of months, without a full stop, with the months' numbers."""

MONTH_NUMBERS: Final = {month: number for number, month in enumerate(MONTHS, 1)} | SHORT_MONTHS
"""Every form of a month's name, with the month's number."""

MONTH_STEMS: Final = "(?:" + "|".join(month[:3] for month in MONTHS) + ")[a-z]{0,6}"
"""A regular expression of what a month may be written as, in small letters."""

WEEKDAYS: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
"""The days of the week in order, in small letters; the first is day 1 of ISO 8601."""

SHORT_WEEKDAYS: Final = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
"""The short forms of days, without a full stop, with the days' numbers."""
