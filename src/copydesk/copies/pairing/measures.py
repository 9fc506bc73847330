"""What the alignment of two texts shows: how much of each stands in the other, in which order, with the same facts."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np

from copydesk.copies.texts.align import Alignment, align
from copydesk.copies.texts.text import OPENING, QUOTED, RUN, Hashes, Numbers, Text
from copydesk.copies.texts.words import CAPITAL, CONTENT, NUMBER

LEAD: Final = 60
"""Words with which a story opens, masthead included."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What an alignment of A and B shows, each from 0 to 1 (`words` and `numbers` apart).

    Attributes:
        held: share of A's words in aligned sentences; `found`: of B's.
        kept: share of A's words that stand in the aligned sentence of B too; `copied`: of B's in A's.
        cover: share of the words outside quotations in aligned sentences, of the text where it is greater.
        similarity: mean similarity of aligned sentences, by their weight.
        order: share of them that keep the order.
        plain: share of ordinary words outside quotations that aligned sentences have in common.
        facts: share of the names and numbers of the aligned sentence that has fewer which the other holds too.
        names: share of the names and numbers of the text with fewer that the other holds, anywhere.
        numbers: of the numbers in aligned sentences, the share that differs.
        lead_a: share of A's opening words in aligned sentences; `lead_b`: of B's.
        verbatim_a: share of A's words in runs of four that B has too; `verbatim_b`: of B's.
        words: words outside quotations in aligned sentences, of the side with fewer.
    """

    held: float = 0.0
    found: float = 0.0
    kept: float = 0.0
    copied: float = 0.0
    cover: float = 0.0
    similarity: float = 0.0
    order: float = 0.0
    plain: float = 0.0
    facts: float = 0.0
    names: float = 0.0
    numbers: float = 0.0
    lead_a: float = 0.0
    lead_b: float = 0.0
    verbatim_a: float = 0.0
    verbatim_b: float = 0.0
    words: int = 0


class AlignedPair:
    """Two texts with the alignment of their sentences and what it shows."""

    __slots__ = ("alignment", "measures")

    def __init__(self, a: Text, b: Text) -> None:
        self.alignment = align(a, b)
        self.measures = measure(a, b, self.alignment)


def verbatim(a: Text, b: Text) -> tuple[np.ndarray[tuple[int], np.dtype[np.bool_]], ...]:
    """Return for each text which of its words stand in a run of four that the other has too."""
    runs = a.runs(), b.runs()
    return tuple(_covered(np.isin(x, y), text.words) for x, y, text in ((*runs, a), (*runs[::-1], b)))


def _covered(starts: np.ndarray[tuple[int], np.dtype[np.bool_]], words: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    covered = np.zeros(words, bool)
    for step in range(RUN):
        covered[step : step + len(starts)] |= starts
    return covered


def measure(a: Text, b: Text, alignment: Alignment) -> Measures:
    """Return the measures of an alignment."""
    links = alignment.links
    if not links:
        return Measures()
    inside_a, inside_b = (_inside(text, [i for link in links for i in rows(link)]) for text, rows in _sides(a, b))
    free_a, free_b = ((text.kinds & QUOTED) == 0 for text in (a, b))
    weights = np.array([sum(alignment.weight_b[j] for j in link.b) for link in links])
    total = max(float(weights.sum()), 1e-9)
    similarity = float(weights @ np.array([link.similarity for link in links])) / total
    ordered = float(weights @ np.array([link.ordered for link in links])) / total
    counts = np.array([_shared(a, b, link.a, link.b) for link in links]).sum(0)
    kept, copied, plain, plains, facts, fewest, same, differing = (int(count) for count in counts)
    run_a, run_b = verbatim(a, b)
    return Measures(
        held=float(inside_a.mean()),
        found=float(inside_b.mean()),
        kept=kept / a.words,
        copied=copied / b.words,
        cover=max(float((inside_a & free_a).sum()) / max(int(free_a.sum()), 1),
                  float((inside_b & free_b).sum()) / max(int(free_b.sum()), 1)),  # fmt: skip
        similarity=min(similarity, 1.0),
        order=ordered,
        plain=plain / max(plains, 1),
        facts=facts / max(fewest, 1),
        names=_names(a, b),
        numbers=differing / max(same + differing, 1),
        lead_a=float(inside_a[:LEAD].mean()),
        lead_b=float(inside_b[:LEAD].mean()),
        verbatim_a=float(run_a.mean()),
        verbatim_b=float(run_b.mean()),
        words=int(min((inside_a & free_a).sum(), (inside_b & free_b).sum())),
    )


def _sides(a: Text, b: Text):
    return (a, lambda link: link.a), (b, lambda link: link.b)


def _inside(text: Text, sentences: list[int]):
    """Return which words of a text stand in some of its sentences."""
    held = np.zeros(text.size, bool)
    held[sentences] = True
    return np.repeat(held, text.lengths)


def facts_of(text: Text) -> Hashes:
    """Return the names and numbers of a text, each once."""
    kinds = text.kinds
    named = ((kinds & CAPITAL) > 0) & ((kinds & OPENING) == 0) & ((kinds & CONTENT) > 0)
    return np.unique(text.stems[named | ((kinds & NUMBER) > 0)])


def _names(a: Text, b: Text) -> float:
    one, other = facts_of(a), facts_of(b)
    return len(np.intersect1d(one, other, assume_unique=True)) / max(min(len(one), len(other)), 1)


def _shared(a: Text, b: Text, rows_a: tuple[int, ...], rows_b: tuple[int, ...]) -> tuple[int, ...]:
    """Return counts of a link.

    Words of A that B has, words of B that A has; ordinary words in common and of the side with fewer; names and numbers
    likewise; numbers in common and numbers that differ.
    """
    one, other = _words(a, rows_a), _words(b, rows_b)
    sets = [({s for s, _ in row}, {s for s, k in row if _plain(k)}, {s for s, k in row if _fact(k)},
             {s for s, k in row if k & NUMBER}) for row in (one, other)]  # fmt: skip
    (all_a, plain_a, fact_a, number_a), (all_b, plain_b, fact_b, number_b) = sets
    only = min(len(number_a - all_b), len(number_b - all_a))
    return (
        sum(s in all_b for s, _ in one),
        sum(s in all_a for s, _ in other),
        len(plain_a & plain_b),
        min(len(plain_a), len(plain_b)),
        len(fact_a & all_b) if len(fact_a) <= len(fact_b) else len(fact_b & all_a),
        min(len(fact_a), len(fact_b)),
        len(number_a & number_b),
        only,
    )


def _words(text: Text, sentences: tuple[int, ...]) -> list[tuple[int, int]]:
    start, end = int(text.bounds[sentences[0]]), int(text.bounds[sentences[-1] + 1])
    return list(zip(text.stems[start:end].tolist(), text.kinds[start:end].tolist(), strict=True))


def _plain(kind: int) -> bool:
    return bool(kind & CONTENT) and not kind & (NUMBER | QUOTED) and (not kind & CAPITAL or bool(kind & OPENING))


def _fact(kind: int) -> bool:
    return bool(kind & NUMBER) or (bool(kind & CAPITAL) and not kind & OPENING and bool(kind & CONTENT))
