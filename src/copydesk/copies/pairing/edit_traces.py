"""Which of two versions of a text is the later, by the two texts alone: what editing leaves behind, weighed."""

import math
from collections.abc import Sequence
from typing import Final

from copydesk.copies.pairing.signs import signs
from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.view import View

# fmt: off
WEIGHTS: Final = (
    0.177, 0.097, 0.198, 0.429, 0.346, 0.196, 0.076, 0.38, 0.117, 0.26,
    0.924, -0.057, 0.612, 0.329, -0.158, 0.177, 0.368, -0.327, -0.509, -0.317,
    -0.299, -0.086, -0.347, 0.404, 0.094, -0.224, 0.585, 0.21, 1.977, -1.572,
    -0.151, 0.867, -0.657, -5.848,
)
# fmt: on
"""Of `signs`, fitted on Wikipedia versions and on made copies of news (`training/versions.py`)."""


def by_wording(a: View, b: View, links: Sequence[SentenceMatch]) -> float:
    """Return how likely it is that `b` is a later version of `a`, by the two texts alone; .5 where they are alike."""
    logit = sum(weight * sign for weight, sign in zip(WEIGHTS, signs(a, b, links), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
