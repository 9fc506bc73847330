"""HTML to its article: one parse, the story's blocks chosen by the scorer, masthead and furniture around them."""

import html
import re
from datetime import date
from typing import Any, Final, NamedTuple

from copydesk.articles.article import Article
from copydesk.articles.markup import embedded
from copydesk.articles.markup.authors import authors
from copydesk.articles.markup.block_decoding import BRIEF, decode
from copydesk.articles.markup.block_kinds import typed_blocks
from copydesk.articles.markup.block_scoring import scores
from copydesk.articles.markup.blocks import Blocks, blocks_of
from copydesk.articles.markup.completeness import Completeness, completeness
from copydesk.articles.markup.furniture_blocks import furniture_blocks
from copydesk.articles.markup.guard import MAX_MARKUP, guard
from copydesk.articles.markup.markup_headline import headline, place_of
from copydesk.articles.markup.metadata import Metadata, clean, metadata_of, strings, types_of
from copydesk.articles.markup.page_facts import address_of, facts_of
from copydesk.articles.markup.published import Days, days
from copydesk.articles.markup.story_edges import below_headline
from copydesk.articles.masthead import byline
from copydesk.articles.masthead import masthead_reading as masthead
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.masthead_dates import is_future
from copydesk.articles.masthead.masthead_reading import Part
from copydesk.articles.paragraphs import join, word_count
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.english.agencies import agency_in, agency_named
from copydesk.pages.page import Page
from copydesk.records import Author, Notice, Published

_TAG: Final = re.compile(r"<[^<>]{1,500}>")
_HEAD: Final = 8  # kept blocks at the top among which the headline stands
_ITEMS: Final = frozenset(("h2", "h3", "h4", "li", "td"))
_NOT_LAST: Final = frozenset(("subscribe",))  # kinds of lines that no story ends with
_BYLINE_PLACE: Final = re.compile(r"\s(?:in|from|at)\s[A-Z].{0,60}$")
_MAX_BODY: Final = 300_000  # characters of a story in JSON-LD that are read
_FEW: Final = 60  # words of a visible story under which one is looked for elsewhere
_TWICE: Final = 2  # times as many words as the visible story has, for one that stands elsewhere to be taken


class _Story(NamedTuple):
    """The blocks that a story is made of, and where on the page they stand where that is not its visible markup."""

    page: Blocks
    kept: list[int]
    where: str | None = None

    @property
    def words(self) -> int:
        return sum(word_count(self.page.texts[i]) for i in self.kept)


def read_html(page: Page) -> Article:
    """Read a page of HTML; one without a story gives empty text and a notice with the reason."""
    markup, cut = guard(page.content)
    notices = (Notice(kind="truncated", note=cut),) if cut else ()
    blocks = blocks_of(markup)
    metadata = metadata_of(blocks)
    if blocks.truncated:
        notices = (*notices, Notice(kind="truncated", note=f"only the first {len(blocks.texts):,} blocks were read"))
    return _article(page, blocks, metadata, _story_of(markup, page.content, blocks, metadata), notices)


def _story_of(markup: bytes, content: str, blocks: Blocks, metadata: Metadata) -> _Story:
    """Return the page's story: the visible one, or a far longer one that stands elsewhere on the page."""
    shown = _visible(blocks, metadata)
    body = embedded.body_in(metadata)
    if body and body.words > _TWICE * shown.words:
        return _elsewhere(body)
    if shown.words >= _FEW:
        return shown
    unhidden = embedded.unhidden(markup)
    if unhidden:
        hidden = _visible(blocks_of(unhidden), metadata)
        if hidden.words > max(_FEW, _TWICE * shown.words):
            return hidden._replace(where="elements that are shown without scripts only")
    state = embedded.state_in(content[:MAX_MARKUP])
    return _elsewhere(state) if state and state.words > _TWICE * shown.words else shown


def _visible(blocks: Blocks, metadata: Metadata) -> _Story:
    if not blocks.texts:
        return _Story(blocks, [])
    kept = decode(blocks, scores(blocks, *hints(blocks, metadata)))
    is_article = any("Page" not in kind for node in metadata.articles[:1] for kind in types_of(node))
    return _Story(blocks, kept or (below_headline(blocks) if is_article else []))


def _elsewhere(found: embedded.Embedded) -> _Story:
    markup = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in found.paragraphs)
    blocks = blocks_of(guard(markup).markup)
    return _Story(blocks, [*range(len(blocks.texts))], found.where)


