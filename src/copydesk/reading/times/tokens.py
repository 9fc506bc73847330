"""Text to tokens with classes: the first step of the cascade."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.reading.times.scanner import BREAK, OTHER, Token, letter

Word = Callable[[Sequence[str], int], bool]

_TOKEN = re.compile(
    r"""
    (?P<BREAK>\n[ \t\r]*\n)
  | (?P<ISO>(?<![\d.])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
  | (?P<NUMDATE>(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))
  | (?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<MERIDIEM>[AaPp]\.[ ]?[Mm]\b\.?|[AaPp][Mm]\b|AM\b|PM\b)
  | (?P<DECADE>(?:['’]|\b(?:1\d|20))\d0(?:['’])?s\b)
  | (?P<ORDINAL>\b\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<PART_CODE>\b[QH][1-4]\b)
  | (?P<FRACTION>\b1/[234]\b|[½¼¾])
  | (?P<NUMBER>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
  | (?P<ERA>\b[BA]\.[CD]\b\.?)
  | (?P<SHORT_YEAR>(?<![\w'’])['’]\d\d\b(?!['’]))
  | (?P<POSS>['’]s\b)
  | (?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
  | (?P<HYPHEN>[-–](?![-–]))
  | (?P<COMMA>,)
  | (?P<SLASH>/)
  | (?P<DOT>\.)
  | (?P<OTHER>[^\s])
    """,
    re.VERBOSE,
)

_MARKS = frozenset({"HYPHEN", "COMMA", "SLASH", "DOT", "POSS"})
_MONEY = frozenset("$£€¥#")
_UNCOUNTED = frozenset({"%", "percent", "pc"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language: classes and meanings of words and phrases, and how its doubtful words are decided.

    `phrases` is keyed by a phrase's first word and gives the rest of its words, longest phrase first; `abbreviations`
    may take a full stop; `doubtful` maps a word to a test of the words as written and its place among them.
    """

    words: Mapping[str, tuple[str, Any]]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, Any]]]]
    abbreviations: frozenset[str]
    doubtful: Mapping[str, Word]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, their classes as one string, and all its words as written, in order."""

    tokens: list[Token]
    classes: str
    words: list[str]


def split_words(text: str) -> list[str]:
    """Return the words and marks of a text, as written."""
    return [match.group() for match in _TOKEN.finditer(text)]


def tokenize(text: str, vocabulary: Vocabulary) -> Tokens:
    """Return the tokens of a text."""
    found = [(m.lastgroup, m.start(), m.end()) for m in _TOKEN.finditer(text)]
    raw = [text[start:end] for _, start, end in found]
    words, phrases, doubtful = vocabulary.words, vocabulary.phrases, vocabulary.doubtful
    tokens: list[Token] = []
    classes: list[str] = []
    index, size = 0, len(found)
    while index < size:
        kind, start, end = found[index]
        first, value, name = index, None, OTHER
        if kind == "WORD":
            low = raw[index].lower()
            entry = words.get(low)
            if low in phrases:
                for rest, meaning in phrases[low]:
                    after = index + 1 + len(rest)
                    if tuple(map(str.lower, raw[index + 1 : after])) == rest:
                        entry, index = meaning, after - 1
                        end = found[index][2]
                        break
            if entry and (low not in doubtful or index > first or doubtful[low](raw, index)):
                name, value = letter(entry[0]), entry[1]
                if (
                    low in vocabulary.abbreviations
                    and raw[index + 1 : index + 2] == ["."]
                    and found[index + 1][1] == end
                ):
                    index += 1
                    end = found[index][2]
        elif kind == "BREAK":
            name = BREAK
        elif kind != "OTHER":
            name, value = _number_class(str(kind), raw, index, found)
        tokens.append(Token(start, end, value, first, index))
        classes.append(name)
        index += 1
    return Tokens(tokens, "".join(classes), raw)


def _number_class(
    kind: str, raw: Sequence[str], index: int, found: Sequence[tuple[str | None, int, int]]
) -> tuple[str, Any]:
    """Return class and meaning of a token that is a number or has one in it."""
    word = raw[index]
    if kind == "NUMBER":
        return _plain_number(word, raw, index, found)
    if kind == "ORDINAL":
        return letter("ORDINAL"), int(word[:-2])
    if kind == "ERA":
        return letter("BC" if word[0] == "B" else "AD"), word
    return letter(kind), None if kind in _MARKS else word


def _plain_number(
    word: str, raw: Sequence[str], index: int, found: Sequence[tuple[str | None, int, int]]
) -> tuple[str, Any]:
    _, start, end = found[index]
    before = raw[index - 1] if index and found[index - 1][2] == start else ""
    after = raw[index + 1] if index + 1 < len(raw) and found[index + 1][1] == end else ""
    if before in _MONEY or after in _UNCOUNTED or before == "." or (before and before[-1].isalnum()):
        return OTHER, None
    if after[:1].isalpha() and after.lower().rstrip(".") not in {"am", "pm", "a.m", "p.m", "hrs", "hr", "h", "z"}:
        return OTHER, None
    if "." in word:
        return letter("DECIMAL"), word
    if len(word) == 4 and word[0] == "0":
        return letter("MILITARY"), word
    number = int(word.replace(",", "")) if len(word) < 16 else 10**16
    if len(word) <= 2 and 1 <= number <= 31:
        return letter("DAYNUM"), number
    if len(word) == 4 and 1000 <= number <= 2100:
        return letter("YEAR"), number
    return letter("BIG"), word
