"""What relative expressions count from, and whether a text is a history."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.expressions import Expression, Qualified, SamePart, Shifted, Timed, Written
from copydesk.reading.times.values import Duration, Grain, Point, Range, Value

_MANY_MONTHS = tuple(((Fraction(months), "M"),) for months in (6, 9))


@dataclass(slots=True)
class Context:
    """What relative expressions count from: the publication day, and the point that the text told of last.

    In a history (`narrative`) bare months and days belong to the year of its `thread`, not to the publication day's.
    The thread goes over to another year where a date opens its sentence, where two dates in a row name that year, or
    with a month or day of the next one; a year outside `years` is a look aside and not told of. `quarter` is the
    quarter or half told of last; `whole_year` says that months that are more than it were told of since ("for the
    nine months"), of which a year ago is the year.
    """

    published: date | None
    narrative: bool = False
    years: tuple[int, int] = (-9999, 9999)
    told: Point | None = None
    quarter: Point | None = None
    whole_year: bool = False
    last_day: Point | None = None
    thread: Point | None = None
    _last_year: int | None = None

    def tell(self, expression: Expression, value: Value, opens: bool, ends: bool = False, names: bool = False) -> None:
        """Remember a point as the one told of last, `opens` saying that it opens its sentence.

        A look back ("a year earlier") is none, nor is the day on which the quarter told of ended (`ends`). Outside a
        history, a year that names something (`names`: "the 2016 election") says of no other date that it lies in it.
        """
        if isinstance(value, Duration):
            self.whole_year = self.whole_year or value.amounts in _MANY_MONTHS
        if isinstance(expression, SamePart) or (isinstance(expression, Shifted) and expression.anchor == "part"):
            return
        if ends and self.told and self.told.grain in (Grain.QUARTER, Grain.HALF):
            return
        if isinstance(value, Range):
            value = value.end
        if isinstance(value, Point) and value.year is not None and self._tells(value, value.year):
            self.told = replace(value, time=None)
            if value.grain in (Grain.QUARTER, Grain.HALF):
                self.quarter, self.whole_year = self.told, False
            if value.grain is Grain.DAY:
                self.last_day = self.told
            back = isinstance(expression, Shifted) and (expression.by or 0) < 0
            if not back and (self.narrative or not names) and (opens or self._follows(value, value.year)):
                self.thread = self.told
            self._last_year = value.year

    def _follows(self, point: Point, year: int) -> bool:
        """Say whether a date in mid-sentence carries the story on rather than looks aside."""
        if self.thread is None or self.thread.year is None or year in (self.thread.year, self._last_year):
            return True
        return point.grain is not Grain.YEAR and year == self.thread.year + 1

    def _tells(self, point: Point, year: int) -> bool:
        return point.grain not in (Grain.CENTURY, Grain.DECADE) and self.years[0] <= year <= self.years[1]

    @property
    def told_day(self) -> date | None:
        """The day told of last, None where that was no day after Christ."""
        point = self.told
        return calendar_arithmetic.first_day(point) if point and point.grain is Grain.DAY else None


def context_of(expressions: Sequence[Expression], published: date | None) -> Context:
    """Return the context of a text: a history where most of its dates carry a year far from the publication's."""
    years, near = [], 0
    for expression in expressions:
        while isinstance(expression, Qualified):
            expression = expression.of
        if isinstance(expression, Timed) and expression.day is not None:
            expression = expression.day
        if isinstance(expression, Written):
            near += expression.weekday is not None and expression.day is None
            if isinstance(expression.year, int) and not expression.short_year:
                years.append(expression.year)
        elif isinstance(expression, Shifted):
            near += expression.anchor == "published"
    distant = sum(published is None or abs(year - published.year) > 1 for year in years)
    if distant < 7 or distant < 4 * near:
        return Context(published)
    years.sort()
    low, middle, high = (years[len(years) * quarter // 4] for quarter in (1, 2, 3))
    reach = 5 + 2 * (high - low)
    return Context(published, narrative=True, years=(middle - reach, middle + reach))
