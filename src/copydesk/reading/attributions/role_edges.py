"""Where a role's words begin and end: scores of the boundaries between words, added to what the model says of them.

The model tags word by word; where exactly a claim ends is a matter of grammar and marks, so each boundary is scored by
what stands at it: marks, parts of speech, the dependency that it cuts, quotations, sentence ends, other roles. Weights
were fitted as a linear-chain conditional random field (Lafferty et al. 2001) by `training/attributions.py`.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from copydesk.english.function_words import EDGE_CLASSES
from copydesk.reading.attributions.evidence import CONTENT, CUE, SOURCE, Floats, Ints, Layout

_CLASSES: Final = {word: number for number, group in enumerate(EDGE_CLASSES, 4) for word in group.split()}
_LOWER, _CAPITAL, _OTHER, _NONE = 0, 1, 2, 3  # kinds of a word's first letter
CLASSES: Final = max(_CLASSES.values()) + 1
TAGS: Final = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS: Final = (
    "", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "expl", "fixed", "flat", "iobj", "mark", "nmod", "nsubj", "nummod", "obj", "obl",
    "orphan", "parataxis", "punct", "root", "vocative", "xcomp", "acl:relcl", "nmod:poss", "obl:agent", "obl:unmarked",
    "compound:prt",
)  # fmt: skip
SLOTS: Final[dict[str, int]] = {
    "class.left": CLASSES,
    "class.right": CLASSES,
    "class.right.next": CLASSES,
    "class.left.before": CLASSES,
    "sentence": 3,
    "quote": 8,
    "tag.left": len(TAGS),
    "tag.right": len(TAGS),
    "cut.right": len(RELATIONS),
    "cut.left": len(RELATIONS),
    "cut.right.head": 5 * len(RELATIONS),
    "role.left": 4,
    "role.right": 4,
    "cut.both": 4,
}
"""The features of a boundary: one value each, and how many values there are."""


def word_classes(words: Sequence[str]) -> Ints:
    """Return the class of each word: marks and common words by table, others by their first letter."""
    out = np.empty(len(words), dtype=np.int64)
    for i, word in enumerate(words):
        found = _CLASSES.get(word.lower())
        if found is None:
            first = word[0]
            found = _LOWER if first.islower() else _CAPITAL if first.isupper() else _OTHER
        out[i] = found
    return out


def boundaries(
    words: Sequence[str], layout: Layout, inside: Floats, tags: Sequence[str], heads: Ints, relations: Sequence[str]
) -> Ints:
    """Return the features of the n + 1 boundaries before, between and after n words, one column a slot.

    Args:
        words: the words.
        layout: where they stand.
        inside: (n, 3) probability of each word to be in a source, a cue, a content.
        tags: part of speech of each word.
        heads: number of the word that each word depends on, its own for a root.
        relations: dependency relation of each word.
    """
    n = len(words)
    table = np.zeros((n + 1, len(SLOTS)), dtype=np.int64)
    column = {name: table[:, number] for number, name in enumerate(SLOTS)}
    classes = word_classes(words)
    new = np.ones(n + 1, dtype=bool)
    new[1:n] = layout.paragraph[1:] != layout.paragraph[:-1]
    for name, shift in (("class.left", -1), ("class.left.before", -2), ("class.right", 0), ("class.right.next", 1)):
        column[name][:] = _shifted(classes, shift, _NONE)
    column["class.left"][new] = _NONE
    column["class.right"][new] = _NONE
    column["sentence"][1:n] = layout.sentence[1:] != layout.sentence[:-1]
    column["sentence"][new] = 2
    left, right = _shifted(layout.quote, -1, 0), _shifted(layout.quote, 0, 0)
    opens, closes = right != left, (right != left) & (left > 0)
    column["quote"][:] = (right > 0) + 2 * (left > 0) + 4 * ((opens & (right > 0)) | closes)
    numbers = {tag: number for number, tag in enumerate(TAGS)}
    coded = np.array([numbers.get(tag, 0) for tag in tags], dtype=np.int64)
    column["tag.left"][:], column["tag.right"][:] = _shifted(coded, -1, 0), _shifted(coded, 0, 0)
    role = np.where(
        inside[:, CUE] > 0.5, 1, np.where(inside[:, SOURCE] > 0.5, 2, np.where(inside[:, CONTENT] > 0.5, 3, 0))
    )
    column["role.left"][:], column["role.right"][:] = _shifted(role, -1, 0), _shifted(role, 0, 0)
    names = {relation: number for number, relation in enumerate(RELATIONS)}
    related = [names.get(r, names.get(r.partition(":")[0], 0)) for r in relations]
    rightward, leftward, deepest = _cuts(heads)
    for i in range(1, n):
        if rightward[i] >= 0:
            relation = related[rightward[i]]
            column["cut.right"][i] = relation
            column["cut.right.head"][i] = relation * 5 + 1 + role[heads[rightward[i]]]
        if leftward[i] >= 0:
            column["cut.left"][i] = related[leftward[i]]
    column["cut.both"][:] = np.minimum(deepest, 3)
    return table


def adjusted(logs: Floats, features: Ints, weights: Floats) -> Floats:
    """Return log scores of outside, begin and inside marks of one role with the scores of boundaries added.

    Args:
        logs: (n, 3) the model's log-probabilities.
        features: (n + 1, slots) what `boundaries` returns.
        weights: a scale, a bias for beginning, then one weight for each value of each slot for a
            beginning, then for an end.
    """
    starts, ends = boundary_scores(features, weights)
    out: Floats = logs * weights[0]
    out[:, 1] += weights[1] + starts[:-1] + ends[1:]
    out[:, 2] += ends[1:] - ends[:-1]
    return out


def boundary_scores(features: Ints, weights: Floats) -> tuple[Floats, Floats]:
    """Return how well a run may begin, and end, at each boundary."""
    offsets = np.cumsum([0, *SLOTS.values()])
    values = features + offsets[:-1]
    starts: Floats = weights[2 : 2 + offsets[-1]][values].sum(axis=1)
    ends: Floats = weights[2 + offsets[-1] :][values].sum(axis=1)
    return starts, ends


def size_of_weights() -> int:
    """Return how many weights one role has."""
    return 2 + 2 * sum(SLOTS.values())


def _shifted(values: Ints, shift: int, fill: int) -> Ints:
    """Return, for each boundary, the value of the word `shift` places right of it; `fill` outside."""
    at = np.arange(len(values) + 1) + shift
    out = np.full(len(values) + 1, fill, dtype=np.int64)
    real = (at >= 0) & (at < len(values))
    out[real] = values[at[real]]
    return out


def _cuts(heads: Ints) -> tuple[Ints, Ints, Ints]:
    """Return for each boundary the nearest word right of it that depends on one left of it, the nearest word left of it
    that depends on one right of it (-1 for none), and how many arcs it cuts."""
    n = len(heads)
    rightward, leftward = np.full(n + 1, -1, dtype=np.int64), np.full(n + 1, -1, dtype=np.int64)
    count = np.zeros(n + 2, dtype=np.int64)
    for word, head in enumerate(heads.tolist()):
        if head < word:
            part = rightward[head + 1 : word + 1]
            part[part < 0] = word
            count[head + 1] += 1
            count[word + 1] -= 1
        elif head > word:
            leftward[word + 1 : head + 1] = word
            count[word + 1] += 1
            count[head + 1] -= 1
    return rightward, leftward, np.cumsum(count)[: n + 1]
