"""The events' fitted weights: for clues to status, for ties of participants, and the thresholds chosen with them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from copydesk import fitted
from copydesk.reading.events.predicate_pairs import Pairs, PairWeights

FILE: Final = "weights.json"


class EventWeights(msgspec.Struct, frozen=True):
    """Weights by feature name, a number for each class, as the file has them.

    Attributes:
        status, status_bias: of clues, for each status (`copydesk.language.event_heads.STATUSES`).
        status_share: how much the clues count beside the model's own reading of status, which counts 1.
        doubt: probability of the uncertain and denied statuses together from which on nothing is told as a fact.
        type, type_bias: of words, for each PLOVER type (`copydesk.language.event_heads.TYPES`).
        type_share: how much the words count beside the model's own reading of the type, which counts 1.
        role, role_bias: of ties, for each role (`arguments.ROLES`).
        pairs: of the two words' vectors, for each role.
        role_sure: probability from which on a candidate is told, for each role.
        salient: probability from which on an event is salient.
        type_sure: probability from which on a PLOVER type is told.
    """

    status: dict[str, tuple[float, ...]]
    status_bias: tuple[float, ...]
    status_share: float
    doubt: float
    type: dict[str, tuple[float, ...]]
    type_bias: tuple[float, ...]
    type_share: float
    role: dict[str, tuple[float, ...]]
    role_bias: tuple[float, ...]
    pairs: PairWeights
    role_sure: tuple[float, ...]
    salient: float
    type_sure: float


def normalised(scores: Sequence[float]) -> list[float]:
    """Return scores as natural log-probabilities."""
    most = max(scores)
    total = most + math.log(sum(math.exp(score - most) for score in scores))
    return [score - total for score in scores]


class Linear:
    """A linear model on named features, in plain numbers: for a dozen of them arrays take longer to set up than to add.

    Sums are exact before they are rounded, so that the order of the features changes nothing.
    """

    def __init__(self, weights: Mapping[str, tuple[float, ...]], bias: tuple[float, ...]) -> None:
        """Take a row of weights for each feature, a number for each class, and the classes' biases."""
        self._rows = weights
        self._bias = bias

    def logs(self, names: Iterable[str], numbers: Mapping[str, float] | None = None) -> list[float]:
        """Return the log-probability of each class, for features that are there and for those with a value."""
        rows = [self._bias, *filter(None, map(self._rows.get, dict.fromkeys(names)))]
        for name, value in (numbers or {}).items():
            if row := self._rows.get(name):
                rows.append(tuple(value * weight for weight in row))
        return normalised(list(map(math.fsum, zip(*rows, strict=True))))

    def share(self, name: str, of: int) -> float:
        """Return how much more a feature speaks for a class than for the others; 0 for an unknown one."""
        row = self._rows.get(name)
        return row[of] - sum(row) / len(row) if row else 0.0


class Models:
    """The weights, ready to use."""

    def __init__(self, weights: EventWeights) -> None:
        """Take the weights of a file."""
        self.weights = weights
        self.status = Linear(weights.status, weights.status_bias)
        self.type = Linear(weights.type, weights.type_bias)
        self.role = Linear(weights.role, weights.role_bias)
        self.pairs = Pairs(weights.pairs)


@cache
def shipped() -> Models:
    """Return the weights that ship.

    Raises:
        ModelError: the file is missing or damaged.
    """
    return Models(msgspec.convert(fitted.shipped(__package__ or "", FILE).weights, EventWeights))
