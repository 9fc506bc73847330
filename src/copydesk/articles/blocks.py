"""The blocks of a page: its runs of text between block-level boundaries, each with the elements it stands in.

One walk over one parse (lexbor, by selectolax) gives everything that later steps need: the blocks, the elements as
parallel lists, and the parts of the markup that speak of the page (meta elements, JSON-LD, times, links).
"""

from dataclasses import dataclass, field
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

_INLINE_PRINTED: Final = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr td th"
)
_INLINE: Final = frozenset(_INLINE_PRINTED.split())
_SKIPPED_PRINTED: Final = (
    "script style noscript template svg math iframe select datalist textarea object embed canvas audio video "
    "map input img picture source track link meta base head title frameset applet param progress meter dialog"
)
_SKIPPED: Final = frozenset(_SKIPPED_PRINTED.split())
_CELLS: Final = frozenset(("td", "th"))
_BOLD: Final = frozenset(("b", "strong", "th"))
_WIDE: Final = frozenset(("html", "body", "main", "article", "section"))
_ALL_LINKS: Final = 0.9  # share of a block in links, from which on it is a row of links
_MAX_NOTED: Final = 300
MAX_BLOCKS: Final = 20_000
MAX_ELEMENTS: Final = 200_000


@dataclass(slots=True)
class Blocks:
    """The blocks of a page in document order, and the elements around them, as parallel lists.

    Attributes:
        texts: each block's text, white space collapsed.
        owners: the index of each block's nearest block-level element.
        links: characters of each block that stand in links.
        tags, parents, names: each element's tag, its parent's index (-1 at the root), its class, id and the like.
        hidden: whether an element is marked as not shown.
        starts, ends: the half-open range of blocks inside each element.
        images: how many images stood before the first block after each element's start.
        metas, scripts, times, rels: what the markup says of the page, as found (attributes, texts).
        truncated: whether blocks were left out because there were too many.
    """

    texts: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    bold: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    image_ends: list[int] = field(default_factory=list)
    metas: list[dict[str, str | None]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[int, dict[str, str | None], str]] = field(default_factory=list)
    authors: list[tuple[int, dict[str, str | None]]] = field(default_factory=list)
    rels: list[dict[str, str | None]] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    truncated: bool = False


def blocks_of(markup: str) -> Blocks:
    """Parse markup and return its blocks; `markup` must be bounded in size and depth (see `guard`)."""
    page = Blocks()
    root = LexborHTMLParser(markup).root
    if root is not None:
        _Walk(page).walk(root)
    return page


