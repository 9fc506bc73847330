"""Passages of news in a history: an obituary's last paragraph, whose "Friday" counts from the publication day."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from copydesk.reading.times.english.tense import Tense
from copydesk.reading.times.expressions import Expression, Qualified, Shifted, Timed, Written
from copydesk.reading.times.scanner import TimeToken

_LINES = re.compile(r"\n+")


def news_passages(text: str, tokens: Sequence[TimeToken], published: date | None, tense: Tense) -> frozenset[int]:
    """Return the starts of the expressions of a history that stand in a passage of news.

    A paragraph is one of news where no distant year stands in it, but a bare weekday or a day or week counted from the
    publication day; a bare date is news, too, where its clause tells what will be, also on a page without a day.
    """
    if published is None:
        return frozenset(t.start for t in tokens if _is_bare_date(t.value) and tense.planned(t.first))
    starts = [match.end() for match in _LINES.finditer(text)]
    paragraphs: dict[int, list[TimeToken]] = {}
    for token in tokens:
        paragraphs.setdefault(bisect_right(starts, token.start), []).append(token)
    found: set[int] = set()
    for group in paragraphs.values():
        told = [_nearness(token.value, published) for token in group]
        if "far" in told:
            continue
        news = "near" in told
        found.update(
            token.start for token in group if news or (_is_bare_date(token.value) and tense.planned(token.first))
        )
    return frozenset(found)


def _nearness(expression: Expression, published: date) -> str | None:
    expression = _inner(expression)
    if isinstance(expression, Shifted):
        return "near" if expression.anchor == "published" and expression.unit in ("D", "W") else None
    if not isinstance(expression, Written):
        return None
    if isinstance(expression.year, int) and not expression.short_year:
        return None if abs(expression.year - published.year) <= 1 else "far"
    return "near" if expression.weekday is not None and expression.day is None else None


def _is_bare_date(expression: Expression) -> bool:
    expression = _inner(expression)
    return isinstance(expression, Written) and expression.year is None and expression.month is not None


def _inner(expression: Expression) -> Expression:
    while isinstance(expression, Qualified):
        expression = expression.of
    return expression.day if isinstance(expression, Timed) and expression.day is not None else expression
