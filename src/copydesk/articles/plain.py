"""Text without markup: furniture and masthead are told from the story by lines."""

import re
from typing import Final, NamedTuple

from copydesk.articles import byline, dateline, furniture
from copydesk.articles.dates import day_in
from copydesk.records import Author, Dateline, Furniture, FurnitureKind, Span

_HEAD: Final = 14  # lines at the top among which the masthead stands
_FOOT: Final = 6  # lines at the story's foot among which credits stand
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_TAIL_STARTS: Final = frozenset({"comment-form", "related", "back-to-top", "copyright"})


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
    kinds = [furniture.kind_of(line) for line in lines]
    story = [not kind for kind in kinds]
    _cut_tail(lines, kinds, story)
    first = next((i for i, kept in enumerate(story) if kept), len(lines))
    headline, place, agency, day = None, None, None, None
    authors: list[Author] = []
    for i in range(first, min(first + _HEAD, len(lines))):
        if not story[i]:
            continue
        line = lines[i]
        if found := byline.byline(line):
            authors += found.authors
            agency, story[i] = agency or found.agency, False
        elif stands := dateline.alone(line, published):
            place, story[i] = place or stands, False
        elif (stated := day_in(line)) and len(line) < 60 and not _SENTENCE_END.search(line):
            day, story[i] = day or stated, False
        elif headline is None and i == first and len(line) < 220 and not _SENTENCE_END.search(line.rstrip("?!")):
            headline, story[i] = line, False
    kept = [i for i, is_story in enumerate(story) if is_story]
    for i in kept[-_FOOT:]:
        if credited := byline.credit(lines[i]):
            authors += credited.authors
            agency, story[i] = agency or credited.agency, False
    if place is None:
        for i in [i for i in kept if story[i]][:2]:
            if opened := dateline.opening(lines[i], published):
                place = opened.dateline
                break
    pieces = tuple(Furniture(kind=kind or "other", text=line) for kind, line in zip(kinds, lines, strict=True) if kind)
    paragraphs = tuple(line for line, is_story in zip(lines, story, strict=True) if is_story)
    agency = agency or (place.agency if place else None)
    return Parts(paragraphs, headline, _merged(authors), place, agency, day, pieces)


def _cut_tail(lines: list[str], kinds: list[FurnitureKind | None], story: list[bool]) -> None:
    """Mark short lines among the tail's furniture as furniture too: lists of links under "Related Articles"."""
    start = next(
        (i for i in range(len(lines) // 2, len(lines)) if kinds[i] in _TAIL_STARTS and not _prose_after(lines, i)),
        None,
    )
    if start is None:
        return
    kind = kinds[start] or "other"
    for i in range(start, len(lines)):
        if known := kinds[i]:
            kind = known
        elif byline.credit(lines[i]) is None:
            kinds[i], story[i] = kind, False


def _prose_after(lines: list[str], start: int) -> bool:
    return any(len(line) > 120 and _SENTENCE_END.search(line) and not furniture.kind_of(line) for line in lines[start:])


def _merged(authors: list[Author]) -> tuple[Author, ...]:
    return tuple({author.name.casefold(): author for author in reversed(authors)}.values())[::-1]


def join(paragraphs: tuple[str, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the story's text, paragraphs parted by an empty line, and where each paragraph stands in it."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)
