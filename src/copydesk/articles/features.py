"""What is known of each block of a page before any model: words, links, tags, names, place, neighbours, containers."""

import re
from collections import Counter
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.articles.blocks import Blocks
from copydesk.articles.furniture import KIND_NUMBERS, kind_of
from copydesk.articles.vocabulary import NAMES, STOP_WORDS, bits_of

Floats: TypeAlias = npt.NDArray[np.float32]
Columns: TypeAlias = dict[str, npt.NDArray[Any]]

_TAGS_PRINTED: Final = (
    "p div li td tr table h1 h2 h3 h4 h5 h6 blockquote pre figcaption figure section article main aside nav "
    "header footer form ul ol dl dt dd button details summary address center body html fieldset"
)
_TAGS: Final = tuple(_TAGS_PRINTED.split())
_TAG_NUMBER: Final = {tag: number for number, tag in enumerate(_TAGS, 1)}
_ABOVE_PRINTED: Final = (
    "article main aside nav header footer form ul ol table figure figcaption blockquote details section button "
    "a p li h1 h2 h3 h4 dl address label"
)
_ABOVE: Final = tuple(_ABOVE_PRINTED.split())
_ABOVE_BIT: Final = {tag: 1 << bit for bit, tag in enumerate(_ABOVE)}
_DIGIT: Final = re.compile(r"\d")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDS: Final = frozenset('.!?…"”’')
_HIDDEN: Final = 1 << 62
_OF_WORDS_PRINTED: Final = (
    "chars words commas sentences ended colon stops digits capital capitals kind copies copy titled bodied "
    "bars address copyright"
)
_OF_WORDS: Final = tuple(_OF_WORDS_PRINTED.split())
_OF_CONTAINERS: Final = (
    "words", "share", "prose", "purity", "linked", "ended", "kinds", "blocks", "tag", "alike", "images"
)  # fmt: skip
_NAME_BITS: Final = np.arange(len(NAMES))[:, None]
_TAG_BITS: Final = np.arange(len(_ABOVE))[:, None]
LEVELS: Final = 6


def features(page: Blocks, title: str = "", body: str = "") -> Columns:
    """Return the features of a page's blocks, one column a name, all of equal length.

    Args:
        page: its blocks; at least one.
        title: the headline as the page's metadata gives it.
        body: the article's text as its JSON-LD gives it, white space collapsed.
    """
    words = _words(page, title, body)
    columns: Columns = dict(words)
    elements = _elements(page)
    owners = np.asarray(page.owners)
    _add_names(columns, elements, owners)
    _add_containers(columns, page, elements, owners)
    _add_places(columns, page)
    _add_neighbours(columns)
    return columns


def _words(page: Blocks, title: str, body: str) -> Columns:
    """Features of each block's own words."""
    wanted = frozenset(title.lower().split())
    texts = page.texts
    lower = [text.lower() for text in texts]
    split = [text.split() for text in lower]
    counts = list(map(len, split))
    ended = [text[-1] in _ENDS for text in texts]
    totals = Counter(texts)
    copies: list[int] = []
    seen: dict[str, int] = {}
    for text in texts:
        copies.append(seen.get(text, 0))
        seen[text] = copies[-1] + 1
    values: tuple[list[Any], ...] = (
        list(map(len, texts)),
        counts,
        [text.count(",") for text in texts],
        [text.count(". ") + end for text, end in zip(texts, ended, strict=True)],
        ended,
        [text[-1] == ":" for text in texts],
        [len(words) - len([word for word in words if word not in STOP_WORDS]) for words in split],
        [len(_DIGIT.findall(text, 0, 120)) for text in texts],
        [text[0].isupper() for text in texts],
        [text[:80].isupper() for text in texts],
        [KIND_NUMBERS[kind_of(text)] if len(text) <= 160 else 0 for text in texts],
        [totals[text] for text in texts],
        copies,
        [
            len([word for word in words if word in wanted]) / count if count <= 30 and wanted else 0.0
            for words, count in zip(split, counts, strict=True)
        ],
        [text[:80] in body for text in texts] if body else [-1.0] * len(texts),
        [0 if text.isascii() and "|" not in text else sum(map(text.count, "|•·")) for text in texts],
        ["@" in text or "http" in low for text, low in zip(texts, lower, strict=True)],
        ["©" in text for text in texts],
    )
    columns: Columns = {
        name: np.array(column, dtype=np.float32) for name, column in zip(_OF_WORDS, values, strict=True)
    }
    columns["links"] = np.asarray(page.links, dtype=np.float32) / columns["chars"]
    columns["bold"] = np.asarray(page.bold, dtype=np.float32) / columns["chars"]
    columns["length"] = columns["chars"] / columns["words"]
    columns["stop"] = columns["stops"] / columns["words"]
    prose = (columns["words"] >= 8) & (columns["links"] < 0.4) & (columns["stop"] > 0.15)
    columns["prose"] = np.where(prose, columns["words"], 0).astype(np.float32)
    return columns


