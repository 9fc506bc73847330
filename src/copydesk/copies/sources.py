"""Who a sentence says it from: the record's attributions, or cue words and the words beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from copydesk.copies.items import low
from copydesk.copies.lexicon import CUES, NAMELESS, PRONOUNS, SPEAKERS
from copydesk.copies.view import View
from copydesk.copies.words import Token
from copydesk.records import Span


class Said(NamedTuple):
    """A source in a sentence: where it and its cue stand, its content words, and what sort it is."""

    span: Span
    stems: frozenset[str]
    named: bool
    nameless: bool
    pronoun: bool


def said(view: View, row: Sequence[Token]) -> list[Said]:
    """Return the sources that a row of tokens names."""
    if not row:
        return []
    start, end = row[0].start, row[-1].end
    spans = [
        span
        for attribution in view.record.attributions
        for span in attribution.source.spans
        if start <= span[0] and span[1] <= end
    ]
    if view.record.attributions:
        return [_said(view, [t for t in row if span[0] <= t.start < span[1]], span) for span in spans]
    return _by_cue(view, row)


def count_cues(view: View, row: Sequence[Token]) -> int:
    """Return how many words of a row of tokens attribute."""
    return sum(low(view, token) in CUES for token in row)


def _by_cue(view: View, row: Sequence[Token]) -> list[Said]:
    found = []
    text = view.record.text
    for place, token in enumerate(row):
        word = low(view, token)
        if word not in CUES:
            continue
        closed = word == "according"
        if closed:
            source = _run(text, row[place + 2 :])
        else:
            before = _run(text, row[:place][::-1], backward=True, last=token)[::-1]
            closed = bool(before) and word in {"said", "says"} and text[token.end : token.end + 1] in {".", ","}
            source = before or _run(text, row[place + 1 :], first=token)
        words = {low(view, t) for t in source}
        if source and (closed or any(t.capital for t in source) or words & (SPEAKERS | NAMELESS | PRONOUNS)):
            span = min(source[0].start, token.start), max(source[-1].end, token.end)
            found.append(_said(view, source, span))
    return found


def _run(
    text: str, row: Sequence[Token], backward: bool = False, last: Token | None = None, first: Token | None = None
) -> list[Token]:
    """Return the tokens up to the next comma, quotation mark or full stop, at most eight."""
    run: list[Token] = []
    neighbour = last if backward else first
    for token in row[:8]:
        if neighbour is not None:
            gap = text[token.end : neighbour.start] if backward else text[neighbour.end : token.start]
            if gap.strip(" \n'’-–."):
                break
        run.append(token)
        neighbour = token
    return run


def _said(view: View, source: Sequence[Token], span: Span) -> Said:
    words = [low(view, token) for token in source]
    content = frozenset(token.stem for token in source if token.content)
    named = any(token.capital and low(view, token) not in {"the", "a", "an"} | PRONOUNS for token in source)
    return Said(
        span,
        content,
        named,
        nameless=not named and any(word in NAMELESS for word in words),
        pronoun=any(word in PRONOUNS for word in words) and not content,
    )
