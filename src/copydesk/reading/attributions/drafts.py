"""What the finders of attributions hand on: the spans of source, cue and content, before they become a record."""

from typing import NamedTuple

from copydesk.records import Span


class Draft(NamedTuple):
    """The spans of one attribution, each role in order of the text; a role that is not there is empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def trim(text: str, start: int, end: int, extra: str = "") -> Span:
    """Return the span without white space (and characters of `extra`) at its two ends; may be empty."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return start, end


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the spans of the lines of a text that are not blank."""
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = trim(text, start, start + len(line))
        if span[0] < span[1]:
            spans.append(span)
        start += len(line)
    return tuple(spans)
