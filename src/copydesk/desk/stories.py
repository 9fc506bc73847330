"""Keeping stories: a new page is put beside the pages it may belong to, and only their stories are traced again."""

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from copydesk.copies import Candidate, Index, Story, story_from_json
from copydesk.copies.pairing.pairs import FACTS, SHINGLES, Laid, pairs
from copydesk.copies.search.prints import VERSION, fingerprint, from_kept
from copydesk.copies.stories import by_time, trace_views
from copydesk.copies.texts.view import View, view
from copydesk.desk.growing import grown
from copydesk.desk.tally import Tally
from copydesk.records import Record, from_json

CHUNK: Final = 200
"""Pages grouped in one transaction, in which other processes cannot write."""
RETRACED: Final = 60
"""Pages of a story that is traced anew when pages join it; a larger one grows, so that adding has a bounded cost."""
VIEWS: Final = 300
LAID: Final = 4_000
"""Pages, and pairs of pages, that are kept ready to be compared again."""
UNTITLED: Final = "(no headline)"
_PENDING = "SELECT page, id, text FROM articles JOIN pages USING (page) WHERE story IS NULL ORDER BY page LIMIT ?"
_STORY = """INSERT INTO stories (story, title, pages, independent, json) VALUES (?, ?, ?, ?, ?) ON CONFLICT (story)
    DO UPDATE SET (title, pages, independent, json) = (excluded.title, excluded.pages, excluded.independent,
    excluded.json)"""
_DAYS = """UPDATE stories SET (first_day, last_day) =
    (SELECT min(first_day), max(last_day) FROM articles WHERE story = ?1) WHERE story = ?1"""
_PLACE = """SELECT page, story, family, source FROM pages JOIN articles USING (page) LEFT JOIN copies USING (page)
    WHERE id = ?"""
_KEPT = """SELECT page, id, coalesce(version, 0), shingles, facts FROM articles JOIN pages USING (page)
    LEFT JOIN prints USING (page) WHERE story IS NOT NULL"""


