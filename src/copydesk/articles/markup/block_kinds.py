"""What kind each block of a story is, as its markup says: heading, list item, quotation, embedded post and so on."""

import re
from typing import Final
from urllib.parse import urljoin

from copydesk.articles.markup.blocks import Blocks
from copydesk.english.page_words import CORRECTION, POST_SHARED, VIEW_POST
from copydesk.records import Anchor, Block, BlockKind, Span

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = frozenset(("ul", "ol"))
_POST_NAMES: Final = (
    "twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "bluesky-embed", "mastodon-embed", "reddit-embed",
    "reddit-card", "telegram-post", "threads-post", "text-post-media",
)  # fmt: skip
_SIGNED: Final = re.compile(r"^[—–-]{1,2}\s?(?P<name>[^()@]{2,60}?)?\s?\(@(?P<handle>\w[\w.]{0,39})\)")
_POST_ADDRESS: Final = re.compile(r"/(?:status|p|reel|video|posts|post|comments)/|t\.me/")
_CLOCK: Final = re.compile(
    r"(?P<time>[0-2]?\d[:.h][0-5]\d(?: ?[ap]\.?m\.?)?)(?: ?(?:GMT|UTC|[CEMP][DES]?T|BST|Uhr))?\b", re.I
)
_LIVE: Final = ("live-blog", "liveblog", "live_blog", "live-update", "liveupdate")
_MIN_QUOTE, _MAX_QUOTES = 20, 40  # letters of a pull quote, and how many are compared with the story
_NOT_WORDS: Final = re.compile(r"\W+")
_DEPTH: Final = 12  # elements above a block that tell its kind


def typed_blocks(
    page: Blocks, story: list[int], spans: tuple[Span, ...], url: str | None, *, live: bool = False
) -> tuple[Block, ...]:
    """Return a story's blocks with their kinds.

    Args:
        page: the page's blocks.
        story: the indices of the story's blocks, in order.
        spans: where each of these stands in the story's text.
        url: the page's address, against which the addresses of links are resolved.
        live: whether the page says that it is a live blog.
    """
    posts = posts_of(page)
    live = live or any(map(page.all_names.__contains__, _LIVE))
    found = []
    for i, span in zip(story, spans, strict=True):
        kind, level = _kind(page, i)
        author = image = address = time = None
        if (element := posts.get(i)) is not None:
            kind, level = "post", None
            author, address = _signature(page, element, url)
        elif kind == "caption":
            image = _image(page, i, url)
        elif kind == "paragraph" and CORRECTION.match(page.texts[i][:120]):
            kind = "correction"
        elif live and (clock := _CLOCK.match(page.texts[i][:40])):
            kind, time = "entry", clock["time"]
        cells = page.cells.get(i, ()) if kind == "table-row" else ()
        found.append(
            Block(
                span=span,
                kind=kind,
                level=level,
                links=links_of(page, i, url, span[0]),
                author=author,
                url=address,
                image=image,
                time=time,
                cells=tuple((span[0] + a, span[0] + b) for a, b in cells),
            )
        )
    return tuple(found)


def posts_of(page: Blocks) -> dict[int, int]:
    """Return the blocks that stand in embedded posts, each with the index of the post's outermost element."""
    found: dict[int, int] = {}
    marks = [mark for mark in _POST_NAMES if mark in page.all_names]
    for element, name in enumerate(page.names) if marks else ():
        if any(map(name.__contains__, marks)):
            for i in range(page.starts[element], page.ends[element]):
                found.setdefault(i, element)
    return found


def is_signature(text: str) -> bool:
    """Tell whether a block is the line that signs an embedded post: its author's name and handle."""
    return bool(_SIGNED.match(text[:160]) or POST_SHARED.match(text[:160]) or VIEW_POST.match(text[:60]))


def _signature(page: Blocks, element: int, url: str | None) -> tuple[str | None, str | None]:
    """Return the author and the address of an embedded post."""
    author = address = None
    for i in range(page.starts[element], page.ends[element]):
        if signed := _SIGNED.match(page.texts[i][:160]) or POST_SHARED.match(page.texts[i][:160]):
            name = (signed["name"] or "").strip()
            author = author or (f"{name} (@{signed['handle']})" if name else f"@{signed['handle']}")
        for link in links_of(page, i, url):
            if _POST_ADDRESS.search(link.url):
                address = link.url.partition("?")[0]
    return author, address


