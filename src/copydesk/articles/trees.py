"""Gradient-boosted oblivious trees, run with NumPy: every level of a tree asks one question of all its nodes.

The form of tree is CatBoost's (Prokhorenkova et al. 2018); training happens elsewhere (`training/articles.py`), what
ships is arrays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt

_DOUBT: Final = 0.2  # a page whose likeliest part is less likely than this has no story
_Model = TypeVar("_Model")


@dataclass(frozen=True, slots=True)
class Trees:
    """A trained ensemble for yes or no.

    Attributes:
        names: the features it reads, in the order of the table's rows.
        features: for each distinct question, the row it asks about.
        borders: for each distinct question, the value that a "yes" lies above.
        splits: questions of each tree, one row a level.
        leaves: one row a tree, one value for each combination of answers.
        bias: added to the sum of leaves.
    """

    names: tuple[str, ...]
    features: npt.NDArray[np.int64]
    borders: npt.NDArray[np.float32]
    splits: npt.NDArray[np.int64]
    leaves: npt.NDArray[np.float32]
    bias: float

    def margins(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the log-odds of "yes" for each column of a table whose rows are `names`."""
        answers = (table.take(self.features, axis=0) > self.borders[:, None]).view(np.uint8)
        leaf = answers.take(self.splits[-1], axis=0)
        for questions in self.splits[-2::-1]:
            leaf += leaf
            leaf |= answers.take(questions, axis=0)
        trees, leaves = self.leaves.shape
        first = np.arange(0, trees * leaves, leaves)[:, None]
        total: npt.NDArray[np.float32] = self.leaves.take(leaf + first).sum(axis=0) + np.float32(self.bias)
        return total


def load(arrays: Any, prefix: str) -> Trees:
    """Return the ensemble stored in an `.npz` file's arrays under a prefix."""
    return Trees(
        tuple(str(name) for name in arrays[f"{prefix}.names"]),
        arrays[f"{prefix}.features"].astype(np.int64),
        arrays[f"{prefix}.borders"],
        arrays[f"{prefix}.splits"].astype(np.int64),
        arrays[f"{prefix}.leaves"].astype(np.float32),
        float(arrays[f"{prefix}.bias"]),
    )


class Shipped(Generic[_Model]):
    """A model that ships in the package, loaded when it is first asked for."""

    def __init__(self, name: str, made: Callable[[Any], _Model]) -> None:
        """Name the file, and say what makes a model of its arrays."""
        self._name, self._made = name, made
        self._file: Path | None = None
        self._model: _Model | None = None

    def use(self, file: Path | None) -> None:
        """Take another file from here on; None goes back to the one that ships.

        For measuring only: cross-validation reads each page with a model that has not seen its site.
        """
        self._file, self._model = file, None

    def get(self) -> _Model:
        """Return the model."""
        if self._model is None:
            file = self._file or files("copydesk.articles").joinpath(self._name)
            with file.open("rb") as opened, np.load(opened) as arrays:
                self._model = self._made(arrays)
        return self._model


def chances(margins: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return log-odds as chances (0 to 1)."""
    return (np.float32(1) / (np.float32(1) + np.exp(-margins))).astype(np.float32)


def threshold(found: npt.NDArray[np.float32], usual: float) -> float:
    """Return the chance from which on parts are the story's: lower where none is likely, 1 where there is no story."""
    best = float(found.max(initial=0))
    return min(usual, 0.6 * best) if best >= _DOUBT else 1.0