class StoryKeeper:
    """Groups the pages of one desk, with an index of them that is filled when the first page is grouped."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fresh: dict[str, Record] = {}
        self._index = Index()
        self._seen = 0  # pages up to this number are in the index, those passed over aside
        self._passed_over: list[int] = []
        self._views: OrderedDict[str, View] = OrderedDict()
        self._laid: OrderedDict[tuple[str, str], Laid] = OrderedDict()
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
        self._views.pop(id_, None)
        for pair in [pair for pair in self._laid if id_ in pair]:
            del self._laid[pair]
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
        if not pending:
            return  # another process was quicker
        fresh = [id_ for _, id_, _ in pending]
        prints = fingerprint([text for *_, text in pending])
        self._connection.executemany(
            "INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?)",
            [(row[0], VERSION, *kept) for row, kept in zip(pending, prints.kept(len(pending)), strict=True)],
        )
        proposed = self._index.add_prints(fresh, prints)
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
        rows = self._connection.execute(f"{_KEPT} AND page > ? ORDER BY page", (self._seen,))
        while some := rows.fetchmany(1024):
            self._index_again(some)
            self._seen = some[-1][0]
        for page in self._passed_over:
            self._index_again(self._connection.execute(f"{_KEPT} AND page = ?", (page,)).fetchall())
        self._passed_over = []

    def _index_again(self, rows: Sequence[tuple[int, str, int, bytes, bytes]]) -> None:
        """Put pages in the index by the fingerprints kept of them, or anew where other hashes were in use."""
        ids = [id_ for _, id_, *_ in rows]
        if all(version == VERSION for _, _, version, *_ in rows):
            self._index.add_prints(ids, from_kept([(shingles, facts) for *_, shingles, facts in rows]), look=False)
            return
        text = "SELECT text FROM articles WHERE page = ?"
        texts = [self._connection.execute(text, (page,)).fetchone()[0] for page, *_ in rows]
        self._index.add_prints(ids, fingerprint(texts), look=False)

    def _stories_of(self, ids: set[str]) -> dict[str, str]:
        found = "SELECT story FROM articles JOIN pages USING (page) WHERE id = ?"
        rows = {id_: self._connection.execute(found, (id_,)).fetchone() for id_ in ids}
        return {id_: row[0] for id_, row in rows.items() if row and row[0]}

    def _belong(self, id_: str, candidate: Candidate) -> bool:
        """Look closely at two pages: was one made from the other, or do they tell of one event?"""
        if candidate.shingles < SHINGLES and candidate.facts < FACTS:
            return False
        two = sorted((self._view(id_), self._view(candidate.id)), key=by_time)
        return bool(pairs({one.record.id: one for one in two}, self._lay))

    def _lay(self, a: View, b: View) -> Laid:
        """Lay two views beside each other, unless that was done lately."""
        ids = a.record.id, b.record.id
        if any(self._views.get(id_) is not one for id_, one in zip(ids, (a, b), strict=True)):
            return Laid(a, b)  # without furniture, or no longer kept
        found = self._laid.pop(ids, None) or Laid(a, b)
        self._laid[ids] = found
        if len(self._laid) > LAID:
            self._laid.popitem(last=False)
        return found

    def _view(self, id_: str) -> View:
        found = self._views.pop(id_, None) or view(self._record(id_))
        self._views[id_] = found
        if len(self._views) > VIEWS:
            self._views.popitem(last=False)
        return found

    def _record(self, id_: str) -> Record:
        if id_ in self._fresh:
            return self._fresh[id_]
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
            story = grown(story_from_json(json), self._traced(ids), set(fresh))
            self._keep(story, set(fresh))
            return
        for story in self._traced([*fresh, *(id_ for pages in told.values() for id_ in pages)]):
            self._keep(story, set(story.pages))
        for key in told:
            left = "NOT EXISTS (SELECT 1 FROM articles WHERE story = ?1)"
            self._connection.execute(f"DELETE FROM stories WHERE story = ?1 AND {left}", (key,))  # noqa: S608

    def _traced(self, ids: Iterable[str]) -> tuple[Story, ...]:
        return trace_views([self._view(id_) for id_ in ids], self._lay)

    def _keep(self, story: Story, pages: Collection[str]) -> None:
        """Write a story, the places of some of its pages in it, what each changed of its source, and its days."""
        run = self._connection.execute
        run(_STORY, (story.id, story.title or UNTITLED, len(story.pages), story.independent, story.to_json()))
        edges = {edge.target: edge for edge in story.edges}
        for node in story.nodes:
            if node.id in pages:
                page, before, family, known = run(_PLACE, (node.id,)).fetchone()
                if before != story.id:
                    run("UPDATE articles SET story = ? WHERE page = ?", (story.id, page))
                self._tally.move(page, family, node.family)
                edge = edges.get(node.id)
                made_from = (edge.source, edge.copied, edge.confidence) if edge else (None, None, None)
                run(
                    "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?)",
                    (page, node.family, node.kind, *made_from),
                )
                if made_from[0] != known:
                    self._keep_alterations(page, node.id, made_from[0])
        run(_DAYS, (story.id,))

    def _keep_alterations(self, page: int, id_: str, source: str | None) -> None:
        self._connection.execute("DELETE FROM alterations WHERE page = ?", (page,))
        if source is None or not self._connection.execute("SELECT 1 FROM pages WHERE id = ?", (source,)).fetchone():
            return  # none, or an original that is only credited
        a, b = self._view(source), self._view(id_)
        self._connection.executemany(
            "INSERT INTO alterations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (page, source, item.kind, item.weight, item.before, item.after, item.note, *(item.b or (None, None)))
                for item in self._lay(a, b).altered(a, b)
            ],
        )


def _head(heads: dict[str, str], key: str) -> str:
    while heads[key] != key:
        heads[key] = heads[heads[key]]
        key = heads[key]
    return key


def of_pages(connection: sqlite3.Connection, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each page's number and the id of its story."""
    for page in pages:
        row = connection.execute("SELECT story FROM articles WHERE page = ?", (page,)).fetchone()
        if row and row[0] is not None:
            yield page, row[0]
