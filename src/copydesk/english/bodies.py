"""Names of bodies that every country or town has: alone they do not tell whose body it is."""

from typing import Final

from copydesk.english.lists import among
from copydesk.english.nouns import ORGANIZATIONS, singular
from copydesk.english.titles import LEGAL_FORMS, LINKING

_OF_THEIR_OWN: Final = among("kremlin un eu nato pentagon bundestag landtag knesset duma sejm politburo state")
"""Nouns of bodies that tell whose they are, or that stand in the names of one body only (State Department)."""
_KINDS: Final = among(
    "foreign interior defence defense finance justice education energy transport transportation labour labor "
    "health agriculture environment trade culture tourism economy economic commerce affairs internal external planning "
    "development welfare social sports youth women's housing water power oil mines forestry fisheries "
    "information communications technology immigration customs revenue tax statistics meteorological weather "
    "supreme high appeal appeals constitutional criminal civil crown magistrates federal central national general "
    "regional provincial local municipal public royal reserve air coast guard guards security intelligence secret "
    "electoral election anti-corruption human rights emergency disaster management civil-aviation "
    "conservative socialist communist liberal democratic republican green progressive christian people people's "
    "workers workers' student students students' teachers medical grand upper lower representatives commons lords "
    "prime minister's president's mayor's governor's treasury ministries marines forces"
)
"""Words that say what kind of body it is, not whose."""
_OF_TOWNS: Final = among(
    "police council county city district town village borough sheriff sheriff's fire hall university college school "
    "hospital prosecutor prosecutors prosecutor's museum airport church station department's library theatre theater "
    "club board zoo port mosque temple cathedral festival orchestra market stadium"
)
"""Words of bodies that every town has, and not only every country."""
OF_COUNTRIES: Final = among("parliament government senate army navy")
"""Bodies that are a country's where "of" and the country follow: the Bank of America is no American bank."""
_COMMON: Final = (ORGANIZATIONS - _OF_THEIR_OWN) | _KINDS | _OF_TOWNS


def is_body_of_many(words: tuple[str, ...]) -> bool:
    """Return whether a body's name, in small letters and without its owner, is one that many bodies bear.

    "foreign ministry" and "supreme court" are, "white house" and "world bank" are not.
    """
    telling = [word for word in words if word not in LINKING]
    if not telling or words == ("state", "department"):
        return False
    own = words[0] == "state" and len(words) > 1
    return all(word in _COMMON or singular(word) in _COMMON or (own and word == "state") for word in telling)


def says_what_kind(word: str) -> bool:
    """Return whether a word, in small letters, says what kind of body or office it is, not whose: foreign, corp."""
    return word in _COMMON or word in LEGAL_FORMS or singular(word) in _COMMON
