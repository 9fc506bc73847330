"""Spans of drafts made whole or cut to what belongs to them, before they become attributions."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.quotations import Quote
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.grammar import Grammar
from copydesk.records import Span

_JUNK: Final = re.compile(r"[\s#*•▪►|>–—-]+")
_CLAUSES: Final = frozenset(("acl:relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "obl", "nmod"))
_MOST_ADDED: Final = 25
_STOPS: Final = frozenset((".", ";", "!", "?", "”", '"', "“", ":", "—", "–"))


def tidy(text: str, draft: Draft, paragraphs: Sequence[Span], quotes: Sequence[Quote], grammar: Grammar) -> Draft:
    """Return a draft whose source begins with a word, and whose content is its own and ends with its clause.

    Args:
        text: the text.
        draft: the draft.
        paragraphs: the text's paragraphs, in order.
        quotes: its quotations, in order.
        grammar: the document's tree.
    """
    source = tuple(_without_junk(text, span) for span in draft.source)
    content = _own_paragraph(draft, paragraphs, quotes) or draft.content
    content = tuple(_to_clause_end(text, span, draft, grammar) for span in content)
    return draft._replace(source=source, content=content)


def _without_junk(text: str, span: Span) -> Span:
    match = _JUNK.match(text, *span)
    start = match.end() if match and match.end() < span[1] else span[0]
    return trim(text, start, span[1])


def _own_paragraph(draft: Draft, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Return a content without quotations of later paragraphs that no mark ties to it: another may speak there."""
    if not draft.cue or len(draft.content) < 2:
        return draft.content
    stop = next((end for start, end in paragraphs if start <= draft.cue[-1][0] < end), None)
    if stop is None:
        return draft.content
    here = [span for span in draft.content if span[0] < stop]
    tied = {
        piece
        for quote in quotes
        if len(quote.pieces) > 1 and any(s < quote.pieces[0][1] and quote.pieces[0][0] < e for s, e in here)
        for piece in quote.pieces
    }
    return tuple(span for span in draft.content if span[0] < stop or any(s <= span[0] < e for s, e in tied))


def _to_clause_end(text: str, span: Span, draft: Draft, grammar: Grammar) -> Span:
    """Return a content that goes on to the end of its last word's clause, where nothing of the draft stands between."""
    first, last = grammar.document.words_in(*span)
    if last - first < 2 or last >= len(grammar.words) or grammar.words[last - 1] in _STOPS:
        return span
    sentence = int(grammar.document.sentences[grammar.document.sentence_of(last - 1)][1])
    end = last
    while end < min(sentence, last + _MOST_ADDED):
        head = grammar.heads[end]
        tied = first <= head < end or any(first <= above < last for above in grammar.above(end))
        if not tied or grammar.words[end] in _STOPS:
            break
        end += 1
    below = {grammar.labels[word] for word in range(last, end)}
    if end == last or not below & _CLAUSES:
        return span
    grown = trim(text, span[0], grammar.document.span(last, end)[1], extra=",;")
    others = (*draft.source, *draft.cue, *(s for s in draft.content if s != span))
    return span if any(s < grown[1] and grown[0] < e for s, e in others) else grown
