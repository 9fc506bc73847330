"""Days: TIMEX3 values and what users type, as pairs of a first and a last day."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from copydesk.errors import DateError

Days: TypeAlias = tuple[str, str]
MIN_DAY, MAX_DAY = "0001-01-01", "9999-12-31"

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T[0-9A-Z:.+-]{1,30})?)?))?"
    r"|(?P<decade>\d{3})X?|(?P<century>\d{2})(?:XX)?",
    re.ASCII,
)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(maxsize=4096)
def days_of(value: str | None) -> Days | None:
    """Return the first and last day of a TIMEX3 date, time or range, or None where it names no definite days.

    Values are read as ISO-TimeML writes them: `2023`, `2023-04`, `2023-W16`, `2023-Q2`, `2023-SU` (seasons are those of
    the northern hemisphere), `2023-04-20T11:00`, `202` (a decade), `20` (a century), `2023-07-11/2023-07-12`.
    """
    if not value or len(value) > 80:
        return None
    first, _, last = value.partition("/")
    start = _days_of_one(first)
    end = _days_of_one(last) if last else start
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def parse_days(typed: str) -> Days:
    """Return the days a user means by `2023-04-20`, `2023-04`, `2023`, `2023-04-01..2023-04-20` or one end of a range.

    Raises:
        DateError: it is none of these.
    """
    first, dots, last = (part.strip() for part in typed.partition(".." if ".." in typed else "/"))
    if any(end and not end[:4].isdigit() for end in (first, last)):
        first = last = ""  # decades and centuries are for values, not for users
    start = days_of(first) if first else (MIN_DAY, MIN_DAY)
    end = days_of(last) if last else (MAX_DAY, MAX_DAY) if dots else start
    if not (first or last) or start is None or end is None or end[1] < start[0]:
        remedy = "write 2023-04-20, 2023-04 or 2023-04-01..2023-04-20"
        raise DateError(f"day {typed[:40]!r}", "not a day, month, year or range", remedy)
    return start[0], end[1]


def _days_of_one(value: str) -> Days | None:
    match = _FORM.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    try:
        first, last = _bounds(part)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _bounds(part: dict[str, str | None]) -> tuple[date, date]:
    """Return the days of a matched value; ValueError where the calendar has none such."""
    if part["decade"] or part["century"]:
        digits, width = (part["decade"], 10) if part["decade"] else (part["century"], 100)
        start = int(digits or 0) * width
        return date(start, 1, 1), date(start + width - 1, 12, 31)
    year = int(part["year"] or 0)
    if part["week"]:
        weekday = part["weekday"]
        first, last = (6, 7) if weekday == "WE" else (int(weekday), int(weekday)) if weekday else (1, 7)
        week = int(part["week"])
        return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["half"]:
        return _months(year, 6 * int(part["half"]) - 5, 6)
    if part["season"]:
        return _months(year, _SEASON_STARTS[part["season"]], 3)
    if part["day"]:
        day = date(year, int(part["month"] or 0), int(part["day"]))
        return day, day
    return _months(year, int(part["month"]), 1) if part["month"] else _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    months = year * 12 + month - 1 + count - 1
    end_year, end_month = divmod(months, 12)
    return first, date(end_year, end_month + 1, 1) + timedelta(days=monthrange(end_year, end_month + 1)[1] - 1)
