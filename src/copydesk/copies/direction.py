"""Which of two pages was made from the other: by credits, by publication time, else by what editing leaves behind."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from copydesk.copies.align import Alignment
from copydesk.copies.credits import credit, is_own, same_source
from copydesk.copies.lexicon import words
from copydesk.copies.relation import Measures
from copydesk.copies.view import View
from copydesk.copies.words import stem
from copydesk.records import Record

_YEAR: Final = re.compile(r"(?:1[89]|20[0-4])\d$")
_HEDGES: Final = frozenset(map(stem, words("may perhaps some many probably often very great most")))
_PERSONAL: Final = frozenset(map(stem, words("i you my your")))
WEIGHTS: Final = (
    0.363,
    0.066,
    -0.11,
    0.913,
    0.485,
    0.358,
    0.302,
    0.391,
    0.456,
    0.217,
    -0.111,
    0.332,
    -0.519,
    -0.604,
    -3.63,
)
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
    """Return what tells versions apart, each number the negative of what it is with A and B exchanged.

    First -1, 0 or 1 each for what B has more of: words, different words, years, the latest year, commas, long words,
    quotation marks, parentheses, "the", letters a word. Then logarithms of ratios: new sentences to old ones by their
    words, new words to old ones, hedges, "I" and "you". Last the first of them, by how little the texts have in common.
    """
    counts = [_counts(view) for view in (a, b)]
    one, other = (Counter(_stems(view)) for view in (a, b))
    found = [float((y > x) - (y < x)) for x, y in zip(*counts, strict=True)]
    linked = {i for link in alignment.links for i in link.a}, {j for link in alignment.links for j in link.b}
    gone, new = (
        sum(len(s.tokens) for i, s in enumerate(view.sentences) if i not in own)
        for view, own in zip((a, b), linked, strict=True)
    )
    common = (one & other).total() / max(1, min(one.total(), other.total()))
    return (
        *found,
        math.log((new + 3) / (gone + 3)),
        math.log((len(other.keys() - one.keys()) + 2) / (len(one.keys() - other.keys()) + 2)),
        *(math.log((_total(other, kind) + 1) / (_total(one, kind) + 1)) for kind in (_HEDGES, _PERSONAL)),
        found[0] * (1 - common),
    )


def _stems(view: View) -> Iterator[str]:
    return (token.stem for sentence in view.sentences for token in sentence.tokens)


def _total(words: Counter[str], kind: frozenset[str]) -> int:
    return sum(words[word] for word in kind)


def _counts(view: View) -> tuple[float, ...]:
    tokens = [token for sentence in view.sentences for token in sentence.tokens]
    years = [int(token.stem) for token in tokens if token.number and _YEAR.match(token.stem)]
    text = view.record.text
    return (
        len(tokens),
        len({token.stem for token in tokens}),
        len(years),
        max(years, default=0),
        text.count(","),
        sum(token.end - token.start > 9 for token in tokens),
        sum(text.count(mark) for mark in '"\u201c\u201d'),
        text.count("("),
        sum(token.stem == "the" for token in tokens),
        sum(token.end - token.start for token in tokens) / max(1, len(tokens)),
    )


def _credits(copy: Record, source: Record) -> str | None:
    """Return the name under which one page credits the publisher of the other, whose own story that is."""
    if not source.publisher or not is_own(source):
        return None
    named = credit(copy, [source.publisher])
    return named if same_source(named, source.publisher) and not same_source(copy.publisher, source.publisher) else None
