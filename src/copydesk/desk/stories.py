"""Keeping stories: pages that hang together over neighbours are traced again, from pairs that were aligned once.

What the desk says is what `trace` says of all its pages, whatever the order and the batches in which they came.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from copydesk.copies import Index, Story
from copydesk.copies.comparing import altered
from copydesk.copies.page import TracedPage, page_of
from copydesk.copies.pairing.measures import VERSION as PAIRS
from copydesk.copies.pairing.measures import AlignedPair
from copydesk.copies.search.likeness import nearness
from copydesk.copies.search.near import LEAST, WHOLE, Rows
from copydesk.copies.search.prints import VERSION, Batch, fingerprint, from_kept
from copydesk.copies.stories import trace_pages
from copydesk.copies.texts.view import View
from copydesk.copies.types import MISSING, Candidate
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
_KEPT = """SELECT page, id, coalesce(version, 0), shingles, facts FROM articles JOIN pages USING (page)
    LEFT JOIN prints USING (page)"""
_STALE = """SELECT page, text FROM articles LEFT JOIN prints USING (page)
    WHERE story IS NOT NULL AND coalesce(version, 0) <> ? ORDER BY page LIMIT ?"""
_TOGETHER = """WITH RECURSIVE reached (page) AS (
        SELECT value FROM json_each(?) UNION SELECT other FROM neighbours JOIN reached USING (page))
    SELECT page FROM reached"""


class StoryKeeper:
    """Groups the pages of one desk, with an index of them that is filled when the first page is grouped."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fresh: dict[str, Record] = {}
        self._index = Index()
        self._numbers: dict[str, int] = {}  # of the pages in the index, by id
        self._seen = 0
        self._pages: OrderedDict[int, TracedPage] = OrderedDict()
        self._tally = Tally(connection)

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
        run("DELETE FROM neighbours WHERE other = ?", (page,))
        run("DELETE FROM aligned WHERE other = ?", (page,))
        self._tally.move(page, family, None)
        self._tally.write()

    def _group_some(self) -> None:
        self._fingerprint_again()
        self._catch_up()
        pending = self._connection.execute(_PENDING, (CHUNK,)).fetchall()
        if not pending:
            return  # another process was quicker
        numbers = [page for page, *_ in pending]
        self._find_neighbours([row for row in pending if not self._printed(row[0])])
        together = self._together(numbers)
        before = self._stories_of(together)
        stories = trace_pages([self._page(page) for page in together], self._align, self._prints)
        number_of = {self._page(page).id: page for page in together}
        for story in stories:
            self._keep(story, number_of)
        left = "NOT EXISTS (SELECT 1 FROM articles WHERE story = ?1)"
        for key in before:
            self._connection.execute(f"DELETE FROM stories WHERE story = ?1 AND {left}", (key,))  # noqa: S608

    def _printed(self, page: int) -> bool:
        found = self._connection.execute("SELECT version FROM prints WHERE page = ?", (page,)).fetchone()
        return bool(found and found[0] == VERSION)

    def _find_neighbours(self, fresh: Sequence[tuple[int, str, str]]) -> None:
        """Fingerprint new pages and note which others they may hang together with."""
        if not fresh:
            return
        prints = fingerprint([text for *_, text in fresh])
        kept = prints.kept(len(fresh))
        self._connection.executemany(
            "INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?)",
            [(row[0], VERSION, *bytes_) for row, bytes_ in zip(fresh, kept, strict=True)],
        )
        self._numbers |= {id_: page for page, id_, _ in fresh}
        whole = len(self._numbers) <= WHOLE
        proposed = self._index.add_prints([id_ for _, id_, _ in fresh], prints, look=not whole)
        self._seen = max(self._seen, *(page for page, *_ in fresh))
        near = self._near_all([page for page, *_ in fresh]) if whole else self._near_proposed(fresh, proposed)
        self._connection.executemany(
            "INSERT OR IGNORE INTO neighbours VALUES (?, ?)", [*near, *((other, page) for page, other in near)]
        )

    def _near_all(self, fresh: Sequence[int]) -> list[tuple[int, int]]:
        """Return the neighbours of new pages among all pages: `trace` looks at so many as a whole, too."""
        place, prints = self._prints_of(set(self._numbers.values()))
        numbers = np.array(sorted(place), np.int64)
        rows = nearness(prints, len(place), np.array([place[page] for page in fresh]))
        of_fresh, others = np.nonzero(rows >= LEAST)
        pairs = zip(np.array(fresh)[of_fresh].tolist(), numbers[others].tolist(), strict=True)
        return [(page, other) for page, other in pairs if page != other]

    def _near_proposed(
        self, fresh: Sequence[tuple[int, str, str]], proposed: Sequence[Sequence[Candidate]]
    ) -> list[tuple[int, int]]:
        """Return the neighbours of new pages among those that the index proposes."""
        found = {
            (page, self._numbers[candidate.id])
            for (page, *_), candidates in zip(fresh, proposed, strict=True)
            for candidate in candidates
        }
        place, prints = self._prints_of({page for pair in found for page in pair})
        rows = Rows(prints, len(place))
        return [pair for pair in found if pair[0] != pair[1] and rows.near(*(place[page] for page in pair)) >= LEAST]

    def _prints_of(self, pages: set[int]) -> tuple[dict[int, int], Batch]:
        """Return the fingerprints of pages, and the place of each page among them."""
        statement = "SELECT shingles, facts FROM prints WHERE page = ?"
        in_order = sorted(pages)
        rows = [self._connection.execute(statement, (page,)).fetchone() or (b"", b"") for page in in_order]
        return {page: place for place, page in enumerate(in_order)}, from_kept(rows)

    def _prints(self, pages: Sequence[TracedPage]) -> Batch:
        statement = "SELECT shingles, facts FROM prints WHERE page = ?"
        return from_kept([self._connection.execute(statement, (self._numbers[page.id],)).fetchone() for page in pages])

    def _catch_up(self) -> None:
        """Index what other processes, or earlier runs, have fingerprinted."""
        rows = self._connection.execute(f"{_KEPT} WHERE version = ? AND page > ? ORDER BY page", (VERSION, self._seen))
        while some := rows.fetchmany(1024):
            self._numbers |= {id_: page for page, id_, *_ in some}
            self._index.add_prints([id_ for _, id_, *_ in some], from_kept([row[3:] for row in some]), look=False)
            self._seen = some[-1][0]

    def _fingerprint_again(self) -> None:
        """Fingerprint anew the pages in stories whose fingerprints are of another version."""
        while stale := self._connection.execute(_STALE, (VERSION, CHUNK)).fetchall():
            kept = fingerprint([text for _, text in stale]).kept(len(stale))
            self._connection.executemany(
                "INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?)",
                [(page, VERSION, *bytes_) for (page, _), bytes_ in zip(stale, kept, strict=True)],
            )

    def _together(self, pages: Sequence[int]) -> list[int]:
        """Return pages with all that hang together with them over neighbours."""
        listed = "[" + ",".join(map(str, pages)) + "]"
        return sorted(page for (page,) in self._connection.execute(_TOGETHER, (listed,)))

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
        key = self._numbers[a.id], self._numbers[b.id]
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
