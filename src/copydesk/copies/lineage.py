"""Who copied whom: a parent for each page of a family, so that its pages hang in a tree below one text.

The parent is the page from which most was taken as it stands: a change that two pages share was inherited, as
textual criticism has it (Maas 1927, "Textkritik"). Where any page of a family credits an agency, that agency's text is
the root; it is `missing` where its own page is not among them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.copy_types import MISSING, Edge, EdgeKind
from copydesk.copies.families import Link, agency_of_family
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.order import TOLD, Order, order
from copydesk.copies.pairing.relation import kind_of
from copydesk.copies.pairing.translation import facts_from

CLOSELY: Final = 12
"""Pairs of a family whose wording is looked at, where nothing else tells which came first."""
PREFER: Final = 0.2
"""What a sure order weighs beside the share of the words that were taken."""

Aligned = Mapping[tuple[str, str], AlignedPair]


class FamilyTree(NamedTuple):
    """The edges of a family, the agency whose text it is, and its root, where that is known."""

    edges: tuple[Edge, ...]
    agency: str | None
    root: str | None


class _Option(NamedTuple):
    score: float
    parent: str
    child: str
    order: Order
    measures: Measures | None
    why: str


def tree(
    pages: Mapping[str, TracedPage], members: Sequence[str], links: Sequence[Link], aligned: Aligned
) -> FamilyTree:
    """Return how the pages of a family hang together."""
    options = _options(pages, members, links, aligned)
    chosen: dict[str, _Option] = {}
    for option in sorted(options, key=lambda one: (-one.score, one.child, one.parent)):
        if option.child not in chosen and not _above(option.parent, option.child, chosen):
            chosen[option.child] = option
    edges = [_edge(pages, option) for option in chosen.values()]
    heads = [id_ for id_ in sorted(members, key=lambda id_: pages[id_].when) if id_ not in chosen]
    agency = agency_of_family(pages, members) or _rested_on(pages, members)
    if agency is None:
        sure = all(edge.kind != "related" for edge in edges if edge.source in heads)
        return FamilyTree(tuple(edges), None, heads[0] if len(heads) == 1 and sure else None)
    if len(heads) == 1 and _told_of(heads[0], agency, pages, chosen):
        return FamilyTree(tuple(edges), None, heads[0])
    own = [id_ for id_ in heads if pages[id_].origin.own == agency]
    root = own[0] if own else MISSING + agency
    edges += [_from_root(pages[id_], root, agency) for id_ in heads if id_ != root]
    return FamilyTree(tuple(edges), agency, root)


def _told_of(head: str, agency: str, pages: Mapping[str, TracedPage], chosen: Mapping[str, _Option]) -> bool:
    """Whether an agency's own page tells what a body issued: its page is the root, and the agency's comes after it."""
    return pages[head].origin.issuer and any(
        option.parent == head and pages[id_].origin.own == agency and option.order.forward >= TOLD
        for id_, option in chosen.items()
    )


def _above(id_: str, page: str, chosen: Mapping[str, _Option]) -> bool:
    """Whether a page stands above another one, or is it."""
    while id_ != page:
        if id_ not in chosen:
            return False
        id_ = chosen[id_].parent
    return True


def _options(
    pages: Mapping[str, TracedPage], members: Sequence[str], links: Sequence[Link], aligned: Aligned
) -> list[_Option]:
    """Return possible parents: of each linked pair the one that came first, or, not known, the earlier in the list."""
    inside = set(members)
    found = []
    looked = 0
    for link in links:
        if link.first not in inside or link.second not in inside:
            continue
        a, b = pages[link.first], pages[link.second]
        pair = aligned.get((link.first, link.second))
        told = order(a, b, pair)
        if abs(told.forward - 0.5) < TOLD - 0.5 and pair and looked < CLOSELY:
            told = order(a, b, pair, closely=True)
            looked += 1
        back = told.forward < 0.5 or (told.forward == 0.5 and b.when < a.when)
        first, second, told = (b, a, told.turned()) if back else (a, b, told)
        if link.why == "agency":
            first = _latest_before(pages, members, second) or first
            pair = None
        elif link.why == "translation":
            first = _translated_from(pages, members, first, second)
            told = order(first, second, None)
        measures = _turned(pair.measures, back) if pair else None
        copied = measures.copied + measures.verbatim_b if measures and link.why == "text" else sum(link.shares) / 2
        if link.why == "translation":
            copied = facts_from(second, first)
        score = copied / 2 + PREFER * (told.forward - 0.5)
        found.append(_Option(score, first.id, second.id, told, measures, link.why))
    return found


def _latest_before(pages: Mapping[str, TracedPage], members: Sequence[str], page: TracedPage) -> TracedPage | None:
    """Return the latest page of the same agency's own that appeared before a page: what a later story follows up."""
    agency, when = page.origin.agency, page.origin.day
    own = [pages[id_] for id_ in members if pages[id_].origin.own == agency and id_ != page.id]
    before = [one for one in own if when and one.origin.day and one.origin.day < when]
    return max(before, key=lambda one: one.when, default=None)


