"""Names that the story itself spells in two ways: known spellings, transliterations, and slips of a letter or two."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from copydesk.reading.defects.story import Story
from copydesk.reading.defects.variants import PLACES, table
from copydesk.reading.sentences import OPENERS
from copydesk.records import Defect, Span

_KNOWN: Final = table()
_KNOWN_PLACES: Final = table(PLACES)
_KNOWN_WORDS: Final = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(re.escape(name) for name in sorted(_KNOWN, key=len, reverse=True))})"
    r"(?=(?:['’]s?)?(?![\w-]))"
)
# A spelling that the story itself explains, or that is part of a longer name (Bombay High Court), is no slip.
_EXPLAINED: Final = re.compile(
    r"\b(?:formerly|also (?:known|called)|(?:once|then|now|previously|officially|still) (?:known|called|named)|"
    r"(?:known|referred to) as|renamed|spelling|spelled|spelt|old name|colonial|transliterat\w{0,6})\b"
)
_PART_AFTER: Final = re.compile(r"[ -](?=[A-Z])")
_PART_BEFORE: Final = re.compile(r"[\w’']+[ -]\Z")

_NAME: Final = re.compile(
    r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w-]{0,29}\w(?: (?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w-]{0,29}\w)){0,4}(?=(?:['’]s?)?(?![\w-]))"
)
_RULES: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"['’`]", ""),
        (r"(?<=[kgdtb])h", ""),
        (r"tz", "ts"),
        (r"ck|q", "k"),
        (r"sch", "sh"),
        (r"tch", "ch"),
        (r"ou|oo", "u"),
        (r"ei|ey|ay", "ai"),
        (r"[iyj]+", "i"),
        (r"w", "v"),
        (r"(\w)\1", r"\1"),
        (r"-", ""),
    )
)
_LEAST: Final = 6


def find_mixed_spellings(story: Story) -> Iterator[Defect]:
    """Yield the first place where a name takes a second spelling, in the story or against its masthead."""
    yield from _known_spellings(story)
    yield from _transliterations(story)


def _known_spellings(story: Story) -> Iterator[Defect]:
    groups: dict[frozenset[str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for match in _KNOWN_WORDS.finditer(story.text):
        if not _part_of_longer(story, match.span()):
            groups[_KNOWN[match.group()]][match.group()].append(match.span())
    masthead = Counter(name for line in story.names for name in _KNOWN_WORDS.findall(line))
    for group, places in groups.items():
        spans = [span for found in places.values() for span in found]
        above = [name for name in masthead if name in group and _plain(name) not in {_plain(other) for other in places}]
        if len({_plain(name) for name in (*places, *above)}) < 2 or any(_explained(story, span) for span in spans):
            continue
        usual = above[0] if above else max(places, key=lambda name: len(places[name]))
        for name, found in places.items():
            if _plain(name) != _plain(usual):
                where = "on the masthead" if above else "elsewhere in the story"
                yield _mixed(found[0], f"“{name}” here, “{usual}” {where}: two spellings of one name")


def _transliterations(story: Story) -> Iterator[Defect]:
    places: dict[str, list[Span]] = defaultdict(list)
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for start, name in _names(story):
        words = name.split(" ")
        for left, word, right in zip(["", *words], words, [*words[1:], ""], strict=False):
            if len(word) >= _LEAST:
                places[word].append((start, start + len(word)))
                before[word].add(left)
                after[word].add(right)
            start += len(word) + 1
    groups: dict[str, list[str]] = defaultdict(list)
    for name in places:
        if name not in _KNOWN and not name.isupper():
            groups[_skeleton(name)].append(name)
    for names in groups.values():
        spellings = {name.casefold(): name for name in names}
        if len(spellings) < 2:
            continue
        usual, *others = sorted(spellings.values(), key=lambda name: -len(places[name]))
        for name in others:
            surnames = not (after[name] | after[usual]) - {""} and not (before[name] - {""} and before[usual] - {""})
            shared = (before[name] & before[usual] | after[name] & after[usual]) - {""}
            if (surnames or shared) and not re.search(rf"\b{re.escape(name.lower())}\b", story.text):
                yield _mixed(places[name][0], f"“{name}” here, “{usual}” elsewhere: two spellings of one name?")


def _names(story: Story) -> Iterator[tuple[int, str]]:
    """Yield runs of capitalised words, without the little word that opens a sentence."""
    for match in _NAME.finditer(story.text):
        first, _, rest = match.group().partition(" ")
        if first.lower() not in OPENERS:
            yield match.start(), match.group()
        elif rest:
            yield match.start() + len(first) + 1, rest


def find_mismatches(story: Story) -> Iterator[Defect]:
    """Yield names that differ by a letter or two from the same name elsewhere in the story or on its masthead."""
    people: dict[str, list[Span]] = defaultdict(list)
    bare: dict[str, list[Span]] = defaultdict(list)
    for start, name in _names(story):
        (people if " " in name else bare)[name].append((start, start + len(name)))
    credited = [line for line in story.names if 2 <= len(line.split()) <= 4]
    for name, spans in people.items():
        for line in credited:
            if _one_person(name, line, first=2):
                yield _slip(spans[0], f"“{name}” here, “{line}” in the byline or credit")
    frequent = sorted(people, key=lambda name: (-len(people[name]), people[name]))
    for index, usual in enumerate(frequent):
        for name in frequent[index + 1 :]:
            if _one_person(name, usual, first=0):
                yield _slip(people[name][0], f"“{name}” here, “{usual}” elsewhere")
    known = {name.rsplit(None, 1)[-1]: name for name in frequent}
    for name, spans in bare.items():
        if len(spans) == 1 and len(name) >= 7 and name not in known:
            for surname, full in known.items():
                often = len(bare.get(surname, ())) + len(people[full])
                if often >= 2 and _inner_slip(name, surname) and not _lower(story, name):
                    yield _slip(spans[0], f"“{name}” here, “{surname}” elsewhere ({full})")


def _one_person(name: str, other: str, first: int) -> bool:
    """Say whether two full names are one but for a slip: `first` letters of the given name or one of the surname."""
    (*given, surname), (*other_given, other_surname) = name.split(), other.split()
    if len(given) != len(other_given) or name == other:
        return False
    if surname == other_surname and len(given) == 1:
        one, two = given[0], other_given[0]
        return (
            first > 0 and min(len(one), len(two)) >= 4 and one[0] == two[0] and 0 < distance(one, two, first) <= first
        )
    return given == other_given and _inner_slip(surname, other_surname)


def _inner_slip(one: str, two: str) -> bool:
    """Say whether two long words differ by one letter that is neither at the start nor in the ending."""
    if min(len(one), len(two)) < 7 or one[:2] != two[:2] or one[-2:] != two[-2:]:
        return False
    return distance(one, two, 1) == 1 and _skeleton(one) != _skeleton(two)


def distance(one: str, two: str, most: int) -> int:
    """Return how many letters were changed, lost, added or swapped (Damerau 1964), or `most` + 1 if more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _skeleton(name: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))
    for pattern, to in _RULES:
        plain = pattern.sub(to, plain)
    return plain


def _part_of_longer(story: Story, span: Span) -> bool:
    text = story.text
    if _PART_AFTER.match(text, span[1]):
        return True
    before = _PART_BEFORE.search(text, max(0, span[0] - 40), span[0])
    if before is None or not before.group()[0].isupper():
        return False
    opens = any(start == before.start() for start, _ in story.sentences)
    return not opens and text[span[0] : span[1]] in _KNOWN_PLACES


def _explained(story: Story, span: Span) -> bool:
    return any(start <= span[0] < end and _EXPLAINED.search(story.text, start, end) for start, end in story.sentences)


def _lower(story: Story, name: str) -> bool:
    return re.search(rf"\b{re.escape(name.lower())}", story.text) is not None


def _mixed(span: Span, note: str) -> Defect:
    return Defect(kind="mixed-spelling", span=span, note=note)


def _slip(span: Span, note: str) -> Defect:
    return Defect(kind="name-mismatch", span=span, note=f"{note}: one of them is wrong")
