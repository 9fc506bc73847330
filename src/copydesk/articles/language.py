"""The language a story is written in: English by its commonest words, any other by py3langid."""

import re
from functools import cache
from typing import Any, Final

from copydesk.english.function_words import COMMONEST, ENGLISH_ALONE, TOLD_ENGLISH

_TOKEN: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 2000  # characters of a text that are looked at
_MIN_LETTERS: Final = 20  # of a text whose language can be told
_MIN_SHARE: Final = 0.18  # of English words in a text that is taken for English without further ado
_MIN_ALONE: Final = 0.06  # of words that English alone has: a short text in Danish is full of "at", "for", "have"
_ALONE: Final = frozenset(("the", "and"))  # no other language has both
_MIN_KINDS: Final = 12  # different ones of the commonest words, these two among them, that English alone has
_MIN_COMMON: Final = 0.1  # and their share, of a text with few of them: a list, a description of goods
_MIN_PROBABILITY: Final = 0.6  # under which the identifier is not believed
_BROADER: Final = {"wuu": "zh", "yue": "zh", "lzh": "zh", "nb": "no", "nn": "no", "zxx": None, "und": None}


def language_of(text: str) -> str | None:
    """Return the code (ISO 639-1 where there is one) of a text's language, or None where it is too short or mixed.

    English is told by its commonest words, so that the identifier (py3langid: Lui and Baldwin 2012; 4 MB, 120 MB in
    memory) is loaded only for what is not plainly English.
    """
    sample = text[:_SAMPLE]
    tokens = _TOKEN.findall(sample.lower())
    if sum(map(len, tokens)) < _MIN_LETTERS:
        return None
    if _is_plainly_english(tokens):
        return "en"
    code, probability = _identifier().classify(sample)
    return _BROADER.get(code, code) if probability >= _MIN_PROBABILITY else None


def _is_plainly_english(tokens: list[str]) -> bool:
    """Tell whether many of a text's words, in small letters, are those that English has most of."""
    alone = sum(map(ENGLISH_ALONE.__contains__, tokens)) >= _MIN_ALONE * len(tokens)
    if alone and sum(map(TOLD_ENGLISH.__contains__, tokens)) >= _MIN_SHARE * len(tokens):
        return True
    common = [token for token in tokens if token in COMMONEST]
    kinds = frozenset(common)
    return len(kinds) >= _MIN_KINDS and kinds >= _ALONE and len(common) >= _MIN_COMMON * len(tokens)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to import, and for other languages only

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
