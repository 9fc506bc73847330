"""Quantities in English news: numbers with what they count or measure, and whether they are bounds or about so many."""

import re
from collections.abc import Iterable
from typing import Literal

from copydesk.reading.times.english.words import among
from copydesk.records import Quantity, Time

Bound = Literal["min", "max", "approx"]

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
_ONES += "eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: float(number) for number, word in enumerate(_ONES.split(), 1)}
_WORDS |= {word: 10.0 * number for number, word in enumerate(_TENS.split(), 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_UNITS = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "%": "% percent pc",
    "km": "km kilometer kilometers kilometre kilometres",
    "m": "meter meters metre metres",
    "mi": "mile miles",
    "ft": "foot feet",
    "ha": "hectare hectares",
    "acre": "acre acres",
    "kg": "kg kilogram kilograms kilo kilos",
    "t": "ton tons tonne tonnes",
    "bbl": "barrel barrels",
    "L": "liter liters litre litres",
    "gal": "gallon gallons",
    "kWh": "kilowatt-hours",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "°": "degree degrees",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_BOUNDS: dict[str, Bound] = {
    "at least": "min",
    "more than": "min",
    "no fewer than": "min",
    "no less than": "min",
    "over": "min",
    "at most": "max",
    "up to": "max",
    "as many as": "max",
    "no more than": "max",
    "fewer than": "max",
    "less than": "max",
    "under": "max",
    "nearly": "approx",
    "almost": "approx",
    "about": "approx",
    "around": "approx",
    "roughly": "approx",
    "approximately": "approx",
    "some": "approx",
    "an estimated": "approx",
}
_BOUND = "|".join(sorted(_BOUNDS, key=len, reverse=True)).replace(" ", "[ ]")
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_NUMBER = re.compile(
    rf"""
    (?<![\w.,:/$€£¥-]) (?: (?P<bound>{_BOUND})[ ] )?
    (?: (?P<sign>[$€£¥])[ ]? (?=\d) )?
    (?P<number> \d++(?:,\d\d\d)*+(?:\.\d++)?+(?![,.:/]*\d|[^\W\d_]|[-–]\d)
      | \b(?:an?(?=[ ](?:{_SCALE})\b)|{_WORD})\b (?:[ -](?:and[ ])?(?:{_WORD})\b){{0,2}} )
    (?P<scales> (?:[ -](?:{_SCALE})\b (?:[ -](?:and[ ])?(?:{_WORD})\b){{0,2}} ){{0,3}} )
    (?P<unit> [ ]?% | [ -][^\W\d_]+(?:-hours)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEXT = re.compile(r"[ ]([^\W\d_]+(?:-[^\W\d_]+)?)")
_PLURALS = among("people men women children police troops personnel cattle")
_STOPS = among(  # words that end what a number could count
    "of in on at to from by for with and or but as than that which who is are was were has have had the this its his "
    "her yes across plus minus versus always perhaps overseas years days hours minutes months weeks seconds times"
)
_LOOKED_AT = 3


def find_quantities(text: str, times: Iterable[Time]) -> tuple[Quantity, ...]:
    """Find numbers with what they count ("31 countries") or measure ("$1.2 billion", "5 percent").

    A span holds the words of the bound, the number and the unit or the noun. Numbers inside `times`, bare numbers, and
    vague ones ("dozens") are left out.
    """
    taken = [time.span for time in times]
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.span("number")
        if any(a < end and start < b for a, b in taken):
            continue
        quantity = _quantity(text, match)
        if quantity and not any(a < quantity.span[1] and quantity.span[0] < b for a, b in taken):
            found.append(quantity)
    return tuple(found)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    value = _value(match["number"].lower(), match["scales"].lower())
    end = match.end("scales")
    unit = _SIGNS.get(match["sign"] or "")
    of = None
    if unit is None:
        unit = _UNIT_OF.get((match["unit"] or "").strip(" -").lower())
        if unit:
            end = match.end("unit")
        else:
            of, end = _counted(text, end, value)
            if of is None:
                return None
    bound = match["bound"]
    return Quantity(
        span=(match.start("bound") if bound else match.start("sign") if match["sign"] else match.start("number"), end),
        value=value,
        unit=unit,
        of=of,
        bound=_BOUNDS[bound.lower()] if bound else None,
    )


def _counted(text: str, at: int, value: float) -> tuple[str | None, int]:
    """Return the noun phrase that a number counts, up to its plural, and where it ends."""
    start, words = at, []
    for _ in range(_LOOKED_AT):
        match = _NEXT.match(text, at)
        if not match or match[1].lower() in _STOPS:
            break
        word, at = match[1], match.end()
        words.append(word)
        plural = word.lower() in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        if plural or (value == 1 and len(words) == 1 and word.islower()):
            return text[start:at].strip(), at
    return None, start


def _value(number: str, scales: str) -> float:
    """Return what digits or words, and the hundreds and millions after them, amount to."""
    if number[0].isdigit():
        total, group = 0.0, float(number.replace(",", ""))
    else:
        total, group = 0.0, _sum(number)
    for word in re.findall(r"[a-z]+", scales):
        scale = _SCALES.get(word)
        if scale is None:
            group += _WORDS.get(word, 0.0)
        elif scale <= 100:
            group *= scale
        else:
            total, group = total + group * scale, 0.0
    return total + group


def _sum(words: str) -> float:
    return sum(_WORDS.get(word, 1.0 if word in ("a", "an") else 0.0) for word in re.findall(r"[a-z]+", words))
