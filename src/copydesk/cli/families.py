"""A story on the screen: its families of copies as trees, and what each source alone reports."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from copydesk.cli.options import short
from copydesk.cli.screen import printable, shorten
from copydesk.copies import Family, Node, Story

HOW = {
    "original": "original",
    "copy": "copy",
    "rewrite": "rewritten",
    "follow-up": "follow-up",
    "report": "rests on it",
    "missing": "credited, not among the pages",
}
ROOM = 82
"""Columns for a line of a tree, its branches apart."""
COLOURS = {"original": "bold green", "missing": "bold red", "copy": "cyan", "rewrite": "yellow"}


def show_story(story: Story, screen: Console, *, ids: bool = False) -> None:
    """Print a story: its figures, a tree a family, what each independent source alone reports.

    With `ids` each page is named by its id, which other commands take, instead of its headline.
    """
    figures = f"{count(len(story.pages), 'page')}, {count(story.independent, 'independent source')}"
    screen.print(Text.assemble((printable(story.title), "headline"), "\n", (figures, "bold magenta")))
    for family in story.families:
        screen.print(_tree(story, family, ids))
    for line in _alone(story):
        screen.print(line)


def count(number: int, word: str) -> str:
    """Return a number and what it counts, in the plural where it should be."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _tree(story: Story, family: Family, ids: bool) -> Tree:
    nodes = {node.id: node for node in story.nodes}
    changed = {edge.target: edge for edge in story.edges}
    branches: dict[str, Tree] = {}
    root = Tree(_line(nodes[family.members[0]], story, ids), guide_style="dim")
    branches[family.members[0]] = root
    waiting = list(family.members[1:])
    while waiting:
        ready = [key for key in waiting if changed[key].source in branches]
        if not ready:
            break
        for key in ready:
            branches[key] = branches[changed[key].source].add(_line(nodes[key], story, ids))
        waiting = [key for key in waiting if key not in branches]
    return root


def _line(node: Node, story: Story, ids: bool) -> Text:
    edge = next((edge for edge in story.edges if edge.target == node.id), None)
    facts = [HOW[node.kind]]
    if edge and edge.copied:
        facts.append(f"{edge.copied:.0%}")
    if edge and edge.changed:
        facts.append(f"{count(edge.changed, 'fact')} changed")
    if node.published:
        facts.append(node.published[:10])
    label = printable(node.label or node.id[:12])
    room = ROOM - len(label) - len(" · ".join(facts))
    if ids and node.kind != "missing":
        tail = f"  {short(node.id)}"
    else:
        tail = f"  {printable(shorten(node.title, room))}" if node.title and room > 12 else ""
    return Text.assemble((label, COLOURS.get(node.kind, "blue")), f"  {' · '.join(facts)}", (tail, "dim"))


def _alone(story: Story) -> Iterator[Text]:
    for family in story.families:
        for number, sole in enumerate(family.alone[:3]):
            if number == 0:
                yield Text(f"Only {printable(family.source)} reports:", "masthead")
            yield Text(f"  {printable(shorten(sole.text, 94))}")
        if len(family.alone) > 3:
            yield Text(f"  and {count(len(family.alone) - 3, 'more sentence')} (--json has them all)", "dim")
