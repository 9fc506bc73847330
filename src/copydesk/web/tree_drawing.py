"""A story's family tree as SVG: one row a page, copies indented under what they were made from.

Filled marks are pages on the desk, hollow ones credited texts that nobody has added. Colours come from the page's
stylesheet; the attributes set here are what a picture shows that is looked at alone.
"""

from collections.abc import Callable
from typing import Final

import msgspec
from markupsafe import Markup

from copydesk.copies.copy_types import Edge, Node, Story
from copydesk.web.plain_words import count, day
from copydesk.web.svg import drawing, element, fit, text_width

WIDTH: Final = 920.0
ROW: Final = 54.0
STEP: Final = 34.0
LEFT: Final = 62.0
MAX_ROWS: Final = 200
MAX_DEPTH: Final = 12
INK, QUIET, ACCENT = "#1d1b17", "#625d52", "#a3201c"

LABELS: Final = {
    "original": "",
    "copy": "copy",
    "cut": "cut copy",
    "rewrite": "rewritten",
    "translation": "translated",
    "follow-up": "follow-up",
    "related": "same text, which came first is not known",
    "missing": "credited, not on the desk",
}


class TreeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One node of the tree in reading order: how deep it stands, in which family, and the edge that leads to it."""

    node: Node
    depth: int
    family: int
    edge: Edge | None = None


def rows(story: Story) -> tuple[TreeRow, ...]:
    """Return the nodes of a story, parents before their copies, families in their order."""
    nodes = {node.id: node for node in story.nodes}
    children: dict[str, list[Edge]] = {}
    for edge in story.edges:
        children.setdefault(edge.source, []).append(edge)
    made = {edge.target: edge for edge in story.edges}
    found: list[TreeRow] = []
    seen: set[str] = set()
    for number, family in enumerate(story.families, 1):
        roots = [id_ for id_ in family.members if id_ not in made or made[id_].source not in family.members]
        for root in [*roots, *family.members]:  # the second pass takes in what a broken tree leaves over
            waiting = [(root, 0)]
            while waiting:
                id_, depth = waiting.pop()
                if id_ in seen or id_ not in nodes:
                    continue
                seen.add(id_)
                found.append(TreeRow(node=nodes[id_], depth=depth, family=number, edge=made.get(id_)))
                waiting += [(edge.target, depth + 1) for edge in reversed(children.get(id_, []))]
    return tuple(found)


def tree_svg(story: Story, link: Callable[[str], str] | None = None) -> Markup:
    """Draw a story's family tree.

    Args:
        story: the story; at most 200 of its pages are drawn.
        link: gives the address that a page's row leads to; without it rows are not linked.
    """
    shown = rows(story)[:MAX_ROWS]
    parts: list[Markup] = []
    places: dict[str, tuple[float, float]] = {}
    y, family = 8.0, 0
    for row in shown:
        if row.family != family:
            family, y = row.family, y + (18.0 if family else 0.0)
            parts += _family(story, row.family, y, sum(other.family == family for other in shown))
        x = LEFT + min(row.depth, MAX_DEPTH) * STEP
        places[row.node.id] = (x, y + 20)
        if row.edge and row.edge.source in places:
            parts.append(_edge(row.edge, places[row.edge.source], places[row.node.id]))
        parts.append(_node(row, x, y + 20, link))
        y += ROW
    texts = count(story.texts, "text written independently", "texts written independently")
    title = f"Family tree: {count(len(story.pages), 'page')}, {texts}"
    return drawing(title, WIDTH, y + 4, *parts, identity="tree")


def _family(story: Story, number: int, y: float, size: int) -> list[Markup]:
    bottom = y + size * ROW - 16
    source = fit(story.families[number - 1].source, 12, 300)
    parts = [
        element("rect", x=16, y=y, width=5, height=bottom - y, class_="family-bar", fill=ACCENT),
        element("text", str(number), x=36, y=y + 26, class_="family-number", fill=ACCENT, font_size=20,
                font_weight=700, text_anchor="middle", font_family="Georgia, serif"),
    ]  # fmt: skip
    if number > 1:
        parts.append(element("line", x1=16, y1=y - 16, x2=WIDTH - 8, y2=y - 16, class_="rule", stroke="#d8d2c4"))
    parts.append(element("title", f"Text {number}: {source}"))
    return [element("g", *reversed(parts))]


def _edge(edge: Edge, start: tuple[float, float], end: tuple[float, float]) -> Markup:
    (x1, y1), (x2, y2) = start, end
    path = f"M{x1:.0f} {y1 + 8:.0f} V{y2 - 8:.0f} Q{x1:.0f} {y2:.0f} {x1 + 8:.0f} {y2:.0f} H{x2 - 9:.0f}"
    dashes = {"rewrite": "6 4", "translation": "6 4", "follow-up": "1 4", "related": "2 5"}.get(edge.kind)
    return element("path", d=path, fill="none", stroke=QUIET, stroke_width=1.6, stroke_dasharray=dashes,
                   stroke_linecap="round", class_=f"edge {edge.kind}")  # fmt: skip


def _node(row: TreeRow, x: float, y: float, link: Callable[[str], str] | None) -> Markup:
    node = row.node
    missing = node.kind == "missing"
    mark = element("circle", cx=x, cy=y, r=6.5, stroke=INK, stroke_width=1.8, fill="#ffffff" if missing else INK,
                   stroke_dasharray="3 2.5" if missing else None, class_=f"node {node.kind}")  # fmt: skip
    left = x + 18
    label = fit(node.label or node.title or node.id, 14, 300)
    facts = fit(" · ".join(facts_of(row)), 12.5, WIDTH - left - text_width(label, 15) - 20)
    head = element(
        "text",
        element("tspan", label, font_weight=700, fill=INK, class_="label"),
        element("tspan", facts, dx=10, font_size=12.5, fill=QUIET, class_="facts"),
        x=left, y=y + 1, font_size=14,
    )  # fmt: skip
    title = node.title if node.title and node.title != node.label else ""
    parts = [mark, head]
    if title:
        parts.append(element("text", fit(title, 14.5, WIDTH - left - 10), x=left, y=y + 20, font_size=14.5, fill=INK,
                             font_family="Georgia, serif", class_="headline"))  # fmt: skip
    if link is None or missing:
        return element("g", *parts)
    return element("a", *parts, href=link(node.id))


def facts_of(row: TreeRow) -> list[str]:
    """Return what is known of how a page came about, as short phrases."""
    node, edge = row.node, row.edge
    facts = [LABELS[node.kind]] if LABELS[node.kind] else []
    if edge and edge.copied:
        facts.append(f"{edge.copied:.0%} taken over")
    if node.words:
        facts.append(count(node.words, "word"))
    if node.published:
        facts.append(day(node.published) + (", its family’s day" if node.published_from else ""))
    return facts
