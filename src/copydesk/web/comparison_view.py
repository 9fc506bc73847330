"""The comparison view: two pages side by side, sentences aligned, every alteration marked on both and numbered."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from copydesk.copies.copy_types import Alteration, AlterationKind, Comparison
from copydesk.records import Record, Span
from copydesk.web.marks import Mark, Segment, segments

MAX_ROWS: Final = 600
KINDS: Final[dict[AlterationKind, str]] = {
    "name": "name",
    "number": "number",
    "hedge-on-number": "more or less than a number",
    "date": "date",
    "place": "place",
    "quote": "words of a quote",
    "quotation-marks-lost": "quotation marks lost",
    "attribution": "who said it",
    "source-widened": "source made vaguer",
    "credit-lost": "credit lost",
    "certainty": "how sure",
    "negation": "negation",
    "meaning": "meaning",
    "omission": "left out",
    "addition": "added",
    "moved": "moved",
    "respelt": "respelt",
    "reworded": "reworded",
}
FACTS: Final = frozenset(KINDS) - {"omission", "addition", "moved", "respelt", "reworded"}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One alteration with its number in the table, and whether it alters a fact."""

    number: int
    alteration: Alteration
    label: str
    fact: bool


class PagePair(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a sentence of A, of B, or both; `state` tells which."""

    a: tuple[Segment, ...]
    b: tuple[Segment, ...]
    state: Literal["same", "changed", "only-a", "only-b"]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What the comparison view shows: rows in B's order, and the changes, facts first."""

    a: Record
    b: Record
    comparison: Comparison
    rows: tuple[PagePair, ...]
    changes: tuple[Change, ...]
    cut: bool

    @property
    def facts(self) -> int:
        """How many of the changes alter a fact."""
        return sum(change.fact for change in self.changes)


def compared(a: Record, b: Record, comparison: Comparison) -> Compared:
    """Return the comparison of two records as rows and numbered changes."""
    found = sorted(comparison.alterations, key=lambda one: (one.kind not in FACTS, -one.weight))
    changes = tuple(
        Change(number=number, alteration=one, label=KINDS[one.kind], fact=one.kind in FACTS)
        for number, one in enumerate(found, 1)
    )
    marks_a = [_mark(change, change.alteration.a) for change in changes if change.alteration.a]
    marks_b = [_mark(change, change.alteration.b) for change in changes if change.alteration.b]
    pairs = pair_sentences(a, b, comparison)
    rows = tuple(
        PagePair(
            a=segments(a.text, left, marks_a) if left else (),
            b=segments(b.text, right, marks_b) if right else (),
            state=_state(a, b, left, right),
        )
        for left, right in pairs[:MAX_ROWS]
    )
    return Compared(a=a, b=b, comparison=comparison, rows=rows, changes=changes, cut=len(pairs) > MAX_ROWS)


def pair_sentences(a: Record, b: Record, comparison: Comparison) -> list[tuple[Span | None, Span | None]]:
    """Return the rows in B's order; sentences of A that B left out stand where A has them."""
    unmatched_a = _outside(a, [match.a for match in comparison.matches])
    unmatched_b = _outside(b, [match.b for match in comparison.matches])
    middle: list[tuple[Span | None, Span | None]] = [(match.a, match.b) for match in comparison.matches]
    middle += [(None, span) for span in unmatched_b]
    middle.sort(key=lambda pair: pair[1] or (0, 0))
    result: list[tuple[Span | None, Span | None]] = []
    waiting = list(unmatched_a)
    reached = 0
    for left, right in middle:
        if left and left[0] >= reached:
            while waiting and waiting[0][0] < left[0]:
                result.append((waiting.pop(0), None))
            reached = left[1]
        result.append((left, right))
    return result + [(span, None) for span in waiting]


def _outside(record: Record, taken: Sequence[Span]) -> list[Span]:
    """Return the sentences that no matched span touches."""
    ordered = sorted(taken)
    result, index = [], 0
    for start, end in sorted(record.sentences or record.paragraphs):
        while index < len(ordered) and ordered[index][1] <= start:
            index += 1
        if (index == len(ordered) or ordered[index][0] >= end) and record.text[start:end].strip():
            result.append((start, end))
    return result


def _mark(change: Change, span: Span | None) -> Mark:
    classes = f"k-{change.alteration.kind}" + (" fact" if change.fact else "")
    return Mark(span=span or (0, 0), layer="change", note=change.number, classes=classes, refers=True)


def _state(
    a: Record, b: Record, left: Span | None, right: Span | None
) -> Literal["same", "changed", "only-a", "only-b"]:
    if left is None or right is None:
        return "only-a" if right is None else "only-b"
    same = a.text[slice(*left)].split() == b.text[slice(*right)].split()
    return "same" if same else "changed"
