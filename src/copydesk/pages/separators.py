"""Texts of scraped corpora whose paragraphs are parted by a sign (` ### `, ` | `, a written `\\n`) and no line ends."""

import re
from collections import Counter
from typing import Final

LEAST: Final = 3
"""Times that a separator stands between words of a text; a `###` alone is the end mark of a wire story."""
LONGEST: Final = 2_000_000
"""Characters of a text that is looked at; a page of news has some 5,000."""
_SIGN: Final = re.compile(r"(?<!\S)([#*|=~_@/+^])\1{0,9}(?!\S)|\|\||¶|<[bB][rR] ?/?>|(?:\\r)?\\n(?![a-z])")
_ALONE: Final = frozenset("#*=~_@/+^")  # one of them is a sign, a footnote, an operator
_BAR: Final = "|"  # parts of a menu or masthead, too: a separator only where it follows sentences
_LINE: Final = "\\n"
_SHAPES: Final = {"<br>": "<[bB][rR] ?/?>", "||": r"\|\|", "¶": "¶"}  # those that may touch words
_AFTER_SENTENCE: Final = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}[ \t]{0,9}$")
_LOOK_BACK: Final = 14


def with_paragraphs(text: str) -> tuple[str, str | None]:
    """Return text with line breaks in place of a separator, and that separator; None where it has none.

    A separator is a sign that stands free, the same at least three times between words, in a text that has (nearly)
    no line breaks. The breaks take as many characters as what they stand for, so all positions stay.
    """
    if len(text) > LONGEST:
        return text, None
    found: Counter[str] = Counter()
    after_sentence = 0
    end = len(text.rstrip())
    for match in _SIGN.finditer(text):
        sign = _name(match[0])
        if sign not in _ALONE and match.start() > 0 and match.end() < end:
            found[sign] += 1
            if sign == _BAR:
                before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
                after_sentence += _AFTER_SENTENCE.search(before) is not None
    if after_sentence * 2 < found[_BAR]:
        del found[_BAR]
    if not found:
        return text, None
    sign, times = found.most_common(1)[0]
    if times < LEAST or sum(1 for line in text.split("\n") if line.strip()) - 1 > times // 3:
        return text, None
    if sign == _LINE:
        return _unescaped(text, times), sign
    shape = _SHAPES.get(sign) or rf"(?<!\S){re.escape(sign)}(?!\S)"
    runs = re.compile(rf"(?:{shape}[ \t]{{0,9}})+")
    least = min(len(match[0]) for match in runs.finditer(text))
    breaks = "\n\n" if least > 1 else "\n"
    return runs.sub(lambda match: breaks + " " * (len(match[0]) - len(breaks)), text), sign


def _name(sign: str) -> str:
    lower = sign.lower()
    return "<br>" if lower.startswith("<br") else _LINE if lower.startswith("\\") else sign


def _unescaped(text: str, times: int) -> str:
    """Return text with line breaks for the `\\n` written in it."""
    if text.count(_LINE) > 2 * times:  # most stand before small letters: names of files, not line ends
        return text
    alone = "\\n\\n" not in text and "\\n\\r\\n" not in text
    text = text.replace("\\r\\n", "  \\n")
    return text.replace(_LINE, "\n\n" if alone else " \n")
