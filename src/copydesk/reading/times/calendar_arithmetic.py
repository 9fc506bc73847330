"""The calendar: moving points by units, weeks of the year, and holidays, moving ones too (Gregorian throughout)."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from copydesk.reading.times.values import Grain, Point, Unit

GRAIN_OF_UNIT: dict[Unit, Grain] = {
    "Y": Grain.YEAR,
    "Q": Grain.QUARTER,
    "M": Grain.MONTH,
    "W": Grain.WEEK,
    "WE": Grain.WEEKEND,
    "D": Grain.DAY,
}


def day_point(day: date) -> Point:
    """Return a day of the calendar as a point."""
    return Point(Grain.DAY, day.year, day.month, day.day)


def containing(day: date, unit: Unit) -> Point:
    """Return the year, quarter, month, ISO week, weekend or day that a day lies in."""
    match unit:
        case "Y":
            return Point(Grain.YEAR, day.year)
        case "Q":
            return Point(Grain.QUARTER, day.year, (day.month + 2) // 3)
        case "M":
            return Point(Grain.MONTH, day.year, day.month)
        case "W" | "WE":
            year, week, _ = day.isocalendar()
            return Point(Grain.WEEK if unit == "W" else Grain.WEEKEND, year, week)
        case _:
            return day_point(day)


def move(day: date, by: int, unit: Unit) -> date | None:
    """Return the day so many units away (or the last of a shorter month), None past year 1 or 9999."""
    try:
        match unit:
            case "Y":
                return _in_month(day.year + by, day.month, day.day)
            case "Q" | "M":
                months = day.year * 12 + day.month - 1 + by * (3 if unit == "Q" else 1)
                return _in_month(months // 12, months % 12 + 1, day.day)
            case "W" | "WE":
                return day + timedelta(weeks=by)
            case _:
                return day + timedelta(days=by)
    except (ValueError, OverflowError):
        return None


def _in_month(year: int, month: int, day: int) -> date:
    if not 1 <= year <= 9999:
        raise ValueError
    return date(year, month, min(day, monthrange(year, month)[1]))


def valid_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous Gregorian computus; Meeus 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches, reckoned in the Julian calendar (Meeus 1991, chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth (-1: last) such weekday (1 is Monday) of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


_NTH = {
    "king": (1, 1, 3),
    "presidents": (2, 1, 3),
    "mothers": (5, 7, 2),
    "memorial": (5, 1, -1),
    "fathers": (6, 7, 3),
    "labor": (9, 1, 1),
    "columbus": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday: `MM-DD`, `easter-2`, or a name in American use (`thanksgiving`, `election` …)."""
    if not 1 <= year <= 9998:
        return None
    if name.startswith("easter"):
        return easter(year) + timedelta(days=int(name[6:]))
    if name == "orthodox":
        return orthodox_easter(year)
    if name in _NTH:
        month, weekday, nth = _NTH[name]
        return nth_weekday(year, month, weekday, nth)
    if name == "black friday":
        return nth_weekday(year, 11, 4, 4) + timedelta(days=1)
    if name == "cyber monday":
        return nth_weekday(year, 11, 4, 4) + timedelta(days=4)
    if name == "election":
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    return valid_day(year, int(name[:2]), int(name[3:]))


def offset(zone: str, day: date | None) -> str | None:
    """Return the ISO 8601 offset of a zone (`America/New_York`) at noon of a day, by the IANA time zone database.

    Without a day it is that of January, which is standard time in the north; None where the database is missing. A
    zone that is an offset already (`+01:00`, `Z`) is returned as it is.
    """
    if "/" not in zone:
        return zone
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # few pages name a zone

    try:
        rules = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    year = min(max(day.year, 1970), 2037) if day else 2020
    at = datetime(year, day.month if day else 1, min(day.day, 28) if day else 1, 12, tzinfo=rules)
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


_LENGTHS = {Grain.YEAR: 12, Grain.HALF: 6, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.MONTH: 1}


def nth_within(point: Point, which: int, unit: Unit) -> Point | None:
    """Return the nth (-1: last) day, week (the first being its first seven days) or month of a point."""
    start = first_day(point)
    if start is None or point.grain not in _LENGTHS:
        return None
    after = move(start, _LENGTHS[point.grain], "M")
    middle = 3 if unit == "W" else 0  # a week's middle day decides which ISO week that is
    if which > 0:
        day = move(start, which - 1, unit)
        day = day and move(day, middle, "D")
    else:
        day = after and move(after, -1 - middle, "D")
    return containing(day, unit) if day and after and start <= day < after else None


def first_day(point: Point) -> date | None:
    """Return the first day of a point, None where it is underspecified or before Christ."""
    if point.year is None or point.year < 1 or point.year > 9999:
        return None
    match point.grain:
        case Grain.YEAR:
            return date(point.year, 1, 1)
        case Grain.HALF if point.index:
            return date(point.year, 6 * point.index - 5, 1)
        case Grain.QUARTER if point.index:
            return date(point.year, 3 * point.index - 2, 1)
        case Grain.SEASON if point.index is not None:
            return date(point.year, 3 * point.index + 3, 1)
        case Grain.MONTH if point.index:
            return date(point.year, point.index, 1)
        case Grain.DAY if point.index and point.day:
            return valid_day(point.year, point.index, point.day)
        case Grain.WEEK | Grain.WEEKEND if point.index:
            try:
                return date.fromisocalendar(point.year, point.index, 1 if point.grain is Grain.WEEK else 6)
            except ValueError:
                return None
        case _:
            return None
