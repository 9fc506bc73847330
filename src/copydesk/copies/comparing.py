"""One record beside another: relation, order, alterations."""

from collections.abc import Sequence
from typing import Final

from copydesk.copies.changes.alterations import alterations
from copydesk.copies.changes.finer_links import refined
from copydesk.copies.copy_page import TracedPage, page_of
from copydesk.copies.copy_types import Alteration, Comparison, Match, Relation
from copydesk.copies.pairing.alignment_measures import FAINT, AlignedPair, followed
from copydesk.copies.pairing.order import order
from copydesk.copies.pairing.relation import kind_of, strong
from copydesk.copies.pairing.translation import translated
from copydesk.copies.search.print_likeness import facts_alike
from copydesk.copies.search.prints import fingerprint
from copydesk.copies.texts.align import SentenceMatch, align
from copydesk.copies.texts.origin import label
from copydesk.copies.texts.view import View, view
from copydesk.pages import Failure
from copydesk.records import Record

EVENT: Final = 0.2
"""Likeness in facts of two pages from which they tell of one event."""
_USED: Final = ("entities", "times", "attributions")


def compare(a: Record | Failure, b: Record | Failure) -> Comparison:
    """Return what became of record `a` on record `b`.

    Works on the records alone: sentences, entities, times and attributions are used where they are, and what stood in
    for those that are not is named in `lacking`.

    Raises:
        CopydeskError: one of them is a page that could not be read, a `Failure`: its error.
    """
    if isinstance(a, Failure):
        raise a.error
    if isinstance(b, Failure):
        raise b.error
    one, other = view(a), view(b)
    pages = page_of(a), page_of(b)
    pair = AlignedPair.of(one.text, other.text)
    told = order(*pages, pair, closely=True)
    m = pair.measures
    return Comparison(
        a=a.id,
        b=b.id,
        relation=_relation(*pages, pair),
        copied=round(m.copied, 4),
        kept=round(m.kept, 4),
        monotony=round(m.order, 4),
        forward=round(told.forward, 4),
        evidence=told.evidence,
        matches=_matches(one, other, pair.links),
        alterations=alterations(one, other, _closely(one, other, pair)),
        lacking=lacking(one, other),
    )


def altered(a: View, b: View) -> tuple[Alteration, ...]:
    """Return what `b` changed of `a`, as `compare` lists it."""
    return alterations(a, b, _closely(a, b, AlignedPair.of(a.text, b.text)))


def _closely(a: View, b: View, pair: AlignedPair) -> tuple[SentenceMatch, ...]:
    """Return which sentences say the same, the reworded ones too where one text follows the other throughout."""
    links, share = pair.links, max(pair.measures.held, pair.measures.found)
    if links and share < WHOLE and min(followed(a.text, b.text)[0]) >= HALF:
        links, share = align(a.text, b.text, FAINT).links, 1.0
    return refined(a, b, links) if share >= SOME else links


WHOLE: Final = 0.7
"""Share of a text in aligned sentences from which no fainter likeness is looked for."""
HALF: Final = 0.5  # share of either text that must follow the other's sentences, however reworded
SOME: Final = 0.3
"""Share of a text in aligned sentences, from which sentences that were left over may be clauses of others."""


def _relation(a: TracedPage, b: TracedPage, pair: AlignedPair) -> Relation:
    if translated(a, b):
        return "translation"
    if strong(a, b, pair.measures):
        kind = kind_of(a, b, pair.measures)
        return "copy" if kind == "related" else kind
    if max(pair.measures.verbatim_a, pair.measures.verbatim_b) >= PASSAGE:
        return "passage"
    alike = float(facts_alike(fingerprint([a.plain, b.plain]), 2)[0, 1])
    return "same-event" if alike >= EVENT else "unrelated"


PASSAGE: Final = 0.1
"""Share of a text in runs of words that the other has, from which it shares a passage."""


def _matches(a: View, b: View, links: Sequence[SentenceMatch]) -> tuple[Match, ...]:
    return tuple(
        Match(
            a=(a.sentences[link.a[0]].span[0], a.sentences[link.a[-1]].span[1]),
            b=(b.sentences[link.b[0]].span[0], b.sentences[link.b[-1]].span[1]),
            similarity=round(min(link.similarity, 1.0), 4),
        )
        for link in links
    )


def lacking(*views: View) -> tuple[str, ...]:
    """Return what the views' records did not hold, in words."""
    found = []
    for one in views:
        missing = [*one.lacking, *(field for field in _USED if one.record.text and not getattr(one.record, field))]
        if missing:
            found.append(f"{', '.join(missing)} of {label(one.record)}")
    return tuple(found)
