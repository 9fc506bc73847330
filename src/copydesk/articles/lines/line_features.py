"""What is known of each line of text without markup: its words, its place, what stands about it and what repeats."""

import re
from collections import Counter
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.articles.paragraphs import word_count
from copydesk.articles.scorer.furniture_kinds import KIND_NUMBERS, kind_of
from copydesk.english.calendar import MONTH_NUMBERS
from copydesk.english.function_words import COMMONEST
from copydesk.english.line_words import GROUPS

Floats: TypeAlias = npt.NDArray[np.float32]
Columns: TypeAlias = dict[str, npt.NDArray[Any]]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GROUP_OF: Final = {word: name for name, words in GROUPS.items() for word in words.split()}
_GROUPS: Final = tuple(GROUPS)
_OWN: Final = (
    "chars", "words", "commas", "sentences", "ended", "colon", "question", "exclaims", "stops", "digits", "capital",
    "shout", "title", "kind", "copies", "copy", "bars", "address", "money", "month", "clock", "item", "quote", "topic",
)  # fmt: skip
_CLOCK: Final = re.compile(r"\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b")
_MONEY: Final = re.compile(r"[$€£%]|\b(?:USD|EUR)\b")
_ITEM: Final = re.compile(r"(?:\d{1,3}[.)\s]|[•·▪►✓✔–—*-])")
_SHAPE: Final = re.compile(r"\d+|[A-Z][^\W\d_]*|[a-z]+|[^\w\s]")
_PROSE: Final = 8  # words of a line from which on it is prose
_ENGLISH: Final = 0.12  # share of English stop words in long lines from which on a text is in English
_USUAL_STOPS: Final = 0.4  # and the share that English prose has
_SAMPLE, _MANY = 300, 300  # characters of a line and lines that are looked at for the language
_ENDS: Final = frozenset('.!?…"”’)。！？」』؟।۔')
COSTS: Final = (12.0, 40.0)  # words that a line without prose costs a stretch of story


def line_features(lines: list[str], *, english: bool = True) -> Columns:
    """Return the features of lines, one column a name, all of equal length.

    Args:
        lines: at least one.
        english: whether they are in English; else what counts English words is filled with what English prose has.
    """
    columns = _own(lines, english=english)
    _add_runs(columns)
    _add_places(columns)
    _add_kinds(columns)
    return columns


def are_english(lines: list[str]) -> bool:
    """Tell whether the long ones among lines have as many of English's commonest words as English has."""
    long = [line[:_SAMPLE].lower() for line in lines if word_count(line[:_SAMPLE]) >= _PROSE][:_MANY]
    words = [word for line in long for word in _WORD.findall(line)]
    return sum(map(COMMONEST.__contains__, words)) >= _ENGLISH * len(words)


def _own(lines: list[str], *, english: bool) -> Columns:
    """Features of each line's own words."""
    totals = Counter(line.lower() for line in lines)
    seen: Counter[str] = Counter()
    tokens = [_WORD.findall(line[:2000]) for line in lines]
    lower = [[word.lower() for word in words] for words in tokens]
    spoken = Counter(
        word
        for words in lower
        if len(words) >= _PROSE and sum(map(COMMONEST.__contains__, words)) > 0.15 * len(words)
        for word in frozenset(words)
    )
    rows: list[tuple[float, ...]] = []
    groups: list[list[int]] = []
    shapes: list[str] = []
    for line, words, small in zip(lines, tokens, lower, strict=True):
        key = line.lower()
        telling = [word for word in small if word not in COMMONEST and len(word) > 2]
        own = len(words) >= _PROSE
        rows.append(
            (
                len(line),
                max(1, line.count(" ") + 1),
                line.count(","),
                line.count(". ") + line.count("? ") + line.count("! ") + (line[-1] in _ENDS),
                line[-1] in _ENDS,
                line[-1] == ":",
                line[-1] == "?",
                line.count("!"),
                sum(map(COMMONEST.__contains__, small)),
                sum(map(str.isdigit, line[:160])),
                line[0].isupper(),
                line[:80].isupper(),
                sum(word[0].isupper() for word in words if len(word) > 3) / max(1, sum(len(w) > 3 for w in words)),
                KIND_NUMBERS[kind_of(line)] if len(line) <= 160 else 0,
                totals[key],
                seen[key],
                sum(map(line.count, "|•·»›/")),
                "@" in line or "http" in key or ".com" in key,
                bool(_MONEY.search(line)),
                any(word in MONTH_NUMBERS for word in small[:12]),
                bool(_CLOCK.search(line)),
                bool(_ITEM.match(line)),
                line[0] in "\"“‘'" or '."' in line or ".”" in line or ",”" in line,
                sum(spoken[word] > own for word in telling) / max(1, len(telling)),
            )
        )
        seen[key] += 1
        groups.append([0] * len(_GROUPS))
        for word in small:
            if (name := _GROUP_OF.get(word)) is not None:
                groups[-1][_GROUPS.index(name)] += 1
        shapes.append(_shape_of(line))
    table = np.array(rows, dtype=np.float32)
    columns: Columns = dict(zip(_OWN, table.T, strict=True))
    counts = np.array(groups, dtype=np.float32)
    for number, name in enumerate(_GROUPS):
        columns[f"of {name}"] = counts[:, number]
        if name in ("i", "you", "we", "they"):
            columns[f"of {name} %"] = counts[:, number] / columns["words"]
    if not english:
        columns["words"] = np.maximum(columns["words"], np.array([word_count(line) for line in lines], np.float32))
        columns["stops"] = np.where(columns["words"] >= _PROSE, _USUAL_STOPS * columns["words"], 0).astype(np.float32)
    columns["length"] = columns["chars"] / columns["words"]
    columns["stop"] = columns["stops"] / columns["words"]
    prose = (columns["words"] >= _PROSE) & (columns["stop"] > 0.15)
    columns["prose"] = np.where(prose, columns["words"], 0).astype(np.float32)
    columns["said"] = np.where(prose & (columns["ended"] > 0), columns["words"], 0).astype(np.float32)
    columns["shape"], columns["period"] = _repeats(shapes)
    return columns


