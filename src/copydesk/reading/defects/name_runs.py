"""Names as the finders of slips see them: runs of capitalised words, and how alike two of them are."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from copydesk.english.abbreviations import OPENERS
from copydesk.reading.defects.searched_text import StoryText

_NAME: Final = re.compile(
    r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w-]{0,29}\w(?: (?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w-]{0,29}\w)){0,4}(?=(?:['’]s?)?(?![\w-]))"
)
_RULES: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"['’`]", ""),
        (r"(?<=[kgdtb])h", ""),
        (r"tz", "ts"),
        (r"ck|q", "k"),
        (r"sch", "sh"),
        (r"tch", "ch"),
        (r"ou|oo", "u"),
        (r"ei|ey|ay", "ai"),
        (r"[iyj]+", "i"),
        (r"w", "v"),
        (r"(\w)\1", r"\1"),
        (r"-", ""),
    )
)


def find_names(story: StoryText) -> Iterator[tuple[int, str]]:
    """Yield runs of capitalised words, without the little word that opens a sentence."""
    for match in _NAME.finditer(story.text):
        first, _, rest = match.group().partition(" ")
        if first.lower() not in OPENERS:
            yield match.start(), match.group()
        elif rest:
            yield match.start() + len(first) + 1, rest


def skeleton(name: str) -> str:
    """Return a name without what transliterations of it differ in: accents, doubled letters, kh for h, y for i."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))
    for pattern, to in _RULES:
        plain = pattern.sub(to, plain)
    return plain
