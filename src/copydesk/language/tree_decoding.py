"""Scores of heads to trees: one root a sentence, no cycles, none better.

Source: maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967), tried only where the best heads alone are no
tree, root by root in the order of what a tree from it could reach at most, until no other root can do better. In long
sentences, which are mostly no sentences, only the likeliest roots are tried.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
LONG, ROOTS = 60, 3
"""Words of a sentence from which on only so many roots are tried."""


def best_tree(scores: Floats) -> Numbers:
    """Return the head of each word of a sentence, its own number for the one root.

    Args:
        scores: (n, n), at [word, head]; the diagonal scores the word as root.
    """
    heads: Numbers = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    n = len(scores)
    arcs = scores.astype(np.float64)
    root_scores = arcs.diagonal().copy()
    np.fill_diagonal(arcs, -np.inf)
    best_arcs = arcs.max(axis=1)
    reach = best_arcs.sum() - best_arcs + root_scores
    best, best_value = heads, -np.inf
    for root in np.argsort(-reach).tolist()[: ROOTS if n > LONG else n]:
        if reach[root] <= best_value:
            break
        order = np.append(root, np.delete(np.arange(n), root))
        found = np.empty(n, dtype=np.intp)
        found[order] = order[_arborescence(arcs[np.ix_(order, order)])]
        value = root_scores[root] + arcs[np.arange(n), found][np.arange(n) != root].sum()
        if value > best_value:
            best, best_value = found, value
    return best


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
    if len(heads) == 1:
        return heads
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
