"""Scores of pointers to the arguments of predicates: for each predicate and role the head word, or none.

Source: pointers scored as in Dozat and Manning (2017), one for each role of PropBank that is read, within a sentence.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.language.document import Argument, Offsets
from copydesk.language.spans import log_softmax
from copydesk.products import product

Floats = NDArray[np.float32]
Arguments = dict[int, Mapping[str, Argument]]


def find_arguments(
    pointing: Floats, targets: Floats, predicates: NDArray[np.bool_], sentences: Offsets, roles: Sequence[str]
) -> Arguments:
    """Return the arguments of each predicate, by role; a role that no word has is left out.

    Args:
        pointing: (n, r w + r) for each word a vector of width w for each of r roles, then the score that it has none.
        targets: (n, r w) for each word a vector for each role.
        predicates: (n,) which words are predicates.
        sentences: (m, 2) ranges of words; arguments are looked for in the predicate's own.
        roles: the r roles.
    """
    found: Arguments = {}
    width = targets.shape[1] // len(roles)
    scale = np.float32(width**0.5)
    bounds = np.searchsorted(np.flatnonzero(predicates), sentences)
    numbers = np.flatnonzero(predicates).tolist()
    for (start, end), (first, last) in zip(sentences.tolist(), bounds.tolist(), strict=True):
        if first == last:
            continue
        at = numbers[first:last]
        scores = np.empty((len(roles), len(at), end - start + 1), dtype=np.float32)
        for role in range(len(roles)):
            part = slice(role * width, (role + 1) * width)
            scores[role, :, :-1] = product(pointing[at, part], targets[start:end, part].T) / scale
            scores[role, :, -1] = pointing[at, len(roles) * width + role]
        logs = log_softmax(scores)
        best, sure = logs.argmax(axis=2), logs.max(axis=2)
        for i, word in enumerate(at):
            heads = _apart(logs[:, i], best[:, i].tolist(), sure[:, i])
            found[word] = {
                name: Argument(start + head, float(np.exp(logs[role, i, head])))
                for role, (name, head) in enumerate(zip(roles, heads, strict=True))
                if head < end - start
            }
    return found


def _apart(logs: Floats, best: list[int], sure: Floats) -> list[int]:
    """Return the head of each role of one predicate, no word in two: the surest has it, the others their next best.

    Args:
        logs: (roles, n + 1) log-probabilities of each word and, last, of none.
        best, sure: (roles,) the best of each role, and its log-probability.
    """
    none = logs.shape[1] - 1
    named = [head for head in best if head < none]
    if len(set(named)) == len(named):
        return best
    taken: list[int] = []
    heads = best.copy()
    for role in np.argsort(-sure, kind="stable").tolist():
        if heads[role] in taken:
            left = logs[role].copy()
            left[taken] = -np.inf
            heads[role] = int(left.argmax())
        if heads[role] < none:
            taken.append(heads[role])
    return heads
