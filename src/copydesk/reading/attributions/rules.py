"""Attributions by rules alone: quotation marks and reporting verbs, no model.

This is what is left when there is no model, and the baseline that the benchmark sets beside it. It claims little: a
reporting verb with a subject beside it, and quoted or reported words in the same sentence.
"""

import re
from bisect import bisect_left
from typing import Final

from copydesk.english.quotations import Quote, by_paragraph, pair_quotes
from copydesk.english.reporting_clauses import (
    ACCORDING,
    ADVERBIAL,
    APPOSITION,
    CUE,
    FINITE,
    LEAD,
    NO_SOURCES,
    NP_STOP,
    RELATIVE,
    SEGMENT,
    THAT,
    TIME_FIRST,
)
from copydesk.english.sentences import split_sentences
from copydesk.english.speech import NOUN_FORMS_TOO
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.records import Span

MAX_SOURCE_WORDS: Final = 14  # words of a source
MAX_SENTENCE: Final = 1500  # characters of a sentence that is read


def find(text: str, paragraphs: tuple[Span, ...]) -> list[Draft]:
    """Return the attributions that quotation marks and reporting verbs make plain, in order of the text."""
    quotes = pair_quotes(text, paragraphs)
    drafts: list[Draft] = []
    for paragraph, inside in zip(paragraphs, by_paragraph(quotes, paragraphs), strict=True):
        last: Draft | None = None
        for sentence in sentences_of(text, paragraph, inside):
            if sentence[1] - sentence[0] > MAX_SENTENCE:
                continue
            said = _touching(inside, sentence)
            draft = _in_sentence(text, sentence, said)
            if draft is None and last is not None and _continues(text, sentence, said, last, inside):
                drafts[-1] = last = last._replace(content=(*last.content, trim(text, *sentence)))
                continue
            last = draft
            if draft is not None:
                drafts.append(_with_later_pieces(draft, said))
    return drafts


def sentences_of(text: str, paragraph: Span, quotes: tuple[Quote, ...] = ()) -> list[Span]:
    """Return the sentences of a paragraph; a quotation is not split, a quotation's end may end a sentence."""
    pieces = sorted(piece for quote in quotes for piece in quote.pieces)
    return list(split_sentences(text, (paragraph,), pieces))


def _touching(quotes: tuple[Quote, ...], span: Span) -> tuple[Quote, ...]:
    """Return those of a paragraph's quotations, in order, that touch a span."""
    first = bisect_left(quotes, (span[0],), key=lambda quote: (quote.pieces[-1][1],))
    last = bisect_left(quotes, (span[1],), key=lambda quote: (quote.pieces[0][0],))
    return quotes[first:last]


def _with_later_pieces(draft: Draft, quotes: tuple[Quote, ...]) -> Draft:
    for quote in quotes:
        if len(quote.pieces) > 1 and any(start <= quote.pieces[0][0] < end for start, end in draft.content):
            return draft._replace(content=(*draft.content, *quote.pieces[1:]))
    return draft


def _continues(text: str, sentence: Span, said: tuple[Quote, ...], last: Draft, inside: tuple[Quote, ...]) -> bool:
    """Return whether a sentence is a quotation that goes on with what was quoted in the attribution before it."""
    if not any(piece[0] == sentence[0] and piece[1] >= sentence[1] - 1 for quote in said for piece in quote.pieces):
        return False
    return any(
        start >= piece[0] - 1 and end <= piece[1] + 1
        for start, end in last.content[:1]
        for quote in _touching(inside, (start, end))
        for piece in quote.pieces
    )


def _in_sentence(text: str, sentence: Span, quotes: tuple[Quote, ...]) -> Draft | None:
    pieces = [piece for quote in quotes if not quote.single for piece in quote.pieces]
    for pattern, builder in ((ACCORDING, _by_according), (CUE, _by_verb)):
        for match in pattern.finditer(text, *sentence):
            if any(start <= match.start() < end for start, end in pieces):
                continue
            draft = builder(text, sentence, match.span(), pieces)
            if draft is not None:
                return draft
    return None


def _by_according(text: str, sentence: Span, cue: Span, pieces: list[Span]) -> Draft | None:
    before = trim(text, sentence[0], cue[0], ",")
    if before[1] - before[0] > 12:
        source = _noun_phrase_after(text, cue[1], sentence[1])
        return Draft((source,), (cue,), (before,)) if source else None
    comma = text.find(", ", cue[1], sentence[1])
    if comma < 0:
        return None
    content = trim(text, comma + 1, sentence[1], ".")
    source = trim(text, cue[1], comma)
    said = content[0] < content[1] and _is_phrase(text, source)
    return Draft((source,), (cue,), (content,)) if said else None


