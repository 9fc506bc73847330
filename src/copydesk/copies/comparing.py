"""One record beside another: relation, direction, alterations."""

from copydesk.copies.changes.alterations import alterations
from copydesk.copies.pairing.credits import label
from copydesk.copies.pairing.direction import direction
from copydesk.copies.pairing.relation import measure, relation
from copydesk.copies.texts.align import Alignment, align
from copydesk.copies.texts.view import View, view
from copydesk.copies.types import Comparison, Match
from copydesk.pages import Failure
from copydesk.records import Record

_USED = ("entities", "times", "attributions")


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
    alignment = align(one, other)
    measures = measure(one, other, alignment)
    forward, evidence, _ = direction(one, other, alignment)
    return Comparison(
        a=a.id,
        b=b.id,
        relation=relation(one, other, measures, forward),
        copied=round(measures.copied, 4),
        kept=round(measures.kept, 4),
        monotony=round(measures.order, 4),
        probability=round(measures.probability, 4),
        forward=round(forward, 4),
        evidence=evidence,
        matches=_matches(one, other, alignment),
        alterations=alterations(one, other, alignment),
        lacking=lacking(one, other),
    )


def _matches(a: View, b: View, alignment: Alignment) -> tuple[Match, ...]:
    return tuple(
        Match(
            a=(a.sentences[link.a[0]].span[0], a.sentences[link.a[-1]].span[1]),
            b=(b.sentences[link.b[0]].span[0], b.sentences[link.b[-1]].span[1]),
            similarity=round(min(link.similarity, 1.0), 4),
        )
        for link in alignment.links
    )


def lacking(*views: View) -> tuple[str, ...]:
    """Return what the views' records did not hold, in words."""
    found = []
    for one in views:
        missing = [*one.lacking, *(field for field in _USED if one.record.text and not getattr(one.record, field))]
        if missing:
            found.append(f"{', '.join(missing)} of {label(one.record)}")
    return tuple(found)
