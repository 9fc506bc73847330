"""The path of a page to its record: every component, in order, in one place."""

from collections.abc import Iterable, Iterator

from copydesk import articles, engines
from copydesk.articles import Article
from copydesk.dates import check_day
from copydesk.errors import ModelError
from copydesk.language import Document, parse
from copydesk.pages import Failure, Page
from copydesk.reading.attributions import find_attributions, without_leaks
from copydesk.reading.defects import find_defects
from copydesk.reading.entities import find_entities
from copydesk.reading.quantities import find_quantities
from copydesk.reading.sentences import split_sentences
from copydesk.reading.times import read_times
from copydesk.records import Notice, PageInfo, Published, Record, Span

MAX_TEXT = 500_000  # code points of article text read for findings; the text itself is always kept whole


def read_page(page: Page) -> Record:
    """Return the record of one page.

    Raises:
        DateError: the publication day given with the page is no day.
    """
    if page.published is not None:
        check_day(page.published, page.location or page.id)
    return read_article(articles.read(page), page)


def read_pages(pages: Iterable[Page | Failure], jobs: int = 1) -> Iterator[Record | Failure]:
    """Yield, in order, the record of each page or a `Failure`, using so many processes.

    Nothing that a page holds stops the batch; pages are taken as they are needed, so memory stays bounded.
    """
    for result in engines.run(_read_or_pass, pages, jobs):
        yield Failure(result.error) if isinstance(result, engines.Failure) else result


def _read_or_pass(page: Page | Failure) -> Record | Failure:
    return page if isinstance(page, Failure) else read_page(page)


def read_article(article: Article, page: Page) -> Record:
    """Return the record of an article that came from a page."""
    published = Published(value=page.published, from_="given") if page.published else article.published
    notices = [*article.notices]
    if page.charset_note:
        notices.append(Notice(kind="charset", note=page.charset_note))
    text = article.text
    if len(text) > MAX_TEXT:
        notices.append(Notice(kind="truncated", note=f"only the first {MAX_TEXT:,} characters were read for findings"))
        text = text[:MAX_TEXT]
    paragraphs = tuple((start, end) for start, end in article.paragraphs if end <= len(text))
    document = _document(text, notices)
    sentences = _sentences(document) if document else split_sentences(text, paragraphs)
    entities = find_entities(document, article.dateline.place if article.dateline else None) if document else ()
    times, end = read_times(text, published.value[:10] if published else None)
    if end < len(text):
        notices.append(Notice(kind="truncated", note=f"only the first {end:,} characters were read for times"))
    defects = find_defects(text, paragraphs, sentences, _masthead_names(article))
    return Record(
        id=page.id,
        page=PageInfo(
            location=page.url or page.location,
            media_type=page.media_type,
            retrieved=page.retrieved,
            language=article.language,
        ),
        headline=article.headline,
        summary=article.summary,
        section=article.section,
        authors=article.authors,
        dateline=article.dateline,
        published=published,
        updated=article.updated,
        publisher=page.publisher or article.publisher,
        agency=article.agency,
        text=article.text,
        paragraphs=article.paragraphs,
        sentences=sentences,
        furniture=article.furniture,
        times=times,
        quantities=find_quantities(text, times),
        entities=entities,
        attributions=without_leaks(find_attributions(text, paragraphs, document, entities), defects),
        defects=defects,
        notices=tuple(notices),
    )


def _document(text: str, notices: list[Notice]) -> Document | None:
    """Return what the language model says about a text; without a model, None and a notice."""
    try:
        return parse(text)
    except ModelError as error:
        notices.append(Notice(kind="model", note=f"read by rules alone: {error}"))
        return None


def _sentences(document: Document) -> tuple[Span, ...]:
    return tuple(document.span(start, end) for start, end in document.sentences.tolist())


def _masthead_names(article: Article) -> tuple[str, ...]:
    """Return the lines of a masthead that name people and places, to be checked against the story."""
    lines = [author.name for author in article.authors]
    lines += [article.headline or "", (article.dateline.place if article.dateline else None) or ""]
    return tuple(line for line in lines if line)
