"""How likely two statements of a story say the same: fitted weights for the words, figures and sources they share."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from copydesk.claims.statements import Statement

TRAITS: Final = (
    "words",
    "figures",
    "other figures",
    "source",
    "words of one source",
    "negated alike",
    "family",
    "copied",
    "words of a copy",
    "distance in a copy",
)
"""What speaks for or against two statements being one, in the order of `Likeness.traits`."""
SUREST: Final = 0.999
"""Chance beyond which more sureness tells nothing: its log-odds would outweigh all else."""
_TELLING: Final = "4"
"""The first single digit that tells anything: few things come in numbers above three."""


class Stems:
    """How much each stem tells: the inverse of the share of statements that have it (Spärck Jones 1972)."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Count the stems of some statements."""
        counts = Counter(stem for one in statements for stem in one.stems)
        most = math.log(1 + len(statements))
        self._weights = {stem: math.log(1 + len(statements) / n) / most for stem, n in counts.items()}
        self._totals: dict[int, float] = {}

    def of(self, stem: str) -> float:
        """Return the weight of a stem, 0 to 1."""
        return self._weights.get(stem, 1.0)

    def total(self, one: Statement) -> float:
        """Return the weight of all stems of a statement."""
        if id(one) not in self._totals:
            self._totals[id(one)] = math.fsum(map(self.of, one.stems))
        return self._totals[id(one)]

    def similarity(self, one: Statement, other: Statement) -> float:
        """Return how much two statements share: weighted words shared over the mean of both (Dice), 0 to 1."""
        shared = one.stems & other.stems
        if not shared:
            return 0.0
        return 2 * math.fsum(map(self.of, shared)) / (self.total(one) + self.total(other))


class Likeness:
    """How likely two statements of one story say the same, 0 to 1 (logistic regression)."""

    def __init__(
        self, stems: Stems, parents: Mapping[str, str], families: Mapping[str, str], weights: Mapping[str, float]
    ) -> None:
        """Take the weights of stems, the parent and the family of each page, and the fitted weights with `bias`."""
        self._stems, self._parents, self._families = stems, parents, families
        self._weights = tuple(weights.get(name, 0.0) for name in TRAITS)
        self._bias = weights.get("bias", 0.0)

    def of(self, one: Statement, other: Statement) -> float:
        """Return how likely two statements say the same."""
        total = self._bias + sum(w * x for w, x in zip(self._weights, self.traits(one, other), strict=True))
        return 1 / (1 + math.exp(-total))

    def traits(self, one: Statement, other: Statement) -> tuple[float, ...]:
        """Return what speaks for or against two statements being one, by the names in `TRAITS`."""
        words = self._stems.similarity(one, other)
        common = one.numbers & other.numbers
        figures = sum(self._stems.of(n) for n in common if len(n) > 1 or n >= _TELLING) if common else 0.0
        source = float(bool(one.source & other.source))
        parents = self._parents
        copied = float(parents.get(one.page) == other.page or parents.get(other.page) == one.page)
        return (
            words,
            min(1.5, figures),
            float(bool(one.numbers and other.numbers and not common)),
            source,
            source * words,
            float(one.negated == other.negated),
            float(self._families.get(one.page, one.page) == self._families.get(other.page, other.page)),
            copied,
            copied * words,
            copied * abs(one.depth - other.depth),
        )


def log_odds(chance: float) -> float:
    """Return the logarithm of the odds of a chance, of no more than `SUREST`, and no less than one less that."""
    kept = min(SUREST, max(1 - SUREST, chance))
    return math.log(kept / (1 - kept))
