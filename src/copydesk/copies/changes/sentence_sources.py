"""Who a sentence says it from: the record's attributions, or cue words and the words beside them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.copies.texts.text_words import Token
from copydesk.copies.texts.view import View, low
from copydesk.english.fact_words import (
    BEFORE_NOUN,
    HAVING,
    JOINING,
    NAMELESS,
    PERSONAL,
    PRONOUNS,
    SPEAKERS,
)
from copydesk.english.function_words import AUXILIARIES
from copydesk.english.speech import CUES, REPORTED, SAYING_OR_NOUN
from copydesk.records import Span

MANY: Final = frozenset(word for word in NAMELESS if word.endswith("s") or word in {"people", "many", "some"})
"""Words for several unnamed sources."""
_UNNAMED: Final = BEFORE_NOUN | PRONOUNS | NAMELESS
"""Words that name nobody, though they begin a sentence."""
SHORT: Final = 3
"""Words before its verb of a clause whose subject is taken to speak, whatever it is."""


class Said(NamedTuple):
    """A source in a sentence: where it and its cue stand, its content words, and what sort it is."""

    span: Span
    stems: frozenset[str]
    named: bool
    nameless: bool
    pronoun: bool
    many: bool


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
    return len(_cues(view, row))


def _cues(view: View, row: Sequence[Token]) -> list[int]:
    """Return the places of the words that attribute: verbs of saying, verbs of clauses such as `, a judge ruled`."""
    words = [low(view, token) for token in row]
    known = [word == "according" or (word in CUES and not (row[i].capital and i)) for i, word in enumerate(words)]
    for place, word in enumerate(words):
        if word in SAYING_OR_NOUN and (
            not place or not (row[place - 1].capital or words[place - 1] in SPEAKERS | NAMELESS)
        ):
            known[place] = False
    return [place for place in range(len(row)) if known[place] or _closes(view, row, place)]


def _closes(view: View, row: Sequence[Token], place: int) -> bool:
    """Whether a word ends a sentence as the verb of a short clause after a comma, whose subject speaks."""
    text, token, word = view.record.text, row[place], low(view, row[place])
    if text[token.end : token.end + 1] != "." or not (word.endswith("ed") or word in CUES | REPORTED):
        return False
    clause = _run(text, row[:place][::-1], backward=True, last=token)[::-1]
    first = place - len(clause)
    if not clause or not first or not text[row[first - 1].end : clause[0].start].startswith(","):
        return False
    if word not in CUES | REPORTED and len(clause) > SHORT + 1:
        return False
    words = [low(view, t) for t in clause]
    speaks = any(t.capital for t in clause) or bool(set(words) & (SPEAKERS | NAMELESS))
    speaks = speaks or len(clause) <= SHORT or any(len(w) > 4 and w.endswith(PERSONAL) for w in words)
    opens = clause[0].capital or words[0] in BEFORE_NOUN or clause[0].content
    return speaks and opens and not set(words) & ((AUXILIARIES - HAVING) | JOINING)


def _by_cue(view: View, row: Sequence[Token]) -> list[Said]:
    found = []
    text = view.record.text
    for place in _cues(view, row):
        token, word = row[place], low(view, row[place])
        closed = word == "according"
        if closed:
            source = _run(text, row[place + 2 :])
        else:
            before = _run(text, row[:place][::-1], backward=True, last=token)[::-1]
            after = text[token.end : token.end + 1]
            closed = _closes(view, row, place) or (bool(before) and word in {"said", "says"} and after in {".", ","})
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
    named = any(token.capital and low(view, token) not in _UNNAMED for token in source)
    return Said(
        span,
        content,
        named,
        nameless=not named and any(word in NAMELESS for word in words),
        pronoun=any(word in PRONOUNS for word in words) and not content,
        many=bool(MANY & set(words)),
    )