def _shape_of(line: str) -> str:
    """Return the kind of signs a short line is made of, runs of one kind as one (`May 3, 2023` is `Aa9,9`)."""
    if len(line) > 80:
        return ""
    marks = [
        "9" if part[0].isdigit() else "m" if part.lower() in MONTH_NUMBERS else "A" if part[0].isupper() else "a"
        if part[0].isalpha() else part
        for part in _SHAPE.findall(line)
    ]  # fmt: skip
    return "".join(mark for i, mark in enumerate(marks) if i == 0 or mark != marks[i - 1])


def _repeats(shapes: list[str]) -> tuple[Floats, Floats]:
    """Return how many lines near each have its shape, and at what even distance the next of its shape stands."""
    size = len(shapes)
    near = np.zeros(size, dtype=np.float32)
    period = np.zeros(size, dtype=np.float32)
    places: dict[str, list[int]] = {}
    for i, shape in enumerate(shapes):
        if shape:
            places.setdefault(shape, []).append(i)
    for found in places.values():
        at = np.array(found)
        near[at] = np.searchsorted(at, at + 12, side="right") - np.searchsorted(at, at - 12)
        if len(at) > 2:
            gaps = np.diff(at)
            even = np.flatnonzero((gaps[1:] == gaps[:-1]) & (gaps[1:] <= 6))
            for offset in (0, 1, 2):
                period[at[even + offset]] = gaps[even]
    return near, period


def _add_runs(columns: Columns) -> None:
    """How far prose lies before and after a line, and the run of prose or of short lines that it stands in."""
    order = np.arange(len(columns["words"]))
    for name, marked in (
        ("prose", columns["prose"] > 0),
        ("said", columns["said"] > 0),
        ("long", columns["words"] > 25),
    ):
        columns[f"to {name}"], columns[f"from {name}"] = _distances(marked)
    short = columns["prose"] == 0
    edges = np.flatnonzero(np.concatenate(([True], short[1:] != short[:-1], [True])))
    lengths = np.diff(edges)
    columns["run"] = np.repeat(lengths, lengths)
    columns["in run"] = order - np.repeat(edges[:-1], lengths)
    total = np.concatenate(([0.0], np.cumsum(columns["words"], dtype=np.float64)))
    columns["run words"] = np.repeat(total[edges[1:]] - total[edges[:-1]], lengths)


def _distances(marked: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Return how many lines lie from each to the next and from the last marked line, capped where there is none."""
    size = len(marked)
    order = np.arange(size)
    after = np.minimum.accumulate(np.where(marked, order, 9999)[::-1])[::-1]
    before = np.maximum.accumulate(np.where(marked, order, -9999))
    return np.minimum(after - order, 999), np.minimum(order - before, 999)


def _add_places(columns: Columns) -> None:
    """Where a line stands: on the page, in its prose, and towards the stretch that holds most of it."""
    size = len(columns["words"])
    order = np.arange(size)
    total = float(columns["words"].sum()) or 1.0
    prose = np.cumsum(columns["said"], dtype=np.float64)
    columns["order"], columns["from end"], columns["place"] = order, size - order, order / size
    columns["words before"] = (np.cumsum(columns["words"]) - columns["words"]) / total
    columns["prose before"] = (prose - columns["said"]) / max(float(prose[-1]), 1.0)
    columns["page words"] = np.full(size, total)
    columns["page prose"] = np.full(size, prose[-1])
    columns["page lines"] = np.full(size, size)
    for cost in COSTS:
        start, end = densest(np.where(columns["said"] > 0, columns["said"], -cost))
        columns[f"from start {cost:.0f}"], columns[f"to end {cost:.0f}"] = order - start, end - order
        columns[f"inside {cost:.0f}"] = (order >= start) & (order < end)


def densest(values: npt.NDArray[Any]) -> tuple[int, int]:
    """Return the half-open stretch with the greatest sum (Pasternack and Roth 2009, for a story in a page)."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    least = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - least))
    return int(np.argmin(sums[: end + 1])), max(end, 1)


_MARKS: Final = ("comment-form", "share", "related", "subscribe", "copyright", "navigation", "author-bio", "caption")


def _add_kinds(columns: Columns) -> None:
    """How far furniture of each kind stands before and after a line, and how much of it."""
    numbers = {kind: number for kind, number in KIND_NUMBERS.items() if kind}
    for kind in _MARKS:
        marked = columns["kind"] == numbers[kind]
        columns[f"to {kind}"], columns[f"from {kind}"] = _distances(marked)
        columns[f"{kind} before"] = np.cumsum(marked) - marked


def matrix(columns: Columns) -> Floats:
    """Return the columns side by side, in their order."""
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns.values()], axis=1)
