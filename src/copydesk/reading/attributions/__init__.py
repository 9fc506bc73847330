"""Attributions: who is said to have said what, in which words, and what kind of source that is."""

from typing import Any

from copydesk.reading.attributions import rules
from copydesk.reading.attributions.cues import cue_head, stance_of
from copydesk.reading.attributions.describe import describe
from copydesk.reading.attributions.drafts import Draft, paragraphs_of
from copydesk.reading.attributions.quotes import has_marks, is_quoted
from copydesk.reading.attributions.sources import anonymity_reason, entity_of, kind_of
from copydesk.records import Anonymity, Attribution, Content, Cue, Entity, Source, Span, Speech

__all__ = ["describe", "find_attributions"]


def find_attributions(
    text: str,
    paragraphs: tuple[Span, ...] = (),
    document: Any = None,
    entities: tuple[Entity, ...] = (),
) -> tuple[Attribution, ...]:
    """Return the attributions of a text in order.

    Args:
        text: the article's text; all positions count in it.
        paragraphs: its paragraphs; without them, every line that is not blank is one.
        document: what `copydesk.language.parse` says about the text; without it, rules alone decide.
        entities: the page's entities, to name the one behind a source.
    """
    drafts = rules.find(text, tuple(paragraphs) or paragraphs_of(text))
    return tuple(_attribution(text, f"a{n}", draft, entities) for n, draft in enumerate(drafts, start=1))


def _attribution(text: str, name: str, draft: Draft, entities: tuple[Entity, ...]) -> Attribution:
    entity = entity_of(draft.source, entities)
    kind = kind_of(text, draft.source, entity)
    reason = None
    if kind.startswith("anonymous"):
        reason = next((found for span in draft.source if (found := anonymity_reason(text, span))), None)
    words = " ".join(text[start:end] for start, end in draft.cue).split()
    return Attribution(
        id=name,
        source=Source(
            kind=kind,
            spans=draft.source,
            entity=entity.id if entity else None,
            anonymity=Anonymity(span=reason) if reason else None,
        ),
        cue=Cue(spans=draft.cue, lemma=cue_head(words), stance=stance_of(words)),
        content=Content(spans=draft.content, speech=speech_of(text, draft.content)),
    )


def speech_of(text: str, content: tuple[Span, ...]) -> Speech:
    """Return whether a content is quoted whole (direct), in part (mixed) or not at all (indirect)."""
    if content and all(is_quoted(text, span) for span in content):
        return "direct"
    return "mixed" if any(has_marks(text, span) for span in content) else "indirect"
