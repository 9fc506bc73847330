"""From the names of a date ("March", "July 11", "the third quarter") to points: in a year, in the nearest, in none."""

from collections.abc import Callable
from datetime import date

from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.expressions import Written
from copydesk.reading.times.values import Grain, Point, Unit

Direction = Callable[[], int]
"""Tells which way a time points: -1 to the past, 1 to the future, 0 where nothing tells, or `NEAREST`."""
NEAREST = 2
"""The direction of a time that is the nearest on either side."""
"""Says which way the words around an expression point: -1 past, 1 future, 0 neither."""

_FAR = {-1: 300, 1: 270}  # days past and ahead: a bare day of a month further off is not meant, whatever the tense
_AHEAD = 2  # how much nearer what is to come must be than what is past, where no verb tells
_FAR_MONTH = 330  # "November" said in October is the next one: a writer adds "last" to the one before


def underspecified(written: Written) -> Point:
    """Return the point of the names alone, the year unknown."""
    if written.weekday is not None and written.day is None:
        return Point(Grain.WEEKDAY, day=written.weekday)
    if written.weekend:
        return Point(Grain.WEEKEND)
    if written.holiday is not None:
        if written.holiday[:1].isdigit():
            month, day = written.holiday.split("-")
            return Point(Grain.DAY, None, int(month), int(day))
        return Point(Grain.DAY)
    if written.day is not None:
        return Point(Grain.DAY, None, written.month, written.day)
    return with_year(written, None) or Point(Grain.YEAR)


def with_year(written: Written, year: int | None) -> Point | None:
    """Return the point that the names of a date give in a year."""
    if written.day is not None:
        return Point(Grain.DAY, year, written.month, written.day)
    if written.month is not None:
        return Point(Grain.MONTH, year, written.month)
    if written.season is not None:
        return Point(Grain.SEASON, year, written.season)
    if written.quarter is not None:
        return Point(Grain.QUARTER, year, written.quarter)
    if written.half is not None:
        return Point(Grain.HALF, year, written.half)
    if written.holiday is not None:
        day = calendar_arithmetic.holiday(written.holiday, year) if year else None
        if day and written.week:
            return calendar_arithmetic.containing(day, "W")
        if day and written.weekend:  # of a Monday the days before, of a Thursday those after
            return calendar_arithmetic.containing(calendar_arithmetic.move(day, -3, "D") or day, "WE")
        return calendar_arithmetic.day_point(day) if day else underspecified(written) if year is None else None
    return None


def nearest(written: Written, published: date, direction: Direction) -> Point:
    """Return the date of the names given in the year that turn, tense or else nearness to publication choose."""
    dated = [
        (calendar_arithmetic.first_day(point), point)
        for year in range(-1, 2)
        if (point := with_year(written, published.year + year))
    ]
    near = [(day, point) for day, point in dated if day]
    if not near:
        return underspecified(written)
    for _, point in near:
        if written.turn is None and holds(point, published):
            return point
    past = [(day, point) for day, point in near if day <= published and not holds(point, published)]
    future = [(day, point) for day, point in near if day > published]
    if written.turn == 0:
        return next((point for _, point in near if point.year == published.year), near[0][1])
    if written.turn:
        return (past[-1] if written.turn < 0 and past else future[0] if future else near[-1])[1]
    before = calendar_arithmetic.move(published, -1, "Q")
    if written.quarter and past and before and holds(past[-1][1], before):
        return past[-1][1]  # results come out in the quarter after
    tense = 0 if direction() == NEAREST else direction()
    chosen = past[-1:] if tense < 0 else future[:1] if tense > 0 else []
    if not chosen or abs((chosen[0][0] - published).days) > (_FAR[tense] if written.day else _FAR_MONTH):
        chosen = [min(near, key=lambda each: _distance(written, (each[0] - published).days))]
    return chosen[0][1]


def _distance(written: Written, days: int) -> float:
    """Return how far off a date is, given how many days ahead: what is to come is named with a tense, save a day."""
    return abs(days) if written.day or days < 0 else _AHEAD * days


def holds(point: Point, day: date) -> bool:
    """Say whether a point of the calendar holds a day."""
    unit: dict[Grain, Unit] = {Grain.QUARTER: "Q", Grain.MONTH: "M", Grain.DAY: "D", Grain.WEEK: "W"}
    return point.grain in unit and calendar_arithmetic.containing(day, unit[point.grain]) == point
