"""`copydesk trace`: which pages are one story, who copied whom, how many independent sources there are."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from copydesk.copies import Family, Node, Story
    from copydesk.pages import Failure
    from copydesk.records import Record

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


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="Write stories, one JSON object a line.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the largest story into a file.")
@click.option("--published", metavar="DAY", help="Day that relative dates count from: YYYY-MM-DD.")
def trace(sources: tuple[str, ...], as_json: bool, svg: Path | None, published: str | None) -> None:
    """Sort pages into stories: who copied whom, and how many independent sources there are.

    SOURCE is whatever `copydesk read` takes, or a .jsonl file of the records that it wrote. Copies, rewrites and
    follow-ups of one source count as one independent source, whatever their number. Nothing is left out: pages that
    are like no other are counted at the end.

    \b
    Example:
      copydesk trace examples/
      copydesk trace records.jsonl --svg tree.svg
    """
    from copydesk.cli.screen import console, progress
    from copydesk.copies import trace as trace_records
    from copydesk.pages import Failure

    failed, records = 0, []
    for record in progress(_records(sources, published), None, "reading"):
        if isinstance(record, Failure):
            failed += 1
            click.secho(f"copydesk: {record.error}", fg="red", err=True)
        else:
            records.append(record)
    stories = trace_records(records)
    if svg and stories:
        from copydesk.web.tree import tree_svg

        svg.write_text(str(tree_svg(stories[0])), encoding="utf-8")
    if as_json:
        for story in stories:
            click.echo(story.to_json())
    else:
        screen = console()
        shared = [story for story in stories if len(story.pages) > 1]
        for story in shared:
            screen.print(_head(story))
            for family in story.families:
                screen.print(_tree(story, family))
            for line in _alone(story):
                screen.print(line)
            screen.print()
        alone = len(stories) - len(shared)
        if alone:
            screen.print(f"{_count(alone, 'page')} like no other.", style="masthead")
    if failed:
        raise click.exceptions.Exit(1)


def _records(sources: tuple[str, ...], published: str | None) -> "Iterator[Record | Failure]":
    from copydesk.api import read_many
    from copydesk.dates import check_day
    from copydesk.pages import find_sources
    from copydesk.records import FORMAT, from_json

    if published:
        check_day(published, "--published")
    for path in find_sources(sources):
        with_records = False
        if Path(path).suffix == ".jsonl":
            with Path(path).open("rb") as file:
                with_records = f'"{FORMAT}"'.encode() in file.readline()
        if with_records:
            with Path(path).open("rb") as file:
                yield from (from_json(line) for line in file if line.strip())
        else:
            yield from read_many(path, published=published)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _head(story: "Story") -> "Text":
    from rich.text import Text

    from copydesk.cli.screen import printable

    figures = f"{_count(len(story.pages), 'page')}, {_count(story.independent, 'independent source')}"
    return Text.assemble((printable(story.title), "headline"), "\n", (figures, "bold magenta"))


def _tree(story: "Story", family: "Family") -> "Tree":
    from rich.tree import Tree

    nodes = {node.id: node for node in story.nodes}
    changed = {edge.target: edge for edge in story.edges}
    branches: dict[str, Tree] = {}
    root = Tree(_line(nodes[family.members[0]], story), guide_style="dim")
    branches[family.members[0]] = root
    waiting = list(family.members[1:])
    while waiting:
        ready = [key for key in waiting if changed[key].source in branches]
        if not ready:
            break
        for key in ready:
            branches[key] = branches[changed[key].source].add(_line(nodes[key], story))
        waiting = [key for key in waiting if key not in branches]
    return root


def _line(node: "Node", story: "Story") -> "Text":
    from rich.text import Text

    from copydesk.cli.screen import printable, shorten

    edge = next((edge for edge in story.edges if edge.target == node.id), None)
    facts = [HOW[node.kind]]
    if edge and edge.copied:
        facts.append(f"{edge.copied:.0%}")
    if edge and edge.changed:
        facts.append(f"{_count(edge.changed, 'fact')} changed")
    if node.published:
        facts.append(node.published[:10])
    label = printable(node.label or node.id[:12])
    room = ROOM - len(label) - len(" · ".join(facts))
    tail = f"  {printable(shorten(node.title, room))}" if node.title and room > 12 else ""
    return Text.assemble((label, COLOURS.get(node.kind, "blue")), f"  {' · '.join(facts)}", (tail, "dim"))


def _alone(story: "Story") -> "Iterator[Text]":
    from rich.text import Text

    from copydesk.cli.screen import printable, shorten

    for family in story.families:
        for number, sole in enumerate(family.alone[:3]):
            if number == 0:
                yield Text(f"Only {printable(family.source)} reports:", "masthead")
            yield Text(f"  {printable(shorten(sole.text, 94))}")
        if len(family.alone) > 3:
            yield Text(f"  and {_count(len(family.alone) - 3, 'more sentence')} (--json has them all)", "dim")
