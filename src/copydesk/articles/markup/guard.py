"""Bounds on markup before it is parsed, so that no page takes long or fills memory.

An HTML parser looks up through the open elements at most tags, so its time grows with depth times size; both are
bounded here, in time linear in the markup.
"""

import re
from typing import Final, NamedTuple

import numpy as np

MAX_MARKUP: Final = 8_000_000  # bytes; a page of news has some 200,000
MAX_DEPTH: Final = 400  # elements; a page of news has some 40
_MANY_TAGS: Final = 10_000  # a page of fewer is parsed in no time, however deep
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})([^<>]{0,4000})>")
# A parser compares each attribute of a tag with all before it; possessive repeats keep this search linear.
_LOADED: Final = re.compile(
    rb"""(<[a-zA-Z][^\s/<>]{0,40}+)(?:[\s/]++[^\s=<>"'/]++(?:(?=\s*+=)\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++)?+)?+){1000,}+"""
)
_LONG_TAGS: Final = 150  # bytes a tag, on the average, from which on the search is worth its while
_MANY_VALUES: Final = 20_000  # equals signs from which on it is, too
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
# These close by themselves, never hold anything, or are taken care of by the parser's own rules.
_FLAT_PRINTED: Final = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th "
    "thead tbody tfoot rt rp html head body a b big code em font i nobr s small strike strong tt u path g use "
    "circle rect"
)
_FLAT: Final = frozenset(_FLAT_PRINTED.encode().split())
_FLAT_TAGS: Final = _FLAT | frozenset(b"/" + name for name in _FLAT)
_NAME: Final = re.compile(rb"<(/?[a-zA-Z][a-zA-Z0-9:-]{0,40})")


class Guarded(NamedTuple):
    """Markup fit to parse, in UTF-8, and what had to be left out of it (None where nothing)."""

    markup: bytes
    note: str | None = None


def guard(content: str) -> Guarded:
    """Return markup that parses in bounded time: no null bytes or lone surrogates, bounded in size and depth."""
    try:
        markup = content.encode()
    except UnicodeEncodeError:
        markup = _SURROGATE.sub("\ufffd", content).encode()
    if b"\0" in markup:
        markup = markup.replace(b"\0", b"")
    tags = _count(markup, b"<")
    long = len(markup) > 100_000
    if long and (tags * _LONG_TAGS < len(markup) or _count(markup, b"=") > _MANY_VALUES):
        markup = _LOADED.sub(rb"\1", markup)
    note = None
    if len(markup) > MAX_MARKUP:
        markup = _without(markup, b"script", b"style", b"svg")
        if len(markup) > MAX_MARKUP:
            markup = markup[:MAX_MARKUP]
            note = f"only the first {MAX_MARKUP:,} bytes of the page's markup were read"
    if tags > _MANY_TAGS and _may_be_deep(markup) and (end := _too_deep(markup)):
        markup = markup[:end]
        note = f"elements are nested more than {MAX_DEPTH} deep; the page was read up to there"
    return Guarded(markup, note)


def _count(markup: bytes, sign: bytes) -> int:
    """Return how often a sign comes, faster than by looking for each."""
    return int(np.count_nonzero(np.frombuffer(markup, dtype=np.uint8) == sign[0]))


def _may_be_deep(markup: bytes) -> bool:
    """Tell whether elements may stand deeper than the bound; faster than finding out where."""
    names = _NAME.findall(markup)
    steps = [0 if name.lower() in _FLAT_TAGS else -1 if name[:1] == b"/" else 1 for name in names]
    depth = np.cumsum(np.array(steps, dtype=np.int64))
    return bool((depth - np.minimum(np.minimum.accumulate(depth), 0)).max(initial=0) > MAX_DEPTH)


def _too_deep(markup: bytes) -> int | None:
    """Return where elements first stand deeper than the bound, or None."""
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() in _FLAT or tag[3].endswith(b"/"):
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            return tag.start()
    return None


def _without(markup: bytes, *tags: bytes) -> bytes:
    """Remove elements that hold no text of the page, by plain search; JSON-LD stays."""
    lower = markup.lower()
    kept, start = [], 0
    opening = re.compile(b"<(" + b"|".join(tags) + rb")\b")
    while (found := opening.search(lower, start)) is not None:
        end = lower.find(b"</" + found[1], found.end())
        if end < 0:
            break
        if b"ld+json" in lower[found.start() : found.start() + 200]:
            kept.append(markup[start:end])
        else:
            kept.append(markup[start : found.start()])
        start = end
    kept.append(markup[start:])
    return b"".join(kept)
