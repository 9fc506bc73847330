"""What is known of each block of a page before any model: words, links, tags, names, place, containers.

All of it is one table: a row a feature, in the order of `COLUMNS`, a column a block.
"""

from collections import Counter
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.articles.markup import opinions
from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.columns import (
    ABOVE,
    ABOVE_BIT,
    COLUMNS,
    CORES,
    LEVELS,
    OF_CONTAINERS,
    OF_PLACES,
    OF_WORDS,
    ROW,
    TAG_NUMBER,
    TAGGED,
)
from copydesk.articles.markup.counting import OTHER_ENDS, add_other_scripts, between, counted, stop_words_among
from copydesk.articles.scorer.furniture_kinds import KIND_NUMBERS, kind_of
from copydesk.articles.scorer.vocabulary import HIDDEN, NAMES

Floats: TypeAlias = npt.NDArray[np.float32]
Integers: TypeAlias = npt.NDArray[np.int64]

_HEADINGS: Final = tuple(TAG_NUMBER[tag] for tag in ("h1", "h2", "h3", "h4", "h5", "h6"))
_PAGE: Final = frozenset(("html", "body"))
_ENDS: Final = frozenset('.!?…"”’»') | OTHER_ENDS
_LONG: Final = 8  # words of a block of prose
_ENGLISH: Final = 0.12  # share of English stop words among long blocks from which on a page is in English
_USUAL_STOPS: Final = 0.4  # and the share that English prose has
_REPLY: Final = KIND_NUMBERS["comment-form"]
_TELLING: Final = 9  # kinds of furniture below this number often start or end the story
_ZERO, _SPACE, _COMMA, _STOP, _BAR, _DOT, _COPYRIGHT = map(np.uint8, b"0 ,.|\xb7\xa9")
_NAME_BITS: Final = np.arange(len(NAMES))[:, None]
_TAG_NUMBERS: Final = np.arange(1, 14)[:, None]
_TAG_BITS: Final = np.arange(len(ABOVE))[:, None]
_NOWHERE: Final = 9999  # the distance to what a page does not have


def features(page: Blocks, title: str = "", body: str = "", declared_words: int = 0) -> Floats:
    """Return the features of a page's blocks: a row for each of `COLUMNS`, a column for each block; see `described`."""
    return described(page, title, body, declared_words)[0]


def described(page: Blocks, title: str = "", body: str = "", declared_words: int = 0) -> tuple[Floats, bool]:
    """Return the features of a page's blocks, a row for each of `COLUMNS`, and whether the page is in English.

    What counts English words is filled with what English prose has where a page is in another language.

    Args:
        page: its blocks; at least one.
        title: the headline as the page's metadata gives it.
        body: the article's text as its JSON-LD gives it, white space collapsed.
        declared_words: how many words its JSON-LD says the article has; 0 where it does not say.
    """
    table = np.empty((len(COLUMNS), len(page.texts)), dtype=np.float32)
    english = _put_words(table, page, title, body)
    elements = _Elements(page)
    owners = np.array(page.owners)
    _put_names(table, elements, owners)
    _put_containers(table, page, elements, owners, declared_words)
    _put_places(table, elements.tag[owners], declared_words)
    told = (table[ROW[name]] for name in ("words", "prose", "links", "commas", "ended"))
    table[-len(opinions.COLUMNS) :] = opinions.opinions(page, *told)
    return table, english


