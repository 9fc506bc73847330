"""Text without markup to its parts: furniture and masthead are told from the story by lines."""

import re
from functools import partial
from typing import NamedTuple

from copydesk.articles.lines.line_headline import Lines, headline_in
from copydesk.articles.lines.line_scoring import line_scores
from copydesk.articles.lines.story_lines import story_of
from copydesk.articles.masthead import byline
from copydesk.articles.masthead import masthead_reading as masthead
from copydesk.articles.masthead.masthead_reading import Part
from copydesk.articles.paragraphs import SENTENCE_END
from copydesk.articles.scorer import furniture_kinds
from copydesk.records import Author, Dateline, Furniture, FurnitureKind


class StoryParts(NamedTuple):
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


def read_lines(lines: list[str], published: str | None = None) -> StoryParts:
    """Tell the lines of a page apart into story, masthead and furniture, all in their order on the page.

    Args:
        lines: paragraphs, none empty.
        published: publication day, ISO 8601, where known.
    """
    if not lines:
        return StoryParts(())
    page = scored(lines)
    parts = parts_of(page)
    found = masthead.read(parts, published=published, find_headline=partial(headline_in, page))
    taken = found.taken | found.biographies
    kept = [i for i in range(len(lines)) if page.story[i] and i not in taken]
    kinds: list[FurnitureKind | None] = [
        "author-bio" if i in found.biographies else page.kinds[i] for i in range(len(lines))
    ]
    known = [i in found.taken or (page.story[i] and i not in found.biographies) for i in range(len(lines))]
    return StoryParts(
        tuple(lines[i] for i in kept),
        lines[found.headline] if found.headline is not None else None,
        byline.together((*found.signed, *found.credited)),
        found.dateline,
        found.agency,
        found.day,
        _pieces(lines, kinds, known),
    )


def scored(lines: list[str]) -> Lines:
    """Return lines with their kinds of furniture, their probabilities, and which are the story's.

    Args:
        lines: paragraphs, none empty; at least one.
    """
    kinds = [furniture_kinds.kind_of(line) for line in lines]
    probabilities = line_scores(lines)
    return Lines(lines, kinds, probabilities.tolist(), story_of(lines, kinds, probabilities))


def parts_of(page: Lines) -> list[Part]:
    """Return lines as parts among which a masthead is read."""
    return [Part(*line) for line in zip(page.texts, page.kinds, page.story, strict=True)]


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
