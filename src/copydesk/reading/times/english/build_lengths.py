"""How the English rules read lengths of time: named tokens in, their meaning out, None to leave them."""

from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_numbers import amount
from copydesk.reading.times.english.lexicon import UnitWord
from copydesk.reading.times.expressions import Length, Qualified, Shifted, Vague, Written
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Duration, Unit


def spell(number: Fraction | None, word: UnitWord) -> Length:
    """Return the duration of so many units, the fraction of one in the next smaller unit where that is whole."""
    if number is None:
        return Length(Duration(((None, word.unit),)))
    number = number * word.factor
    rest = number % 1
    factor, smaller = _SMALLER.get(word.unit, (1, word.unit))
    if not rest or (rest * factor).denominator != 1:
        return Length(Duration(((number, word.unit),)))
    small = (rest * factor, smaller)
    return Length(Duration(((number - rest, word.unit), small) if number > rest else (small,)))


_SMALLER: dict[str, tuple[int, Unit]] = {"Y": (12, "M"), "h": (60, "m"), "m": (60, "s"), "D": (24, "h")}


def unit_of(value: Any) -> UnitWord:
    """Return the unit that a token means; the ordinal "second" is one too."""
    return value if isinstance(value, UnitWord) else UnitWord(1, "s")


def length(parts: Parts) -> Any:
    """Three years; one where no number is given, a vague number with a plural."""
    unit = unit_of(parts.value("u"))
    if "x" not in parts:
        return spell(None if unit.plural else Fraction(1), unit)
    how = amount(parts.value("x"))
    whole = spell(how.number, unit)
    return Qualified(whole, "APPROX") if how.about else whole


def race_time(parts: Parts) -> Any:
    """In 3:07:35: hours, minutes and seconds; a clock time has no "in" before it."""
    fields = str(parts.value("t")).split(":")
    if len(fields) != 3 or int(fields[1]) > 59 or int(fields[2]) > 59:
        return None
    units: tuple[Unit, ...] = ("h", "m", "s")
    return Length(Duration(tuple((Fraction(int(n)), unit) for n, unit in zip(fields, units, strict=True))))


def and_a_half(parts: Parts) -> Any:
    """Two and a half hours; a minute and a half."""
    number = amount(parts.value("x")).number if "x" in parts else Fraction(1)
    return None if number is None else spell(number + Fraction(1, 2), unit_of(parts.value("u")))


def units_or_units(parts: Parts) -> Any:
    """Weeks or months; recent weeks and months."""
    return spell(None, parts.value("u"))


def or_two(parts: Parts) -> Any:
    """A year or two."""
    if amount(parts.value("x")).number != 2 or parts.value("u").unit == "Q":
        return None
    return Qualified(spell(Fraction(1), parts.value("u")), "EQUAL_OR_MORE")


def seasons(parts: Parts) -> Any:
    """The past three summers: as many years, or weeks for weekends."""
    number = amount(parts.value("x")).number
    return Length(Duration(((number, "W" if parts.value("s").field == "weekend" else "Y"),)))


def half_length(parts: Parts) -> Any:
    """Half an hour."""
    return spell(Fraction(1, 2), parts.value("u"))


def from_to_length(parts: Parts) -> Any:
    """Two to three weeks."""
    low, high = amount(parts.value("x")).number, amount(parts.value("y")).number
    if low is None or high is None or low >= high:
        return None
    return Qualified(spell(low, unit_of(parts.value("u"))), "EQUAL_OR_MORE")


def two_lengths(parts: Parts) -> Any:
    """Five hours and thirty minutes."""
    first = spell(amount(parts.value("x")).number, parts.value("u")).duration.amounts
    second = spell(amount(parts.value("y")).number, parts.value("v")).duration.amounts
    order = "YQMWDhms"
    if len(first) > 1 or len(second) > 1 or first[0][0] is None or second[0][0] is None:
        return None
    if order.index(first[0][1]) >= order.index(second[0][1]):
        return None
    return Length(Duration((first[0], second[0])))


def qualified(parts: Parts) -> Any:
    """More than three years; early 1990."""
    inner, mod = parts.value("d"), parts.value("g")
    if isinstance(inner, Vague) or (isinstance(inner, Shifted) and mod not in _EDGES):
        return None  # "worried about the future"
    if isinstance(inner, Written) and mod not in (*_EDGES, "APPROX"):
        return None  # "leading up to June"
    if isinstance(inner, Written) and inner.weekday and not inner.day and mod not in _EDGES:
        return None  # "get around Wednesday's ruling"
    return Qualified(inner.of if isinstance(inner, Qualified) else inner, mod)


def or_so(parts: Parts) -> Any:
    """The next year or so; June or later."""
    return Qualified(parts.value("d"), parts.value("g"))


_EDGES = ("START", "MID", "END", "ON_OR_AFTER")


def qualified_unit(parts: Parts) -> Any:
    """More than a year; a week or so. More than a quarter is no length."""
    if unit_of(parts.value("u")).unit == "Q":
        return None
    return Qualified(spell(Fraction(1), unit_of(parts.value("u"))), parts.value("g"))


def ended_year(parts: Parts) -> Any:
    """The (fiscal) year ended March 31, the year to August: twelve months, in no one calendar year."""
    unit: UnitWord = parts.value("u")
    return spell(Fraction(1), unit) if unit.unit == "Y" and unit.factor == 1 else None


def take_length(parts: Parts) -> Any:
    """The three years."""
    return parts.value("d")
