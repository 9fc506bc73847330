"""Names that are a letter or two off: from the same name elsewhere in the story, or from the byline."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from copydesk.reading.defects.name_runs import find_names, skeleton
from copydesk.reading.defects.searched_text import StoryText
from copydesk.reading.distance import distance
from copydesk.records import Defect, Span

_LEAST: Final = 7  # letters of a word in which one letter can be a slip
_MOST: Final = 200  # names that are compared with each other; a longer list of names is no story


def find_mismatches(story: StoryText) -> Iterator[Defect]:
    """Yield names that differ by a letter or two from the same name elsewhere in the story or on its masthead."""
    people: dict[str, list[Span]] = defaultdict(list)
    bare: dict[str, list[Span]] = defaultdict(list)
    for start, name in find_names(story):
        (people if " " in name else bare)[name].append((start, start + len(name)))
    yield from _off_the_masthead(story, people)
    yield from _off_each_other(people)
    yield from _unintroduced(story, people, bare)


def _off_the_masthead(story: StoryText, people: dict[str, list[Span]]) -> Iterator[Defect]:
    credited = [line for line in story.names if 2 <= len(line.split()) <= 4][:_MOST]
    for name, spans in people.items():
        for line in credited:
            if _given_slip(name, line) or _surname_slip(name, line):
                yield _slip(spans[0], f"“{name}” here, “{line}” in the byline or credit")


def _off_each_other(people: dict[str, list[Span]]) -> Iterator[Defect]:
    for alike in _grouped(people, lambda name: (name.rpartition(" ")[0], _ends(name.rpartition(" ")[2]))):
        alike.sort(key=lambda name: (-len(people[name]), people[name]))
        for index, usual in enumerate(alike):
            for name in alike[index + 1 :]:
                if _surname_slip(name, usual):
                    yield _slip(people[name][0], f"“{name}” here, “{usual}” elsewhere")


def _unintroduced(story: StoryText, people: dict[str, list[Span]], bare: dict[str, list[Span]]) -> Iterator[Defect]:
    """Yield bare surnames that nobody introduced and that are one letter off one that somebody did."""
    known: dict[str, str] = {}
    for full in people:
        known.setdefault(full.rpartition(" ")[2], full)
    for alike in _grouped({**known, **bare}, _ends):
        for name in alike:
            if len(bare.get(name, ())) != 1 or name in known or name.lower() in story.lower_words:
                continue
            for surname in alike:
                owner = known.get(surname)
                if owner and len(bare.get(surname, ())) + len(people[owner]) >= 2 and _inner_slip(name, surname):
                    yield _slip(bare[name][0], f"“{name}” here, “{surname}” elsewhere ({owner})")


def _grouped(names: Iterable[str], key: Callable[[str], object]) -> Iterator[list[str]]:
    groups: dict[object, list[str]] = defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    return (group[:_MOST] for group in groups.values() if len(group) > 1)


def _ends(word: str) -> tuple[str, str]:
    return word[:2], word[-2:]


def _given_slip(name: str, other: str) -> bool:
    """Say whether two names of two words differ by one or two letters of the given name, not the first."""
    (one, _, surname), (two, _, other_surname) = name.partition(" "), other.partition(" ")
    if surname != other_surname or min(len(one), len(two)) < 4 or one[0] != two[0]:
        return False
    return 0 < distance(one, two, 2) <= 2


def _surname_slip(name: str, other: str) -> bool:
    (given, _, surname), (other_given, _, other_surname) = name.rpartition(" "), other.rpartition(" ")
    return given == other_given and _inner_slip(surname, other_surname)


def _inner_slip(one: str, two: str) -> bool:
    """Say whether two long words differ by one letter that is neither at the start nor in the ending."""
    if min(len(one), len(two)) < _LEAST or _ends(one) != _ends(two):
        return False
    return distance(one, two, 1) == 1 and skeleton(one) != skeleton(two)


def _slip(span: Span, note: str) -> Defect:
    return Defect(kind="name-mismatch", span=span, note=f"{note}: one of them is wrong")
