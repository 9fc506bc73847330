"""The reading view of one record: its paragraphs as marked segments, each with its notes, in parts of bounded size."""

from bisect import bisect_left
from itertools import pairwise
from typing import Final

import msgspec

from copydesk.records import Record, Span
from copydesk.web.marks import DEEPEST, Mark, Segment, blocks, segments
from copydesk.web.notes import Note, annotate

PART: Final = 60_000  # characters of text in one part of the view
MARKS: Final = 3_000  # marks that are laid on one paragraph


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph with the notes that stand beside it; `local` maps a note's number to its place in this row."""

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    local: dict[int, int]


class ReadingView(msgspec.Struct, frozen=True, kw_only=True):
    """What the reading view shows of a record: one part of its text, and how many notes the whole has."""

    record: Record
    paragraphs: tuple[Paragraph, ...]
    part: int
    parts: int
    notes: int


def reading(record: Record, part: int = 1) -> ReadingView:
    """Return one part of the reading view; a part that does not exist is read as the nearest one that does."""
    notes, marks = annotate(record)
    parts = _parts(blocks(record))
    part = min(max(part, 1), len(parts))
    first = sum(len(spans) for spans in parts[: part - 1])
    starts = [start for spans in parts for start, _ in spans]
    beside: dict[int, list[Note]] = {}
    for note in notes:  # a note stands beside the last paragraph that starts before its anchor
        beside.setdefault(max(bisect_left(starts, note.anchor) - 1, 0), []).append(note)
    here = _marks_in(parts[part - 1], marks)
    return ReadingView(
        record=record,
        paragraphs=tuple(
            _paragraph(record.text, span, tuple(beside.get(row, ())), found)
            for row, (span, found) in enumerate(zip(parts[part - 1], here, strict=True), first)
        ),
        part=part,
        parts=len(parts),
        notes=len(notes),
    )


def _paragraph(text: str, span: Span, notes: tuple[Note, ...], marks: list[Mark]) -> Paragraph:
    numbers = dict.fromkeys([*(note.number for note in notes), *(mark.note for mark in marks)])
    local = {number: place for place, number in enumerate(numbers, 1)}
    return Paragraph(segments=segments(text, span, marks), notes=notes, local=local)


def _marks_in(spans: list[Span], marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """Return the marks on each of several spans, which are in order, in one walk over both."""
    waiting = sorted(marks, key=lambda mark: mark.span, reverse=True)
    active: list[Mark] = []
    result = []
    for start, end in spans:
        active = [mark for mark in active if mark.span[1] > start][:DEEPEST]
        while waiting and waiting[-1].span[0] < end:
            mark = waiting.pop()
            if mark.span[1] > start and len(active) < MARKS:
                active.append(mark)
        result.append(active)
    return result


def _parts(spans: tuple[Span, ...]) -> list[list[Span]]:
    """Group paragraphs into parts of about `PART` characters; a longer paragraph is cut."""
    cut = [pair for start, end in spans for pair in pairwise([*range(start, end, PART), end])]
    parts: list[list[Span]] = [[]]
    size = 0
    for start, end in cut:
        if size and size + end - start > PART:
            parts.append([])
            size = 0
        parts[-1].append((start, end))
        size += end - start
    return parts
