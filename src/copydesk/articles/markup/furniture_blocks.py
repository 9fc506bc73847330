"""What was taken off a page with markup, by kind: the blocks that are not the story's."""

from functools import cache
from typing import Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.masthead.byline import byline
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.masthead_dates import day_in
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.articles.scorer.vocabulary import NAMES
from copydesk.records import Furniture, FurnitureKind

_BY_NAME: Final[tuple[tuple[str, FurnitureKind], ...]] = (
    ("cookie", "cookie"),
    ("advert", "advertisement"),
    ("comment", "comment-form"),
    ("share", "share"),
    ("subscribe", "subscribe"),
    ("caption", "caption"),
    ("related", "related"),
    ("author", "author-bio"),
    ("navigation", "navigation"),
    ("tags", "navigation"),
    ("contents", "navigation"),
    ("search", "navigation"),
    ("footer", "navigation"),
    ("header", "navigation"),
    ("listing", "related"),
    ("sidebar", "related"),
)
_BITS: Final = tuple((1 << NAMES.index(name), kind) for name, kind in _BY_NAME)
_ANY: Final = sum(bit for bit, _ in _BITS)
_BY_TAG: Final[dict[str, FurnitureKind]] = {
    "nav": "navigation",
    "header": "navigation",
    "footer": "navigation",
    "figcaption": "caption",
    "form": "subscribe",
    "aside": "related",
}
_STORY: Final = frozenset(("body", "main", "article"))
MAX_PIECES: Final = 400  # pieces of furniture of a page that are kept


def furniture_blocks(page: Blocks, kept: frozenset[int], masthead: set[str], day: str = "") -> tuple[Furniture, ...]:
    """Return the page's furniture in document order; neighbouring blocks of one kind in one container are one piece.

    Args:
        page: its blocks.
        kept: the blocks that are the story's or its masthead's.
        masthead: headline and authors in plain words; blocks that say no more are no furniture.
        day: the publication day, ISO 8601; short blocks that state it are none either.
    """
    kinds = _kinds_of_elements(page)
    pieces: list[tuple[FurnitureKind, int, list[str]]] = []
    last = -2
    lengths = [len(words) for words in masthead if words]
    first_words = tuple(words.partition(" ")[0] for words in masthead)
    shortest, longest = min(lengths, default=0), 2 * max(lengths, default=0) + 20
    year = day[2:4]
    for i, text in enumerate(page.texts):
        if i in kept:
            continue
        if shortest <= len(text) <= longest:
            folded = text.casefold()
            if any(map(folded.__contains__, first_words)) and title_key(text) in masthead:
                continue
        if len(text) < 120 and "by " in text[:60].lower() and byline(text):
            continue
        if day and len(text) < 60 and year in text and day_in(text) == day:
            continue
        owner = page.owners[i]
        kind = kind_of(text)
        if kind is None:
            kind = kinds[owner]
        container = page.parents[owner]
        if pieces and pieces[-1][0] == kind and last == i - 1 and (pieces[-1][1] == container or kind == "navigation"):
            pieces[-1][2].append(text)
        else:
            pieces.append((kind, container, [text]))
        last = i
    return tuple(Furniture(kind=kind, text="\n".join(texts)) for kind, _, texts in pieces[:MAX_PIECES])


def _kinds_of_elements(page: Blocks) -> list[FurnitureKind]:
    """Return for each element the kind that it or the nearest telling one around it says: by names, then by tag."""
    found: list[FurnitureKind] = []
    for tag, groups, parent in zip(page.tags, page.groups, page.parents, strict=True):
        if tag in _STORY:
            found.append("other")
        elif groups & _ANY:
            found.append(_first_kind(groups & _ANY))
        else:
            found.append(_BY_TAG.get(tag) or (found[parent] if parent >= 0 else "other"))
    return found


@cache
def _first_kind(bits: int) -> FurnitureKind:
    return next(kind for bit, kind in _BITS if bits & bit)