def _kind(page: Blocks, i: int) -> tuple[BlockKind, int | None]:
    """Return the kind that the elements around a block say, the nearest first, and its level."""
    element, depth, lists = page.owners[i], 0, 0
    kind: BlockKind = "paragraph"
    while element >= 0 and depth < _DEPTH:
        tag = page.tags[element]
        if kind == "paragraph":
            if tag in _HEADINGS:
                return "heading", _HEADINGS[tag]
            if tag == "figcaption":
                return "caption", None
            if tag == "tr":
                return "table-row", None
            if tag == "blockquote":
                return "quotation", None
            if tag in ("li", "dt", "dd"):
                kind = "list-item"
        lists += tag in _LISTS
        element, depth = page.parents[element], depth + 1
    return (kind, max(lists, 1)) if kind == "list-item" else (kind, None)


def heading_level(page: Blocks, i: int) -> int:
    """Return the level of the heading that a block is, 1 to 6; 0 where it is none."""
    element = page.owners[i]
    for _ in range(3):
        if element < 0:
            break
        if level := _HEADINGS.get(page.tags[element]):
            return level
        element = page.parents[element]
    return 0


def _image(page: Blocks, i: int, url: str | None) -> str | None:
    """Return the address of the image that a caption's figure holds."""
    element = page.owners[i]
    for _ in range(_DEPTH):
        if element < 0:
            return None
        if page.tags[element] == "figure":
            start, end = page.starts[element], page.ends[element]
            return next((urljoin(url or "", to) for at, to in page.sources if start <= at <= end), None)
        element = page.parents[element]
    return None


def links_of(page: Blocks, i: int, url: str | None, start_at: int = 0) -> tuple[Anchor, ...]:
    """Return a block's links; their spans count in a text in which the block starts at a place."""
    if i not in page.anchors:
        return ()
    raw, links = page.anchors[i]
    text, found = page.texts[i], []
    for start, end, to in links:
        words = " ".join(raw[start:end].split())
        at = len(" ".join(f"{raw[:start]}.".split())) - 1  # where the next letter stands, white space collapsed
        at += at < len(text) and text[at] in " \n"
        to = to.strip()
        if (
            words
            and text[at : at + len(words)].replace("\n", " ") == words
            and not to.lower().startswith(("javascript:", "#", "data:"))
        ):
            found.append(Anchor(span=(start_at + at, start_at + at + len(words)), url=_absolute(url, to)))
    return tuple(found)


def _absolute(url: str | None, to: str) -> str:
    if to.startswith(("https://", "http://")):
        return to
    try:
        return urljoin(url or "", to)
    except ValueError:  # an address with brackets that are no network address
        return to


def with_posts(page: Blocks, kept: list[int]) -> list[int]:
    """Return the story's blocks with the embedded posts that stand in it, less the lines that sign these."""
    posts = posts_of(page)
    if not posts or not kept:
        return kept
    last = kept[-1]
    while last + 1 in posts:
        last += 1
    inside = (i for i in posts if kept[0] < i <= last)
    return [i for i in sorted({*kept, *inside}) if i not in posts or not is_signature(page.texts[i])]


def without_pull_quotes(page: Blocks, kept: list[int]) -> list[int]:
    """Leave out quotations set apart that a paragraph of the story says too; the sentence stays in its place."""
    if "aside" not in page.tags and "blockquote" not in page.tags and "pull" not in page.all_names:
        return kept
    apart = [i for i in kept if _is_set_apart(page, i)]
    if not apart:
        return kept
    chosen = frozenset(apart)
    quoted = {i: words for i in apart[:_MAX_QUOTES] if len(words := _bare(page.texts[i])) >= _MIN_QUOTE}
    bodies = [_bare(page.texts[i]) for i in kept if i not in chosen] if quoted else []
    gone = {i for i, words in quoted.items() if any(words in body for body in bodies)}
    return [i for i in kept if i not in gone]


def _bare(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def _is_set_apart(page: Blocks, i: int) -> bool:
    """Tell whether a block stands in an element made for pull quotes."""
    element = page.owners[i]
    for _ in range(4):
        if element < 0:
            return False
        name = page.names[element].lower()
        if page.tags[element] in ("aside", "blockquote") or ("pull" in name and "quote" in name):
            return True
        element = page.parents[element]
    return False
