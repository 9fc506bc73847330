"""The one place where the desk asks which pages are one story, and keeps the answer."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.copies import Family, Node, Story
from copydesk.records import Record

UNTITLED = "(no headline)"


def group(connection: sqlite3.Connection, fresh: Sequence[tuple[int, Record]]) -> None:
    """Put new pages into stories, within the caller's transaction. Each page is a story of its own for now."""
    for _, record in fresh:
        _keep(connection, _alone(record))


def _alone(record: Record) -> Story:
    title = record.headline or record.text[:80].split("\n")[0].strip() or UNTITLED
    label = record.publisher or record.agency or record.page.location or ""
    node = Node(id=record.id, kind="original", family=record.id, label=label, title=title)
    family = Family(id=record.id, source=label, members=(record.id,))
    story_id = hashlib.sha256(record.id.encode()).hexdigest()[:12]
    return Story(id=story_id, title=title, pages=(record.id,), families=(family,), nodes=(node,))


def _keep(connection: sqlite3.Connection, story: Story) -> None:
    """Write a story, its pages' places in it and the days it spans."""
    connection.execute(
        "INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?, NULL, NULL, ?)",
        (story.id, story.title, len(story.pages), story.independent, msgspec.json.encode(story).decode()),
    )
    edges = {edge.target: edge for edge in story.edges}
    for node in story.nodes:
        if node.kind == "missing":
            continue
        (page,) = connection.execute("SELECT page FROM pages WHERE id = ?", (node.id,)).fetchone()
        edge = edges.get(node.id)
        made_from = (edge.source, edge.copied, edge.confidence) if edge else (None, None, None)
        connection.execute("UPDATE articles SET story = ? WHERE page = ?", (story.id, page))
        connection.execute(
            "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?)", (page, node.family, node.kind, *made_from)
        )
    connection.execute(
        """UPDATE stories SET (first_day, last_day) =
        (SELECT min(first_day), max(last_day) FROM articles WHERE story = ?1) WHERE story = ?1""",
        (story.id,),
    )


def of_pages(connection: sqlite3.Connection, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each page's number and the id of its story."""
    for page in pages:
        row = connection.execute("SELECT story FROM articles WHERE page = ?", (page,)).fetchone()
        if row and row[0] is not None:
            yield page, row[0]
