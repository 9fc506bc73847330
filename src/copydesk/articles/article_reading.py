"""A page to its article: by markup where there is any, by lines where there is none, untouched where so asked."""

import re
from itertools import islice
from typing import Final

import msgspec

from copydesk.articles.article import Article
from copydesk.articles.language import language_of
from copydesk.articles.lines.line_parts import lines_of, read_lines
from copydesk.articles.lines.paragraph_kinds import typed_paragraphs
from copydesk.articles.paragraphs import join
from copydesk.pages.page import Page
from copydesk.records import Notice, Published, Span

_MAX_PLAIN: Final = 2_000_000  # characters of plain text; a page of news has some 5,000
_CUT: Final = f"only the first {_MAX_PLAIN:,} characters of the text were read"
_HEAD: Final = 60  # lines of a text that is kept as it is among which its masthead is looked for
_TOP: Final = 4  # and its first lines, one of which may be its headline
_PARAGRAPH: Final = re.compile(r"[^\s](?:[^\n]|\n(?![ \t]*\n))*")
_LINE: Final = re.compile(r"[^\s][^\n]*")
_EMPTY: Final = re.compile(r"\n[ \t]*\n")


def read(page: Page) -> Article:
    """Read a page: its story, masthead and furniture.

    The text of a page that is `as_is` is kept to the letter; its paragraphs are found, and what the first lines of a
    batch's text say of headline, author, day and agency is read and left where it stands. A page without a story gives
    empty text and a notice with the reason; nothing is raised, whatever the markup.
    """
    if page.as_is:
        article = _untouched(page)
    elif page.media_type == "text/html":
        from copydesk.articles.markup.html import read_html

        article = read_html(page)
    else:
        article = _plain(page)
    return _noted(article, page)


def _untouched(page: Page) -> Article:
    text = page.content
    spans = _paragraphs(text)
    article = Article(text=text, paragraphs=spans, blocks=typed_paragraphs(text, spans))
    lines = [match[0].rstrip() for match in islice(_LINE.finditer(text, 0, _MAX_PLAIN), _HEAD)] if page.masthead else []
    if len(lines) < 2:
        return article
    parts = read_lines(lines, page.expected_day)
    return msgspec.structs.replace(
        article,
        headline=parts.headline if parts.headline in lines[:_TOP] else None,
        authors=parts.authors,
        dateline=parts.dateline,
        published=_published(page, parts.day),
        agency=parts.agency,
    )


def _plain(page: Page) -> Article:
    parts = read_lines(lines_of(page.content[:_MAX_PLAIN]), page.expected_day)
    text, spans = join(parts.paragraphs)
    return Article(
        text=text,
        paragraphs=spans,
        blocks=typed_paragraphs(text, spans),
        headline=parts.headline,
        authors=parts.authors,
        dateline=parts.dateline,
        published=_published(page, parts.day),
        publisher=page.publisher,
        agency=parts.agency,
        furniture=parts.furniture,
        notices=(Notice(kind="truncated", note=_CUT),) if len(page.content) > _MAX_PLAIN else (),
    )


def _published(page: Page, printed: str | None) -> Published | None:
    if page.published:
        return Published(value=page.published, from_="given")
    return Published(value=printed, from_="text") if printed else None


def _paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of untouched text: parted by empty lines where there are any, else by line ends."""
    shape = _PARAGRAPH if _has_empty_line(text) else _LINE
    return tuple((m.start(), m.start() + len(m[0].rstrip())) for m in shape.finditer(text))


def _has_empty_line(text: str) -> bool:
    """Return whether an empty line stands below one with words, looked for from its line ends, which are fewer."""
    for match in _EMPTY.finditer(text):
        at = match.start()
        while at and text[at - 1] in " \t":
            at -= 1
        if at and not text[at - 1].isspace():
            return True
    return False


def _noted(article: Article, page: Page) -> Article:
    """Add the language, and notices on a page that is empty or not in English."""
    notices = list(article.notices)
    if not article.text.strip():
        if not any(notice.kind == "empty" for notice in notices):
            reason = (
                "the page is empty" if not page.content.strip() else "no story was found among the page's furniture"
            )
            notices.append(Notice(kind="empty", note=reason))
        return msgspec.structs.replace(article, notices=tuple(notices))
    language = language_of(article.text)
    if language not in (None, "en"):
        notices.append(Notice(kind="language", note=f"the story is in {language!r}, not in English"))
    return msgspec.structs.replace(article, language=language, notices=tuple(notices))
