"""How the English rules read parts of the day, clocks with their days, and sets."""

from fractions import Fraction
from typing import Any

from copydesk.reading.times.english.build_dates import is_day, named
from copydesk.reading.times.english.build_lengths import unit_of
from copydesk.reading.times.english.lexicon import CalendarName, UnitWord
from copydesk.reading.times.expressions import (
    Each,
    Length,
    Qualified,
    Shifted,
    Timed,
    Written,
)
from copydesk.reading.times.scanner import Parts
from copydesk.reading.times.values import Duration


def _on(day: Any, part: Any, mod: Any = None) -> Any:
    if isinstance(day, Qualified):
        day, mod = day.of, mod or day.mod
    if not isinstance(day, Written | Shifted) or not is_day(day):
        return None
    timed = Timed(day, part)
    return Qualified(timed, mod) if mod else timed


def some_part(parts: Parts) -> Any:
    """At night."""
    return Timed(None, parts.value("p")) if parts.value("p") == "NI" else None


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


def told_part(parts: Parts) -> Any:
    """In the morning, by mid-afternoon: of the day told of."""
    timed = Timed(None, parts.value("p"))
    return Qualified(timed, parts.value("g")) if "g" in parts else timed


def overnight(parts: Parts) -> Any:
    """Overnight, overnight Friday: without a day, the night before publication."""
    return _on(parts.value("d"), "NI") if "d" in parts else Timed(Shifted(-1, "D"), "NI")


def take_time(parts: Parts) -> Any:
    """9 a.m."""
    return Timed(None, parts.value("t"))


def _every(number: int, unit: UnitWord) -> Each:
    return Each(Length(Duration(((Fraction(number * unit.factor), unit.unit),))))


def each_unit(parts: Parts) -> Any:
    """Every day, every other week, every third year, per month."""
    number = parts.value("o") or 1
    return _every(number, unit_of(parts.value("u")))


def each_name(parts: Parts) -> Any:
    """Each Thursday, every other Tuesday, every summer."""
    return Each(named(parts))


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
    word: CalendarName = parts.value("w")
    return Each(Written(weekend=True) if word.field == "weekend" else Written(season=int(word.value)))
