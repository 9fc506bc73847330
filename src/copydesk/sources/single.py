"""A file that is one page: HTML or plain text."""

from collections.abc import Iterator
from typing import Final

from copydesk.errors import PageError
from copydesk.pages.page import RawPage
from copydesk.sources.input import Input
from copydesk.sources.options import Options
from copydesk.sources.sniffing import is_html

HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml")
HTML_TYPES: Final = ("text/html", "application/xhtml+xml")


def read(source: Input, options: Options) -> Iterator[RawPage]:
    """Yield the page.

    Raises:
        PageError: it is empty or too large.
    """
    html = not options.as_is and is_page_of_html(source)
    data = source.whole()
    if not data.strip():
        raise PageError(source.name, "the page is empty", "give a page with text in it")
    yield RawPage(
        data=data,
        location=source.name,
        form="html" if html else "text",
        about=source.about,
        as_is=options.as_is,
        exact=options.as_is,
        default=options.published,
    )


def is_page_of_html(source: Input) -> bool:
    """Tell HTML from text, by the name, the declared type or the first bytes."""
    return source.suffix in HTML_SUFFIXES or source.about.media_type in HTML_TYPES or is_html(source.head())
