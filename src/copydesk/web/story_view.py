"""The story view: the rows of its table, from the same order as its drawn tree."""

import msgspec

from copydesk.copies.copy_types import Story
from copydesk.web.plain_words import day, short
from copydesk.web.tree_drawing import LABELS, MAX_ROWS, TreeRow, rows


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One page in the story's table, in words; `name` is for choosing it, `parent` the page to compare it with."""

    id: str
    family: int
    first: bool
    depth: int
    missing: bool
    name: str
    label: str
    title: str
    how: str
    why: str
    published: str
    words: str
    parent: str | None


class Alone(msgspec.Struct, frozen=True, kw_only=True):
    """What one family alone reports: its number and source, sentences with their pages, how many more."""

    number: int
    source: str
    pages: int
    sentences: tuple[tuple[str, str], ...]
    more: int


def story_rows(story: Story) -> tuple[StoryRow, ...]:
    """Return the table of a story, parents before their copies; at most as many rows as the tree draws."""
    shown = rows(story)[:MAX_ROWS]
    names = {node.id: node.label or node.title for node in story.nodes}
    missing = {node.id for node in story.nodes if node.kind == "missing"}
    return tuple(
        _row(row, names, missing, first=index == 0 or shown[index - 1].family != row.family)
        for index, row in enumerate(shown)
    )


def _row(row: TreeRow, names: dict[str, str], missing: set[str], *, first: bool) -> StoryRow:
    node, edge = row.node, row.edge
    how = LABELS[node.kind]
    if edge and node.kind != "missing":
        how += (
            f" of {short(names.get(edge.source, ''), 40)}"
            if node.kind in {"copy", "cut", "rewrite", "translation"}
            else ""
        )
        how += f", {edge.copied:.0%} taken over" if edge.copied else ""
    return StoryRow(
        id=node.id,
        family=row.family,
        first=first,
        depth=row.depth,
        missing=node.kind == "missing",
        name=short(": ".join(filter(None, (node.label, node.title))) or node.id, 70),
        label=node.label,
        title=node.title or node.label or node.id,
        how=how,
        why="; ".join(edge.evidence[:3]) if edge else "",
        published=day(node.published) + (" (its family’s)" if node.published_from else "") if node.published else "",
        words=f"{node.words:,}" if node.words else "",
        parent=edge.source if edge and edge.source not in missing else None,
    )


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """What two pages of different families have in common: who has it, from whom or with whom, how many sentences."""

    target: str
    target_name: str
    source: str
    source_name: str
    sentences: int


def passages(story: Story, limit: int = 20) -> tuple[SharedPassage, ...]:
    """Return the passages that pages of different families share, at most so many pairs."""
    names = {node.id: node.label or node.title for node in story.nodes}
    return tuple(
        SharedPassage(
            target=one.target,
            target_name=names[one.target],
            source=one.source,
            source_name=names.get(one.source) or one.label,
            sentences=len(one.spans),
        )
        for one in story.passages[:limit]
    )


def alone(story: Story, limit: int = 8) -> tuple[Alone, ...]:
    """Return what each family alone reports, the first sentences of each."""
    return tuple(
        Alone(
            number=number,
            source=family.source,
            pages=sum(not member.startswith("missing:") for member in family.members),
            sentences=tuple((sole.page, sole.text) for sole in family.exclusive[:limit]),
            more=max(len(family.exclusive) - limit, 0),
        )
        for number, family in enumerate(story.families[:MAX_ROWS], 1)
        if family.exclusive
    )
