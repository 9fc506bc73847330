"""What feeds and sitemaps list: newest first, from a day on, so many."""

import gzip
import zlib
from collections.abc import Iterable
from typing import Final

from copydesk.errors import PageError
from copydesk.sources import sniffing
from copydesk.sources.feed import entries
from copydesk.sources.options import FetchOptions, is_address
from copydesk.sources.sitemap import MAX_SITEMAP, Listed, listed

MAX_LISTED: Final = 50_000  # what a sitemap may hold


def is_listing(data: bytes) -> bool:
    """Tell a feed or sitemap, gzipped or not, by its first bytes."""
    head = _plain(data[:65_536], "") if data[:2] == b"\x1f\x8b" else data[:65_536]
    return sniffing.is_feed(head) or sniffing.is_sitemap(head)


def listing(data: bytes, name: str) -> list[Listed]:
    """Return what a feed or sitemap lists, in its order.

    Raises:
        PageError: it cannot be read.
    """
    data = _plain(data, name)
    if sniffing.is_sitemap(data[:65_536]):
        found = listed(data, name)
    else:
        found = [
            Listed(url=entry.about.url, day=entry.about.stated, title=entry.about.title)
            for entry in entries(data, name)
            if entry.about.url
        ]
    return [one for one in found if is_address(one.url)][:MAX_LISTED]


def chosen(found: Iterable[Listed], options: FetchOptions) -> list[Listed]:
    """Return what is to be fetched of a list: each address once, newest first, undated ones last."""
    once = {one.url: one for one in found}
    kept = [
        one for one in once.values() if not options.since or (one.day is not None and one.day[:10] >= options.since)
    ]
    kept.sort(key=lambda one: one.day or "", reverse=True)
    return kept[: options.limit]


def _plain(data: bytes, name: str) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        return zlib.decompressobj(31).decompress(data, MAX_SITEMAP)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise PageError(name, "the gzip file is damaged", "fetch it again") from error
