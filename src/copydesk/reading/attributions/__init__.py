"""Attributions: who is said to have said what, in which words, and what kind of source that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from copydesk.articles.masthead.dateline import opening
from copydesk.english.quotations import pair_quotes
from copydesk.english.speech import points_ahead
from copydesk.reading.attributions import rules
from copydesk.reading.attributions.anonymity import with_clause
from copydesk.reading.attributions.assembly import assemble
from copydesk.reading.attributions.describe import describe, quoted
from copydesk.reading.attributions.drafts import Draft, paragraphs_of, split_at_lines
from copydesk.reading.attributions.halves import with_halves
from copydesk.reading.attributions.own_subjects import is_question, with_own_subject
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.posts import with_posts
from copydesk.reading.attributions.saying_clauses import find_clausal, with_coordinated, with_inner
from copydesk.reading.attributions.set_apart import with_set_apart
from copydesk.reading.attributions.signed import find_signed, without_overlaps
from copydesk.reading.attributions.tidying import tidy, without_content_of
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Attribution, Defect, Entity, Source, Span

if TYPE_CHECKING:
    from copydesk.language import Document

__all__ = ["describe", "find_attributions", "quoted", "with_posts", "without_leaks"]

_BEFORE_DATELINE: Final = 10
"""Paragraphs within which a dateline stands: headline, caption, byline and day may stand before it."""
_RELATIVE: Final = re.compile(r"(?:who|which) \w")
# `The union, ` before `which represents 1,200 deckhands`: a noun phrase that opens a sentence.
_ANTECEDENT: Final = re.compile(
    r"(?:^[ \t]{0,8}|[.!?”\"]\s|\n)((?:[A-Z][^\s,.;]{0,30})(?: [^\s,.;]{1,30}){0,5}), $", re.MULTILINE
)


def find_attributions(
    text: str,
    paragraphs: tuple[Span, ...] = (),
    document: Document | None = None,
    entities: tuple[Entity, ...] = (),
    newsroom: Sequence[str | None] = (),
) -> tuple[Attribution, ...]:
    """Return the attributions of a text in order.

    Args:
        text: the article's text; all positions count in it.
        paragraphs: its paragraphs; without them, every line that is not blank is one.
        document: what `copydesk.language.parse` says about the text; without it, rules alone decide.
        entities: the page's entities, to name the one behind a source.
        newsroom: whose page it is (publisher, agency), to tell what the newsroom saw itself.
    """
    paragraphs = split_at_lines(text, paragraphs) or paragraphs_of(text)
    drafts = _drafts(text, paragraphs, document)
    grammar = Grammar(document) if document is not None and len(document) else None
    if grammar is not None:
        quotes = pair_quotes(text, paragraphs)
        pieces = [piece for quote in quotes for piece in quote.pieces]
        drafts = [tidy(text, draft, paragraphs, quotes, grammar) for draft in drafts]
        drafts = with_coordinated(grammar, [draft for draft in drafts if not is_question(grammar, draft)])
        drafts = [with_own_subject(grammar, draft) for draft in drafts]
        added = find_clausal(grammar, drafts, pieces)
        drafts = [without_content_of(draft, added) for draft in drafts]
        drafts = with_inner(text, [*drafts, *added])
        drafts = with_set_apart(text, with_halves(text, drafts, pieces, grammar), paragraphs)
        drafts = sorted(drafts, key=lambda draft: (*draft.cue, *draft.content)[0])
    drafts = [draft for draft in drafts if not (draft.content and points_ahead(text[slice(*draft.content[0])]))]
    return assemble(page_of(text, entities, grammar, newsroom), drafts)


def without_leaks(attributions: Iterable[Attribution], defects: Iterable[Defect]) -> tuple[Attribution, ...]:
    """Return attributions in which an “I” that leaked into a story told in the third person is nobody whom it names."""
    leaks = [defect.span for defect in defects if defect.kind == "first-person-leak"]

    def leaked(source: Source) -> bool:
        return (
            source.kind == "named-person"
            and source.entity is None
            and any(start <= source.spans[0][0] < end for start, end in leaks)
        )

    return tuple(
        msgspec.structs.replace(a, source=msgspec.structs.replace(a.source, kind="anonymous-person"))
        if leaked(a.source)
        else a
        for a in attributions
    )


def _drafts(text: str, paragraphs: tuple[Span, ...], document: Document | None) -> list[Draft]:
    signed = find_signed(text, paragraphs, pair_quotes(text, paragraphs))
    if document is None:
        drafts = rules.find(text, paragraphs)
    else:
        from copydesk.reading.attributions import tagged  # NumPy, and the fitted weights

        drafts = tagged.find(document, paragraphs)
    whole = [_whole_source(text, _with_antecedent(text, draft)) for draft in _below_dateline(text, paragraphs, drafts)]
    return without_overlaps(whole, signed)


def _below_dateline(text: str, paragraphs: tuple[Span, ...], drafts: list[Draft]) -> list[Draft]:
    """Return drafts without the dateline that opens the story ("KYIV, Ukraine (AP) —"): nobody said it."""
    for start, end in paragraphs[:_BEFORE_DATELINE]:
        if found := opening(text[start:end]):
            body = start + found.end
            return [draft for draft in (_after(draft, start, body) for draft in drafts) if draft]
    return drafts


def _after(draft: Draft, start: int, body: int) -> Draft | None:
    """Return a draft without what it has between two positions; None where no content is left."""
    roles = (
        tuple((max(s, body) if s >= start else s, e) for s, e in spans if e > body or e <= start) for spans in draft
    )
    cut = Draft(*roles)
    return cut if cut.content else None


def _with_antecedent(text: str, draft: Draft) -> Draft:
    """Return a draft whose source is a relative clause with the words that it stands for before it."""
    if len(draft.source) != 1 or not _RELATIVE.match(text, *draft.source[0]):
        return draft
    start, end = draft.source[0]
    found = _ANTECEDENT.search(text, max(0, start - 80), start)
    if not found or any(s < start and found.start(1) < e for s, e in (*draft.cue, *draft.content)):
        return draft
    return draft._replace(source=((found.start(1), end),))


def _whole_source(text: str, draft: Draft) -> Draft:
    """Return a draft whose source has the clause in it that withholds the name; no part of that clause is content."""
    if len(draft.source) != 1:
        return draft
    source = with_clause(text, draft.source[0])
    content = tuple(span for span in draft.content if not source[0] <= span[0] < source[1])
    taken = not content or any(start < source[1] and source[0] < end for start, end in (*draft.cue, *content))
    return draft if taken else draft._replace(source=(source,), content=content)
