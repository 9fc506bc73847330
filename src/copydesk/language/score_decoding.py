"""How the network's scores are decoded: a few numbers, fitted after it and kept beside it in `decoding.json`.

`training.moves` writes them.
"""

from collections.abc import Sequence
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk import fitted
from copydesk.language.spans import transitions

FILE = "decoding.json"
Floats = NDArray[np.float32]


class Moves(msgspec.Struct, frozen=True):
    """What it counts, in natural log-probability, for a run of tags to begin, to go on and to end."""

    begin: float = 0.0
    go_on: float = 0.0
    end: float = 0.0


class Decoding(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of decoding.

    Attributes:
        names: how readily names begin, go on and end.
        roles: the same for attribution roles, by role.
        sentence_start: the score from which on a word begins a sentence.
        predicate: the probability of a happening from which on a word is given arguments; verbs always are.
    """

    names: Moves = Moves()
    roles: dict[str, Moves] = {}
    sentence_start: float = 0.0
    predicate: float = 0.3


@cache
def shipped() -> Decoding:
    """Return the numbers that ship.

    Raises:
        ModelError: their file is missing or damaged.
    """
    return msgspec.convert(fitted.shipped(__package__, FILE).weights, Decoding)


def name_transitions(numbers: Decoding, types: Sequence[str]) -> Floats:
    """Return (from, to) scores of the tags of names: outside, then begin and inside of each type."""
    tags = ("O", *(f"{mark}-{kind}" for kind in types for mark in "BI"))
    return transitions(tags, *msgspec.structs.astuple(numbers.names))


def role_transitions(numbers: Decoding, roles: Sequence[str]) -> Floats:
    """Return (roles, 3, 3) scores of going from one mark to the next; the constraints alone where none are fitted."""
    none = Moves()
    found = [transitions("OBI", *msgspec.structs.astuple(numbers.roles.get(role, none))) for role in roles]
    return np.stack(found)
