"""How the English rules read numbers and clocks: named tokens in, their meaning out, None to leave them."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Clock


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, None when vague, and whether it is about so many."""

    number: Fraction | None
    about: bool = False


def amount(value: Any) -> Amount:
    """Return the number that a token of digits or words stands for."""
    if isinstance(value, Amount):
        return value
    if isinstance(value, str):
        return Amount(Fraction(value.replace(",", "")) if len(value) < 16 else None)
    return Amount(Fraction(value))


def skip(parts: Parts) -> Any:
    """Take the words out of the running."""
    return False


def take(parts: Parts) -> Any:
    """Return what the only named token means."""
    return next(iter(parts.values())).value


def couple(parts: Parts) -> Any:
    """A couple of."""
    return Amount(Fraction(2), about=True)


def dozen(parts: Parts) -> Any:
    """A dozen, two dozen."""
    return Amount(Fraction(12 * parts.all[0].value))


def half_dozen(parts: Parts) -> Any:
    """Half a dozen."""
    return Amount(Fraction(6))


def vague_number(parts: Parts) -> Any:
    """Several, a few."""
    return Amount(None)


_FRACTIONS = {"1/2": Fraction(1, 2), "1/3": Fraction(1, 3), "1/4": Fraction(1, 4)}
_FRACTIONS |= {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def mixed_number(parts: Parts) -> Any:
    """2 1/2."""
    number = amount(parts.value("x")).number
    return None if number is None else Amount(number + _FRACTIONS[parts.all[-1].value])


def year_in_words(parts: Parts) -> Any:
    """Nineteen seventy-nine."""
    return 100 * parts.value("c") + parts.value("t") + (parts.value("o") or 0)


def number_in_words(parts: Parts) -> Any:
    """Two hundred and forty; 2.5 million."""
    total, group = Fraction(0), Fraction(0)
    for token in parts.all:
        if token.value is None:  # "and", a hyphen
            continue
        number = amount(token.value).number
        if number is None:
            return None
        if number == 100:
            group = (group or Fraction(1)) * 100
        elif number >= 1000 and group:
            total, group = total + group * number, Fraction(0)
        else:
            group += number
    return Amount(total + group)


# times of day


def _split_clock(value: Any) -> tuple[int, int | None, int | None]:
    if isinstance(value, str) and ":" in value:
        fields = [int(field) for field in value.split(":")]
        return fields[0], fields[1], fields[2] if len(fields) > 2 else None
    if isinstance(value, str) and "." in value:  # 7.30pm
        hour, minute = value.split(".")
        return (int(hour), int(minute), None) if len(hour) < 3 and len(minute) == 2 else (99, None, None)
    number = amount(value).number
    return (int(number), None, None) if number is not None and number.denominator == 1 else (99, None, None)


def _clock(hour: int, minute: int | None, second: int | None, zone: Any) -> Clock | None:
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    return Clock(hour, minute if minute is not None else 0, second, zone or None)


def _twelve(hour: int, afternoon: bool) -> int:
    if not 1 <= hour <= 12:
        return 99
    return hour % 12 + (12 if afternoon else 0)


def meridiem(parts: Parts) -> Any:
    """9:30 a.m. EDT."""
    hour, minute, second = _split_clock(parts.value("h"))
    return _clock(_twelve(hour, parts.value("m")[0] in "pP"), minute, second, parts.value("z"))


def clock(parts: Parts) -> Any:
    """19:00 GMT, 05:30hrs."""
    return _clock(*_split_clock(parts.value("h")), parts.value("z"))


def military(parts: Parts) -> Any:
    """0735 GMT, 1400 hours."""
    digits = str(parts.value("h"))
    if len(digits) != 4 or not digits.isdigit():
        return None
    return _clock(int(digits[:2]), int(digits[2:]), None, parts.value("z"))


def oclock(parts: Parts) -> Any:
    """Nine o'clock; 4 in the morning."""
    hour, minute, second = _split_clock(parts.value("h"))
    if not 1 <= hour <= 12:
        return None
    part = parts.value("p")
    if part in ("AF", "EV") or (part == "NI" and hour > 5):
        hour = _twelve(hour, True)
    return _clock(hour, minute, second, None)


def noon(parts: Parts) -> Any:
    """Noon, midnight."""
    return replace(parts.value("n"), zone=parts.value("z") or None)
