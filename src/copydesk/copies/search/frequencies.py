"""How telling a fact is: the rarer in news, the more. Counted once, over public corpora, and shipped.

Weights that depended on the pages at hand would make what is found depend on the order in which they came.
"""

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

PATH: Final = Path(__file__).with_name("frequencies.npz")
"""Made by `training/frequencies.py`."""
SLOT: Final = 20
"""Bits of a fact's hash by which it is looked up; about one fact in fifty shares its slot with a commoner one."""
BITS: Final = 40
"""Bits of a fact's hash."""
STEPS: Final = 8
"""Classes of frequency for each doubling."""
POWER: Final = 0.8
"""Exponent of the weight: chosen on ECB+ (training side) among .7, .8, 1, 1.3."""


def slots(facts: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the slots of facts, given by their hashes."""
    return facts >> np.uint64(BITS - SLOT)


def classes(counts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return the classes of counts of texts: 0 for unknown, then eight for each doubling."""
    found: NDArray[np.uint8] = np.rint(STEPS * np.log2(counts + 1)).astype(np.uint8)
    return found


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    with np.load(PATH, allow_pickle=False) as arrays:
        texts = int(arrays["texts"])
        table = np.zeros(1 << SLOT, np.uint8)
        table[arrays["slots"]] = arrays["classes"]
    counts = np.maximum(2.0 ** (np.arange(256) / STEPS) - 1, 1.0)
    return table, np.maximum(np.log((texts + 1) / (counts + 1.5)), 0.1) ** POWER


def rarity(facts: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """Return the class of frequency of each fact; the lower, the rarer."""
    table, _ = _tables()
    found: NDArray[np.uint8] = table[slots(facts)]
    return found


def weights(facts: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return how telling each fact is: a power of the logarithm of its inverse document frequency."""
    table, weigh = _tables()
    found: NDArray[np.float64] = weigh[table[slots(facts)]]
    return found
