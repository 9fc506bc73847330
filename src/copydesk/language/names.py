"""Scores of name tags to names, words that recur on a page speaking for each other.

Source of the pooling: page-level agreement of tags (Krishnan and Manning 2006), here as a weighted mean of
log-probabilities before decoding, so that it also finds what was missed and mends ends.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.language import spans
from copydesk.language.document import Name, Offsets
from copydesk.language.shapes import FORMS

Floats = NDArray[np.float32]

_FORMS = [FORMS["title"], FORMS["upper"], FORMS["mixed"]]
_TAGS = ("PROPN", "NOUN", "ADJ")
_WEIGHT = 0.6  # what the other places of a word count, beside its own, when there are many of them
_FLOOR = -8.0
_NEVER_LAST = frozenset(',;:([/–—"“”„«»')
_NEVER_FIRST = _NEVER_LAST | frozenset(")]")


def find_names(
    scores: Floats,
    words: Sequence[str],
    forms: NDArray[np.int64],
    tags: Sequence[str],
    sentences: Offsets,
    moves: Floats,
    types: Sequence[str],
) -> tuple[Name, ...]:
    """Return the names of a text, in order.

    Args:
        scores: (n, 2 k + 1) the network's score of each tag for each word: outside, then begin and inside of each type.
        words, forms, tags: the words, their form (`copydesk.language.shapes`), their part of speech.
        sentences: (m, 2) ranges of words that names do not cross.
        moves: score of going from one tag to the next.
        types: the k types.
    """
    logs = agreed(spans.log_softmax(scores), words, forms, tags)
    best = spans.best_tags(logs, sentences, moves)
    sure = np.exp(np.minimum(logs[np.arange(len(best)), best], 0))
    found = []
    for start, end, kind in spans.runs(best):
        while end > start and words[end - 1] in _NEVER_LAST:
            end -= 1
        while start < end and words[start] in _NEVER_FIRST:
            start += 1
        if start < end:
            found.append(Name(start, end, types[kind], float(sure[start:end].mean())))
    return tuple(found)


def agreed(logs: Floats, words: Sequence[str], forms: NDArray[np.int64], tags: Sequence[str]) -> Floats:
    """Return log-probabilities of tags (unnormalised) in which capitalised words that recur have moved together.

    Each such word takes the mean over its other places for a part of what it is: the larger, the more places there are.
    """
    place: dict[str, int] = {}
    capital = np.flatnonzero(np.isin(forms, _FORMS)).tolist()
    at = [i for i in capital if tags[i] in _TAGS]
    if not at:
        return logs
    group = np.array([place.setdefault(words[i], len(place)) for i in at], dtype=np.intp)
    counts = np.bincount(group)
    recurs = counts[group] > 1
    where, group = np.array(at, dtype=np.intp)[recurs], group[recurs]
    own = logs[where]
    typed = np.concatenate([own[:, :1], np.logaddexp(own[:, 1::2], own[:, 2::2])], axis=1)
    typed = np.maximum(typed, np.float32(_FLOOR))
    sums = np.zeros((len(counts), typed.shape[1]), dtype=np.float32)
    np.add.at(sums, group, typed)
    others = (counts[group] - 1).astype(np.float32)[:, None]
    pull = _WEIGHT * others / (others + 1) * ((sums[group] - typed) / others - typed)
    out = logs.copy()
    out[where, 0] += pull[:, 0]
    out[where, 1::2] += pull[:, 1:]
    out[where, 2::2] += pull[:, 1:]
    return out
