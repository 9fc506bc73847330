"""Sentences of a text that are none of its story: captions with their credits, a company's words about itself.

They stand under many stories alike and prove no copying.
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.captions import CREDIT
from copydesk.records import Record, Span

LEAST: Final = 30
"""Words of a story; where what is left has fewer, nothing is left out: a gallery is its captions."""
SHARE: Final = 0.25
"""The same as a share of all words."""
_ABOUT: Final = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?:About\s[A-Z][\w&.,’' -]{1,60}?(?::|"
    r"\s[–—-]|[ \t]{0,4}\n)|Forward-[Ll]ooking [Ss]tatements?\b|"
    r"(?:[A-Z]\w+ )?[Mm]edia [Cc]ontacts?\b|Notes to [Ee]ditors\b)"
)
_PARAGRAPH: Final = re.compile(r"\n[ \t]{0,4}\n|\n(?=[A-Z][^\n]{0,60}\n)")


def kept_sentences(record: Record, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences of a record's story, without captions and a company's words about itself."""
    text = record.text
    captions = [block.span for block in record.blocks if block.kind == "caption"]
    about = _about(text)
    left = [
        span
        for span in spans
        if not _within(span, captions) and not _within(span, about) and not CREDIT.search(text, *span)
    ]
    if len(left) == len(spans):
        return list(spans)
    words = sum(len(text[start:end].split()) for start, end in left)
    return left if words >= max(LEAST, SHARE * len(text.split())) else list(spans)


def _about(text: str) -> list[Span]:
    """Return where a company describes itself: each such paragraph, with a heading of its own the one after it."""
    found = []
    for match in _ABOUT.finditer(text):
        end = _PARAGRAPH.search(text, match.end() + 1)
        stop = end.start() if end else len(text)
        if stop - match.end() < 40 and end:
            after = _PARAGRAPH.search(text, end.end() + 1)
            stop = after.start() if after else len(text)
        found.append((match.start(), stop))
    return found


def _within(span: Span, places: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in places)
