"""Words that tell of one type of event: verbs, verbs with their object, and nouns, by PLOVER type and mode.

The table beside this module, `event_types.txt`, was written for copydesk after PLOVER's codebook.
"""

from functools import cache
from importlib import resources
from typing import Final

NONE: Final = "NONE"
"""The label of everyday phrases whose words alone would tell of a type."""


@cache
def labels_by_words() -> dict[str, tuple[str, ...]]:
    """Return the labels ("TYPE" or "TYPE/mode") of each entry: a word, words in a row, or a verb "+" its object."""
    found: dict[str, list[str]] = {}
    for line in resources.files(__package__).joinpath("event_types.txt").read_text(encoding="utf-8").splitlines():
        label, _, words = line.partition(":")
        if not line.startswith("#"):
            for word in words.split(","):
                labels = found.setdefault(word.strip(), [])
                if label not in labels:
                    labels.append(label)
    return {word: tuple(labels) for word, labels in found.items()}
