"""Gradient-boosted oblivious trees, run with NumPy: every level of a tree asks one question of all its nodes.

The form of tree is CatBoost's (Prokhorenkova et al. 2018); training happens elsewhere (`training/articles.py`), what
ships is arrays.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


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