def _put_words(table: Floats, page: Blocks, title: str, body: str) -> bool:
    """Features of each block's own words, most of them counted in one array of all blocks' characters.

    Returns whether they are in English.
    """
    texts = page.texts
    size = len(texts)
    joined = "\n".join((*texts, ""))
    lowered = joined.encode("latin-1", "replace").lower()
    characters = np.frombuffer(lowered, dtype=np.uint8)
    sizes = np.fromiter(map(len, texts), np.int64, size)
    bounds = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(sizes + 1, out=bounds[1:])
    apart = (characters <= _SPACE).nonzero()[0]
    starts = np.empty_like(apart)
    starts[0], starts[1:] = 0, apart[:-1] + 1
    lengths = apart - starts
    there = lengths > 0
    starts, lengths = starts[there], lengths[there]
    numbers = (characters - _ZERO < 10).nonzero()[0]  # below "0" the difference wraps round to a large number
    numbers = numbers[numbers - bounds[bounds.searchsorted(numbers, side="right") - 1] < 120]
    stops = characters == _STOP
    stops[:-1] &= characters[1:] == _SPACE
    bullets = [text.count("•") for text in texts] if "•" in joined else 0
    ended = np.fromiter([text[-1] in _ENDS for text in texts], np.float32, size)
    totals = Counter(texts)
    copies = np.zeros(size)
    if len(totals) < size:
        seen: dict[str, int] = {}
        for i, text in enumerate(texts):
            copies[i] = seen.get(text, 0)
            seen[text] = seen.get(text, 0) + 1
    rows: dict[str, Any] = {
        "chars": sizes,
        "words": between(starts, bounds),
        "commas": counted(characters == _COMMA, bounds),
        "sentences": counted(stops, bounds) + ended,
        "ended": ended,
        "colon": [text[-1] == ":" for text in texts],
        "stops": between(stop_words_among(characters, starts, lengths), bounds),
        "digits": between(numbers, bounds),
        "capital": [text[0].isupper() or (text[0] > "\u0590" and text[0].isalpha()) for text in texts],
        "capitals": [text[:80].isupper() for text in texts],
        "kind": [KIND_NUMBERS[kind_of(text)] if len(text) <= 160 else 0 for text in texts],
        "copies": 1 if len(totals) == size else list(map(totals.__getitem__, texts)),
        "copy": copies,
        "titled": _titled(texts, title) if title else 0,
        "bodied": [text[:80] in body for text in texts] if body else -1,
        "bars": counted((characters == _BAR) | (characters == _DOT), bounds) + bullets,
        "address": ["@" in text or "http" in text.lower() for text in texts]
        if b"@" in lowered or b"http" in lowered
        else 0,
        "copyright": np.minimum(counted(characters == _COPYRIGHT, bounds), 1),
    }
    for row, values in rows.items():
        table[ROW[row]] = values
    if not joined.isascii():
        add_other_scripts(table, texts, joined)
    chars, words = table[ROW["chars"]], np.maximum(table[ROW["words"]], 1)
    table[ROW["words"]] = words
    links = table[ROW["links"]] = np.array(page.links, dtype=np.float32) / chars
    table[ROW["bold"]] = np.array(page.bold, dtype=np.float32) / chars
    table[ROW["length"]] = chars / words
    stop = table[ROW["stop"]] = table[ROW["stops"]] / words
    long = (words >= _LONG) & (links < 0.4)
    english = float(table[ROW["stops"], long].sum()) >= _ENGLISH * float(words[long].sum())
    if not english:
        stop[:] = np.where(long, _USUAL_STOPS, 0.0)
        table[ROW["stops"]] = stop * words
    table[ROW["prose"]] = np.where(long & (stop > 0.15), words, 0)
    return english


def _titled(texts: list[str], title: str) -> list[float]:
    """Return which share of each block's words the title has; 0 for blocks that are far shorter or longer."""
    wanted = frozenset(title.lower().split())
    low, high = len(title) / 3, 2 * len(title) + 20
    shares = [0.0] * len(texts)
    for i, text in enumerate(texts):
        if low <= len(text) <= high:
            words = text.lower().split()
            shares[i] = sum(map(wanted.__contains__, words)) / len(words)
    return shares


