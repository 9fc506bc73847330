"""Words that are set apart as a paragraph of their own, without quotation marks, after "Ana Ruiz added:"."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from copydesk.english.quotations import DOUBLE
from copydesk.english.speech import SAYING
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.drafts import Draft
from copydesk.records import Span

_AFTER_CUE: Final = ": \t"


def with_set_apart(text: str, drafts: Sequence[Draft], paragraphs: Sequence[Span]) -> list[Draft]:
    """Return drafts in which a cue that ends its paragraph with a colon has all of the paragraph that it introduces.

    Only where the content is the paragraph's first sentences, no mark of quotation stands there, and nobody else is
    said to speak in it.

    Args:
        text: the text.
        drafts: the drafts.
        paragraphs: the text's paragraphs, in order.
    """
    starts = [start for start, _ in paragraphs]
    out = []
    for draft in drafts:
        span = _introduced(text, draft, paragraphs, starts)
        alone = span is not None and not any(
            span[0] <= s < span[1] and _says(text[s:e]) for other in drafts if other is not draft for s, e in other.cue
        )
        out.append(draft._replace(content=(span,)) if alone and span is not None else draft)
    return out


def _says(cue: str) -> bool:
    return any(base_form(word) in SAYING for word in cue.split())


def _introduced(text: str, draft: Draft, paragraphs: Sequence[Span], starts: Sequence[int]) -> Span | None:
    if len(draft.content) != 1 or not draft.cue or not draft.source or draft.content[0][0] < draft.cue[-1][1]:
        return None
    own = bisect_right(starts, draft.cue[-1][0]) - 1
    if not 0 <= own < len(paragraphs) - 1:
        return None
    last = max(draft.cue[-1][1], draft.source[-1][1])
    tail = text[last : paragraphs[own][1]]
    begin, end = paragraphs[own + 1]
    colon = ":" in tail or text[last - 1] == ":"
    if not colon or tail.strip(_AFTER_CUE) or draft.content[0][0] != begin:
        return None
    return (begin, end) if not any(char in DOUBLE for char in text[begin:end]) else None
