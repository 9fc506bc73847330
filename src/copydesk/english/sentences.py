"""Sentences by rule: the fallback where no trained model reads the text.

A sentence ends at `.`, `!`, `?` or `…`, with the quotation marks and brackets that close on it, when white space and
something that can open a sentence follow. A full stop after a title, an initial or a known abbreviation ends nothing
unless what follows makes it plain. The rules are those of Grefenstette and Tapanainen (1994), "What is a word, what is
a sentence?".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.english.abbreviations import ABBREVIATIONS, OPENERS, TITLES
from copydesk.records import Span

_END: Final = re.compile(r"[.!?…]{1,8}[\"'”’»)\]]{0,4}(?=\s|[“\"‘(\[]?[A-Z][a-z])")
_NEXT: Final = re.compile(r"\s{0,200}([\"'“‘«(\[—–-]{0,3})\s?(\S{0,40})")
_LAST: Final = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]{1,40}\Z")
_WINDOW: Final = 48


def split_sentences(text: str, paragraphs: Sequence[Span] = (), whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the white space around them.

    Args:
        text: any text.
        paragraphs: spans that no sentence crosses; without them each non-empty line stands alone.
        whole: spans, in order and apart, within which no sentence ends: quotations that are to stay in one piece.
    """
    blocks = paragraphs or [match.span() for match in re.finditer(r"[^\n]+", text)]
    return tuple(span for start, end in blocks for span in _split(text, start, end, whole))


def _split(text: str, start: int, end: int, whole: Sequence[Span]) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        around = bisect_left(whole, (match.start(),)) - 1
        if around >= 0 and match.end() < whole[around][1]:
            continue
        if _ends(text, match.start(), match.end(), begin, end):
            yield from _trim(text, begin, match.end())
            begin = match.end()
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if words := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield (start, start + len(words))


def _ends(text: str, mark: int, after: int, begin: int, end: int) -> bool:
    """Say whether the marks at [mark, after) end a sentence that runs from `begin`."""
    following = _NEXT.match(text, after, min(end, after + 300))
    opening, word = following.groups() if following else ("", "")
    if not word:
        return True
    glued = not text[after].isspace()
    last = _LAST.search(text, max(begin, mark - _WINDOW), mark)
    before = last.group() if last else ""
    if glued:  # "ended.The next": only between two plain words, never inside a name such as Amazon.Com
        return text[mark] == "." and after - mark == 1 and before.islower() and len(before) > 2 and len(word) > 2
    stop = text[mark:after].rstrip("\"'”’»)]") == "."
    closed = after - mark > 1 and text[after - 1] in "\"'”’»)]"
    key = before.lower()
    if word[0].islower():
        # After quoted speech the clause goes on: “Why?” he asked. A lone full stop before a small letter is damage.
        return stop and not closed and not _shortened(before) and not opening
    if not stop or closed:
        return True
    if key in TITLES or (len(before) == 1 and before.isalpha() and before != "I" and not _opens(word)):
        return key == "no" and _opens(word)
    if _shortened(before):
        return bool(opening) or _opens(word)
    return True


def _shortened(word: str) -> bool:
    key = word.lower()
    return key in TITLES or key in ABBREVIATIONS or len(word) == 1 or ("." in word and len(word) <= 8)


def _opens(word: str) -> bool:
    return word.rstrip(",.;:'’").lower().split("’")[0].split("'")[0] in OPENERS
