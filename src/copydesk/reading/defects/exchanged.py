"""Wording that a rewriting machine leaves: set phrases with a word exchanged, on pages that have several of them."""

from collections.abc import Iterator
from typing import Final

from copydesk.english.set_phrases import phrases_meant, words_in
from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect

FEWEST: Final = 3
"""Different phrases with a word exchanged that a page must have, before any is marked; set by hand.

A writer who is careful has one now and then ("police contingent"); software that exchanges words leaves many.
"""
WITHIN: Final = 200
"""Words of a page for each such phrase, at most; set by hand, on clean pages: none of 1,355 that the table was not made
from has three in under 700 words (`benchmarks.defects`)."""


def find_exchanged_words(story: StoryText) -> Iterator[Defect]:
    """Yield phrases that software has most likely rewritten, a word of each exchanged ("tear fuel").

    Such pairs are tortured phrases (Cabanac, Labbé and Magazinov 2021, arXiv:2107.06751). One alone says little, so
    none is told on a page that has few for its length.
    """
    pairs = list(words_in(story.text))
    found = [
        (start, pair, phrase)
        for (pair, start), phrase in zip(pairs, phrases_meant(pair for pair, _ in pairs), strict=True)
        if phrase is not None
    ]
    distinct = len({pair for _, pair, _ in found})
    if distinct < FEWEST or story.text.count(" ") > WITHIN * distinct:
        return
    for start, pair, phrase in found:
        end = start + len(" ".join(pair))
        yield Defect(
            kind="garbled-wording",
            span=(start, end),
            note=f"English has “{phrase}”: {distinct} set phrases here have a word exchanged",
        )
