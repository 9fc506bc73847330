"""What a page's container and its user tell, where the page itself does not: the one owner of `published.from`."""

import msgspec

from copydesk.articles import Article
from copydesk.pages import Page
from copydesk.records import Author, Defect, Notice, Published


def completed(article: Article, page: Page) -> Article:
    """Return an article with the headline, authors, day and publisher of its container where its page tells none.

    The day, best first: forced (`given`), the page's metadata or address, the container's (`metadata`), one printed
    in the text, one inferred, the user's fallback (`default`). What a container says of plain text, such as the title
    column of a table, is believed before what the lines seem to say.
    """
    stated = page.title if page.media_type == "text/plain" else None
    return msgspec.structs.replace(
        article,
        headline=stated or article.headline or page.title,
        authors=article.authors or tuple(Author(name=name) for name in page.authors),
        published=_published(article.published, page),
        publisher=page.publisher or article.publisher,
        complete="teaser" if page.lacks else article.complete,
        notices=(*article.notices, *_notices(page)),
    )


def repairs_in(text: str, page: Page) -> tuple[Defect, ...]:
    """Return a defect for each repaired word that stands in the story: what it was, and that it was repaired."""
    found = []
    for damaged, mended in page.repairs:
        start = text.find(mended)
        if start >= 0:
            note = f"repaired: the page had “{damaged}”, characters decoded wrongly before it came"
            found.append(Defect(kind="encoding", span=(start, start + len(mended)), note=note))
    return tuple(found)


def _published(own: Published | None, page: Page) -> Published | None:
    if page.published:
        return Published(value=page.published, from_="given")
    if own and own.from_ in ("metadata", "url"):
        return own
    if page.stated:
        return Published(value=page.stated, from_="metadata")
    if own or not page.default:
        return own
    return Published(value=page.default, from_="default")


def _notices(page: Page) -> list[Notice]:
    notices = []
    if page.charset_note:
        notices.append(Notice(kind="charset", note=page.charset_note))
    if page.repairs:
        words = ", ".join(f"“{damaged}” to “{mended}”" for damaged, mended in page.repairs[:3])
        notices.append(Notice(kind="repaired", note=f"wrongly decoded characters were repaired: {words}"))
    if page.separator:
        notices.append(Notice(kind="paragraphs", note=f"read “{page.separator}” as the break between paragraphs"))
    if page.lacks:
        notices.append(Notice(kind="incomplete", note=page.lacks))
    return notices
