"""Mentions to entities: which names on a page mean the same, by their words.

Persons join by family name (Jens Stoltenberg, Stoltenberg, Mr. Stoltenberg), organizations by initials and by short
forms that only one of them can have (World Health Organization, WHO), everything by equal words.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from copydesk.english.source_words import gender_of
from copydesk.english.titles import GENDER_OF_ADDRESS, GENERATIONS, LEGAL_FORMS, LINKING, TITLES
from copydesk.reading.distance import distance
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.gazetteer import country_of, key
from copydesk.records import EntityType

Words: TypeAlias = tuple[str, ...]

_MOST = 50  # groups of one name, or of one family name, that are looked at
_LONGEST = 12  # words of a name's short form
_MISSPELT = 6  # letters from which on a given name with one wrong letter is the same name
_BETWEEN = 6  # words between two names that "and" joins, a title and commas among them


class Cluster(NamedTuple):
    """An entity's mentions, in the order in which they were joined."""

    type: EntityType
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The name to call it by: the fullest for persons and organizations, else the most frequent.

        A name in capitals throughout is passed over where the page has it in small letters too.
        """
        names = Counter(_bare(m.name) if self.type == "PERSON" else m.name for m in self.mentions)
        small = {name.casefold() for name in names if not name.isupper()}
        names = Counter({n: count for n, count in names.items() if not (n.isupper() and n.casefold() in small)})
        if self.type in ("PERSON", "ORG"):
            return max(names, key=lambda name: (len(name.split()), names[name]))
        return names.most_common(1)[0][0]


def join(mentions: list[Mention], words: Sequence[str] = ()) -> list[Cluster]:
    """Return the clusters of a page's mentions, in the order of their first mention.

    Args:
        mentions: names of the page.
        words: the page's words, which the mentions count.
    """
    groups: list[list[Mention]] = []
    index = _Index(_named_together(mentions, words) | _of_other_gender(mentions, words))
    times = Counter(_words(mention) for mention in mentions if mention.type == "PERSON")
    for mention in sorted(mentions, key=_fullness):
        name = _words(mention)
        at = _match(mention, name, groups, index, times)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(mention)
        index.add(at, mention.type, name)
    clusters = [Cluster(g[0].type, tuple(sorted(g, key=lambda m: m.start))) for g in groups]
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _named_together(mentions: list[Mention], words: Sequence[str]) -> frozenset[tuple[Words, Words]]:
    """Return family names with the full names beside which they stand for another of the family.

    In "President Trump and First Lady Melania Trump" the first is not the second.
    """
    found = set()
    people = sorted((m for m in mentions if m.type == "PERSON"), key=lambda m: m.start)
    for one, other in pairwise(people):
        between = words[one.end : other.start]
        if 0 < len(between) <= _BETWEEN and between[0] in ("and", "&"):
            short, full = sorted((_words(one), _words(other)), key=len)
            if len(short) == 1 < len(full) and short[0] == full[-1]:
                found.add((short, full))
    return frozenset(found)


def _of_other_gender(mentions: list[Mention], words: Sequence[str]) -> frozenset[tuple[Words, Words]]:
    """Return family names with the full names that they cannot be short for: Mr. Obama is not Michelle Obama."""
    titled: dict[Words, set[str]] = {}
    full: dict[str, set[Words]] = {}
    for mention in mentions:
        if mention.type == "PERSON":
            name = _words(mention)
            if len(name) == 1:
                before = {mention.name.split()[0], *words[max(0, mention.start - 1) : mention.start]}
                titled.setdefault(name, set()).update(word.lower().rstrip(".") for word in before)
            else:
                full.setdefault(name[-1], set()).add(name)
    found = set()
    for short, titles in titled.items():
        genders = {gender for title, gender in GENDER_OF_ADDRESS.items() if title in titles}
        for name in full.get(short[0], ()) if len(genders) == 1 else ():
            given = gender_of(name[0])
            if given is not None and given not in genders:
                found.add((short, name))
    return frozenset(found)


class _Index:
    """Groups by the words that they go by, and by the shorter forms that those have."""

    def __init__(self, apart: frozenset[tuple[Words, Words]] = frozenset()) -> None:
        """Take pairs of a short and a full name that stand for two people."""
        self._apart = apart
        self._same: dict[tuple[EntityType, Words], list[int]] = {}
        self._short: dict[tuple[EntityType, Words], list[tuple[int, Words]]] = {}

    def add(self, group: int, kind: EntityType, words: Words) -> None:
        """Note that a group goes by some words."""
        same = self._same.setdefault((kind, words), [])
        if group in same[-_MOST:]:
            return
        same.append(group)
        for short in _short_forms(kind, words):
            self._short.setdefault((kind, short), []).append((group, words))

    def same(self, kind: EntityType, words: Words) -> list[int]:
        """Return the groups that go by these words, at most a bounded number."""
        return self._same.get((kind, words), [])[:_MOST]

    def longer(self, kind: EntityType, words: Words) -> list[int]:
        """Return the groups whose names these words are short for, of very many the last ones."""
        last = words[-1:] if kind == "PERSON" else words
        fits = _person_fits if kind == "PERSON" else _organization_fits
        found = self._short.get((kind, last), [])[-_MOST:]
        return sorted({group for group, full in found if fits(words, full) and (words, full) not in self._apart})


def _short_forms(kind: EntityType, words: Words) -> set[Words]:
    """Return what to look a name up by: persons by first and last name, organizations by every short form."""
    if kind == "PERSON":
        return {words[-1:], words[:1]}
    if kind != "ORG" or len(words) < 2:
        return set()
    content, initials = _initials(words)
    ends = range(1, min(len(words), _LONGEST + 1))
    forms = {words[:n] for n in ends if n > 1} | {words[-n:] for n in ends} | {(form,) for form in initials}
    return forms | {content} if len(content) == 1 else forms


def _initials(words: Words) -> tuple[Words, set[str]]:
    """Return the words of an organization's name that are its own, and its initials."""
    content = tuple(word for word in words if word not in LINKING and word not in LEGAL_FORMS)
    return content, {"".join(w[0] for w in words), "".join(w[0] for w in content)}


