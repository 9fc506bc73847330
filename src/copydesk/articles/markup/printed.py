"""Days that a page prints beside its headline, and what it says of each: published, last changed, or nothing."""

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.masthead.masthead_dates import days_in
from copydesk.english.page_words import ORIGINALLY_PUBLISHED, PUBLISHED_VERB

Said: TypeAlias = Literal["published", "plain", "updated"]

_CHANGED: Final = re.compile(r"updat|modif", re.IGNORECASE)
_FIRST: Final = re.compile(r"\b(?:first|original)", re.IGNORECASE)
_LEADING: Final = re.compile(r"\b(?:by|on)\b|\|", re.IGNORECASE)
_AT_FOOT: Final = re.compile(
    r"(?:©|\bcopyright\b|\breply\b|\bsays?:|\bsite (?:was )?(?:last )?(?:updated|modified)\b)", re.IGNORECASE
)
"""In a block whose day is a comment's or the whole site's."""
_REACH: Final = 40  # characters before a day among which a word tells what day it is
_NOTE, _LINE = 300, 40  # characters of a note on the story's history, and of a line that only gives its day
_LONGEST, _SHORT = 160, 60  # characters of a block that may print the story's day, with and without words on it


class Printed(NamedTuple):
    """A day that the page prints, what it says of it, and how far from the headline (in blocks), beside how much."""

    said: Said
    away: int
    size: int
    value: str
    swapped: str | None = None


def printed(page: Blocks, near: range, at: int) -> list[Printed]:
    """Return the days printed in some of a page's blocks, nearest to the headline first.

    Args:
        page: its blocks.
        near: the blocks to read.
        at: the block of the headline.
    """
    found: list[Printed] = []
    marked: set[tuple[int, str]] = set()
    for place, attributes, words in page.times:
        if place not in near or place >= len(page.texts):
            continue
        around = page.texts[place] if len(page.texts[place]) < 200 else ""
        if _AT_FOOT.search(around):
            continue
        words = " ".join(words.split())
        days = days_in(words) or days_in(attributes.get("datetime") or "")
        if not days:
            continue
        before = words[: days[0].start] if days_in(words) else ""
        before = around[: max(around.find(words), 0)] + before
        name = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}"
        said = (
            said_of(before)
            if PUBLISHED_VERB.search(before[-_REACH:])
            else "updated"
            if _CHANGED.search(name)
            else "plain"
        )
        marked.add((place, days[0].value))
        found.append(Printed(said, _away(place, at), len(around), days[0].value, days[0].swapped))
    for i in near:
        text = page.texts[i]
        days = days_in(text) if len(text) <= _LONGEST else []
        if not days or _AT_FOOT.search(text):
            continue
        for number, day in enumerate(days):
            said = said_of(text[: day.start])
            bare = said == "plain" and (number > 0 or (len(text) >= _SHORT and not _LEADING.search(text[:_SHORT])))
            if not bare and (i, day.value) not in marked:
                found.append(Printed(said, _away(i, at), len(text), day.value, day.swapped))
    return sorted(found, key=lambda day: day.away)


def _away(place: int, at: int) -> int:
    """Return how far a block stands from the headline; what stands above it is more often another story's."""
    return place - at if place >= at else 4 * (at - place)


def originally(page: Blocks, *, by_machine: bool) -> str | None:
    """Return the day on which the page says that the story was first published, though it was changed later.

    Args:
        page: its blocks.
        by_machine: whether the metadata give one moment as publication and last change, so that a line anywhere on the
            page that says `Published March 3, 2023` is believed too.
    """
    for text in page.texts:
        if len(text) > _NOTE or "ublished" not in text:
            continue
        line = by_machine and len(text) <= _LINE
        for day in days_in(text) if line or _FIRST.search(text) else ():
            before = text[: day.start]
            if ORIGINALLY_PUBLISHED.search(before) or (line and said_of(before) == "published"):
                return day.value
    return None


def said_of(before: str) -> Said:
    """Return what the words before a day say of it: the last verb among the nearest ones counts."""
    said: Said = "plain"
    for verb in PUBLISHED_VERB.finditer(before[-_REACH:]):
        said = "updated" if verb["updated"] else "published"
    return said
