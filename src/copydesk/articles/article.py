"""The article: a story's text without page furniture, with its masthead."""

import msgspec

from copydesk.records import Author, Block, Complete, Dateline, Furniture, Notice, PageKind, Published, Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A story and its masthead; paragraphs are spans of `text`.

    Field meanings are those of `records.Record` and, from `language` on, of `records.PageInfo`.
    """

    text: str
    paragraphs: tuple[Span, ...] = ()
    headline: str | None = None
    summary: str | None = None
    section: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    published: Published | None = None
    updated: str | None = None
    publisher: str | None = None
    agency: str | None = None
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()
    language: str | None = None
    canonical: str | None = None
    kind: PageKind | None = None
    complete: Complete = "unknown"
    tags: tuple[str, ...] = ()
    image: str | None = None
    licence: str | None = None
