"""How the English rules read dates as written: named tokens in, an expression out, None to leave the words alone."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_numbers import amount
from copydesk.reading.times.english.lexicon import CalendarName
from copydesk.reading.times.expressions import (
    Length,
    Qualified,
    Shifted,
    Timed,
    TimeRange,
    Written,
)
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Clock, Unit


def year_fields(value: Any) -> dict[str, Any]:
    """Return the fields of a year as written."""
    if value is None:
        return {}
    if isinstance(value, str):  # two digits after an apostrophe
        return {"year": int(value[1:]), "short_year": True}
    return {"year": value}


def _valid_day(month: int | None, day: int) -> bool:
    return 1 <= day <= (31 if month is None else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1])


def written(parts: Parts) -> Any:
    """July 11, 1998; the 5th of May; the summer of 1957; Thanksgiving 2011; the weekend."""
    names: dict[str, Any] = {parts[key].value.field: parts[key].value.value for key in ("m", "s", "h") if key in parts}
    day = parts.value("d")
    if day is not None and not _valid_day(names.get("month"), day) and not ("y" in parts and "m" in parts):
        return None  # with its year it is a day that never was
    return Written(day=day, **names, **year_fields(parts.value("y")))


def name(parts: Parts) -> Any:
    """A month, weekday, season, holiday or weekend alone."""
    return named(parts)


def named(parts: Parts, **more: Any) -> Written:
    """Return the date that a name in the calendar stands for."""
    word: CalendarName = parts.value("n")
    names: dict[str, Any] = {word.field: word.value}
    return Written(**names, **more)


def iso(parts: Parts) -> Any:
    """2023-04-20, with or without a time."""
    day, time = parts.value("i")[:10], parts.value("i")[11:]
    year, month, number = (int(field) for field in day.split("-"))
    if not 1 <= month <= 12 or not _valid_day(month, number):
        return None
    date = Written(year=year, month=month, day=number)
    if not time:
        return date
    zone = next((time[i:] for i in range(len(time)) if time[i] in "Z+-"), None)
    fields = [int(field) for field in time.removesuffix(zone or "").split(":")]
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    if fields[0] > 24 or any(field > 59 for field in fields[1:]):
        return None
    return Timed(date, Clock(fields[0], fields[1], fields[2] if len(fields) > 2 else None, zone))


def dashed_date(parts: Parts) -> Any:
    """19-Nov-12, 19-Nov-2012."""
    number, day, month = amount(parts.value("y")).number, parts.value("d"), parts.value("m").value
    if number is None or number.denominator != 1 or not (number < 100 or 1000 <= number < 2200):
        return None
    if not _valid_day(month, day):
        return None
    return Written(year=int(number), short_year=number < 100, month=month, day=day)


def numeric_date(parts: Parts) -> Any:
    """8/7/1998: the month first, as American papers write, unless only the other order is a date."""
    month, day, year = (int(field) for field in parts.value("i").split("/"))
    if month > 12:
        month, day = day, month
    if not 1 <= month <= 12 or not _valid_day(month, day):
        return None
    return Written(year=year, short_year=year < 100, month=month, day=day)


def dotted_date(parts: Parts) -> Any:
    """7.8.1998: the day first, as wherever dates have dots."""
    day, month, year = (int(field) for field in parts.value("i").split("."))
    if not 1 <= month <= 12 or not _valid_day(month, day):
        return None
    return Written(year=year, month=month, day=day)


def day_range(parts: Parts) -> Any:
    """July 11-12."""
    month, first, last = parts.value("m").value, parts.value("d"), parts.value("e")
    if first >= last or not _valid_day(month, last):
        return None
    year = year_fields(parts.value("y"))
    return TimeRange(Written(month=month, day=first, **year), Written(month=month, day=last, **year))


def era(parts: Parts) -> Any:
    """480 BC; April 480 BC; AD 69."""
    number = amount(parts.value("y")).number
    if number is None or number.denominator != 1 or not 1 <= number <= 9999:
        return None
    return Written(
        year=-int(number) if "e" in parts and _is_before(parts) else int(number),
        month=parts["m"].value.value if "m" in parts else None,
        day=parts.value("d"),
    )


def before_christ(parts: Parts) -> Any:
    """The first of two years before Christ: 264 to 241 BC."""
    number = amount(parts.value("y")).number
    return Written(year=-int(number)) if number and number < 9999 else None


def short_year(parts: Parts) -> Any:
    """The second of two years: 1958-59, 2007-08."""
    number = amount(parts.value("y")).number
    return Written(year=int(number), short_year=True) if number and number < 100 else None


def decade(parts: Parts) -> Any:
    """The 1990s, the '90s, the nineties, the 470s BC."""
    value = parts.value("d")
    if isinstance(value, int):
        return Written(decade=value, short_year=True)
    digits = "".join(c for c in value if c.isdigit())
    if "e" in parts:
        return Written(decade=int(digits[:-1]) * (-1 if _is_before(parts) else 1))
    return Written(decade=int(digits[:-1]), short_year=len(digits) < 4)