class _Elements:
    """Features of elements, found in one pass from parents to children.

    Attributes:
        own: what the names of an element say, and of those around it that hold the same blocks.
        above: what the names of all elements around it say, too; tag_bits: and their tags.
        wider: the nearest element around it that holds more blocks.
        depth, tag, starts, ends: its depth, its tag's number, and its half-open range of blocks.
        alike: how many siblings have its tag and names; rank: how many of them stand before it.
    """

    def __init__(self, page: Blocks) -> None:
        tags, parents, starts, ends = page.tags, page.parents, page.starts, page.ends
        size = len(tags)
        own = page.groups.copy()
        above = own.copy()
        tag_bits = [ABOVE_BIT.get(tag, 0) for tag in tags]
        wider = parents.copy()
        depth = [0] * size
        rank = [0] * size
        shapes: dict[tuple[int, str, str], int] = {}
        count: list[int] = []
        shape: list[int] = []
        for e, kind in enumerate(zip(parents, tags, page.names, strict=True)):
            number = shapes.setdefault(kind, len(count))
            shape.append(number)
            if number == len(count):
                count.append(1)
            else:
                rank[e] = count[number]
                count[number] += 1
            parent = kind[0]
            if parent < 0:
                continue
            above[e] = above[parent] | above[e] if kind[1] not in _PAGE else above[parent]
            tag_bits[e] |= tag_bits[parent]
            depth[e] = depth[parent] + 1
            if starts[parent] == starts[e] and ends[parent] == ends[e]:
                wider[e] = wider[parent]
                if tags[parent] not in _PAGE:
                    own[e] |= own[parent]
        self.own, self.above, self.tag_bits = np.array(own), np.array(above), np.array(tag_bits)
        self.wider, self.depth, self.rank = np.array(wider), np.array(depth), np.array(rank)
        self.alike = np.array(count)[shape]
        self.tag = np.array([TAG_NUMBER.get(tag, 0) for tag in tags])
        self.starts, self.ends = np.array(starts), np.array(ends)


def _put_names(table: Floats, elements: _Elements, owners: Integers) -> None:
    """Which groups of class names stand at the block, just above it, and anywhere above it; tags likewise."""
    own, wider = elements.own[owners], elements.wider[owners]
    near = own | np.where(wider >= 0, elements.own[wider], 0)
    above = elements.above[owners]
    row = len(OF_WORDS)
    for bits in (own, near, above):
        table[row : row + len(NAMES)] = (bits >> _NAME_BITS) & 1
        row += len(NAMES)
    table[row] = (above & HIDDEN) != 0
    table[row + 1 : row + 1 + len(ABOVE)] = (elements.tag_bits[owners] >> _TAG_BITS) & 1
    first = ROW[f"tag {TAGGED[0]}"]
    table[first : first + len(TAGGED)] = elements.tag[owners] == _TAG_NUMBERS
    table[ROW["depth"]] = elements.depth[owners]


