"""What the finders of attributions hand on: the spans of source, cue and content, before they become a record."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.records import Span

_ENDINGS: Final = frozenset('.?!…:”"’)')
_OPENERS: Final = ("“", '"', "„", "«", "”")


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


def split_at_lines(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return paragraphs cut at line ends inside them that end a thought: after a sentence or colon, before a quotation.

    A line that merely ran full goes on in the next one.
    """
    spans = []
    for start, end in paragraphs:
        at = start
        while (line := text.find("\n", at, end)) >= 0:
            before, after = trim(text, start, line), trim(text, line, end)
            ended = before[0] < before[1] and text[before[1] - 1] in _ENDINGS
            if ended or (text[after[0] : after[0] + 1] in _OPENERS and text[before[1] - 1] != ","):
                spans.append(before)
                start = after[0]
            at = max(line + 1, after[0])
        spans.append(trim(text, start, end))
    return tuple(span for span in spans if span[0] < span[1])


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
