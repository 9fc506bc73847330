"""Fit the regressions of `copydesk.copies`: was one text made from the other, which is the later, in which order.

    python -m training.copies

Prints the constants to put into `copies/relation.py` (fitted on the tuning side of the copy benchmark) and
`copies/direction.py` and `copies/versions.py` (see `training/versions.py`). Needs the shared corpora alone.
"""

import numpy as np
from copydesk.copies.pairing.pairs import FACTS, SHINGLES
from copydesk.copies.texts.furniture import without_furniture
from numpy.typing import NDArray

from copydesk.copies.pairing.relation import measure
from copydesk.copies.search.index import Index
from copydesk.copies.texts.align import align
from copydesk.copies.texts.view import view
from corpora.copies_data import build
from training import versions

Table = NDArray[np.float64]


def main() -> None:
    """Fit all and print their constants."""
    weights, bias = _relation()
    print(f"relation.py: WEIGHTS = {_rounded(weights)}\nrelation.py: BIAS = {round(bias, 3)}")
    tables, news = versions.tables(), versions.made()
    weights = versions.fit_signs(tables, news)
    print(f"direction.py: WEIGHTS = {_rounded(weights)}")
    print(f"versions.py: PAIRS, NEIGHBOURS, RESTORED = {_rounded(versions.fit_order(tables, weights))}")


def _rounded(weights: Table) -> tuple[float, ...]:
    return tuple(round(float(weight), 3) for weight in weights)


def _relation(families: int = 60, strangers: int = 250) -> tuple[Table, float]:
    bench = build("tune", families, strangers)
    copies = {copy.record.id: copy for copy in bench.copies}
    views = without_furniture({key: view(copy.record) for key, copy in copies.items()})
    rows, gold = [], []
    for key, found in zip(copies, Index().add_many(copy.record for copy in bench.copies), strict=True):
        for other in found:
            same = bench.same(copies[key], copies[other.id])
            if same is not None and (other.shingles >= SHINGLES or other.facts >= FACTS):
                a, b = views[other.id], views[key]
                rows.append(measure(a, b, align(a, b)).features())
                gold.append(same)
    return fit(np.array(rows), np.array(gold, float), positive=True)


def fit(table: Table, gold: Table, *, positive: bool = False, steps: int = 4000) -> tuple[Table, float]:
    """Return weights and bias of a logistic regression with a little ridge, by Adam, none below 0 where `positive`."""
    scale = table.std(0) + 1e-9
    inputs = np.hstack((table / scale, np.ones((len(table), 1))))
    weights, mean, square = (np.zeros(inputs.shape[1]) for _ in range(3))
    for step in range(1, steps + 1):
        miss = 1 / (1 + np.exp(-inputs @ weights)) - gold
        slope = inputs.T @ miss / len(gold) + 1e-3 * weights * np.append(np.ones(table.shape[1]), 0)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - 0.02 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        if positive:
            weights[:-1] = np.maximum(weights[:-1], 0)
    return weights[:-1] / scale, float(weights[-1])


if __name__ == "__main__":
    main()