def _article(page: Page, blocks: Blocks, metadata: Metadata, story: _Story, notices: tuple[Notice, ...]) -> Article:
    url = page.url or address_of(blocks, metadata)
    title = headline(blocks, metadata, url)
    headline_key = title_key(title or "")
    heads = place_of(blocks, headline_key)
    at = heads[0] if heads else 0
    found, doubts = _days(page, blocks, metadata, at, url)
    day = page.published or found.published or page.expected_day
    publisher = page.publisher or _publisher(metadata)
    named = authors(blocks, metadata, heads, publisher)
    texts = story.page.texts
    told = [i for place, i in enumerate(story.kept) if place >= _HEAD or title_key(texts[i]) != headline_key]
    parts = _parts(story.page, told)
    top = masthead.read(parts, published=day, known=named)
    agency = top.agency or _agency(named) or _agency_in_byline(blocks, at)
    writers = tuple(author for author in named or top.signed if not agency_named(_BYLINE_PLACE.sub("", author.name)))
    writers = byline.together((*writers, *top.credited))
    biographies = {told[number] for number in top.biographies}
    kept = [
        i
        for number, (i, part) in enumerate(zip(told, parts, strict=True))
        if number not in top.taken and number not in top.biographies and part.kind != "copyright"
    ]
    kinds = dict(zip(told, (part.kind for part in parts), strict=True))
    while kept and kinds[kept[-1]] in _NOT_LAST:
        kept.pop()
    paragraphs = tuple(texts[i] for i in kept)
    text, spans = join(paragraphs)
    facts = facts_of(blocks, metadata, url, title, paragraphs)
    keys = {title_key(author.name) for author in writers} | {headline_key}
    shown = frozenset(story.kept) - biographies if story.page is blocks else frozenset()
    cut = _completeness(blocks, metadata, story, paragraphs, url)
    return Article(
        text=text,
        paragraphs=spans,
        blocks=typed_blocks(story.page, kept, spans, url, live=facts.kind == "live-blog"),
        headline=title,
        summary=metadata.first("og:description", "description", "twitter:description"),
        section=facts.section,
        authors=writers,
        dateline=top.dateline,
        published=_published(page, found.published, found.origin),
        updated=found.updated,
        publisher=publisher,
        agency=agency,
        furniture=furniture_blocks(blocks, shown, keys, (day or "")[:10]),
        notices=(*notices, *doubts, *_notices(page, blocks, story, text, cut)),
        canonical=facts.canonical,
        kind=facts.kind,
        complete=cut.complete,
        tags=facts.tags,
        image=facts.image,
        licence=facts.licence,
    )


def _completeness(
    blocks: Blocks, metadata: Metadata, story: _Story, paragraphs: tuple[str, ...], url: str | None
) -> Completeness:
    kept = frozenset(story.kept) if story.page is blocks else frozenset()
    left_out = [text for i, text in enumerate(blocks.texts) if i not in kept and len(text) < 300]
    return completeness(blocks, metadata, [*paragraphs], left_out, url, hints(blocks, metadata)[2])


def _notices(page: Page, blocks: Blocks, story: _Story, text: str, cut: Completeness) -> list[Notice]:
    """Return what is to be noted on the reading of the story itself."""
    found = []
    if not text:
        reason = "no story was found among the page's furniture"
        if not blocks.texts:
            scripted = "<script" in page.content[:200_000].lower()
            reason = "the page has scripts but no text" if scripted else "the page has no text"
        found.append(Notice(kind="empty", note=reason))
    elif story.where:
        found.append(Notice(kind="metadata", note=f"the story is taken from {story.where}; the page shows less of it"))
    if cut.reason and text:
        found.append(Notice(kind="incomplete", note=f"{cut.complete}: {cut.reason}"))
    return found


def _parts(blocks: Blocks, kept: list[int]) -> list[Part]:
    """Return the story's blocks as parts among which a masthead is read."""
    parts = []
    for i in kept:
        text = blocks.texts[i]
        kind = kind_of(text) if len(text) <= BRIEF else None
        parts.append(Part(text, kind, is_item=blocks.tags[blocks.owners[i]] in _ITEMS))
    return parts


def _days(page: Page, blocks: Blocks, metadata: Metadata, at: int, url: str | None) -> tuple[Days, tuple[Notice, ...]]:
    """Return when a page was published, and a notice where the day that it gives is later than the page itself.

    The page existed on the day when it was retrieved, else on the day that the user gave.
    """
    markup = page.content[:MAX_MARKUP] if blocks.texts else ""
    found = days(blocks, metadata, at, url, markup)
    existed = _day(page.retrieved) or _day(page.published)
    if existed is None or not any(is_future(day, existed) for day in (found.published, found.updated) if day):
        return found, ()
    believed = days(blocks, metadata, at, url, markup, existed)
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
