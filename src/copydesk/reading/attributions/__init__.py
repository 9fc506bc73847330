"""Attributions: who is said to have said what, in which words, and what kind of source that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from copydesk.articles.masthead.dateline import opening
from copydesk.reading.attributions import rules
from copydesk.reading.attributions.anonymity import anonymity_reason, with_clause
from copydesk.reading.attributions.cues import cue_head, stance_of
from copydesk.reading.attributions.describe import describe
from copydesk.reading.attributions.drafts import Draft, paragraphs_of, split_at_lines
from copydesk.reading.attributions.quotes import has_marks, is_quoted, pair_quotes
from copydesk.reading.attributions.signed import find_signed, without_overlaps
from copydesk.reading.attributions.sources import Behind, behind, page_of
from copydesk.records import Anonymity, Attribution, Content, Cue, Defect, Entity, Source, Span, Speech

if TYPE_CHECKING:
    from copydesk.language import Document

__all__ = ["describe", "find_attributions", "without_leaks"]

_RELATIVE: Final = re.compile(r"(?:who|which) \w")
# `The union, ` before `which represents 1,200 deckhands`: a noun phrase that opens a sentence.
_ANTECEDENT: Final = re.compile(
    r"(?:^|[.!?”\"]\s|\n)((?:[A-Z][^\s,.;]{0,30})(?: [^\s,.;]{1,30}){0,5}), $", re.MULTILINE
)


def find_attributions(
    text: str,
    paragraphs: tuple[Span, ...] = (),
    document: Document | None = None,
    entities: tuple[Entity, ...] = (),
) -> tuple[Attribution, ...]:
    """Return the attributions of a text in order.

    Args:
        text: the article's text; all positions count in it.
        paragraphs: its paragraphs; without them, every line that is not blank is one.
        document: what `copydesk.language.parse` says about the text; without it, rules alone decide.
        entities: the page's entities, to name the one behind a source.
    """
    drafts = _drafts(text, split_at_lines(text, paragraphs) or paragraphs_of(text), document)
    sources = _sources(text, drafts, entities)
    return tuple(
        _attribution(text, f"a{number}", draft, source)
        for number, (draft, source) in enumerate(zip(drafts, sources, strict=True), start=1)
    )


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
    for start, end in paragraphs[:3]:
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


def _sources(text: str, drafts: Sequence[Draft], entities: Sequence[Entity]) -> list[Source]:
    """Return what stands behind each draft's source, read in order of the text so that pronouns look back."""
    page = page_of(text, entities)
    known: dict[tuple[Span, ...], Behind] = {}
    before: list[tuple[Span, Behind]] = []
    for spans in sorted({draft.source for draft in drafts if draft.source}):
        known[spans] = behind(page, spans, before)
        before.append(((spans[0][0], spans[-1][1]), known[spans]))
    return [_source(text, draft.source, known.get(draft.source, Behind("none", None))) for draft in drafts]


def _source(text: str, spans: tuple[Span, ...], found: Behind) -> Source:
    reason = anonymity_reason(text, (spans[0][0], spans[-1][1])) if found.kind.startswith("anonymous") else None
    return Source(
        kind=found.kind,
        spans=spans,
        entity=found.entity.id if found.entity else None,
        anonymity=Anonymity(span=reason) if reason else None,
    )


def _attribution(text: str, name: str, draft: Draft, source: Source) -> Attribution:
    words = " ".join(text[start:end] for start, end in draft.cue).split()
    return Attribution(
        id=name,
        source=source,
        cue=Cue(spans=draft.cue, lemma=cue_head(words), stance=stance_of(words)),
        content=Content(spans=draft.content, speech=speech_of(text, draft.content)),
    )


def speech_of(text: str, content: tuple[Span, ...]) -> Speech:
    """Return whether a content is quoted whole (direct), in part (mixed) or not at all (indirect)."""
    if content and all(is_quoted(text, span) for span in content):
        return "direct"
    return "mixed" if any(has_marks(text, span) for span in content) else "indirect"
