"""Role spans to attributions: which source goes with which cue, and which content.

A cue looks for its source and a content piece for its cue, each among the candidates around it and "none", by a
conditional logit over the features of `join_features`; the weights were fitted on PolNeAR (`training/attributions.py`).
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from copydesk.english.function_words import OBJECTS, POSSESSIVES, SUBJECTS
from copydesk.language import Document
from copydesk.reading.attributions import span_ties
from copydesk.reading.attributions.evidence import CONTENT, CUE, SOURCE, Floats, Layout, Links, Piece
from copydesk.reading.attributions.join_features import Between, rows

SOURCE_REACH: Final = 60  # words from a cue within which its source stands
CUE_REACH: Final = 120  # words from a content within which its cue stands
MOST_CANDIDATES: Final = 12  # candidates of one run, the nearest
_PRONOUNS: Final = SUBJECTS | (OBJECTS - {"me"}) | POSSESSIVES | {"who", "that", "which"}
_TAKES_AFTER: Final = frozenset(("by", "to", "from", "for", "among", "of", "with", "in", "as"))


class Joined(NamedTuple):
    """One attribution as word runs, and how sure its joins are, as natural log-probabilities: of the source (or that
    there is none), and of the surest of its pieces of content."""

    source: Piece | None
    cue: Piece
    content: tuple[Piece, ...]
    source_score: float = 0.0
    content_score: float = 0.0


class JoiningWeights(NamedTuple):
    """One weight a feature, for a cue's source and for a content piece's cue."""

    source: Floats
    cue: Floats


Choice = tuple[Piece, list[Piece], Floats]
"""A span, its candidates, and the rows of features (one more than candidates: none, last)."""


def source_choices(
    document: Document, words: Sequence[str], layout: Layout, pieces: Sequence[Sequence[Piece]], links: Links | None
) -> list[Choice]:
    """Return for each cue the sources around it and their features."""
    between = Between(pieces, len(words))
    pronoun = {piece: words[piece.first].lower() in _PRONOUNS for piece in pieces[SOURCE]}
    choices = []
    for cue in pieces[CUE]:
        near = _near(cue, pieces[SOURCE], SOURCE_REACH)
        takes_after = words[cue.last - 1].lower() in _TAKES_AFTER
        if not takes_after and cue.last < len(words):
            takes_after = words[cue.last].lower() in ("by", "to", "among", "from")
        table = rows(
            cue,
            near,
            layout,
            between,
            links.of(CUE, cue, near) if links else None,
            (takes_after, [pronoun[p] for p in near]),
            span_ties.of_cue(document, cue, near),
        )
        choices.append((cue, near, table))
    return choices


def cue_choices(
    document: Document, words: Sequence[str], layout: Layout, pieces: Sequence[Sequence[Piece]], links: Links | None
) -> list[Choice]:
    """Return for each content piece the cues around it and their features."""
    between = Between(pieces, len(words))
    choices = []
    for content in pieces[CONTENT]:
        near = _near(content, pieces[CUE], CUE_REACH)
        quoted = layout.quote[content.first] > 0 and layout.quote[content.last - 1] > 0
        colon = [":" in words[cue.last - 1 : cue.last + 1] for cue in near]
        table = rows(
            content,
            near,
            layout,
            between,
            links.of(CONTENT, content, near) if links else None,
            (quoted, colon),
            span_ties.of_content(document, content, near),
        )
        choices.append((content, near, table))
    return choices


def join(
    document: Document,
    words: Sequence[str],
    layout: Layout,
    pieces: Sequence[Sequence[Piece]],
    links: Links | None,
    weights: JoiningWeights,
) -> list[Joined]:
    """Return the attributions that a text's role spans make, in order of their cues.

    Args:
        document: what the model says about the text.
        words: the text's words.
        layout: where they stand.
        pieces: source, cue and content spans, each in order of the text.
        links: the model's link scores, where it has them.
        weights: the scorer's.
    """
    sources: dict[Piece, tuple[Piece | None, float]] = {}
    for cue, near, table in source_choices(document, words, layout, pieces, links):
        best, score = _best(table @ weights.source)
        sources[cue] = near[best] if best < len(near) else None, score
    contents: dict[Piece, list[tuple[Piece, float]]] = {}
    for content, near, table in cue_choices(document, words, layout, pieces, links):
        best, score = _best(table @ weights.cue)
        if best < len(near):
            contents.setdefault(near[best], []).append((content, score))
    return [
        Joined(source, cue, tuple(piece for piece, _ in said), score, max(score for _, score in said))
        for cue, (source, score), said in ((cue, sources[cue], contents[cue]) for cue in pieces[CUE] if cue in contents)
    ]


def _best(scores: Floats) -> tuple[int, float]:
    """Return the number of the best candidate and its log-probability."""
    best = int(np.argmax(scores))
    return best, -float(np.log(np.exp(scores - scores[best]).sum()))


def _near(one: Piece, others: Sequence[Piece], reach: int) -> list[Piece]:
    """Return the spans, of a list in order, within so many words; when there are many, the nearest."""
    begin = bisect_left(others, (one.first - reach,), key=lambda piece: (piece.last,))
    end = bisect_left(others, (one.last + reach + 1,), key=lambda piece: (piece.first,))
    close = list(others[begin:end])
    if len(close) > MOST_CANDIDATES:
        close.sort(key=lambda p: max(p.first - one.last, one.first - p.last))
        close = sorted(close[:MOST_CANDIDATES])
    return close
