"""Sitemaps, news sitemaps and indexes of sitemaps: what they list is fetched only when their address is given."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from copydesk.errors import PageError
from copydesk.pages.page import Failure
from copydesk.sources.fields import day_of
from copydesk.sources.input import Input
from copydesk.sources.options import Options

MAX_SITEMAP: Final = 64 * 2**20  # 50 MB is the most that the protocol allows


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """An address that a sitemap or feed lists, with its day and title as far as they are told."""

    url: str
    day: str | None = None
    title: str | None = None
    is_map: bool = False


def read(source: Input, options: Options) -> Iterator[Failure]:
    """Yield one failure that says how many addresses the sitemap lists, and how to get them."""
    count = len(listed(source.whole(MAX_SITEMAP), source.name))
    reason = f"is a sitemap: it lists {count:,} addresses and holds no page"
    yield Failure(PageError(source.name, reason, "`copydesk fetch` with its address gets what it lists"))


def listed(data: bytes, name: str) -> list[Listed]:
    """Return what a sitemap lists, in its order.

    Raises:
        PageError: it is no XML, or declares entities.
    """
    if b"<!DOCTYPE" in data[:65_536] or b"<!ENTITY" in data[:65_536]:
        raise PageError(name, "the sitemap declares a document type, which no sitemap needs", "leave it out")
    found: list[Listed] = []
    parser: Any = ET.XMLPullParser(["end"])
    try:
        for start in range(0, len(data), 65_536):
            parser.feed(data[start : start + 65_536])
            for _, node in parser.read_events():
                if _name(node) in ("url", "sitemap"):
                    found.append(_listed(node))
                    node.clear()
    except ET.ParseError as error:
        if not found:
            raise PageError(name, f"the sitemap cannot be read: {error}", "fetch it again") from error
    return [one for one in found if one.url]


def _listed(node: ET.Element) -> Listed:
    values: dict[str, str] = {}
    for child in node.iter():
        if child.text and child.text.strip():
            values.setdefault(_name(child), child.text.strip()[:4000])
    return Listed(
        url=values.get("loc", ""),
        day=day_of(values.get("publication_date")) or day_of(values.get("lastmod")),
        title=values.get("title"),
        is_map=_name(node) == "sitemap",
    )


def _name(node: ET.Element) -> str:
    return str(node.tag).rpartition("}")[2].lower()
