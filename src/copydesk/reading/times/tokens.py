"""Text to tokens with classes: the first step of the cascade."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from copydesk.reading.times.scanner import BREAK, OTHER, TimeToken, letter

Word = Callable[[Sequence[str], int], bool]

_TOKEN = re.compile(
    r"""
    (?P<PLAIN>[A-Za-z]{3,}+(?=[ \n,]))
  | (?P<BREAK>\n[ \t\r]*\n)
  | (?P<ISO>(?<![\d.])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
  | (?P<NUMDATE>(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))
  | (?P<DOTDATE>(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\.?\d))
  | (?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<MERIDIEM>[AaPp]\.[ ]?[Mm]\b\.?|[AaPp][Mm]\b|AM\b|PM\b)
  | (?P<DECADE>(?:['’]|\b(?:1\d|20))\d0(?:['’])?s\b|\b[1-9]\d{0,2}0s(?=[ ][AB]\.?[CD]))
  | (?P<ORDINAL>\b\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<FISCAL_YEAR>\bFY[ ]?(?:['’]?\d\d|\d{4})\b(?![-/\d]))
  | (?P<NINE_ELEVEN>(?<![\d/])9/11(?![\d/]))
  | (?P<PART_CODE>\b[QH][1-4]\b)
  | (?P<CHAIN>\d++(?:[:/]\d++){3,})
  | (?P<FRACTION>\b1/[234]\b|[½¼¾])
  | (?P<NUMBER>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
  | (?P<ERA>\b[BA]\.[CD]\b\.?)
  | (?P<SHORT_YEAR>(?<![\w'’])['’]\d\d\b(?!['’]))
  | (?P<POSS>['’]s\b)
  | (?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
  | (?P<HYPHEN>[-–](?![-–]))
  | (?P<COMMA>,)
  | (?P<SLASH>/)
  | (?P<DOT>\.+)
  | (?P<OTHER>[^\s\w.,/'’–-]+|\S)
    """,
    re.VERBOSE,
)

_ORDINAL, _BC, _AD, _DECIMAL, _MILITARY, _DAYNUM, _YEAR, _BIG = map(
    letter, ("ORDINAL", "BC", "AD", "DECIMAL", "MILITARY", "DAYNUM", "YEAR", "BIG")
)
_MARKS = frozenset({"HYPHEN", "COMMA", "SLASH", "DOT", "POSS"})
_MONEY = frozenset("$£€¥#")
_DENSEST_TIMES, _DENSEST = 60, 8  # characters to a time word, and to a word of any class: prose has 200 and 12
_UNCOUNTED = frozenset({"%", "percent", "pc"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language: classes (as letters) and meanings of words and phrases, and how to decide doubtful ones.

    Every time expression holds a token of one of the classes `triggers`. `phrases` is keyed by a phrase's first word
    and gives the rest of its words, longest phrase first; `abbreviations` may take a full stop; `doubtful` maps a word
    to a test of the words as written and its place among them, `otherwise` gives what some of those are where the test
    fails, and `is_year` tests four digits so.
    """

    words: Mapping[str, tuple[str, Any]]
    triggers: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, Any]]]]
    abbreviations: frozenset[str]
    doubtful: Mapping[str, Word]
    otherwise: Mapping[str, tuple[str, Any]]
    is_year: Word


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, their classes as one string, all its words as written, in order, and how far it was read."""

    tokens: list[TimeToken]
    classes: str
    words: list[str]
    end: int


def split_words(text: str) -> list[str]:
    """Return the words and marks of a text, as written."""
    return [match.group() for match in _TOKEN.finditer(text)]


def tokenize(text: str, vocabulary: Vocabulary) -> Tokens:
    """Return the tokens of a text, as far as it is prose: far denser in times than any is read only so far."""
    found = [(match.lastgroup, *match.span()) for match in _TOKEN.finditer(text)]
    raw = [text[start:end] for _, start, end in found]
    words, phrases, doubtful = vocabulary.words, vocabulary.phrases, vocabulary.doubtful
    tokens: list[TimeToken] = []
    classes: list[str] = []
    index, size, other, triggers = 0, len(found), [OTHER], vocabulary.triggers
    times_left, left = 2000 + len(text) // _DENSEST_TIMES, 50_000 + len(text) // _DENSEST
    while index < size and times_left and left:
        kind, start, end = found[index]
        first, value, name = index, None, OTHER
        if kind == "PLAIN" or kind == "WORD":
            low = raw[index].lower()
            entry = words.get(low)
            if low in phrases:
                for rest, meaning in phrases[low]:
                    after = index + 1 + len(rest)
                    if tuple(map(str.lower, raw[index + 1 : after])) == rest:
                        entry, index = meaning, after - 1
                        end = found[index][2]
                        break
            if entry and index == first and low in doubtful and not doubtful[low](raw, index):
                entry = vocabulary.otherwise.get(low)
            if entry:
                name, value = entry
                if (
                    low in vocabulary.abbreviations
                    and raw[index + 1 : index + 2] == ["."]
                    and found[index + 1][1] == end
                ):
                    index += 1
                    end = found[index][2]
        elif kind == "BREAK":
            name = BREAK
        elif kind != "OTHER" and kind != "CHAIN":
            name, value = _number_class(str(kind), raw, index, found)
            if name == _YEAR and not vocabulary.is_year(raw, index):
                name, value = _BIG, raw[index]
        index += 1
        if name != OTHER or classes[-1:] != other:  # one stands for all of a run
            tokens.append(TimeToken(start, end, value, first, index - 1))
            classes.append(name)
            left -= name != OTHER
            times_left -= name in triggers
    end = found[index][1] if index < size else len(text)
    return Tokens(*_drop_idle(tokens, "".join(classes), triggers), raw, end)


_REACH = 10  # no expression has more words beside the one that makes it a time


@cache
def _idle(triggers: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of what lies between triggers and can be no part of a time expression."""
    idle = f"[^{BREAK}{''.join(sorted(triggers))}]"
    ends = f"(?:^|(?<=[{OTHER}{BREAK}]))(?:{idle}++(?=[{BREAK}]|$)|{idle}+{OTHER})"
    return re.compile(f"{ends}|(?<={idle * _REACH}){idle}+(?={idle * _REACH})")


def _drop_idle(tokens: list[TimeToken], classes: str, triggers: frozenset[str]) -> tuple[list[TimeToken], str]:
    """Leave one token of each run of words in which no time expression can lie."""
    kept: list[TimeToken] = []
    names: list[str] = []
    done = 0
    for match in _idle(triggers).finditer(classes):
        start, end = match.span()
        kept += tokens[done : start + 1]
        names += (classes[done:start], OTHER)
        done = end
    return kept + tokens[done:], "".join(names) + classes[done:]


def _number_class(
    kind: str, raw: Sequence[str], index: int, found: Sequence[tuple[str | None, int, int]]
) -> tuple[str, Any]:
    """Return class and meaning of a token that is a number or has one in it."""
    word = raw[index]
    if kind == "NUMBER":
        return _plain_number(word, raw, index, found)
    if kind == "ORDINAL":
        return _ORDINAL, int(word[:-2])
    if kind == "FISCAL_YEAR":
        digits = word.lstrip("FY '’")
        return letter(kind), int(digits) if len(digits) == 4 else f"'{digits}"
    if kind == "NINE_ELEVEN":
        return letter(kind), "2001-09-11"
    if kind == "ERA":
        return letter("BC" if word[0] == "B" else "AD"), word
    return letter(kind), None if kind in _MARKS else word


def _plain_number(
    word: str, raw: Sequence[str], index: int, found: Sequence[tuple[str | None, int, int]]
) -> tuple[str, Any]:
    _, start, end = found[index]
    before = raw[index - 1] if index and found[index - 1][2] == start else ""
    after = raw[index + 1] if index + 1 < len(raw) and found[index + 1][1] == end else ""
    if before[-1:] in _MONEY or after in _UNCOUNTED or before[-1:] == "." or (before and before[-1].isalnum()):
        return OTHER, None
    if after[:1].isalpha() and after.lower().rstrip(".") not in {"am", "pm", "a.m", "p.m", "hrs", "hr", "h", "z"}:
        return OTHER, None
    if before in ("-", "–") and index > 1 and raw[index - 2].isdigit() and len(raw[index - 2]) == 3 and len(word) == 4:
        return OTHER, None  # the end of a telephone number
    if "." in word:
        return _DECIMAL, word
    if len(word) == 4 and word[0] == "0":
        return _MILITARY, word
    number = int(word.replace(",", "")) if len(word) < 16 else 10**16
    if len(word) <= 2 and 1 <= number <= 31:
        return _DAYNUM, number
    if len(word) == 4 and 1000 <= number <= 2100:
        return _YEAR, number
    return _BIG, word
