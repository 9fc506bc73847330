"""Whether two pages name one person: by given and family name, initials, generation, and what the pages call them.

Told with care: an undecided pair is no pair.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, NamedTuple, Protocol, TypeAlias

from copydesk.english.bodies import says_what_kind
from copydesk.english.callings import field_of
from copydesk.english.nouns import HEADS_OF_STATES, OFFICES, PERSONS, ROLES
from copydesk.english.titles import GENERATIONS, TITLES
from copydesk.reading.gazetteer import candidates, key
from copydesk.reading.peoples import base_of, country_of_adjective

Verdict: TypeAlias = Literal["same", "different", "unsure"]

_SMALL: Final = frozenset("the of at for in and a an to on de la du van von".split())
_OFFICES: Final = ROLES | OFFICES | PERSONS | TITLES
"""Words of offices that many hold: they do not tell whose office it is."""
_FIRST: Final = frozenset(("prime", "minister"))
_SECOND: Final = frozenset(("vice", "deputy"))
_CODE_LENGTH: Final = 2
"""Letters of a country's code (ISO 3166-1 alpha-2)."""
_INITIALS: Final = 4
"""Letters of a name that is written with a point after each, at most."""
_REMEMBERED: Final = 20_000
"""People whose names and roles are kept taken apart; those of a page are compared with each other many times."""


class Named(Protocol):
    """Somebody as a page names them: the name, and what the page says that they are."""

    @property
    def name(self) -> str:
        """The name, perhaps with titles."""

    @property
    def role(self) -> str | None:
        """The office or calling, in the page's words."""


class _Person(NamedTuple):
    """A name and a role taken apart.

    Attributes:
        words: the words of the name, titles and generation left out.
        generation: what tells generations apart (jr, iii).
        field: a field that excludes others, of callings.
        offices: words of offices.
        kinds: words that say what kind of office: foreign, police.
        of: whose office it is: countries by their codes, others by their words.
        lands: countries that these are or lie in, as far as the map knows: a senator of Arizona may be a US one.
    """

    words: tuple[str, ...]
    generation: frozenset[str]
    field: str | None
    offices: frozenset[str]
    kinds: frozenset[str]
    of: frozenset[str]
    lands: frozenset[str]


def same_person(one: Named, other: Named) -> Verdict:
    """Return whether two persons of two pages are one.

    People of other family names, other given names or another generation are different, and so are those of one name
    whose callings nobody has both of (a police chief, a novelist). People of one full name are the same, unless one
    office of two bodies leaves it open (the chief executive of Acme, that of Borealis). A family name alone is the one
    of a full name only where both pages tell of the same body or place what the person is there ("Smith, chief
    executive of Acme", "Acme's chief executive, John Smith"), or where one heads a state
    and the other has that title.
    """
    mine, yours = _person(one.name, one.role), _person(other.name, other.role)
    if not mine.words or not yours.words or mine.words[-1] != yours.words[-1] or mine.generation != yours.generation:
        return "different"
    if mine.field and yours.field and mine.field != yours.field:
        return "different"
    shared = bool(mine.of & yours.of), bool(mine.offices & yours.offices)
    if len(mine.words) > 1 and len(yours.words) > 1:
        if not _given_fit(mine.words, yours.words):
            return "different"
        elsewhere = bool(mine.of and yours.of) and shared == (False, True) and not mine.lands & yours.lands
        return "unsure" if elsewhere else "same"
    if _heads_a_state(mine, yours) or _heads_a_state(yours, mine):
        return "same"
    of_one_kind = not (mine.kinds and yours.kinds) or bool(mine.kinds & yours.kinds)
    return "same" if all(shared) and of_one_kind else "unsure"


