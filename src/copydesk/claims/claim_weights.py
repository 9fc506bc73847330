"""The fitted weights of claims: which statements and groups say the same, and which groups a desk lists."""

from functools import cache
from importlib import resources

import msgspec


class ClaimWeights(msgspec.Struct, frozen=True):
    """Weights that `training/claims.py` fits.

    Attributes:
        same: weights of `Likeness` by trait, with `bias`.
        joined: weights of `group_joining` by trait, with `bias`.
        listed: weights of `claim_salience` by trait, with `bias`.
        told: weights of `claim_salience.TOLD` by trait, with `bias`: of a group among the others of its story.
        level: chance from which a group is listed as a claim.
    """

    same: dict[str, float]
    joined: dict[str, float]
    listed: dict[str, float]
    told: dict[str, float]
    level: float


@cache
def shipped() -> ClaimWeights:
    """Return the weights that come with the package."""
    file = resources.files("copydesk.claims") / "weights.json"
    return msgspec.json.decode(file.read_bytes(), type=ClaimWeights)
