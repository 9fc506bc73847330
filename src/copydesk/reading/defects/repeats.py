"""Repeated text: a sentence or paragraph that stands twice, a little word set twice."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.english.function_words import NEVER_TWICE
from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect

_LEAST_WORDS: Final = 8  # words of a sentence that hardly comes twice
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_DOUBLED: Final = re.compile(rf"\b({'|'.join(sorted(NEVER_TWICE))})\s{{1,3}}\1\b")


def find_repeats(story: StoryText) -> Iterator[Defect]:
    """Yield passages that repeat earlier sentences word for word, and doubled words."""
    seen: set[str] = set()
    passages: list[tuple[int, int, int]] = []
    running = False
    for start, end in story.sentences:
        words = _WORD.findall(story.text[start:end].lower())
        key = " ".join(words)
        again = key in seen and (running or len(words) >= _LEAST_WORDS)
        if again and running:
            first, _, count = passages.pop()
            passages.append((first, end, count + 1))
        elif again:
            passages.append((start, end, 1))
        running = again
        seen.add(key)
    for start, end, count in passages:
        what = "an earlier sentence" if count == 1 else f"{count} earlier sentences"
        yield Defect(kind="repeated-text", span=(start, end), note=f"repeats {what} word for word")
    for match in _DOUBLED.finditer(story.text):
        yield Defect(kind="repeated-text", span=match.span(), note=f"“{match.group(1)}” is set twice")
