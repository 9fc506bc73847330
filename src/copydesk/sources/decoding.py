"""Raw pages to pages: bytes to text, damage of earlier decodings repaired, HTML told from text, every string safe."""

import hashlib
import re
from typing import Final

from copydesk.dates import check_day
from copydesk.errors import PageError
from copydesk.pages.charset import decode, safe
from copydesk.pages.page import About, Page, RawPage
from copydesk.pages.separators import with_paragraphs
from copydesk.sources import sniffing
from copydesk.sources.fields import cut_short
from copydesk.sources.repair import repaired
from copydesk.sources.single import HTML_TYPES

_SAVED_FROM: Final = re.compile(  # how browsers, and SingleFile, note the address of a page that they save
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})(https?://[^\s>]{3,2000})",
    re.IGNORECASE,
)


def page_of(raw: RawPage) -> Page:
    """Return the page that a source's bytes hold.

    Raises:
        PageError: they are empty, binary or damaged.
        DateError: the day that was given is no day.
    """
    about = raw.about
    if about.published is not None:
        check_day(about.published, raw.location)
    data, note = raw.data, None
    repairs: tuple[tuple[str, str], ...] = ()
    if raw.form in ("pdf", "docx") and isinstance(data, bytes):
        from copydesk.sources.documents import text_of

        text = text_of(data, raw.form, raw.location)
    elif isinstance(data, bytes):
        text, note = decode(data, about.charset)
        if sniffing.is_binary(data) or text[:8192].count("�") * 50 > len(text[:8192]) + 200:
            raise PageError(raw.location, "this is a binary file, not a page", "docs/sources.md lists what is read")
    else:
        text = data
    text = safe(text if raw.as_is else text.replace("\0", ""))
    if not text.strip():
        raise PageError(raw.location, "the page is empty", "give a page with text in it")
    if not raw.as_is:
        text, repairs = repaired(text)
    is_html = raw.form == "html" or (raw.form == "page" and not raw.as_is and _is_html(text, raw))
    separator: str | None = None
    if not is_html and not raw.exact:
        text, separator = with_paragraphs(text)
    if is_html and not about.url and (saved := _SAVED_FROM.search(text[:4096])):
        import html  # its table of entities is large, and few pages are saved ones

        url: str | None = safe(html.unescape(saved[1]))
    else:
        url = _safe(about.url)
    left = cut_short(text) if raw.as_is else None
    return Page(
        id=_safe(about.id) or hashlib.sha256(_bytes(raw.data)).hexdigest(),
        content=text,
        media_type="text/html" if is_html else "text/plain",
        location=safe(raw.location),
        url=url,
        title=_safe(about.title),
        authors=tuple(safe(name) for name in about.authors),
        published=about.published,
        stated=about.stated,
        default=raw.default,
        retrieved=_safe(about.retrieved),
        publisher=_safe(about.publisher),
        as_is=raw.as_is,
        masthead=raw.as_is and not raw.exact,
        charset_note=note,
        lacks=about.lacks or (f"the source left out {left:,} characters" if left else None),
        separator=separator,
        repairs=repairs,
    )


def id_of(raw: RawPage) -> str:
    """Return the id that a raw page will have."""
    return raw.about.id or hashlib.sha256(_bytes(raw.data)).hexdigest()


def raw_page(data: bytes | str, location: str, **about: str | None) -> RawPage:
    """Return the raw page of some bytes or text that a program has in hand."""
    return RawPage(data=data, location=location, about=About(**about))  # type: ignore[arg-type]


def _is_html(text: str, raw: RawPage) -> bool:
    if raw.about.media_type in HTML_TYPES:
        return True
    return sniffing.is_html(text[:20_000].encode(errors="replace"))


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode(errors="replace")


def _safe(text: str | None) -> str | None:
    return None if text is None else safe(text)
