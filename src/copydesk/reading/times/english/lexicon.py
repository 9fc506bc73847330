"""English words of time and number, with the class each belongs to and what it means."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.words import listed
from copydesk.reading.times.expressions import Each, Length, Qualified, Shifted, Timed, Vague
from copydesk.reading.times.values import Clock, Duration, Reference, Unit

Entry = tuple[str, Any]


def _numbered(names: str, first: int, word_class: str) -> dict[str, Entry]:
    return {name: (word_class, first + i) for i, name in enumerate(names.split())}


def length(number: int | None, unit: Unit) -> Length:
    """Return the duration of so many units (None: a vague number)."""
    return Length(Duration(((None if number is None else Fraction(number), unit),)))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the calendar: the field of `Written` that it fills, and with what."""

    field: str
    value: int | str


def _counted(names: str, ending: str = "") -> dict[str, int]:
    return {name + ending: number for number, name in enumerate(names.split(), 1)}


def _named(field: str, word_class: str, names: dict[str, int]) -> dict[str, Entry]:
    return {name: (word_class, Name(field, number)) for name, number in names.items()}


MONTHS = "january february march april may june july august september october november december"
SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
SHORT_MONTHS |= {"nov": 11, "dec": 12}
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
SHORT_DAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}


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
ZONES = {
    "gmt": "Z",
    "utc": "Z",
    "z": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "et": "-05:00",
    "pt": "-08:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "bst": "+01:00",
    "msk": "+03:00",
    "ist": "+05:30",
    "jst": "+09:00",
    "hkt": "+08:00",
    "aest": "+10:00",
    "aedt": "+11:00",
}

PAST, PRESENT, FUTURE = (Vague(Reference(to)) for to in ("PAST_REF", "PRESENT_REF", "FUTURE_REF"))

