"""Word tables that tell what a source is: person nouns, outlets' names, given names by gender.

The tables beside this module are made by `training/source_words.py` from WordNet, Fundus and Faker.
"""

import json
import unicodedata
from functools import cache
from importlib import resources
from typing import Literal

Gender = Literal["female", "male"]


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return {key: frozenset(words.split("|")) for key, words in json.loads(text).items()}


def is_person_noun(noun: str) -> bool:
    """Return whether a singular noun, in small letters, most often means a person."""
    return noun in _table("persons")["persons"]


def is_outlet(name: str) -> bool:
    """Return whether a name is that of a newspaper, broadcaster, agency or other newsroom in the table."""
    low = name.strip().lower()
    bare = low.removeprefix("the ")
    table = _table("outlets")
    return bare in table["outlets"] or (bare != low and bare in table["with_article"])


def gender_of(given: str) -> Gender | None:
    """Return the gender of those who bear a given name; None where it is not known or both do."""
    folded = unicodedata.normalize("NFKD", given.lower())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    table = _table("given_names")
    for part in (bare, bare.partition("-")[0]):
        if part in table["female"]:
            return "female"
        if part in table["male"]:
            return "male"
    return None
