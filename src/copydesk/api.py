"""Reading from Python: one page, or many."""

import hashlib
import os
from collections.abc import Iterable, Iterator

from copydesk.errors import PageError
from copydesk.pages import Failure, Page, find_sources, load
from copydesk.pages.charset import without_surrogates
from copydesk.reading.pipeline import read_page, read_pages
from copydesk.records import Record


def read(path: str | os.PathLike[str], *, published: str | None = None, as_is: bool = False) -> Record:
    """Read one page from a file: HTML or text, gzipped or not.

    Args:
        path: the file.
        published: the day that relative dates count from, `YYYY-MM-DD`; without it the page's own day is used.
        as_is: read text exactly as it stands, nothing cleaned, positions kept.

    Raises:
        PageError: the file cannot be read, is empty or binary, or is a batch of many pages.
        DateError: `published` is no day.
    """
    pages = list(load(path, published=published, as_is=as_is))
    if len(pages) != 1:
        raise PageError(os.fspath(path), f"the file holds {len(pages)} pages", "read batches with read_many")
    if isinstance(pages[0], Failure):
        raise pages[0].error
    return read_page(pages[0])


def read_many(
    sources: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    published: str | None = None,
    as_is: bool = False,
    jobs: int = 1,
) -> Iterator[Record | Failure]:
    """Yield the record of every page in some files, folders and `.jsonl` batches, one after another.

    A page that cannot be read comes as a `Failure` with its error, and the rest go on. With `jobs` above 1 so many
    processes read; the order stays.
    """
    paths = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    pages = (page for path in find_sources(paths) for page in load(path, published=published, as_is=as_is))
    yield from read_pages(pages, jobs)


def read_text(text: str, *, published: str | None = None, as_is: bool = False, id: str | None = None) -> Record:
    """Read a page of plain text.

    Raises:
        PageError: there is no text.
        DateError: `published` is no day.
    """
    return read_page(_page(text, "text/plain", published, as_is, id, None))


def read_html(html: str, *, published: str | None = None, url: str | None = None, id: str | None = None) -> Record:
    """Read a page of HTML; `url` is its web address, which can tell its day and publisher. Nothing is fetched.

    Raises:
        PageError: there is no markup.
        DateError: `published` is no day.
    """
    return read_page(_page(html, "text/html", published, False, id, url))


def _page(content: str, media_type: str, published: str | None, as_is: bool, id: str | None, url: str | None) -> Page:
    content = without_surrogates(content)
    if not content.strip():
        raise PageError("page", "the page is empty", "give a page with text in it")
    return Page(
        id=id or hashlib.sha256(content.encode()).hexdigest(),
        content=content,
        media_type=media_type,  # type: ignore[arg-type]
        url=url,
        published=published,
        as_is=as_is,
    )
