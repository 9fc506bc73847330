"""Trees: always one root and no cycle, and the best of them, against trying all."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.tree_decoding import best_tree, is_tree


def value(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_is_better(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    heads = best_tree(scores)
    assert is_tree(heads)
    trees = [np.array(h) for h in product(range(n), repeat=n) if is_tree(np.array(h))]
    assert value(scores, heads) >= max(value(scores, tree) for tree in trees) - 1e-3


def test_long_sentences_of_cycles_end() -> None:
    scores = np.random.default_rng(1).normal(size=(300, 300)).astype(np.float32)
    assert is_tree(best_tree(scores))


def test_what_a_tree_is() -> None:
    assert is_tree(np.array([0, 0, 1]))
    assert not is_tree(np.array([0, 1, 1]))
    assert not is_tree(np.array([0, 2, 1]))
