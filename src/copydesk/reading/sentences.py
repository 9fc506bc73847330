"""Sentences by rule: the fallback where no trained model reads the text.

A sentence ends at `.`, `!`, `?` or `…`, with the quotation marks and brackets that close on it, when white space and
something that can open a sentence follow. A full stop after a title, an initial or a known abbreviation ends nothing
unless what follows makes it plain. The rules are those of Grefenstette and Tapanainen (1994), "What is a word, what is
a sentence?".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.records import Span

# Before a name or a number: never the last word of a sentence.
_TITLE_WORDS: Final = """
mr mrs ms mx messrs mme mlle dr prof rev fr sr st ste hon gov lt sen rep reps sens pres gen adm col maj capt
cmdr cpl sgt pvt pfc supt insp det amb atty msgr brig cdr cllr rt vs v no nos art sec fig eq vol ch pp approx
est ca cf e.g i.e al ft mt
"""
TITLES: Final = frozenset(_TITLE_WORDS.split())
# These may close a sentence: a capital after them opens the next one only when it is a word that often does.
_ABBREVIATION_WORDS: Final = """
inc corp co ltd llc plc bros assn dept div univ jr sr esq etc ave blvd rd hwy jan feb mar apr jun jul aug sep
sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm b.c a.d u.s u.k u.n u.s.a u.s.s.r e.u
d.c l.a n.y ph.d m.d b.a m.a j.d d.d.s ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
"""
ABBREVIATIONS: Final = frozenset(_ABBREVIATION_WORDS.split())
_OPENER_WORDS: Final = """
the a an this that these those he she it they we i you his her its their our my your there here in on at for but
and so if when while after before as since although though however meanwhile according what who why how where
not no yes some many most all both more one two three by with from to under over between during last next
earlier later now then officials police critics
"""
OPENERS: Final = frozenset(_OPENER_WORDS.split())
_END: Final = re.compile(r"[.!?…]{1,8}[\"'”’»)\]]{0,4}(?=\s|[“\"‘(\[]?[A-Z][a-z])")
_NEXT: Final = re.compile(r"\s{0,200}([\"'“‘«(\[—–-]{0,3})\s?(\S{0,40})")
_LAST: Final = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]{1,40}\Z")
_WINDOW: Final = 48


def split_sentences(text: str, paragraphs: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the white space around them.

    Args:
        text: any text.
        paragraphs: spans that no sentence crosses; without them each non-empty line stands alone.
    """
    blocks = paragraphs or [match.span() for match in re.finditer(r"[^\n]+", text)]
    return tuple(span for start, end in blocks for span in _split(text, start, end))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
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
