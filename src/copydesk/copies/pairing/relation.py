"""Was one text made from the other? Measures of an alignment, and the odds that they give.

Two reports of one event share names, figures and quotations. A copy shares the sentences, in order, and inside them the
ordinary words between the names. The measures look at those, outside quotation marks; a logistic regression fitted on
the tuning side of the copy benchmark (`training/copies.py`) weighs them.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from copydesk.copies.texts.align import Alignment, Link
from copydesk.copies.texts.facts import same_event
from copydesk.copies.texts.view import Pairs, View
from copydesk.copies.types import Relation

WEIGHTS: Final = (4.44, 0.714, 4.513, 2.182)
BIAS: Final = -6.404
VERBATIM: Final = 0.8
"""Mean similarity of aligned sentences from which a copy is no rewrite."""
MADE: Final = 0.4
"""Probability from which one text is held to be made from the other."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What an alignment of A and B shows, each from 0 to 1 (`size` apart).

    Attributes:
        held: share of A's words in aligned sentences.
        found: share of B's words in aligned sentences.
        kept: share of A's words that stand in the aligned sentence of B too.
        copied: share of B's words that stand in the aligned sentence of A too.
        cover: the same share for the text of which more is found in the other, outside quotations.
        similarity: mean similarity of aligned sentences, by weight.
        order: share of them that keep the order.
        plain: share of ordinary words outside quotations that aligned sentences have in common.
        pairs: share of neighbouring ordinary words outside quotations that they have in common.
        run: share of links that follow the link before.
        size: log of the number of aligned words outside quotations.
    """

    held: float = 0.0
    found: float = 0.0
    kept: float = 0.0
    copied: float = 0.0
    cover: float = 0.0
    similarity: float = 0.0
    order: float = 0.0
    plain: float = 0.0
    pairs: float = 0.0
    run: float = 0.0
    size: float = 0.0

    def features(self) -> tuple[float, ...]:
        """Return the numbers that the regression weighs (the others say nothing beyond what alignment took in)."""
        return self.cover, self.size, min(self.held, self.found), self.cover * self.plain

    @property
    def probability(self) -> float:
        """How likely it is that one text was made from the other."""
        logit = BIAS + sum(w * x for w, x in zip(WEIGHTS, self.features(), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def measure(a: View, b: View, alignment: Alignment) -> Measures:
    """Return the measures of an alignment."""
    links = alignment.links
    if not links:
        return Measures()
    sides = [[a.sentences[i] for link in links for i in link.a], [b.sentences[j] for link in links for j in link.b]]
    taken = [sum(len(s.tokens) for s in side) for side in sides]
    free = [sum(s.unquoted for s in side) for side in sides]
    weights = [sum(alignment.weight_b[j] for j in link.b) for link in links]
    total = sum(weights)
    counts = [_shared(a, b, link) for link in links]
    plain, all_plain, pairs, all_pairs = (sum(row[i] for row in counts) for i in range(4))
    followed = sum(1 for x, y in pairwise(links) if 0 < y.b[0] - x.b[-1] <= 2 and 0 < y.a[0] - x.a[-1] <= 2)
    return Measures(
        held=taken[0] / a.words,
        found=taken[1] / b.words,
        kept=sum(row[4] for row in counts) / a.words,
        copied=sum(row[5] for row in counts) / b.words,
        cover=max(free[0] / max(a.unquoted, 1), free[1] / max(b.unquoted, 1)),
        similarity=float(sum(w * link.similarity for w, link in zip(weights, links, strict=True)) / total),
        order=float(sum(w for w, link in zip(weights, links, strict=True) if link.ordered) / total),
        plain=plain / max(all_plain, 1),
        pairs=pairs / max(all_pairs, 1),
        run=followed / len(links),
        size=math.log1p(min(free)),
    )


def relation(a: View, b: View, measures: Measures, forward: float) -> Relation:
    """Return what two texts are to each other."""
    if measures.probability < MADE:
        return "same-event" if same_event(a, b) else "unrelated"
    if forward >= 0.5 and measures.kept >= 0.5 and measures.copied <= 0.65:
        return "follow-up"
    return "copy" if measures.similarity >= VERBATIM else "rewrite"


def _shared(a: View, b: View, link: Link) -> tuple[int, int, int, int, int, int]:
    """Return how many ordinary words, and pairs of them, a link's sides share and could share; their words alike."""
    rows = [
        [t.stem for i in link.a for t in a.sentences[i].tokens],
        [t.stem for j in link.b for t in b.sentences[j].tokens],
    ]
    common = set(rows[0]) & set(rows[1])
    plain: list[frozenset[str]] = []
    pairs: list[Pairs] = []
    for view, numbers in ((a, link.a), (b, link.b)):
        plain.append(frozenset().union(*(view.sentences[i].plain for i in numbers)))
        pairs.append(frozenset().union(*(view.sentences[i].pairs for i in numbers)))
    return (
        len(plain[0] & plain[1]),
        min(len(plain[0]), len(plain[1])),
        len(pairs[0] & pairs[1]),
        min(len(pairs[0]), len(pairs[1])),
        sum(stem in common for stem in rows[0]),
        sum(stem in common for stem in rows[1]),
    )
