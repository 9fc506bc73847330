"""Keeping stories: a new page is put beside the pages it may belong to, and only their stories are traced again."""

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from copydesk.copies import Candidate, Edge, Index, Story, compare, story_from_json, trace
from copydesk.copies.pairs import FACTS, SHINGLES, pairs
from copydesk.copies.view import View, view
from copydesk.desk.growing import grown
from copydesk.desk.tally import Tally
from copydesk.records import Record, from_json

CHUNK: Final = 200
"""Pages grouped in one transaction, in which other processes cannot write."""
RETRACED: Final = 60
"""Pages of a story that is traced anew when pages join it; a larger one grows, so that adding has a bounded cost."""
VIEWS: Final = 300
UNTITLED: Final = "(no headline)"
_PENDING = "SELECT page, id, text FROM articles JOIN pages USING (page) WHERE story IS NULL ORDER BY page LIMIT ?"
_GROUPED = "SELECT page, id, text FROM articles JOIN pages USING (page) WHERE story IS NOT NULL AND "


class StoryKeeper:
    """Groups the pages of one desk, with an index of them that is filled when the first page is grouped."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = Index()
        self._seen = 0  # pages up to this number are in the index, those passed over aside
        self._passed_over: list[int] = []
        self._views: OrderedDict[str, View] = OrderedDict()
        self._tally = Tally(connection)

    def group(self) -> None:
        """Put every page without a story into one, some at a time; killed between, the rest is done the next time."""
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

    def forget(self, page: int, id_: str) -> None:
        """Note that a page will be read anew: it leaves its story, whose other pages are to be grouped again."""
        self._views.pop(id_, None)
        run = self._connection.execute
        place = run("SELECT story, family FROM articles LEFT JOIN copies USING (page) WHERE page = ?", (page,))
        story, family = place.fetchone()
        run("UPDATE articles SET story = NULL WHERE story = ?", (story,))
        run("DELETE FROM stories WHERE story = ?", (story,))
        self._tally.move(page, family, None)
        self._tally.write()

    def _group_some(self) -> None:
        self._catch_up()
        pending = self._connection.execute(_PENDING, (CHUNK,)).fetchall()
        fresh = [id_ for _, id_, _ in pending]
        proposed = self._index.add_texts(fresh, [text for *_, text in pending])
        self._seen = max(self._seen, *(page for page, *_ in pending))
        stories = self._stories_of({candidate.id for candidates in proposed for candidate in candidates})
        heads = {id_: id_ for id_ in fresh}
        near: dict[str, list[str]] = defaultdict(list)
        for id_, candidates in zip(fresh, proposed, strict=True):
            for candidate in candidates:
                other = candidate.id if candidate.id in heads else stories.get(candidate.id)
                if other and other != id_ and self._belong(id_, candidate):
                    near[id_].append(candidate.id)
                    heads.setdefault(other, other)
                    heads[_head(heads, other)] = _head(heads, id_)
        groups: dict[str, list[str]] = defaultdict(list)
        for key in heads:
            groups[_head(heads, key)].append(key)
        known = set(stories.values())
        for keys in groups.values():
            self._trace([key for key in keys if key not in known], [key for key in keys if key in known], near)
        left = self._connection.execute("SELECT page FROM articles WHERE story IS NULL AND page <= ?", (self._seen,))
        self._passed_over = [page for (page,) in left]

    def _catch_up(self) -> None:
        """Index what other processes, or earlier runs, have grouped."""
        rows = self._connection.execute(f"{_GROUPED} page > ? ORDER BY page", (self._seen,))
        while some := rows.fetchmany(256):
            self._index.add_texts([id_ for _, id_, _ in some], [text for *_, text in some])
            self._seen = some[-1][0]
        for page in self._passed_over:
            for _, id_, text in self._connection.execute(f"{_GROUPED} page = ?", (page,)):
                self._index.add_texts([id_], [text])
        self._passed_over = []

    def _stories_of(self, ids: set[str]) -> dict[str, str]:
        found = "SELECT story FROM articles JOIN pages USING (page) WHERE id = ?"
        rows = {id_: self._connection.execute(found, (id_,)).fetchone() for id_ in ids}
        return {id_: row[0] for id_, row in rows.items() if row and row[0]}

    def _belong(self, id_: str, candidate: Candidate) -> bool:
        """Look closely at two pages: was one made from the other, or do they tell of one event?"""
        if candidate.shingles < SHINGLES and candidate.facts < FACTS:
            return False
        return bool(pairs({key: self._view(key) for key in (id_, candidate.id)}))

    def _view(self, id_: str) -> View:
        found = self._views.pop(id_, None) or view(self._record(id_))
        self._views[id_] = found
        if len(self._views) > VIEWS:
            self._views.popitem(last=False)
        return found

    def _record(self, id_: str) -> Record:
        found = "SELECT json FROM records JOIN pages USING (page) WHERE id = ?"
        return from_json(self._connection.execute(found, (id_,)).fetchone()[0])

    def _trace(self, fresh: Sequence[str], known: Sequence[str], near: Mapping[str, Sequence[str]]) -> None:
        """Trace new pages together with the stories they belong to, and keep what comes of it.

        Where those are large, only the largest of them takes the new pages in, and the others stay as they are.
        """
        members = "SELECT id FROM articles JOIN pages USING (page) WHERE story = ?"
        told = {story: [id_ for (id_,) in self._connection.execute(members, (story,))] for story in known}
        if told and len(fresh) + sum(map(len, told.values())) > RETRACED:
            largest = max(told, key=lambda key: len(told[key]))
            (json,) = self._connection.execute("SELECT json FROM stories WHERE story = ?", (largest,)).fetchone()
            ids = dict.fromkeys([*fresh, *(other for id_ in fresh for other in near.get(id_, ()))])
            story = grown(story_from_json(json), trace(self._record(id_) for id_ in ids), set(fresh))
            keep(self._connection, self._tally, story, set(fresh))
            return
        for story in trace(self._record(id_) for id_ in [*fresh, *(id_ for pages in told.values() for id_ in pages)]):
            keep(self._connection, self._tally, story, set(story.pages))
        for key in told:
            left = "NOT EXISTS (SELECT 1 FROM articles WHERE story = ?1)"
            self._connection.execute(f"DELETE FROM stories WHERE story = ?1 AND {left}", (key,))  # noqa: S608


def _head(heads: dict[str, str], key: str) -> str:
    while heads[key] != key:
        heads[key] = heads[heads[key]]
        key = heads[key]
    return key


def keep(connection: sqlite3.Connection, tally: Tally, story: Story, pages: Collection[str]) -> None:
    """Write a story, the places of some of its pages in it, what each changed of its source, and the days it spans."""
    json = story.to_json()
    row = (story.id, story.title or UNTITLED, len(story.pages), story.independent, json)
    connection.execute(
        """INSERT INTO stories (story, title, pages, independent, json) VALUES (?, ?, ?, ?, ?) ON CONFLICT (story)
        DO UPDATE SET (title, pages, independent, json) = (excluded.title, excluded.pages, excluded.independent,
        excluded.json)""",
        row,
    )
    edges = {edge.target: edge for edge in story.edges}
    for node in story.nodes:
        if node.id not in pages:
            continue
        (page,) = connection.execute("SELECT page FROM pages WHERE id = ?", (node.id,)).fetchone()
        connection.execute("UPDATE articles SET story = ? WHERE page = ?", (story.id, page))
        _keep_place(connection, tally, page, node.family, node.kind, edges.get(node.id))
    connection.execute(
        """UPDATE stories SET (first_day, last_day) =
        (SELECT min(first_day), max(last_day) FROM articles WHERE story = ?1) WHERE story = ?1""",
        (story.id,),
    )


def _keep_place(
    connection: sqlite3.Connection, tally: Tally, page: int, family: str, kind: str, edge: Edge | None
) -> None:
    before = connection.execute("SELECT source, family FROM copies WHERE page = ?", (page,)).fetchone()
    tally.move(page, before[1] if before else None, family)
    source = edge.source if edge else None
    made_from = (source, edge.copied, edge.confidence) if edge else (None, None, None)
    connection.execute("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?)", (page, family, kind, *made_from))
    if before and before[0] == source:
        return
    connection.execute("DELETE FROM alterations WHERE page = ?", (page,))
    json = "SELECT json FROM records JOIN pages USING (page) WHERE {} = ?"
    original = connection.execute(json.format("id"), (source,)).fetchone() if source else None
    if original:  # not an original that is only credited
        copy = connection.execute(json.format("page"), (page,)).fetchone()
        connection.executemany(
            "INSERT INTO alterations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (page, source, item.kind, item.weight, item.before, item.after, item.note, *(item.b or (None, None)))
                for item in compare(from_json(original[0]), from_json(copy[0])).alterations
            ),
        )


def of_pages(connection: sqlite3.Connection, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each page's number and the id of its story."""
    for page in pages:
        row = connection.execute("SELECT story FROM articles WHERE page = ?", (page,)).fetchone()
        if row and row[0] is not None:
            yield page, row[0]
