"""Oblivious trees boosted with CatBoost (`pip install catboost`), as arrays for `copydesk.articles.trees`."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

DEPTH, RATE = 6, 0.1


def boosted(
    matrix: Any, labels: Any, weights: Any, names: Sequence[str], *, trees: int, asked: float, threads: int
) -> dict[str, Any]:
    """Train one ensemble; return its arrays, with the features that it asks for alone.

    Args:
        matrix: (rows, features) floats.
        labels: (rows,) true or false.
        weights: (rows,) what each row counts.
        names: the features' names.
        trees: how many trees are grown.
        asked: the share of features that each tree may choose from.
        threads: how many the training takes.
    """
    from catboost import CatBoostClassifier, Pool

    model = CatBoostClassifier(
        iterations=trees,
        depth=DEPTH,
        learning_rate=RATE,
        l2_leaf_reg=6,
        border_count=64,
        rsm=asked,
        bootstrap_type="Bernoulli",
        subsample=0.8,
        random_seed=1,
        verbose=0,
        thread_count=threads,
        allow_writing_files=False,
    )
    model.fit(Pool(matrix, labels, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "model.json")
        model.save_model(str(file), format="json")
        return _arrays(json.loads(file.read_text()), names)


def _arrays(grown: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return CatBoost's trees as arrays."""
    questions: dict[tuple[int, float], int] = {}
    splits, leaves = [], []
    for tree in grown["oblivious_trees"]:
        asked = [(split["float_feature_index"], split["border"]) for split in tree["splits"]]
        row = [questions.setdefault(question, len(questions)) for question in asked]
        values = np.array(tree["leaf_values"], dtype=np.float32)
        # A tree that stopped early asks its first question again, and gives both answers' leaves the same value.
        while len(row) < DEPTH:
            row.append(row[0])
            values = np.concatenate((values, values))
        splits.append(row)
        leaves.append(values)
    used = sorted({feature for feature, _ in questions})
    place = {feature: number for number, feature in enumerate(used)}
    scale, (bias,) = grown["scale_and_bias"]
    return {
        "names": np.array([names[feature] for feature in used]),
        "features": np.array([place[feature] for feature, _ in questions], dtype=np.int16),
        "borders": np.array([border for _, border in questions], dtype=np.float32),
        "splits": np.array(splits, dtype=np.int16).T.copy(),
        "leaves": np.array(leaves, dtype=np.float32) * np.float32(scale),
        "bias": np.array(bias, dtype=np.float32),
    }
