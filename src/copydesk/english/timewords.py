"""TIMEX3 values in plain English: `2023-04-20` is Thursday 20 April 2023, `PXM` some months."""

import re
from datetime import date
from typing import Final

from copydesk.english import calendar

MONTHS: Final = [month.capitalize() for month in calendar.MONTHS]
WEEKDAYS: Final = [day.capitalize() for day in calendar.WEEKDAYS]
SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "SX": "a season"}
HOURS: Final = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
UNITS: Final = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
MODS: Final = {
    "MORE_THAN": "more than",
    "LESS_THAN": "less than",
    "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "by",
    "ON_OR_AFTER": "from",
    "START": "early in",
    "MID": "the middle of",
    "END": "late in",
    "APPROX": "about",
}
REFERENCES: Final = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
UNKNOWN: Final = "not known"
DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_AMOUNT: Final = re.compile(r"(\d{1,15}(?:\.\d{1,10})?|X)(WE|[YQMWDHS])")
_DURATION: Final = re.compile(r"P(?:(?:\d[\d.]{0,25}|X)(?:WE|[YQMWD])){0,6}(?:T(?:(?:\d[\d.]{0,25}|X)[HMS]){1,3})?")
_DAY_LIKE: Final = re.compile(r"[\dX]{2,4}(?:-[\dXWQH]{1,3}){0,2}")
"""A value of a day, month, week or year, of which some may be open."""
_CLOCK: Final = re.compile(r"(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?")


def words_of(value: str | None, mod: str | None = None, kind: str | None = None) -> str:
    """Return a time's value with its mod in plain words ("late in 1990"); "not known" where there is no value.

    Args:
        value: as TIMEX3 writes it.
        mod: the TIMEX3 mod.
        kind: the TIMEX3 type; of a SET, a length is how often ("every day").
    """
    if not value:
        return UNKNOWN
    words = plain_value(value)
    if kind == "SET" and value.startswith("P"):
        words = f"every {words.removeprefix('1 ')}"
    lead = MODS.get(mod or "")
    return f"{lead} {words}" if lead else words


def plain_value(value: str) -> str:
    """Return a TIMEX3 value in plain words; no code is left in them."""
    if value in REFERENCES:
        return REFERENCES[value]
    if "/" in value:
        first, _, last = value.partition("/")
        return f"{plain_value(first)} to {plain_value(last)}"
    if value != "P" and _DURATION.fullmatch(value):
        return _length(value)
    if value.startswith("P"):
        return "some time"
    head, _, clock = value.partition("T")
    if not head:
        return _hour(clock) if clock else ""
    return plain_day(head) + (f", {_hour(clock)}" if clock else "")


def _hour(clock: str) -> str:
    if found := _CLOCK.fullmatch(clock):
        zone = {"Z": " GMT", None: ""}.get(found[2], f" (GMT{found[2]})")
        return f"{found[1]}{zone}"
    return HOURS.get("T" + clock, clock if clock.isdigit() else f"at a time {UNKNOWN}")


def _length(value: str) -> str:
    days, _, hours = value[1:].partition("T")
    parts = [_amount(number, UNITS.get(unit, "weekend")) for number, unit in _AMOUNT.findall(days)]
    parts += [_amount(number, "minute" if unit == "M" else UNITS[unit]) for number, unit in _AMOUNT.findall(hours)]
    return " ".join(parts)


def _amount(number: str, unit: str) -> str:
    if number == "X":
        return f"some {unit}s"
    return f"{number} {unit}{'' if number == '1' else 's'}"


def plain_day(value: str) -> str:
    """Return the calendar part of a TIMEX3 value in plain words."""
    if value.startswith("BC"):
        year = value[2:]
        return f"{int(year)} BC" if len(year) == 4 and year.isdigit() else f"{plain_day(year)} BC"
    if found := re.fullmatch(r"XXXX-WXX-([1-7])", value):
        return f"a {WEEKDAYS[int(found[1]) - 1]}, which one is {UNKNOWN}"
    if found := re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", value):
        return f"{'weekend of ' if found[3] else ''}week {int(found[2])} of {found[1]}"
    if found := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI|SX)", value):
        return (
            f"{SEASONS[found[2]]} {found[1]}" if found[1] != "XXXX" else f"{SEASONS[found[2]]}, the year is {UNKNOWN}"
        )
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        return f"{'quarter' if found[2] == 'Q' else 'half'} {found[3]} of {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", value):
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if found := re.fullmatch(r"(\d{4}-\d{2})-XX", value):
        return f"a day in {plain_day(found[1])}"
    if found := re.fullmatch(r"(\d{4})-XX(-XX)?", value):
        return f"a {'day' if found[2] else 'month'} in {found[1]}"
    if found := re.fullmatch(r"XXXX-(0[1-9]|1[0-2])(?:-(\d{2}))?", value):
        return f"{int(found[2])} {MONTHS[int(found[1]) - 1]}" if found[2] else MONTHS[int(found[1]) - 1]
    if re.fullmatch(r"\d{3}", value):
        return f"the {value}0s"
    if re.fullmatch(r"\d{2}", value):
        return f"the {int(value)}00s"
    if found := DATE.fullmatch(value):
        try:
            moment = date(*map(int, found.groups()))
        except ValueError:
            return value
        return f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if re.fullmatch(r"\d{1,4}(?:-\d{1,2}){0,2}", value):
        return value
    return _open(value) if "X" in value and _DAY_LIKE.fullmatch(value) else f"a time, which one is {UNKNOWN}"


def _open(value: str) -> str:
    """Return what kind of time a value that leaves all open is: "a day, which one is not known"."""
    for mark, unit in (("W", "week"), ("Q", "quarter"), ("H", "half-year")):
        if mark in value:
            return f"a {unit}, which one is {UNKNOWN}"
    unit = {0: "year", 1: "month"}.get(value.count("-"), "day")
    return f"a {unit}, which one is {UNKNOWN}"
