"""From expressions as written to values: against the publication day, the tense, and the story so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from copydesk.reading.times import calendar
from copydesk.reading.times.expressions import (
    Beside,
    Between,
    Each,
    Expression,
    Length,
    Qualified,
    SamePart,
    Shifted,
    Timed,
    Unresolved,
    Vague,
    Written,
)
from copydesk.reading.times.values import Clock, Duration, Every, Grain, Part, Point, Range, Unit, Value

Direction = Callable[[], int]
"""Says which way the words around an expression point: -1 past, 1 future, 0 neither."""

_UNIT_GRAIN = {**calendar.GRAIN_OF_UNIT, "h": Grain.DAY, "m": Grain.DAY, "s": Grain.DAY}


@dataclass(slots=True)
class Context:
    """What relative expressions count from: the publication day, and the point that the text told of last.

    In a history (`narrative`) bare months and days belong to the year told of, not to the publication day's; a year
    outside `years` is a look aside and not told of.
    """

    published: date | None
    narrative: bool = False
    years: tuple[int, int] = (-9999, 9999)
    told: Point | None = None

    def tell(self, expression: Expression, value: Value) -> None:
        """Remember a point as the one told of last; a look back ("a year earlier") is none."""
        if isinstance(expression, SamePart) or (isinstance(expression, Shifted) and expression.anchor == "part"):
            return
        if isinstance(value, Range):
            value = value.end
        if isinstance(value, Point) and value.year is not None and self._tells(value, value.year):
            self.told = replace(value, time=None)

    def _tells(self, point: Point, year: int) -> bool:
        return point.grain not in (Grain.CENTURY, Grain.DECADE) and self.years[0] <= year <= self.years[1]

    @property
    def told_day(self) -> date | None:
        """The day told of last, None where that was no day after Christ."""
        point = self.told
        return _day_of(point) if point and point.grain is Grain.DAY else None


def context_of(expressions: Sequence[Expression], published: date | None) -> Context:
    """Return the context of a text: a history where most of its dates carry a year far from the publication's."""
    years, near = [], 0
    for expression in expressions:
        while isinstance(expression, Qualified):
            expression = expression.of
        if isinstance(expression, Timed) and expression.day is not None:
            expression = expression.day
        if isinstance(expression, Written):
            near += expression.weekday is not None and expression.day is None
            if isinstance(expression.year, int) and not expression.short_year:
                years.append(expression.year)
        elif isinstance(expression, Shifted):
            near += expression.anchor == "published"
    distant = sum(published is None or abs(year - published.year) > 1 for year in years)
    if distant < 7 or distant < 4 * near:
        return Context(published)
    years.sort()
    low, middle, high = (years[len(years) * quarter // 4] for quarter in (1, 2, 3))
    reach = 5 + 2 * (high - low)
    return Context(published, narrative=True, years=(middle - reach, middle + reach))


def _day_of(point: Point) -> date | None:
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
            return calendar.valid_day(point.year, point.index, point.day)
        case Grain.WEEK | Grain.WEEKEND if point.index:
            try:
                return date.fromisocalendar(point.year, point.index, 1 if point.grain is Grain.WEEK else 6)
            except ValueError:
                return None
        case _:
            return None


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
            point = _underspecified(day) if isinstance(day, Written) else Point(Grain.DAY)
            return replace(point, time=time)
        case _:
            return _underspecified(each)


def _underspecified(written: Written) -> Point:
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
    return _with_year(written, None) or Point(Grain.YEAR)


def _with_year(written: Written, year: int | None) -> Point | None:
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
        day = calendar.holiday(written.holiday, year) if year else None
        if day and written.week:
            return calendar.containing(day, "W")
        return calendar.day_point(day) if day else _underspecified(written) if year is None else None
    return None


def _written(written: Written, context: Context, direction: Direction) -> Point:
    if written.century is not None:
        return Point(Grain.CENTURY, written.century)
    if written.decade is not None:
        return Point(Grain.DECADE, _decade(written, context))
    year = _year(written, context)
    if year is not None:
        return _with_year(written, year) or Point(Grain.YEAR, year)
    if written.weekday is not None and written.day is None:
        return _weekday(written.weekday, written.turn, context, direction)
    if written.weekend:
        return _weekend(written.turn, context, direction)
    if written.day is not None and written.month is None:
        return _day_alone(written.day, context)
    if context.narrative or context.published is None:
        return _in_story(written, context)
    return _nearest(written, context.published, direction)


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
    told = context.told
    year = told.year if told else None
    if told and year is not None and written.turn and _starts(written) is not None and told.index:
        year += _turned_year(written.turn, _starts(written) or 1, _month_of(told) or 1)
    elif told and year is not None:
        start, at = _starts(written), _month_of(told)
        if start and at and at - start >= 8:
            year += 1
    return _with_year(written, year) or Point(Grain.DAY)


def _turned_year(turn: int, month: int, now: int) -> int:
    if turn < 0:
        return 0 if month < now else -1
    if turn > 0:
        return 0 if month > now else 1
    return 0


def _starts(written: Written) -> int | None:
    """Return the month in which a date starts."""
    point = _with_year(written, 2000)
    day = _day_of(point) if point else None
    return day.month if day else written.month


def _month_of(point: Point) -> int | None:
    if point.grain in (Grain.MONTH, Grain.DAY):
        return point.index
    if point.grain is Grain.SEASON and point.index is not None:
        return 3 * point.index + 3
    return None


_FAR = 270  # days: a bare day of a month further off than this is not meant, whatever the tense


def _nearest(written: Written, published: date, direction: Direction) -> Point:
    """Return the date of the names given in the year that turn, tense or else nearness to publication choose."""
    dated = [(_day_of(point), point) for year in range(-1, 2) if (point := _with_year(written, published.year + year))]
    near = [(day, point) for day, point in dated if day]
    if not near:
        return _underspecified(written)
    for _, point in near:
        if written.turn is None and _same(point, published):
            return point
    past = [(day, point) for day, point in near if day <= published and not _same(point, published)]
    future = [(day, point) for day, point in near if day > published]
    if written.turn == 0:
        return next((point for _, point in near if point.year == published.year), near[0][1])
    if written.turn:
        return (past[-1] if written.turn < 0 and past else future[0] if future else near[-1])[1]
    before = calendar.move(published, -1, "Q")
    if written.quarter and past and before and _same(past[-1][1], before):
        return past[-1][1]  # results come out in the quarter after
    tense = direction()
    chosen = past[-1:] if tense < 0 else future[:1] if tense > 0 else []
    if not chosen or (written.day and abs((chosen[0][0] - published).days) > _FAR):
        chosen = [min(near, key=lambda each: abs((each[0] - published).days))]
    return chosen[0][1]


def _same(point: Point, day: date) -> bool:
    """Say whether a point of the calendar holds a day."""
    unit: dict[Grain, Unit] = {Grain.QUARTER: "Q", Grain.MONTH: "M", Grain.DAY: "D", Grain.WEEK: "W"}
    return point.grain in unit and calendar.containing(day, unit[point.grain]) == point


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
    day = _day_of(point) if point.grain is Grain.DAY else None
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
    if context.told is not None and (shifted.anchor == "story" or (shifted.anchor == "part" and context.narrative)):
        base = context.told
        day = _day_of(base)
        if unit == "Y" and base.year is not None and by is not None:
            year = base.year + by
            return Point(grain, year if (year > 0) == (base.year > 0) else None)
        if day is None or by is None or _coarser(base.grain, grain):
            return Point(grain, base.year, base.index if base.grain is Grain.MONTH and grain is Grain.DAY else None)
    elif context.published is None or by is None:
        return Point(grain)
    else:
        day = context.published
    if unit in ("h", "m", "s"):
        return replace(calendar.day_point(day), time=Clock(None))
    moved = calendar.move(day, by, unit)
    return calendar.containing(moved, unit) if moved else Point(grain)


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
