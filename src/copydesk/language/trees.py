"""Scores of heads to trees: one root a sentence, no cycles.

Source: maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967); tried only where the best heads alone are no
tree, which is rare. One root is had by making each further one cost more than any tree is worth.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
_FURTHER_ROOT = 1e5


def best_tree(scores: Floats) -> Numbers:
    """Return the head of each word of a sentence, its own number for the one root.

    Args:
        scores: (n, n), at [word, head]; the diagonal scores the word as root.
    """
    heads: Numbers = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    n = len(scores)
    arcs = np.full((n + 1, n + 1), -np.inf)
    arcs[1:, 1:] = scores
    arcs[1:, 0] = np.diagonal(scores) - _FURTHER_ROOT
    np.fill_diagonal(arcs, -np.inf)
    found = _arborescence(arcs)[1:] - 1
    tree: Numbers = np.where(found < 0, np.arange(n), found)
    return tree


def is_tree(heads: Numbers) -> bool:
    """Return whether heads (own number for a root) make one tree."""
    n = len(heads)
    if int((heads == np.arange(n)).sum()) != 1:
        return False
    above, steps = heads, 1
    while steps < n:  # doubling: after it every word points to its root, or into a cycle
        above, steps = above[above], steps * 2
    return bool((heads[above] == above).all())


def _arborescence(arcs: NDArray[np.float64]) -> Numbers:
    """Return the head of every node of the best tree from node 0; arcs at [node, head]."""
    n = len(arcs)
    heads: Numbers = arcs.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    # The cycle becomes one node, last in the smaller graph.
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = arcs[np.ix_(outside, outside)]
    leaving = arcs[np.ix_(outside, members)]
    small[:m, m] = leaving.max(axis=1)
    gain = arcs[np.ix_(members, outside)] - arcs[members, heads[members]][:, None]
    small[m, :m] = gain.max(axis=0)
    solved = _arborescence(small)
    entry = int(solved[m])
    result = heads.copy()
    for i, node in enumerate(outside[1:], start=1):
        head = int(solved[i])
        result[node] = members[leaving[i].argmax()] if head == m else outside[head]
    result[members[gain[:, entry].argmax()]] = outside[entry]
    return result


def _cycle(heads: Numbers) -> list[int] | None:
    """Return the nodes of one cycle, if any; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None
