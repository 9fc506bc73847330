"""Text without markup: furniture and masthead are told from the story by lines."""

import re
from typing import Final, NamedTuple

from copydesk.articles import byline, credits, dateline, furniture
from copydesk.articles.dates import day_in
from copydesk.articles.line_features import Floats
from copydesk.articles.line_headline import SENTENCE_END, Lines, headline_in
from copydesk.articles.line_scoring import THRESHOLD, line_scores
from copydesk.articles.names import is_name, people
from copydesk.articles.scorer import threshold
from copydesk.records import Author, Dateline, Furniture, FurnitureKind, Span

_HEAD: Final = 12  # lines about the story's first among which the masthead stands
_BEGUN: Final = 12  # words of a sentence that shows that the story has begun
_FOOT: Final = 6  # lines at the story's foot among which credits stand
_PROSE: Final = 6  # words of a line that, ended as a sentence, is prose
_UNLIKELY: Final = 0.15  # chance under which even a sentence beside the story is not the story's
_BARELY: Final = 0.05  # and under which it is not right after an advertisement in the story
_REACH: Final = 2  # lines from the story on either side up to which a sentence in between is the story's
_COPIED: Final = 5  # blanks of a text that hardly comes twice in one story
_BESIDE: Final = re.compile(
    r"^\d{1,2} min|^(?:published|posted|updated)\b|\b(?:writer|reporter|editor|correspondent|columnist|staff|author)\b",
    re.IGNORECASE,
)
_NAMED: Final = 60  # characters of a line that is a name, or stands beside it
_BY: Final = frozenset(("by", "by:", "written by", "article by:", "author", "posted by", "words by", "story by"))


class Parts(NamedTuple):
    """What the lines of a page were told apart into."""

    paragraphs: tuple[str, ...]
    headline: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    agency: str | None = None
    day: str | None = None
    furniture: tuple[Furniture, ...] = ()


def lines_of(content: str) -> list[str]:
    """Return the paragraphs of plain text: its lines, with lines that were wrapped at a fixed width joined again."""
    lines: list[str] = []
    for block in re.split(r"\n[ \t]*\n", content.replace("\r\n", "\n").replace("\r", "\n")):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        if _is_wrapped(rows):
            lines.append(" ".join(rows))
        else:
            lines.extend(rows)
    return lines


def _is_wrapped(rows: list[str]) -> bool:
    """Tell whether rows are one paragraph broken at a fixed width: all but the last about equally long, and unended."""
    if len(rows) < 3:
        return False
    body = [len(row) for row in rows[:-1]]
    unended = sum(not SENTENCE_END.search(row) for row in rows[:-1])
    return 50 <= max(body) <= 110 and min(body) > max(body) * 0.7 and unended > len(body) * 0.6


def read_lines(lines: list[str], published: str | None = None) -> Parts:
    """Tell the lines of a page apart into story, masthead and furniture, all in their order on the page.

    Args:
        lines: paragraphs, none empty.
        published: publication day, ISO 8601, where known.
    """
    if not lines:
        return Parts(())
    page, authors, place, agency, day = masthead_in(lines, published)
    _, kinds, _, story, masthead = page
    headline = None
    if (head := headline_in(page)) is not None:
        headline, masthead[head] = lines[head], True
        if not authors and (signed := _signature(lines, kinds, head, page.first)):
            masthead[signed[0]], authors = True, list(signed[1])
    last = len(lines) - 1 - story[::-1].index(True) if True in story else len(lines) - 1
    foot = range(max(0, last - _FOOT), min(last + _FOOT + 1, len(lines)))
    for i in sorted({*foot, *range(max(0, len(lines) - _FOOT), len(lines))}):
        if kinds[i] or masthead[i]:
            continue
        if credited := credits.credit(lines[i], authors):
            authors += credited.authors
            agency, masthead[i] = agency or credited.agency, True
    for i in [i for i in range(len(lines)) if kinds[i] == "copyright"][:_FOOT]:
        notice = credits.credit(lines[i])
        agency = agency or (notice.agency if notice else None)
    for i in [i for i in range(len(lines)) if story[i] and not masthead[i]][-2:]:
        if credits.is_biography(lines[i], authors):
            kinds[i], story[i] = "author-bio", False
    kept = [i for i in range(len(lines)) if story[i] and not masthead[i]]
    if place is None:
        opened = (dateline.opening(lines[i], published) for i in kept[:2])
        place = next((found.dateline for found in opened if found), None)
    paragraphs = tuple(lines[i] for i in kept)
    pieces = _pieces(lines, kinds, [a or b for a, b in zip(story, masthead, strict=True)])
    agency = agency or (place.agency if place else None)
    return Parts(paragraphs, headline, byline.together(authors), place, agency, day, pieces)


class Masthead(NamedTuple):
    """The lines of a page, and what those about its story's first say, all but the headline."""

    page: Lines
    authors: list[Author]
    dateline: Dateline | None
    agency: str | None
    day: str | None


