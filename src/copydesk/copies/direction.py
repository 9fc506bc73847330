"""Which of two pages was made from the other: by credits, by publication time, else by what editing leaves behind."""

import math
import re
from typing import Final

from copydesk.copies.align import Alignment
from copydesk.copies.credits import credit, is_own, same_source
from copydesk.copies.relation import Measures
from copydesk.copies.view import View
from copydesk.records import Record

_YEAR: Final = re.compile(r"(?:1[89]|20[0-4])\d$")
WEIGHTS: Final = (0.117, 0.121, 0.17, 0.011, 0.192, 0.712, 0.197)
"""Of `signs`, fitted on one half of the articles of a set of Wikipedia versions (`training/copies.py`)."""


def direction(a: View, b: View, alignment: Alignment, measures: Measures) -> tuple[float, tuple[str, ...]]:
    """Return how likely it is that `b` was made from `a`, and what speaks for it, strongest first."""
    to, back = _credits(b.record, a.record), _credits(a.record, b.record)
    if bool(to) != bool(back):
        return (0.95, (f"credits {to}",)) if to else (0.05, (f"credited by the other as {back}",))
    when = [view.record.published.value if view.record.published else "" for view in (a, b)]
    size = min(len(value) for value in when)
    first, second = (value[:size] for value in when)
    if size >= 10 and first != second:
        return (0.9 if first < second else 0.1), (f"published {when[0]} and {when[1]}",)
    spare = measures.found - measures.held
    if max(measures.held, measures.found) > 0.9 and abs(spare) > 0.05:
        note = "one holds hardly anything that the other lacks: copies are cut"
        return (0.65 if spare > 0 else 0.35), (note,)
    forward = by_wording(a, b, alignment)
    if abs(forward - 0.5) < 0.05:
        return forward, ()
    return forward, ("by what was put in and left out: later versions say more, with later years",)


def by_wording(a: View, b: View, alignment: Alignment) -> float:
    """Return how likely it is that `b` is a later version of `a`, by the two texts alone; .5 where they are alike."""
    logit = sum(weight * sign for weight, sign in zip(WEIGHTS, signs(a, b, alignment), strict=True))
    return 1 / (1 + math.exp(-logit))


def signs(a: View, b: View, alignment: Alignment) -> tuple[float, ...]:
    """Return what tells versions apart: -1, 0 or 1 each for what B has more of than A, then new sentences to old ones.

    In order: words, different words, years, the latest year, commas, long words.
    """
    counts = [_counts(view) for view in (a, b)]
    found = [float((y > x) - (y < x)) for x, y in zip(*counts, strict=True)]
    linked = {i for link in alignment.links for i in link.a}, {j for link in alignment.links for j in link.b}
    gone, new = (
        sum(len(s.tokens) for i, s in enumerate(view.sentences) if i not in own)
        for view, own in zip((a, b), linked, strict=True)
    )
    return (*found, math.log((new + 3) / (gone + 3)))


def _counts(view: View) -> tuple[int, ...]:
    tokens = [token for sentence in view.sentences for token in sentence.tokens]
    years = [int(token.stem) for token in tokens if token.number and _YEAR.match(token.stem)]
    return (
        len(tokens),
        len({token.stem for token in tokens}),
        len(years),
        max(years, default=0),
        view.record.text.count(","),
        sum(token.end - token.start > 9 for token in tokens),
    )


def _credits(copy: Record, source: Record) -> str | None:
    """Return the name under which one page credits the publisher of the other, whose own story that is."""
    if not source.publisher or not is_own(source):
        return None
    named = credit(copy, [source.publisher])
    return named if same_source(named, source.publisher) and not same_source(copy.publisher, source.publisher) else None
