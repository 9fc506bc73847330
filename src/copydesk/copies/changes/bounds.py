"""What became of a number's bound, unit or rank, where the number stayed: more than 150, almost 150; 9 km, 9 miles."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.changes.finer_links import headline
from copydesk.copies.changes.severity import WEIGHTS, alteration
from copydesk.copies.copy_types import Alteration
from copydesk.copies.texts.text_words import stem
from copydesk.copies.texts.view import View
from copydesk.english.amounts import BELOW
from copydesk.english.fact_words import DEPUTIES, FORMERLY
from copydesk.reading.quantities import find_quantities
from copydesk.records import Quantity, Record

CHARACTERS: Final = 100_000  # of a text that are looked at
QUANTITIES: Final = 300
"""Characters and numbers of a text that are looked at."""
TELLING: Final = 100
"""Least whole number that is the same number wherever it stands; a smaller one counts what its noun says."""
ROUGH: Final = 0.3
"""Weight of `about`, `some` that was dropped or put in."""
_DOLLAR: Final = re.compile(r"(?<![A-Za-z])\$")
_MOST: Final = frozenset({"most", "least"})


def bounds(one: View, other: View) -> Iterator[Alteration]:
    """Yield numbers that both texts have, bounded otherwise or in another unit."""
    a, b = one.record, other.record
    mine, theirs = _by_value(one), _by_value(other)
    for value, ones in mine.items():
        pairs = [(x, y) for x in ones for y in theirs.get(value, ()) if _comparable(x, y)]
        if not pairs:
            continue
        if all(_other_unit(a, b, x, y) for x, y in pairs):
            yield _alteration(a, b, *pairs[0], "number", WEIGHTS["number"], "another unit")
            continue
        same = [(x, y) for x, y in pairs if x.unit == y.unit]
        senses = {_sense(a, x) for x, _ in same}, {_sense(b, y) for _, y in same}
        if same and not senses[0] & senses[1]:
            x, y = same[0]
            firm = {_sense(a, x), _sense(b, y)} & {"above", "below"}
            note = "the number is bounded the other way" if firm == {"above", "below"} else "another bound"
            weight = WEIGHTS["hedge-on-number"] if firm else ROUGH
            yield _alteration(a, b, x, y, "hedge-on-number", weight, note)


def _by_value(view: View) -> dict[float, list[Quantity]]:
    """Return the quantities of a story by their values: the record's own, or found in its words.

    Ages are left out, and what a headline counts without a bound, for lack of room.
    """
    record = view.record
    head = view.sentences[0].span[1] if headline(view, 0) else 0
    found: dict[float, list[Quantity]] = {}
    for quantity in (record.quantities or find_quantities(record.text[:CHARACTERS], record.times))[:QUANTITIES]:
        if quantity.kind != "age" and quantity.high is None and (quantity.span[0] >= head or quantity.bound):
            found.setdefault(quantity.value, []).append(quantity)
    return found


def _comparable(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities of one value are one number: telling by itself, or of the same kind or thing."""
    if x.value >= TELLING and x.value == int(x.value):
        return True
    if x.unit and y.unit:
        return x.kind == y.kind
    if x.of and y.of and stem(x.of) == stem(y.of):
        return True
    return x.kind == y.kind and x.kind not in {"count", "other"}


def _other_unit(a: Record, b: Record, x: Quantity, y: Quantity) -> bool:
    """Whether two quantities of one value have other units; a bare `$` may be any dollar."""
    if not x.unit or not y.unit or x.unit == y.unit or x.kind != y.kind:
        return False
    bare = any(_DOLLAR.search(record.text, *q.span) for record, q in ((a, x), (b, y)))
    return not (bare and x.unit.endswith("D") and y.unit.endswith("D"))


def _sense(record: Record, quantity: Quantity) -> str:
    words = record.text[slice(*quantity.span)].lower()
    if quantity.bound == "approx":
        return "below" if any(words.startswith(form) for form in BELOW) else "about"
    return {"min": "above", "max": "below", None: "none"}[quantity.bound]


def _alteration(a: Record, b: Record, x: Quantity, y: Quantity, kind: str, weight: float, note: str) -> Alteration:
    return Alteration(
        kind="number" if kind == "number" else "hedge-on-number",
        a=x.span,
        b=y.span,
        before=a.text[slice(*x.span)],
        after=b.text[slice(*y.span)],
        weight=weight,
        note=note,
    )


def ranks(a: Row, b: Row, ordinals: frozenset[str]) -> list[Alteration]:
    """Return superlatives before which an ordinal was dropped or put in: the second largest, the largest."""
    one, other = _ranked(a, ordinals), _ranked(b, ordinals)
    found = []
    for key in one.keys() & other.keys():
        (first, i), (second, j) = one[key], other[key]
        if (first == i) != (second == j):
            found.append(alteration("number", a, b, a.span(first, i), b.span(second, j), "another rank"))
    return found


def offices(a: Row, b: Row) -> list[Alteration]:
    """Return offices before which a word such as deputy, former was dropped or put in: the deputy chair, the chair."""
    one, other = _offices(a), _offices(b)
    found = []
    for side, mine, theirs in ((0, one, b), (1, other, a)):
        row = (a, b)[side]
        for i in mine:
            rest = theirs.words
            places = [j for j, stem in enumerate(theirs.stems) if stem == row.stems[i + 1]]
            if len(places) != 1 or not (DEPUTIES | FORMERLY).isdisjoint(rest):
                continue
            spans = row.span(i, i + 1), theirs.span(places[0], places[0])
            span_a, span_b = spans[::-1] if side else spans
            found.append(alteration("meaning", a, b, span_a, span_b, "another office"))
    return found


def _offices(row: Row) -> list[int]:
    """Return the places of words that make an office another's, right before the office."""
    return [
        place
        for place, word in enumerate(row.words[:-1])
        if word in DEPUTIES and row.tokens[place + 1].content and not row.tokens[place + 1].number
        and row.words[place + 1] not in DEPUTIES
    ]  # fmt: skip


def _ranked(row: Row, ordinals: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Return for each superlative of a row, and the word after it, the places from its ordinal to itself."""
    found: dict[str, tuple[int, int]] = {}
    for place, word in enumerate(row.words[:-1]):
        if word in _MOST or (word.endswith("est") and len(word) > len("test") + 1):
            first = place - 1 if place and row.words[place - 1] in ordinals else place
            found.setdefault(f"{row.stems[place]} {row.stems[place + 1]}", (first, place))
    return found
