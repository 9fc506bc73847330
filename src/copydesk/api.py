"""Reading from Python: one page, or many."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from copydesk.dates import check_day
from copydesk.errors import PageError
from copydesk.ingest import Ingest
from copydesk.pages import Failure, Page
from copydesk.pages.charset import decode, safe
from copydesk.pages.separators import with_paragraphs
from copydesk.reading.pipeline import read_page
from copydesk.records import Record
from copydesk.sources import FetchOptions, Options, Source
from copydesk.sources.repair import repaired


def read(
    source: Source, *, published: str | None = None, published_force: str | None = None, as_is: bool = False
) -> Record:
    """Read one page.

    Args:
        source: a file of any kind that docs/sources.md lists, a web address, or one row (a mapping).
        published: the day of a page that does not tell its own, `YYYY-MM-DD`.
        published_force: its day, whatever the page says.
        as_is: read text exactly as it stands, nothing cleaned, positions kept.

    Raises:
        PageError: the source cannot be read, is empty or binary, or does not hold exactly one page.
        DateError: a day is none.
    """
    options = Options(published=published, published_force=published_force, as_is=as_is)
    return only(Ingest([source], options), source)


def only(ingest: Ingest, source: object) -> Record:
    """Return the one record of a source.

    Raises:
        PageError: it holds another number of pages.
    """
    found = [result for result, _ in zip(ingest, range(1_000), strict=False) if isinstance(result, (Record, Failure))]
    if len(found) == 1:
        if isinstance(found[0], Failure):
            raise found[0].error
        return found[0]
    name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else "source"
    count = "no page" if not found else f"{len(found):,} pages" if len(found) < 1_000 else "many pages"
    raise PageError(str(name), f"it holds {count}, not one", "read batches with read_many")


def read_many(
    sources: Iterable[Source] | Source,
    *,
    published: str | None = None,
    published_force: str | None = None,
    as_is: bool = False,
    columns: dict[str, str] | None = None,
    allow_private: bool = False,
    jobs: int = 1,
) -> Iterator[Record | Failure]:
    """Yield the record of every page in some sources, one after another.

    A page that cannot be read comes as a `Failure` with its error, and the rest go on.

    Args:
        sources: files and folders of any kind that docs/sources.md lists, web addresses, `-`, mappings, or data frames
            of pandas, Polars or PyArrow; several of them, or one.
        published: the day of pages that do not tell their own, `YYYY-MM-DD`.
        published_force: the day of all pages, whatever they say.
        as_is: read text exactly as it stands, nothing cleaned, positions kept.
        columns: a field of a page (`text`, `title`, …) → the column of a table that holds it.
        allow_private: fetch addresses of this machine and of private networks too.
        jobs: how many processes read; the order stays.

    Raises:
        DateError: a day is none.
    """
    from copydesk.sources.frames import is_frame

    one: Any = sources
    alone = isinstance(one, (str, os.PathLike, dict)) or is_frame(one)
    options = Options(
        published=published,
        published_force=published_force,
        as_is=as_is,
        columns=columns or {},
        fetch=FetchOptions(allow_private=allow_private),
    )
    return _results(Ingest([one] if alone else one, options, jobs=jobs))


def _results(ingest: Ingest) -> Iterator[Record | Failure]:
    for result in ingest:
        if isinstance(result, (Record, Failure)):
            yield result


def read_text(
    text: str,
    *,
    published: str | None = None,
    published_force: str | None = None,
    as_is: bool = False,
    id: str | None = None,
) -> Record:
    """Read a page of plain text; `published` is its day, unless the text tells its own, `published_force` in any case.

    Raises:
        PageError: there is no text.
        DateError: a day is none.
    """
    return read_page(_page(text, "text/plain", published, published_force, as_is, id, None))


def read_html(
    html: str | bytes,
    *,
    published: str | None = None,
    published_force: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Record:
    """Read a page of HTML; `url` is its web address, which can tell its day and publisher. Nothing is fetched.

    Bytes are decoded as the page declares.

    Raises:
        PageError: there is no markup.
        DateError: a day is none.
    """
    text = decode(html)[0] if isinstance(html, bytes) else html
    return read_page(_page(text, "text/html", published, published_force, False, id, url))


def _page(
    content: str,
    media_type: Literal["text/plain", "text/html"],
    published: str | None,
    forced: str | None,
    as_is: bool,
    id: str | None,
    url: str | None,
) -> Page:
    for day, name in ((published, "published"), (forced, "published_force")):
        if day is not None:
            check_day(day, name)
    content = safe(content if as_is else content.replace("\0", ""))
    if not content.strip():
        raise PageError("page", "the page is empty", "give a page with text in it")
    digest = id or hashlib.sha256(content.encode()).hexdigest()
    repairs: tuple[tuple[str, str], ...] = ()
    if not as_is:
        content, repairs = repaired(content)
    separator: str | None = None
    if media_type == "text/plain" and not as_is:
        content, separator = with_paragraphs(content)
    return Page(
        id=digest,
        content=content,
        media_type=media_type,
        url=url,
        published=forced,
        default=published,
        as_is=as_is,
        separator=separator,
        repairs=repairs,
    )
