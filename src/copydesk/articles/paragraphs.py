"""Paragraphs of a story: joined into one text with their spans, copies left out, sentence ends told."""

import re
from typing import Final

from copydesk.records import Span

SENTENCE_END: Final = re.compile(r"[.!?:;…。！？؟।۔][\"'”’»)\]」』]*$")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MIN_RUN_WORDS, _MIN_PARAGRAPH_WORDS = 40, 60  # of a run of paragraphs, and of one, that hardly come twice in a story
_MAX_PLACES: Final = 8  # places before at which a paragraph is compared


def word_count(text: str) -> int:
    """Return about how many words a text has, also where no blanks part them."""
    blanks = text.count(" ") + 1
    return blanks if text.isascii() or not _UNSPACED.search(text) else max(blanks, len(_UNSPACED.findall(text)) // 2)


def join(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the story's text, paragraphs parted by an empty line, and where each paragraph stands in it."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def without_copies(texts: list[str], kept: list[int]) -> list[int]:
    """Leave out long runs that stand in the story before: pages carry a body once for each width of screen.

    What comes again one at a time, a refrain or a question put to several people, stays.

    Args:
        texts: the page's lines or blocks.
        kept: the indices of those that are the story's, in order; what is left of them is returned.
    """
    story = [texts[i] for i in kept]
    if len(frozenset(story)) == len(story):
        return kept
    first: list[int] = []
    places: dict[str, list[int]] = {}
    at = 0
    while at < len(story):
        copied = max((_same_run(story, before, at) for before in places.get(story[at], ())), default=0)
        if copied and _is_long(story[at : at + copied]):
            at += copied
            continue
        first.append(kept[at])
        if len(known := places.setdefault(story[at], [])) < _MAX_PLACES:
            known.append(at)
        at += 1
    return first


def _same_run(story: list[str], before: int, at: int) -> int:
    """Return how many paragraphs from `at` on are those from `before` on."""
    size = 0
    while before + size < at and at + size < len(story) and story[before + size] == story[at + size]:
        size += 1
    return size


def _is_long(run: list[str]) -> bool:
    """Tell whether a run hardly comes twice in one story: some paragraphs of forty words, or one of sixty."""
    words = sum(text.count(" ") + 1 for text in run)
    return words >= (_MIN_RUN_WORDS if len(run) > 1 else _MIN_PARAGRAPH_WORDS)
