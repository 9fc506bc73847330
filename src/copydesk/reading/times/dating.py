"""Dates as written to points: by the year told of in a history, by nearness and tense in news."""

from datetime import date
from typing import Final

from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.context import Context
from copydesk.reading.times.expressions import (
    Shifted,
    Written,
)
from copydesk.reading.times.naming import NEAREST, Direction, nearest, with_year
from copydesk.reading.times.shifting import shifted_point
from copydesk.reading.times.values import Grain, Point


def written_point(written: Written, context: Context, direction: Direction) -> Point:
    """Return the point that a date as written stands for, underspecified where nothing says which."""
    if written.century is not None:
        return Point(Grain.CENTURY, written.century)
    if written.decade is not None:
        return Point(Grain.DECADE, _decade(written, context))
    year = _year(written, context)
    if year is not None:
        return with_year(written, year) or Point(Grain.YEAR, year)
    if written.weekday is not None and written.day is None:
        return _weekday(written.weekday, written.turn, written.told, context, direction)
    if written.weekend and written.holiday is None:
        return _weekend(written.turn, context, direction)
    if written.day is not None and written.month is None:
        if written.weekday is not None and context.published:
            return _weekday_number(written.weekday, written.day, context.published, direction)
        return _day_alone(written.day, context)
    if context.narrative or context.published is None:
        return _in_story(written, context)
    told = calendar_arithmetic.first_day(context.told) if written.told and context.told else None
    return nearest(written, told or context.published, direction)


def _decade(written: Written, context: Context) -> int:
    decade = written.decade or 0
    if not written.short_year:
        return decade
    reference = context.published.year if context.published else 2000
    century = reference // 100
    return century * 10 + decade if century * 100 + decade * 10 <= reference else (century - 1) * 10 + decade


def _year(written: Written, context: Context) -> int | None:
    year = written.year
    if isinstance(year, Shifted):
        return shifted_point(year, context).year
    if year is None or not written.short_year:
        return year
    if context.narrative and context.told and context.told.year:
        century = context.told.year // 100 * 100
        return century + year
    reference = context.published.year if context.published else 2000
    century = reference // 100 * 100
    return century + year if century + year <= reference + 20 else century - 100 + year


def _in_story(written: Written, context: Context) -> Point:
    """Return a date without its year in a history: the year told of last, or the next where the story went past it."""
    told = context.thread
    year = told.year if told else None
    if told and year is not None and written.turn and _starts(written) is not None and told.index:
        year += _turned_year(written.turn, _starts(written) or 1, _month_of(told) or 1)
    elif told and year is not None:
        start, at = _starts(written), _month_of(told)
        if start and at and at - start >= 8:
            year += 1
    return with_year(written, year) or Point(Grain.DAY)


def _turned_year(turn: int, month: int, now: int) -> int:
    if turn < 0:
        return 0 if month < now else -1
    if turn > 0:
        return 0 if month > now else 1
    return 0


def _starts(written: Written) -> int | None:
    """Return the month in which a date starts."""
    point = with_year(written, 2000)
    day = calendar_arithmetic.first_day(point) if point else None
    return day.month if day else written.month


def _month_of(point: Point) -> int | None:
    if point.grain in (Grain.MONTH, Grain.DAY):
        return point.index
    if point.grain is Grain.SEASON and point.index is not None:
        return 3 * point.index + 3
    return None


_HALF_A_WEEK: Final = 3  # days


def _weekday(weekday: int, turn: int | None, told: bool, context: Context, direction: Direction) -> Point:
    day = (context.told_day or context.published) if context.narrative else context.published
    if told:
        day = calendar_arithmetic.first_day(context.last_day) if context.last_day else None
    if day is None:
        return Point(Grain.WEEKDAY, day=weekday)
    ahead = (weekday - day.isoweekday()) % 7
    if turn is None:
        tense = direction()
        forward = (context.narrative and context.told_day is not None) or tense == 1
        forward = forward or (tense == NEAREST and ahead <= _HALF_A_WEEK)
        moved = calendar_arithmetic.move(day, ahead if forward else ahead - 7 if ahead else 0, "D")
    elif turn == 0:
        moved = calendar_arithmetic.move(day, weekday - day.isoweekday(), "D")
    else:
        moved = calendar_arithmetic.move(day, (ahead or 7) if turn > 0 else ahead - 7, "D")
    return calendar_arithmetic.day_point(moved) if moved else Point(Grain.WEEKDAY, day=weekday)


def _weekday_number(weekday: int, number: int, published: date, direction: Direction) -> Point:
    """Return "Friday the 13th": the nearest such day on the side that tense chooses."""
    first = published.replace(day=1)
    months = [month for by in range(-24, 25) if (month := calendar_arithmetic.move(first, by, "M"))]
    days = [calendar_arithmetic.valid_day(month.year, month.month, number) for month in months]
    tense = 0 if direction() == NEAREST else direction()
    near = [
        day
        for day in days
        if day and day.isoweekday() == weekday and (not tense or (day > published) == (tense > 0) or day == published)
    ]
    return (
        calendar_arithmetic.day_point(min(near, key=lambda day: abs(day - published)))
        if near
        else Point(Grain.DAY, None, None, number)
    )


def _weekend(turn: int | None, context: Context, direction: Direction) -> Point:
    day = context.told_day if context.narrative else context.published
    if day is None:
        return Point(Grain.WEEKEND)
    if turn is None:
        turn = 0 if day.isoweekday() >= 5 or direction() > 0 else -1
    moved = calendar_arithmetic.move(day, turn, "W")
    return calendar_arithmetic.containing(moved, "WE") if moved else Point(Grain.WEEKEND)


def _day_alone(day: int, context: Context) -> Point:
    """Return "the 5th" or the second of two days: the month is the one told of last."""
    told = context.told
    if told and told.grain in (Grain.MONTH, Grain.DAY):
        return Point(Grain.DAY, told.year, told.index, day)
    if context.published and not context.narrative:
        return Point(Grain.DAY, context.published.year, context.published.month, day)
    return Point(Grain.DAY, told.year if told else None, None, day)
