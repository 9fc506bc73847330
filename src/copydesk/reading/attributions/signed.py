"""Signed quotations: a paragraph that is one quotation, a dash and who said it, as set for readers' letters and pull
quotes: “It was loud.” — Ana Ruiz, baker."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from copydesk.english.quotations import Quote
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.records import Span

MAX_SIGNATURE: Final = 100  # characters after the dash of a signed quotation
_DASH: Final = re.compile(r"\s{0,3}(?P<dash>[—–―]|-{1,3})\s{0,3}(?=[A-Z@])")
_SENTENCE: Final = re.compile(r"[a-z]{3}[.!?](?:\s|$)|[\"“”]")


def find_signed(text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> list[Draft]:
    """Return the attributions of quotations that fill a paragraph and are signed; the dash is the cue."""
    found = []
    starts = [start for start, _ in paragraphs]
    opening = set(starts)
    for quote in quotes:
        (first, _), (_, close) = quote.pieces[0], quote.pieces[-1]
        if quote.single or not quote.closed or first not in opening:
            continue
        end = paragraphs[bisect_right(starts, close - 1) - 1][1]
        match = _DASH.match(text, close, end)
        if match is None:
            continue
        source = trim(text, match.end(), end, ".,")
        words = text[source[0] : source[1]]
        if 0 < len(words) <= MAX_SIGNATURE and not _SENTENCE.search(words):
            found.append(Draft((source,), (match.span("dash"),), quote.pieces))
    return found


def without_overlaps(drafts: Sequence[Draft], signed: Sequence[Draft]) -> list[Draft]:
    """Return drafts and signed quotations in order of the text, less the drafts that lie on a signed quotation."""
    taken = sorted(span for draft in signed for role in draft for span in role)
    kept = [draft for draft in drafts if not any(_overlaps(span, taken) for span in draft.content)]
    return sorted([*kept, *signed], key=lambda draft: (*draft.cue, *draft.content)[0])


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, span[1] - 1, key=lambda other: other[0]) - 1
    return at >= 0 and taken[at][1] > span[0]
