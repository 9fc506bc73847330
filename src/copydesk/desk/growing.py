"""Adding pages to a large story without tracing all of it again."""

from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from copydesk.copies import Edge, Family, Node, Story

MISSING: Final = "missing:"


def grown(story: Story, traced: Iterable[Story], fresh: Collection[str]) -> Story:
    """Return a story with new pages in it.

    What stands in the story stays as it is: a new page is put below the page it was made from, or begins a family. A
    new page that is itself the source of pages already there does not become their parent.

    Args:
        story: the story that grows.
        traced: what `trace` says of the new pages together with those pages of the story that they belong to.
        fresh: ids of the new pages.
    """
    nodes = {node.id: node for node in story.nodes}
    families = {family.id: family for family in story.families}
    edges = list(story.edges)
    for part in traced:
        into = {edge.target: edge for edge in part.edges}
        sources = {family.id: family.source for family in part.families}
        for node in part.nodes:
            if node.id in fresh:
                _place(node, {found.id: found for found in part.nodes}, into, sources, nodes, families, edges)
    pages = sorted(
        (key for key in nodes if not key.startswith(MISSING)), key=lambda key: (nodes[key].published or "~", key)
    )
    return msgspec.structs.replace(
        story,
        pages=tuple(pages),
        families=tuple(sorted(families.values(), key=lambda family: -len(family.members))),
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
    )


def _place(
    node: Node,
    traced: dict[str, Node],
    into: dict[str, Edge],
    sources: dict[str, str],
    nodes: dict[str, Node],
    families: dict[str, Family],
    edges: list[Edge],
) -> None:
    """Put a node and, before it, those new ones that it was made from; each is placed once."""
    line = [node]
    while (edge := into.get(line[-1].id)) and edge.source not in nodes and edge.source in traced:
        line.append(traced[edge.source])
    for one in reversed(line):
        if one.id in nodes:
            continue
        edge = into.get(one.id)
        above = nodes.get(edge.source) if edge else None
        key = above.family if above else one.id
        family = families.get(key) or Family(id=key, source=sources.get(one.family, one.label), members=())
        families[key] = msgspec.structs.replace(family, members=(*family.members, one.id))
        nodes[one.id] = msgspec.structs.replace(one, family=key)
        if edge and above:
            edges.append(edge)
