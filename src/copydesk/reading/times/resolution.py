"""From expressions as written to values: against the publication day, the tense, and the story so far."""

from dataclasses import replace
from datetime import date

from copydesk.reading.times import calendar
from copydesk.reading.times.context import Context
from copydesk.reading.times.expressions import (
    Beside,
    Between,
    Each,
    Expression,
    Length,
    Nth,
    Qualified,
    SamePart,
    Shifted,
    Timed,
    Unresolved,
    Vague,
    Written,
)
from copydesk.reading.times.naming import Direction, nearest, underspecified, with_year
from copydesk.reading.times.values import Clock, Duration, Every, Grain, Part, Point, Range, Unit, Value

_UNIT_GRAIN = {**calendar.GRAIN_OF_UNIT, "h": Grain.DAY, "m": Grain.DAY, "s": Grain.DAY}


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
            return Point(_UNIT_GRAIN[unit]), None
        case Each(each):
            return Every(_any(each)), None
        case Shifted():
            return _shifted(expression, context), None
        case Beside(by, unit, day):
            return _beside(by, unit, day, context, direction), None
        case Nth(which, unit, of):
            point = _written(of, context, direction) if isinstance(of, Written) else _shifted(of, context)
            return calendar.nth_within(point, which, unit) or Point(_UNIT_GRAIN[unit]), None
        case SamePart(year):
            return _same_part(year, context, direction), None
        case Written():
            return _written(expression, context, direction), None
        case Timed(day, time):
            return _timed(day, time, context, direction), None
        case Between(start, end):
            first = _written(start, context, direction)
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


def _written(written: Written, context: Context, direction: Direction) -> Point:
    if written.century is not None:
        return Point(Grain.CENTURY, written.century)
    if written.decade is not None:
        return Point(Grain.DECADE, _decade(written, context))
    year = _year(written, context)
    if year is not None:
        return with_year(written, year) or Point(Grain.YEAR, year)
    if written.weekday is not None and written.day is None:
        return _weekday(written.weekday, written.turn, context, direction)
    if written.weekend and written.holiday is None:
        return _weekend(written.turn, context, direction)
    if written.day is not None and written.month is None:
        if written.weekday is not None and context.published:
            return _weekday_number(written.weekday, written.day, context.published, direction)
        return _day_alone(written.day, context)
    if context.narrative or context.published is None:
        return _in_story(written, context)
    return nearest(written, context.published, direction)


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
        return _shifted(year, context).year
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
    day = calendar.first_day(point) if point else None
    return day.month if day else written.month


def _month_of(point: Point) -> int | None:
    if point.grain in (Grain.MONTH, Grain.DAY):
        return point.index
    if point.grain is Grain.SEASON and point.index is not None:
        return 3 * point.index + 3
    return None


def _weekday(weekday: int, turn: int | None, context: Context, direction: Direction) -> Point:
    day = (context.told_day or context.published) if context.narrative else context.published
    if day is None:
        return Point(Grain.WEEKDAY, day=weekday)
    ahead = (weekday - day.isoweekday()) % 7
    if turn is None:
        forward = context.narrative or direction() > 0
        moved = calendar.move(day, ahead if forward else ahead - 7 if ahead else 0, "D")
    elif turn == 0:
        moved = calendar.move(day, weekday - day.isoweekday(), "D")
    else:
        moved = calendar.move(day, (ahead or 7) if turn > 0 else ahead - 7, "D")
    return calendar.day_point(moved) if moved else Point(Grain.WEEKDAY, day=weekday)


def _weekday_number(weekday: int, number: int, published: date, direction: Direction) -> Point:
    """Return "Friday the 13th": the nearest such day on the side that tense chooses."""
    first = published.replace(day=1)
    months = [month for by in range(-24, 25) if (month := calendar.move(first, by, "M"))]
    days = [calendar.valid_day(month.year, month.month, number) for month in months]
    tense = direction()
    near = [
        day
        for day in days
        if day and day.isoweekday() == weekday and (not tense or (day > published) == (tense > 0) or day == published)
    ]
    return (
        calendar.day_point(min(near, key=lambda day: abs(day - published)))
        if near
        else Point(Grain.DAY, None, None, number)
    )


def _weekend(turn: int | None, context: Context, direction: Direction) -> Point:
    day = context.told_day if context.narrative else context.published
    if day is None:
        return Point(Grain.WEEKEND)
    if turn is None:
        turn = 0 if day.isoweekday() >= 5 or direction() > 0 else -1
    moved = calendar.move(day, turn, "W")
    return calendar.containing(moved, "WE") if moved else Point(Grain.WEEKEND)


