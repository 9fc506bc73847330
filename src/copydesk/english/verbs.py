"""The base form of English verb forms: by a table of irregular forms, by a list of base forms, else by spelling.

`verbs.json` is made by `training/verbs.py` from the lemmas of the treebanks EWT and GUM.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

from copydesk.english.lists import among

_E_STEMS: Final = ("at", "iz", "is", "ut", "rs", "rg", "dg", "nc", "lv", "rv", "ag", "su", "gu", "eas", "c", "v", "u")
_SHORTEST: Final = 3

IRREGULAR_PAST: Final = among(
    "was were had did said told gave took came went made left met began won lost fell rose saw got held sent kept ran "
    "led paid became found broke brought built bought caught chose drew drove flew fought grew heard laid sold shot "
    "sank sat slept spoke spent stood stole struck swore taught thought threw understood wore wrote bore felt fled "
    "hung lit meant sought shook shrank slid sprang stuck stung swept swung tore woke wept withdrew undertook knew "
    "overthrew hit hurt cut quit read put let shut spread split burst cost rang rode killed"
)
"""Irregular past forms that news uses most; those that are also a present form or a participle are among them."""
NOT_PAST: Final = among("need speed feed seed indeed bed red united hundred exceed proceed succeed")
"""Words in -ed that are no past form."""


@cache
def _tables() -> tuple[frozenset[str], dict[str, str]]:
    table = json.loads(resources.files(__package__).joinpath("verbs.json").read_text(encoding="utf-8"))
    return frozenset(table["bases"].split()), dict(table["irregular"])


def base_form(word: str) -> str:
    """Return the base form of a verb form, lower-cased: said → say, denies → deny, planned → plan."""
    word = word.lower()
    bases, irregular = _tables()
    if word in irregular:
        return irregular[word]
    tried = list(candidates(word))
    return next((base for base in tried if base in bases), tried[0])


def irregular_base(word: str) -> str | None:
    """Return the base form of an irregular form in small letters (broke, broken → break), None for any other word."""
    return _tables()[1].get(word)


def candidates(word: str) -> Iterator[str]:
    """Yield the base forms that a regular form may have by its spelling, the likeliest first; the form itself last."""
    for suffix in ("ing", "ed"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= _SHORTEST - 1:
            double = len(stem) > _SHORTEST and stem[-1] == stem[-2]
            if suffix == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y"
            if double and stem[-1] not in "lsfz":
                yield stem[:-1]
            if stem.endswith(_E_STEMS) and not stem.endswith(("eat", "oat", "eut")):
                yield stem + "e"
            yield stem
            yield stem + "e"
            if double:
                yield stem[:-1]
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        yield word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        yield word[:-1]
    yield word
