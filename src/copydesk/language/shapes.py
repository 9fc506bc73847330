"""What a word looks like, for an encoder that reads in lower case: letter case, digits, marks, quotes, spacing.

Each word gets one number for each of `COLUMNS`; the network adds one learned vector for each to the word's pieces.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

COLUMNS = {"form": 24, "space": 4, "quote": 4}
"""The columns and how many values each may take."""

FORMS = {"none": 0, "lower": 1, "title": 2, "upper": 3, "initial": 4, "mixed": 5, "digits": 6, "digit-mix": 7}
_MARKS = {
    8: "“«„", 9: "”»", 10: '"', 11: "‘", 12: "’'`´", 13: ".", 14: ",", 15: "!?", 16: ":", 17: ";", 18: "-–—",
    19: "([{", 20: ")]}", 21: "…",
}  # fmt: skip
_FORM_OF_MARK = {mark: number for number, marks in _MARKS.items() for mark in marks}
_OTHER_MARK, _RUN = 22, 23  # numbers of further shapes
_OPENING, _CLOSING, _STRAIGHT = set("“«„"), set("”»"), '"'
NO_SPACE, SPACE, PARAGRAPH, TEXT_START = 0, 1, 2, 3  # what stands before a word
OUTSIDE, INSIDE, OPENS, CLOSES = 0, 1, 2, 3  # how a word stands to quotation marks


def form(word: str) -> int:
    """Return the number of a word's form: its letter case, or which mark it is."""
    if len(word) == 1 and not word.isalnum():
        return _FORM_OF_MARK.get(word, _OTHER_MARK)
    if word.isdigit():
        return FORMS["digits"]
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return FORMS["digit-mix"] if any(c.isdigit() for c in word) else _RUN
    if any(c.isdigit() for c in word):
        return FORMS["digit-mix"]
    if word.islower():
        return FORMS["lower"]
    if word.isupper():
        return FORMS["initial"] if len(letters) == 1 else FORMS["upper"]
    if word.istitle() or (word[0].isupper() and word[1:].islower()):
        return FORMS["title"]
    return FORMS["mixed"]


def shapes(words: Sequence[str], spaces: Sequence[int]) -> NDArray[np.int64]:
    """Return an (n, 3) array: the form of each word, its space before, and where it stands among quotation marks.

    `spaces` tells for each word what stands before it: nothing, a space, a paragraph's or the text's beginning. An
    open quotation ends with its paragraph, so that one lost mark does not turn the rest of a page inside out.
    """
    forms: dict[str, int] = {}
    quotes: list[int] = []
    inside = False
    for word, space in zip(words, spaces, strict=True):
        if word not in forms:
            forms[word] = form(word)
        if space >= PARAGRAPH:
            inside = False
        state = INSIDE if inside else OUTSIDE
        if word in _OPENING:
            state, inside = OPENS, True
        elif word in _CLOSING:
            state, inside = CLOSES, False
        elif word == _STRAIGHT:
            state, inside = (CLOSES, False) if inside else (OPENS, True)
        quotes.append(state)
    columns = [[forms[word] for word in words], spaces, quotes]
    return np.array(columns, dtype=np.int64).reshape(len(COLUMNS), len(words)).T.copy()
