"""Records to stories: pages about one event, sorted into families, with the number of independent sources."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from copydesk.copies.comparing import lacking
from copydesk.copies.independence import alone
from copydesk.copies.lineage import MISSING, edges, root_of
from copydesk.copies.pairing.credits import credit, label
from copydesk.copies.pairing.pairs import Laid, Pair, pairs
from copydesk.copies.texts.furniture import without_furniture
from copydesk.copies.texts.view import View, view
from copydesk.copies.types import Edge, Family, Node, Story
from copydesk.records import Record


def trace(records: Iterable[Record]) -> tuple[Story, ...]:
    """Return the stories that records tell, the one with most pages first; each record is in exactly one.

    Records with the same id count as one page. Nothing is left out: a page that is like no other is a story of its own.
    """
    known: dict[str, Record] = {}
    for record in records:
        known.setdefault(record.id, record)
    return trace_views(view(record) for record in known.values())


def trace_views(views: Iterable[View], lay: Callable[[View, View], Laid] = Laid) -> tuple[Story, ...]:
    """Return the stories of views of different records, as `trace` does; `lay` as in `pairs`."""
    in_order = without_furniture({one.record.id: one for one in sorted(views, key=by_time)})
    return stories(in_order, pairs(in_order, lay))


def by_time(one: View) -> tuple[str, str]:
    """Return what views are sorted by: the earliest first, those without a day last."""
    return _when(one.record) or "~", one.record.id


def stories(views: Mapping[str, View], found: Sequence[Pair]) -> tuple[Story, ...]:
    """Return the stories of some views, by id, of which the related pairs are known."""
    groups = _groups(views, found)
    traced = [_story({key: views[key] for key in group}, found) for group in groups]
    return tuple(sorted(traced, key=lambda story: (-len(story.pages), story.pages)))


def _groups(views: Mapping[str, View], found: Sequence[Pair]) -> list[list[str]]:
    heads = {key: key for key in views}

    def head(key: str) -> str:
        while heads[key] != key:
            heads[key] = heads[heads[key]]
            key = heads[key]
        return key

    for pair in found:
        heads[head(pair.second)] = head(pair.first)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in views:
        groups[head(key)].append(key)
    return list(groups.values())


def _story(views: dict[str, View], found: Sequence[Pair]) -> Story:
    own = [pair for pair in found if pair.first in views and pair.second in views]
    tree = edges(views, own)
    parents = {edge.target: edge.source for edge in tree}
    pages = list(views)
    members: dict[str, list[str]] = defaultdict(list)
    for key in pages:
        members[root_of(key, parents)].append(key)
    sole = alone(members, views, own)
    families = [
        Family(
            id=root,
            source=_source(root, views),
            members=(root, *(key for key in rows if key != root)),
            alone=sole[root],
        )
        for root, rows in sorted(members.items(), key=lambda item: (-len(item[1]), pages.index(item[1][0])))
    ]
    return Story(
        id="story-" + hashlib.sha256(pages[0].encode()).hexdigest()[:12],
        title=_title(views[next(key for key in families[0].members if key in views)].record),
        pages=tuple(pages),
        families=tuple(families),
        nodes=tuple(_nodes(families, views, tree)),
        edges=tuple(sorted(tree, key=lambda edge: _order(edge.target, pages))),
        lacking=lacking(*views.values()),
    )


def _order(key: str, pages: Sequence[str]) -> int:
    return pages.index(key) if key in pages else -1


def _nodes(families: Iterable[Family], views: Mapping[str, View], tree: Iterable[Edge]) -> Iterable[Node]:
    kinds = {edge.target: edge.kind for edge in tree}
    for family in families:
        for key in family.members:
            if key.startswith(MISSING) and key not in views:
                yield Node(id=key, kind="missing", family=family.id, label=family.source)
                continue
            record = views[key].record
            yield Node(
                id=key,
                kind=kinds.get(key, "original"),
                family=family.id,
                label=label(record),
                title=_title(record),
                published=_when(record),
                words=views[key].words,
            )


def _source(root: str, views: Mapping[str, View]) -> str:
    if root.startswith(MISSING) and root not in views:
        return root.removeprefix(MISSING)
    return credit(views[root].record) or label(views[root].record)


def _title(record: Record) -> str:
    return record.headline or " ".join(record.text.split()[:12])


def _when(record: Record) -> str | None:
    return record.told  # a fallback day is no evidence
