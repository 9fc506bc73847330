"""Tags to runs: the best sequence of begin, inside and outside marks, many texts at once.

Source: Viterbi decoding (Viterbi 1967) of BIO tags under transition scores fitted on development data.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
FORBIDDEN = -1e4  # log-probability of a transition that cannot be


def log_softmax(scores: Floats) -> Floats:
    """Return scores as natural log-probabilities over the last axis."""
    shifted: Floats = scores - scores.max(axis=-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logs


def bio_transitions(tags: Sequence[str]) -> Floats:
    """Return (from, to) scores that forbid an inside mark after anything but its own type."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for after, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        if mark == "I":
            for before, other in enumerate(tags):
                if other == "O" or other.partition("-")[2] != kind:
                    table[before, after] = FORBIDDEN
    return table


def transitions(tags: Sequence[str], begin: float, go_on: float, end: float) -> Floats:
    """Return the constraints of BIO tags with what it counts for a run to begin, to go on and to end.

    `tags` are outside, then a begin and an inside mark of each type.
    """
    table = bio_transitions(tags)
    at = np.arange(len(tags))
    inside = (at > 0) & (at % 2 == 0)
    table[:, at % 2 == 1] += np.float32(begin)
    table[np.ix_(at > 0, inside)] += np.float32(go_on)
    table[at > 0, 0] += np.float32(end)
    return table


def best_tags(scores: Floats, ranges: NDArray[np.int32], transitions: Floats) -> Numbers:
    """Return the best tag of each word.

    Args:
        scores: (n, k) score of each tag for each word, or (n, r, k) of r taggers that know nothing of each other.
        ranges: (m, 2) ranges of words that are decoded apart from each other and together cover all words.
        transitions: (k, k) score of going from one tag to the next, or (r, k, k); how a range may begin is as after
            tag 0 (outside).
    """
    if scores.ndim == 2:
        return best_tags(scores[:, None], ranges, transitions[None])[:, 0]
    n, r, k = scores.shape
    out = np.zeros((n, r), dtype=np.intp)
    tagger = np.arange(r)
    order = np.argsort(ranges[:, 0] - ranges[:, 1], kind="stable")
    starts, sizes = ranges[order, 0].astype(np.intp), (ranges[order, 1] - ranges[order, 0]).astype(np.intp)
    for group in _groups(sizes):
        first, size = starts[group], sizes[group]
        longest = int(size[0])
        live = np.searchsorted(-size, -np.arange(longest), side="left").tolist()  # ranges longer than each step
        back = np.zeros((longest, len(first), r, k), dtype=np.int8)
        best = scores[first] + transitions[:, 0]
        for t in range(1, longest):
            m = live[t]
            paths = best[:m, :, :, None] + transitions
            back[t, :m] = paths.argmax(axis=2)
            best[:m] = paths.max(axis=2) + scores[first[:m] + t]
        tag = best.argmax(axis=2)
        row = np.arange(len(first))[:, None]
        for t in range(longest - 1, -1, -1):
            m = live[t]
            out[first[:m] + t] = tag[:m]
            tag[:m] = back[t, row[:m], tagger, tag[:m]]
    return out


def _groups(sizes: Numbers) -> list[slice]:
    """Return slices of ranges, longest first, that bound the memory of one decoding to about a million marks."""
    out, start = [], 0
    while start < len(sizes):
        step = max(1, 100_000 // max(1, int(sizes[start])))
        out.append(slice(start, start + step))
        start += step
    return out


def runs(tags: Numbers) -> list[tuple[int, int, int]]:
    """Return (start, end, kind) of each run, where tag 0 is outside, 2 k + 1 begins kind k and 2 k + 2 goes on."""
    found: list[tuple[int, int, int]] = []
    begin, kind = -1, -1
    for i in np.flatnonzero(tags).tolist():
        tag = int(tags[i])
        goes_on = tag % 2 == 0 and begin >= 0 and (tag - 2) // 2 == kind and found[-1][1] == i
        if goes_on:
            found[-1] = (begin, i + 1, kind)
        else:
            begin, kind = i, (tag - 1) // 2
            found.append((begin, i + 1, kind))
    return found
