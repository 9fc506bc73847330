"""How the English rules read dates: named tokens in, an expression out, None to leave the words alone."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_lengths import amount, spell, unit_of
from copydesk.reading.times.english.lexicon import Name, UnitWord
from copydesk.reading.times.expressions import (
    Anchor,
    Beside,
    Between,
    Each,
    Length,
    Qualified,
    SamePart,
    Shifted,
    Timed,
    Unresolved,
    Vague,
    Written,
)
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Clock, Duration, Reference, Unit


def _year(value: Any) -> dict[str, Any]:
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
    if day is not None and not _valid_day(names.get("month"), day):
        return None
    return Written(day=day, **names, **_year(parts.value("y")))


def name(parts: Parts) -> Any:
    """A month, weekday, season, holiday or weekend alone."""
    return _named(parts)


def _named(parts: Parts, **more: Any) -> Written:
    word: Name = parts.value("n")
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


def numeric_date(parts: Parts) -> Any:
    """8/7/1998: the month first, as American papers write, unless only the other order is a date."""
    month, day, year = (int(field) for field in parts.value("i").split("/"))
    if month > 12:
        month, day = day, month
    if not 1 <= month <= 12 or not _valid_day(month, day):
        return None
    return Written(year=year, short_year=year < 100, month=month, day=day)


def day_range(parts: Parts) -> Any:
    """July 11-12."""
    month, first, last = parts.value("m").value, parts.value("d"), parts.value("e")
    if first >= last or not _valid_day(month, last):
        return None
    year = _year(parts.value("y"))
    return Between(Written(month=month, day=first, **year), Written(month=month, day=last, **year))


def era(parts: Parts) -> Any:
    """480 BC; April 480 BC; AD 69."""
    number = amount(parts.value("y")).number
    if number is None or number.denominator != 1 or not 1 <= number <= 9999:
        return None
    before = "e" in parts and str(parts.value("e")).startswith(("B", "-"))
    return Written(
        year=-int(number) if before else int(number),
        month=parts["m"].value.value if "m" in parts else None,
        day=parts.value("d"),
    )


def before_christ(parts: Parts) -> Any:
    """The first of two years before Christ: 264 to 241 BC."""
    number = amount(parts.value("y")).number
    return Written(year=-int(number)) if number and number < 9999 else None


def short_year(parts: Parts) -> Any:
    """The second of two years: 1958-59."""
    number = amount(parts.value("y")).number
    return Written(year=int(number), short_year=True) if number and 10 <= number < 100 else None


def decade(parts: Parts) -> Any:
    """The 1990s, the '90s, the nineties."""
    value = parts.value("d")
    if isinstance(value, int):
        return Written(decade=value, short_year=True)
    digits = "".join(c for c in value if c.isdigit())
    return Written(decade=int(digits[:-1]), short_year=len(digits) < 4)


def year_part(parts: Parts) -> Any:
    """The third quarter of 1990, Q3 2011, the first half, the 20th century."""
    number, unit = parts.value("q"), parts.value("u")
    names = {**_year(parts.value("y")), "fiscal": "f" in parts or "f2" in parts}
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
        return Written(century=number - 1)
    return None


def fiscal_year(parts: Parts) -> Any:
    """Fiscal 1988."""
    return Written(fiscal=True, **_year(parts.value("y")))


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


# counted from another day


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
    """Two weeks from now."""
    return _moved(_length_of(parts), 1, "published")


def _length_of(parts: Parts) -> Any:
    return parts.value("d") if "d" in parts else spell(Fraction(1), unit_of(parts.value("u")))


def earlier_later(parts: Parts) -> Any:
    """Two days later, a year earlier, the day before."""
    sign = 1 if parts.value("w") == 1 else -1
    return _moved(_length_of(parts), sign, "story")


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


def last_half(parts: Parts) -> Any:
    """The last half of 1989."""
    return Written(half=2, **_year(parts.value("y")))


def same_part_of_year(parts: Parts) -> Any:
    """The 1988 period, the 1988 quarter."""
    if "u" in parts and parts.value("u") is not None and parts.value("u").unit != "Q":
        return None
    return SamePart(Written(**_year(parts.value("y"))))


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


def some_part(parts: Parts) -> Any:
    """At night."""
    return Timed(None, parts.value("p")) if parts.value("p") == "NI" else None


def the_past(parts: Parts) -> Any:
    """In the past."""
    return Vague(Reference("PAST_REF"))


def take_date(parts: Parts) -> Any:
    """Sometime next year."""
    return parts.value("d")


def beside_day(parts: Parts) -> Any:
    """The day after tomorrow."""
    day = parts.value("n")
    return replace(day, by=day.by + parts.value("w")) if parts.value("u").unit == "D" else None


def beside(parts: Parts) -> Any:
    """The day before last Tuesday; two weeks after Easter."""
    day = parts.value("n")
    if not isinstance(day, Written | Shifted) or not _is_day(day):
        return None
    length = parts.value("x") if "x" in parts else spell(Fraction(1), parts.value("u"))
    whole = _whole(length) if isinstance(length, Length) else None
    if whole is None or whole[0] is None or whole[1] not in ("D", "W", "M", "Y"):
        return None
    return Beside(parts.value("w") * whole[0], whole[1], day)


def unit_of_day(parts: Parts) -> Any:
    """The week of March 6; the month of May."""
    unit, day = parts.value("u").unit, parts.value("n")
    if not isinstance(day, Written):
        return None
    if unit == "W" and _is_day(day):
        return Beside(0, "W", day)
    return day if unit == "M" and day.month is not None and day.day is None else None


