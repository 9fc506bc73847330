"""E-mail, mailboxes and MHTML (a web page saved as one file): RFC 5322, RFC 2557."""

import contextlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Any, Final

from copydesk.errors import PageError
from copydesk.pages.page import About, RawPage
from copydesk.sources.fields import day_of
from copydesk.sources.input import Input
from copydesk.sources.options import Options, Unread, is_address

_MAX_PARTS: Final = 2_000
_ATTACHED: Final = frozenset((
    "text/html", "application/xhtml+xml", "application/pdf", "application/zip", "application/gzip", "text/csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822",
))  # fmt: skip


def read(source: Input, options: Options) -> Iterator[RawPage | Input | Unread]:
    """Yield the page of a message, then what is attached to it; of a mailbox, its messages.

    Of MHTML only the page itself is read: its frames and pictures are parts of it.

    Raises:
        PageError: the message holds no text.
    """
    if source.head().startswith(b"From "):
        yield from _messages(source)
        return
    message = message_from_bytes(source.whole(), policy=policy.compat32)
    if _header(message, "Snapshot-Content-Location") or message.get_content_type() == "multipart/related":
        yield _saved_page(message, source, options)
        return
    parts = [part for part, _ in zip(message.walk(), range(_MAX_PARTS), strict=False) if not part.is_multipart()]
    bodies = [part for part in parts if part.get_content_disposition() != "attachment" and not part.get_filename()]
    body = _first(bodies, "text/html") or _first(bodies, "text/plain")
    attached = [part for part in parts if part is not body and part not in bodies]
    if body is not None and (data := _bytes(body)).strip():
        name, _ = parseaddr(_header(message, "From") or "")
        about = About(
            url=_address(message, body),
            title=_header(message, "Subject"),
            stated=day_of(_header(message, "Date")),
            publisher=name or None,
            media_type=body.get_content_type(),
            charset=body.get_content_charset(),
        )
        yield _page(data, source.name, about, options)
    elif not attached:
        raise PageError(source.name, "the message has no text", "give a message with a page in it")
    for number, part in enumerate(attached, 1):
        kind = part.get_content_type()
        if kind in _ATTACHED:
            filename = _decoded(part.get_filename() or f"attachment {number}")
            yield _inner(source, filename, _bytes(part), About(media_type=kind, charset=part.get_content_charset()))
        else:
            yield Unread(kind)


def _saved_page(message: Message, source: Input, options: Options) -> RawPage:
    parts = [part for part, _ in zip(message.walk(), range(_MAX_PARTS), strict=False) if not part.is_multipart()]
    start = (message.get_param("start") or "") if message.is_multipart() else ""
    address = _header(message, "Snapshot-Content-Location")
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml", "text/plain")]
    root = next(
        (part for part in pages if (start and part.get("Content-ID") == start)
         or (address and _header(part, "Content-Location") == address)),
        pages[0] if pages else None,
    )  # fmt: skip
    if root is None:
        raise PageError(source.name, "no page is in it", "save the page again")
    about = About(
        url=_address(message, root),
        title=_header(message, "Subject"),
        retrieved=day_of(_header(message, "Date")),
        media_type=root.get_content_type(),
        charset=root.get_content_charset(),
    )
    return _page(_bytes(root), source.name, about, options)


def _page(data: bytes, name: str, about: About, options: Options) -> RawPage:
    return RawPage(
        data=data, location=about.url or name, about=about, as_is=options.as_is, default=options.published,
        form="text" if about.media_type == "text/plain" else "html",
    )  # fmt: skip


def _messages(source: Input) -> Iterator[Input]:
    """Yield the messages of a mailbox: each begins with a line `From …` after an empty one."""
    lines: list[bytes] = []
    number, blank = 0, True
    for line in source.lines():
        line = line or b"\n"
        if blank and line.startswith(b"From "):
            if lines:
                number += 1
                yield _inner(source, f"message {number}", b"".join(lines), About())
            lines = []
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if lines:
        yield _inner(source, f"message {number + 1}", b"".join(lines), About())


def _inner(source: Input, name: str, data: bytes, about: About) -> Input:
    import io

    return source.within(name, io.BytesIO(data), about)


def _first(parts: list[Message], kind: str) -> Message | None:
    return next((part for part in parts if part.get_content_type() == kind), None)


def _bytes(part: Message) -> bytes:
    data: Any = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _address(message: Message, body: Message) -> str | None:
    for part, name in ((message, "Snapshot-Content-Location"), (body, "Content-Location"), (message, "X-URL")):
        value = _header(part, name)
        if value and is_address(value):
            return value
    return None


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return _decoded(str(value)) if value is not None else None


def _decoded(value: str) -> str:
    with contextlib.suppress(MessageError, ValueError, LookupError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())[:2000]
