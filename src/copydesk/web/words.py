"""Plain words for what records hold in codes: days, kinds, stances, types."""

import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from copydesk.english import calendar

MONTHS: Final = [month.capitalize() for month in calendar.MONTHS]
WEEKDAYS: Final = [day.capitalize() for day in calendar.WEEKDAYS]
SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
HOURS: Final = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
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

SOURCE_KINDS: Final = {
    "named-person": "named person",
    "named-organization": "named organization",
    "anonymous-person": "unnamed person",
    "anonymous-group": "unnamed group",
    "document": "document",
    "media": "other media",
    "own": "the newsroom itself",
    "none": "no source given",
}
SPEECH: Final = {"direct": "direct quote", "indirect": "indirect", "mixed": "partly quoted"}
STANCES: Final = {
    "neutral": "neutral cue",
    "assert": "asserts",
    "deny": "denies",
    "doubt": "doubts",
    "promise": "promises",
    "demand": "demands",
    "predict": "predicts",
}
ENTITY_TYPES: Final = {
    "PERSON": "People",
    "ORG": "Organizations",
    "PLACE": "Places",
    "NORP": "Nationalities, religions, parties",
    "EVENT": "Named events",
    "WORK": "Works",
    "PRODUCT": "Products",
}
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DURATION = re.compile(r"P(T?)(\d{1,6}(?:\.\d{1,3})?)([YMWDHS])")


def plain(code: str) -> str:
    """Return a code such as `stray-fragment` or `MAKE_STATEMENT` as words."""
    return code.replace("-", " ").replace("_", " ").lower()


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 page`, `1,204 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(value: str | None) -> str:
    """Return an ISO 8601 day (or time, of which the day is kept) as words; the value itself where it is none."""
    found = DATE.match(value or "")
    if not found:
        return plain_value(value or "")
    try:
        moment = date(*map(int, found.groups()))
    except ValueError:
        return value or ""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def days(first: str | None, last: str | None) -> str:
    """Return two days as one range: `8–9 October 2026`; one day where they are the same."""
    one, two = day(first), day(last)
    if not (one and two) or one == two:
        return one or two
    first_parts, last_parts = one.split(), two.split()
    while len(first_parts) > 1 and first_parts[-1] == last_parts[-1]:
        first_parts, last_parts = first_parts[:-1], last_parts[:-1]
    dash = "–" if len(first_parts) == 1 else " – "
    return f"{' '.join(first_parts)}{dash}{two}"


def plain_value(value: str) -> str:
    """Return a TIMEX3 value in plain words; the value itself where it has no simple ones."""
    if value in REFERENCES:
        return REFERENCES[value]
    if "/" in value:
        first, _, last = value.partition("/")
        return f"{plain_value(first)} to {plain_value(last)}"
    if found := DURATION.fullmatch(value):
        unit = "minute" if found[1] and found[3] == "M" else UNITS[found[3]]
        return f"{found[2]} {unit}{'' if found[2] == '1' else 's'}"
    head, _, clock = value.partition("T")
    tail = f", {HOURS.get('T' + clock, clock)}" if clock else ""
    return plain_day(head) + tail


def plain_day(value: str) -> str:
    """Return the calendar part of a TIMEX3 value in plain words."""
    if found := re.fullmatch(r"XXXX-WXX-([1-7])", value):
        return f"a {WEEKDAYS[int(found[1]) - 1]}, which one is not known"
    if found := re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", value):
        return f"{'weekend of ' if found[3] else ''}week {int(found[2])} of {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{SEASONS[found[2]]} {found[1]}"
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        return f"{'quarter' if found[2] == 'Q' else 'half'} {found[3]} of {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", value):
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if found := re.fullmatch(r"(\d{4}-\d{2})-XX", value):
        return f"a day in {plain_day(found[1])}"
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
    return value


def safe_link(location: str | None) -> str | None:
    """Return a location where it is a web address that may be linked, else None (`javascript:`, files, data)."""
    try:
        parts = urlsplit(location or "")
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return location if usable and not any(c.isspace() or ord(c) < 32 for c in location or "") else None


def short(text: str, limit: int = 90) -> str:
    """Return a text in one line, cut at a word with an ellipsis where it is longer than the limit."""
    text = " ".join(text[: limit * 4].split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
