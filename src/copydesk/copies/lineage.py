"""Who copied whom: a parent for each page, so that the pages of a story fall into family trees.

As in textual criticism, where witnesses that share an error descend from the one that made it (Maas 1927,
"Textkritik"), the parent is the page from which most was taken with the fewest changes of fact: a change that two
copies share was inherited.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from copydesk.copies.changes.alterations import FACTUAL
from copydesk.copies.pairing.credits import credit, is_own, label, rests_on, same_source
from copydesk.copies.pairing.pairs import Pair
from copydesk.copies.pairing.relation import relation
from copydesk.copies.texts.view import View
from copydesk.copies.types import Alteration, Edge, EdgeKind

CLOSE: Final = 0.12
"""Difference in what was taken within which changes of fact decide between two parents."""
MISSING: Final = "missing:"


def edges(views: Mapping[str, View], pairs: Sequence[Pair]) -> list[Edge]:
    """Return the edges of a story's trees: copies first, then what rests on a source by credit alone."""
    found = _copied(views, pairs)
    parents = {edge.target: edge.source for edge in found}
    known = sorted({view.record.publisher for view in views.values() if view.record.publisher})
    order = _by_time(views)
    for key in order:
        if key not in parents:
            edge = _credited(key, views, parents, known, order)
            if edge:
                found.append(edge)
                parents[key] = edge.source
    return found


def root_of(key: str, parents: Mapping[str, str]) -> str:
    """Return the node that heads the tree in which a node stands."""
    while key in parents:
        key = parents[key]
    return key


def _by_time(views: Mapping[str, View]) -> list[str]:
    def when(key: str) -> tuple[str, str]:
        return views[key].record.told or "~", key

    return sorted(views, key=when)


def _copied(views: Mapping[str, View], pairs: Sequence[Pair]) -> list[Edge]:
    options: dict[str, list[Pair]] = defaultdict(list)
    heads: dict[str, int] = defaultdict(int)
    for pair in pairs:
        if pair.made:
            options[pair.second].append(pair)
            heads[pair.first] += 1
    scored: list[tuple[float, Pair, int | None]] = []
    for rivals in options.values():
        scores = [_score(pair, views, heads) for pair in rivals]
        close = [score >= max(scores) - CLOSE for score in scores]
        for pair, score, near in zip(rivals, scores, close, strict=True):
            changed = len(_factual(views, pair)) if near and sum(close) > 1 else None
            scored.append((score - 0.02 * (changed or 0), pair, changed))
    parents: dict[str, str] = {}
    chosen: list[Edge] = []
    for _, pair, changed in sorted(scored, key=lambda row: (-row[0], row[1].second, row[1].first)):
        if pair.second in parents or root_of(pair.first, parents) == pair.second:
            continue
        parents[pair.second] = pair.first
        chosen.append(_edge(pair, views, changed, rivals=len(options[pair.second])))
    return chosen


def _score(pair: Pair, views: Mapping[str, View], heads: Mapping[str, int]) -> float:
    """Return how good a parent the first page of a pair is for the second."""
    parent, child = views[pair.first].record, views[pair.second].record
    credited = credit(child, [parent.publisher] if parent.publisher else [])
    bonus = 0.05 if same_source(credited, parent.publisher) else 0.0
    return pair.measures.copied + 0.1 * pair.forward + bonus + 0.02 * heads[pair.first] / max(len(views), 1)


def _factual(views: Mapping[str, View], pair: Pair) -> list[Alteration]:
    found = pair.laid.altered(views[pair.first], views[pair.second])
    return [alteration for alteration in found if alteration.kind in FACTUAL]


def _edge(pair: Pair, views: Mapping[str, View], changed: int | None, rivals: int) -> Edge:
    parent, child = views[pair.first], views[pair.second]
    evidence = [*pair.evidence, f"{pair.measures.copied:.0%} of its words, {pair.measures.order:.0%} of them in order"]
    if changed is not None and rivals > 1:
        evidence.append(f"nearest of {rivals} possible parents by what changed")
    return Edge(
        source=pair.first,
        target=pair.second,
        kind=_kind(pair, parent, child),
        copied=round(pair.measures.copied, 4),
        confidence=round(max(pair.forward, 0.5), 4),
        evidence=tuple(evidence),
        changed=len(_factual(views, pair)) if changed is None else changed,
    )


def _kind(pair: Pair, parent: View, child: View) -> EdgeKind:
    days = [(view.record.told or "")[:10] for view in (parent, child)]
    own = same_source(parent.record.publisher, child.record.publisher) and is_own(child.record)
    if own and all(days) and days[0] < days[1]:
        return "follow-up"
    kind = relation(parent, child, pair.measures, pair.forward)
    return "rewrite" if kind == "same-event" or kind == "unrelated" else kind


def _credited(
    key: str,
    views: Mapping[str, View],
    parents: Mapping[str, str],
    known: Sequence[str],
    order: Sequence[str],
) -> Edge | None:
    """Return an edge to the page, or to the missing page, of the source that a page without a parent rests on."""
    record = views[key].record
    own = is_own(record)
    source = credit(record, [name for name in known if not same_source(name, record.publisher)])
    kind: EdgeKind = "copy"
    if own and not (source and not same_source(source, record.publisher)):
        source = record.publisher
        kind = "follow-up"
        reported = rests_on(record, [name for name in known if not same_source(name, record.publisher)])
        if reported:
            source, kind = reported, "report"
    if not source:
        return None
    for other in order:
        page = views[other].record
        if other == key or root_of(other, parents) == key:
            continue
        if same_source(page.publisher, source) and is_own(page):
            found: EdgeKind = "follow-up" if kind == "follow-up" else "report"
            why = f"another story of {source}" if kind == "follow-up" else f"rests on {label(page)}"
            return Edge(source=other, target=key, kind=found, copied=0.0, confidence=0.7, evidence=(why,))
    if own:
        return None
    return Edge(
        source=MISSING + source,
        target=key,
        kind="copy",
        copied=0.0,
        confidence=0.9,
        evidence=(f"credits {source}, whose page is not here",),
    )
