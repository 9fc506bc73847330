"""English words of time and number, with the class each belongs to and what it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from copydesk.english.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from copydesk.english.lists import listed
from copydesk.english.numbers import CARDINALS, ORDINALS, TENS
from copydesk.reading.times.english.holidays import HOLIDAYS
from copydesk.reading.times.english.zones import STANDARD_TIMES, TIMES_OF, ZONES
from copydesk.reading.times.expressions import Each, Length, Shifted, Timed, Vague
from copydesk.reading.times.values import Clock, Duration, Reference, Unit

Entry = tuple[str, Any]


def _of_class(word_class: str, numbers: dict[str, int], first: int, last: int) -> dict[str, Entry]:
    """Return the words of the numbers from first to last, with their class."""
    return {name: (word_class, number) for name, number in numbers.items() if first <= number <= last}


def length(number: int | None, unit: Unit) -> Length:
    """Return the duration of so many units (None: a vague number)."""
    return Length(Duration(((None if number is None else Fraction(number), unit),)))


@dataclass(frozen=True, slots=True)
class CalendarName:
    """A name in the calendar: the field of `Written` that it fills, and with what."""

    field: str
    value: int | str


def _counted(names: Iterable[str], ending: str = "") -> dict[str, int]:
    return {name + ending: number for number, name in enumerate(names, 1)}


def _named(field: str, word_class: str, names: dict[str, int]) -> dict[str, Entry]:
    return {name: (word_class, CalendarName(field, number)) for name, number in names.items()}


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word for a unit of time: so many of a TIMEX3 unit, and whether the word is a plural."""

    factor: int
    unit: Unit
    plural: bool = False


