"""Names as the finders of slips see them: runs of capitalised words, and how alike two of them are."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from copydesk.english.abbreviations import OPENERS
from copydesk.reading.defects.story import StoryText

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


def distance(one: str, two: str, most: int) -> int:
    """Return how many letters were changed, lost, added or swapped (Damerau 1964), or `most` + 1 if more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def skeleton(name: str) -> str:
    """Return a name without what transliterations of it differ in: accents, doubled letters, kh for h, y for i."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))
    for pattern, to in _RULES:
        plain = pattern.sub(to, plain)
    return plain
