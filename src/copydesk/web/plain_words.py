"""Plain words for what records hold in codes: days, kinds, stances, types."""

from datetime import date
from typing import Final
from urllib.parse import urlsplit

from copydesk.english.timewords import DATE, MODS, MONTHS, plain_value

__all__ = ["DATE", "MODS", "MONTHS", "count", "day", "days", "plain", "plain_value", "safe_link", "short"]

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
