"""HTML to its article: one parse, the story's blocks chosen by the scorer, masthead and furniture around them."""

import html
import re
from datetime import date
from typing import Any, Final

from copydesk.articles.article import Article
from copydesk.articles.markup.authors import authors
from copydesk.articles.markup.blocks import Blocks, blocks_of
from copydesk.articles.markup.furniture_blocks import furniture_blocks
from copydesk.articles.markup.guard import MAX_MARKUP, guard
from copydesk.articles.markup.headline import headline, place_of
from copydesk.articles.markup.metadata import Metadata, clean, metadata_of, strings
from copydesk.articles.markup.published import Days, days
from copydesk.articles.markup.scoring import THRESHOLD, scores
from copydesk.articles.masthead import byline
from copydesk.articles.masthead import reading as masthead
from copydesk.articles.masthead.agencies import agency_in, agency_named
from copydesk.articles.masthead.dates import is_future
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.reading import Part
from copydesk.articles.paragraphs import join, without_copies
from copydesk.articles.scorer.furniture import kind_of
from copydesk.articles.scorer.shipped import threshold
from copydesk.pages.page import Page
from copydesk.records import Author, Notice, Published

_TAG: Final = re.compile(r"<[^<>]{1,500}>")
_HEAD: Final = 8  # kept blocks at the top among which the headline stands
_ITEMS: Final = frozenset(("h2", "h3", "h4", "li", "td"))
_BYLINE_PLACE: Final = re.compile(r"\s(?:in|from|at)\s[A-Z].{0,60}$")
_NEVER: Final = frozenset(("advertisement", "share", "comment-form", "back-to-top", "cookie"))  # in any story
_BRIEF: Final = 160  # characters up to which a line may be furniture by its words
_MAX_BODY: Final = 300_000


def read_html(page: Page) -> Article:
    """Read a page of HTML; one without a story gives empty text and a notice with the reason."""
    markup, cut = guard(page.content)
    notices = (Notice(kind="truncated", note=cut),) if cut else ()
    blocks = blocks_of(markup)
    metadata = metadata_of(blocks)
    if not blocks.texts:
        reason = (
            "the page has scripts but no text" if b"<script" in markup[:200_000].lower() else "the page has no text"
        )
        return _masthead_only(page, blocks, metadata, (*notices, Notice(kind="empty", note=reason)))
    if blocks.truncated:
        notices = (*notices, Notice(kind="truncated", note=f"only the first {len(blocks.texts):,} blocks were read"))
    url = page.url or _address(blocks, metadata)
    title = headline(blocks, metadata, url)
    probabilities = scores(blocks, *hints(blocks, metadata))
    least = threshold(probabilities, THRESHOLD)
    kept = [
        i
        for i, (probability, text) in enumerate(zip(probabilities.tolist(), blocks.texts, strict=True))
        if probability >= least and (len(text) > _BRIEF or kind_of(text) not in _NEVER)
    ]
    kept = without_copies(blocks.texts, kept)
    return _article(page, blocks, metadata, title, kept, url, notices)


def _article(
    page: Page,
    blocks: Blocks,
    metadata: Metadata,
    title: str | None,
    kept: list[int],
    url: str | None,
    notices: tuple[Notice, ...],
) -> Article:
    headline_key = title_key(title or "")
    heads = place_of(blocks, headline_key)
    at = heads[0] if heads else 0
    found, doubts = _days(page, blocks, metadata, at, url)
    day = page.published or found.published or page.expected_day
    publisher = page.publisher or _publisher(metadata)
    named = authors(blocks, metadata, heads, publisher)
    titles = {i for i in kept[:_HEAD] if i in heads}
    parts = _parts(blocks, told := [i for i in kept if i not in titles])
    top = masthead.read(parts, published=day, known=named)
    agency = top.agency or _agency(named) or _agency_in_byline(blocks, at)
    writers = tuple(author for author in named or top.signed if not agency_named(_BYLINE_PLACE.sub("", author.name)))
    writers = byline.together((*writers, *top.credited))
    biographies = {told[number] for number in top.biographies}
    story = [i for number, i in enumerate(told) if number not in top.taken and number not in top.biographies]
    text, spans = join(tuple(blocks.texts[i] for i in story))
    if not story and not any(notice.kind == "empty" for notice in notices):
        notices = (*notices, Notice(kind="empty", note="no story was found among the page's furniture"))
    keys = {title_key(author.name) for author in writers} | {headline_key}
    return Article(
        text=text,
        paragraphs=spans,
        headline=title,
        summary=metadata.first("og:description", "description", "twitter:description"),
        section=_section(metadata),
        authors=writers,
        dateline=top.dateline,
        published=_published(page, found.published, found.origin),
        updated=found.updated,
        publisher=publisher,
        agency=agency,
        furniture=furniture_blocks(blocks, frozenset(kept) - biographies, keys, (day or "")[:10]),
        notices=(*notices, *doubts),
    )