def _by_verb(text: str, sentence: Span, cue: Span, pieces: list[Span]) -> Draft | None:
    before = trim(text, sentence[0], cue[0])
    tail = text[before[0] : before[1]][-1:]
    quoted_before = any(before[0] <= start and end == before[1] for start, end in pieces)
    if (quoted_before or tail == ",") and (inverted := _inverted(text, sentence, cue, before)):
        return inverted
    source = _subject(text, before, pieces)
    if source is None:
        return None
    claim = trim(text, sentence[0], source[0], ",") if source[0] > sentence[0] else (0, 0)
    quote_first = any(claim[0] <= start and end <= claim[1] for start, end in pieces)
    rest = trim(text, cue[1], sentence[1], ".,")
    while (adverbial := ADVERBIAL.match(text, rest[0], rest[1])) and adverbial.end() > rest[0]:
        following = trim(text, adverbial.end(), rest[1], ",")
        if (
            text[adverbial.end() : adverbial.end() + 1] == ","
            or following[0] >= rest[1]
            or _opens(pieces, following[0])
        ):
            rest = following
            continue
        if TIME_FIRST.match(text, rest[0], adverbial.end()) or text.startswith("that ", following[0]):
            rest = following
        break
    fronted = claim[1] - claim[0] > 10 and text[claim[1] : source[0]].strip().startswith(",")
    cue = trim(text, *cue, ":")
    if (quote_first or fronted) and (rest[1] - rest[0] < 12 or _opens(pieces, rest[0])):
        later = [(start, end) for start, end in pieces if rest[0] <= start and end <= sentence[1]]
        return Draft((source,), (cue,), (claim, *later[:1]))
    if quote_first:
        return Draft((source,), (cue,), (claim,))
    content = _after_listener(text, cue, rest)
    if text[cue[0] : cue[1]].lower() in NOUN_FORMS_TOO and not (
        text.startswith("that ", content[0]) or _opens(pieces, content[0])
    ):
        return None
    if content[1] - content[0] < 8:
        return None
    return Draft((source,), (cue,), (trim(text, *content),))


def _opens(pieces: list[Span], at: int) -> bool:
    return any(start == at for start, _ in pieces)


def _after_listener(text: str, cue: Span, rest: Span) -> Span:
    if not text[cue[0] : cue[1]].lower().endswith(("told", "tells")):
        return rest
    that = THAT.search(text, rest[0], min(rest[1], rest[0] + 120))
    if that is None:
        return rest[1], rest[1]
    return (that.start() if text.startswith("that", that.start()) else that.end()), rest[1]


def _inverted(text: str, sentence: Span, cue: Span, before: Span) -> Draft | None:
    source = _noun_phrase_after(text, cue[1], sentence[1])
    if source is None or text.startswith(("that ", "it ", "there "), source[0]):
        return None
    content = trim(text, *before, ",")
    return Draft((source,), (cue,), (content,)) if content[1] - content[0] > 3 else None


def _noun_phrase_after(text: str, start: int, end: int) -> Span | None:
    start, end = trim(text, start, end, ".,;:")
    if start >= end or not (text[start].isalpha()):
        return None
    quote = re.compile(r",?\s[\"“]").search(text, start, end)
    if quote:
        end = quote.start()
    stop = NP_STOP.search(text, start, end)
    comma = text.find(",", start, end)
    if stop and (comma < 0 or stop.start() < comma):
        end = stop.start()
    elif comma >= 0 and not APPOSITION.match(text, comma, end):
        end = comma
    span = trim(text, start, end, ".,;")
    return span if _is_phrase(text, span) else None


def _is_phrase(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]]
    head = RELATIVE.split(words, maxsplit=1)[0]
    return 0 < len(head.split()) <= MAX_SOURCE_WORDS and not FINITE.search(head)


def _subject(text: str, before: Span, pieces: list[Span]) -> Span | None:
    """Return the noun phrase that ends where `before` ends."""
    start, end = before
    closing = max((last for first, last in pieces if last <= end), default=start)
    start = max(start, closing)
    words = text[start:end]
    if words.endswith(",") and words.count(",") >= 2:
        span = trim(text, start, end)
    elif words.endswith((",", ":")):
        return None
    else:
        segments = [match.end() for match in SEGMENT.finditer(words)]
        span = trim(text, start + (segments[-1] if segments else 0), end)
    while lead := LEAD.match(text, *span):
        span = lead.end(), span[1]
    if span[0] >= span[1] or not text[span[0]].isalnum():
        return None
    if text[span[0] : span[1]].lower() in NO_SOURCES:
        return None
    return span if _is_phrase(text, span) else None
