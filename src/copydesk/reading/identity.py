"""Whether two pages name one person: by given and family name, initials, generation, and what the pages call them.

Told with care: an undecided pair is no pair.
"""

from typing import Final, Literal, TypeAlias

from copydesk.english.callings import field_of
from copydesk.english.nouns import OFFICES, PERSONS, ROLES
from copydesk.english.titles import GENERATIONS, TITLES
from copydesk.reading.gazetteer import key
from copydesk.records import Entity

Verdict: TypeAlias = Literal["same", "different", "unsure"]

_SMALL: Final = frozenset("the of at for in and a an to on de la du van von".split())
_OFFICES: Final = ROLES | OFFICES | PERSONS | TITLES
"""Words of offices that many hold: they do not tell whose office it is."""


def same_person(one: Entity, other: Entity) -> Verdict:
    """Return whether two persons of two pages are one.

    People of other family names, other given names or another generation are different, and so are those of one name
    whose callings nobody has both of (a police chief, a novelist). People of one full name are the same. A family name
    alone is the one of a full name only where both pages tell of the same body or place what the person is there
    ("Smith, chief executive of Acme", "Acme's chief executive, John Smith").
    """
    mine, yours = _name(one), _name(other)
    if not mine or not yours or mine[-1] != yours[-1] or _generation(one) != _generation(other):
        return "different"
    fields = {field for field in (field_of(one.role or ""), field_of(other.role or "")) if field}
    if len(fields) > 1:
        return "different"
    if len(mine) > 1 and len(yours) > 1:
        return "same" if _given_fits(mine[0], yours[0]) else "different"
    if mine == yours and not (one.role and other.role):
        return "unsure"
    return "same" if _of(one) & _of(other) and _offices(one) & _offices(other) else "unsure"


def _name(person: Entity) -> tuple[str, ...]:
    words = (word.strip(".,") for word in key(person.name).split())
    return tuple(word for word in words if word and word not in TITLES and word not in GENERATIONS)


def _generation(person: Entity) -> frozenset[str]:
    return frozenset(word.strip(".,") for word in key(person.name).split()) & GENERATIONS


def _given_fits(one: str, other: str) -> bool:
    """Return whether two given names may be one: equal, or one the initial of the other."""
    short = min(one, other, key=len)
    return one == other or (len(short) == 1 and one[0] == other[0])


def _words(person: Entity) -> list[str]:
    role = (person.role or "").replace("’s", " ").replace("'s", " ").replace(",", " ")
    return [word.strip(".") for word in role.split()]


def _of(person: Entity) -> frozenset[str]:
    """Return the words of a role that name whose it is: Acme in "chief executive of Acme"."""
    named = (word for word in _words(person) if word[:1].isupper() and word.lower() not in _SMALL | _OFFICES)
    return frozenset(map(key, named))


def _offices(person: Entity) -> frozenset[str]:
    return frozenset(word.lower() for word in _words(person)) & _OFFICES
