"""The page: what was found on disk, decoded, before anything is taken off it."""

from typing import Literal

import msgspec

from copydesk.errors import CopydeskError


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as found.

    Attributes:
        id: as given, or the SHA-256 of the page's bytes, hex.
        content: the decoded markup or text.
        media_type: `text/html` or `text/plain`.
        location: path or URL it came from.
        url: its web address, where known.
        published: its publication day as given by the user or the batch, ISO 8601.
        retrieved: when it was fetched, ISO 8601.
        publisher: its publisher as given.
        as_is: read `content` as the article's text exactly, positions kept, nothing cleaned.
        charset_note: what was odd about its encoding, for the reader; None where nothing was.
    """

    id: str
    content: str
    media_type: Literal["text/html", "text/plain"] = "text/plain"
    location: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    publisher: str | None = None
    as_is: bool = False
    charset_note: str | None = None


class Failure(msgspec.Struct, frozen=True):
    """A page that could not be read, and why; a batch goes on past it."""

    error: CopydeskError
