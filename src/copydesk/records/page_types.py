"""Types of a record: the page, its masthead, its text in blocks, and what was taken off."""

from typing import Literal, TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]
"""A half-open `(start, end)` pair in Unicode code points of `Record.text`."""

PageKind: TypeAlias = Literal[
    "news", "opinion", "live-blog", "press-release", "interview", "review", "video", "gallery", "other"
]
Complete: TypeAlias = Literal["whole", "teaser", "part", "unknown"]
PublishedFrom: TypeAlias = Literal["given", "metadata", "url", "text", "default", "inferred"]
CreditForm: TypeAlias = Literal["dateline", "byline", "sign-off", "copyright", "source-line", "told", "cited"]
BlockKind: TypeAlias = Literal[
    "paragraph", "heading", "list-item", "table-row", "quotation", "post", "caption", "entry", "correction"
]
FurnitureKind: TypeAlias = Literal[
    "navigation",
    "related",
    "comment-form",
    "comment",
    "share",
    "subscribe",
    "advertisement",
    "caption",
    "copyright",
    "author-bio",
    "back-to-top",
    "cookie",
    "other",
]
NoticeKind: TypeAlias = Literal[
    "empty",
    "language",
    "charset",
    "repaired",
    "truncated",
    "paragraphs",
    "incomplete",
    "model",
    "metadata",
    "day",
    "component",
]


class PageInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page came from and what it is.

    `location` is a path or an address; `canonical` the address that the page gives as its own; `retrieved` a time in
    ISO 8601; `language` an ISO 639-1 code, of the story; `read` says that what reads English only was run
    (attributions, events), null where the story is in another language; `complete` whether all of the story stands on
    the page.
    """

    location: str | None = None
    canonical: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    language: str | None = None
    read: Literal["english"] | None = None
    kind: PageKind | None = None
    complete: Complete = "unknown"
    tags: tuple[str, ...] = ()
    image: str | None = None
    licence: str | None = None


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the byline or the credit line, with role, place and organization where the page gives them."""

    name: str
    role: str | None = None
    place: str | None = None
    organization: str | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """The dateline that opens a story: place, agency and day as printed (day as ISO 8601 where it resolves)."""

    place: str | None = None
    agency: str | None = None
    day: str | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A publication day (or ISO 8601 time) and where it was found.

    `given`: the user forced it; `default`: the user's day for pages that do not tell their own, which later stages
    take for no evidence; `inferred`: from the family's other pages.
    """

    value: str
    from_: PublishedFrom = msgspec.field(name="from")


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """An agency or outlet that the page names as a source of its text; no `span` where a masthead line names it."""

    agency: str
    form: CreditForm
    span: Span | None = None


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Linked words in a block: their span and the address that they point to."""

    span: Span
    url: str


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A block of the story's text as the page lays it out.

    `level` is that of a heading (1 to 6) or of a nested list item; `author` and `url` are those of an embedded post;
    `image` is the address of a caption's picture; `time` the clock time or day of a live blog's entry, as printed;
    `cells` are the spans of a table row's cells, where it has more than one.
    """

    span: Span
    kind: BlockKind
    level: int | None = None
    links: tuple[Anchor, ...] = ()
    author: str | None = None
    url: str | None = None
    image: str | None = None
    time: str | None = None
    cells: tuple[Span, ...] = ()


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of page furniture that was taken off the story."""

    kind: FurnitureKind
    text: str


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A remark on the reading itself: why text is empty, that the language is not English, what was not done."""

    kind: NoticeKind
    note: str