def _put_containers(table: Floats, page: Blocks, elements: _Elements, owners: Integers, declared_words: int) -> None:
    """What the containers of a block hold, level by level, and where the page's prose is densest."""
    size = table.shape[1]
    starts, ends, wider = elements.starts, elements.ends, elements.wider
    words, kind = table[ROW["words"]], table[ROW["kind"]]
    sums = np.zeros((8, size + 1))
    for row, values in enumerate(
        (
            words,
            table[ROW["prose"]],
            table[ROW["links"]] * words,
            table[ROW["ended"]],
            kind > 0,
            kind == _REPLY,
            (words <= 10) & (table[ROW["digits"]] >= 3),
            np.bincount(page.images, minlength=size)[:size] if page.images else 0,
        )
    ):
        sums[row, 1:] = values
    np.cumsum(sums, axis=1, out=sums)
    inside = sums[:, ends] - sums[:, starts]
    total, prose, linked, ended, kinds, replies, dated, images = inside
    count = np.maximum(ends - starts, 1)
    all_words, all_prose = max(sums[0, -1], 1.0), max(sums[1, -1], 1.0)
    least = np.maximum(total, 1.0)
    of_elements = np.stack(
        (
            total,
            total / all_words,
            prose / all_prose,
            prose / least,
            linked / least,
            ended / count,
            kinds / count,
            replies / count,
            dated / count,
            total / declared_words if declared_words else np.full(len(total), -1.0),
            count,
            elements.alike,
            elements.rank,
            images / count,
        )
    ).astype(np.float32)
    order = np.arange(size)
    outwards = np.where(wider >= 0, wider, np.arange(len(wider)))
    levels = [owners]
    for _ in range(LEVELS - 1):
        levels.append(outwards[levels[-1]])
    level = np.stack(levels)
    first, last = ROW[f"0 {OF_CONTAINERS[0]}"], ROW[f"core {CORES[0]}"]
    by_level = table[first:last].reshape(LEVELS, len(OF_CONTAINERS), size)
    by_level[:, :-1] = of_elements[:, level].swapaxes(0, 1)
    by_level[:, -1] = (order - starts[level]) / count[level]
    chosen = [int((prose >= share * all_prose).nonzero()[0][-1]) if sums[1, -1] else 0 for share in CORES]
    low, high = starts[chosen, None], ends[chosen, None]
    by_core = table[last : last + 4 * len(CORES)].reshape(len(CORES), 4, size)
    by_core[:, 0] = np.minimum(order - low, 0) + np.maximum(order - high + 1, 0)
    by_core[:, 1] = (order - low) / np.maximum(high - low, 1)
    by_core[:, 2] = count[chosen, None] / size
    by_core[:, 3] = table[ROW["depth"]] - elements.depth[chosen, None]


def _put_places(table: Floats, tag: Integers, declared_words: int) -> None:
    """Where a block stands on the page: from its ends, its headline, the heading before it and the longest prose."""
    size = table.shape[1]
    order = np.arange(size, dtype=np.float32)
    words, kind, titled = (table[ROW[name]] for name in ("words", "kind", "titled"))
    total = max(float(words.sum()), 1.0)
    prose = np.cumsum(table[ROW["prose"]])
    heads = np.flatnonzero(tag == _HEADINGS[0])
    if len(heads):
        best = int(heads[np.argmax(titled[heads])])
    else:
        matches = np.flatnonzero((titled >= 0.8) & (words >= 3))
        best = int(matches[-1]) if len(matches) else -1
    since = prose - prose[best] if best >= 0 else prose
    heading = (tag >= _HEADINGS[0]) & (tag <= _HEADINGS[-1])  # their numbers follow each other
    last = np.maximum.accumulate(np.where(heading, order, -1)).astype(int)
    telling = np.maximum.accumulate(np.where((kind > 0) & (kind < _TELLING), order, -1)).astype(int)
    row = ROW[OF_PLACES[0]]
    for values in (
        order,
        size - order,
        order / size,
        (np.cumsum(words) - words) / total,
        (prose - table[ROW["prose"]]) / max(float(prose[-1]), 1.0),
        total,
        prose[-1],
        size,
        order - best if best >= 0 else -_NOWHERE,
        since,
        since / declared_words if declared_words else -1,
        heading,
        order - last,
        np.where(last >= 0, kind[last], -1),
        order - telling,
        np.where(telling >= 0, kind[telling], -1),
        *_to_prose(table[ROW["prose"]]),
    ):
        table[row] = values
        row += 1


def _to_prose(prose: Floats) -> tuple[Any, Any]:
    """Return how many blocks lie from each to the next and from the last block of prose."""
    found = np.flatnonzero(prose > 0)
    if not len(found):
        return _NOWHERE, _NOWHERE
    order = np.arange(len(prose))
    at = np.searchsorted(found, order, side="left")
    return found[np.minimum(at, len(found) - 1)] - order, order - found[np.maximum(at - 1, 0)]
