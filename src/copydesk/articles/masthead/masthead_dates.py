"""Days as mastheads print them, in ISO 8601: `March 3, 2023`, `3 Mar. 2023`, `2023-03-03T10:00Z`, `3/28/2023`."""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from copydesk.articles.masthead.other_dates import other_days_in
from copydesk.english.calendar import MONTH_NUMBERS, MONTHS

_NUMBER_OF: Final = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19[89]|20\d)\d)(?!\d)"
# Pages run words together where markup parted them: `HealthMARCH 3, 2023Updated`.
_START: Final = r"(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))"
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>(?:19[89]|20\d)\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19[89]|20\d)\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"{_START}{_MONTH}\.?\s{{1,3}}{_DAY}\s{{0,2}}[,.]?\s{{0,3}}{_YEAR}",
        rf"(?<!\d){_DAY}[\s.-]{{1,3}}(?:of\s)?{_MONTH}\.?[,\s-]{{1,3}}{_YEAR}",
        rf"(?<![\d/]){_YEAR},?\s{_MONTH}\.?\s{_DAY}\b",
        r"(?<![\d/.-])(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)"
        r"(?P<short>(?:19|20)?\d\d)(?![\d/-])",
    )
)
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH}\.?\s{_DAY}\b", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(rf"\b{_DAY}\s{_MONTH}\b", re.IGNORECASE)
# It opens with a set of characters, which is found fast.
_YEAR_LIKE: Final = re.compile(r"[0-9](?:[/.-][0-3]?\d[/.-]\d|(?<=1)9[89]\d|(?<=2)0\d\d)")
EARLIEST: Final = date(1990, 1, 1)


def _made(year: int, month: int, day: int) -> str | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made.isoformat() if made >= EARLIEST else None


class Day(NamedTuple):
    """A day in words: where it stands, its ISO 8601 form, and the other reading of `3/4/2023` where it has two."""

    start: int
    end: int
    value: str
    swapped: str | None = None


def days_in(words: str) -> list[Day]:
    """Return the whole days (with their years) in `words`, in their order; only its first 300 characters are read.

    `3/4/2023` may be March 4 or April 3: the month comes first where nothing speaks against it, and the other reading
    is given too; `3.4.2023` has the day first.
    """
    words = words[:300]
    if not _YEAR_LIKE.search(words):
        return [] if words.isascii() else [Day(*day) for day in other_days_in(words)]
    found = [day for shape in _SHAPES for match in shape.finditer(words) if (day := _day_of(match))]
    if not found:
        found = [Day(*day) for day in other_days_in(words)]
    found.sort(key=lambda day: day[:2])
    return [day for i, day in enumerate(found) if not any(day.start < before.end for before in found[:i])]


def _day_of(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second, year = int(match["first"]), int(match["second"]), int(match["short"])
        year += 2000 if year < 100 else 0
        month_first, day_first = _made(year, first, second), _made(year, second, first)
        readings = (day_first, month_first) if match["mark"] == "." else (month_first, day_first)
        best, other = readings if readings[0] else readings[::-1]
        return Day(match.start(), match.end(), best, other if other != best else None) if best else None
    month = parts["month"].lower()
    made = _made(int(parts["year"]), int(month) if month.isdigit() else _NUMBER_OF[month[:3]], int(parts["day"]))
    return Day(match.start(), match.end(), made) if made else None


def day_in(words: str) -> str | None:
    """Return the first whole day (with its year) in `words` as ISO 8601, or None; see `days_in`."""
    return next((day.value for day in days_in(words)), None)


def month_day_in(words: str, published: str | None = None) -> str | None:
    """Return a day without a year (`March 3`) as `--03-03`, or whole where the publication day gives its year."""
    if not (found := _MONTH_FIRST.search(words[:100]) or _DAY_FIRST.search(words[:100])):
        return None
    number, day = _NUMBER_OF[found["month"].lower()[:3]], int(found["day"])
    if published is None:
        return f"--{number:02}-{day:02}" if 1 <= day <= 31 else None
    base = date.fromisoformat(published[:10])
    near = [made for year in (base.year - 1, base.year, base.year + 1) if (made := _made(year, number, day))]
    return min(near, key=lambda made: abs((date.fromisoformat(made) - base).days), default=None)


def is_future(day: str, today: date | None) -> bool:
    """Tell whether an ISO day lies after the day that follows `today` (time zones differ by a day); never without one.

    `today` is the day on which the page is known to have existed: the clock is not asked, so that a page reads alike
    whenever it is read.
    """
    return today is not None and day[:10] > (today + timedelta(days=1)).isoformat()
