"""How the English rules read dates that count from another day: ago, later, before, from now."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_dates import is_day
from copydesk.reading.times.english.build_lengths import spell, unit_of
from copydesk.reading.times.expressions import (
    Anchor,
    Beside,
    Length,
    Qualified,
    Shifted,
    Vague,
    Written,
)
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Reference, Unit


def _whole(length: Length) -> tuple[int | None, Unit] | None:
    """Return a length as one whole number of one unit, months for a year and a half; None where it is none."""
    amounts = length.duration.amounts
    if len(amounts) == 2 and (amounts[0][1], amounts[1][1]) == ("Y", "M"):
        years, months = amounts[0][0], amounts[1][0]
        return None if years is None or months is None else (int(12 * years + months), "M")
    number, unit = amounts[0]
    if len(amounts) > 1 or (number is not None and number.denominator != 1):
        return None
    return None if number is None else int(number), unit


def _moved(length: Any, sign: int, anchor: Anchor) -> Any:
    """Return the point so long before or after the anchor; with a bound or no number the length itself, qualified."""
    mod = None
    if isinstance(length, Qualified):
        length, mod = length.of, length.mod
    whole = _whole(length)
    if whole is None or mod not in (None, "APPROX", "LESS_THAN"):
        return Qualified(length, mod) if mod else length
    number, unit = whole
    if number is None:
        return Vague(Reference("PAST_REF" if sign < 0 else "FUTURE_REF"))
    point = Shifted(sign * number, unit, "part" if unit == "Y" and number == 1 and sign < 0 else anchor)
    return Qualified(point, "APPROX") if mod else point


def ago(parts: Parts) -> Any:
    """Two weeks ago; more than a year ago."""
    return _moved(_length_of(parts), -1, "published")


def from_now(parts: Parts) -> Any:
    """Two weeks hence; the week ahead."""
    return _moved(_length_of(parts), 1, "published")


def weeks_time(parts: Parts) -> Any:
    """Two weeks' time: nothing but the apostrophe between."""
    length, mark, time = parts.all
    close = mark.start == length.end and mark.end == mark.start + 1 and time.start == mark.end + 1
    return from_now(parts) if close else None


def _length_of(parts: Parts) -> Any:
    return parts.value("d") if "d" in parts else spell(Fraction(1), unit_of(parts.value("u")))


def earlier_later(parts: Parts) -> Any:
    """Two days later, a year earlier, the day before."""
    sign = 1 if parts.value("w") == 1 else -1
    return _moved(_length_of(parts), sign, "then" if sign > 0 else "story")


def units_later(parts: Parts) -> Any:
    """Years later, days earlier."""
    return _moved(spell(None, parts.value("d")), 1 if parts.value("w") == 1 else -1, "then")


def units_ago(parts: Parts) -> Any:
    """Years ago."""
    return _moved(spell(None, parts.value("d")), -1, "published")


def beside_day(parts: Parts) -> Any:
    """The day after tomorrow."""
    day = parts.value("n")
    return replace(day, by=day.by + parts.value("w")) if parts.value("u").unit == "D" else None


def _beside(parts: Parts, sign: int) -> Any:
    day = parts.value("n")
    if not isinstance(day, Written | Shifted) or not is_day(day):
        return None
    whole = _whole(length) if isinstance(length := _length_at(parts), Length) else None
    if whole is None or whole[0] is None or whole[1] not in ("D", "W", "M", "Y"):
        return None
    return Beside(sign * whole[0], whole[1], day)


def _length_at(parts: Parts) -> Any:
    return parts.value("x") if "x" in parts else spell(Fraction(1), parts.value("u"))


def two_away(parts: Parts) -> Any:
    """The week before last, the year after next."""
    unit = parts.value("u")
    return Shifted(2 * parts.value("w"), unit.unit, "published") if unit.unit in "YQMW" and unit.factor == 1 else None


def beside(parts: Parts) -> Any:
    """The day before last Tuesday; two weeks after Easter."""
    return _beside(parts, parts.value("w"))


def away_from(parts: Parts) -> Any:
    """A week from now, ten days from Friday; no date of a month ("lasting 64 days from May 3")."""
    day = parts.value("n")
    if day in (Vague(Reference("PRESENT_REF")), Shifted(0, "D")):
        return _moved(_length_at(parts), 1, "published")
    return None if isinstance(day, Written) and day.month else _beside(parts, 1)
