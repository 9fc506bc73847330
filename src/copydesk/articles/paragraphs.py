"""Paragraphs of a story: joined into one text with their spans, copies left out, sentence ends told."""

import re
from typing import Final

from copydesk.records import Span

SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_MIN_COPY_SPACES: Final = 5  # blanks of a text that hardly comes twice in one story


def join(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the story's text, paragraphs parted by an empty line, and where each paragraph stands in it."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def without_copies(texts: list[str], kept: list[int]) -> list[int]:
    """Leave out what stands in the story before: pages carry a body, or parts of it, once for each width of screen.

    A brief line may well come twice, so it is left out only right after a longer copy.

    Args:
        texts: the page's lines or blocks.
        kept: the indices of those that are the story's, in order; what is left of them is returned.
    """
    seen: set[str] = set()
    first, after_copy = [], False
    for i in kept:
        text = texts[i]
        after_copy = text in seen and (after_copy or text.count(" ") >= _MIN_COPY_SPACES)
        if not after_copy:
            first.append(i)
        seen.add(text)
    return first
