"""What stands around a number as written: its unit or currency, its bound, an age."""

import re
from typing import NamedTuple

from copydesk.english.amounts import (
    AGE_BEFORE,
    BETWEEN,
    BOUNDS,
    BOUNDS_AFTER,
    DEGREES,
    NOT_YEARS,
    ONLY_ATTACHED,
    ONLY_WITH_DIGITS,
    PAYS,
    PER_CENT,
    SPEED,
    SQUARE,
    UNITS,
    WEIGHS,
    YEAR_OLD,
    Bound,
)
from copydesk.english.currencies import CODES, MONEY_UNITS, OF_COUNTRY, OTHER_WORDS_TOO, POUNDS, SHARED_SIGNS
from copydesk.reading.quantities.numerals import Numeral
from copydesk.records import QuantityKind

_BOUND = "|".join(sorted(map(re.escape, BOUNDS), key=len, reverse=True)).replace(r"\ ", "[ ]")
_BEFORE = re.compile(rf"(?i)(?<![\w-])({_BOUND})[ ]?(?:(?:{BETWEEN})[ ])?$")
_AFTER_BOUND = re.compile(rf"(?i) ({'|'.join(BOUNDS_AFTER)})\b")
_UNIT = re.compile(
    r"[ ]?(%|°[ ]?[CFcf]?\b|º[ ]?[CFcf]\b|km²|km2\b|m²|m2\b)"
    r"|([ ]?[-–][ ]?|[ ]?)([^\W\d_]+(?:/[^\W\d_]+|-hours?)?)(?![\w])"
)
_SQUARES = {"k": "km²", "me": "m²", "m": "m²", "mi": "mi²", "f": "ft²"}
_LETTER_DEGREES = re.compile(r"[ ]?([CF])\b(?![.'’-]\w)")
_NAUTICAL = re.compile(r"(?i)[ ]nautical[ ]miles?\b")
_MONEY_WORD = re.compile(r"(?i)[ ]?[-–]?[ ]?(?:of[ ])?((?:(?-i:[A-Z])[^\W\d_]+[ ]){0,2})([^\W\d_]+)(?![\w])")
_MINUS = re.compile(r"(?i)(?:(?<![\w)])[-–−]|\b(?:minus|negative)[ ])$")


class Measure(NamedTuple):
    """A unit (an ISO 4217 code for money, None where the page does not tell), the kind, and where the unit ends."""

    unit: str | None
    kind: QuantityKind
    end: int
    of: str | None = None


def bound_before(text: str, at: int) -> tuple[Bound | None, int]:
    """Return the bound that stands before a number, and where the quantity then starts."""
    match = _BEFORE.search(text, max(0, at - 40), at)
    return (BOUNDS[match[1].lower()], match.start(1)) if match else (None, at)


def bound_after(text: str, at: int) -> tuple[Bound | None, int]:
    """Return the bound that stands after a number with its unit ("or more"), and where the quantity then ends."""
    match = _AFTER_BOUND.match(text, at)
    return (BOUNDS_AFTER[match[1].lower()], match.end()) if match else (None, at)


def age(text: str, number: Numeral) -> int | None:
    """Return where an age ends ("17-year-old", "8 years old", "aged 17"), or None."""
    if number.value > 130 or number.sign or number.scaled or number.fraction:
        return None
    match = YEAR_OLD.match(text, number.end)
    if match:
        return match.end()
    before = AGE_BEFORE.search(text, max(0, number.start - 24), number.start)
    return number.end if before and number.value == int(number.value) and not _not_years(text, number.end) else None


def _not_years(text: str, at: int) -> bool:
    return bool(NOT_YEARS.match(text, at))