class _Walk:
    """One walk over the tree, without recursion, so that no depth overflows the stack."""

    def __init__(self, page: Blocks) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.image_count = 0
        # Where a link starts right after another: where a block is nothing but links, they are words of their own.
        self.link_end = 0
        self.seams: list[int] = []
        # Elements that are open; inline ones wait, and are noted only once they turn out to hold a block.
        self.opened: list[int] = []
        self.inline: list[tuple[str, dict[str, str | None], int, int]] = []

    def walk(self, root: Any) -> None:
        """Visit every node in document order; text collects until a block-level element starts or ends."""
        page, pieces = self.page, self.pieces
        # Of every element that is open: its node, and what held outside it.
        stack: list[tuple[Any, int, bool, bool]] = []
        node, owner, in_link, in_bold = root, -1, False, False
        while True:
            child, tag = None, node.tag
            if tag == "-text":
                if (words := node.text_content) and (pieces or not words.isspace()):
                    pieces.append(words)
                    self.linked += len(words.strip()) if in_link else 0
                    self.strong += len(words.strip()) if in_bold else 0
            elif tag == "br":
                if pieces:
                    pieces.append("\n")
            elif tag in _SKIPPED:
                self.skipped(tag, node)
            elif tag[0] not in "-!_":
                child = node.first_child
                inline = tag in _INLINE
                if not inline:
                    if pieces:
                        self.flush(owner)
                elif tag in _CELLS:
                    pieces.append(" ")
                elif tag == "a" and pieces and self.link_end == len(pieces):
                    self.seams.append(len(pieces))
                attributes = node.attributes
                if attributes or tag == "time":
                    self.note(tag, attributes, node)
                index = owner if inline else self.element(tag, attributes)
                if child is not None:
                    stack.append((node, owner, in_link, in_bold))
                    if inline:
                        self.inline.append((tag, attributes, len(page.texts), self.image_count))
                    else:
                        self.opened.append(index)
                    owner = index
                    in_link = in_link or tag == "a"
                    in_bold = in_bold or tag in _BOLD
                    node = child
                    continue
            following = node.next
            while following is None:
                if not stack:
                    self.flush(owner)
                    return
                was_link = in_link
                node, before, in_link, in_bold = stack.pop()
                if was_link and not in_link:
                    self.link_end = len(pieces)
                if self.inline:
                    if self.inline.pop()[0] in _CELLS:
                        pieces.append(" ")
                else:
                    if owner != before:
                        if pieces:
                            self.flush(owner)
                    elif page.tags[self.opened[-1]] in _CELLS:
                        pieces.append(" ")
                    self.close()
                owner = before
                following = node.next
            node = following
            if len(page.texts) >= MAX_BLOCKS or len(page.tags) >= MAX_ELEMENTS:
                page.truncated = True
                self.flush(owner)
                while self.opened:
                    self.close()
                page.ends[:] = [max(end, start) for start, end in zip(page.starts, page.ends, strict=True)]
                return

    def note(self, tag: str, attributes: dict[str, str | None], node: Any) -> None:
        """Note what an element says of the story's day or authors."""
        page = self.page
        if (tag == "time" or "datetime" in attributes) and len(page.times) < _MAX_NOTED:
            page.times.append((len(page.texts), attributes, node.text(deep=True)[:200]))
        get = attributes.get
        label = f"{get('class') or ''} {get('rel') or ''} {get('itemprop') or ''}"
        if ("author" in label or "byline" in label) and tag not in _WIDE and len(page.authors) < _MAX_NOTED:
            page.authors.append((len(page.texts), {**attributes, "text": node.text(deep=True)[:200]}))

    def element(self, tag: str, attributes: dict[str, str | None]) -> int:
        """Note a block-level element and the inline ones that hold it, and return its index."""
        for around, of_it, start, images in self.inline:
            self.opened.append(self.noted(around, of_it, start, images))
        self.inline.clear()
        return self.noted(tag, attributes, len(self.page.texts), self.image_count)

    def noted(self, tag: str, attributes: dict[str, str | None], start: int, images: int) -> int:
        """Add an element within the innermost that is open, and return its index."""
        page = self.page
        index = len(page.tags)
        name, hidden = "", False
        if attributes:
            get = attributes.get
            name, identity = get("class") or "", get("id")
            if identity:
                name = f"{name} {identity}"
            if role := get("role"):
                name = f"{name} role-{role}"
            if (item := get("itemprop")) is not None:
                name = f"{name} itemprop-{item}"
            style = get("style") or ""
            hidden = (
                "hidden" in attributes
                or get("aria-hidden") == "true"
                or ("none" in style and "display:none" in style.replace(" ", ""))
            )
        page.tags.append(tag)
        page.parents.append(self.opened[-1] if self.opened else -1)
        page.names.append(name)
        page.hidden.append(hidden)
        page.starts.append(start)
        page.ends.append(start)
        page.images.append(images)
        page.image_ends.append(images)
        if tag == "html":
            page.language = attributes.get("lang")
        return index

    def close(self) -> None:
        """End the innermost element that is open."""
        page, index = self.page, self.opened.pop()
        page.ends[index] = len(page.texts)
        page.image_ends[index] = self.image_count

    def flush(self, owner: int) -> None:
        """End the run of text that was collected."""
        text = "".join(self.pieces)
        if self.seams:
            if self.linked >= _ALL_LINKS * len(text.strip()):
                for seam in reversed(self.seams):
                    self.pieces.insert(seam, " ")
                text = "".join(self.pieces)
            self.seams.clear()
        self.pieces.clear()
        self.link_end = 0
        if text and not text.isspace():
            page = self.page
            for run in text.split("\n\n\n") if "\n\n\n" in text else (text,):
                if words := " ".join(run.split()):
                    page.texts.append(words)
                    page.owners.append(owner)
                    page.links.append(min(self.linked, len(words)))
                    page.bold.append(min(self.strong, len(words)))
        self.linked = self.strong = 0

    def skipped(self, tag: str, node: Any) -> None:
        """Take what a skipped element says of the page."""
        if tag in ("img", "picture", "video", "iframe", "svg"):
            self.image_count += 1
        elif tag == "script":
            kind = node.attributes.get("type") or ""
            if "ld+json" in kind:
                self.page.scripts.append(_words_in(node))
        elif tag == "meta":
            self.page.metas.append(node.attributes)
        elif tag == "link" and node.attributes.get("rel"):
            self.page.rels.append(node.attributes)
        elif tag == "head":
            self.head(node)

    def head(self, head: Any) -> None:
        """Read the head's metadata."""
        node = head.first_child
        while node is not None:
            if node.tag == "title":
                self.page.title = " ".join(_words_in(node).split())
            elif node.tag in ("script", "meta", "link"):
                self.skipped(node.tag, node)
            node = node.next


def _words_in(node: Any) -> str:
    """Return the text of an element that holds nothing else (title, script)."""
    child = node.first_child
    return (child.text_content or "") if child is not None else ""
