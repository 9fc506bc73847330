"""The path of a page to its record: the article, the document, then every component in the order of one table."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from time import perf_counter
from typing import Any, TypeVar

import msgspec

from copydesk import articles
from copydesk.articles import Article
from copydesk.dates import check_day
from copydesk.errors import ModelError
from copydesk.language import Document, parse
from copydesk.logs import log
from copydesk.pages import Page
from copydesk.reading.component import Component, Findings, Reading
from copydesk.reading.components import components
from copydesk.reading.container import completed, repairs_in
from copydesk.records import Notice, PageInfo, Record

MAX_TEXT = 500_000  # code points of article text read for findings; the text itself is always kept whole
MAX_WORDS = 15_000  # words and signs, of the same; a page of news has some 600
_WORD = re.compile(r"\w+|[^\w\s]")
_Given = TypeVar("_Given")


def read_page(page: Page) -> Record:
    """Return the record of one page.

    Raises:
        DateError: the publication day given with the page is no day.
    """
    if page.published is not None:
        check_day(page.published, page.location or page.id)
    return read_article(articles.read(page), page)


def read_article(article: Article, page: Page, table: Iterable[Component] | None = None) -> Record:
    """Return the record of an article that came from a page.

    Args:
        article: the story with its masthead.
        page: the page that it was taken from.
        table: the components to run, in order; all that are installed, if not given.
    """
    timings: list[str] = []
    article = completed(article, page)
    reading = _begun(article, page, timings)
    for component in components() if table is None else table:
        if ("document" in component.needs and reading.document is None) or not _reads(component, article):
            continue
        reading = _with_findings(reading, component, timings)
    log.info("%s: %s", page.location or page.id, ", ".join(timings))
    return _record(reading)


def _reads(component: Component, article: Article) -> bool:
    """Tell whether a component reads the story's language; one that could not be told may be any."""
    return not component.languages or article.language is None or article.language in component.languages


def _begun(article: Article, page: Page, timings: list[str]) -> Reading:
    """Return the reading of an article before any component has run."""
    notices = [*article.notices]
    text = article.text
    end = _read_to(text)
    if end < len(text):
        notices.append(Notice(kind="truncated", note=f"only the first {end:,} characters were read for findings"))
        text = text[:end]
    reading = Reading(
        page=page,
        article=article,
        text=text,
        paragraphs=tuple((start, end) for start, end in article.paragraphs if end <= len(text)),
        published=article.published,
        found={"notices": tuple(notices)},
    )
    parsed, failed = _isolated("language model", lambda: _parsed(text), page, timings)
    document, missing = parsed or (None, ())
    return replace(reading, document=document).having({"notices": (*notices, *missing, *failed)})


def _read_to(text: str) -> int:
    """Return how far a text is read for findings: to the end, or to its most characters or words."""
    last = next(islice(_WORD.finditer(text, 0, MAX_TEXT), MAX_WORDS, None), None)
    return last.start() if last else min(len(text), MAX_TEXT)


def _parsed(text: str) -> tuple[Document | None, tuple[Notice, ...]]:
    """Return what the language model says about a text; without a model, None and a notice."""
    try:
        return parse(text), ()
    except ModelError as error:
        return None, (Notice(kind="model", note=f"read by rules alone: {error}"),)


def _with_findings(reading: Reading, component: Component, timings: list[str]) -> Reading:
    """Return a reading with what a component finds; where it fails, with a notice that names it."""

    def run() -> Findings:
        given = component.run(reading)
        if unknown := given.keys() - {*component.gives}:
            raise ValueError(f"it gave {', '.join(sorted(unknown))}, which it does not declare")
        return {name: value if name in _OF_RECORD else _as_json(value) for name, value in given.items()}

    found, failed = _isolated(component.name, run, reading.page, timings)
    given = found or {}
    notices = (*reading.found["notices"], *given.get("notices", ()), *failed)
    return reading.having({**given, "notices": notices})


def _as_json(value: Any) -> Any:
    """Return a value as its JSON holds it; raise where JSON cannot hold it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _isolated(
    name: str, step: Callable[[], _Given], page: Page, timings: list[str]
) -> tuple[_Given | None, tuple[Notice, ...]]:
    """Run a step and time it; where it raises, return None and a notice that names the step."""
    start = perf_counter()
    try:
        return step(), ()
    except Exception as error:  # a fault in one step, or a page that brings it about, costs that step's findings only
        log.error("%s: %s failed", page.location or page.id, name, exc_info=True)
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        note = f"{name} failed, and what it finds is missing ({reason}); please report it, with the page"
        return None, (Notice(kind="component", note=note),)
    finally:
        timings.append(f"{name} {1000 * (perf_counter() - start):.1f} ms")


def _record(reading: Reading) -> Record:
    """Return the record of a reading through which all components have gone."""
    article, page = reading.article, reading.page
    fields = {name: getattr(article, name) for name in _OF_ARTICLE}
    fields |= {name: value for name, value in reading.found.items() if name in _OF_RECORD}
    if repaired := repairs_in(reading.text, page):
        fields["defects"] = tuple(sorted((*fields["defects"], *repaired), key=lambda defect: defect.span))
    fields |= {"extensions": {name: value for name, value in reading.found.items() if name not in _OF_RECORD}}
    info = PageInfo(
        location=page.url or page.location,
        media_type=page.media_type,
        retrieved=page.retrieved,
        read="english" if article.text and article.language in (None, "en") else None,
        **{name: getattr(article, name) for name in _OF_PAGE},
    )
    return Record(id=page.id, page=info, **fields)


_OF_RECORD = frozenset(Record.__struct_fields__)
_OF_ARTICLE = tuple(name for name in Article.__struct_fields__ if name in _OF_RECORD)
_OF_PAGE = tuple(name for name in Article.__struct_fields__ if name in PageInfo.__struct_fields__)
"""What a record takes from the article as it is, and what its `page` takes."""
