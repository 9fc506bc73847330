"""Words in a form for comparing: titles and names without case and punctuation."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def title_key(words: str) -> str:
    """Return words without case and punctuation, joined by single blanks."""
    return " ".join(_WORD.findall(words.casefold()))
