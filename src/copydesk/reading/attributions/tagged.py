"""Attributions from the model: role tags to spans with sharp edges, spans to attributions."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from copydesk.language import Document
from copydesk.language.spans import FORBIDDEN, best_tags, runs
from copydesk.reading.attributions import verification
from copydesk.reading.attributions.agents import with_agent
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.evidence import ROLES, Floats, Ints, Layout, Links, Piece
from copydesk.reading.attributions.join_weights import AttributionWeights, shipped
from copydesk.reading.attributions.joining import Joined, join
from copydesk.reading.attributions.layout import layout_of
from copydesk.reading.attributions.role_edges import adjusted, boundaries
from copydesk.reading.attributions.verification import Verifier, verified
from copydesk.records import Span

_MOVES = np.zeros((3, 3), dtype=np.float32)
_MOVES[0, 2] = FORBIDDEN  # nothing goes on that has not begun


class AttributionInputs(NamedTuple):
    """All that the steps from a document to its attributions look at."""

    document: Document
    words: list[str]
    layout: Layout
    boundaries: Ints
    links: Links


def find(document: Document, paragraphs: tuple[Span, ...], fitted: AttributionWeights | None = None) -> list[Draft]:
    """Return the attributions of a document in order of their cues.

    Args:
        document: what the model says about the text.
        paragraphs: the text's paragraphs.
        fitted: the weights of edges and joins; those that ship when not given.
    """
    return find_in(see(document, paragraphs), fitted or shipped(), verification.shipped()) if len(document) else []


def find_in(seen: AttributionInputs, fitted: AttributionWeights, verifier: Verifier | None) -> list[Draft]:
    """Return the attributions of what is seen of a document; those that a verifier doubts are left out."""
    joined = candidates(seen, fitted)
    if verifier is not None:
        joined = verified(seen.document, seen.layout, joined, verifier)
    return [_draft(seen.document, one) for one in joined]


def candidates(seen: AttributionInputs, fitted: AttributionWeights) -> list[Joined]:
    """Return the attributions that role spans make, likely or not; a source that is missing is the cue's ARG0."""
    pieces = role_pieces(seen, fitted.edges)
    joined = join(seen.document, seen.words, seen.layout, pieces, seen.links, fitted.joins)
    joined = [_of_own_paragraph(seen, one) for one in joined]
    return [one if one.source else with_agent(seen.document, one) for one in joined]


def _of_own_paragraph(seen: AttributionInputs, one: Joined) -> Joined:
    """Return an attribution without a source that stands in another paragraph than the cue: a heading, a credit."""
    if one.source is None:
        return one
    source, cue = one.source.first, one.cue.first
    apart = seen.layout.paragraph[source] != seen.layout.paragraph[cue]
    return one._replace(source=None) if apart and _sentence(seen, source) != _sentence(seen, cue) else one


def _sentence(seen: AttributionInputs, word: int) -> int:
    return seen.document.sentence_of(word)


def see(document: Document, paragraphs: tuple[Span, ...]) -> AttributionInputs:
    """Return what is seen of a document."""
    words = document.words()
    layout, _ = layout_of(document.text, document.tokens.astype(np.int64), paragraphs)
    table = boundaries(
        words, layout, document.role_scores, document.tags, document.heads.astype(np.int64), document.labels
    )
    return AttributionInputs(document, words, layout, table, Links(document))


def role_pieces(seen: AttributionInputs, weights: Sequence[Floats]) -> list[list[Piece]]:
    """Return the spans of each role, in order."""
    begins = np.flatnonzero(np.diff(seen.layout.paragraph, prepend=-1))
    ranges = np.stack([begins, np.append(begins[1:], len(seen.words))], axis=1).astype(np.int32)
    marks = seen.document.role_marks
    logs = [adjusted(marks[:, role], seen.boundaries, weights[role]) for role in range(len(ROLES))]
    tags = best_tags(np.stack(logs, axis=1).astype(np.float32), ranges, np.stack([_MOVES] * len(ROLES)))
    inside = seen.document.role_scores
    return [
        [Piece(s, e, float(inside[s:e, role].mean())) for s, e, _ in runs(tags[:, role])] for role in range(len(ROLES))
    ]


def _draft(document: Document, one: Joined) -> Draft:
    roles = ([one.source] if one.source else [], [one.cue], _without_seams(one.content))
    return Draft(*(tuple(_span(document, piece) for piece in pieces) for pieces in roles))


def _without_seams(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in order, those that follow each other without a word between as one."""
    out: list[Piece] = []
    for piece in sorted(pieces):
        if out and out[-1].last == piece.first:
            out[-1] = out[-1]._replace(last=piece.last)
        else:
            out.append(piece)
    return out


def _span(document: Document, piece: Piece) -> Span:
    start, end = document.span(piece.first, piece.last)
    tight = trim(document.text, start, end, ",;")
    return tight if tight[0] < tight[1] else (start, end)