def _parts(blocks: Blocks, kept: list[int]) -> list[Part]:
    """Return the story's blocks as parts among which a masthead is read."""
    parts = []
    for i in kept:
        text = blocks.texts[i]
        kind = kind_of(text) if len(text) <= _BRIEF else None
        parts.append(Part(text, kind, is_item=blocks.tags[blocks.owners[i]] in _ITEMS))
    return parts


def _masthead_only(page: Page, blocks: Blocks, metadata: Metadata, notices: tuple[Notice, ...]) -> Article:
    found, doubts = _days(page, blocks, metadata, 0, page.url)
    publisher = page.publisher or _publisher(metadata)
    title = headline(blocks, metadata, page.url)
    return Article(
        text="",
        headline=title,
        authors=authors(blocks, metadata, [], publisher),
        published=_published(page, found.published, found.origin),
        updated=found.updated,
        publisher=publisher,
        notices=(*notices, *doubts),
    )


def _days(page: Page, blocks: Blocks, metadata: Metadata, at: int, url: str | None) -> tuple[Days, tuple[Notice, ...]]:
    """Return when a page was published, and a notice where the day that it gives is later than the page itself.

    The page existed on the day when it was retrieved, else on the day that the user gave.
    """
    found = days(blocks, metadata, at, url, page.content[:MAX_MARKUP])
    existed = _day(page.retrieved) or _day(page.published)
    if existed is None or not any(is_future(day, existed) for day in (found.published, found.updated) if day):
        return found, ()
    believed = days(blocks, metadata, at, url, page.content[:MAX_MARKUP], existed)
    if page.published or believed.published == found.published:
        return believed, ()
    note = f"the page gives {found.published} as its day, but was retrieved on {existed}: not taken"
    return believed, (Notice(kind="day", note=note),)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _published(page: Page, value: str | None, origin: Any) -> Published | None:
    if page.published:
        return Published(value=page.published, from_="given")
    return Published(value=value, from_=origin) if value else None


def _address(blocks: Blocks, metadata: Metadata) -> str | None:
    canonical = (rel.get("href") for rel in blocks.rels if (rel.get("rel") or "").lower() == "canonical")
    return next((address for address in canonical if address), None) or metadata.first("og:url")


def hints(blocks: Blocks, metadata: Metadata) -> tuple[str, str, int]:
    """Return what the metadata gives of the article, for the scorer: title, text and count of words, where given."""
    title = metadata.first("og:title", "twitter:title")
    articles = metadata.articles
    linked = (clean(node.get("headline")) for node in articles)
    counts = (str(node.get("wordCount") or "") for node in articles)
    declared = next((int(count) for count in counts if count.isdecimal() and len(count) < 7), 0)
    return title or next((words for words in linked if words), "") or blocks.title, _body_hint(metadata), declared


def _body_hint(metadata: Metadata) -> str:
    """Return the longest article text that JSON-LD gives, as plain words."""
    bodies = [node["articleBody"] for node in metadata.articles if isinstance(node.get("articleBody"), str)]
    body = max(bodies, key=len, default="")[:_MAX_BODY]
    return " ".join(_TAG.sub(" ", html.unescape(body)).split()) if body else ""


def _publisher(metadata: Metadata) -> str | None:
    for node in metadata.articles[:8]:
        for name in strings(metadata.resolve(node.get("publisher")))[:1]:
            if clean(name):
                return clean(name)
    return metadata.first("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title")


def _section(metadata: Metadata) -> str | None:
    for node in metadata.articles[:8]:
        for name in strings(node.get("articleSection"))[:1]:
            if clean(name):
                return clean(name)
    return metadata.first("article:section", "parsely-section", "section")


def _agency_in_byline(blocks: Blocks, at: int) -> str | None:
    """Return the agency that a byline names in a person's stead (`Reuters in Geneva`), just below the headline."""
    for i in range(at, min(at + _HEAD, len(blocks.texts))):
        if "byline" in blocks.names[blocks.owners[i]] or "author" in blocks.names[blocks.owners[i]]:
            words = _BYLINE_PLACE.sub("", blocks.texts[i][:120].removeprefix("By ").strip())
            if found := agency_in(words):
                return found
    return None


def _agency(named: tuple[Author, ...]) -> str | None:
    for author in named:
        if found := agency_named(author.name) or (author.organization and agency_named(author.organization)):
            return found
    return None
