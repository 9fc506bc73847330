"""Which of two pages was made from the other: by credits, by publication time, else by what editing leaves behind."""

import math
from typing import Final, NamedTuple

from copydesk.copies.pairing.credits import credit, is_own, same_source
from copydesk.copies.pairing.signs import signs
from copydesk.copies.texts.align import Alignment
from copydesk.copies.texts.view import View
from copydesk.records import Record

# fmt: off
WEIGHTS: Final = (
    0.177, 0.097, 0.198, 0.429, 0.346, 0.196, 0.076, 0.38, 0.117, 0.26,
    0.924, -0.057, 0.612, 0.329, -0.158, 0.177, 0.368, -0.327, -0.509, -0.317,
    -0.299, -0.086, -0.347, 0.404, 0.094, -0.224, 0.585, 0.21, 1.977, -1.572,
    -0.151, 0.867, -0.657, -5.848,
)
# fmt: on
"""Of `signs`, fitted on Wikipedia versions and on made copies of news (`training/copies.py`)."""
UNSURE: Final = 0.05
"""Difference from .5 up to which nothing is said for a direction."""


class Direction(NamedTuple):
    """How likely it is that B was made from A, what speaks for it, and whether credits or times say so."""

    forward: float
    evidence: tuple[str, ...]
    known: bool


def direction(a: View, b: View, alignment: Alignment) -> Direction:
    """Return how likely it is that `b` was made from `a`, and what speaks for it, strongest first."""
    to, back = _credits(b.record, a.record), _credits(a.record, b.record)
    if bool(to) != bool(back):
        said = (f"credits {to}",) if to else (f"credited by the other as {back}",)
        return Direction(0.95 if to else 0.05, said, known=True)
    when = [view.record.told or "" for view in (a, b)]
    size = min(len(value) for value in when)
    first, second = (value[:size] for value in when)
    if size >= 10 and first != second:
        return Direction(0.9 if first < second else 0.1, (f"published {when[0]} and {when[1]}",), known=True)
    if _nameless(a.record) != _nameless(b.record):
        whole = b.record if _nameless(a.record) else a.record
        if whole.agency and whole.publisher and is_own(whole):
            why = f"{whole.publisher}'s own story, and the other does not say where it is from"
            return Direction(0.8 if whole is a.record else 0.2, (why,), known=True)
    forward = by_wording(a, b, alignment)
    if abs(forward - 0.5) < UNSURE:
        return Direction(forward, (), known=False)
    return Direction(forward, ("by what was put in and left out",), known=False)


def by_wording(a: View, b: View, alignment: Alignment) -> float:
    """Return how likely it is that `b` is a later version of `a`, by the two texts alone; .5 where they are alike."""
    logit = sum(weight * sign for weight, sign in zip(WEIGHTS, signs(a, b, alignment), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _nameless(record: Record) -> bool:
    """Return whether a page names neither its publisher nor an agency, nor says when it appeared."""
    return not (record.publisher or record.agency or record.told)


def _credits(copy: Record, source: Record) -> str | None:
    """Return the name under which one page credits the publisher of the other, whose own story that is."""
    if not source.publisher or not is_own(source):
        return None
    named = credit(copy, [source.publisher])
    return named if same_source(named, source.publisher) and not same_source(copy.publisher, source.publisher) else None
