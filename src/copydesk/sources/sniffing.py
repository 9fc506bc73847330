"""Telling kinds of source by their first bytes. Each test takes up to 64 KB and runs in time linear in them."""

import re
from collections.abc import Callable
from typing import Final

from copydesk.sources.fields import CONTENT_NAMES, KNOWN_NAMES

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"RIFF", b"\0asm", b"OggS", b"SQLite format 3\0")
_ODD: Final = bytes([*range(9), 11, *range(14, 27), *range(28, 32)])
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_XML_ROOT: Final = re.compile(rb"\s*(?:<[?!][^>]{0,2000}>\s*){0,20}<(?:[A-Za-z][\w.-]{0,20}:)?([A-Za-z][\w.-]{0,40})")
_HEADER: Final = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t\r\n]")
_OF_MAIL: Final = frozenset((
    b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"received", b"return-path", b"content-type",
    b"snapshot-content-location", b"delivered-to",
))  # fmt: skip
_MAIL_ALONE: Final = frozenset((b"message-id", b"mime-version", b"received", b"content-type", b"return-path"))
_JSON_FEED: Final = b"jsonfeed.org/version/"
_TAGGED: Final = re.compile(rb"<(?:body|div|article|p|h1|meta|title)[\s>]", re.I)


def never(head: bytes) -> bool:
    """No first bytes tell this kind."""
    return False


def starts(magic: bytes) -> Callable[[bytes], bool]:
    """Return the test of a kind that begins with magic bytes."""
    return lambda head: head.startswith(magic)


def is_zip(head: bytes) -> bool:
    """Tell a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_docx(head: bytes) -> bool:
    """Tell a Word document, a zip archive of parts."""
    return is_zip(head) and b"[Content_Types].xml" in head[:4096] and b"word/" in head


def is_wacz(head: bytes) -> bool:
    """Tell a web archive collection, a zip archive with WARC files under `archive/`."""
    names = (b"archive/", b"datapackage", b"indexes/", b"pages/", b"fuzzy.json")
    return is_zip(head) and head[30:46].startswith(names) and (b".warc" in head or b"datapackage" in head[:4096])


def is_tar(head: bytes) -> bool:
    """Tell a tar archive (POSIX or GNU)."""
    return head[257:262] == b"ustar"


def is_mailbox(head: bytes) -> bool:
    """Tell a mailbox of several messages (mbox)."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and is_message(rest)


def is_message(head: bytes) -> bool:
    """Tell an e-mail or MHTML page by its header fields: several, one of which only messages have."""
    names: set[bytes] = set()
    for line in head[:16_384].splitlines()[:200]:
        if not line:
            break
        if line[:1] in b" \t":
            continue
        found = _HEADER.match(line + b"\n")
        if not found:
            return False
        names.add(found[1].lower())
    return len(names & _OF_MAIL) >= 2 and bool(names & _MAIL_ALONE)


def root_of(head: bytes) -> bytes:
    """Return the name of the root element of XML or HTML, lower case, without its prefix; empty where there is none."""
    text = head.removeprefix(b"\xef\xbb\xbf")[:8192]
    found = _XML_ROOT.match(text)
    return found[1].lower() if found else b""


def is_feed(head: bytes) -> bool:
    """Tell an RSS, RDF or Atom feed by its root element, a JSON feed by its version."""
    return root_of(head) in (b"rss", b"feed", b"rdf") or (
        _starts_json(head) and _JSON_FEED in head[:512].replace(b"\\", b"")
    )


def is_sitemap(head: bytes) -> bool:
    """Tell a sitemap or an index of sitemaps by its root element."""
    return root_of(head) in (b"urlset", b"sitemapindex")


def is_json(head: bytes) -> bool:
    """Tell JSON objects, in lines or in an array."""
    return _starts_json(head)


def _starts_json(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]
    if text.startswith(b"{"):
        return text[1:].lstrip().startswith((b'"', b"}"))
    return text.startswith(b"[") and text[1:].lstrip().startswith((b"{", b"]"))


def is_html(head: bytes) -> bool:
    """Tell HTML by a document type, its root or the tags it begins with."""
    text = _ascii(head)
    start = text.lstrip()[:64].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    if start.startswith(b"<?xml"):
        return root_of(text) == b"html"
    return len(_TAGGED.findall(text[:4096])) >= 2


def is_other_xml(head: bytes) -> bool:
    """Tell XML, which no other test has told to be a page or feed: as plain text it would be read with its tags."""
    return _ascii(head[:64]).lstrip().startswith(b"<?xml")


def is_table(head: bytes) -> bool:
    """Tell a table by its first line: at least two known names of fields, of which one is of content or address."""
    names = [
        name.strip().strip('"').lower()
        for name in re.split("[,;\t|]", _ascii(head).split(b"\n", 1)[0][:4096].decode("latin-1"))
    ]
    return len(names) > 1 and len(KNOWN_NAMES.intersection(names)) > 1 and bool(CONTENT_NAMES.intersection(names))


def is_binary(head: bytes) -> bool:
    """Tell what is no text: a known format of pictures or programs, or many control characters."""
    if head.startswith(_PICTURES):
        return True
    if head.startswith(_UTF16):
        return False
    start = head[:8192]
    odd = len(start) - len(start.translate(None, _ODD))
    return odd * 50 > len(start)


def _ascii(head: bytes) -> bytes:
    """Return the first bytes as they would be in UTF-8, as far as they are ASCII."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2 : len(head) - len(head) % 2].decode(name, "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")
