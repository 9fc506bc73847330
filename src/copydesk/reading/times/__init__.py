"""Time expressions in English news: where they stand, and what they mean.

The way of a text: `tokens` gives its words classes, `scanner` runs the levels of a grammar (`english`) over them, which
yields expressions as written (`expressions`); `resolution` (with `dating`
for dates as written and `shifting` for those counted from another) turns these into `values`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from warnings import warn

from copydesk.english.function_words import ARTICLES
from copydesk.errors import DateError, TextCutShort
from copydesk.reading.times import calendar_arithmetic
from copydesk.reading.times.context import Context, context_of
from copydesk.reading.times.english import governing
from copydesk.reading.times.english.tense import Tense
from copydesk.reading.times.english.time_grammar import EMITTED, LEVELS, VOCABULARY
from copydesk.reading.times.expressions import Written
from copydesk.reading.times.naming import NEAREST
from copydesk.reading.times.news_passages import news_passages
from copydesk.reading.times.resolution import resolve
from copydesk.reading.times.scanner import TimeToken, cascade, letter
from copydesk.reading.times.tokens import tokenize
from copydesk.reading.times.values import Grain, Point, Value, kind_of, parse_value, render
from copydesk.reading.trees import DependencyTree
from copydesk.records import Span, Time

if TYPE_CHECKING:
    from copydesk.language import Document

__all__ = ["find_times", "parse_value", "read_times", "render"]

_SURELY_NAMED = 0.8
"""The probability from which on a name is taken for one whatever time its words tell."""
_EMITTED = frozenset(map(letter, EMITTED))


def find_times(text: str, published: str | date | None = None) -> tuple[Time, ...]:
    """Find the time expressions of an English text and resolve them.

    Args:
        text: the text; positions of the result count code points in it.
        published: the publication day, from which "Friday" and "last month" count; without it, or with no more than
            a year or month (`2023-04`), they stay unresolved (`XXXX-WXX-5`).

    Returns:
        The expressions in order of the text, none overlapping, with TIMEX3 type, value and mod.

    Raises:
        DateError: `published` is no ISO 8601 day or time.

    Warns:
        TextCutShort: the text is far denser in times than prose and was read in part only.
    """
    times, end = read_times(text, published)
    if end < len(text):
        warn(f"the text is denser in times than prose: read up to character {end:,}", TextCutShort, stacklevel=2)
    return times


def read_times(
    text: str, published: str | date | None = None, document: Document | None = None
) -> tuple[tuple[Time, ...], int]:
    """Find the time expressions of a text as `find_times` does; also return up to which position it was read.

    With a `document`, what the language model says of the text, "Friday" and "March" point the way that the verb over
    them tells; without it, or where no verb tells, words near them decide.

    Raises:
        DateError: `published` is no ISO 8601 day or time.
    """
    found = tokenize(text, VOCABULARY)
    tokens, classes = cascade(LEVELS, found.tokens, found.classes)
    expressions = [token for token, name in zip(tokens, classes, strict=True) if name in _EMITTED]
    _share_years(expressions, found.words)
    day = _day(published)
    context = context_of([token.value for token in expressions], day)
    tense = Tense(found.words)
    asides = news_passages(text, expressions, day, tense) if context.narrative or day is None else frozenset()
    news = Context(day)
    tree = DependencyTree(document) if document is not None and len(document) else None
    times = []
    names = tuple(_person_names(document)) if document is not None else ()
    for token in expressions:
        if token.value is None or any(start <= token.start and token.end <= end for start, end in names):
            continue
        here = news if token.start in asides else context
        value, mod = resolve(token.value, here, partial(_direction, tense, tree, token))
        opens, ends, names_it = tense.opens(token.first), _ends(found.words, token), _names(found.words, token)
        here.tell(token.value, value, opens, ends=ends, names=names_it)
        known = None if _impossible(value) else render(value)
        times.append(Time(span=(token.start, token.end), type=kind_of(value), value=known, mod=mod))
    return tuple(times), found.end


def _person_names(document: Document) -> Iterator[Span]:
    """Yield where persons are named by two words and more: no winters in "Ronald Winters", no June in "June Carter"."""
    for name in document.names:
        if name.type == "PERSON" and name.end - name.start > 1 and name.score >= _SURELY_NAMED:
            yield document.span(name.start, name.end)


def _direction(tense: Tense, tree: DependencyTree | None, token: TimeToken) -> int:
    """Return which way a time points: as the verb over it in the parse tells, else as the words near it do."""
    governed = governing.direction(tree, *tree.document.words_in(token.start, token.end)) if tree else 0
    if governed == NEAREST and tense.direction(token.first, token.last) > 0:
        return 1
    return governed or tense.direction(token.first, token.last)


def _ends(words: list[str], token: TimeToken) -> bool:
    """Tell whether a date only says when what was told of ended: "the quarter ended Sept. 30"."""
    return token.first > 0 and words[token.first - 1].lower() in ("ended", "ending")


def _names(words: list[str], token: TimeToken) -> bool:
    """Tell whether a bare year right after an article names a thing: "the 2016 election"."""
    value = token.value
    bare = isinstance(value, Written) and value.year is not None and value.month is None and value.day is None
    return bare and token.first > 0 and words[token.first - 1].lower() in ARTICLES


def _impossible(value: Value) -> bool:
    """Tell whether a value is a day that the calendar has not: 29 February 2015."""
    if not isinstance(value, Point) or value.grain is not Grain.DAY or not (value.index and value.day):
        return False
    return (
        value.year is not None
        and value.year > 0
        and calendar_arithmetic.valid_day(value.year, value.index, value.day) is None
    )


def _day(published: str | date | None) -> date | None:
    if published is None or isinstance(published, date):
        return published.date() if isinstance(published, datetime) else published
    if isinstance(published, str) and re.fullmatch(r"\d{4}(-\d\d)?", published):
        return None
    try:
        return date.fromisoformat(published[:10])
    except (TypeError, ValueError) as error:
        raise DateError(
            f"publication day {published!r}", "is no ISO 8601 day or time", "write it as 2023-04-20"
        ) from error


def _same_century(first: int, short: int) -> int:
    """Return the second year of "1939-45", the next such one after the first."""
    year = first - first % 100 + short
    return year if year >= first else year + 100


_JOINS = frozenset(("and", "or", "to", "-", "–", "through", "until", ",", "/"))


def _share_years(expressions: list[TimeToken], words: list[str]) -> None:
    """Give the first of two dates ("15 to 22 May 1950", "April and June 1955") what only the second one names."""
    for one, other in zip(reversed(expressions[:-1]), reversed(expressions[1:]), strict=True):
        if other.first - one.last != 2 or words[one.last + 1].lower() not in _JOINS:
            continue
        first, second = one.value, other.value
        if not isinstance(first, Written) or not isinstance(second, Written):
            continue
        if second.short_year and isinstance(first.year, int) and isinstance(second.year, int) and not first.short_year:
            if words[one.last + 1] in ("-", "–", "/") and second.year < first.year % 100 != 99:
                other.value = None  # "2018-07" names no second year
                continue
            other.value = replace(second, year=_same_century(first.year, second.year), short_year=False)
        if second.month is None:
            continue
        if first.year is None and (first.month is not None or first.day is not None) and first.turn is None:
            one.value = replace(first, month=first.month or second.month, year=second.year)
