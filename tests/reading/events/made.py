"""Trees of made values, for thresholds of events."""

import numpy as np

from copydesk.language import Document
from copydesk.reading.events.event_tree import Tree


def tree_of(words, heads, labels, tags="", happenings=None, events=0.9, sentences=None, argument=None):
    """Return a tree of made values; `labels` and `tags` are one word each, `heads` numbers, `argument` a role."""
    words, labels = words.split(), labels.split()
    starts = np.cumsum([0, *(len(word) + 1 for word in words)])[:-1]
    document = Document(
        text=" ".join(words),
        tokens=np.stack([starts, starts + [len(word) for word in words]], axis=1).astype(np.int32),
        sentences=np.array(sentences or [[0, len(words)]], dtype=np.int32),
        tags=tuple(tags.split()) or ("NOUN",) * len(words),
        heads=np.array(heads, dtype=np.int32),
        labels=tuple(labels),
        events=np.full(len(words), events, dtype=np.float32),
        happenings=happenings or {},
        arguments=argument or {},
    )
    return Tree(document)


def chain(length, last="root", link="nmod", words=None):
    """Return a tree in which each word hangs on the one before."""
    words = words or " ".join(f"w{number}" for number in range(length))
    return tree_of(words, [0, *range(length - 1)], " ".join([last, *[link] * (length - 1)]))


def one_word(verb="met", **happenings):
    """Return a tree of one verb with the model's reading of it."""
    read = {name: np.array([value], dtype=np.float32) for name, value in happenings.items()}
    return tree_of(verb, [0], "root", "VERB", read)


def spread(labels, name, chance):
    """Return probabilities of labels: so much for one of them, the rest shared."""
    rest = (1 - chance) / (len(labels) - 1)
    return [chance if label == name else rest for label in labels]
