"""Scores of name tags to names, words that recur on a page speaking for each other.

Source of the pooling: page-level agreement of tags (Krishnan and Manning 2006), here as a weighted mean of
log-probabilities before decoding, so that it also finds what was missed and mends ends.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.english.function_words import PREPOSITIONS
from copydesk.language import spans
from copydesk.language.document import Name, Offsets
from copydesk.language.shapes import FORMS

Floats = NDArray[np.float32]

_FORMS = frozenset((FORMS["title"], FORMS["upper"], FORMS["mixed"]))
_TAGS = ("PROPN", "NOUN", "ADJ")
_WEIGHT_NAME, _WEIGHT_TYPE = 0.3, 0.6
"""What the other places of a word count, beside its own, when there are many: that it is a name, and of which type."""
_FLOOR = -8.0  # log-probability under which a type is equally unlikely
_NEVER_LAST = frozenset(',;:([/–—"“”„«»')
_NEVER_FIRST = _NEVER_LAST | frozenset(")]")
_NEVER_LAST_WORDS = PREPOSITIONS | {"the", "and", "or", "’s", "'s"}
_LEAST = 0.55
"""The mean probability of a name's words, to be of its type, from which on it is told: below, most are wrong."""


def find_names(
    scores: Floats,
    words: Sequence[str],
    forms: NDArray[np.int64],
    tags: Sequence[str],
    sentences: Offsets,
    transitions: Floats,
    types: Sequence[str],
) -> tuple[Name, ...]:
    """Return the names of a text, in order.

    Args:
        scores: (n, 2 k + 1) the network's score of each tag for each word: outside, then begin and inside of each type.
        words, forms, tags: the words, their form (`copydesk.language.shapes`), their part of speech.
        sentences: (m, 2) ranges of words that names do not cross.
        transitions: score of going from one tag to the next.
        types: the k types.
    """
    logs = pool_repeated_words(spans.log_softmax(scores), words, forms, tags)
    best = spans.best_tags(logs, sentences, transitions)
    chances = np.exp(spans.log_softmax(logs))
    sure = chances[:, 1::2] + chances[:, 2::2]
    found = []
    for start, end, kind in spans.runs(best):
        start, end = _trimmed(words, start, end)
        score = float(sure[start:end, kind].mean()) if start < end else 0.0
        if score >= _LEAST:
            found.append(Name(start, end, types[kind], score))
    return tuple(found)


def _trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return a name without brackets that are not closed in it, and without what no name begins or ends with."""
    start, end = _without_marks(words, start, end)
    inside = words[start:end]
    if ")" in inside and "(" not in inside[: inside.index(")")]:
        start += inside.index(")") + 1
    inside = words[start:end]
    if "(" in inside and ")" not in inside:
        end = start + inside.index("(")
    return _without_marks(words, start, end)


def _without_marks(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    while end > start and (words[end - 1] in _NEVER_LAST or words[end - 1] in _NEVER_LAST_WORDS):
        end -= 1
    while start < end and words[start] in _NEVER_FIRST:
        start += 1
    return start, end


def pool_repeated_words(logs: Floats, words: Sequence[str], forms: NDArray[np.int64], tags: Sequence[str]) -> Floats:
    """Return log-probabilities of tags (unnormalised) in which capitalised words that recur have moved together.

    Each such word takes the mean over its other places for a part of what it is: the larger, the more places there
    are. Places are those where the same capitalised word follows, or none: Jordan is not the Jordan Times.
    """
    at = [i for i, form in enumerate(forms.tolist()) if form in _FORMS and tags[i] in _TAGS]
    if not at:
        return logs
    capital = set(at)
    place: dict[tuple[str, str], int] = {}
    keys = [(words[i], words[i + 1] if i + 1 in capital else "") for i in at]
    group = np.array([place.setdefault(key, len(place)) for key in keys], dtype=np.intp)
    counts = np.bincount(group)
    recurs = counts[group] > 1
    where, group = np.array(at, dtype=np.intp)[recurs], group[recurs]
    own = logs[where]
    types = np.maximum(np.logaddexp(own[:, 1::2], own[:, 2::2]), np.float32(_FLOOR))
    name = np.logaddexp.reduce(types, axis=1, keepdims=True)
    said = np.concatenate([np.maximum(own[:, :1], np.float32(_FLOOR)), name, types - name], axis=1)
    sums = np.zeros((len(counts), said.shape[1]), dtype=np.float32)
    np.add.at(sums, group, said)
    others = (counts[group] - 1).astype(np.float32)[:, None]
    pull = others / (others + 1) * ((sums[group] - said) / others - said)
    typed = _WEIGHT_NAME * pull[:, 1:2] + _WEIGHT_TYPE * pull[:, 2:]
    out = logs.copy()
    out[where, 0] += _WEIGHT_NAME * pull[:, 0]
    out[where, 1::2] += typed
    out[where, 2::2] += typed
    return out
