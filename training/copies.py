"""Fit the two regressions of `copydesk.copies`: was one text made from the other, and which is the later version.

    python -m training.copies

Prints the constants to put into `copies/relation.py` (fitted on the tuning side of the copy benchmark) and
`copies/direction.py` (fitted on every other article of the Wikipedia versions). Needs the shared corpora alone.
"""

import json

import numpy as np
from numpy.typing import NDArray

from benchmarks.common import SHARED
from benchmarks.copies_data import build
from copydesk.copies.align import align
from copydesk.copies.direction import signs
from copydesk.copies.furniture import without_furniture
from copydesk.copies.index import Index
from copydesk.copies.pairs import FACTS, SHINGLES
from copydesk.copies.relation import measure
from copydesk.copies.view import view
from copydesk.records import Record

Table = NDArray[np.float64]


def main() -> None:
    """Fit both and print their constants."""
    weights, bias = _relation()
    print(f"relation.py: WEIGHTS = {_rounded(weights)}\nrelation.py: BIAS = {round(bias, 3)}")
    print(f"direction.py: WEIGHTS = {_rounded(_direction())}")


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


def _direction(step: int = 1) -> Table:
    rows = []
    for number, line in enumerate((SHARED / "data/copies/wikipedia_versions.jsonl").open()):
        versions = json.loads(line)["versions"]
        if number % 2:  # the odd articles are those that benchmarks/copies.py reports on
            continue
        for i in range(number // 2 % step, len(versions) - 1, step):
            if versions[i] != versions[i + 1]:
                a, b = (view(Record(id=str(j), text=versions[j])) for j in (i, i + 1))
                rows.append(signs(a, b, align(a, b)))
    table = np.array(rows)
    both, gold = np.vstack((table, -table)), np.repeat([1.0, 0.0], len(table))
    return fit(both, gold, intercept=False)[0]


def fit(
    table: Table, gold: Table, *, positive: bool = False, intercept: bool = True, steps: int = 4000
) -> tuple[Table, float]:
    """Return weights and bias of a logistic regression with a little ridge, by Adam, none below 0 where `positive`."""
    scale = table.std(0) + 1e-9
    inputs = np.hstack((table / scale, np.ones((len(table), 1)) * intercept))
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
