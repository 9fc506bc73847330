"""The page: what a source holds of one article, before anything is taken off it."""

from typing import Literal

import msgspec

from copydesk.errors import CopydeskError


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a container (an archive, a table, a feed, a message) tells of a page that it holds.

    Attributes:
        id: the page's id as given.
        url: its web address.
        title: its headline.
        authors: its authors' names.
        published: its day as the user's own batch gives it: it overrides what the page says. ISO 8601.
        stated: the day that the container states; what the page itself says comes first. ISO 8601.
        retrieved: when it was fetched, ISO 8601.
        publisher: its publisher.
        media_type: its media type as declared, lower case, without parameters.
        charset: its charset as declared outside the page (HTTP, MIME).
        lacks: why the container holds only a part of the story (a feed's summary), or None.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    stated: str | None = None
    retrieved: str | None = None
    publisher: str | None = None
    media_type: str | None = None
    charset: str | None = None
    lacks: str | None = None


class RawPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as a source yields it, not decoded: `copydesk.sources.decode` makes a `Page` of it.

    Attributes:
        data: its bytes, or text where the container held text.
        location: the path or name by which the user would recognise it.
        form: how its text is got: `page` (HTML or text, told by what it is), `html`, `text`, `pdf` or `docx`.
        about: what the container tells of it.
        as_is: `data` is the article's text exactly.
        exact: the user asked for it to the letter: no separator is read as the end of a paragraph.
        default: the day to use where neither the page nor its container tells one, ISO 8601.
    """

    data: bytes | str
    location: str
    form: Literal["page", "html", "text", "pdf", "docx"] = "page"
    about: About = About()
    as_is: bool = False
    exact: bool = False
    default: str | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as found, decoded.

    Attributes:
        id: as given, or the SHA-256 of the page's bytes, hex.
        content: the decoded markup or text: no lone surrogates, no NUL.
        media_type: `text/html` or `text/plain`.
        location: path or URL it came from.
        url: its web address, where known.
        title: its headline as the container gives it.
        authors: its authors' names as the container gives them.
        published: its publication day as given by the user or the batch, ISO 8601; it overrides what the page says.
        stated: the day that the container states; the page's own comes first.
        default: the user's day for pages that do not tell their own; no evidence of anything.
        retrieved: when it was fetched, ISO 8601.
        publisher: its publisher as given.
        as_is: read `content` as the article's text exactly, positions kept, nothing cleaned.
        masthead: a text that is read as it is may begin with its headline, byline and day: they are read, and stay.
        charset_note: what was odd about its encoding, for the reader; None where nothing was.
        lacks: why this is only a part of the story, as far as the container tells; None where nothing says so.
        separator: what stood between its paragraphs where `content` has line breaks, or None.
        repairs: words of the page that had been decoded wrongly before it came, as found and as repaired.
    """

    id: str
    content: str
    media_type: Literal["text/html", "text/plain"] = "text/plain"
    location: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    stated: str | None = None
    default: str | None = None
    retrieved: str | None = None
    publisher: str | None = None
    as_is: bool = False
    masthead: bool = False
    charset_note: str | None = None
    lacks: str | None = None
    separator: str | None = None
    repairs: tuple[tuple[str, str], ...] = ()

    @property
    def expected_day(self) -> str | None:
        """The day that is known before the page is read: forced, the container's, or the user's fallback."""
        return self.published or self.stated or self.default


class Failure(msgspec.Struct, frozen=True):
    """A page that could not be read, and why; a batch goes on past it."""

    error: CopydeskError