WORDS: dict[str, Entry] = {
    **_named("month", "MONTH", _counted(MONTHS)),
    **_named("month", "MONTH", SHORT_MONTHS),
    **_named("weekday", "WEEKDAY", _counted(DAYS)),
    **_named("weekday", "WEEKDAYS", _counted(DAYS, "s")),
    **_named("weekday", "WEEKDAY", SHORT_DAYS),
    **_numbered("one two three four five six seven eight nine", 1, "ONES"),
    **_numbered("ten eleven twelve thirteen fourteen fifteen", 10, "TEENS"),
    **_numbered("sixteen seventeen eighteen nineteen", 16, "CENTURY_TEENS"),
    **{word: ("TENS", 10 * n) for n, word in enumerate(listed("thirty forty fifty sixty seventy eighty ninety"), 3)},
    "twenty": ("TWENTY", 20),
    "dozen": ("DOZEN", 12),
    "hundred": ("HUNDRED", 100),
    "thousand": ("THOUSAND", 1000),
    "million": ("THOUSAND", 1000000),
    "billion": ("THOUSAND", 1000000000),
    **dict.fromkeys(listed("several many numerous countless"), ("VAGUE", None)),
    "few": ("FEW", None),
    "couple": ("COUPLE", 2),
    "half": ("HALF", None),
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1, "ORDINAL"),
    **_numbered("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13, "ORDINAL"),
    "twentieth": ("ORDINAL", 20),
    "thirtieth": ("ORDINAL", 30),
    "final": ("ORDINAL", -1),
    **{word: ("UNIT", UnitWord(*each)) for word, each in _UNITS.items() if word != "second"},
    **{word: ("UNITS", UnitWord(*_UNITS[unit], plural=True)) for word, unit in _PLURALS.items()},
    "second": ("SECOND", 2),
    "period": ("PERIOD", None),
    "term": ("PERIOD", None),
    "span": ("PERIOD", None),
    "weekend": ("WEEKEND", Name("weekend", True)),
    "weekends": ("WEEKENDS", Name("weekend", True)),
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
    "earlier": ("EARLIER", -1),
    "later": ("LATER", 1),
    "afterward": ("LATER", 1),
    "afterwards": ("LATER", 1),
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
    "that time": ("ADVERB", PAST),
    "the near future": ("ADVERB", FUTURE),
    "the foreseeable future": ("ADVERB", FUTURE),
    "near future": ("ADVERB", FUTURE),
    "foreseeable future": ("ADVERB", FUTURE),
    "from now": ("HENCE", 1),
    "from today": ("HENCE", 1),
    "at the end of the day": ("OTHER", None),
    "or so": ("OR_SO", "APPROX"),
    "or later": ("OR_LATER", "ON_OR_AFTER"),
    "or more": ("OR_LATER", "EQUAL_OR_MORE"),
    "or less": ("OR_LATER", "EQUAL_OR_LESS"),
    "these days": ("ADVERB", PRESENT),
    "at present": ("ADVERB", PRESENT),
    "more recently": ("ADVERB", PAST),
    "most recently": ("ADVERB", PAST),
    "earlier today": ("DAYNAME", Qualified(Shifted(0, "D"), "START")),
    "later today": ("DAYNAME", Qualified(Shifted(0, "D"), "END")),
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
    "new year's eve": ("HOLIDAY", Name("holiday", "12-31")),
    "new year's day": ("HOLIDAY", Name("holiday", "01-01")),
    "christmas eve": ("HOLIDAY", Name("holiday", "12-24")),
    "christmas day": ("HOLIDAY", Name("holiday", "12-25")),
    "christmas": ("HOLIDAY", Name("holiday", "12-25")),
    "boxing day": ("HOLIDAY", Name("holiday", "12-26")),
    "valentine's day": ("HOLIDAY", Name("holiday", "02-14")),
    "st. patrick's day": ("HOLIDAY", Name("holiday", "03-17")),
    "april fools' day": ("HOLIDAY", Name("holiday", "04-01")),
    "april fool's day": ("HOLIDAY", Name("holiday", "04-01")),
    "may day": ("HOLIDAY", Name("holiday", "05-01")),
    "independence day": ("HOLIDAY", Name("holiday", "07-04")),
    "fourth of july": ("HOLIDAY", Name("holiday", "07-04")),
    "bastille day": ("HOLIDAY", Name("holiday", "07-14")),
    "halloween": ("HOLIDAY", Name("holiday", "10-31")),
    "all saints' day": ("HOLIDAY", Name("holiday", "11-01")),
    "veterans day": ("HOLIDAY", Name("holiday", "11-11")),
    "armistice day": ("HOLIDAY", Name("holiday", "11-11")),
    "d-day": ("HOLIDAY_YEAR", "1944-06-06"),
    "martin luther king jr. day": ("HOLIDAY", Name("holiday", "king")),
    "martin luther king day": ("HOLIDAY", Name("holiday", "king")),
    "presidents day": ("HOLIDAY", Name("holiday", "presidents")),
    "presidents' day": ("HOLIDAY", Name("holiday", "presidents")),
    "mother's day": ("HOLIDAY", Name("holiday", "mothers")),
    "father's day": ("HOLIDAY", Name("holiday", "fathers")),
    "memorial day": ("HOLIDAY", Name("holiday", "memorial")),
    "labor day": ("HOLIDAY", Name("holiday", "labor")),
    "columbus day": ("HOLIDAY", Name("holiday", "columbus")),
    "election day": ("HOLIDAY", Name("holiday", "election")),
    "thanksgiving day": ("HOLIDAY", Name("holiday", "thanksgiving")),
    "thanksgiving": ("HOLIDAY", Name("holiday", "thanksgiving")),
    "black friday": ("HOLIDAY", Name("holiday", "black friday")),
    "ash wednesday": ("HOLIDAY", Name("holiday", "easter-46")),
    "palm sunday": ("HOLIDAY", Name("holiday", "easter-7")),
    "maundy thursday": ("HOLIDAY", Name("holiday", "easter-3")),
    "good friday": ("HOLIDAY", Name("holiday", "easter-2")),
    "easter sunday": ("HOLIDAY", Name("holiday", "easter+0")),
    "easter monday": ("HOLIDAY", Name("holiday", "easter+1")),
    "easter": ("HOLIDAY", Name("holiday", "easter+0")),
    "ascension day": ("HOLIDAY", Name("holiday", "easter+39")),
    "pentecost": ("HOLIDAY", Name("holiday", "easter+49")),
    "usa today": ("OTHER", None),
    "sunday times": ("OTHER", None),
}