def _day_alone(day: int, context: Context) -> Point:
    """Return "the 5th" or the second of two days: the month is the one told of last."""
    told = context.told
    if told and told.grain in (Grain.MONTH, Grain.DAY):
        return Point(Grain.DAY, told.year, told.index, day)
    if context.published and not context.narrative:
        return Point(Grain.DAY, context.published.year, context.published.month, day)
    return Point(Grain.DAY, told.year if told else None, None, day)


def _quarter(context: Context) -> Point | None:
    """Return the quarter told of last, else the last that was over on the publication day."""
    told = context.told
    if told and told.grain in (Grain.QUARTER, Grain.HALF):
        return told
    if context.published is None:
        return None
    before = calendar.move(context.published, -1, "Q")
    return calendar.containing(before, "Q") if before else None


def _same_part(year: Shifted | Written, context: Context, direction: Direction) -> Point:
    which = _shifted(year, context) if isinstance(year, Shifted) else _written(year, context, direction)
    part = _quarter(context)
    return replace(part, year=which.year) if part else Point(Grain.QUARTER, which.year)


def _beside(by: int, unit: Unit, of: Written | Shifted, context: Context, direction: Direction) -> Point:
    point = _written(of, context, direction) if isinstance(of, Written) else _shifted(of, context)
    day = calendar.first_day(point) if point.grain is Grain.DAY else None
    moved = calendar.move(day, by, unit) if day else None
    grain: Unit = unit if not by else "D"
    return calendar.containing(moved, grain) if moved else Point(_UNIT_GRAIN[grain])


def _shifted(shifted: Shifted, context: Context) -> Point:
    by, unit = shifted.by, shifted.unit
    grain = _UNIT_GRAIN[unit]
    told = context.told
    if shifted.anchor == "part" and by is not None and told and told.year:
        near = context.published is None or abs(context.published.year - told.year) < 2
        if told.grain in (Grain.QUARTER, Grain.HALF) and near and not context.narrative:
            return replace(told, year=told.year + by)
    if unit == "Q" and not by and shifted.anchor == "story" and not context.narrative:
        return _quarter(context) or Point(grain)
    base = _told(shifted, context)
    if base is not None:
        day = calendar.first_day(base)
        if unit == "Y" and base.year is not None and by is not None:
            year = base.year + by
            return Point(grain, year if (year > 0) == (base.year > 0) else None)
        if day is None or by is None or _coarser(base.grain, grain):
            return Point(grain, base.year, base.index if base.grain is Grain.MONTH and grain is Grain.DAY else None)
    elif context.published is None or by is None or shifted.anchor == "then":
        return Point(grain)
    else:
        day = context.published
    if unit in ("h", "m", "s"):
        return replace(calendar.day_point(day), time=Clock(None))
    moved = calendar.move(day, by, unit)
    return calendar.containing(moved, unit) if moved else Point(grain)


def _told(shifted: Shifted, context: Context) -> Point | None:
    """Return the point told of that an expression counts from, None where it counts from the publication day.

    In news "a day earlier" counts from a day, not from a month or year named in between.
    """
    told = context.told
    if shifted.anchor == "published" or (shifted.anchor == "part" and not context.narrative):
        return None
    if context.narrative or told is None or not shifted.by or shifted.unit not in ("D", "h", "m", "s"):
        return told
    return told if told.grain is Grain.DAY else context.last_day or (None if shifted.by < 0 else told)


_SIZES = [Grain.CENTURY, Grain.DECADE, Grain.YEAR, Grain.HALF, Grain.SEASON, Grain.QUARTER, Grain.MONTH, Grain.WEEK]
_SIZES += [Grain.WEEKEND, Grain.WEEKDAY, Grain.DAY]


def _coarser(one: Grain, other: Grain) -> bool:
    return _SIZES.index(one) < _SIZES.index(other)


def _timed(day: Expression | None, time: Clock | Part, context: Context, direction: Direction) -> Point:
    if day is None:
        known = context.told_day if context.narrative else context.told_day or context.published
        base = calendar.day_point(known) if known else Point(Grain.DAY)
    else:
        value, _ = resolve(day, context, direction)
        base = value if isinstance(value, Point) else Point(Grain.DAY)
    return replace(base, time=time)