def _heads_a_state(short: _Person, full: _Person) -> bool:
    """Return whether a family name with an office that a country has once fits who has it in a country by full name.

    "President Ruiz" is Ana Ruiz, president of France; whether another may be meant, who compares more people tells.
    """
    alone = len(short.words) == 1 < len(full.words) and not short.of
    return alone and bool(_head_of(short) & _head_of(full)) and bool(full.lands)


def _head_of(person: _Person) -> frozenset[str]:
    """Return the offices of a person that a country has once; of a vice president or a foreign minister none."""
    if person.kinds or person.offices & _SECOND:
        return frozenset()
    return person.offices & HEADS_OF_STATES | (_FIRST if person.offices >= _FIRST else frozenset())


def heads_a_state(role: str | None) -> bool:
    """Return whether a role is an office that a country has once, without the country: President, prime minister."""
    found = _person("", role)
    return bool(_head_of(found)) and not found.of


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name as they are compared: small letters, no accents, titles or generation."""
    words = (word.strip(".,") for word in key(name.replace(".", ". ")).split())
    return tuple(word for word in words if word and word not in TITLES and word not in GENERATIONS)


def generation_of(name: str) -> frozenset[str]:
    """Return what tells generations of one name apart: jr, iii."""
    return frozenset(word.strip(".,") for word in key(name).split()) & GENERATIONS


def share_an_office(one: Named, other: Named) -> bool:
    """Return whether pages tell of two persons that they are in one field or serve one body or place."""
    mine, yours = _person(one.name, one.role), _person(other.name, other.role)
    return bool(mine.of & yours.of) or (mine.field is not None and mine.field == yours.field)


def names_an_office(role: str | None) -> bool:
    """Return whether a role tells the office and whose it is, so that a family name with it says who is meant."""
    found = _person("", role)
    return bool(found.of and found.offices)


@lru_cache(_REMEMBERED)
def _person(name: str, role: str | None) -> _Person:
    words = _role_words(role)
    small = [word.lower() for word in words]
    of = _owners(words)
    return _Person(
        name_words(name),
        generation_of(name),
        field_of(role or ""),
        frozenset(small) & _OFFICES,
        frozenset(filter(says_what_kind, small)) - _OFFICES,
        of,
        frozenset(land for owner in of if (land := _land(owner))),
    )


def _land(owner: str) -> str | None:
    """Return the country that an owner is or lies in: a country's code as it is, a town's or division's country."""
    if len(owner) == _CODE_LENGTH and owner.isupper():
        return owner
    return next((candidate.place.country for candidate in candidates(owner)), None)


def _owners(words: Sequence[str]) -> frozenset[str]:
    """Return whose an office is, by the capital letters of its words: Acme, US."""
    found: set[str] = set()
    for capital, run in groupby(words, lambda word: word[:1].isupper()):
        if capital:
            name = " ".join(run)
            telling = [w for w in name.split() if w.lower() not in _SMALL | _OFFICES and not says_what_kind(w.lower())]
            country = country_of_adjective(" ".join(telling))
            found |= {country} if country else set(map(base_of, telling))
    return frozenset(found)


def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two full names of one family may be one person's: given names, and middle ones where both have."""
    if not _fits(one[0], other[0]):
        return False
    mine, yours = one[1:-1], other[1:-1]
    return not (mine and yours) or any(_fits(a, b) for a in mine for b in yours)


def _fits(one: str, other: str) -> bool:
    """Return whether two given names may be one: equal, or one the initial of the other."""
    short = min(one, other, key=len)
    return one == other or (len(short) == 1 and one[0] == other[0])


def _role_words(role: str | None) -> list[str]:
    plain = (role or "").replace("’s", " ").replace("'s", " ").replace(",", " ")
    words: list[str] = []
    for word in plain.replace(".", ". ").split():
        letter = word.strip(".")
        spelled = len(letter) == 1 and letter.isupper()
        if spelled and words and words[-1].isupper() and len(words[-1]) < _INITIALS:
            words[-1] += letter  # U. S. President
        elif letter:
            words.append(letter)
    return words
