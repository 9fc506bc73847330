"""The fitted weights that ship with the joiner, by name, in `weights.json`; `training.attributions` writes them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from copydesk import fitted
from copydesk.reading.attributions import join_features, role_edges
from copydesk.reading.attributions.evidence import ROLES, Floats
from copydesk.reading.attributions.joining import JoiningWeights

FILE = "weights.json"


class AttributionWeights(NamedTuple):
    """Weights of boundaries for each role, and of joins."""

    edges: tuple[Floats, ...]
    joins: JoiningWeights


@cache
def shipped() -> AttributionWeights:
    """Return the weights that ship in the package."""
    return read(fitted.shipped(__package__, FILE).weights)


def read(table: Mapping[str, Any]) -> AttributionWeights:
    """Return weights from their JSON form; a feature that it does not name weighs nothing."""
    return AttributionWeights(
        tuple(_edge_weights(table["edges"][role]) for role in ROLES),
        JoiningWeights(
            *(
                np.array([table["joins"][task].get(name, 0.0) for name in join_features.NAMES], dtype=np.float32)
                for task in JoiningWeights._fields
            )
        ),
    )


def written(weights: AttributionWeights) -> dict[str, Any]:
    """Return the JSON form of weights."""
    out: dict[str, Any] = {"edges": {}, "joins": {}}
    for role, edge in zip(ROLES, weights.edges, strict=True):
        entry: dict[str, Any] = {"scale": _short(edge[0]), "begin": _short(edge[1])}
        at = 2
        for side in ("starts", "ends"):
            entry[side] = {}
            for slot, size in role_edges.SLOTS.items():
                entry[side][slot] = [_short(value) for value in edge[at : at + size]]
                at += size
        out["edges"][role] = entry
    for task, join_weights in zip(JoiningWeights._fields, weights.joins, strict=True):
        out["joins"][task] = {n: _short(w) for n, w in zip(join_features.NAMES, join_weights, strict=True)}
    return out


def _edge_weights(entry: Mapping[str, Any]) -> Floats:
    values = [entry["scale"], entry["begin"]]
    for side in ("starts", "ends"):
        for slot in role_edges.SLOTS:
            values += entry[side][slot]
    return np.array(values, dtype=np.float32)


def _short(value: float) -> float:
    return round(float(value), 3)
