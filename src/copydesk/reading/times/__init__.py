"""Time expressions in English news: where they stand, and what they mean.

The way of a text: `tokens` gives its words classes, `scanner` runs the levels of a grammar (`english`) over them, which
yields expressions as written (`expressions`); `resolution` turns these into `values` against the publication day.
"""

from datetime import date, datetime
from functools import partial

from copydesk.errors import DateError
from copydesk.reading.times.english.grammar import EMITTED, LEVELS, VOCABULARY
from copydesk.reading.times.english.tense import direction
from copydesk.reading.times.expressions import Expression, Shifted, Written
from copydesk.reading.times.resolution import Context, resolve
from copydesk.reading.times.scanner import Token, cascade, letter
from copydesk.reading.times.tokens import tokenize
from copydesk.reading.times.values import kind_of, parse_value, render
from copydesk.records import Time

__all__ = ["find_times", "parse_value", "render"]

_EMITTED = frozenset(map(letter, EMITTED))


def find_times(text: str, published: str | date | None = None) -> tuple[Time, ...]:
    """Find the time expressions of an English text and resolve them.

    Args:
        text: the text; positions of the result count code points in it.
        published: the publication day, from which "Friday" and "last month" count; without it they stay unresolved
            (`XXXX-WXX-5`).

    Returns:
        The expressions in order of the text, none overlapping, with TIMEX3 type, value and mod.

    Raises:
        DateError: `published` is no ISO 8601 day or time.
    """
    found = tokenize(text, VOCABULARY)
    tokens, classes = cascade(LEVELS, found.tokens, found.classes)
    expressions = [token for token, name in zip(tokens, classes, strict=True) if name in _EMITTED]
    context = Context(_day(published), narrative=_is_history(expressions, _day(published)))
    times = []
    for token in expressions:
        value, mod = resolve(token.value, context, partial(direction, found.words, token.first, token.last))
        context.tell(value)
        times.append(Time(span=(token.start, token.end), type=kind_of(value), value=render(value), mod=mod))
    return tuple(times)


def _day(published: str | date | None) -> date | None:
    if published is None or isinstance(published, date):
        return published.date() if isinstance(published, datetime) else published
    try:
        return date.fromisoformat(published[:10])
    except (TypeError, ValueError) as error:
        raise DateError(
            f"publication day {published!r}", "is no ISO 8601 day or time", "write it as 2023-04-20"
        ) from error


def _is_history(expressions: list[Token], published: date | None) -> bool:
    """Say whether a text tells of other years rather than of the days around its publication."""
    years, near = 0, 0
    for token in expressions:
        expression: Expression = token.value
        if isinstance(expression, Written) and isinstance(expression.year, int) and not expression.short_year:
            distant = published is None or abs(published.year - expression.year) > 1
            years, near = years + distant, near + (not distant)
        elif isinstance(expression, Written):
            near += expression.weekday is not None and expression.day is None
        elif isinstance(expression, Shifted):
            near += expression.anchor == "published"
    return years >= 4 and years > 2 * near
