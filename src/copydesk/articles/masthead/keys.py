"""Words in a form for comparing: titles and names without case and punctuation."""

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")


def title_key(words: str) -> str:
    """Return words without case and punctuation, joined by single blanks."""
    return " ".join(_WORD.findall(words.casefold()))
