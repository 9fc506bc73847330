"""Which namings of many pages are one person, body or place. Unsure is apart.

`grouped` depends on the set of namings alone, never on their order. Namings that could be joined share a form
(`forms_of`); who keeps them needs to group only those that hang together over forms.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from copydesk.english.bodies import is_body_of_many
from copydesk.reading.entities.agreement import fits
from copydesk.reading.gazetteer import key
from copydesk.reading.identity import (
    generation_of,
    heads_a_state,
    name_words,
    names_an_office,
    same_person,
    share_an_office,
)
from copydesk.reading.namings import Naming, body_words, owned

Group: TypeAlias = tuple[Naming, ...]

MOST_COMPARED: Final = 400
"""Namings of one full name whose roles are compared with each other; more are one person by their name alone."""
_SURE: Final = 3
"""Ways in which pages call somebody with one office, from which on a single other way is likely misread."""
_LONGEST_CHAIN: Final = 3
"""How often a short form may be short for another: EU, European Union, …"""
_MOST_NAMES: Final = 6
"""Other names of somebody that are told."""


class Identity(NamedTuple):
    """Who or what a group of namings is.

    Attributes:
        name: the name to show.
        also: other names, at most six, in alphabetical order.
        role: what a person is, as a page says it; of a place, that it stands for its government.
        country, latitude, longitude, geonames: where a place is.
    """

    name: str
    also: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


def forms_of(one: Naming) -> tuple[str, ...]:
    """Return the forms of a naming: two namings that have none in common are never joined directly."""
    if one.type == "PERSON" and (one.told is None or heads_a_state(one.role)):
        return (f"PERSON {(name_words(one.name) or (key(one.name),))[-1]}",)
    if one.told is not None:
        return (f"{one.type} {key(one.name)} {one.told}",)
    if one.type == "PLACE":
        return (_place_form(one),)
    if one.type == "ORG":
        return tuple(dict.fromkeys(f"ORG {' '.join(words)}" for words in _known_as(one)))
    return (f"{one.type} {key(one.name)}",)


def grouped(namings: Iterable[Naming]) -> list[Group]:
    """Return namings in groups, each of one person, body, place or other thing."""
    groups: list[Group] = []
    by_kind: defaultdict[str, list[Naming]] = defaultdict(list)
    for one in sorted(set(namings), key=_order):
        apart = one.told is not None and not (one.type == "PERSON" and heads_a_state(one.role))
        kind = forms_of(one)[0] if apart or one.type not in ("PERSON", "ORG") else one.type
        by_kind[kind].append(one)
    for kind, same in by_kind.items():
        groups += _people(same) if kind == "PERSON" else _bodies(same) if kind == "ORG" else [tuple(same)]
    return groups


def described(group: Group) -> Identity:
    """Return who a group is: by what name, what other ones, in what role, where."""
    best = min(group, key=_best)
    name = best.place or best.name if best.type == "PLACE" else best.name
    spelled = {spelling for one in group for spelling in (one.name, *one.spellings)}
    plain = {_plain(name)}
    also = []
    for spelling in sorted(spelled, key=lambda word: (word.isupper() and len(word) > 5, word)):
        if _plain(spelling) not in plain:
            plain.add(_plain(spelling))
            also.append(spelling)
    return Identity(
        name=name,
        also=tuple(also[:_MOST_NAMES]),
        role=_role(group),
        country=best.country or (best.owner if best.owner and len(best.owner) == 2 else None),
        latitude=best.latitude,
        longitude=best.longitude,
        geonames=best.geonames,
    )


def _order(one: Naming) -> tuple[str, ...]:
    return one.type, one.name, one.role or "", one.owner or "", one.told or "", *one.spellings


def _plain(name: str) -> str:
    return key(name).replace(".", "").removesuffix("'s")


def _best(one: Naming) -> tuple[bool, int, bool, int, str, tuple[str, ...]]:
    """Order namings, best first: no capitals throughout, a whole name, given names at length, no middle names."""
    words = name_words(one.name) if one.type == "PERSON" else body_words(one.name)
    shout = one.name.isupper() and len(one.name) > 5
    if one.type == "PERSON":
        return shout, -min(len(words), 2), len(words[:1] and words[0]) < 2, len(words), one.name, _order(one)
    return shout, -len(words), False, len(one.name), one.name, _order(one)


def _role(group: Group) -> str | None:
    """Return the role to show: one that tells the office and whose it is, ends as most do, of such the shortest."""
    if any(one.government for one in group):
        return "government"
    roles = {one.role for one in group if one.role}
    ends = Counter(role.split()[-1].lower() for role in roles)

    def rank(role: str) -> tuple[bool, int, int, str]:
        return not names_an_office(role), -ends[role.split()[-1].lower()], len(role), role

    return min(roles, key=rank, default=None)


def _place_form(one: Naming) -> str:
    if one.geonames is not None:
        return f"PLACE {one.geonames}"
    if one.place is not None:
        return f"PLACE {key(one.place)} of {one.country}"
    return f"PLACE {key(one.name)}"


# People


def _people(namings: Sequence[Naming]) -> list[Group]:
    """Return groups of namings that share a family name."""
    full: defaultdict[tuple[str, ...], list[Naming]] = defaultdict(list)
    short: list[Naming] = []
    for one in namings:
        words = name_words(one.name)
        if len(words) > 1:
            full[words[-1], words[0], *sorted(generation_of(one.name))].append(one)
        else:
            short.append(one)
    groups = [group for bucket in _with_initials(full) for group in _of_one_name(bucket)]
    return _with_family_names(groups, short)


def _with_initials(full: dict[tuple[str, ...], list[Naming]]) -> list[list[Naming]]:
    """Return buckets of one given name, those of an initial with the one given name that it can be short for."""
    begun: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for family, given, *rest in full:
        if len(given) > 1:
            begun[family, given[0], *rest].add((family, given, *rest))
    out = {name: list(bucket) for name, bucket in full.items() if len(name[1]) > 1 or len(begun[name]) != 1}
    for name, bucket in full.items():
        if name not in out:
            out[next(iter(begun[name]))] += bucket
    return list(out.values())


def _of_one_name(bucket: Sequence[Naming]) -> list[Group]:
    """Return a bucket of one full name as one person, unless pages tell of several.

    Then only those are joined that share a field, or an office's owner; the others stand for themselves. Where one of
    several is called so in three ways or more, and every other in one way, the others are likely misread: what does
    not speak against that one is of it.
    """
    if len(bucket) > MOST_COMPARED:
        return [tuple(bucket)]
    apart = {(a, b) for a, b in combinations(range(len(bucket)), 2) if same_person(bucket[a], bucket[b]) != "same"}
    if not apart:
        return [tuple(bucket)]
    groups = _joined(len(bucket), lambda a, b: (a, b) not in apart and share_an_office(bucket[a], bucket[b]))
    main, *others = sorted(groups, key=len, reverse=True)
    if len(main) >= _SURE and all(len(members) == 1 for members in others) and not _torn(main, apart):
        told = {n for (n,) in others if not any((min(n, m), max(n, m)) in apart for m in main)}
        groups = [[*main, *sorted(told)], *([n] for (n,) in others if n not in told)]
    out: list[Group] = []
    for members in groups:
        torn = _torn(members, apart)
        by_role: defaultdict[str | None, list[Naming]] = defaultdict(list)
        for n in members:
            by_role[bucket[n].role if torn else None].append(bucket[n])
        out += map(tuple, by_role.values())
    return out


def _torn(members: Sequence[int], apart: Container[tuple[int, int]]) -> bool:
    return any(pair in apart for pair in combinations(sorted(members), 2))


def _with_family_names(groups: list[Group], short: Sequence[Naming]) -> list[Group]:
    """Return groups with the family names that, by office and owner, only one of them can be."""
    own: dict[int, list[Naming]] = {}
    alone: list[Naming] = []
    untold: defaultdict[tuple[str, str | None], list[Naming]] = defaultdict(list)
    known: dict[tuple[str, str | None], list[int]] = {}
    for one in short:
        called = one.name, one.role
        if called not in known:
            known[called] = [n for n, group in enumerate(groups) if any(same_person(one, o) == "same" for o in group)]
        if len(known[called]) == 1:
            own.setdefault(known[called][0], []).append(one)
        elif one.told is None:
            alone.append(one)
        else:
            untold[key(one.name), one.told].append(one)
    rest = _joined(len(alone), lambda a, b: same_person(alone[a], alone[b]) == "same")
    groups += map(tuple, untold.values())
    joined = [(*group, *own.get(n, ())) for n, group in enumerate(groups)]
    return joined + [tuple(alone[n] for n in members) for members in rest]


def _joined(count: int, one: Callable[[int, int], bool]) -> list[list[int]]:
    """Return numbers up to a count in groups that hang together over pairs that are one."""
    above = list(range(count))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for a, b in combinations(range(count if count <= MOST_COMPARED else 0), 2):
        if top(a) != top(b) and one(a, b):
            above[top(b)] = top(a)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(count):
        groups[top(n)].append(n)
    return list(groups.values())


# Bodies


class _Unit(NamedTuple):
    """A body by its name and its owner."""

    words: tuple[str, ...]
    owner: str | None


def _unit(one: Naming) -> _Unit:
    words, owner = owned(body_words(one.name))
    return _Unit(words, one.owner or owner)


def _known_as(one: Naming) -> list[tuple[str, ...]]:
    """Return the names of a body as they are compared, its own first, without its owner and without those of many."""
    own = owned(body_words(one.name))[0]
    others = (owned(body_words(spelling))[0] for spelling in one.spellings)
    return [own, *(words for words in others if words and words != own and not is_body_of_many(words))]


def _bodies(namings: Sequence[Naming]) -> list[Group]:
    """Return groups of bodies that hang together over names in whole and in short."""
    units: defaultdict[_Unit, list[Naming]] = defaultdict(list)
    longer: defaultdict[tuple[str, ...], dict[_Unit, bool]] = defaultdict(dict)
    for one in namings:
        unit = _unit(one)
        units[unit].append(one)
        for short in _known_as(one)[1:]:
            told = longer[short]
            told[unit] = told.get(unit, False) or _is_short_for(short, one)
    whole = {unit: found for unit in units if (found := _whole(unit, longer)) is not None}
    groups: defaultdict[_Unit, list[Naming]] = defaultdict(list)
    for unit, same in units.items():
        groups[_root(unit, whole)] += same
    return [tuple(group) for group in groups.values()]


def _whole(unit: _Unit, longer: dict[tuple[str, ...], dict[_Unit, bool]]) -> _Unit | None:
    """Return the one body whose name a page tells that this one is short for; None where there are several or none."""
    told = {other: short for other, short in longer.get(unit.words, {}).items() if other != unit}
    if unit.owner is not None or len(told) != 1:
        return None
    ((other, short),) = told.items()
    return other if short and len(other.words) > len(unit.words) else None


def _root(unit: _Unit, whole: dict[_Unit, _Unit]) -> _Unit:
    for _ in range(_LONGEST_CHAIN):
        if unit not in whole:
            break
        unit = whole[unit]
    return unit


def _is_short_for(short: tuple[str, ...], one: Naming) -> bool:
    """Return whether a name is an acronym of a body's name, or its first words."""
    words = body_words(one.name)
    if len(short) == 1 and any(body_words(s) == short and fits(s, one.name.split()) for s in one.spellings):
        return True
    return words[: len(short)] == short
