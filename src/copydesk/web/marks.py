"""Marks on a text: overlapping spans cut into segments that each say which marks lie on them.

A sweep over the starts and ends of all marks, in order: marks may nest, cross and repeat. Where marks of one layer lie
on each other (a claim inside a claim), the segment says so.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from copydesk.records import Record, Span

# outermost first: a segment's elements nest in this order, so that each layer keeps a channel of its own
LAYERS: Final = ("content", "anonymity", "source", "cue", "event", "time", "defect", "change")

DEEPEST: Final = 50  # marks that are shown on one character; a page is hostile that has more


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A span that is marked: its layer, the number of the note that explains it, and words for CSS classes."""

    span: Span
    layer: str
    note: int
    classes: str = ""
    refers: bool = False  # the note's number is printed where this mark ends


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """What one layer puts on a segment: CSS classes, and whether a mark opens or closes here."""

    name: str
    classes: str
    opens: bool
    closes: bool
    deep: bool


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of text under the same marks; `refers` are the notes whose number follows it."""

    text: str
    layers: tuple[Layer, ...] = ()
    notes: tuple[int, ...] = ()
    refers: tuple[int, ...] = ()


def segments(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Return a span of a text as segments; joined, their texts are `text[start:end]`, whatever the marks are."""
    start, end = span
    inside = [mark for mark in marks if mark.span[0] < end and mark.span[1] > start and mark.span[0] < mark.span[1]]
    cuts = sorted({start, end, *(min(max(edge, start), end) for mark in inside for edge in mark.span)})
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.span[0], start), []).append(mark)
        closing.setdefault(min(mark.span[1], end), []).append(mark)
    active: list[Mark] = []
    result = []
    for first, last in pairwise(cuts):
        closed = {id(mark) for mark in closing.get(first, ())}
        active = ([mark for mark in active if id(mark) not in closed] + opening.get(first, []))[:DEEPEST]
        ends_here = closing.get(last, [])
        result.append(
            Segment(
                text=text[first:last],
                layers=_layers(active, first, last),
                notes=tuple(sorted({mark.note for mark in active})),
                refers=tuple(sorted({mark.note for mark in ends_here if mark.refers and mark.span[1] == last})),
            )
        )
    return tuple(result)


def _layers(active: Sequence[Mark], first: int, last: int) -> tuple[Layer, ...]:
    found = []
    for name in LAYERS:
        here = [mark for mark in active if mark.layer == name]
        if here:
            found.append(
                Layer(
                    name=name,
                    classes=" ".join(sorted({word for mark in here for word in mark.classes.split()})),
                    opens=any(mark.span[0] == first for mark in here),
                    closes=any(mark.span[1] == last for mark in here),
                    deep=len(here) > 1,
                )
            )
    return tuple(found)


def blocks(record: Record) -> tuple[Span, ...]:
    """Return the record's paragraphs in order, with any text that stands between them, so that nothing is left out."""
    found: list[Span] = []
    position = 0
    for start, end in [*sorted(record.paragraphs), (len(record.text), len(record.text))]:
        start = max(start, position)
        if record.text[position:start].strip():
            found.append((position, start))
        if end > start and record.text[start:end].strip():
            found.append((start, end))
        position = max(position, end, start)
    return tuple(found)
