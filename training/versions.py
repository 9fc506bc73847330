"""Fit what tells which version is the later: the weights of `signs`, and those of an order of all versions.

Fitted on Wikipedia versions, and on copies of news made by the benchmark's builder (tuning side), whose texts are cut
rather than grown.
"""

import json
from collections import defaultdict
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.pairing.signs import signs
from copydesk.copies.texts.align import align
from copydesk.copies.texts.view import view
from copydesk.records import Record
from corpora.copies_data import Side, build
from corpora.shared import SHARED
from training.version_orders import measures, restored

Table = NDArray[np.float64]
FAR: Final = 0.5
"""Weight of a pair of versions that are no neighbours."""
RIDGE: Final = 10.0


class Versions(NamedTuple):
    """The versions of an article: signs of each pair (i, j), i the earlier; pairs that are alike; what is put back."""

    pairs: dict[tuple[int, int], Table]
    alike: frozenset[tuple[int, int]]
    longer: dict[tuple[int, int], float]
    back: Table

    def odds(self, weights: Table) -> Table:
        """Return the logarithm of the odds that each version came before each other."""
        table = np.zeros(self.back.shape[:2])
        for (i, j), row in self.pairs.items():
            table[i, j] = row @ weights
            table[j, i] = -table[i, j]
        return table


def tables(step: int = 1) -> list[Versions]:
    """Return the versions of every `step`th article."""
    found = []
    for number, line in enumerate((SHARED / "data/copies/wikipedia_versions.jsonl").open()):
        if number % step:
            continue
        views = [view(Record(id=str(i), text=text)) for i, text in enumerate(json.loads(line)["versions"])]
        pairs = list(combinations(range(len(views)), 2))
        texts = [one.text for one in views]
        found.append(
            Versions(
                {(i, j): np.array(signs(views[i], views[j], align(texts[i], texts[j]).links)) for i, j in pairs},
                frozenset((i, j) for i, j in pairs if views[i].record.text == views[j].record.text),
                {(i, j): float(np.sign(views[j].words - views[i].words)) for i, j in pairs},
                restored(views),
            )
        )
    return found


def made(side: Side = "tune", families: int = 60) -> dict[str, Table]:
    """Return the signs of made copies beside the page that each was made from, by edit model."""
    bench = build(side, families, 0)
    views = {copy.record.id: view(Record(id=copy.record.id, text=copy.record.text)) for copy in bench.copies}
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for copy in bench.copies:
        if copy.parent:
            a, b = views[copy.parent], views[copy.record.id]
            rows[copy.model].append(signs(a, b, align(a.text, b.text).links))
    return {model: np.array(found) for model, found in rows.items()}


def fit_signs(articles: list[Versions], news: dict[str, Table]) -> Table:
    """Return the weights of `signs`: a logistic regression without intercept, with ridge, by Newton's method."""
    rows = [(row, 1.0 if j == i + 1 else FAR) for one in articles for (i, j), row in one.pairs.items()
            if (i, j) not in one.alike]  # fmt: skip
    table = np.vstack([*(row for row, _ in rows), *news.values()])
    weigh = np.append([weight for _, weight in rows], np.ones(len(table) - len(rows)))
    scale = table[: len(rows)].std(0) + 1e-9
    inputs = table / scale
    weights = np.zeros(table.shape[1])
    for _ in range(10):
        right = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (weigh * (1 - right)) - RIDGE * weights
        bend = (inputs.T * (weigh * right * (1 - right))) @ inputs + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights / scale


def fit_order(articles: list[Versions], weights: Table) -> Table:
    """Return the weights of `measures`: those that make the true orders likeliest among all, by Newton's method."""
    rows = []
    for one in articles:
        table = measures(one.odds(weights), one.back)
        rows.append(table - table[0])
    found = np.array((0.2, 0.4, -1.6))
    for _ in range(8):
        slope, bend = -found, np.eye(3)
        for table in rows:
            scores = table @ found
            share = np.exp(scores - scores.max())
            share /= share.sum()
            mean = share @ table
            slope = slope - mean
            bend = bend + (table.T * share) @ table - np.outer(mean, mean)
        found = found + np.linalg.solve(bend, slope)
    return found
