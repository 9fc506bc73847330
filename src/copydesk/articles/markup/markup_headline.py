"""The headline of a page with markup: what its first-level heading, its metadata and its title agree on."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata, clean
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.masthead_dates import day_in
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.english.page_words import SITE_WORD

_SEPARATOR: Final = re.compile(r"\s+(?:[|–—•·»:-]|::|//)\s+|\s*[|»]\s*")
_PART: Final = re.compile(r"\s+[|–—•·»-]\s+|\s*[|»]\s*|:\s+")
_DAY_WORDS: Final = 4  # words that a day has at most
_BRIEF, _LONG = 1, 8  # words of a heading that is too short to stand for a title of as many
_LABEL: Final = re.compile(r"^(?:title|headline|blog|article):\s?", re.IGNORECASE)


def place_of(page: Blocks, headline_key: str) -> list[int]:
    """Return the blocks that say `headline_key` (in plain words) and nothing else."""
    if not headline_key:
        return []
    low, high = len(headline_key), 2 * len(headline_key) + 20
    first = headline_key.partition(" ")[0]
    return [
        i
        for i, text in enumerate(page.texts)
        if low <= len(text) <= high and first in text.casefold() and title_key(text) == headline_key
    ]


def headline(page: Blocks, metadata: Metadata, url: str | None = None) -> str | None:
    """Return the headline on one line, without a label before it (`Title: …`), or None where the page has none.

    A first-level heading that the metadata or the title bears out is best; without one, the longest form that two
    sources agree on, less the site's name.
    """
    found = _found(page, metadata, url)
    return _LABEL.sub("", " ".join(found.split())) or None if found else None


def _found(page: Blocks, metadata: Metadata, url: str | None) -> str | None:
    site = metadata.first("og:site_name", "application-name") or ""
    linked = [clean(node.get("headline")) for node in metadata.articles if clean(node.get("headline"))]
    stated = [words for words in (metadata.first("og:title"), metadata.first("twitter:title"), page.title) if words]
    told = [title_key(words) for words in (*linked, *stated) if words]
    names = _site_names(page.title, site, [*linked, *stated[:-1]], url)
    marked = {element for element, tag in enumerate(page.tags) if tag == "h1"}
    if "itemprop-headline" in page.all_names:
        marked |= {element for element, name in enumerate(page.names) if "itemprop-headline" in name}
    inside = {i for element in marked for i in range(page.starts[element], page.ends[element])}
    heads = [
        text
        for text, owner in ((page.texts[i], page.owners[i]) for i in sorted(inside))
        if _is_heading(page, owner, marked) and len(text) < 400 and not kind_of(text) and title_key(text) not in names
    ]
    parts = {title_key(part) for words in stated for part in _SEPARATOR.split(words)}
    longest = max((len(other.split()) for other in told), default=0)
    best: tuple[float, int, str] | None = None
    for order, head in enumerate(heads[:30]):
        key = title_key(head)
        if len(key.split()) <= _BRIEF and longest > _LONG and key not in parts:
            continue
        score = _agreement(key, told)
        if score > 0.5 and (dated := _less_day(head, stated)):
            return dated
        if score > 0.5 and (best is None or score > best[0] + 0.05):
            best = score, -order, head
    if best:
        return _without_site(best[2], site, url) if _SEPARATOR.search(best[2]) else best[2]
    distinct = [h for h in dict.fromkeys(heads) if len(h.split()) >= 4 and _agreement(title_key(h), told) > 0.25]
    if distinct:
        return distinct[0]
    for words in (*linked, *stated):
        if short := _without_site(words, site, url):
            return short
    return next((head for head in heads if len(head.split()) >= 3), heads[0] if heads else None)


def _site_names(title: str, site: str, stated: Sequence[str], url: str | None) -> set[str]:
    """Return what the site, rather than the story, is called: blogs put that in a first-level heading too."""
    names = {title_key(site)} if site else set()
    names.add(title_key(_host(url)))
    parts = _PART.split(title)
    if len(parts) < 2:
        return names
    slug = set(title_key((url or "").rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")).split())
    of_first, of_rest = (len(slug & set(title_key(words).split())) for words in (parts[0], " ".join(parts[1:])))
    if of_rest > of_first + 1:
        names.add(title_key(parts[0]))
    elif (last := title_key(parts[-1])) not in {title_key(words) for words in stated}:
        names.add(last)
    return names


def _host(url: str | None) -> str:
    """Return the host of an address, less `www.`, in small letters."""
    return (url or "").partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _less_day(head: str, stated: Sequence[str]) -> str | None:
    """Return what the metadata call the story where a heading says the same after or before a day, else None."""
    folded = head.casefold()
    for words in stated:
        wanted = words.casefold()
        rest = folded.removesuffix(wanted) if folded.endswith(wanted) else folded.removeprefix(wanted)
        if rest != folded and len(title_key(rest).split()) <= _DAY_WORDS and day_in(rest):
            return words
    return None


def _is_heading(page: Blocks, owner: int, marked: set[int]) -> bool:
    """Tell whether a block stands in a marked element: a first-level heading, or one marked as the headline."""
    for _ in range(3):
        if owner < 0:
            return False
        if owner in marked:
            return True
        owner = page.parents[owner]
    return False


def _agreement(head: str, told: Sequence[str]) -> float:
    """Return how well a heading agrees with what the page is called elsewhere: share of words, either way round."""
    words = set(head.split())
    best = 0.0
    for other in told:
        theirs = set(other.split())
        if not words or not theirs:
            continue
        if head == other:
            return 1.5
        common = len(words & theirs)
        inside = 1.0 if f" {head} " in f" {other} " else common / len(words)
        best = max(best, min(inside, 1.0) * 0.7 + common / len(theirs) * 0.3)
    return best


def _without_site(title: str, site: str, url: str | None) -> str:
    """Return a title less the site's name at its end or start."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title.strip()
    seams = list(_SEPARATOR.finditer(title))
    names = {title_key(site).replace(" ", "")} | {
        part for part in re.split(r"[./]", (url or "").lower()[:200]) if len(part) > 3
    }
    names.add(title_key(_host(url)).replace(" ", ""))
    end = len(parts)
    while end > 1 and _is_site(parts[end - 1], names, parts[0], seams[end - 2][0]):
        end -= 1
    start = 0
    while end == len(parts) > start + 1 and title_key(parts[start]).replace(" ", "") in names - {""}:
        start += 1
    begin = seams[start - 1].end() if start else 0
    stop = seams[end - 1].start() if end < len(parts) else len(title)
    return title[begin:stop].strip()


def _is_site(part: str, names: set[str], first: str, seam: str) -> bool:
    squeezed = title_key(part).replace(" ", "")
    if not squeezed:
        return True
    if squeezed in names or any(len(name) > 4 and (name in squeezed or squeezed in name) for name in names):
        return True
    short = len(part.split()) <= 4 and len(part) < len(first)
    return short and (bool(SITE_WORD.search(part)) or "|" in seam or "»" in seam)
