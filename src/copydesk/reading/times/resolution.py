"""From expressions as written to values: against the publication day, the tense, and the story so far."""

from dataclasses import replace

from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.context import Context
from copydesk.reading.times.dating import written_point
from copydesk.reading.times.expressions import (
    Beside,
    Each,
    Expression,
    Length,
    Nth,
    Qualified,
    SamePart,
    Shifted,
    Timed,
    TimeRange,
    Unresolved,
    Vague,
    Written,
)
from copydesk.reading.times.naming import Direction, underspecified
from copydesk.reading.times.shifting import GRAIN_OF, quarter_told, shifted_point
from copydesk.reading.times.values import Clock, Duration, Every, Grain, Part, Point, Range, Unit, Value


def resolve(expression: Expression, context: Context, direction: Direction) -> tuple[Value, str | None]:
    """Return value and mod of an expression; what cannot be known stays underspecified."""
    match expression:
        case Qualified(of, mod):
            return resolve(of, context, direction)[0], mod
        case Length(duration):
            return duration, None
        case Vague(reference):
            return reference, None
        case Unresolved(unit):
            return Point(GRAIN_OF[unit]), None
        case Each(each):
            return Every(_any(each)), None
        case Shifted():
            return shifted_point(expression, context), None
        case Beside(by, unit, day):
            return _beside(by, unit, day, context, direction), None
        case Nth(which, unit, of):
            point = written_point(of, context, direction) if isinstance(of, Written) else shifted_point(of, context)
            return calendar_arithmetic.nth_within(point, which, unit) or Point(GRAIN_OF[unit]), None
        case SamePart(year):
            return _same_part(year, context, direction), None
        case Written():
            return written_point(expression, context, direction), None
        case Timed(day, time):
            return _timed(day, time, context, direction), None
        case TimeRange(start, end):
            first = written_point(start, context, direction)
            return Range(first, replace(first, day=end.day)), None


def _any(each: Written | Length | Timed) -> Point | Duration:
    """Return the value of every one of a kind."""
    match each:
        case Length(duration):
            return duration
        case Timed(day, time):
            point = underspecified(day) if isinstance(day, Written) else Point(Grain.DAY)
            return replace(point, time=time)
        case _:
            return underspecified(each)


def _same_part(year: Shifted | Written, context: Context, direction: Direction) -> Point:
    which = shifted_point(year, context) if isinstance(year, Shifted) else written_point(year, context, direction)
    if context.whole_year and which.year is not None:
        return Point(Grain.YEAR, which.year)
    part = quarter_told(context)
    return replace(part, year=which.year) if part else Point(Grain.QUARTER, which.year)


def _beside(by: int, unit: Unit, of: Written | Shifted, context: Context, direction: Direction) -> Point:
    point = written_point(of, context, direction) if isinstance(of, Written) else shifted_point(of, context)
    day = calendar_arithmetic.first_day(point) if point.grain is Grain.DAY else None
    moved = calendar_arithmetic.move(day, by, unit) if day else None
    grain: Unit = unit if not by else "D"
    return calendar_arithmetic.containing(moved, grain) if moved else Point(GRAIN_OF[grain])


def _timed(day: Expression | None, time: Clock | Part, context: Context, direction: Direction) -> Point:
    if day is None:
        known = context.told_day if context.narrative else context.told_day or context.published
        base = calendar_arithmetic.day_point(known) if known else Point(Grain.DAY)
    else:
        value, _ = resolve(day, context, direction)
        base = value if isinstance(value, Point) else Point(Grain.DAY)
    if isinstance(time, Clock) and time.zone:
        time = replace(time, zone=calendar_arithmetic.offset(time.zone, calendar_arithmetic.first_day(base)))
    return replace(base, time=time)
