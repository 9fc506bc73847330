"""What a user asks of all sources alike, and what is counted of those that are not read."""

from collections.abc import Mapping
from typing import Final

import msgspec

_ADDRESSES: Final = ("http://", "https://")
_LONGEST: Final = 8_192  # characters of an address


class FetchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How addresses are fetched.

    Attributes:
        allow_private: fetch from loopback and private addresses too.
        since: of what a feed or sitemap lists, only pages of this day or later, ISO 8601.
        limit: of what a feed or sitemap lists, the newest so many.
        warc: the WARC file that keeps what is fetched, or None.
        delay: seconds between two requests to one host, unless its robots.txt asks for more.
        timeout: seconds that one page may take.
    """

    allow_private: bool = False
    since: str | None = None
    limit: int | None = None
    warc: str | None = None
    delay: float = 1.0
    timeout: float = 30.0


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a user asks of all sources alike.

    Attributes:
        published: the day of pages that do not tell their own, ISO 8601 (`published.from: default`).
        published_force: the day of all pages, whatever they say, ISO 8601 (`published.from: given`).
        as_is: read text exactly as it stands, positions kept.
        columns: the field of a page (`text`, `html`, `url`, `title`, `published`, …) → the column that holds it.
        leave_out: device and inode of files that are not read, such as the one that is being written.
        fetch: how addresses are fetched.
    """

    published: str | None = None
    published_force: str | None = None
    as_is: bool = False
    columns: Mapping[str, str] = {}
    leave_out: frozenset[tuple[int, int]] = frozenset()
    fetch: FetchOptions = FetchOptions()


class Unread(msgspec.Struct, frozen=True):
    """Something that a source holds and that is not read: a file of some kind, or a field of a table."""

    what: str
    field: bool = False


def is_address(source: str) -> bool:
    """Tell a web address from a path."""
    return source[:8].lower().startswith(_ADDRESSES) and len(source) <= _LONGEST and "\n" not in source
