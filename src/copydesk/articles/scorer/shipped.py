"""What tells a page's story from the rest: a table of words and networks, trained, as they ship in the package."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from copydesk.articles.scorer import sequence
from copydesk.articles.scorer.hashed_words import Words

WORDING: Final = "wording"
"""The feature that the table of words gives; all others are counted."""
WORDING_OF_PROSE: Final = 1.0
"""The log-odds that the wording of English prose has, about; taken for prose in other languages."""
_DOUBT: Final = 0.2  # a page whose likeliest part is less likely than this has no story


class Scorer(NamedTuple):
    """A trained scorer of a page's parts: the words' weights, and the networks that read all parts in order."""

    words: Words
    networks: sequence.Networks

    def probabilities(
        self, texts: Sequence[str], table: npt.NDArray[np.float32], wording: npt.NDArray[Any] | None = None
    ) -> npt.NDArray[np.float32]:
        """Return how likely each part is to be the story's (0 to 1).

        Args:
            texts: the parts' texts; at least one.
            table: (features, parts), in the order of the networks' names; it is changed, and `WORDING` filled in.
            wording: (parts,) log-odds to take for what the table of words says, where it does not know the language.
        """
        said = self.words.of(texts) if wording is None else wording
        table[self.networks.names.index(WORDING)] = said
        probabilities: npt.NDArray[np.float32] = 0.5 + 0.5 * np.tanh(0.5 * self.networks.logits(table))
        return probabilities


class Shipped:
    """A scorer that ships in the package, loaded when it is first asked for."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        self._name = name
        self._file: Path | None = None
        self._scorer: Scorer | None = None

    def use(self, file: Path | None) -> None:
        """Take another file from here on; None goes back to the one that ships.

        For measuring only: cross-validation reads each page with a scorer that has not seen its site.
        """
        self._file, self._scorer = file, None

    def get(self) -> Scorer:
        """Return the scorer."""
        if self._scorer is None:
            file = self._file or files("copydesk.articles.scorer").joinpath(self._name)
            with file.open("rb") as opened, np.load(opened) as arrays:
                numbers = float(arrays["words.unit"]), float(arrays["words.bias"]), int(arrays["words.longest"])
                words = Words(arrays["words.weights"], *numbers)
                self._scorer = Scorer(words, sequence.load(arrays, "networks"))
        return self._scorer


def threshold(found: npt.NDArray[np.float32], usual: float) -> float:
    """Return the chance from which on parts are the story's: lower where none is likely, 1 where there is no story."""
    best = float(found.max(initial=0))
    return min(usual, 0.6 * best) if best >= _DOUBT else 1.0
