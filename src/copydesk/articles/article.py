"""The article: a story's text without page furniture, with its masthead."""

import msgspec

from copydesk.records import Author, Dateline, Furniture, Notice, Published, Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A story and its masthead; paragraphs are spans of `text`. Field meanings are those of `records.Record`."""

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
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()
