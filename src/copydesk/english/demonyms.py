"""Demonyms: names of peoples and adjectives of countries, with the country that they belong to.

`demonyms.json` is made by `training/demonyms.py` from WordNet's pertainyms and members of countries.
"""

import json
from functools import cache
from importlib import resources
from typing import Final

_BESIDES: Final = {
    "english": "GB", "scottish": "GB", "welsh": "GB", "irish": "IE", "dutch": "NL", "danish": "DK",
    "polish": "PL", "argentine": "AR", "taiwanese": "TW", "emirati": "AE", "kazakh": "KZ", "kyrgyz": "KG",
    "uzbek": "UZ", "afghan": "AF", "ivorian": "CI", "malagasy": "MG", "serb": "RS", "croat": "HR", "palestinian": "PS",
    "european": "europe", "african": "africa", "asian": "asia",
}  # fmt: skip
"""What WordNet lacks or leaves open (words of several meanings), and continents; by hand."""


@cache
def _table() -> dict[str, str]:
    rows = json.loads(resources.files(__package__).joinpath("demonyms.json").read_text(encoding="utf-8"))
    return {word: country for country, words in rows.items() for word in words.split("|")} | _BESIDES


def country_of_people(name: str) -> str | None:
    """Return the country (ISO 3166-1), or the continent, of a people or an adjective; None where none is known.

    Args:
        name: in small letters, singular.
    """
    return _table().get(name)
