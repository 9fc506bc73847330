"""The events' fitted weights: for clues to status, for ties of participants, and the thresholds chosen with them."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk import fitted
from copydesk.language.spans import log_softmax

FILE: Final = "weights.json"
Floats = NDArray[np.float32]


class Weights(msgspec.Struct, frozen=True):
    """Weights by feature name, a number for each class, as the file has them.

    Attributes:
        status, status_bias: of clues, for each status (`copydesk.language.happenings.STATUSES`).
        status_share: how much the clues count beside the model's own reading of status, which counts 1.
        doubt: probability of the uncertain and denied statuses together from which on nothing is told as a fact.
        role, role_bias: of ties, for each role (`arguments.ROLES`).
        role_sure: probability from which on a candidate is told, for each role.
        salient: probability from which on an event is salient.
        type_sure: probability from which on a PLOVER type is told.
    """

    status: dict[str, tuple[float, ...]]
    status_bias: tuple[float, ...]
    status_share: float
    doubt: float
    role: dict[str, tuple[float, ...]]
    role_bias: tuple[float, ...]
    role_sure: tuple[float, ...]
    salient: float
    type_sure: float


class Linear:
    """A linear model on named features."""

    def __init__(self, weights: Mapping[str, tuple[float, ...]], bias: tuple[float, ...]) -> None:
        """Take a row of weights for each feature, a number for each class, and the classes' biases."""
        self._row = {name: number for number, name in enumerate(weights)}
        self._table = np.array(list(weights.values()), dtype=np.float32).reshape(len(weights), len(bias))
        self._bias = np.array(bias, dtype=np.float32)

    def logs(self, names: Iterable[str], numbers: Mapping[str, float] | None = None) -> Floats:
        """Return the log-probability of each class, for features that are there and for those with a value."""
        rows = [self._row[name] for name in {*names} if name in self._row]
        total = self._bias + self._table[rows].sum(axis=0)
        for name, value in (numbers or {}).items():
            if name in self._row:
                total = total + np.float32(value) * self._table[self._row[name]]
        found: Floats = log_softmax(total[None])[0]
        return found

    def share(self, name: str, of: int) -> float:
        """Return how much more a feature speaks for a class than for the others; 0 for an unknown one."""
        row = self._row.get(name)
        return 0.0 if row is None else float(self._table[row, of] - self._table[row].mean())


class Models:
    """The weights, ready to use."""

    def __init__(self, weights: Weights) -> None:
        """Take the weights of a file."""
        self.weights = weights
        self.status = Linear(weights.status, weights.status_bias)
        self.role = Linear(weights.role, weights.role_bias)


@cache
def shipped() -> Models:
    """Return the weights that ship.

    Raises:
        ModelError: the file is missing or damaged.
    """
    return Models(msgspec.convert(fitted.shipped(__package__ or "", FILE).weights, Weights))
