"""How well two words go together as a predicate and who takes part in it, by the language model's vectors of both.

One hidden layer: each word's vector is projected, once as a predicate and once as a candidate; the two are added,
negative sums left out, and weighed for each role. The projections are stored as 8-bit numbers with a scale for each
column.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from copydesk.products import Floats, product
from copydesk.reading.events.event_tree import Tree


class PairWeights(msgspec.Struct, frozen=True):
    """The weights of the pairs' layer, of width h, on vectors of width s, for k roles.

    Attributes:
        predicate, candidate: (s, h) 8-bit projections, row by row.
        predicate_scale, candidate_scale: the value of 1 in each column.
        bias: of the hidden layer.
        out: (h, k) weights of the hidden layer for each role.
    """

    predicate: bytes
    candidate: bytes
    predicate_scale: tuple[float, ...]
    candidate_scale: tuple[float, ...]
    bias: tuple[float, ...]
    out: tuple[tuple[float, ...], ...]


class Pairs:
    """The layer, ready to use."""

    def __init__(self, weights: PairWeights) -> None:
        """Take the weights of a file."""
        self._predicate = _matrix(weights.predicate, weights.predicate_scale)
        self._candidate = _matrix(weights.candidate, weights.candidate_scale)
        self._bias = np.array(weights.bias, dtype=np.float32)
        self._out = np.array(weights.out, dtype=np.float32)

    def scores(self, tree: Tree, word: int, others: Sequence[int]) -> list[list[float]]:
        """Return what the vectors say of each role, for a predicate and each of other words; all 0 without vectors."""
        states = tree.document.states
        if not len(states) or not others:
            return [[0.0] * self._out.shape[1] for _ in others]
        mine = product(states[word : word + 1].astype(np.float32), self._predicate) + self._bias
        theirs = product(states[list(others)].astype(np.float32), self._candidate)
        found: list[list[float]] = product(np.maximum(mine + theirs, 0), self._out).tolist()
        return found


def _matrix(numbers: bytes, scale: Sequence[float]) -> Floats:
    whole = np.frombuffer(numbers, dtype=np.int8).reshape(-1, len(scale)).astype(np.float32)
    scaled: Floats = whole * np.array(scale, dtype=np.float32)
    return scaled
