"""The publication day of a page with markup, and its last update: metadata, times near the headline, its address."""

import re
from datetime import date, datetime
from typing import Final, NamedTuple

from copydesk.articles.blocks import Blocks
from copydesk.articles.dates import day_in, is_future
from copydesk.articles.metadata import Metadata, clean, strings
from copydesk.records import PublishedFrom

_PUBLISHED_META: Final = (
    "article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "citation_publication_date", "citation_date",
    "citation_online_date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date",
    "og:published_time", "og:article:published_time", "article.published", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "published_time", "bt:pubdate", "timestamp", "created", "article_date_original",
)  # fmt: skip
_UPDATED_META: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "updated", "revised",
)  # fmt: skip
_ISO: Final = re.compile(
    r"((?:19|20)\d\d-[01]\d-[0-3]\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_URL_DAY: Final = re.compile(
    r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|$)|/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/"
)
_PUBLISH_WORD: Final = re.compile(
    r"\b(?:publish|post|creat|issued|written|first\b|original|date\b|on\b|by\b)", re.IGNORECASE
)
_UPDATE_WORD: Final = re.compile(r"\b(?:updat|modif|revis|edit|last|review)", re.IGNORECASE)
_BEFORE, _AFTER = 8, 16  # blocks about the headline among which a day is the story's
# It starts with letters, so that the search runs as fast as one for a word.
_EMBEDDED: Final = re.compile(
    r"ubli(?:shed|cation|sh)(?:_?[aA]t|_?[dD]ate|_?[oO]n)?(?:\\?\"|&quot;)\s?:\s?(?:\\?\"|&quot;)([^\"\\&]{8,40})"
)
_AT_FOOT: Final = re.compile(r"(?:©|\bcopyright\b|\breply\b|\bsays?:)", re.IGNORECASE)


class Days(NamedTuple):
    """When a page says it was published and last changed, ISO 8601, and where the first was found."""

    published: str | None = None
    origin: PublishedFrom | None = None
    updated: str | None = None


def days(
    page: Blocks, metadata: Metadata, at: int, url: str | None, markup: str = "", today: date | None = None
) -> Days:
    """Return the publication day or time of a page, and its last change.

    What the page shows beside its headline is checked against its metadata and wins where they differ, as sites fill
    metadata by machine; a day that is the last change, or differs by a time zone, is no contradiction.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        at: the block of its headline; times on the page are read near it.
        url: its address.
        markup: its markup, read for days in embedded data where nothing else gives one.
        today: no day after this (and a day for time zones) is believed.
    """
    updated = _from_nodes(metadata, ("dateModified",), today) or _from_metas(metadata, _UPDATED_META, today)
    stated = _from_nodes(metadata, ("datePublished", "dateCreated", "uploadDate"), today)
    stated = stated or _embedded("\n".join(page.scripts)[:500_000], today)
    stated = stated or _from_metas(metadata, (*_PUBLISHED_META, *_unusual(metadata)), today)
    near = range(max(0, at - _BEFORE), min(len(page.texts), at + _AFTER))
    shown, shown_update = _shown(page, near, at, today)
    if stated and shown and _apart(stated, shown) > 1 and not (updated and _apart(updated, shown) <= 1):
        return Days(shown, "text", updated or stated)
    if stated:
        return Days(stated, "metadata", updated)
    if shown:
        return Days(shown, "text", updated or shown_update)
    if addressed := _from_url(url, today):
        return Days(addressed, "url", updated)
    if shown_update:
        return Days(shown_update, "text", updated or shown_update)
    if embedded := _embedded(markup, today):
        return Days(embedded, "metadata", updated)
    anywhere = _shown(page, range(len(page.texts)), at, today, labelled=True)
    if found_day := anywhere[0] or anywhere[1]:
        return Days(found_day, "text", updated)
    return Days(updated, "inferred", updated) if updated else Days()


def _apart(first: str, second: str) -> int:
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days)


def _embedded(markup: str, today: date | None) -> str | None:
    """Return the first publication day in data that markup carries, be it JSON or not."""
    return next((day for found in _EMBEDDED.finditer(markup) if (day := iso(found[1], today))), None)


def _unusual(metadata: Metadata) -> tuple[str, ...]:
    """Return meta elements of other names that say they hold a publication day."""
    return tuple(name for name in metadata.meta if "publi" in name and ("date" in name or "time" in name))


def iso(words: str, today: date | None = None) -> str | None:
    """Return an ISO 8601 day or time in a metadata value, or a day in words; None where it is none or in the future."""
    words = words.strip()[:80]
    found = _ISO.search(words)
    if found:
        value = found[1] + (f"T{found[2]}{found[3] or ''}" if found[2] else "")
        try:
            datetime.fromisoformat(value)
        except ValueError:
            value = found[1]
            try:
                date.fromisoformat(value)
            except ValueError:
                return None
    else:
        value = day_in(words) or ""
    return value if value and value >= "1990" and not is_future(value, today) else None


def _from_nodes(metadata: Metadata, keys: tuple[str, ...], today: date | None) -> str | None:
    articles = metadata.articles
    for key in keys:
        for node in [*articles, *(n for n in metadata.nodes if n not in articles)][:200]:
            for value in strings(node.get(key))[:1]:
                if found := iso(clean(value), today):
                    return found
    return None


def _from_metas(metadata: Metadata, names: tuple[str, ...], today: date | None) -> str | None:
    for name in names:
        for value in metadata.meta.get(name, ())[:3]:
            if found := iso(clean(value), today):
                return found
    return None


def _shown(
    page: Blocks, near: range, at: int, today: date | None, *, labelled: bool = False
) -> tuple[str | None, str | None]:
    """Return the day printed on part of a page as published, and as updated; if `labelled`, only where it says so."""
    published: list[tuple[int, int, str]] = []
    updated: list[tuple[int, str]] = []
    for place, attributes, words in page.times:
        if place not in near or not (value := iso(words, today) or iso(attributes.get("datetime") or "", today)):
            continue
        around = page.texts[place] if place < len(page.texts) and len(page.texts[place]) < 200 else ""
        before = around[: around.find(words.strip()) + 1] if words.strip() in around else ""
        label = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''} {before}"
        if _UPDATE_WORD.search(label) and not _PUBLISH_WORD.search(before):
            updated.append((abs(place - at), value))
        elif not _AT_FOOT.search(around):
            published.append((int(labelled), abs(place - at), value))
    for i in near:
        text = page.texts[i]
        if len(text) > 160 or _AT_FOOT.search(text) or not (value := iso_day(text, today)):
            continue
        if _UPDATE_WORD.search(text[:60]) and not _PUBLISH_WORD.search(text[:60]):
            updated.append((abs(i - at), value))
        elif (_PUBLISH_WORD.search(text[:60]) or len(text) < 60) and not (labelled and len(text) > 40):
            published.append((0, abs(i - at), value))
    return (min(published)[2] if published else None, min(updated)[1] if updated else None)


def iso_day(words: str, today: date | None = None) -> str | None:
    """Return the day in printed words, unless it is in the future."""
    value = day_in(words)
    return value if value and not is_future(value, today) else None


def _from_url(url: str | None, today: date | None) -> str | None:
    found = _URL_DAY.search(url or "")
    if not found:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
    return iso(f"{year}-{int(month):02}-{int(day):02}", today)
