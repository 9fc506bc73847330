"""How the English rules read units of time that stand for dates: last week, that year, the quarter, the second day."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_dates import is_day, named, year_fields
from copydesk.reading.times.english.build_lengths import spell
from copydesk.reading.times.english.lexicon import UnitWord
from copydesk.reading.times.expressions import (
    Anchor,
    Beside,
    Length,
    Nth,
    Qualified,
    SamePart,
    Shifted,
    Unresolved,
    Vague,
    Written,
)
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Reference


def year_ago(parts: Parts) -> Any:
    """The year-ago quarter, the year-earlier period; year-ago results."""
    unit: UnitWord = parts.value("u")
    if unit.unit != "Y" or unit.factor > 1:
        return None
    return SamePart(Shifted(-1, "Y")) if "v" in parts else Shifted(-1, "Y", "part")


def year_ago_part(parts: Parts) -> Any:
    """The year-ago third quarter."""
    part, unit = parts.value("n"), parts.value("u")
    if unit.unit != "Y" or unit.factor > 1 or not isinstance(part, Written) or part.year is not None:
        return None
    return replace(part, year=Shifted(-1, "Y")) if part.quarter or part.half else None


def same_part_of_year(parts: Parts) -> Any:
    """The 1988 period, the 1988 quarter."""
    if "u" in parts and parts.value("u") is not None and parts.value("u").unit != "Q":
        return None
    return SamePart(Written(**year_fields(parts.value("y"))))


def same_part_of(parts: Parts) -> Any:
    """The corresponding period last year; the quarter a year ago; last year's quarter."""
    unit, year = parts.value("u"), parts.value("r")
    if (unit is not None and unit.unit != "Q") or not isinstance(year, Shifted) or year.unit != "Y":
        return None
    return SamePart(replace(year, anchor="published"))


def the_unit(parts: Parts) -> Any:
    """The year, the quarter, the week: the one told of."""
    unit: UnitWord = parts.value("u")
    return Shifted(0, unit.unit, "story") if unit.unit in "YQMW" and unit.factor == 1 else None


def a_unit(parts: Parts) -> Any:
    """A year."""
    unit: UnitWord = parts.value("u")
    return None if unit.unit in ("Q", "s", "m") else spell(Fraction(1), unit)


def unit_of_day(parts: Parts) -> Any:
    """The week of March 6; the month of May."""
    unit, day = parts.value("u").unit, parts.value("n")
    if not isinstance(day, Written):
        return None
    if unit == "W" and is_day(day):
        return Beside(0, "W", day)
    return day if unit == "M" and day.month is not None and day.day is None else None


def nth_unit(parts: Parts) -> Any:
    """The second day, the last week: which of a longer time."""
    unit: UnitWord = parts.value("u")
    which = -1 if isinstance(parts.value("q"), tuple) else parts.value("q")
    return (which, unit.unit) if unit.unit in ("D", "W", "M", "Y") and unit.factor == 1 else None


def nth_of_date(parts: Parts) -> Any:
    """The last week of August, the first day of 2024."""
    (which, unit), of = parts.value("q"), parts.value("r")
    if not isinstance(of, Written | Shifted) or unit == "Y":
        return None
    return Nth(which, unit, of)


def nth_alone(parts: Parts) -> Any:
    """The second day (of the talks)."""
    return Unresolved(parts.value("q")[1])


def current(parts: Parts) -> Any:
    """Current, before a noun."""
    return Vague(Reference("PRESENT_REF"))


def that_time(parts: Parts) -> Any:
    """This period; by that time."""
    return Vague(Reference("PRESENT_REF" if parts.value("t")[1] == "THIS" else "PAST_REF"))


def unresolved(parts: Parts) -> Any:
    """The day before the summit."""
    unit: UnitWord = parts.value("u")
    return Unresolved(unit.unit) if unit.unit in ("D", "W", "M", "Y") and unit.factor == 1 else None


def that_unit(parts: Parts) -> Any:
    """That year, the same day."""
    unit = parts.value("u")
    if unit is None:  # "that period"
        return None
    return Shifted(0, unit.unit, "then") if unit.factor == 1 and unit.unit.isupper() else None


def latest(parts: Parts) -> Any:
    """The latest quarter."""
    unit = parts.value("u")
    return Shifted(-1, "Q") if unit is None or unit.unit != "Y" else Shifted(0, "Y")


def turned_unit(parts: Parts) -> Any:
    """Last week, this year, the following month, the past decade."""
    unit: UnitWord = parts.value("u")
    by, kind = parts.value("t")
    if unit.factor > 1 and unit.unit == "Y":
        if by < 0 and kind in ("LAST", "PAST"):
            return spell(Fraction(1), unit)
        return Shifted(by, "Y") if unit.factor < 10 else spell(Fraction(1), unit)
    next_one = kind == "NEXT" and "the" in parts and unit.unit in "DWMY"
    anchor: Anchor = "story" if kind == "PREVIOUS" or next_one else "then" if kind == "FOLLOWING" else "published"
    if next_one and unit.unit == "D":
        anchor = "then"
    if unit.unit in ("h", "m", "s") or (kind == "PAST" and "the" in parts and unit.unit == "D"):
        return spell(Fraction(1), unit)
    return Shifted(by * unit.factor, unit.unit, anchor)


def turned_name(parts: Parts) -> Any:
    """Last March, next Friday, this summer, last Thanksgiving; the following Tuesday, counted from the day told of."""
    by, kind = parts.value("t")
    return named(parts, turn=by, told=kind in ("PREVIOUS", "FOLLOWING"))


def this_fiscal(parts: Parts) -> Any:
    """The fiscal year, the full year."""
    unit: UnitWord = parts.value("u")
    if unit.unit not in ("Y", "Q") or unit.factor > 1:
        return None
    return Shifted(0, unit.unit)


def the_past(parts: Parts) -> Any:
    """In the past."""
    return Vague(Reference("PAST_REF"))


def recent_years(parts: Parts) -> Any:
    """Recent years, the near past; recent months, a vague length."""
    unit: UnitWord = parts.value("u")
    return Vague(Reference("PAST_REF")) if unit.unit == "Y" else spell(None, unit)


def end_of_unit(parts: Parts) -> Any:
    """The end of the month; year-end."""
    unit: UnitWord = parts.value("u")
    if not unit.unit.isupper() or unit.factor > 1:
        return None
    return Qualified(Shifted(0, unit.unit, "story"), parts.value("g"))


def earlier_in(parts: Parts) -> Any:
    """Earlier this month; later that day; not of a day, "Earlier Sunday, he said"."""
    inner = parts.value("d")
    if isinstance(inner, Vague | Length | Qualified) or inner == Shifted(0, "D"):
        return None
    if isinstance(inner, Written) and inner.weekday:
        return None
    return Qualified(inner, "END" if parts.value("g") == 1 else "START")


def earlier_in_day(parts: Parts) -> Any:
    """Later in the day: the day told of."""
    unit: UnitWord = parts.value("u")
    if unit.unit != "D" or unit.factor > 1:
        return None
    return Qualified(Shifted(0, "D", "story"), "END" if parts.value("g") == 1 else "START")
