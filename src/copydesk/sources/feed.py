"""RSS, Atom and JSON Feed: one page an entry, with the full content where the feed has it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from copydesk.errors import PageError
from copydesk.pages.charset import decode, safe
from copydesk.pages.page import About, Failure, RawPage
from copydesk.sources.fields import day_of
from copydesk.sources.fragments import whole
from copydesk.sources.input import Input
from copydesk.sources.options import Options

MAX_FEED: Final = 16 * 2**20
MAX_ENTRIES: Final = 10_000  # half a millisecond each
_FULL: Final = 1_500  # characters of a summary from which on it may be the whole story
_REFERENCE: Final = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});?")
_SUMMARY: Final = "the feed holds only a summary: `copydesk fetch` gets the page"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a feed: what it tells of a page, and its content as HTML or text."""

    about: About
    html: str | None = None
    text: str | None = None


def read(source: Input, options: Options) -> Iterator[RawPage | Failure]:
    """Yield the page of each entry; where only a summary is given, `about.lacks` says so."""
    for number, entry in enumerate(entries(source.whole(MAX_FEED), source.name), 1):
        where = entry.about.url or f"{source.name}, entry {number}"
        if not (entry.html or entry.text):
            yield Failure(PageError(where, "the feed gives no text of it", "`copydesk fetch` gets the page"))
            continue
        text = None if entry.html else entry.text
        yield RawPage(
            data=text or whole(entry.html or "", entry.about),
            location=where,
            form="text" if text else "html",
            about=entry.about,
            as_is=text is not None,
            default=options.published,
        )


def entries(data: bytes, name: str) -> list[Entry]:
    """Return the entries of a feed, in its order.

    Raises:
        PageError: it cannot be read as a feed.
    """
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return _json_entries(data, name)
    if data.count(b"<item") + data.count(b"<entry") > MAX_ENTRIES:
        raise PageError(name, f"the feed has more than {MAX_ENTRIES:,} entries", "split it")
    try:
        feed = _parsed(data)
    except ValueError as error:  # of characters that even the repaired text cannot hold
        raise PageError(name, f"the feed cannot be read: {error}", "fetch it again") from error
    if not feed.entries and feed.get("bozo"):
        raise PageError(name, f"the feed cannot be read: {feed.get('bozo_exception')}", "fetch it again")
    return [_entry(one, feed.feed) for one in feed.entries]


def _parsed(data: bytes) -> Any:
    """Return a feed as feedparser reads it; bytes and character references that are no characters become U+FFFD."""
    import feedparser

    settings: dict[str, Any] = {"sanitize_html": False, "resolve_relative_uris": False}
    try:
        return feedparser.parse(data, **settings)
    except UnicodeError:
        text = _REFERENCE.sub(_character, safe(decode(data, None)[0]))
        headers = {"content-type": "application/xml; charset=utf-8"}
        return feedparser.parse(text.encode(), response_headers=headers, **settings)


def _character(reference: re.Match[str]) -> str:
    digits = reference[1]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "\ufffd" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else reference[0]


def _entry(one: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    contents = [part for part in one.get("content") or () if isinstance(part, Mapping) and part.get("value")]
    full = max((str(part["value"]) for part in contents), key=len, default=None)
    summary = str(one.get("summary") or "") or None
    if full is None and summary and len(summary) >= _FULL:
        full = summary
    source = one.get("source") or {}
    authors = [str(person.get("name") or "") for person in one.get("authors") or () if isinstance(person, Mapping)]
    about = About(
        url=_text(one.get("link")),
        title=_text(one.get("title")),
        authors=tuple(name for name in authors[:100] if name),
        stated=day_of(one.get("published")) or day_of(one.get("updated")),
        publisher=_text(source.get("title")) or _text(feed.get("title")),
        lacks=None if full else _SUMMARY,
    )
    return Entry(about=about, html=full or summary)


def _json_entries(data: bytes, name: str) -> list[Entry]:
    try:
        feed = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise PageError(name, f"the feed cannot be read: {error}", "fetch it again") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    found = []
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        people = item.get("authors") or [item.get("author")]
        html, text = item.get("content_html"), item.get("content_text")
        summary = item.get("summary")
        about = About(
            url=_text(item.get("url")) or _text(item.get("external_url")),
            title=_text(item.get("title")),
            authors=tuple(str(one["name"]) for one in people if isinstance(one, dict) and one.get("name")),
            stated=day_of(item.get("date_published")),
            publisher=_text(feed.get("title")),
            lacks=None if html or text else _SUMMARY,
        )
        text = text or (None if html else summary)
        found.append(Entry(about=about, html=html if isinstance(html, str) else None, text=str(text) if text else None))
    return found


def _text(value: Any) -> str | None:
    return " ".join(value.split())[:2000] or None if isinstance(value, str) else None