_UNITS: dict[str, tuple[int, Unit]] = {
    "second": (1, "s"),
    "minute": (1, "m"),
    "hour": (1, "h"),
    "day": (1, "D"),
    "week": (1, "W"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (1, "Q"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
}
_PLURALS = {"centuries": "century", "millennia": "millennium", "yrs": "year", "hrs": "hour", "mins": "minute"}
_PLURALS |= {f"{unit}s": unit for unit in _UNITS if unit not in ("century", "millennium")}

PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "daytime": "DT",
}
PAST, PRESENT, FUTURE = (Vague(Reference(to)) for to in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"))

WORDS: dict[str, Entry] = {
    **_named("month", "MONTH", _counted(MONTHS)),
    **_named("month", "MONTH", SHORT_MONTHS),
    **_named("weekday", "WEEKDAY", _counted(WEEKDAYS)),
    **_named("weekday", "WEEKDAYS", _counted(WEEKDAYS, "s")),
    **_named("weekday", "WEEKDAY", SHORT_WEEKDAYS),
    **_of_class("ONES", CARDINALS, 1, 9),
    **_of_class("TEENS", CARDINALS, 10, 15),
    **_of_class("CENTURY_TEENS", CARDINALS, 16, 19),
    **_of_class("TENS", TENS, 30, 90),
    **_of_class("TWENTY", TENS, 20, 20),
    "dozen": ("DOZEN", 12),
    "hundred": ("HUNDRED", 100),
    "thousand": ("THOUSAND", 1000),
    "million": ("THOUSAND", 1000000),
    "billion": ("THOUSAND", 1000000000),
    **dict.fromkeys(listed("several many numerous countless"), ("VAGUE", None)),
    "few": ("FEW", None),
    "couple": ("COUPLE", 2),
    "half": ("HALF", None),
    "once": ("ONCE", None),
    "twice": ("ONCE", None),
    "times": ("TIMES", None),
    **_of_class("NTH_WORD", ORDINALS, 1, 30),
    "final": ("NTH_WORD", -1),
    **{word: ("UNIT", UnitWord(*each)) for word, each in _UNITS.items() if word != "second"},
    **{word: ("UNITS", UnitWord(*_UNITS[unit], plural=True)) for word, unit in _PLURALS.items()},
    "second": ("SECOND", 2),
    "period": ("PERIOD", None),
    "time": ("TIME_WORD", None),
    "term": ("PERIOD", None),
    "span": ("PERIOD", None),
    "weekend": ("WEEKEND", CalendarName("weekend", True)),
    "weekends": ("WEEKENDS", CalendarName("weekend", True)),
    **{word: ("PART", part) for word, part in PARTS.items() if word not in ("mornings", "evenings", "overnight")},
    **{word: ("PARTS", PARTS[word]) for word in ("mornings", "evenings", "nights", "afternoons")},
    "noon": ("NOON", Clock(12, 0)),
    "midday": ("NOON", Clock(12, 0)),
    "midnight": ("NOON", Clock(24, 0)),
    **{word: ("ZONE", zone) for word, zone in ZONES.items()},
    **dict.fromkeys(("hr", "hrs"), ("HOURS", None)),
    **_named("season", "SEASON", {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}),
    **_named("season", "SEASONS", {"springs": 0, "summers": 1, "autumns": 2, "winters": 3}),
    "twenties": ("DECADE_WORD", 2),
    "thirties": ("DECADE_WORD", 3),
    "forties": ("DECADE_WORD", 4),
    "fifties": ("DECADE_WORD", 5),
    "sixties": ("DECADE_WORD", 6),
    "seventies": ("DECADE_WORD", 7),
    "eighties": ("DECADE_WORD", 8),
    "nineties": ("DECADE_WORD", 9),
    "fiscal": ("FISCAL", None),
    **dict.fromkeys(("ended", "ending"), ("ENDED", None)),
    "financial": ("FISCAL", None),
    "full": ("WHOLE", None),
    "entire": ("WHOLE", None),
    "whole": ("WHOLE", None),
    "bc": ("BC", -1),
    "bce": ("BC", -1),
    "ad": ("AD", 1),
    "ce": ("AD", 1),
    "old": ("OLD", None),
    "older": ("OLD", None),
    **dict.fromkeys(
        listed(
            "truce ceasefire cease-fire war conflict dispute strike embargo blockade siege ban law slump rule "
            "regime feud insurgency rebellion uprising crisis deadlock stalemate agreement treaty pact policy "
            "tradition boycott campaign"
        ),
        ("THING", None),
    ),
    "younger": ("OLD", None),
    "ages": ("AGED", None),
    "than": ("THAN", None),
    "age": ("AGE", None),
    "aged": ("AGED", None),
    "long": ("LONG", None),
    "a": ("A", 1),
    "an": ("A", 1),
    "the": ("THE", None),
    "this": ("THIS", (0, "THIS")),
    "that": ("THAT", (0, "THAT")),
    "same": ("SAME", (0, "SAME")),
    "last": ("LAST", (-1, "LAST")),
    "past": ("PAST", (-1, "PAST")),
    "previous": ("PREVIOUS", (-1, "PREVIOUS")),
    "preceding": ("PREVIOUS", (-1, "PREVIOUS")),
    "prior": ("PREVIOUS", (-1, "PREVIOUS")),
    "recent": ("RECENT", (-1, "RECENT")),
    "next": ("NEXT", (1, "NEXT")),
    "coming": ("COMING", (1, "COMING")),
    "upcoming": ("COMING", (1, "COMING")),
    "following": ("FOLLOWING", (1, "FOLLOWING")),
    "subsequent": ("FOLLOWING", (1, "FOLLOWING")),
    "current": ("CURRENT", (0, "CURRENT")),
    "latest": ("LATEST", None),
    "corresponding": ("COMPARABLE", None),
    "comparable": ("COMPARABLE", None),
    "each": ("EACH", None),
    "every": ("EACH", None),
    "per": ("PER", None),
    "other": ("OTHER_WORD", None),
    "another": ("ANOTHER", 1),
    "additional": ("MORE_WORD", None),
    "more": ("MORE_WORD", None),
    "further": ("MORE_WORD", None),
    **dict.fromkeys(listed("consecutive straight trading business working calendar successive"), ("ADJECTIVE", None)),
    "ago": ("AGO", None),
    "ahead": ("AHEAD", None),
    "earlier": ("EARLIER", -1),
    "later": ("LATER", 1),
    "afterward": ("LATER", 1),
    "afterwards": ("LATER", 1),
    "previously": ("PREVIOUSLY", -1),
    "before": ("BEFORE", -1),
    "after": ("AFTER", 1),
    "hence": ("HENCE", 1),
    "early": ("EARLY", "START"),
    "late": ("LATE", "END"),
    "mid": ("MID", "MID"),
    "beginning": ("START_OF", "START"),
    "start": ("START_OF", "START"),
    "middle": ("START_OF", "MID"),
    "end": ("END_OF", "END"),
    "close": ("END_OF", "END"),
    "about": ("APPROX", "APPROX"),
    "around": ("APPROX", "APPROX"),
    "approximately": ("APPROX", "APPROX"),
    "roughly": ("APPROX", "APPROX"),
    "circa": ("APPROX", "APPROX"),
    "ca": ("APPROX", "APPROX"),
    "some": ("SOME", "APPROX"),
    "nearly": ("APPROX", "LESS_THAN"),
    "almost": ("APPROX", "LESS_THAN"),
    "over": ("APPROX", "MORE_THAN"),
    "just": ("JUST", None),
    "only": ("JUST", None),
    "within": ("IN", None),
    "for": ("FOR", None),
    "take": ("FOR", None),
    "took": ("FOR", None),
    "takes": ("FOR", None),
    "o'clock": ("OCLOCK", None),
    "and": ("AND", None),
    "or": ("OR", None),
    "to": ("TO", None),
    "through": ("TO", None),
    "until": ("TO", None),
    "of": ("OF", None),
    "in": ("IN", None),
    "during": ("IN", None),
    "throughout": ("IN", None),
    "from": ("FROM", None),
    "since": ("SINCE", None),
    "by": ("BY", None),
    "on": ("ON", None),
    "at": ("AT", None),
    "now": ("ADVERB", PRESENT),
    "nowadays": ("ADVERB", PRESENT),
    "currently": ("ADVERB", PRESENT),
    "recently": ("ADVERB", PAST),
    "future": ("FUTURE", FUTURE),
    "today": ("DAYNAME", Shifted(0, "D")),
    "yesterday": ("DAYNAME", Shifted(-1, "D")),
    "tomorrow": ("DAYNAME", Shifted(1, "D")),
    "sometime": ("SOMETIME", None),
    "overnight": ("OVERNIGHT", "NI"),
    "tonight": ("TONIGHT", Timed(Shifted(0, "D"), "NI")),
    "daily": ("SETWORD", Each(length(1, "D"))),
    "hourly": ("SETWORD", Each(length(1, "h"))),
    "nightly": ("SETWORD", Each(Timed(None, "NI"))),
    "weekly": ("SETWORD", Each(length(1, "W"))),
    "biweekly": ("SETWORD", Each(length(2, "W"))),
    "fortnightly": ("SETWORD", Each(length(2, "W"))),
    "monthly": ("SETWORD", Each(length(1, "M"))),
    "bimonthly": ("SETWORD", Each(length(2, "M"))),
    "yearly": ("SETWORD", Each(length(1, "Y"))),
    "annually": ("SETWORD", Each(length(1, "Y"))),
}

PHRASES: dict[str, Entry] = {
    "right now": ("ADVERB", PRESENT),
    "the near future": ("ADVERB", FUTURE),
    "the foreseeable future": ("OTHER", None),
    "near future": ("ADVERB", FUTURE),
    "the near term": ("ADVERB", FUTURE),
    "the short term": ("ADVERB", FUTURE),
    "over the years": ("DUR", length(None, "Y")),
    "to this day": ("ADVERB", PRESENT),
    "present day": ("ADVERB", PRESENT),
    "present-day": ("ADVERB", PRESENT),
    "modern day": ("ADVERB", PRESENT),
    "modern-day": ("ADVERB", PRESENT),
    "at the end of the day": ("OTHER", None),
    **dict.fromkeys(
        (
            f"{unit}{joint}{unit}"
            for unit in listed("day week month quarter year")
            for joint in ("-to-", "-by-", "-on-")
        ),
        ("OTHER", None),
    ),
    "or so": ("OR_SO", "APPROX"),
    "or later": ("OR_LATER", "ON_OR_AFTER"),
    "or more": ("OR_LATER", "EQUAL_OR_MORE"),
    "or less": ("OR_LATER", "EQUAL_OR_LESS"),
    "these days": ("ADVERB", PRESENT),
    "at present": ("ADVERB", PRESENT),
    "more recently": ("ADVERB", PAST),
    "most recently": ("ADVERB", PAST),
    "the day before yesterday": ("DAYNAME", Shifted(-2, "D")),
    "the day after tomorrow": ("DAYNAME", Shifted(2, "D")),
    "more than": ("APPROX", "MORE_THAN"),
    "longer than": ("APPROX", "MORE_THAN"),
    "no more than": ("APPROX", "EQUAL_OR_LESS"),
    "not more than": ("APPROX", "EQUAL_OR_LESS"),
    "no less than": ("APPROX", "EQUAL_OR_MORE"),
    "not less than": ("APPROX", "EQUAL_OR_MORE"),
    "no fewer than": ("APPROX", "EQUAL_OR_MORE"),
    "well over": ("APPROX", "MORE_THAN"),
    "just over": ("APPROX", "MORE_THAN"),
    "a little over": ("APPROX", "MORE_THAN"),
    "less than": ("APPROX", "LESS_THAN"),
    "fewer than": ("APPROX", "LESS_THAN"),
    "just under": ("APPROX", "LESS_THAN"),
    "at least": ("APPROX", "EQUAL_OR_MORE"),
    "at most": ("APPROX", "EQUAL_OR_LESS"),
    "up to": ("APPROX", "EQUAL_OR_LESS"),
    "as many as": ("APPROX", "EQUAL_OR_LESS"),
    "as long as": ("APPROX", "EQUAL_OR_LESS"),
    "close to": ("APPROX", "LESS_THAN"),
    **{name: ("HOLIDAY", CalendarName("holiday", day)) for name, day in HOLIDAYS.items()},
    "d-day": ("HOLIDAY_YEAR", "1944-06-06"),
    "usa today": ("OTHER", None),
    "nightly news": ("OTHER", None),
    "as many": ("OTHER", None),
    **{f"{place} time": ("ZONE", zone) for place, zone in TIMES_OF.items()},
    **{f"{place} standard time": ("ZONE", zone) for place, zone in STANDARD_TIMES.items()},
    "sunday times": ("OTHER", None),
}
