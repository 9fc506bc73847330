"""What the alignment of two texts shows: how much of each stands in the other, in which order, with the same facts."""

from collections.abc import Collection
from typing import Final, NamedTuple

import msgspec
import numpy as np

from copydesk.copies.texts.align import Alignment, Mask, SentenceMatch, align, found_in, once
from copydesk.copies.texts.text import OPENING, QUOTED, RUN, Hashes, Numbers, Text
from copydesk.copies.texts.text_words import CAPITAL, CONTENT, NUMBER

VERSION: Final = 1
"""Goes up when the same texts would be given other alignments or measures; stored pairs carry it."""
LEAD: Final = 60
"""Words with which a story opens, masthead included."""


class Measures(msgspec.Struct, frozen=True, array_like=True):
    """What an alignment of A and B shows, each from 0 to 1 (`words` and `told` apart).

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
        told: how many names and numbers aligned sentences have in common.
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
    told: int = 0

    def turned(self) -> "Measures":
        """Return the same from B to A."""
        return msgspec.structs.replace(
            self,
            held=self.found,
            found=self.held,
            kept=self.copied,
            copied=self.kept,
            lead_a=self.lead_b,
            lead_b=self.lead_a,
            verbatim_a=self.verbatim_b,
            verbatim_b=self.verbatim_a,
        )


class AlignedPair(msgspec.Struct, frozen=True):
    """Two texts with the alignment of their sentences and what it shows."""

    links: tuple[SentenceMatch, ...]
    measures: Measures

    @classmethod
    def of(cls, a: Text, b: Text) -> "AlignedPair":
        """Align two texts."""
        alignment = align(a, b)
        return cls(alignment.links, measure(a, b, alignment))

    @classmethod
    def from_bytes(cls, data: bytes) -> "AlignedPair":
        """Return the pair that `to_bytes` wrote."""
        return msgspec.msgpack.decode(data, type=AlignedPair)

    def without(self, a: Text, b: Text, spare_a: Collection[int], spare_b: Collection[int]) -> "AlignedPair":
        """Return the pair without some sentences, which prove nothing; its shares are still of the whole texts."""
        links = tuple(link for link in self.links if not (set(link.a) & set(spare_a) or set(link.b) & set(spare_b)))
        if len(links) == len(self.links):
            return self
        return AlignedPair(
            links, measure(a, b, Alignment(links, a.lengths.astype(np.float64), b.lengths.astype(np.float64)))
        )

    def to_bytes(self) -> bytes:
        """Return the pair as bytes, to be kept."""
        return msgspec.msgpack.encode(self)


FAINT: Final = 0.12
"""Similarity from which sentences may say the same in other words, where whole texts do so in order."""


def followed(a: Text, b: Text) -> tuple[tuple[float, float], float]:
    """Return how much of each text follows the other's sentences in order, however reworded, and how facts agree."""
    alignment = align(a, b, FAINT)
    links = tuple(link for link in alignment.links if link.ordered)
    if not links:
        return (0.0, 0.0), 0.0
    of_a, of_b = _links_of(a, [link.a for link in links]), _links_of(b, [link.b for link in links])
    counts = _counts(_Side.of(a, of_a), _Side.of(b, of_b), len(links))
    return (float((of_a >= 0).mean()), float((of_b >= 0).mean())), counts.facts


def measure(a: Text, b: Text, alignment: Alignment) -> Measures:
    """Return the measures of an alignment."""
    links = alignment.links
    if not links:
        return Measures()
    of_a, of_b = _links_of(a, [link.a for link in links]), _links_of(b, [link.b for link in links])
    inside_a, inside_b = of_a >= 0, of_b >= 0
    free_a, free_b = ((text.kinds & QUOTED) == 0 for text in (a, b))
    told_a, told_b = int((inside_a & free_a).sum()), int((inside_b & free_b).sum())
    weights = np.array([sum(alignment.weight_b[j] for j in link.b) for link in links])
    total = max(float(weights.sum()), 1e-9)
    counts = _counts(_Side.of(a, of_a), _Side.of(b, of_b), len(links))
    runs = once(a.runs()), once(b.runs())
    return Measures(
        held=float(inside_a.mean()),
        found=float(inside_b.mean()),
        kept=counts.kept / a.words,
        copied=counts.copied / b.words,
        cover=max(told_a / max(int(free_a.sum()), 1), told_b / max(int(free_b.sum()), 1)),
        similarity=min(float(weights @ np.array([link.similarity for link in links])) / total, 1.0),
        order=float(weights @ np.array([link.ordered for link in links])) / total,
        plain=counts.plain,
        facts=counts.facts,
        names=_names(a, b),
        numbers=counts.numbers,
        lead_a=float(inside_a[:LEAD].mean()),
        lead_b=float(inside_b[:LEAD].mean()),
        verbatim_a=float(_covered(found_in(a.runs(), runs[1])[0], a.words).mean()),
        verbatim_b=float(_covered(found_in(b.runs(), runs[0])[0], b.words).mean()),
        words=min(told_a, told_b),
        told=counts.told,
    )


