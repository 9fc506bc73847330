"""What a pair of role spans looks like to the scorer: one row of numbers for each candidate and for "none of them"."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from copydesk.reading.attributions.evidence import WEAK_LINK, Floats, Layout, Piece, Pointed

_GAPS: Final = (0, 1, 2, 4, 8, 16, 32)  # words between two runs, in classes
PAIR_NAMES: Final = (
    *(f"gap{gap}.{side}" for side in ("before", "after") for gap in _GAPS),
    "same-sentence.before",
    "same-sentence.after",
    "next-sentence",
    "later-sentence",
    "same-paragraph",
    "next-paragraph",
    "cues-between",
    "sources-between",
    "contents-between",
    "nearest",
    "nearest-before",
    "nearest-after",
    "quotes.out-in",
    "quotes.in-out",
    "quotes.same",
    "quotes.other",
    "score",
    "link",
    "link-best",
    "word.a",
    "word.b",
    "word.a.after",
    "word.b.after",
    "argument",
    "below",
    "below.as-argument",
    "above",
)
NONE_NAMES: Final = ("none", "none.link", "none.best-link", "none.score", "none.word.a", "none.alone", "none.unseen",
              "none.argument")  # fmt: skip
NAMES: Final = PAIR_NAMES + NONE_NAMES
_AT: Final = {name: number for number, name in enumerate(NAMES)}
_TIES: Final = [_AT[name] for name in ("argument", "below", "below.as-argument", "above")]


class Ties(NamedTuple):
    """What the tree and the predicates' arguments say of a span and its candidates.

    `argument` is, for each candidate, the probability that it and the span are a predicate and its argument; `below`,
    whether the lower of the two (the source of a cue, a content) hangs from the other; `relation`, whether it does so
    as a subject or a clause; `above`, whether it is the other way round. `elsewhere` is the probability of an argument
    outside all candidates.
    """

    argument: Sequence[float]
    below: Sequence[bool]
    relation: Sequence[bool]
    above: Sequence[bool]
    elsewhere: float


class Between:
    """Counts, for each role, the spans that begin before each word, to tell how many lie between two places."""

    def __init__(self, roles: Sequence[Sequence[Piece]], words: int) -> None:
        self.counts = []
        for pieces in roles:
            marks = np.zeros(words + 2, dtype=np.int64)
            for piece in pieces:
                marks[piece.first + 1] += 1
            self.counts.append(np.cumsum(marks))

    def __call__(self, first: int, last: int) -> tuple[int, ...]:
        """Return how many spans of each role begin at words `first` to `last` (exclusive)."""
        return tuple(int(count[max(first, last)] - count[first]) for count in self.counts)


def rows(
    one: Piece,
    others: Sequence[Piece],
    layout: Layout,
    between: Between,
    links: Pointed | None,
    marked: tuple[bool, Sequence[bool]],
    ties: Ties,
) -> Floats:
    """Return one row of features for each candidate, and a last one for none of them.

    Args:
        one: the span that looks for its partner.
        others: the candidates.
        layout: where the words stand.
        between: counts of spans between places.
        links: how likely the model finds it that `one` points to each of them, and to none; or None.
        marked: whether `one`, and each candidate, has the property that its role cares for (a cue that takes its source
            after it; a pronoun; a content that is quoted whole; a cue that ends in a colon).
        ties: what the tree and the arguments say of `one` and each of them.
    """
    table = np.zeros((len(others) + 1, len(NAMES)), dtype=np.float32)
    gaps = [_gap(one, other) for other in others]
    before = [g for g, other in zip(gaps, others, strict=True) if other.first < one.first]
    after = [g for g, other in zip(gaps, others, strict=True) if other.first >= one.first]
    here = layout.sentence[one.first], layout.paragraph[one.first], layout.quote[one.first]
    linked = links.to if links else (0.0,) * len(others)
    for columns, values in zip(_TIES, ties[:4], strict=True):
        table[: len(others), columns] = values
    for row, other, gap, link, mark in zip(table, others, gaps, linked, marked[1], strict=False):
        side = "before" if other.first < one.first else "after"
        row[_AT[f"gap{max(g for g in _GAPS if g <= gap)}.{side}"]] = 1
        sentence = abs(int(layout.sentence[other.first] - here[0]))
        paragraph = abs(int(layout.paragraph[other.first] - here[1]))
        if sentence == 0:
            row[_AT[f"same-sentence.{side}"]] = 1
        row[_AT["next-sentence"]] = sentence == 1
        row[_AT["later-sentence"]] = sentence > 1
        row[_AT["same-paragraph"]] = paragraph == 0
        row[_AT["next-paragraph"]] = paragraph == 1
        span = (other.last, one.first) if side == "before" else (one.last, other.first)
        row[_AT["cues-between"] : _AT["cues-between"] + 3] = np.minimum(between(*span), 3)
        row[_AT["nearest"]] = gap == min(gaps)
        row[_AT["nearest-before"]] = side == "before" and gap == min(before)
        row[_AT["nearest-after"]] = side == "after" and gap == min(after)
        there = layout.quote[other.first]
        if there != here[2]:
            name = "quotes.out-in" if not here[2] else "quotes.in-out" if not there else "quotes.other"
            row[_AT[name]] = 1
        elif there:
            row[_AT["quotes.same"]] = 1
        row[_AT["score"]] = other.score
        row[_AT["link"]] = link
        row[_AT["link-best"]] = links is not None and link >= max(linked)
        row[_AT["word.a"]], row[_AT["word.b"]] = marked[0], mark
        row[_AT["word.a.after"]], row[_AT["word.b.after"]] = marked[0] * (side == "after"), mark * (side == "after")
    last = table[-1]
    last[_AT["none"]] = 1
    last[_AT["none.link"]] = links.none if links else 0
    last[_AT["none.best-link"]] = max(linked, default=WEAK_LINK)
    last[_AT["none.score"]] = one.score
    last[_AT["none.word.a"]] = marked[0]
    last[_AT["none.alone"]] = not others
    last[_AT["none.unseen"]] = links is None
    last[_AT["none.argument"]] = ties.elsewhere
    return table


def _gap(one: Piece, other: Piece) -> int:
    return max(0, other.first - one.last, one.first - other.last)