def _elements(page: Blocks) -> dict[str, npt.NDArray[Any]]:
    """Features of elements, in one pass from parents to children."""
    tags, parents, names, starts, ends = page.tags, page.parents, page.names, page.starts, page.ends
    size = len(tags)
    own = [0] * size
    above = [0] * size
    tag_bits = [0] * size
    wider = [-1] * size
    depth = [0] * size
    shapes: dict[tuple[int, str, str], int] = {}
    shape = [0] * size
    known: dict[str, int] = {"": 0}
    for e, (parent, tag, name) in enumerate(zip(parents, tags, names, strict=True)):
        bits = known.get(name, -1)
        if bits < 0:
            bits = known[name] = bits_of(name)
        if page.hidden[e]:
            bits |= _HIDDEN
        own[e] = bits
        shape[e] = shapes.setdefault((parent, tag, name), e)
        if parent < 0:
            above[e], tag_bits[e] = bits, _ABOVE_BIT.get(tag, 0)
            continue
        above[e] = above[parent] | (bits if tag != "body" and tag != "html" else 0)
        tag_bits[e] = tag_bits[parent] | _ABOVE_BIT.get(tag, 0)
        depth[e] = depth[parent] + 1
        same = starts[parent] == starts[e] and ends[parent] == ends[e]
        wider[e] = wider[parent] if same else parent
        if same:
            own[e] |= own[parent] if tags[parent] not in ("body", "html") else 0
    return {
        "own": np.array(own, dtype=np.int64),
        "above": np.array(above, dtype=np.int64),
        "tag_bits": np.array(tag_bits, dtype=np.int64),
        "wider": np.array(wider),
        "depth": np.array(depth),
        "alike": np.bincount(shape)[shape],
        "tag": np.array([_TAG_NUMBER.get(tag, 0) for tag in tags]),
        "starts": np.array(starts),
        "ends": np.array(ends),
        "images": np.array(page.image_ends) - np.array(page.images),
    }


def _add_names(columns: Columns, elements: Columns, owners: npt.NDArray[Any]) -> None:
    """Which groups of class names stand at the block, just above it, and anywhere above it."""
    own, wider = elements["own"][owners], elements["wider"][owners]
    near = own | np.where(wider >= 0, elements["own"][wider], 0)
    above = elements["above"][owners]
    for where, bits in (("own", own), ("near", near), ("above", above)):
        for name, column in zip(NAMES, (bits >> _NAME_BITS) & 1, strict=True):
            columns[f"{where} {name}"] = column
    columns["hidden"] = (above & _HIDDEN) != 0
    tag_bits = elements["tag_bits"][owners]
    for tag, column in zip(_ABOVE, (tag_bits >> _TAG_BITS) & 1, strict=True):
        columns[f"in {tag}"] = column
    columns["tag"] = elements["tag"][owners]
    columns["depth"] = elements["depth"][owners]


def _add_containers(columns: Columns, page: Blocks, elements: Columns, owners: npt.NDArray[Any]) -> None:
    """What the containers of a block hold, level by level, and where the page's prose is densest."""
    starts, ends, wider = elements["starts"], elements["ends"], elements["wider"]
    sums = {
        name: np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
        for name, values in (
            ("words", columns["words"]),
            ("prose", columns["prose"]),
            ("linked", columns["links"] * columns["words"]),
            ("ended", columns["ended"]),
            ("kinds", columns["kind"] > 0),
        )
    }
    inside = {name: total[ends] - total[starts] for name, total in sums.items()}
    count = np.maximum(ends - starts, 1)
    page_words, page_prose = max(sums["words"][-1], 1.0), max(sums["prose"][-1], 1.0)
    order = np.arange(len(owners))
    words = np.maximum(inside["words"], 1.0)
    table = np.stack(
        (
            inside["words"],
            inside["words"] / page_words,
            inside["prose"] / page_prose,
            inside["prose"] / words,
            inside["linked"] / words,
            inside["ended"] / count,
            inside["kinds"] / count,
            count,
            elements["tag"],
            elements["alike"],
            elements["images"] / count,
        )
    ).astype(np.float32)
    level = owners
    for k in range(LEVELS):
        for name, column in zip(_OF_CONTAINERS, table[:, level], strict=True):
            columns[f"{k} {name}"] = column
        columns[f"{k} at"] = (order - starts[level]) / count[level]
        level = np.where(wider[level] >= 0, wider[level], level)
    for share in (0.4, 0.6, 0.8, 0.9):
        chosen = int(np.flatnonzero(inside["prose"] >= share * page_prose)[-1]) if sums["prose"][-1] else 0
        low, high = starts[chosen], ends[chosen]
        columns[f"core {share}"] = np.where(order < low, order - low, np.where(order >= high, order - high + 1, 0))
        columns[f"core {share} at"] = (order - low) / max(high - low, 1)
        columns[f"core {share} size"] = np.full(len(order), count[chosen] / len(order))
        columns[f"core {share} depth"] = columns["depth"] - elements["depth"][chosen]


