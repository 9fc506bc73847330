"""Points that count from another: from the publication day, or from what the text told of last."""

from dataclasses import replace

from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.context import Context
from copydesk.reading.times.expressions import (
    Shifted,
)
from copydesk.reading.times.values import Clock, Grain, Point

GRAIN_OF = {**calendar_arithmetic.GRAIN_OF_UNIT, "h": Grain.DAY, "m": Grain.DAY, "s": Grain.DAY}


def shifted_point(shifted: Shifted, context: Context) -> Point:
    """Return the point so many units from the anchor, underspecified where that or the number is unknown."""
    by, unit = shifted.by, shifted.unit
    grain = GRAIN_OF[unit]
    told = context.told
    if shifted.anchor == "part" and by is not None and told and told.year:
        near = context.published is None or abs(context.published.year - told.year) < 2
        if told.grain in (Grain.QUARTER, Grain.HALF) and near and not context.narrative and not context.whole_year:
            return replace(told, year=told.year + by)
    if unit == "Q" and not by and shifted.anchor in ("story", "then") and not context.narrative:
        return quarter_told(context) or Point(grain)
    base = _told(shifted, context)
    if base is not None:
        day = calendar_arithmetic.first_day(base)
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
        return replace(calendar_arithmetic.day_point(day), time=Clock(None))
    moved = calendar_arithmetic.move(day, by, unit)
    return calendar_arithmetic.containing(moved, unit) if moved else Point(grain)


def _told(shifted: Shifted, context: Context) -> Point | None:
    """Return the point told of that an expression counts from, None where it counts from the publication day.

    In news "a day earlier" counts from a day, not from a month or year named in between.
    """
    told = context.told
    if shifted.anchor == "published" or (shifted.anchor == "part" and not context.narrative):
        return None
    if not context.narrative and told and not shifted.by and shifted.anchor == "story":
        return None if shifted.unit in ("W", "M") and _coarser(told.grain, GRAIN_OF[shifted.unit]) else told
    if context.narrative or told is None or not shifted.by or shifted.unit not in ("D", "h", "m", "s"):
        return told
    return told if told.grain is Grain.DAY else context.last_day or (None if shifted.by < 0 else told)


def quarter_told(context: Context) -> Point | None:
    """Return the quarter told of last, else the last that was over on the publication day."""
    told = context.quarter
    if told is not None:
        return told
    if context.published is None:
        return None
    before = calendar_arithmetic.move(context.published, -1, "Q")
    return calendar_arithmetic.containing(before, "Q") if before else None


_SIZES = [Grain.CENTURY, Grain.DECADE, Grain.YEAR, Grain.HALF, Grain.SEASON, Grain.QUARTER, Grain.MONTH, Grain.WEEK]
_SIZES += [Grain.WEEKEND, Grain.WEEKDAY, Grain.DAY]


def _coarser(one: Grain, other: Grain) -> bool:
    return _SIZES.index(one) < _SIZES.index(other)