def unresolved(parts: Parts) -> Any:
    """The day before the summit."""
    unit: UnitWord = parts.value("u")
    return Unresolved(unit.unit) if unit.unit in ("D", "W", "M", "Y") and unit.factor == 1 else None


def recent_length(parts: Parts) -> Any:
    """The past three months."""
    return parts.value("d")


def that_unit(parts: Parts) -> Any:
    """That year, the same day."""
    unit = parts.value("u")
    if unit is None:  # "that period"
        return None
    return Shifted(0, unit.unit, "story") if unit.factor == 1 and unit.unit.isupper() else None


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
    story = kind in ("FOLLOWING", "PREVIOUS") or (kind == "NEXT" and "the" in parts and unit.unit in "DWMY")
    if unit.unit in ("h", "m", "s") or (kind == "PAST" and "the" in parts and unit.unit == "D"):
        return spell(Fraction(1), unit)
    return Shifted(by * unit.factor, unit.unit, "story" if story else "published", fiscal="f" in parts)


def turned_name(parts: Parts) -> Any:
    """Last March, next Friday, this summer, last Thanksgiving."""
    by, _ = parts.value("t")
    return _named(parts, turn=by)


def this_fiscal(parts: Parts) -> Any:
    """The fiscal year, the full year."""
    unit: UnitWord = parts.value("u")
    if unit.unit not in ("Y", "Q") or unit.factor > 1:
        return None
    return Shifted(0, unit.unit, fiscal="f" in parts)


def date_of(parts: Parts) -> Any:
    """The third quarter of last year; next year's first quarter; May of that year; a year ago Friday."""
    name, year = parts.value("n"), parts.value("r")
    if not isinstance(name, Written) or name.year is not None or name.decade or name.century or name.turn is not None:
        return None
    if isinstance(year, Shifted) and year.unit == "Y":
        return replace(name, year=year)
    if isinstance(year, Written) and year == Written(year=year.year, short_year=year.short_year, fiscal=year.fiscal):
        return replace(name, year=year.year, short_year=year.short_year, fiscal=name.fiscal or year.fiscal)
    return None


# parts of the day and clocks


def _on(day: Any, part: Any, mod: Any = None) -> Any:
    if isinstance(day, Qualified):
        day, mod = day.of, mod or day.mod
    if not isinstance(day, Written | Shifted) or not _is_day(day):
        return None
    timed = Timed(day, part)
    return Qualified(timed, mod) if mod else timed


def _is_day(day: Written | Shifted) -> bool:
    if isinstance(day, Shifted):
        return day.unit == "D"
    return day.day is not None or day.weekday is not None or day.holiday is not None


def part_of(parts: Parts) -> Any:
    """Friday night, the morning of July 4, mid-afternoon yesterday."""
    return _on(
        parts.value("d"), parts.value("p"), parts.value("g") if parts.value("g") in ("MID", "START", "END") else None
    )


def turned_part(parts: Parts) -> Any:
    """Last night, this morning, that afternoon, the next morning."""
    by, kind = parts.value("t")
    story = kind in ("THAT", "SAME", "FOLLOWING", "PREVIOUS") or (kind == "NEXT")
    timed = Timed(Shifted(by, "D", "story" if story else "published"), parts.value("p"))
    mod = {"EARLIER": "START", "LATER": "END", -1: "START", 1: "END"}.get(parts.value("g"), parts.value("g"))
    return Qualified(timed, mod) if mod else timed


def at_clock(parts: Parts) -> Any:
    """9 a.m. EDT Tuesday; Friday at noon."""
    day = parts.value("d")
    if isinstance(day, Timed):  # "10 p.m. Friday night"
        day = day.day
    return _on(day, parts.value("t"))


def take_time(parts: Parts) -> Any:
    """9 a.m."""
    return Timed(None, parts.value("t"))


def earlier_in(parts: Parts) -> Any:
    """Earlier this month; later that day; earlier Sunday."""
    inner = parts.value("d")
    if isinstance(inner, Vague | Length | Qualified):
        return None
    return Qualified(inner, "END" if parts.value("g") == 1 else "START")


def end_of_unit(parts: Parts) -> Any:
    """The end of the month; year-end."""
    unit: UnitWord = parts.value("u")
    if not unit.unit.isupper() or unit.factor > 1:
        return None
    return Qualified(Shifted(0, unit.unit, "story"), parts.value("g"))


# sets


def _every(number: int, unit: UnitWord) -> Each:
    return Each(Length(Duration(((Fraction(number * unit.factor), unit.unit),))))


def each_unit(parts: Parts) -> Any:
    """Every day, every other week, every third year, per month."""
    number = parts.value("o") or 1
    return _every(number, unit_of(parts.value("u")))


def each_name(parts: Parts) -> Any:
    """Each Thursday, every other Tuesday, every summer."""
    return Each(_named(parts))


def each_part(parts: Parts) -> Any:
    """Every night."""
    return Each(Timed(None, parts.value("p")))


def each_length(parts: Parts) -> Any:
    """Every two weeks."""
    inner = parts.value("d")
    return Each(inner) if isinstance(inner, Length) else None


def weekdays(parts: Parts) -> Any:
    """Mondays; Tuesday nights."""
    day = Written(weekday=parts.value("w").value)
    return Each(Timed(day, parts.value("p")) if "p" in parts else day)


def plural_set(parts: Parts) -> Any:
    """Weekends, summers."""
    word: Name = parts.value("w")
    return Each(Written(weekend=True) if word.field == "weekend" else Written(season=int(word.value)))
