"""The blocks of a page: its runs of text between block-level boundaries, each with the elements it stands in.

One walk over one parse (lexbor, by selectolax) gives everything that later steps need: the blocks, the elements as
parallel lists, and the parts of the markup that speak of the page (meta elements, JSON-LD, times, links).
"""

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser

from copydesk.articles.markup.runs import BREAK_SIGN, CELL_SIGN, Link, cells_in, links_in, paragraphs_in
from copydesk.articles.scorer.vocabulary import HIDDEN, bits_of

_INLINE_PRINTED: Final = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr"
)
_SKIPPED_PRINTED: Final = (
    "script style noscript template svg math iframe select datalist textarea object embed canvas audio video "
    "map input img picture source track link meta base head title frameset applet param progress meter dialog"
)
_TEXT, _BREAK, _SKIPPED, _NOTHING, _INLINE, _CELL, _BLOCK = range(7)
_WORTH: Final = {
    "-text": _TEXT,
    "br": _BREAK,
    **dict.fromkeys(_SKIPPED_PRINTED.split(), _SKIPPED),
    **dict.fromkeys(_INLINE_PRINTED.split(), _INLINE),
    **dict.fromkeys(("td", "th"), _CELL),
}
_KINDS: Final[dict[int, tuple[str, int]]] = {}  # tag and worth by the parser's number of the tag
_FIXED: Final = 1000  # numbers below it mean the same tag on every page
_PICTURES: Final = frozenset(("img", "picture", "video", "iframe", "svg"))
_BOLD: Final = frozenset(("b", "strong", "th"))
_WIDE: Final = frozenset(("html", "body", "main", "article", "section"))
_TELLING: Final = frozenset(("rel", "itemprop", "datetime"))  # attributes that may tell the story's day or authors
_DESCRIBING: Final = frozenset(("id", "role", "itemprop", "hidden", "aria-hidden", "style"))  # and what an element is
_ALL_LINKS: Final = 0.9  # share of a block in links, from which on it is a row of links
_MAX_NOTED: Final = 300  # marked days, and marked authors, of a page
_FIGURE_DEPTH: Final = 6  # elements around an image among which its figure stands
MAX_BLOCKS: Final = 20_000  # blocks of a page that are read
MAX_ELEMENTS: Final = 200_000  # elements of a page that are read