def _add_places(columns: Columns, page: Blocks) -> None:
    """Where a block stands on the page: from its ends, its headline, the heading before it and the longest prose."""
    size = len(page.owners)
    order = np.arange(size, dtype=np.float32)
    tags = [page.tags[owner] for owner in page.owners]
    total = max(float(columns["words"].sum()), 1.0)
    prose = np.cumsum(columns["prose"])
    columns["order"] = order
    columns["from end"] = size - order
    columns["place"] = order / size
    columns["words before"] = (np.cumsum(columns["words"]) - columns["words"]) / total
    columns["prose before"] = (prose - columns["prose"]) / max(float(prose[-1]), 1.0)
    columns["page words"] = np.full(size, total)
    columns["page prose"] = np.full(size, prose[-1])
    columns["page blocks"] = np.full(size, size)
    heads = [i for i, tag in enumerate(tags) if tag == "h1"]
    titled = columns["titled"]
    best = max(heads, key=lambda i: (titled[i], -i), default=-1)
    if best < 0:
        matches = np.flatnonzero((titled >= 0.8) & (columns["words"] >= 3))
        best = int(matches[-1]) if len(matches) else -1
    columns["from headline"] = order - best if best >= 0 else np.full(size, -9999.0)
    columns["prose since headline"] = prose - prose[best] if best >= 0 else prose
    heading = np.array([tag in _HEADINGS for tag in tags])
    last = np.maximum.accumulate(np.where(heading, order, -1)).astype(int)
    columns["heading"] = heading
    columns["from heading"] = order - last
    columns["heading kind"] = np.where(last >= 0, columns["kind"][last], -1)
    columns["heading tag"] = np.where(last >= 0, columns["tag"][last], -1)
    marked = np.maximum.accumulate(np.where((columns["kind"] > 0) & (columns["kind"] < 9), order, -1)).astype(int)
    columns["from kind"] = order - marked
    columns["kind before"] = np.where(marked >= 0, columns["kind"][marked], -1)


_NEIGHBOURS: Final = ("words", "links", "stop", "tag", "kind", "ended", "depth", "prose")


def _add_neighbours(columns: Columns) -> None:
    """The same of the blocks before and after, and how much prose lies near."""
    size = len(columns["words"])
    for name in _NEIGHBOURS:
        values = np.asarray(columns[name], dtype=np.float32)
        padded = np.concatenate((np.full(3, -1, np.float32), values, np.full(3, -1, np.float32)))
        for offset in (-2, -1, 1, 2):
            columns[f"{name} {offset:+}"] = padded[3 + offset : 3 + offset + size]
    total = np.concatenate(([0.0], np.cumsum(columns["prose"], dtype=np.float64)))
    order = np.arange(size)
    for reach in (3, 8, 20):
        before = total[order] - total[np.maximum(order - reach, 0)]
        after = total[np.minimum(order + 1 + reach, size)] - total[order + 1]
        columns[f"prose -{reach}"], columns[f"prose +{reach}"] = before, after
    prose = np.flatnonzero(columns["prose"] > 0)
    if len(prose):
        at = np.searchsorted(prose, order, side="left")
        columns["to prose"] = prose[np.minimum(at, len(prose) - 1)] - order
        columns["from prose"] = order - prose[np.maximum(at - 1, 0)]
    else:
        columns["to prose"] = columns["from prose"] = np.full(size, 9999)


def matrix(columns: Columns) -> Floats:
    """Return the columns side by side, in their order."""
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns.values()], axis=1)
