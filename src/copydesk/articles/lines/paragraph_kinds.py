"""What kind each paragraph of text without markup is, as far as its words and its neighbours tell."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.articles.paragraphs import SENTENCE_END, word_count
from copydesk.english.captions import is_caption
from copydesk.english.page_words import CORRECTION
from copydesk.records import Block, BlockKind, Span

_ITEM: Final = re.compile(r"(?:[•·▪►‣◦✓✔*–—-]|\d{1,2}[.)])\s+\S")
_QUOTED: Final = frozenset("\"“”„«»‘'")
_HEADING: Final = 10  # words of a subhead, at most
_PROSE: Final = 8  # words of a paragraph of prose, at least


def typed_paragraphs(text: str, spans: Sequence[Span]) -> tuple[Block, ...]:
    """Return a text's paragraphs as blocks: list items, corrections, captions, subheads before prose, else paragraphs.

    Args:
        text: the story.
        spans: where its paragraphs stand, in order.
    """
    paragraphs = [text[start:end] for start, end in spans]
    return tuple(Block(span=span, kind=_kind(paragraphs, i)) for i, span in enumerate(spans))


def _kind(paragraphs: list[str], i: int) -> BlockKind:
    words = paragraphs[i]
    if _ITEM.match(words):
        return "list-item"
    if CORRECTION.match(words[:120]):
        return "correction"
    if is_caption(words):
        return "caption"
    brief = word_count(words[:200]) <= _HEADING and "\n" not in words and not SENTENCE_END.search(words)
    if brief and i > 0 and i + 1 < len(paragraphs) and words[0] not in _QUOTED and not words[0].islower():
        before, after = paragraphs[i - 1], paragraphs[i + 1]
        if SENTENCE_END.search(before) and _is_prose(after):
            return "heading"
    return "paragraph"


def _is_prose(words: str) -> bool:
    return word_count(words) >= _PROSE and SENTENCE_END.search(words) is not None