def masthead_in(lines: list[str], published: str | None = None) -> Masthead:
    """Tell story and furniture apart, and read bylines, datelines and days about the story's first line.

    Args:
        lines: paragraphs, none empty; at least one.
        published: publication day, ISO 8601, where known.
    """
    kinds = [furniture.kind_of(line) for line in lines]
    chances = line_scores(lines)
    page = Lines(lines, kinds, chances.tolist(), _story(lines, kinds, chances), [False] * len(lines))
    place, agency, day = None, None, None
    authors: list[Author] = []
    begun = 0
    for i in range(max(0, page.first - _HEAD), min(page.first + _HEAD, len(lines))):
        line = lines[i]
        begun += page.story[i] and len(line.split()) >= _BEGUN and bool(SENTENCE_END.search(line))
        if begun > 1:
            break
        if kinds[i]:
            continue
        if found := byline.byline(line):
            authors += found.authors
            agency, page.masthead[i] = agency or found.agency, True
        elif stands := dateline.alone(line, published):
            place, page.masthead[i] = place or stands, True
        elif len(line) < 60 and not SENTENCE_END.search(line) and (stated := day_in(line)):
            day, page.masthead[i] = day or stated, True
    return Masthead(page, authors, place, agency, day)


def _story(lines: list[str], kinds: list[FurnitureKind | None], chances: Floats) -> list[bool]:
    """Return which lines are the story's: the scorer's choice less furniture, and sentences beside them."""
    least = threshold(chances, THRESHOLD)
    likely = [not kind and chance >= least for kind, chance in zip(kinds, chances.tolist(), strict=True)]
    if True not in likely:
        return [not kind for kind in kinds]
    told = [len(line.split()) >= _PROSE and SENTENCE_END.search(line) is not None for line in lines]
    prose = [
        not kind and chance >= _UNLIKELY and is_told
        for is_told, kind, chance in zip(told, kinds, chances.tolist(), strict=True)
    ]
    before = after = len(lines)
    kept, behind = list(likely), []
    for is_likely in likely:
        before = 0 if is_likely else before + 1
        behind.append(before)
    for i in range(len(lines) - 1, -1, -1):
        after = 0 if likely[i] else after + 1
        kept[i] = likely[i] or (prose[i] and (max(behind[i], after) <= _REACH or min(behind[i], after) == 1))
    resumed = False  # the story goes on after an advertisement
    for i in range(1, len(lines)):
        if kinds[i] == "advertisement":
            resumed = resumed or kept[i - 1]
        else:
            resumed = resumed and not kept[i] and not kinds[i] and told[i] and bool(chances[i] >= _BARELY)
            kept[i] = kept[i] or resumed
    once = frozenset(without_copies(lines, [i for i, is_kept in enumerate(kept) if is_kept]))
    return [i in once for i in range(len(lines))]


def without_copies(texts: list[str], kept: list[int]) -> list[int]:
    """Leave out what stands in the story before: pages carry a body, or parts of it, once for each width of screen.

    A brief line may well come twice, so it is left out only right after a longer copy.

    Args:
        texts: the page's lines or blocks.
        kept: the indices of those that are the story's, in order; what is left of them is returned.
    """
    seen: set[str] = set()
    first, after_copy = [], False
    for i in kept:
        text = texts[i]
        after_copy = text in seen and (after_copy or text.count(" ") >= _COPIED)
        if not after_copy:
            first.append(i)
        seen.add(text)
    return first


def _signature(
    lines: list[str], kinds: list[FurnitureKind | None], head: int, first: int
) -> tuple[int, tuple[Author, ...]] | None:
    """Return the line between headline and story that is a byline, or a name beside `By`, a day, a role or the like."""
    for i in range(head + 1, min(first + 1, len(lines))):
        line = lines[i]
        if not kinds[i] and len(line) < 2 * _NAMED and (found := byline.byline(line)) and found.authors:
            return i, found.authors
        if kinds[i] or len(line) > _NAMED or not is_name(line):
            continue
        beside = [other for other in (*lines[max(head + 1, i - 2) : i], *lines[i + 1 : i + 3]) if len(other) <= _NAMED]
        if any(other.lower() in _BY or day_in(other) or _BESIDE.search(other) for other in beside):
            return i, people(line)
    return None


def _pieces(lines: list[str], kinds: list[FurnitureKind | None], taken: list[bool]) -> tuple[Furniture, ...]:
    """Return the lines that are neither story nor masthead, those of no known kind as the piece before them."""
    pieces = []
    last: FurnitureKind = "navigation"
    for line, kind, is_taken in zip(lines, kinds, taken, strict=True):
        if is_taken:
            last = "other"
            continue
        if kind != "navigation" or not line[0].isdigit():  # `2 hours ago` stands among lines of another kind
            last = kind or last
        pieces.append(Furniture(kind=last, text=line))
    return tuple(pieces)


def join(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the story's text, paragraphs parted by an empty line, and where each paragraph stands in it."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)
