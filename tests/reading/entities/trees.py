"""Documents for tests from hand-made trees."""

import numpy as np

from copydesk.language import Document, Name


def tree(*sentences: str, names: dict[str, str]) -> Document:
    """A document of sentences, each "word/TAG/head/label …" with heads counted from 1 and 0 for the root.

    `names` maps the names that are found, wherever they stand, to their types.
    """
    words, tags, heads, labels, bounds = [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for at, item in enumerate(sentence.split()):
            word, tag, head, label = item.split("/")
            words.append(word)
            tags.append(tag)
            heads.append(first + int(head) - 1 if int(head) else first + at)
            labels.append(label)
        bounds.append((first, len(words)))
    text = " ".join(words)
    ends = np.cumsum([len(word) + 1 for word in words]) - 1
    tokens = np.stack([ends - [len(word) for word in words], ends], axis=1).astype(np.int32)
    found = []
    for name, kind in names.items():
        parts = name.split()
        found += [
            Name(i, i + len(parts), kind, 0.9)
            for i in range(len(words))
            if words[i : i + len(parts)] == parts
        ]  # fmt: skip
    return Document(
        text=text,
        tokens=tokens,
        sentences=np.array(bounds, dtype=np.int32),
        tags=tuple(tags),
        heads=np.array(heads, dtype=np.int32),
        labels=tuple(labels),
        names=tuple(sorted(found)),
    )
