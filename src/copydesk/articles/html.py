"""HTML to its article."""

import msgspec
import trafilatura
from htmldate import find_date

from copydesk.articles import byline, dateline, plain
from copydesk.articles.article import Article
from copydesk.articles.names import people, tidy
from copydesk.pages.page import Page
from copydesk.records import Author, Notice, Published


def read_html(page: Page) -> Article:
    """Read a page of HTML."""
    markup = page.content.replace("\0", "")[:5_000_000]
    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=True, url=page.url)
        day = page.published or find_date(markup, original_date=True, url=page.url)
    except Exception as error:
        return Article(text="", notices=(Notice(kind="empty", note=f"the markup could not be read: {error}"),))
    if found is None or isinstance(found, dict):
        return Article(text="", notices=(Notice(kind="empty", note="the page has no running text"),))
    document = found.as_dict()
    parts = plain.read_lines([line for line in (document["text"] or "").split("\n") if line.strip()], day)
    kept = parts.paragraphs
    text, spans = plain.join(kept)
    authors = (
        parts.authors
        or people(document["author"] or "")
        or tuple(Author(name=tidy(name)) for name in (document["author"] or "").split(";") if name.strip())
    )
    article = Article(
        text=text,
        paragraphs=spans,
        headline=document["title"],
        authors=authors,
        dateline=parts.dateline,
        published=Published(value=day, from_="given" if page.published else "metadata") if day else None,
        publisher=page.publisher or document["sitename"],
        agency=parts.agency,
        furniture=parts.furniture,
    )
    return msgspec.structs.replace(article)


__all__ = ["byline", "dateline", "read_html"]