def _fullness(mention: Mention) -> tuple[int, int]:
    """Order mentions so that full names come before their short forms, whatever the text's order."""
    size = len(_words(mention)) if mention.type in ("PERSON", "ORG") else 0
    return -size, mention.start


def _words(mention: Mention) -> Words:
    plain = key(mention.name.replace(".", " ") if mention.type == "PERSON" else mention.name.replace(".", ""))
    words = tuple(word.strip(",'\"“”‘’()") for word in plain.split())
    words = tuple(word for word in words if word)
    if mention.type == "PERSON":
        bare = tuple(word for word in words if word not in TITLES and word not in GENERATIONS)
        words = bare or words
    if mention.type == "PLACE" and (country := country_of(mention.name)):
        return ("country", country)
    return words


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and key(words[0]).rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def _match(
    mention: Mention, words: Words, groups: list[list[Mention]], index: _Index, times: Counter[Words]
) -> int | None:
    """Return the group that a mention belongs to, if any: equal words first, then the one short form fits."""
    for i in index.same(mention.type, words):
        if not _elsewhere(mention, groups[i]):
            return i
    if mention.type not in ("PERSON", "ORG"):
        return None
    fitting = index.longer(mention.type, words)
    if len(fitting) > 1 and mention.type == "PERSON":
        return _namesake(mention, fitting, groups, times)
    return fitting[0] if len(fitting) == 1 else None


def _namesake(
    mention: Mention, fitting: Sequence[int], groups: list[list[Mention]], times: Counter[Words]
) -> int | None:
    """Return which of several people of one family name it means: the one whom the page is about, None where unsure.

    That is who is named first on the page, if that one is also who is named last before it, or is called by the full
    or the given name more often than the others.
    """
    first = min(fitting, key=lambda i: min(m.start for m in groups[i]))
    before = [i for i in fitting if any(m.start < mention.start for m in groups[i])]
    last = max(before, key=lambda i: max(m.start for m in groups[i] if m.start < mention.start), default=first)

    def called(group: int) -> int:
        full = _words(groups[group][0])
        return len(groups[group]) + times[full[:1]]

    return first if last == first or all(called(first) > called(i) for i in fitting if i != first) else None


def _elsewhere(mention: Mention, group: list[Mention]) -> bool:
    """Return whether a place lies in another than its namesakes do: Cambridge, Massachusetts; Cambridge, England."""
    said = {key(other.within) for other in group if other.within}
    return bool(mention.within and said) and key(mention.within or "") not in said


def _person_fits(short: Words, full: Words) -> bool:
    if len(short) == 1:
        return len(full) > 1 and short[0] in (full[-1], full[0])
    if len(full) < len(short):
        return False
    if len(full) == len(short) > 1 and full[1:] == short[1:] and _one_letter_apart(short[0], full[0]):
        return True  # Vladamir Putin, Vladimir Putin
    if full[-len(short) :] == short:  # Ursula von der Leyen, von der Leyen
        return True
    rest = iter(full)
    if full[-1] == short[-1] and all(word in rest for word in short):  # Jens Otto Harry Jespersen, Otto Jespersen
        return True
    given = full[0] == short[0] or (min(len(full[0]), len(short[0])) == 1 and full[0][0] == short[0][0])
    return given and (full[-1] == short[-1] or full[-len(short) + 1 :] == short[1:])


def _one_letter_apart(one: str, other: str) -> bool:
    """Return whether two given names are one of which a letter inside is wrong, missing or too many.

    The last letter tells women from men (Mario, Maria), and of a short name another is soon made.
    """
    ends = one[:1] == other[:1] and one[-1:] == other[-1:]
    return ends and min(len(one), len(other)) >= _MISSPELT and distance(one, other, 1) == 1


def _organization_fits(short: Words, full: Words) -> bool:
    if len(short) == 1 and len(full) > 1:
        content, initials = _initials(full)
        last = short[0] == full[-1] and full[-2] not in LINKING  # Congress is not the Library of Congress
        return len(short[0]) > 1 and (short[0] in initials or content == short or last)
    if not 1 < len(short) < len(full):
        return False
    return full[: len(short)] == short or (full[-len(short) :] == short and full[-len(short) - 1] not in LINKING)
