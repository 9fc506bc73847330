"""Rows of other tools' output to pages: which of their fields is which of ours.

The names are those that trafilatura, news-please, Media Cloud, Fundus, GDELT, NewsAPI, newspaper4k and RSS exports
document, beside copydesk's own (docs/record.md). A row is a mapping of names to values, however it was stored.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from copydesk.errors import CopydeskError, PageError
from copydesk.pages.page import About, Failure, RawPage
from copydesk.records import Record, from_json
from copydesk.sources.fragments import is_fragment, whole
from copydesk.sources.input import MAX_PAGE, too_large
from copydesk.sources.options import Options, Unread

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {  # ours → theirs, the most telling first
    "text": (
        "text", "maintext", "plaintext", "story_text", "article_text", "body_text", "full_text", "fulltext",
        "content_text", "text_content", "content", "body", "raw_text", "article",
    ),
    "html": ("html", "raw_html", "content_html", "page_html", "html_content", "article_html"),
    "url": (
        "url", "link", "responded_url", "requested_url", "canonical_link", "web_url", "article_url", "weburl",
        "documentidentifier", "external_url", "permalink", "source",
    ),
    "title": ("title", "headline", "title_page", "webtitle", "title_rss"),
    "published": ("published",),
    "stated": (
        "publish_date", "date_publish", "publishing_date", "publishedat", "published_at", "date_published",
        "datepublished", "pub_date", "pubdate", "publication_date", "published_date", "published_time",
        "webpublicationdate", "date",
    ),
    "retrieved": (
        "retrieved", "date_download", "collect_date", "crawl_date", "fetched_at", "fetched", "indexed_date", "seendate",
        "filedate",
    ),
    "publisher": (
        "publisher", "source_name", "media_name", "sitename", "source-hostname", "outlet", "newspaper", "media",
        "source", "source_domain", "hostname", "domain",
    ),
    "authors": ("authors", "author", "byline", "creator"),
    "id": ("id", "stories_id", "uuid"),
}  # fmt: skip
FIELDS: Final = tuple(_NAMES)
KNOWN_NAMES: Final = frozenset(name for names in _NAMES.values() for name in names)
CONTENT_NAMES: Final = frozenset((*_NAMES["text"], *_NAMES["html"], "url", "link", "documentidentifier"))
_ADDRESS: Final = re.compile(r"https?://[^\s]{3,2000}")
_IN_TEXT: Final = re.compile(r"https?://[^\s\"'<>,;|\\]{3,2000}")
_CUT: Final = re.compile(r"\[\+(\d{1,9}) chars\]\s*$")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")
_LONGEST_NAME: Final = 300


def page_of_row(row: Mapping[str, Any], where: str, options: Options) -> Iterator[RawPage | Record | Failure | Unread]:
    """Yield the page (or the stored record) of a row, and the fields that were not used.

    Args:
        row: names → values; names are compared without regard to case.
        where: what a user would recognise the row by.
        options: `columns` names fields of the user's own.
    """
    if str(row.get("format", "")).startswith("copydesk-record/"):
        yield record_of_row(row, where)
        return
    names = {str(name).strip().lower(): name for name in row if name is not None}
    used: set[str] = set()

    def take(field: str) -> Any:
        chosen = options.columns.get(field)
        for name in (chosen.lower(),) if chosen else _NAMES[field]:
            value = row.get(names[name]) if name in names else None
            if _is_given(value) and _fits(field, name, value):
                used.add(name)
                return value
        return None

    text, html = take("text"), take("html")
    content = text if text is not None else html
    url = _words(take("url"))
    if isinstance(content, Mapping):
        content = _joined(content)
    if isinstance(content, (list, tuple)):
        content = "\n\n".join(str(part) for part in content)
    about = About(
        id=_words(take("id")),
        url=url,
        title=_words(take("title")),
        authors=_people(take("authors")),
        published=_words(take("published")),
        stated=day_of(take("stated")),
        retrieved=day_of(take("retrieved")),
        publisher=_publisher(take("publisher")),
    )
    if not isinstance(content, (str, bytes)) or not content.strip():
        yield Failure(_without_text(where, names, url, options))
        return
    if len(content) > MAX_PAGE:
        yield Failure(too_large(where, MAX_PAGE))
        return
    for name in names.keys() - used - KNOWN_NAMES:
        yield Unread(name, field=True)
    yield _page(content, text is not None, about, where, options)


def _page(content: str | bytes, is_text: bool, about: About, where: str, options: Options) -> RawPage:
    if isinstance(content, bytes):
        return RawPage(data=content, location=about.url or where, form="page", about=about, default=options.published)
    if is_text and about.url and is_fragment(content):
        is_text = False
    if not is_text:
        content = whole(content, about)
    if about.id is None:
        about = _named(about, content, is_text)
    return RawPage(
        data=content,
        location=about.url or where,
        form="text" if is_text else "html",
        about=about,
        as_is=is_text,
        exact=options.as_is,
        default=options.published,
    )


def _named(about: About, content: str, is_text: bool) -> About:
    """Give a page an id: the SHA-256 of its content; a text that two publishers carry is two pages."""
    import msgspec

    source = f"{about.url or ''}\0{about.publisher or ''}\0" if is_text and (about.url or about.publisher) else ""
    digest = hashlib.sha256((source + content).encode(errors="replace")).hexdigest()
    return msgspec.structs.replace(about, id=digest)


def record_of_row(row: Mapping[str, Any] | bytes, where: str) -> Record | Failure:
    """Return a stored record, from its JSON or from the values in it."""
    import msgspec

    try:
        return from_json(row if isinstance(row, bytes) else msgspec.json.encode(row))
    except CopydeskError as error:
        return Failure(type(error)(where, error.reason, error.remedy))


def day_of(value: Any) -> str | None:
    """Return a day or time as ISO 8601: from ISO 8601, RFC 5322, `20230420T110200Z`, or seconds since 1970.

    What could be read in two ways (04/05/2023) is None.
    """
    try:
        if isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _of_seconds(float(value))
        words = _words(value)
        if not words:
            return None
        if found := _COMPACT.fullmatch(words):
            year, month, day, *clock = found.groups()
            time = f"T{':'.join(clock)}Z" if clock[0] else ""
            return _checked(f"{year}-{month}-{day}{time}")
        if words[:4].isdecimal() and words[4:5] == "-":
            return _checked(words)
        if words.isdecimal() and len(words) in (10, 13):
            return _of_seconds(float(words))
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _checked(words: str) -> str:
    moment = words.replace(" UTC", "Z").replace(" ", "T", 1)
    if len(moment) == 10:
        return date.fromisoformat(moment).isoformat()
    parsed = datetime.fromisoformat(moment)
    midnight = (parsed.hour, parsed.minute, parsed.second, parsed.tzinfo) == (0, 0, 0, None)
    return moment[:10] if midnight else moment  # a table's way to write a day


def _of_seconds(value: float) -> str | None:
    if value > 1e11:
        value /= 1000
    return datetime.fromtimestamp(value, UTC).isoformat() if 0 < value < 4e9 else None


def _is_given(value: Any) -> bool:
    if value is None or value in ("", "NaT", "nan", "None"):
        return False
    return not isinstance(value, float) or value == value  # NaN: a table's way to say nothing


def _fits(field: str, name: str, value: Any) -> bool:
    """Tell whether a value can be what a name that is used in two ways stands for."""
    if name in ("source", "media"):
        is_url = isinstance(value, str) and bool(_ADDRESS.fullmatch(value.strip()))
        return is_url == (field == "url")
    if field in ("text", "html"):
        return isinstance(value, (str, bytes)) or (name in ("body", "content", "article") and bool(value))
    return True


def _words(value: Any) -> str | None:
    if isinstance(value, (list, tuple)) and value:
        value = value[0]
    if value is None or isinstance(value, (dict, bool)):
        return None
    words = " ".join(str(value)[:4000].split())
    return words or None


def _publisher(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("id")
    words = _words(value)
    return words[:_LONGEST_NAME] if words else None


def _people(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        text = value.strip().removeprefix("[").removesuffix("]")  # how a table writes a list
        parts = [part.strip(" '\"") for part in re.split(r";|\||' ?, ?'|\" ?, ?\"", text)]
    elif isinstance(value, (list, tuple)):
        parts = [_publisher(part) or "" for part in value]
    else:
        parts = [_publisher(value) or ""]
    names = dict.fromkeys(part[:_LONGEST_NAME] for part in parts if part)
    return tuple(names)[:100]


def _joined(content: Mapping[str, Any]) -> str | None:
    """Return the text of a serialised article body (Fundus): summary, then sections of a headline and paragraphs."""
    parts: list[str] = []

    def gather(value: Any, depth: int = 0) -> None:
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, (list, tuple)) and depth < 8:
            for one in value:
                gather(one, depth + 1)
        elif isinstance(value, Mapping) and depth < 8:
            for name in ("summary", "sections", "headline", "paragraphs"):
                gather(value.get(name), depth + 1)

    gather(content)
    return "\n\n".join(part.strip() for part in parts if part.strip()) or None


def _without_text(where: str, names: Mapping[str, str], url: str | None, options: Options) -> CopydeskError:
    if url:
        return PageError(
            where, f"has an address but no text: {url}", "`copydesk fetch` fetches the addresses of a table"
        )
    shown = ", ".join(sorted(names)[:12])
    if options.columns:
        return PageError(where, f"its columns are {shown}: no text in the one that --column names", "check --column")
    reason = "it has neither `text` nor `html`" + (f"; its fields are {shown}" if shown else "")
    return PageError(where, reason, "name the field that holds the text: --column text=FIELD")


def cut_short(text: str) -> int | None:
    """Return how many characters a service left out of a text, as NewsAPI writes it (`[+3141 chars]`), or None."""
    found = _CUT.search(text[-40:])
    return int(found[1]) if found else None


def addresses_of(text: str) -> list[str]:
    """Return the web addresses in the text of a table or list, each once, in their order."""
    found = (one.group().rstrip("\"',;)]}<>") for one in _IN_TEXT.finditer(text))
    return list(dict.fromkeys(found))
