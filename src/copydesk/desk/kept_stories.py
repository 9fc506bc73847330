"""Keeping stories: pages that hang together over neighbours are traced again, from pairs that were aligned once.

What the desk says is what `trace` says of all its pages, whatever the order and the batches in which they came.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from copydesk.copies import Story
from copydesk.copies.comparing import altered
from copydesk.copies.copy_page import TracedPage, page_of
from copydesk.copies.copy_types import MISSING
from copydesk.copies.pairing.alignment_measures import VERSION as PAIRS
from copydesk.copies.pairing.alignment_measures import AlignedPair
from copydesk.copies.search.near import neighbourhood
from copydesk.copies.stories import stories_of
from copydesk.copies.texts.view import View
from copydesk.desk.desk_neighbours import Neighbours
from copydesk.desk.tally import Tally
from copydesk.records import Record, from_json

CHUNK: Final = 200
"""Pages grouped in one transaction, in which other processes cannot write."""
PAGES: Final = 4_000
"""Pages that are kept ready to be compared again, a few kilobytes each."""
UNTITLED: Final = "(no headline)"
_PENDING = "SELECT page, id, text FROM articles JOIN pages USING (page) WHERE story IS NULL ORDER BY page LIMIT ?"
_STORY = """INSERT INTO stories (story, title, pages, texts, json) VALUES (?, ?, ?, ?, ?) ON CONFLICT (story)
    DO UPDATE SET (title, pages, texts, json) = (excluded.title, excluded.pages, excluded.texts, excluded.json)"""
_DAYS = """UPDATE stories SET (first_day, last_day) =
    (SELECT min(first_day), max(last_day) FROM articles WHERE story = ?1) WHERE story = ?1"""
_PLACE = """SELECT story, family, source FROM articles LEFT JOIN copies USING (page) WHERE page = ?"""


class StoryKeeper:
    """Groups the pages of one desk."""

    def __init__(self, connection: sqlite3.Connection, tally: Tally) -> None:
        self._connection = connection
        self._fresh: dict[str, Record] = {}
        self._neighbours = Neighbours(connection)
        self._pages: OrderedDict[int, TracedPage] = OrderedDict()
        self._tally = tally

    def group(self, fresh: Iterable[Record] = ()) -> None:
        """Put every page without a story into one, some at a time; killed between, the rest is done the next time.

        Args:
            fresh: records that were just stored, so that they need not be read again.
        """
        self._fresh = {record.id: record for record in fresh}
        while self._connection.execute(_PENDING, (1,)).fetchone():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._group_some()
                self._tally.write()
                self._connection.execute("COMMIT")
            except BaseException:
                self._tally.clear()
                self._neighbours.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        self._fresh = {}

    def forget(self, page: int, id_: str) -> None:
        """Note that a page will be read anew: it leaves its story, whose other pages are to be grouped again."""
        self._pages.pop(page, None)
        run = self._connection.execute
        story, family = run(
            "SELECT story, family FROM articles LEFT JOIN copies USING (page) WHERE page = ?", (page,)
        ).fetchone()
        run("UPDATE articles SET story = NULL WHERE story = ?", (story,))
        run("DELETE FROM stories WHERE story = ?", (story,))
        self._neighbours.remove(page)
        run("DELETE FROM aligned WHERE other = ?", (page,))
        self._tally.move(page, family, None)
        self._tally.write()

    def _group_some(self) -> None:
        pending = self._connection.execute(_PENDING, (CHUNK,)).fetchall()
        if not pending:
            return  # another process was quicker
        numbers = {page for page, *_ in pending}
        touched = self._neighbours.find(pending) | numbers
        left = "NOT EXISTS (SELECT 1 FROM articles WHERE story = ?1)"
        before: set[str] = set()
        for group in self._neighbours.groups(touched):
            if self._neighbours.changed(group) or not numbers.isdisjoint(group):
                before |= self._stories_of(group)
                self._tell(group)
        for key in before:
            self._connection.execute(f"DELETE FROM stories WHERE story = ?1 AND {left}", (key,))  # noqa: S608

    def _tell(self, group: Sequence[int]) -> None:
        """Keep the stories of a neighbourhood."""
        pages = sorted((self._page(page) for page in group), key=lambda page: page.id)
        number_of = {page.id: self._neighbours.numbers[page.id] for page in pages}
        near = neighbourhood(list(range(len(pages))), self._neighbours.prints(number_of.values()))
        for story in stories_of(pages, near, self._align):
            self._keep(story, number_of)

    def _stories_of(self, pages: Iterable[int]) -> set[str]:
        story = "SELECT story FROM articles WHERE page = ?"
        found = (self._connection.execute(story, (page,)).fetchone() for page in pages)
        return {row[0] for row in found if row and row[0] is not None}

    def _page(self, page: int) -> TracedPage:
        found = self._pages.pop(page, None) or page_of(self._record(page))
        self._pages[page] = found
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        return found

    def _record(self, page: int) -> Record:
        (id_,) = self._connection.execute("SELECT id FROM pages WHERE page = ?", (page,)).fetchone()
        if id_ in self._fresh:
            return self._fresh[id_]
        return from_json(self._connection.execute("SELECT json FROM records WHERE page = ?", (page,)).fetchone()[0])

    def _align(self, a: TracedPage, b: TracedPage) -> AlignedPair:
        """Return the alignment of two pages, from the desk where it was made before."""
        key = self._neighbours.numbers[a.id], self._neighbours.numbers[b.id]
        run = self._connection.execute
        row = run("SELECT version, pair FROM aligned WHERE page = ? AND other = ?", key).fetchone()
        if row and row[0] == PAIRS:
            return AlignedPair.from_bytes(row[1])
        pair = AlignedPair.of(a.text, b.text)
        run("INSERT OR REPLACE INTO aligned VALUES (?, ?, ?, ?)", (*key, PAIRS, pair.to_bytes()))
        return pair

    def _keep(self, story: Story, number_of: dict[str, int]) -> None:
        """Write a story, the places of its pages in it, what each changed of its source, and its days."""
        run = self._connection.execute
        run(_STORY, (story.id, story.title or UNTITLED, len(story.pages), story.texts, story.to_json()))
        edges = {edge.target: edge for edge in story.edges}
        for node in story.nodes:
            if node.id not in number_of:
                continue
            page = number_of[node.id]
            before, family, known = run(_PLACE, (page,)).fetchone()
            if before != story.id:
                run("UPDATE articles SET story = ? WHERE page = ?", (story.id, page))
            self._tally.move(page, family, node.family)
            edge = edges.get(node.id)
            made_from = (edge.source, edge.copied, edge.confidence) if edge else (None, None, None)
            run("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?)", (page, node.family, node.kind, *made_from))
            if made_from[0] != known:
                self._keep_alterations(page, made_from[0], number_of)
            run("DELETE FROM passages WHERE page = ?", (page,))
        for passage in story.passages:
            page = number_of[passage.target]
            text = self._page(page).plain
            rows = [(page, passage.source, start, end, text[start:end]) for start, end in passage.spans]
            self._connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", rows)
        run(_DAYS, (story.id,))

    def _keep_alterations(self, page: int, source: str | None, number_of: dict[str, int]) -> None:
        self._connection.execute("DELETE FROM alterations WHERE page = ?", (page,))
        if source is None or (source.startswith(MISSING) and source not in number_of):
            return  # none, or an original that is only credited
        a, b = (View(self._record(one), self._page(one).text) for one in (number_of[source], page))
        self._connection.executemany(
            "INSERT INTO alterations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (page, source, item.kind, item.weight, item.before, item.after, item.note, *(item.b or (None, None)))
                for item in altered(a, b)
            ],
        )


def of_pages(connection: sqlite3.Connection, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each page's number and the id of its story."""
    for page in pages:
        row = connection.execute("SELECT story FROM articles WHERE page = ?", (page,)).fetchone()
        if row and row[0] is not None:
            yield page, row[0]
