"""The masthead among a story's parts, lines of text or blocks of a page: bylines, datelines, days and credits."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from copydesk.articles.masthead import byline, credit_lines, dateline
from copydesk.articles.masthead.masthead_dates import day_in
from copydesk.articles.masthead.other_bylines import other_byline
from copydesk.articles.masthead.person_names import is_name, people
from copydesk.articles.paragraphs import SENTENCE_END
from copydesk.english.bylines import BESIDE_NAME, BYLINE_ALONE
from copydesk.records import Author, Dateline, FurnitureKind

_HEAD: Final = 12  # parts about the story's first among which the masthead stands
_BEGUN: Final = 12  # words of a sentence that shows that the story has begun
_FOOT: Final = 6  # parts at the story's foot among which credits stand
_OPENING: Final = 3  # parts of the story among which one may open with a dateline
_UPDATED: Final = re.compile("updated|modified", re.IGNORECASE)  # what stands before the day of a later version
_DAY_LINE: Final = 60  # characters of a line that only states a day
_NAMED: Final = 60  # characters of a line that is a name, or stands beside it


class Part(NamedTuple):
    """A line of text or a block of a page, one paragraph.

    Attributes:
        text: its words, not empty.
        kind: the kind of furniture that it is by its words alone, or None.
        is_story: whether it was chosen as the story's.
        is_item: whether it is a subhead, a list item or a table cell: a day that stands there is the story's own.
    """

    text: str
    kind: FurnitureKind | None = None
    is_story: bool = True
    is_item: bool = False


class Head(NamedTuple):
    """What the parts about a story's first say: which of them are the masthead's, and what they state."""

    taken: set[int]
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    agency: str | None = None
    day: str | None = None


class Masthead(NamedTuple):
    """What a masthead says, and where.

    Attributes:
        taken: the parts that are the masthead's, headline included.
        biographies: the parts at the foot that say who an author is.
        headline: the part that is the headline, where it was looked for and found.
        signed: the authors that bylines name; credited: those that credits at the foot name.
        dateline, agency, day: as printed (the day in ISO 8601).
    """

    taken: frozenset[int]
    biographies: frozenset[int]
    headline: int | None
    signed: tuple[Author, ...]
    credited: tuple[Author, ...]
    dateline: Dateline | None
    agency: str | None
    day: str | None


def read(
    parts: Sequence[Part],
    *,
    published: str | None = None,
    known: tuple[Author, ...] = (),
    find_headline: Callable[[set[int]], int | None] | None = None,
) -> Masthead:
    """Read the masthead of a story.

    Args:
        parts: the page's parts, in order.
        published: publication day, ISO 8601, where known.
        known: authors that are known from elsewhere, whom a credit may call by their last names.
        find_headline: given the parts that are the masthead's, returns the one that is the headline.
    """
    taken, signed, place, agency, day = head(parts, published)
    headline = find_headline(taken) if find_headline else None
    if headline is not None:
        taken.add(headline)
        if not signed and (signature := _signature(parts, headline, first_of(parts))):
            taken.add(signature[0])
            signed = signature[1]
    credited, of_credit = _foot(parts, taken, (*known, *signed))
    agency = agency or of_credit or _notice_agency(parts)
    kept = [i for i, part in enumerate(parts) if part.is_story and i not in taken]
    writers = (*known, *signed, *credited)
    biographies = frozenset(i for i in kept[-2:] if credit_lines.is_biography(parts[i].text, writers))
    if place is None:
        opened = (dateline.opening(parts[i].text, published) for i in kept[:_OPENING])
        place = next((found.dateline for found in opened if found), None)
    agency = agency or (place.agency if place else None)
    return Masthead(frozenset(taken), biographies, headline, signed, credited, place, agency, day)


def first_of(parts: Sequence[Part]) -> int:
    """Return the story's first part; 0 where there is no story."""
    return next((i for i, part in enumerate(parts) if part.is_story), 0)


def head(parts: Sequence[Part], published: str | None = None) -> Head:
    """Read bylines, datelines and days about a story's first part, up to its second long sentence."""
    found = Head(set())
    begun, first = 0, first_of(parts)
    authors: list[Author] = []
    place, agency, day = found.dateline, found.agency, found.day
    for i in range(max(0, first - _HEAD), min(first + _HEAD, len(parts))):
        text, kind, is_story, is_item = parts[i]
        ended = bool(SENTENCE_END.search(text))
        begun += is_story and len(text.split()) >= _BEGUN and ended
        if begun > 1:
            break
        if kind and not is_story:
            continue
        if line := byline.byline(text):
            authors += line.authors
            agency = agency or line.agency
            day = day or day_in(_UPDATED.split(text)[0])
        elif others := other_byline(text):
            authors += others
        elif stands := dateline.alone(text, published):
            place = place or stands
        elif len(text) < _DAY_LINE and not ended and not is_item and (stated := day_in(text)):
            day = day or stated
        else:
            continue
        found.taken.add(i)
    return Head(found.taken, tuple(authors), place, agency, day)


def _foot(parts: Sequence[Part], taken: set[int], known: tuple[Author, ...]) -> tuple[tuple[Author, ...], str | None]:
    """Read the credits at the story's foot and at the page's end; return authors and agency, mark them as taken."""
    size = len(parts)
    last = next((i for i in range(size - 1, -1, -1) if parts[i].is_story), size - 1)
    credited: tuple[Author, ...] = ()
    agency = None
    foot = range(max(0, last - _FOOT), min(last + _FOOT + 1, size))
    for i in sorted({*foot, *range(max(0, size - _FOOT), size)}):
        if (parts[i].kind and not parts[i].is_story) or i in taken:
            continue
        if line := credit_lines.credit(parts[i].text, (*known, *credited)):
            credited += line.authors
            agency = agency or line.agency
            taken.add(i)
    for i in range(last, -1, -1):  # the rule that stands between the story and its credit
        if i in taken or not parts[i].is_story:
            continue
        if any(map(str.isalnum, parts[i].text)):
            break
        taken.add(i)
    return credited, agency


def _notice_agency(parts: Sequence[Part]) -> str | None:
    """Return the agency that a copyright notice names."""
    for part in [part for part in parts if part.kind == "copyright"][:_FOOT]:
        if (notice := credit_lines.credit(part.text)) and notice.agency:
            return notice.agency
    return None


def _signature(parts: Sequence[Part], headline: int, first: int) -> tuple[int, tuple[Author, ...]] | None:
    """Return the part between headline and story that is a byline, or a name beside `By`, a day, a role or the like."""
    for i in range(headline + 1, min(first + 1, len(parts))):
        text = parts[i].text
        if not parts[i].kind and len(text) < 2 * _NAMED and (found := byline.byline(text)) and found.authors:
            return i, found.authors
        if parts[i].kind or len(text) > _NAMED or not is_name(text):
            continue
        around = (*parts[max(headline + 1, i - 2) : i], *parts[i + 1 : i + 3])
        beside = [other.text for other in around if len(other.text) <= _NAMED]
        if any(other.lower() in BYLINE_ALONE or day_in(other) or BESIDE_NAME.search(other) for other in beside):
            return i, people(text)
    return None
