"""Names under two spellings: those that are known for it, and those that two transliterations made."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from copydesk.english.name_spellings import EXPLAINED, PLACES, table
from copydesk.reading.defects.name_runs import find_names, skeleton
from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect, Span

_KNOWN: Final = table()
_KNOWN_PLACES: Final = table(PLACES)
_KNOWN_WORDS: Final = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(re.escape(name) for name in sorted(_KNOWN, key=len, reverse=True))})"
    r"(?=(?:['’]s?)?(?![\w-]))"
)
# A spelling that is part of a longer name (Bombay High Court) is no slip.
_PART_AFTER: Final = re.compile(r"[ -](?=[A-Z])")
_PART_BEFORE: Final = re.compile(r"[\w’']+[ -]\Z")

_LEAST: Final = 6  # letters of a name whose transliterations are compared


def find_mixed_spellings(story: StoryText) -> Iterator[Defect]:
    """Yield the first place where a name takes a second spelling, in the story or against its masthead."""
    yield from _known_spellings(story)
    yield from _transliterations(story)


def _known_spellings(story: StoryText) -> Iterator[Defect]:
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


def _transliterations(story: StoryText) -> Iterator[Defect]:
    places: dict[str, list[Span]] = defaultdict(list)
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for start, name in find_names(story):
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
            groups[skeleton(name)].append(name)
    for names in groups.values():
        spellings = {name.casefold(): name for name in names}
        if len(spellings) < 2:
            continue
        usual, *others = sorted(spellings.values(), key=lambda name: -len(places[name]))
        for name in others:
            surnames = not (after[name] | after[usual]) - {""} and not (before[name] - {""} and before[usual] - {""})
            shared = (before[name] & before[usual] | after[name] & after[usual]) - {""}
            if (surnames or shared) and name.lower() not in story.lower_words:
                yield _mixed(places[name][0], f"“{name}” here, “{usual}” elsewhere: two spellings of one name?")


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _part_of_longer(story: StoryText, span: Span) -> bool:
    text = story.text
    if _PART_AFTER.match(text, span[1]):
        return True
    before = _PART_BEFORE.search(text, max(0, span[0] - 40), span[0])
    if before is None or not before.group()[0].isupper():
        return False
    opens = story.sentence_at(before.start())[0] == before.start()
    return not opens and text[span[0] : span[1]] in _KNOWN_PLACES


def _explained(story: StoryText, span: Span) -> bool:
    return EXPLAINED.search(story.text, *story.sentence_at(span[0])) is not None


def _mixed(span: Span, note: str) -> Defect:
    return Defect(kind="mixed-spelling", span=span, note=note)
