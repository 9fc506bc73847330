"""Passages: sentences that a page has from a text that it does not descend from. They join nothing and are shown.

A roundup takes its pieces from many stories, so the text that a passage is from may be in another story than the page.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.copy_types import Passage
from copydesk.copies.families import Relations
from copydesk.copies.pairing.alignment_measures import AlignedPair, facts_of
from copydesk.copies.pairing.order import order
from copydesk.copies.pairing.relation import days_apart
from copydesk.copies.texts.origin import same_source
from copydesk.english.captions import is_caption

ALIKE: Final = 0.6
"""Similarity of sentences that are a passage."""
ABROAD: Final = 0.8
"""The same where the pages are of two stories."""
WORDS: Final = 8
"""Words of such a sentence."""
PASSAGES: Final = 200
"""Passages listed for a story."""

Pairs = Mapping[tuple[str, str], AlignedPair]


def find_passages(
    pages: Mapping[str, TracedPage],
    near: Mapping[str, TracedPage],
    relations: Relations,
    parents: Mapping[str, str],
) -> Iterator[Passage]:
    """Yield the passages of a story's pages, one for each page and family that it has sentences from.

    Of a family's pages the one is named that has most of the words; what a page has from its own parent it has from
    no other.

    Args:
        pages: the story's pages.
        near: all pages of its neighbourhood.
        relations: how these hang together.
        parents: of each page of the story the page that it was made from.
    """
    family_of = {id_: number for number, ids in enumerate(relations.families) for id_ in ids}
    best: dict[tuple[str, int], tuple[int, str, list[int]]] = {}
    for (a, b), pair in relations.aligned.of(pages, both=False):
        if family_of[a] == family_of[b]:
            continue
        back = _takes(near[a], near[b], pair)
        source, target = (b, a) if back else (a, b)
        if target not in pages:
            continue
        rows = _rows(near[target], pair, back, ALIKE if source in pages else ABROAD)
        if source not in pages and not _telling(near[source], near[target], rows):
            continue
        if rows:
            inherited = _inherited(target, parents, relations.aligned)
            rows = [row for row in rows if row not in inherited]
        key = target, family_of[source]
        words = sum(int(near[target].text.lengths[row]) for row in rows)
        if rows and (key not in best or (-words, near[source].when) < (-best[key][0], near[best[key][1]].when)):
            best[key] = words, source, rows
    for (target, _), (_, source, rows) in sorted(best.items(), key=lambda item: (item[1][1], item[0][0]))[:PASSAGES]:
        spans = tuple(near[target].text.span(row) for row in rows)
        yield Passage(source=source, target=target, spans=spans, label=near[source].label)


def shared_sentences(members: Mapping[str, Sequence[str]], pairs: Pairs) -> dict[str, set[int]]:
    """Return for each page the sentences, by number, that a page of another family of its story has too."""
    family_of = {id_: key for key, ids in members.items() for id_ in ids}
    shared: dict[str, set[int]] = defaultdict(set)
    for (a, b), pair in pairs.items():
        if family_of[a] != family_of[b]:
            for link in pair.links:
                shared[a] |= set(link.a)
                shared[b] |= set(link.b)
    return shared


def _rows(page: TracedPage, pair: AlignedPair, back: bool, least: float) -> list[int]:
    """Return the sentences of a page that are a passage, by number."""
    same = sorted({row for link in pair.links if link.similarity >= least for row in (link.a if back else link.b)})
    words = {row: page.plain[slice(*page.text.span(row))] for row in same if page.text.lengths[row] >= WORDS}
    return [row for row in words if not is_caption(words[row])]


def _telling(source: TracedPage, target: TracedPage, rows: Sequence[int]) -> bool:
    """Whether sentences tell that a page took them from another story's: they name something, and not one house twice.

    What a house says again from story to story is its form; a page that gathers pieces of many stories has its own.
    """
    one, other = source.origin.house, target.origin.house
    if one and other and same_source(one, other) and not target.gathers:
        return False
    text = target.text
    return any(len(facts_of(text, slice(int(text.bounds[row]), int(text.bounds[row + 1])))) for row in rows)


def _inherited(page: str, parents: Mapping[str, str], pairs: Pairs) -> set[int]:
    """Return the sentences of a page that its parent has."""
    parent = parents.get(page, page)
    pair = pairs.get((min(page, parent), max(page, parent)))
    return {row for link in pair.links for row in (link.a if page < parent else link.b)} if pair else set()


def _takes(a: TracedPage, b: TracedPage, pair: AlignedPair) -> bool:
    """Whether the first of two pages rather takes from the second: it gathers, or came later."""
    if a.gathers != b.gathers:
        return a.gathers
    if days_apart(a, b):
        return (a.origin.day or "") > (b.origin.day or "")
    forward = order(a, b, pair).forward
    return forward < 0.5 or (forward == 0.5 and b.when < a.when)
