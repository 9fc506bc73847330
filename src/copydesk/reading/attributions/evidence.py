"""What the model says about a text, in the form that joining needs: role spans with scores, layout, links."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.language import Document, RoleScore, Run

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

ROLES: Final = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
WEAK_LINK: Final = -6.0  # log-probability of a link that the model did not list


class Piece(NamedTuple):
    """A run of words `first` to `last` (exclusive) in one role, and the mean probability of its words."""

    first: int
    last: int
    score: float


class Layout(NamedTuple):
    """Where each word stands: offsets, paragraph, sentence and quotation (0 for none, else its number) of each."""

    offsets: Ints
    paragraph: Ints
    sentence: Ints
    quote: Ints


class Pointed(NamedTuple):
    """Log-probabilities of where a span points: one for each candidate, and for none of them."""

    to: tuple[float, ...]
    none: float


class Links:
    """The model's links between its own role runs, looked up for pieces that overlap them."""

    def __init__(self, document: Document) -> None:
        self._runs = (document.sources, document.cues, document.contents)
        self._firsts = [[run.start for run in runs] for runs in self._runs]
        self._tables = {CUE: _table(document.source_links, True), CONTENT: _table(document.content_links, False)}

    def of(self, role: int, piece: Piece, candidates: Sequence[Piece]) -> Pointed | None:
        """Return where a cue points among sources, or a content among cues; None when the model saw no such span."""
        number = self._overlapping(role, piece)
        if number is None:
            return None
        table = self._tables[role].get(number, {})
        places = [self._overlapping(SOURCE if role == CUE else CUE, candidate) for candidate in candidates]
        scores = tuple(WEAK_LINK if place is None else table.get(place, WEAK_LINK) for place in places)
        return Pointed(scores, table.get(-1, WEAK_LINK))

    def _overlapping(self, role: int, piece: Piece) -> int | None:
        at = max(0, bisect_left(self._firsts[role], piece.first + 1) - 1)
        for number in (at, at + 1):
            if number < len(self._runs[role]):
                run: Run = self._runs[role][number]
                if run.start < piece.last and piece.first < run.end:
                    return number
        return None


def _table(links: Sequence[RoleScore], by_cue: bool) -> dict[int, dict[int, float]]:
    table: dict[int, dict[int, float]] = {}
    for link in links:
        one, other = (link.cue, link.other) if by_cue else (link.other, link.cue)
        table.setdefault(one, {})[other] = link.score
    return table
