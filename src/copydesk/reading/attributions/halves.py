"""The two halves of a quotation that is broken by its cue: “If they stay,” said Ana Ruiz, “we stay.”"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Span

_APART: Final = 200
"""Characters that may stand between two halves."""
_JOINS: Final[tuple[list[str], ...]] = (["and"], ["but"], ["or"], ["while"], ["whereas"], [])
"""What stands between two quotations of two sayings, and between none that is one."""
_MARKS: Final = "“”\"‘’' "


def with_halves(
    text: str, drafts: Sequence[Draft], quoted: Sequence[Span], grammar: Grammar | None = None
) -> list[Draft]:
    """Return drafts in which both halves of a broken quotation are what one source said.

    Two quotations are halves of one where the first ends on a comma, the second begins with a small letter, and one
    saying with a source has its cue between them. What another draft has of them is taken from it.

    Args:
        text: the text.
        drafts: the drafts.
        quoted: the pieces of text in quotation marks, in order, with their marks.
        grammar: the document's tree, which tells a participle between the halves from their cue ("said, referring to").
    """
    out = list(drafts)
    for one, other in pairwise(quoted):
        if not _broken(text, one, other):
            continue
        between = [i for i, draft in enumerate(out) if draft.source and _has_cue(draft, one[1], other[0])]
        if len(between) > 1 and grammar is not None and text[: other[0]].rstrip().endswith(","):
            between = _governing(grammar, out, between)
        if len(between) != 1:
            continue
        own = between[0]
        mine = out[own].content
        rest = [span for span in mine if not _within(span, one) and not _within(span, other)]
        if len(rest) == len(mine) or any(s < end and start < e for s, e in rest for start, end in (one, other)):
            continue
        out[own] = out[own]._replace(content=tuple(sorted([*rest, one, other])))
        out = [draft if i == own else _without(text, draft, (one, other)) for i, draft in enumerate(out)]
    return [draft for draft in out if draft.content]


def _broken(text: str, one: Span, other: Span) -> bool:
    first, second = text[slice(*one)].strip(_MARKS), text[slice(*other)].strip(_MARKS)
    between = text[one[1] : other[0]]
    return (
        first.endswith(",")
        and second[:1].islower()
        and 0 < len(between) <= _APART
        and "\n" not in between
        and not any(mark in between for mark in ".!?;")
        and between.split(None, 1)[:1] not in _JOINS
    )


def _has_cue(draft: Draft, start: int, end: int) -> bool:
    return any(start <= s and e <= end for s, e in draft.cue)


def _governing(grammar: Grammar, drafts: Sequence[Draft], numbers: Sequence[int]) -> list[int]:
    """Return the drafts, of some by number, whose cue is no participle that hangs on the cue of another of them."""
    verbs = {n: {w for s in drafts[n].cue for w in range(*grammar.document.words_in(*s))} for n in numbers}
    return [
        n
        for n in numbers
        if not any(
            grammar.labels[word] == "advcl" and any(grammar.heads[word] in verbs[m] for m in numbers if m != n)
            for word in verbs[n]
        )
    ]


def _within(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]


def _without(text: str, draft: Draft, taken: Sequence[Span]) -> Draft:
    """Return a draft without what it has of quotations that are another's."""
    kept = []
    for start, end in draft.content:
        if any(_within((start, end), other) for other in taken):
            continue
        for low, high in taken:
            if start < low and high == end:
                start, end = trim(text, start, low)
        if start < end:
            kept.append((start, end))
    return draft._replace(content=tuple(kept))