def _covered(starts: Mask, words: int) -> Mask:
    """Return which words stand in a run, given the words with which runs start."""
    covered = np.zeros(words, bool)
    for step in range(RUN):
        covered[step : step + len(starts)] |= starts
    return covered


def _links_of(text: Text, rows: list[tuple[int, ...]]) -> Numbers:
    """Return for each word of a text the number of the link that its sentence is in, or -1."""
    found = np.full(text.size, -1, np.int64)
    for number, sentences in enumerate(rows):
        found[list(sentences)] = number
    return np.repeat(found, text.lengths)


def facts_of(text: Text, part: slice = slice(None)) -> Hashes:
    """Return the names and numbers of a text, or of some of its words, each once."""
    kinds = text.kinds[part]
    named = ((kinds & CAPITAL) > 0) & ((kinds & OPENING) == 0) & ((kinds & CONTENT) > 0)
    return once(text.stems[part][named | ((kinds & NUMBER) > 0)])


def _names(a: Text, b: Text) -> float:
    one, other = facts_of(a), facts_of(b)
    return int(found_in(one, other)[0].sum()) / max(min(len(one), len(other)), 1)


class _Side(NamedTuple):
    """The words of one side that stand in links: link above, stem below; all of them, and each once by its sort."""

    words: Hashes
    every: Hashes
    plain: Hashes
    facts: Hashes
    numbers: Hashes

    @classmethod
    def of(cls, text: Text, links: Numbers) -> "_Side":
        inside = links >= 0
        kinds = text.kinds[inside]
        words = (links[inside].astype(np.uint64) << np.uint64(32)) | text.stems[inside]
        content, number = (kinds & CONTENT) > 0, (kinds & NUMBER) > 0
        named = ((kinds & CAPITAL) > 0) & ((kinds & OPENING) == 0) & content
        plain = content & ~number & ~named & ((kinds & QUOTED) == 0)
        return cls(words, once(words), *(once(words[mask]) for mask in (plain, named | number, number)))


class _Counts(NamedTuple):
    kept: int
    copied: int
    plain: float
    facts: float
    numbers: float
    told: int


def _counts(a: _Side, b: _Side, links: int) -> _Counts:
    """Return what the two sides of all links have in common."""

    def by_link(words: Hashes) -> Numbers:
        return np.bincount((words >> np.uint64(32)).astype(np.int64), minlength=links)

    facts_a, facts_b = by_link(a.facts), by_link(b.facts)
    held_a = by_link(a.facts[found_in(a.facts, b.every)[0]])
    held_b = by_link(b.facts[found_in(b.facts, a.every)[0]])
    fewest = np.minimum(facts_a, facts_b)
    shared = np.minimum(np.where(facts_a <= facts_b, held_a, held_b), fewest)
    same = int(found_in(a.numbers, b.numbers)[0].sum())
    other_a = by_link(a.numbers[~found_in(a.numbers, b.every)[0]])
    other_b = by_link(b.numbers[~found_in(b.numbers, a.every)[0]])
    differing = int(np.minimum(other_a, other_b).sum())
    plains = int(np.minimum(by_link(a.plain), by_link(b.plain)).sum())
    return _Counts(
        kept=int(found_in(a.words, b.every)[0].sum()),
        copied=int(found_in(b.words, a.every)[0].sum()),
        plain=int(found_in(a.plain, b.plain)[0].sum()) / max(plains, 1),
        facts=int(shared.sum()) / max(int(fewest.sum()), 1),
        numbers=differing / max(same + differing, 1),
        told=int(shared.sum()),
    )
