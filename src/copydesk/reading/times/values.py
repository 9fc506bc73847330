"""The values that time expressions denote, as a small typed algebra, and their TIMEX3 (ISO-TimeML) spelling.

A value is a point on the calendar (of some grain, perhaps underspecified), a range between two points, a duration, a
vague reference, or the set of all points or periods of a kind. `render` spells a value, `parse_value` reads it back.
Durations spell decades and centuries as years; every other spelling is the one of the TIMEX3 standard.
"""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Literal, TypeAlias

from copydesk.errors import DateError


class Grain(Enum):
    """How large a piece of the calendar a point names."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    WEEKDAY = "weekday"


Unit: TypeAlias = Literal["Y", "Q", "M", "W", "WE", "D", "h", "m", "s"]
Part: TypeAlias = Literal["MO", "MI", "AF", "EV", "NI", "DT"]

SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour 0 to 24, minute and second where given, and the zone as an ISO 8601 offset or `Z`.

    Before it is resolved the zone may be one whose offset goes with the season: `ET`, `PT`.
    """

    hour: int | None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the calendar.

    `year` is the year, or its first three digits for a decade and first two for a century; negative before Christ.
    `index` is the number of the half, quarter, season (0 is spring), month or week, `day` the day of the month or, for
    a weekday, of the week (1 is Monday). None is an unknown: the last quarter of a year is `Point(QUARTER, index=4)`.
    """

    grain: Grain
    year: int | None = None
    index: int | None = None
    day: int | None = None
    time: Clock | Part | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """All from one point to another."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts (None when vague) of units, largest unit first."""

    amounts: tuple[tuple[Fraction | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, present or future, and no more than that."""

    to: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Every:
    """The set of all points like one, or one for each period of a length."""

    each: Point | Duration


Value: TypeAlias = Point | Range | Duration | Reference | Every


def render(value: Value) -> str:
    """Return the TIMEX3 spelling of a value."""
    match value:
        case Point():
            return _render_point(value)
        case Range(start, end):
            return f"{_render_point(start)}/{_render_point(end)}"
        case Duration(amounts):
            return _render_duration(amounts)
        case Reference(to):
            return to
        case Every(each):
            return render(each)


def kind_of(value: Value) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    """Return the TIMEX3 type of a value."""
    match value:
        case Point(time=time):
            return "DATE" if time is None else "TIME"
        case Range(start, _):
            return "DATE" if start.time is None else "TIME"
        case Duration():
            return "DURATION"
        case Every():
            return "SET"
        case Reference():
            return "DATE"


def _digits(number: int | None, width: int) -> str:
    return "X" * width if number is None else f"{number:0{width}d}"


def _render_point(point: Point) -> str:
    width = {Grain.CENTURY: 2, Grain.DECADE: 3}.get(point.grain, 4)
    bc = point.year is not None and point.year < 0
    text = ("BC" if bc else "") + _digits(abs(point.year) if point.year is not None else None, width)
    number = "X" if point.index is None else str(point.index)
    match point.grain:
        case Grain.HALF:
            text += f"-H{number}"
        case Grain.QUARTER:
            text += f"-Q{number}"
        case Grain.SEASON:
            text += "-" + ("SX" if point.index is None else SEASONS[point.index])
        case Grain.MONTH:
            text += f"-{_digits(point.index, 2)}"
        case Grain.WEEK:
            text += f"-W{_digits(point.index, 2)}"
        case Grain.WEEKEND:
            text += f"-W{_digits(point.index, 2)}-WE"
        case Grain.DAY:
            text += f"-{_digits(point.index, 2)}-{_digits(point.day, 2)}"
        case Grain.WEEKDAY:
            text += f"-W{_digits(point.index, 2)}-{'X' if point.day is None else point.day}"
        case _:
            pass
    if point.time is None:
        return text
    return text + "T" + (point.time if isinstance(point.time, str) else _render_clock(point.time))


def _render_clock(clock: Clock) -> str:
    text = _digits(clock.hour, 2)
    if clock.minute is not None:
        text += f":{clock.minute:02d}"
        if clock.second is not None:
            text += f":{clock.second:02d}"
    return text + (clock.zone or "")


def _render_duration(amounts: tuple[tuple[Fraction | None, Unit], ...]) -> str:
    days = "".join(_number(n) + u for n, u in amounts if u.isupper())
    hours = "".join(_number(n) + u.upper() for n, u in amounts if u.islower())
    return "P" + days + ("T" + hours if hours else "")


def _number(number: Fraction | None) -> str:
    if number is None:
        return "X"
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.10g}"


_YEAR = r"(?P<bc>BC)?(?P<year>\d{2,4}|X{1,4})"
_PART = r"H(?P<half>[12X])|Q(?P<quarter>[1-4X])|(?P<season>SP|SU|FA|WI|SX)"
_WEEK = r"W(?P<week>\d\d|XX)(?:-(?P<weekday>[1-7X]|WE))?"
_DAY = r"(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?"
_CLOCK = r"(?P<hour>\d\d|XX)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z|[+-]\d\d:\d\d)?"
_TIME = rf"T(?:(?P<part>MO|MI|AF|EV|NI|DT)|{_CLOCK})"
_POINT = re.compile(rf"{_YEAR}(?:-(?:{_PART}|{_WEEK}|{_DAY}))?(?:{_TIME})?")
_AMOUNT = r"(\d{1,15}(?:\.\d{1,10})?|X)"
_DATE_UNITS = re.compile(rf"{_AMOUNT}(WE|[YQMWD])")
_TIME_UNITS = re.compile(rf"{_AMOUNT}([HMS])")
_DURATION = re.compile(rf"P((?:{_AMOUNT}(?:WE|[YQMWD])){{0,6}})(?:T((?:{_AMOUNT}[HMS]){{1,3}}))?")


def parse_value(text: str, kind: str | None = None) -> Value:
    """Read a TIMEX3 value back, `kind` being its TIMEX3 type (only a SET needs it).

    Raises:
        DateError: it is not spelled as `render` spells values.
    """
    if kind == "SET":
        each = parse_value(text)
        if isinstance(each, Point | Duration):
            return Every(each)
        raise _no_value(text)
    if text in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"):
        return Reference(text)  # type: ignore[arg-type]
    if "/" in text:
        start, _, end = text.partition("/")
        return Range(_parse_point(start), _parse_point(end))
    return _parse_duration(text) if text.startswith("P") else _parse_point(text)


def _no_value(text: str) -> DateError:
    return DateError(f"time value {text[:60]!r}", "is no TIMEX3 value", "give one as `find_times` returns it")


def _parse_duration(text: str) -> Duration:
    found = _DURATION.fullmatch(text)
    if not found or text == "P":
        raise _no_value(text)
    days, hours = found.group(1), found.group(3)
    pairs: list[tuple[Fraction | None, Unit]] = []
    for source, pattern in ((days, _DATE_UNITS), (hours or "", _TIME_UNITS)):
        for number, letter in pattern.findall(source):
            unit: Unit = letter if pattern is _DATE_UNITS else letter.lower()
            pairs.append((None if number == "X" else Fraction(number), unit))
    return Duration(tuple(pairs))


def _integer(text: str | None) -> int | None:
    return None if text is None or text.startswith("X") else int(text)


def _parse_point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise _no_value(text)
    part = found.groupdict()
    year = _integer(part["year"])
    if year is not None and part["bc"]:
        year = -year
    time: Clock | Part | None = part["part"]  # type: ignore[assignment]
    if part["hour"] is not None:
        time = Clock(_integer(part["hour"]), _integer(part["minute"]), _integer(part["second"]), part["zone"])
    if part["half"]:
        return Point(Grain.HALF, year, _integer(part["half"]), time=time)
    if part["quarter"]:
        return Point(Grain.QUARTER, year, _integer(part["quarter"]), time=time)
    if part["season"]:
        season = None if part["season"] == "SX" else SEASONS.index(part["season"])
        return Point(Grain.SEASON, year, season, time=time)
    if part["week"]:
        week = _integer(part["week"])
        if part["weekday"] is None:
            return Point(Grain.WEEK, year, week, time=time)
        if part["weekday"] == "WE":
            return Point(Grain.WEEKEND, year, week, time=time)
        return Point(Grain.WEEKDAY, year, week, _integer(part["weekday"]), time)
    if part["day"]:
        return Point(Grain.DAY, year, _integer(part["month"]), _integer(part["day"]), time)
    if part["month"]:
        return Point(Grain.MONTH, year, _integer(part["month"]), time=time)
    grain = {2: Grain.CENTURY, 3: Grain.DECADE}.get(len(part["year"]), Grain.YEAR)
    return Point(grain, year, time=time)
