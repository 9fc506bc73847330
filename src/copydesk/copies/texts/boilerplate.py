"""Sentences of a text that are none of its story: captions and credits, who reported, a company's words about itself.

They stand under many stories alike and prove no copying.
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.captions import CREDIT
from copydesk.english.credits import CONTRIBUTED_TO_THIS, CREDIT_ASIDE, REPORTING_BRACKET
from copydesk.english.page_words import ABOUT
from copydesk.records import Record, Span

LEAST: Final = 30
"""Words of a story; where what is left has fewer, nothing is left out: a gallery is its captions."""
SHARE: Final = 0.25
"""The same as a share of all words."""
CHARACTERS: Final = 50_000
"""Characters that are looked at."""
_LINE: Final = re.compile(r"[^\n]+")
_SCRIPT: Final = re.compile(r"\bwindow\._|\.push\(\{|\bfunction\s?\(\w{0,20}\)\s?\{")
_PARAGRAPH: Final = re.compile(r"\n[ \t]{0,4}\n|\n(?=[A-Z][^\n]{0,60}\n)")


def kept_sentences(record: Record, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences of a record's story, without captions, credits and a company's words about itself."""
    text = record.text
    captions = [block.span for block in record.blocks if block.kind == "caption"]
    captions += _scripts(text)
    about = _about(text)
    left = [
        span
        for span in spans
        if not _within(span, captions)
        and not _within(span, about)
        and not CREDIT.search(text, *span)
        and not is_credit(text[slice(*span)])
    ]
    if len(left) == len(spans):
        return list(spans)
    words = sum(len(text[start:end].split()) for start, end in left)
    return left if words >= max(LEAST, SHARE * len(text.split())) else list(spans)


def _scripts(text: str) -> list[Span]:
    """Return the lines that are a script which a page left in its text."""
    lines = _LINE.finditer(text, 0, CHARACTERS)
    return [match.span() for match in lines if _SCRIPT.search(match[0])]


def is_credit(words: str) -> bool:
    """Whether a sentence only says who reported, wrote, edited or contributed."""
    words = words.strip(" \t\n_*—-")
    return bool(REPORTING_BRACKET.match(words) or CONTRIBUTED_TO_THIS.match(words) or CREDIT_ASIDE.fullmatch(words))


def _about(text: str) -> list[Span]:
    """Return where a company describes itself: each such paragraph, with a heading of its own the one after it."""
    found = []
    for match in ABOUT.finditer(text):
        end = _PARAGRAPH.search(text, match.end() + 1)
        stop = end.start() if end else len(text)
        if stop - match.end() < 40 and end:
            after = _PARAGRAPH.search(text, end.end() + 1)
            stop = after.start() if after else len(text)
        found.append((match.start(), stop))
    return found


def _within(span: Span, places: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in places)
