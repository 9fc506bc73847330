"""Alterations of fact with the weight of their kind: how much each matters to a reader who trusts the copy."""

from typing import Final

from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.copy_types import Alteration, AlterationKind
from copydesk.records import Span

WEIGHTS: Final[dict[AlterationKind, float]] = {
    "name": 0.9,
    "place": 0.9,
    "number": 0.9,
    "date": 0.8,
    "negation": 1.0,
    "meaning": 0.8,
    "attribution": 0.7,
    "source-widened": 0.7,
    "certainty": 0.6,
    "quote": 0.6,
    "hedge-on-number": 0.6,
    "respelt": 0.02,
}


def alteration(
    kind: AlterationKind,
    a: Row,
    b: Row,
    span_a: Span | None,
    span_b: Span | None,
    note: str,
    weight: float | None = None,
) -> Alteration:
    """Return an alteration with its words, and its kind's weight where no other is given."""
    return Alteration(
        kind=kind,
        a=span_a,
        b=span_b,
        before=a.text(span_a),
        after=b.text(span_b),
        weight=WEIGHTS[kind] if weight is None else weight,
        note=note,
    )
