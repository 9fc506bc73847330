"""Records to stories: pages about one event, sorted into families, with the number of texts written independently."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from copydesk.copies.copy_page import TracedPage, page_of
from copydesk.copies.copy_types import MISSING, Edge, ExclusiveSentence, Family, Node, Story
from copydesk.copies.exclusive import exclusive
from copydesk.copies.families import Align, Relations, relate
from copydesk.copies.lineage import FamilyTree, tree
from copydesk.copies.pairing.alignment_measures import AlignedPair
from copydesk.copies.passages import find_passages, shared_sentences
from copydesk.copies.search.event_clusters import clusters
from copydesk.copies.search.near import Neighbourhood, neighbourhoods
from copydesk.copies.search.print_likeness import Matrix, sets_alike
from copydesk.copies.search.prints import Batch, fingerprint
from copydesk.copies.texts.align import once
from copydesk.copies.texts.text import Text
from copydesk.copies.texts.text_words import CONTENT
from copydesk.dates import family_day
from copydesk.records import Record

EVENT: Final = 0.19
"""Mean likeness, in facts and in words, of pages that tell of one event; chosen on ECB+ (training side)."""
ABROAD: Final = 1.3
"""What likeness in facts alone is raised by, where two pages are in different languages: words tell nothing."""
EVENT_DAYS: Final = 4
"""Days between reports of one event."""


def trace(records: Iterable[Record]) -> tuple[Story, ...]:
    """Return the stories that records tell, the one with most pages first; each record is in exactly one.

    Records with the same id count as one page. Nothing is left out: a page that is like no other is a story of its own.
    What is said of some pages does not depend on the order in which they come. Of each record a few kilobytes are kept.
    """
    known: dict[str, TracedPage] = {}
    for record in records:
        if record.id not in known:
            known[record.id] = page_of(record)
    return trace_pages(list(known.values()))


def aligned(a: TracedPage, b: TracedPage) -> AlignedPair:
    """Return the alignment of two pages."""
    return AlignedPair.of(a.text, b.text)


def trace_pages(
    pages: Sequence[TracedPage], align: Align = aligned, prints: Callable[[Sequence[TracedPage]], Batch] | None = None
) -> tuple[Story, ...]:
    """Return the stories of pages, as `trace` does.

    Args:
        pages: the pages, in any order, each once.
        align: aligns two pages; may remember pairs that it aligned before.
        prints: gives the fingerprints of pages, where they are kept; they are made anew, if not given.
    """
    in_order = sorted(pages, key=lambda page: page.id)
    found = neighbourhoods(
        [page.id for page in in_order],
        prints(in_order) if prints else fingerprint([page.plain for page in in_order]),
    )
    stories = [story for near in found for story in stories_of([in_order[i] for i in near.places], near, align)]
    return tuple(sorted(stories, key=lambda story: (-len(story.pages), story.pages)))


def stories_of(pages: Sequence[TracedPage], near: Neighbourhood, align: Align) -> Iterator[Story]:
    """Yield the stories of a neighbourhood: pages of which some may hang together, sorted by id."""
    events = clusters(_likeness(pages, near.alike), EVENT)
    relations = relate(pages, near.alike, near.shared, align)
    by_id = {page.id: page for page in pages}
    for group in _events(pages, events, relations):
        yield _story({id_: by_id[id_] for id_ in group}, relations, by_id)


def _events(pages: Sequence[TracedPage], events: Sequence[int], relations: Relations) -> list[list[str]]:
    """Return the pages of each event: those of one cluster, with all pages of their families."""
    place = {page.id: i for i, page in enumerate(pages)}
    heads = list(range(len(pages)))

    def head(i: int) -> int:
        while heads[i] != i:
            heads[i] = heads[heads[i]]
            i = heads[i]
        return i

    for i, cluster in enumerate(events):
        heads[head(i)] = head(cluster)
    for family in relations.families:
        for id_ in family[1:]:
            heads[head(place[id_])] = head(place[family[0]])
    groups: dict[int, list[str]] = defaultdict(list)
    for i, page in enumerate(pages):
        groups[head(i)].append(page.id)
    return list(groups.values())


def _likeness(pages: Sequence[TracedPage], alike: Matrix) -> Matrix:
    """Return how alike pages are for one event: in facts alone in two languages, and not at all where days lie between.

    Tables of all pages beside all are made once and filled by row: they are the largest thing that tracing holds.
    """
    likeness = event_likeness([page.text for page in pages], alike)
    tongues = np.array([page.language or "" for page in pages])
    days = np.array([_ordinal(page.origin.day) for page in pages])
    for row, facts, tongue, day in zip(likeness, alike, tongues, days, strict=True):
        abroad = (tongues != tongue) & (tongues != "") & (tongue != "")
        np.multiply(facts, np.float32(ABROAD), out=row, where=abroad)
        row[np.abs(days - day) > EVENT_DAYS] = 0  # what is not known is not a number, and not apart
    return likeness


def event_likeness(texts: Sequence[Text], alike: Matrix) -> Matrix:
    """Return how alike texts are for one event: the mean of their likeness in facts and in content words."""
    own = [once(text.stems[(text.kinds & CONTENT) > 0]) for text in texts]
    owners = np.repeat(np.arange(len(own), dtype=np.int32), [len(stems) for stems in own])
    stems, pages = np.concatenate(own), len(own)
    del own
    likeness = sets_alike(stems, owners, pages)
    likeness += alike
    likeness /= np.float32(2)
    return likeness


def _ordinal(day: str | None) -> float:
    try:
        return float(np.datetime64((day or "")[:10], "D").astype(np.int64)) if day else float("nan")
    except ValueError:
        return float("nan")


def _story(pages: Mapping[str, TracedPage], relations: Relations, near: Mapping[str, TracedPage]) -> Story:
    """Return the story of some pages; `near` are all pages of their neighbourhood."""
    in_order = sorted(pages.values(), key=lambda page: page.when)
    links = [link for link in relations.links if link.first in pages]
    inside = dict(relations.aligned.of(pages, both=True))
    members: dict[str, list[str]] = {}
    trees: dict[str, FamilyTree] = {}
    for family in relations.families:
        if family[0] in pages:
            ids = sorted(family, key=lambda id_: pages[id_].when)
            found = tree(pages, ids, links, inside)
            key = found.root if found.root is not None and found.root in pages else ids[0]
            members[key], trees[key] = ids, found
    edges = [edge for key in members for edge in trees[key].edges]
    passages = tuple(find_passages(pages, near, relations, {edge.target: edge.source for edge in edges}))
    alone = exclusive(members, pages, shared_sentences(members, inside))
    families = [
        _family(key, ids, trees[key], pages, alone[key])
        for key, ids in sorted(members.items(), key=lambda item: (-len(item[1]), pages[item[0]].when))
    ]
    place = {page.id: i for i, page in enumerate(in_order)}
    days = sorted(page.origin.day[:10] for page in in_order if page.origin.day)
    lacking = tuple(page.lacking for page in in_order if page.lacking)
    return Story(
        id="story-" + hashlib.sha256(in_order[0].id.encode(errors="surrogatepass")).hexdigest()[:12],
        title=_title(pages, families[0]),
        days=(days[0], days[-1]) if days else (),
        pages=tuple(page.id for page in in_order),
        texts=len(families),
        families=tuple(families),
        nodes=tuple(_nodes(families, pages, edges)),
        edges=tuple(sorted(edges, key=lambda edge: place[edge.target])),
        passages=passages,
        lacking=lacking,
    )


def _family(
    key: str,
    ids: Sequence[str],
    found: FamilyTree,
    pages: Mapping[str, TracedPage],
    alone: tuple[ExclusiveSentence, ...],
) -> Family:
    root = found.root
    first = [root] if root else []
    return Family(
        id=key,
        root=root,
        source=found.agency or pages[root or key].label,
        agency=found.agency,
        members=(*first, *(id_ for id_ in ids if id_ != root)),
        exclusive=alone,
    )


def _title(pages: Mapping[str, TracedPage], family: Family) -> str:
    """Return the headline of a family's root, or of its longest page."""
    if family.root is not None and family.root in pages:
        return pages[family.root].title
    return pages[max(family.members, key=lambda id_: (pages[id_].text.words, id_) if id_ in pages else (0, ""))].title


def _nodes(families: Iterable[Family], pages: Mapping[str, TracedPage], edges: Iterable[Edge]) -> Iterator[Node]:
    kinds = {edge.target: edge.kind for edge in edges}
    for family in families:
        told = family_day(pages[id_].published for id_ in family.members if id_ in pages)
        for id_ in family.members:
            if id_.startswith(MISSING) and id_ not in pages:
                yield Node(id=id_, kind="missing", family=family.id, label=family.source)
                continue
            page = pages[id_]
            yield Node(
                id=id_,
                kind=kinds.get(id_, "original"),
                family=family.id,
                label=page.label,
                title=page.title,
                published=page.published or told,
                published_from="inferred" if told and not page.published else None,
                words=page.text.words,
            )