def measure(text: str, number: Numeral) -> Measure | None:
    """Return the unit that a number has before or after it, or None where it counts or is bare."""
    if number.sign:
        return Measure(_currency(text, number), "money", number.end)
    end = number.end
    if match := PER_CENT.match(text, end):
        return Measure("pp" if "point" in match[0].lower() else "%", "share", match.end())
    if number.fraction:
        return None
    if match := SPEED.match(text, end):
        return Measure("mph" if match[1][0] in "mM" else "km/h", "other", match.end())
    if match := SQUARE.match(text, end):
        name = match[1].lower()
        return Measure(_SQUARES[name[:2] if name[:2] in ("me", "mi") else name[0]], "other", match.end())
    if match := DEGREES.match(text, end):
        return Measure("°C" if match[1][0] in "cC" else "°F", "temperature", match.end())
    if number.digits and (match := _LETTER_DEGREES.match(text, end)) and -60 <= number.value <= 140:
        return Measure(f"°{match[1]}", "temperature", match.end())
    if match := _NAUTICAL.match(text, end):
        return Measure("nmi", "length", match.end())
    return _plain_unit(text, number) or _money(text, number)


def _plain_unit(text: str, number: Numeral) -> Measure | None:
    match = _UNIT.match(text, number.end)
    if not match:
        return None
    word = (match[1] or match[3]).replace(" ", "")
    known = UNITS.get(word.lower())
    if not known:
        return None
    if match[3]:
        attached = match[2] == ""
        if word.lower() in ONLY_ATTACHED and not (number.digits and (attached or word == "m")):
            return None
        if word.lower() in ONLY_WITH_DIGITS and not number.digits:
            return None
        if word in ("in", "In", "IN", "V", "foot") and not (match[2].strip() or word == "foot"):
            return None
        if word == "M" or (word.isupper() and len(word) == 1 and word not in "VW"):
            return None
    unit, kind = known
    return Measure(unit, kind, match.end())


def _money(text: str, number: Numeral) -> Measure | None:
    match = _MONEY_WORD.match(text, number.end)
    if not match:
        return None
    before, word = match[1].split(), match[2].lower()
    if word == "dollar" or word == "dollars" or word in MONEY_UNITS or word in POUNDS:
        plural = word if word.endswith("s") or word in ("lira", "kronor", "kroner") else f"{word}s"
        named = OF_COUNTRY.get((before[-1].lower(), plural)) if before else None
        if before and not named and word in OTHER_WORDS_TOO:
            return None
        if word in POUNDS and not named:
            return _pounds(text, number, match.end())
        if word == "won" and not number.scaled and number.value < 1000:
            return None
        if word in ("cent", "cents") and "of" in match[0]:
            return None
        unit = named or MONEY_UNITS.get(word)
        return Measure(unit, "money", match.end(), None if unit else word)
    if match[2] in CODES and number.digits and not before:
        return Measure("CNY" if match[2] == "RMB" else match[2], "money", match.end())
    return None


def _pounds(text: str, number: Numeral, end: int) -> Measure:
    """Tell money from weight, and say neither where the page does not."""
    near = text[max(0, number.start - 60) : number.start]
    after = text[end : end + 3]
    weighs = WEIGHS.search(near) or (after == " of" and not PAYS.search(near))
    if weighs or text[number.end : number.end + 1] == "-":
        return Measure("lb", "weight", end)
    if number.scaled or PAYS.search(near) or "£" in text:
        return Measure("GBP", "money", end)
    return Measure(None, "other", end, "pounds")


def _currency(text: str, number: Numeral) -> str | None:
    """Return the currency of a sign; None where the page names several of the countries that use it."""
    sign = (number.sign or "").rstrip(".").removeprefix("K")
    shared = SHARED_SIGNS.get(sign.title())
    if not shared or number.sign in ("KSh", "Ksh"):
        return number.currency
    named = sorted(((text.count(word), code) for word, code in shared.items()), reverse=True)
    (most, code), (next_most, _) = named[:2]
    if not most:
        return None if sign.title() == "Sh" else number.currency
    return code if most > 2 * next_most else None


def minus_before(text: str, number: Numeral) -> int | None:
    """Return where a minus starts that makes a temperature or a share negative, or None."""
    match = _MINUS.search(text, max(0, number.start - 9), number.start)
    return match.start() if match else None
