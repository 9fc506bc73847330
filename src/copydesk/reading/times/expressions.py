"""What a grammar reads off the page: time expressions as written, before they are resolved against any day."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from copydesk.reading.times.values import Clock, Duration, Part, Reference, Unit

Anchor: TypeAlias = Literal["published", "story", "then", "part"]
"""What an expression counts from: the publication day ("last week"), the day told of last or else that of publication
("a week earlier"), only a day told of ("a week later"), or the
quarter told of last where it was one ("up from $2 million a year earlier"), which it then names a quarter of too."""

Mod: TypeAlias = str
"""A TIMEX3 mod: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, BEFORE, AFTER."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units (None: unknown) from an anchor: "last week", "two days later", "this year"."""

    by: int | None
    unit: Unit
    anchor: Anchor = "published"


@dataclass(frozen=True, slots=True)
class Written:
    """A date by its calendar names: every field that stands on the page, and no other.

    `turn` is -1, 0 or 1 for last, this and next ("last March"); `year` is a number or, in "May of that year", how to
    reach it. `short_year` says that the year had two digits, `told` that it counts from the day told of ("the following
    Tuesday").
    """

    century: int | None = None
    decade: int | None = None
    year: "int | Shifted | None" = None
    short_year: bool = False
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool = False
    holiday: str | None = None
    week: bool = False
    turn: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class SamePart:
    """The quarter told of, in another year: "the year-ago quarter", "the 1988 period"."""

    year: "Shifted | Written"


@dataclass(frozen=True, slots=True)
class Beside:
    """So many units before or after a day that is named: "the day before Easter"; 0: the unit that holds it."""

    by: int
    unit: Unit
    day: "Written | Shifted"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: "three years"."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class Each:
    """Every one of a kind: "Mondays", "every year"."""

    each: "Written | Length | Timed"


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, present or future: "recently", "now", "soon"."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of day, and the day where it is given: "Friday night", "9 a.m. EDT Tuesday"."""

    day: "Written | Shifted | Qualified | None"
    time: Clock | Part


@dataclass(frozen=True, slots=True)
class Qualified:
    """An expression with its mod: "early 1990", "more than a year"."""

    of: "Expression"
    mod: Mod


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From one date to another, both under one name: "July 11-12"."""

    start: Written
    end: Written


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (-1: last) day, week or month of a longer time: "the last week of August"."""

    which: int
    unit: Unit
    of: "Written | Shifted"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A date that only the event it names could give: "the day before the summit"."""

    unit: Unit


Expression: TypeAlias = (
    Shifted | Written | SamePart | Beside | Length | Each | Vague | Timed | Qualified | TimeRange | Nth | Unresolved
)