def _is_before(parts: Parts) -> bool:
    return str(parts.value("e")).startswith(("B", "-"))


def year_part(parts: Parts) -> Any:
    """The third quarter of 1990, Q3 2011, the first half, the 20th century, the 4th century BC."""
    number, unit = parts.value("q"), parts.value("u")
    names = year_fields(parts.value("y"))
    if isinstance(number, str):  # Q3, H1
        kind, number = number[0], int(number[1])
        if kind == "H":
            return Written(half=number, **names) if number < 3 else None
        return Written(quarter=number, **names)
    if "u" in parts and unit is None:
        return Written(half=number, **names) if number in (1, 2) else None
    if unit.unit == "Q" and (1 <= number <= 4 or number == -1):
        return Written(quarter=number if number > 0 else 4, **names)
    if unit.factor == 100 and number > 1:
        return Written(century=1 - number if "e" in parts and _is_before(parts) else number - 1)
    return None


def fiscal_year(parts: Parts) -> Any:
    """Fiscal 1988, FY2025."""
    return Written(**year_fields(parts.value("y")))


def the_year(parts: Parts) -> Any:
    """The year 1950, the year two thousand."""
    number = amount(parts.value("y")).number
    unit = parts.value("u")
    if unit.unit != "Y" or unit.factor > 1 or number is None or number.denominator != 1 or not 1000 <= number < 2200:
        return None
    return Written(year=int(number))


def year(parts: Parts) -> Any:
    """1998."""
    return Written(year=parts.value("y"))


def holiday_unit(parts: Parts) -> Any:
    """Easter week, the Thanksgiving weekend."""
    unit = parts.value("u")
    return Written(holiday=parts.value("h").value, week=True) if unit.unit == "W" else None


def holiday_weekend(parts: Parts) -> Any:
    """The Labor Day weekend."""
    return Written(holiday=parts.value("h").value, weekend=True)


def fixed_holiday(parts: Parts) -> Any:
    """D-Day."""
    year, month, day = (int(field) for field in parts.value("h").split("-"))
    return Written(year=year, month=month, day=day)


def weekday_date(parts: Parts) -> Any:
    """Saturday, April 25."""
    date = parts.value("n")
    if isinstance(date, Written) and date.day is not None:
        return replace(date, weekday=parts.value("w").value)
    return None


def weekday_number(parts: Parts) -> Any:
    """Friday the 13th."""
    day = parts.value("d")
    return Written(weekday=parts.value("w").value, day=day) if day <= 31 else None


def last_half(parts: Parts) -> Any:
    """The last half of 1989."""
    return Written(half=2, **year_fields(parts.value("y")))


def half_of_decade(parts: Parts) -> Any:
    """The second half of the 1980s: the decade, with the end of it that is meant."""
    number = parts.value("q") if isinstance(parts.value("q"), int) else 2
    return Qualified(decade(parts), "START" if number == 1 else "END") if number in (1, 2) else None


_HALF_YEARS: tuple[tuple[Fraction, Unit], ...] = ((Fraction(2), "Q"), (Fraction(6), "M"))


def first_quarters(parts: Parts) -> Any:
    """The first two quarters of 1990, the last six months of 2021: the half that they are."""
    length, which = parts.value("d"), parts.value("q") if isinstance(parts.value("q"), int) else -1
    if not isinstance(length, Length) or length.duration.amounts[0] not in _HALF_YEARS:
        return None
    if which not in (1, -1):
        return None
    return Written(half=1 if which == 1 else 2, **year_fields(parts.value("y")))


def take_date(parts: Parts) -> Any:
    """Sometime next year."""
    return parts.value("d")


def date_of(parts: Parts) -> Any:
    """The third quarter of last year; next year's first quarter; May of that year; a year ago Friday."""
    name, year = parts.value("n"), parts.value("r")
    if not isinstance(name, Written) or name.year is not None or name.decade or name.century or name.turn is not None:
        return None
    if isinstance(year, Shifted) and year.unit == "Y":
        return replace(name, year=year)
    if isinstance(year, Written) and year == Written(year=year.year, short_year=year.short_year):
        return replace(name, year=year.year, short_year=year.short_year)
    return None


def is_day(day: Written | Shifted) -> bool:
    """Say whether a date is one day."""
    if isinstance(day, Shifted):
        return day.unit == "D"
    return day.day is not None or day.weekday is not None or day.holiday is not None
