"""Changes of who said it between two aligned sentences: sources dropped, put in, made nameless or given a name."""

from collections.abc import Sequence
from typing import Final

from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.changes.sentence_sources import Said
from copydesk.copies.changes.severity import alteration
from copydesk.copies.copy_types import Alteration
from copydesk.copies.texts.text_words import stem
from copydesk.english.fact_words import BARE_SOURCES

PUT_IN: Final = 0.5
"""Weight of a source that a text adds: it takes nothing from the reader."""


def attributed(a: Row, b: Row, used: tuple[set[int], set[int]]) -> list[Alteration]:
    """Return sources that were dropped, put in, or made nameless; their words are added to those used."""
    found = _changed(a, b)
    for change in found:
        for row, span, places in ((a, change.a, used[0]), (b, change.b, used[1])):
            if span:
                places.update(i for i, token in enumerate(row.tokens) if span[0] <= token.start < span[1])
    return found


def _changed(a: Row, b: Row) -> list[Alteration]:
    left_a, left_b = _other_sources(a.said, b.said)
    if len(a.said) == len(b.said):
        found = [(x, y, _other_source(x, y)) for x, y in zip(left_a, left_b, strict=False)]
        return [
            alteration("source-widened" if note in {WIDENED, BARE} else "attribution", a, b, x.span, y.span, note)
            for x, y, note in found
            if note
        ]
    if len(a.said) > len(b.said) and a.cues > b.cues:
        gone = [x for x in left_a if not x.pronoun and not x.stems <= set(b.stems)]
        return [alteration("attribution", a, b, x.span, None, "source dropped") for x in gone]
    if len(b.said) > len(a.said) and b.cues > a.cues:
        new = [y for y in left_b if not y.pronoun and not y.stems <= set(a.stems)]
        return [alteration("attribution", a, b, None, y.span, "source put in", PUT_IN) for y in new]
    return []


def _other_sources(one: Sequence[Said], other: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Return the sources of either side that the other lacks: each stands for one, a pronoun for any."""
    left_a, left_b = list(one), list(other)
    for same in (_one_source, _both_pronouns, _either_pronoun):
        for x in tuple(left_a):
            match = next((y for y in left_b if same(x, y)), None)
            if match:
                left_a.remove(x)
                left_b.remove(match)
    return left_a, left_b


WIDENED: Final = "one unnamed source became several"
BARE: Final = "what the source is, is gone"
_BARE: Final = frozenset(stem(word) for word in BARE_SOURCES)


def _one_source(x: Said, y: Said) -> bool:
    return bool(x.stems & y.stems) and not _other_source(x, y)


def _both_pronouns(x: Said, y: Said) -> bool:
    return x.pronoun and y.pronoun


def _either_pronoun(x: Said, y: Said) -> bool:
    return x.pronoun or y.pronoun


def _other_source(x: Said, y: Said) -> str:
    if y.nameless and not x.nameless:
        return "source made nameless"
    if x.nameless and y.nameless and not x.many and y.many:
        return WIDENED
    if x.nameless and y.nameless and y.stems <= _BARE and x.stems - _BARE:
        return BARE
    if x.nameless and y.named:
        return "source given a name"
    return ""