@dataclass(slots=True)
class Blocks:
    """The blocks of a page in document order, and the elements around them, as parallel lists.

    Attributes:
        texts: each block's text, white space collapsed.
        owners: the index of each block's nearest block-level element.
        links: characters of each block that stand in links.
        tags, parents, names: each element's tag, its parent's index (-1 at the root), its class, id and the like.
        all_names: every name once, in small letters, to see at once that a page has none of a kind.
        groups: the groups of words that an element's names belong to and whether it is hidden, as bits (`vocabulary`).
        starts, ends: the half-open range of blocks inside each element; one without blocks is left out.
        images: before which block each image stands; sources: likewise, the addresses of those in figures.
        cells: for blocks that are table rows of more than one cell, where in the text each cell stands.
        anchors: for blocks that hold links, their text as it stands in the markup and where in it each link stands.
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
    all_names: str = ""
    groups: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    sources: list[tuple[int, str]] = field(default_factory=list)
    cells: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    anchors: dict[int, tuple[str, tuple[Link, ...]]] = field(default_factory=dict)
    metas: list[dict[str, str | None]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[int, dict[str, str | None], str]] = field(default_factory=list)
    authors: list[tuple[int, dict[str, str | None]]] = field(default_factory=list)
    rels: list[dict[str, str | None]] = field(default_factory=list)
    title: str = ""
    truncated: bool = False


def blocks_of(markup: bytes) -> Blocks:
    """Parse markup in UTF-8 and return its blocks; `markup` must be bounded in size and depth (see `guard`)."""
    page = Blocks()
    root = LexborHTMLParser(markup).root
    if root is not None:
        walk = _Walk(page)
        walk.walk(root)
        page.all_names = "\n".join(walk.known).lower()
    return page


# An element that is open: its node, tag, worth and attributes, the block it starts at, and what held outside it (the
# level, in a link, in bold). A plain tuple, as thousands are made for a page.
_Open: TypeAlias = tuple[Any, str, int, dict[str, str | None], int, int, bool, bool]


class _Walk:
    """One walk over the tree, without recursion, so that no depth overflows the stack."""

    def __init__(self, page: Blocks) -> None:
        self.page = page
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        # Where a link starts right after another: where a block is nothing but links, they are words of their own.
        self.link_end = 0
        self.seams: list[int] = []
        self.open_link: str | None = None  # where the link leads that is open, and the piece it starts at
        self.link_start = 0
        self.found_links: list[Link] = []  # of the run, counted in pieces
        self.stack: list[_Open] = []
        self.known: dict[str, int] = {"": 0}  # groups of names, by name
        self.noted: list[int] = []  # the indices of those at the bottom of the stack that hold a block

    def walk(self, root: Any) -> None:
        """Visit every node in document order; text collects until a block-level element starts or ends."""
        page, pieces, stack, noted, texts = self.page, self.pieces, self.stack, self.noted, self.page.texts
        node, in_link, in_bold, level, flushed = root, False, False, 0, False
        kind_of, telling = _KINDS.get, _TELLING.isdisjoint
        while True:
            number = node.tag_id
            tag, worth = kind_of(number) or _kind(node, number)
            if worth == _TEXT:
                if (words := node.text_content) and (pieces or not words.isspace()):
                    pieces.append(words)
                    if in_link:
                        self.linked += len(words.strip())
                    if in_bold:
                        self.strong += len(words.strip())
            elif worth >= _INLINE:
                if worth == _BLOCK:
                    if pieces:
                        self.flush(level)
                        flushed = True
                elif worth == _CELL:
                    pieces.append(CELL_SIGN)
                elif tag == "a" and pieces and self.link_end == len(pieces):
                    self.seams.append(len(pieces))
                attributes = node.attributes
                if attributes and (
                    ((name := attributes.get("class")) and ("author" in name or "byline" in name))
                    or (not telling(attributes) and _tells(attributes))
                    or tag == "time"
                ):
                    self.note(tag, attributes, node)
                if (child := node.first_child) is not None:
                    stack.append((node, tag, worth, attributes, len(texts), level, in_link, in_bold))
                    if worth == _BLOCK:
                        level = len(stack)
                    else:
                        if tag == "a" and not in_link:
                            in_link, self.open_link, self.link_start = True, attributes.get("href"), len(pieces)
                        in_bold = in_bold or tag in _BOLD
                    node = child
                    continue
            elif worth == _SKIPPED:
                self.skipped(tag, node)
            elif worth == _BREAK and pieces:
                pieces.append(BREAK_SIGN)
            following = node.next
            while following is None:
                if not stack:
                    self.flush(level)
                    return
                if pieces and stack[-1][2] == _BLOCK:
                    self.flush(level)
                    flushed = True
                was_link = in_link
                node, _, worth, _, _, level, in_link, in_bold = stack.pop()
                if was_link and not in_link:
                    self.link_end = len(pieces)
                    if self.open_link:
                        self.found_links.append((self.link_start, len(pieces), self.open_link))
                        self.open_link = None
                if worth == _CELL:
                    pieces.append(CELL_SIGN)
                if len(noted) > len(stack):
                    page.ends[noted.pop()] = len(texts)
                following = node.next
            node = following
            if flushed:
                flushed = False
                if len(texts) >= MAX_BLOCKS or len(page.tags) >= MAX_ELEMENTS:
                    page.truncated = True
                    self.flush(level)
                    for index in noted:
                        page.ends[index] = len(texts)
                    return

    def note(self, tag: str, attributes: dict[str, str | None], node: Any) -> None:
        """Note what an element says of the story's day or authors."""
        page = self.page
        if (tag == "time" or "datetime" in attributes) and len(page.times) < _MAX_NOTED:
            page.times.append((len(page.texts), attributes, node.text(deep=True)[:200]))
        for key in ("class", "rel", "itemprop"):
            value = attributes.get(key)
            if value and ("author" in value or "byline" in value):
                if tag not in _WIDE and len(page.authors) < _MAX_NOTED:
                    page.authors.append((len(page.texts), {**attributes, "text": node.text(deep=True)[:200]}))
                return

    def elements(self, level: int) -> int:
        """Note the open elements around the text, those not noted yet, and return the innermost one's index."""
        page, noted, known, plain = self.page, self.noted, self.known, _DESCRIBING.isdisjoint
        parent, index, reached = noted[-1] if noted else -1, len(page.tags), len(page.texts)
        for _, tag, _, attributes, start, _, _, _ in self.stack[len(noted) : level]:
            name, hidden = attributes.get("class") or "", 0
            if not plain(attributes):
                name, hidden = _described(name, attributes)
            if (groups := known.get(name)) is None:
                groups = known[name] = bits_of(name)
            page.tags.append(tag)
            page.parents.append(parent)
            page.names.append(name)
            page.groups.append(groups | hidden)
            page.starts.append(start)
            page.ends.append(reached)
            noted.append(index)
            parent, index = index, index + 1
        return noted[level - 1] if level else -1

    def flush(self, level: int) -> None:
        """End the run of text that was collected.

        Args:
            level: how many elements of the stack lie outside the text: up to the innermost that is no inline one.
        """
        pieces = self.pieces
        if self.open_link:  # it goes on in the next run
            self.found_links.append((self.link_start, len(pieces), self.open_link))
        text = "".join(pieces)
        found = self.found_links
        links: tuple[Link, ...] = ()
        if found and len(found) < _MAX_NOTED:
            links = links_in(pieces, found, len(text))
        if self.seams:
            if self.linked >= _ALL_LINKS * len(text.strip()):
                for seam in reversed(self.seams):
                    pieces.insert(seam, " ")
                text, links = "".join(pieces), ()
            self.seams.clear()
        found.clear()
        pieces.clear()
        self.link_end = self.link_start = 0
        if text and not text.isspace():
            owner = self.elements(level)
            if text.count(BREAK_SIGN) > 1:
                for start, end in paragraphs_in(text):
                    share = (end - start) / len(text)
                    inside = tuple((a - start, b - start, to) for a, b, to in links if start <= a < b <= end)
                    self.add(
                        text[start:end], owner, inside, int(self.linked * share + 0.5), int(self.strong * share + 0.5)
                    )
            else:
                self.add(text, owner, links, self.linked, self.strong)
        self.linked = self.strong = 0

    def add(self, text: str, owner: int, links: tuple[Link, ...], linked: int, strong: int) -> None:
        """Add a block of words, of which so many characters stand in links and in bold."""
        words = text.strip()
        if CELL_SIGN in words:
            self.page.cells[len(self.page.texts)] = cells_in(words)
        if BREAK_SIGN in words:  # a line break within a paragraph
            words = "\n".join(" ".join(line.split()) for line in words.split(BREAK_SIGN))
        elif "  " in words or not words.isprintable():  # any white space but single blanks
            words = " ".join(words.split())
        if words:
            page = self.page
            if links:
                page.anchors[len(page.texts)] = text, links
            page.texts.append(words)
            page.owners.append(owner)
            page.links.append(min(linked, len(words)))
            page.bold.append(min(strong, len(words)))

    def skipped(self, tag: str, node: Any) -> None:
        """Take what a skipped element says of the page."""
        if tag in _PICTURES:
            self.page.images.append(len(self.page.texts))
            if tag == "img" and any(outer[1] == "figure" for outer in self.stack[-_FIGURE_DEPTH:]):
                get = node.attributes.get
                if source := get("data-src") or get("src"):
                    self.page.sources.append((len(self.page.texts), source))
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


def _kind(node: Any, number: int) -> tuple[str, int]:
    """Return a node's tag and what it is worth: text, a break, an element of some kind, or nothing (a comment)."""
    tag = node.tag or "-instruction"  # a processing instruction (`<?php …?>`) has no tag: passed over like a comment
    kind = tag, _WORTH.get(tag, _NOTHING if tag[0] in "-!_" else _BLOCK)
    if number < _FIXED:
        _KINDS[number] = kind
    return kind


def _tells(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's attributes, its class aside, speak of an author or a day."""
    return "datetime" in attributes or any("author" in (attributes.get(key) or "") for key in ("rel", "itemprop"))


def _described(name: str, attributes: dict[str, str | None]) -> tuple[str, int]:
    """Return an element's class with its id, role and property, and a bit where it is marked as not shown."""
    get = attributes.get
    if identity := get("id"):
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
    return name, HIDDEN if hidden else 0


def _words_in(node: Any) -> str:
    """Return the text of an element that holds nothing else (title, script)."""
    child = node.first_child
    return (child.text_content or "") if child is not None else ""
