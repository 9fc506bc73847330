"""A story on the screen: its families as trees, passages that families share, what each family alone reports."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from copydesk.cli.screen import printable, shorten
from copydesk.cli.shared_options import short
from copydesk.copies import Family, Node, Story

HOW = {
    "original": "",
    "copy": "copy",
    "cut": "cut copy",
    "rewrite": "rewritten",
    "translation": "translated",
    "follow-up": "follow-up",
    "related": "same text, which came first is not known",
    "missing": "credited, not among the pages",
}
PASSAGES = 5
"""Pairs of pages whose shared passages are listed."""
ROOM = 82
"""Columns for a line of a tree, its branches apart."""
COLOURS = {"original": "bold green", "missing": "bold red", "copy": "cyan", "cut": "cyan", "rewrite": "yellow"}


def show_story(story: Story, screen: Console, *, ids: bool = False) -> None:
    """Print a story: its figures, a tree a family, shared passages, what each text alone reports.

    With `ids` each page is named by its id, which other commands take, instead of its headline.
    """
    written = "text written independently" if story.texts == 1 else "texts written independently"
    figures = f"{count(len(story.pages), 'page')}, {story.texts:,} {written}"
    screen.print(Text.assemble((printable(story.title), "headline"), "\n", (figures, "bold magenta")))
    for family in story.families:
        screen.print(_tree(story, family, ids))
    for line in (*_passages(story), *_alone(story)):
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
    facts = [HOW[node.kind]] if HOW[node.kind] else []
    if edge and edge.copied:
        facts.append(f"{edge.copied:.0%}")
    if node.published:
        facts.append(node.published[:10] + (" (its family's day)" if node.published_from else ""))
    label = printable(node.label or node.id[:12])
    room = ROOM - len(label) - len(" · ".join(facts))
    if ids and node.kind != "missing":
        tail = f"  {short(node.id)}"
    else:
        tail = f"  {printable(shorten(node.title, room))}" if node.title and room > 12 else ""
    return Text.assemble((label, COLOURS.get(node.kind, "blue")), f"  {' · '.join(facts)}", (tail, "dim"))


def _passages(story: Story) -> Iterator[Text]:
    names = {node.id: printable(node.label or node.id[:12]) for node in story.nodes}
    for number, passage in enumerate(story.passages[:PASSAGES]):
        if number == 0:
            yield Text("Passages that texts of different families share:", "masthead")
        sentences = count(len(passage.spans), "sentence")
        source = names.get(passage.source) or printable(passage.label)
        yield Text(f"  {names[passage.target]}  has {sentences} in common with  {source}")
    if len(story.passages) > PASSAGES:
        yield Text(f"  and {count(len(story.passages) - PASSAGES, 'more pair')} (--json has them all)", "dim")


def _alone(story: Story) -> Iterator[Text]:
    for family in story.families:
        for number, sole in enumerate(family.exclusive[:3]):
            if number == 0:
                yield Text(f"Only {printable(family.source)} reports:", "masthead")
            yield Text(f"  {printable(shorten(sole.text, 94))}")
        if len(family.exclusive) > 3:
            yield Text(f"  and {count(len(family.exclusive) - 3, 'more sentence')} (--json has them all)", "dim")