def _translated_from(
    pages: Mapping[str, TracedPage], members: Sequence[str], first: TracedPage, page: TracedPage
) -> TracedPage:
    """Return the page of a translation's family, in the language of its source, that holds most of its facts."""
    own = [pages[id_] for id_ in members if pages[id_].language == first.language]
    before = [one for one in own if order(one, page, None).forward >= 0.5]
    return min(before, key=lambda one: (-facts_from(page, one), one.when), default=first)


def _turned(m: Measures, back: bool) -> Measures:
    return m.turned() if back else m


def _edge(pages: Mapping[str, TracedPage], option: _Option) -> Edge:
    parent, child = pages[option.parent], pages[option.child]
    m = option.measures
    evidence = [*option.order.evidence]
    kind: EdgeKind = "translation"
    if option.why == "rewriting":
        kind = "rewrite"
        evidence.append("follows its sentences in other words")
    elif option.why == "agency":
        kind = "follow-up"
        evidence.append("same agency, same event")
    elif option.why == "text" and m:
        kind = kind_of(parent, child, m)
        evidence.append(f"{m.copied:.0%} of its words")
    else:
        evidence.append("the same names and numbers in another language")
    forward = option.order.forward
    return Edge(
        source=parent.id,
        target=child.id,
        kind=kind if forward >= TOLD else "related",
        copied=round(m.copied, 4) if m else 0.0,
        confidence=round(max(forward, 0.5), 4),
        evidence=tuple(evidence),
    )


def _rested_on(pages: Mapping[str, TracedPage], members: Sequence[str]) -> str | None:
    """Return the agency to which the sources of a family spoke that names no reporter and no source of its own."""
    origins = [pages[id_].origin for id_ in members]
    if any(o.reporters or o.reported or pages[id_].gathers for o, id_ in zip(origins, members, strict=True)):
        return None
    told = {name for o in origins for name in o.told}
    return told.pop() if len(told) == 1 else None


def _from_root(page: TracedPage, root: str, agency: str) -> Edge:
    credited = agency in page.origin.credited
    if not root.startswith(MISSING):
        why = f"{agency}'s, as the rest of its family"
    elif credited:
        why = f"credits {agency}, whose page is not here"
    elif agency in page.origin.told:
        why = f"its sources spoke to {agency}, whose page is not here"
    else:
        why = f"pages of its family credit {agency}, whose page is not here"
    kind: EdgeKind = "copy" if root.startswith(MISSING) else "follow-up"
    return Edge(
        source=root, target=page.id, kind=kind, copied=0.0, confidence=0.9 if credited else 0.75, evidence=(why,)
    )


def children(edges: Sequence[Edge]) -> dict[str, list[str]]:
    """Return the targets of edges by their sources."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        found[edge.source].append(edge.target)
    return found
