"""The publication day of a page with markup, and its last update: metadata, times near the headline, its address."""

import re
from datetime import date, datetime
from typing import Final, NamedTuple

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata, clean, strings
from copydesk.articles.markup.printed import Printed, originally, printed
from copydesk.articles.masthead.masthead_dates import day_in, is_future
from copydesk.records import PublishedFrom

_PUBLISHED_META: Final = (
    "article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "citation_publication_date", "citation_date",
    "citation_online_date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date",
    "og:published_time", "og:article:published_time", "article.published", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "published_time", "published", "bt:pubdate", "timestamp", "created",
    "article_date_original",
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
_URL_YEAR: Final = re.compile(r"/((?:19|20)\d\d)/")
_URL_MONTH: Final = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})/", re.IGNORECASE)
_BEFORE, _AFTER = 8, 16  # blocks about the headline among which a day is the story's
_ALONE: Final = 60  # characters of a block that prints the day far from the headline
_WEST, _EAST = 11, 14  # hours by which time zones lie behind and ahead of Greenwich
# It starts with letters, so that the search runs as fast as one for a word.
_EMBEDDED: Final = re.compile(
    r"ubli(?:shed|cation|sh)(?:_?[aA]t|_?[dD]ate|_?[oO]n)?(?:\\?\"|&quot;)\s?:\s?(?:\\?\"|&quot;)([^\"\\&]{8,40})"
)


class Days(NamedTuple):
    """When a page says it was published and last changed, ISO 8601, and where the first was found."""

    published: str | None = None
    origin: PublishedFrom | None = None
    updated: str | None = None


def days(
    page: Blocks, metadata: Metadata, at: int, url: str | None, markup: str = "", today: date | None = None
) -> Days:
    """Return the publication day or time of a page, and its last change.

    The page's address, its metadata and what it prints beside its headline are checked against each other. A day in
    the address is believed first. Where the other two differ by more than a time zone, what is printed wins, as sites
    fill metadata by machine, unless the page says that it is the last change or the address names the other's year.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        at: the block of its headline; days on the page are read near it.
        url: its address.
        markup: its markup, read for days in embedded data where nothing else gives one.
        today: no day after this (and a day for time zones) is believed; without it, any day is.
    """
    updated = _from_nodes(metadata, ("dateModified",), today) or _from_metas(metadata, _UPDATED_META, today)
    stated = _stated(page, metadata, today)
    near = range(max(0, at - _BEFORE), min(len(page.texts), at + _AFTER))
    there = [day for day in printed(page, near, at) if not is_future(day.value, today)]
    shown = _beside(there)
    changed = next((day.value for day in there if day.said == "updated"), None)
    if addressed := _from_url(url, today):
        if stated and shown and shown.value == stated[:10] and _apart(stated, addressed) > 1:
            return Days(stated, "metadata", updated or changed)  # the address has the day of a printed issue
        same = stated and stated[:10] == addressed
        return Days(stated if same else addressed, "metadata" if same else "url", updated or changed)
    first = originally(page, by_machine=bool(stated) and stated == updated)
    if first and not is_future(first, today):
        return Days(first, "text", _later(first, updated, changed, stated))
    if stated and (shown is None or shown.away >= _AFTER or _agree(stated, shown) or _year_in(url) == stated[:4]):
        return Days(stated, "metadata", updated)
    if shown and stated and updated and shown.value == updated[:10] and shown.said != "published":
        return Days(stated, "metadata", updated)  # the page prints the day of its last change
    if shown:
        return Days(shown.value, "text", _later(shown.value, updated, changed, stated))
    if changed:
        return Days(changed, "text", updated or changed)
    if embedded := _embedded(markup, today):
        return Days(embedded, "metadata", updated)
    everywhere = printed(page, range(len(page.texts)), at)
    if found := _anywhere([day for day in everywhere if not is_future(day.value, today)]):
        return Days(found, "text", updated)
    return Days(updated, "inferred", updated) if updated else Days()


def _apart(one: str, other: str) -> int:
    """Return how many days lie between two days."""
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _later(published: str, *changes: str | None) -> str | None:
    """Return the first of several stated changes that does not lie before the publication."""
    return next((change for change in changes if change and change[:10] >= published), None)


def _stated(page: Blocks, metadata: Metadata, today: date | None) -> str | None:
    return (
        _from_nodes(metadata, ("datePublished", "dateCreated", "uploadDate"), today)
        or _embedded("\n".join(page.scripts)[:500_000], today)
        or _from_metas(metadata, _PUBLISHED_META, today)
        or min((day for name in _unusual(metadata) if (day := _from_metas(metadata, (name,), today))), default=None)
    )


def _beside(there: list[Printed]) -> Printed | None:
    """Return the day printed as the story's: the nearest, or one said to be so where the nearest is the last change."""
    if there and there[0].said != "updated":
        return there[0]
    return next((day for day in there if day.said == "published"), None)


def _anywhere(there: list[Printed]) -> str | None:
    """Return the day printed far from the headline as the story's."""
    for said in ("published", "plain", "updated"):
        for day in there:
            if day.said == said and day.size <= _ALONE:
                return day.value
    return None


def _agree(stated: str, shown: Printed) -> bool:
    """Tell whether metadata and page may mean one moment, in two time zones or with day and month swapped."""
    if stated[:10] in (shown.value, shown.swapped):
        return True
    apart = (date.fromisoformat(shown.value) - date.fromisoformat(stated[:10])).days
    if len(stated) < 16:
        return False
    return int(stated[11:13]) >= 24 - _EAST if apart == 1 else apart == -1 and int(stated[11:13]) < _WEST


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


def _year_in(url: str | None) -> str | None:
    """Return the year that a part of an address is."""
    return found[1] if (found := _URL_YEAR.search(url or "")) else None


def _from_url(url: str | None, today: date | None) -> str | None:
    if found := _URL_MONTH.search(url or ""):
        return iso(f"{found[2]} {found[3]}, {found[1]}", today)
    found = _URL_DAY.search(url or "")
    if not found:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
    return iso(f"{year}-{int(month):02}-{int(day):02}", today)
