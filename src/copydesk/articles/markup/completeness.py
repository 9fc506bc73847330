"""Whether all of a story stands on its page: whole, a teaser before a wall, one of several pages, or not known.

A story is whole only where the page bears it out: it is free to read, or as long as the page says. A cut story must
never pass for a whole one.
"""

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata
from copydesk.articles.markup.page_facts import absolute
from copydesk.english.page_words import NUMBERED_PAGE, WALL_WORDS
from copydesk.records import Complete

_PAGE_MARK: Final = re.compile(
    r"(?:[?&](?:page|p|pg|seite|pagina|start)=\d{1,3}|/(?:(?:page|seite|pagina|p)/?)?\d{1,2}|[-_](?:page|seite|p)-?\d{1,2})"
    r"(?=(?:\.s?html?|/)?(?:[?#&]|$))",
    re.IGNORECASE,
)
_WALL_NAMES: Final = re.compile(
    r"pay-?wall|subscriber-?only|subscribers-?only|premium-?(?:wall|gate|content-lock)|reg-?wall|meter-?wall|"
    r"piano-(?:offer|inline)|tp-(?:modal|container)|locked-?content|content-?locked|article-?gate|gated-?content",
    re.IGNORECASE,
)
_WALL_HINTS: Final = ("wall", "only", "premium", "piano-", "tp-", "locked", "gate")  # one is in each of these names
_CUT: Final = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s?[\"”’)]?$")
_AGREES: Final = (0.8, 1.3)  # words of the story to those that the page says it has, where both may count one text
_SHORT: Final = 0.6  # under which it is cut
_BRIEF: Final = 250  # words under which a story with a wall's marks is a teaser


class Completeness(NamedTuple):
    """Whether a story is all there, and the reason that a notice gives; None where there is nothing to note."""

    complete: Complete
    reason: str | None = None


def completeness(
    page: Blocks, metadata: Metadata, story: list[str], left_out: list[str], url: str | None, declared_words: int
) -> Completeness:
    """Tell whether the story's text is all there.

    Args:
        page: the page's blocks.
        metadata: what its markup says of it.
        story: the story's paragraphs.
        left_out: the page's other texts.
        url: the page's address.
        declared_words: how many words its JSON-LD says that the story has; 0 where it does not say.
    """
    if part := _part(page, story, left_out, url):
        return Completeness("part", part)
    words = sum(len(text.split()) for text in story)
    free = _is_free(metadata)
    short = declared_words > 0 and words < _SHORT * declared_words
    cut = bool(story) and _CUT.search(story[-1]) is not None
    walled = free is False or ((short or cut or words < _BRIEF) and _has_wall(page))
    said = _asked(left_out) if walled or short or cut else None
    if short and (walled or said or cut):
        return Completeness(
            "teaser", f"the page says that the story has {declared_words:,} words; {words:,} stand on it"
        )
    if cut and (walled or said):
        return Completeness("teaser", "the story breaks off where the page asks to subscribe")
    if free is False and (words < _BRIEF or said) and not _agrees(words, declared_words):
        return Completeness(
            "teaser", "the page says that the story is not free to read, and only its beginning is here"
        )
    if said and words < _BRIEF and walled and free is not True:
        return Completeness("teaser", f"the page asks to subscribe: {said[:80]}")
    if story and not cut and (_agrees(words, declared_words) or (free is True and words >= _BRIEF and not short)):
        return Completeness("whole")
    return Completeness("unknown")


def _has_wall(page: Blocks) -> bool:
    """Tell whether an element of the page is called a wall before its story."""
    names = page.all_names
    return any(map(names.__contains__, _WALL_HINTS)) and _WALL_NAMES.search(names) is not None


def _asked(left_out: list[str]) -> str | None:
    """Return the words in which the page asks to subscribe, or None."""
    return next((text for text in left_out if len(text) < 300 and WALL_WORDS.search(text)), None)


def _agrees(words: int, declared: int) -> bool:
    return declared > 0 and _AGREES[0] <= words / declared <= _AGREES[1]


def _is_free(metadata: Metadata) -> bool | None:
    """Return whether the page says that the story is free to read; None where it does not say."""
    for node in metadata.articles[:8]:
        stated = node.get("isAccessibleForFree")
        if isinstance(stated, bool):
            return stated
        if isinstance(stated, str) and stated.strip().lower().rpartition("/")[2] in ("true", "false"):
            return stated.strip().lower().endswith("true")
    tier = (metadata.first("article:content_tier") or "").lower()
    return {"free": True, "locked": False}.get(tier)


def _part(page: Blocks, story: list[str], left_out: list[str], url: str | None) -> str | None:
    """Return why the story is one of several pages; None where nothing says so."""
    here = _stem(absolute(url, None))
    for rel in page.rels:
        way = (rel.get("rel") or "").lower()
        href = (rel.get("href") or "").strip()
        if way not in ("next", "prev") or not href:
            continue
        relative = href.startswith("?") and _PAGE_MARK.search(href)
        if relative or (here and _PAGE_MARK.search(href) and _stem(absolute(href, url)) == here):
            return f"the page names a {'next' if way == 'next' else 'previous'} page of the story"
    if found := NUMBERED_PAGE.search("\n".join(text for text in (*story[-1:], *left_out) if len(text) < 60)):
        return f"the page is one of several: {found[0]}"
    return None


def _stem(address: str | None) -> str | None:
    """Return an address less what numbers a page of a story in it."""
    if not address:
        return None
    parts = urlsplit(address)
    return (
        _PAGE_MARK.sub("", f"{parts.netloc}{parts.path}?{parts.query}".rstrip("?")).rstrip("/?").removesuffix(".html")
    )
