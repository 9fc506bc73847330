"""Text without markup: furniture and masthead are told from the story by lines."""

import re
from typing import Final, NamedTuple

from copydesk.articles import byline, credits, dateline, furniture
from copydesk.articles.dates import day_in
from copydesk.articles.line_scoring import line_scores, threshold
from copydesk.records import Author, Dateline, Furniture, FurnitureKind, Span

_HEAD: Final = 12  # lines about the story's first among which the masthead stands
_BEGUN: Final = 12  # words of a sentence that shows that the story has begun
_FOOT: Final = 6  # lines at the story's foot among which credits stand
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_PROSE: Final = 6  # words of a line that, ended as a sentence, is prose
_UNLIKELY: Final = 0.15  # chance under which even a sentence beside the story is not the story's
_REACH: Final = 2  # lines from the story on either side up to which a sentence in between is the story's
_MIN_WORDS, _MAX_WORDS = 4, 30  # of a headline


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
    unended = sum(not _SENTENCE_END.search(row) for row in rows[:-1])
    return 50 <= max(body) <= 110 and min(body) > max(body) * 0.7 and unended > len(body) * 0.6


def read_lines(lines: list[str], published: str | None = None) -> Parts:
    """Tell the lines of a page apart into story, masthead and furniture, all in their order on the page.

    Args:
        lines: paragraphs, none empty.
        published: publication day, ISO 8601, where known.
    """
    if not lines:
        return Parts(())
    kinds = [furniture.kind_of(line) for line in lines]
    story = _story(lines, kinds)
    first = story.index(True) if True in story else 0
    masthead = [False] * len(lines)
    headline, place, agency, day = None, None, None, None
    authors: list[Author] = []
    begun = 0
    for i in range(max(0, first - _HEAD), min(first + _HEAD, len(lines))):
        line = lines[i]
        begun += story[i] and len(line.split()) >= _BEGUN and bool(_SENTENCE_END.search(line))
        if begun > 1:
            break
        if kinds[i]:
            continue
        if found := byline.byline(line):
            authors += found.authors
            agency, masthead[i] = agency or found.agency, True
        elif stands := dateline.alone(line, published):
            place, masthead[i] = place or stands, True
        elif len(line) < 60 and not _SENTENCE_END.search(line) and (stated := day_in(line)):
            day, masthead[i] = day or stated, True
    head = _headline(lines, kinds, story, masthead, first)
    if head is not None:
        headline, masthead[head] = lines[head], True
    for i in [i for i in range(len(lines)) if not kinds[i] and not masthead[i]][-_FOOT:]:
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


def _story(lines: list[str], kinds: list[FurnitureKind | None]) -> list[bool]:
    """Return which lines are the story's: the scorer's choice less furniture, and sentences beside them."""
    chances = line_scores(lines)
    least = threshold(chances)
    likely = [not kind and chance >= least for kind, chance in zip(kinds, chances.tolist(), strict=True)]
    if True not in likely:
        return [not kind for kind in kinds]
    prose = [
        not kind and chance >= _UNLIKELY and len(line.split()) >= _PROSE and bool(_SENTENCE_END.search(line))
        for line, kind, chance in zip(lines, kinds, chances.tolist(), strict=True)
    ]
    before = after = len(lines)
    kept, behind = list(likely), []
    for is_likely in likely:
        before = 0 if is_likely else before + 1
        behind.append(before)
    for i in range(len(lines) - 1, -1, -1):
        after = 0 if likely[i] else after + 1
        kept[i] = likely[i] or (prose[i] and (max(behind[i], after) <= _REACH or min(behind[i], after) == 1))
    return kept


def _headline(
    lines: list[str], kinds: list[FurnitureKind | None], story: list[bool], masthead: list[bool], first: int
) -> int | None:
    """Return the line that is the headline: short, no sentence, at or above the story's first; None where none is."""
    near = [
        i
        for i in range(max(0, first - _HEAD), min(first + 1, len(lines)))
        if not kinds[i] and not masthead[i] and len(lines[i]) < 220 and not _SENTENCE_END.search(lines[i].rstrip("?!"))
    ]
    full = [i for i in near if _MIN_WORDS <= len(lines[i].split()) <= _MAX_WORDS]
    above = [i for i in full if not story[i]]
    return next(iter(above or full or near[-1:]), None)


def _pieces(lines: list[str], kinds: list[FurnitureKind | None], taken: list[bool]) -> tuple[Furniture, ...]:
    """Return the lines that are neither story nor masthead, those of no known kind as the piece before them."""
    pieces = []
    last: FurnitureKind = "navigation"
    for line, kind, is_taken in zip(lines, kinds, taken, strict=True):
        if is_taken:
            last = "other"
            continue
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
