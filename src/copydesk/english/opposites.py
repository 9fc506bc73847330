"""Opposites: words of which one in the place of the other turns a sentence round (rise, fall; admit, deny).

`opposites.json` is made by `training/opposites.py` from WordNet's antonyms.
"""

import json
from functools import cache, lru_cache
from importlib import resources

from copydesk.english.verbs import base_form


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    table = json.loads(resources.files(__package__).joinpath("opposites.json").read_text(encoding="utf-8"))
    pairs = [tuple(pair.split("-")) for pair in table["pairs"].split()]
    return frozenset((x, y) for one, other in pairs for x, y in ((one, other), (other, one)))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for pair in _pairs() for word in pair)


def opposite(one: str, other: str) -> bool:
    """Whether two words, in small letters and in any of their forms, are opposites."""
    return any((x, y) in _pairs() for x in forms(one) for y in forms(other))


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> tuple[str, ...]:
    """Return a word and its base forms, as a verb and of a comparison, of those that have an opposite."""
    tried = [word, base_form(word)]
    for ending in ("est", "er"):
        stem = word.removesuffix(ending)
        if stem != word:
            tried += [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem]
            tried += [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
    return tuple(dict.fromkeys(form for form in tried if form in _known()))
