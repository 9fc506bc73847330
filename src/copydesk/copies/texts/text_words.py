"""Words of a text as copies are compared by: tokens with offsets, crude stems, which are names and numbers.

The pattern is not the scanner of `copydesk.language`, which parts contractions and possessives as grammar wants it:
that takes more than six times as long, and families are found less precisely (docs/architecture.md).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple
from unicodedata import combining, normalize
from zlib import crc32

from copydesk.english.function_words import STOP_WORDS
from copydesk.english.numbers import CARDINALS, TENS

TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+){0,4}|(?:[A-Z]\.){2,6}|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPELLING: Final = str.maketrans({"’": "'", "ß": "s"})
NUMBERS: Final = {word: str(value) for word, value in (CARDINALS | TENS).items()}
REMEMBERED: Final = 40
"""Letters of a word whose stem is remembered: few words are many of a text's."""
REMEMBERED_WORDS: Final = 2048
"""Words whose stems are remembered, some 300 bytes each: nine in ten words of news are among them."""
CONTENT: Final = 1  # bit of a word that is no function word
CAPITAL: Final = 2  # bit of a capitalised word
NUMBER: Final = 4
"""Bits of a word's kind: no function word, capitalised, a number."""


class Token(NamedTuple):
    """A word: offsets, the stem it is compared by, whether it is capitalised, whether it is a number."""

    start: int
    end: int
    stem: str
    capital: bool
    number: bool

    @property
    def content(self) -> bool:
        """Whether the word carries content: no function word."""
        return self.stem not in STOP_WORDS


def stem(word: str) -> str:
    """Return what a word is compared by: lower case, number words as digits, endings and house spellings evened out.

    Cutting words to their first six letters is the plainest stemmer that does not need a dictionary (Can et al. 2008,
    "Information retrieval on Turkish texts", found it on a par with lemmas).
    """
    low = word.lower().translate(_SPELLING).removesuffix("'s").replace(".", "")
    low = folded(low)
    if low in NUMBERS:
        return NUMBERS[low]
    if len(low) < 4 or low.isdigit():
        return low
    low = low.replace("our", "or").replace("ise", "ize").replace("isa", "iza")
    if low.endswith("re") and not low.endswith(("are", "ere", "ire", "ore", "ure")):
        low = low[:-2] + "er"
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low[:6]


def folded(word: str) -> str:
    """Return a word without accents."""
    if word.isascii():
        return word
    return "".join(char for char in normalize("NFD", word) if not combining(char))


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words of a stretch of text; hyphens part words."""
    new = tuple.__new__  # a named tuple's own costs twice the time
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match[0]
        yield new(Token, match.span() + (_form(word) if len(word) <= REMEMBERED else _form.__wrapped__(word)))


def coded(text: str, start: int, end: int, most: int) -> list[tuple[int, int, int]]:
    """Return start, hash of the stem, and kind of at most so many words of a stretch of text.

    The kind has the bits `CONTENT`, `CAPITAL` and `NUMBER`.
    """
    found = islice(TOKEN.finditer(text, start, end), most)
    return [(m.start(), *(_code(w) if len(w := m[0]) <= REMEMBERED else _code.__wrapped__(w))) for m in found]


@lru_cache(maxsize=REMEMBERED_WORDS)
def _code(word: str) -> tuple[int, int]:
    form, capital, number = _form.__wrapped__(word)
    kind = (CONTENT if form not in STOP_WORDS else 0) | (CAPITAL if capital else 0) | (NUMBER if number else 0)
    return crc32(form.encode()), kind


@lru_cache(maxsize=REMEMBERED_WORDS)
def _form(word: str) -> tuple[str, bool, bool]:
    """Return a word's stem, whether it is capitalised, whether it is a number."""
    number = word[0].isdigit()
    form = word.replace(",", "") if number else stem(word)
    return form, word[0].isupper(), number or form.isdigit()
