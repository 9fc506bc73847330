"""Which pages of a desk are neighbours, kept up to date as pages come and go: what `trace` finds among all of them."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import numpy as np

from copydesk.copies.search import near
from copydesk.copies.search.beside import Scores, pair_nearness
from copydesk.copies.search.buckets import Buckets
from copydesk.copies.search.candidates import enough, key_of, looked_weights
from copydesk.copies.search.print_likeness import nearness
from copydesk.copies.search.prints import VERSION, Batch, Hashes, Numbers, fingerprint, from_kept

_TOGETHER: Final = """WITH RECURSIVE reached (page) AS (
        SELECT value FROM json_each(?) UNION SELECT other FROM neighbours JOIN reached USING (page))
    SELECT page FROM reached"""
_PAIRS_OF: Final = """SELECT near, page, other FROM neighbours
    WHERE page IN (SELECT value FROM json_each(?)) AND page < other"""
_OTHERS_OF: Final = """SELECT DISTINCT min(page, other), max(page, other) FROM neighbours
    WHERE page IN (SELECT value FROM json_each(?))"""
_KNOWN: Final = "SELECT page, id FROM prints JOIN pages USING (page) WHERE version = ? AND page > ? ORDER BY page"
_STALE: Final = """SELECT page, text FROM articles LEFT JOIN prints USING (page)
    WHERE story IS NOT NULL AND coalesce(version, 0) <> ? ORDER BY page LIMIT ?"""
_PRINT: Final = "INSERT OR REPLACE INTO prints (page, version, shingles, facts) VALUES (?, ?, ?, ?)"
_LABELS: Final = "SELECT DISTINCT neighbourhood FROM prints WHERE page IN (SELECT value FROM json_each(?))"
_LABEL: Final = "UPDATE prints SET neighbourhood = ? WHERE page IN (SELECT value FROM json_each(?))"
_ALL: Final = "all"
"""Neighbours were found by putting each page beside each."""
_CANDIDATES: Final = "candidates"
"""Neighbours were found among the pairs that a hash brings together."""
_SOME: Final = 200
"""Pages that are fingerprinted anew in one pass."""


class Neighbours:
    """The neighbours of one desk's pages; used within a transaction that writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._removed = -1
        self.forget()

    def forget(self) -> None:
        """Forget what is in memory, as where a transaction was rolled back."""
        self.numbers: dict[str, int] = {}
        """Numbers of the pages that have fingerprints, by id."""
        self._seen = 0
        self._buckets: Buckets | None = None
        self._looked: dict[int, float] = {}  # of the pages in the buckets

    def remove(self, page: int) -> None:
        """Note that a page goes, or will be read anew."""
        run = self._connection.execute
        run("DELETE FROM neighbours WHERE other = ?", (page,))
        run("UPDATE grouping SET removed = removed + 1, found = replace(found, ?, '')", (_CANDIDATES,))

    def find(self, pages: Sequence[tuple[int, str, str]]) -> set[int]:
        """Find the neighbours of pages, given by number, id and text; return which pages have others than before."""
        self._fingerprint_again()
        self._catch_up()
        fresh = [row for row in pages if not self._printed(row[0])]
        if fresh:
            self._fingerprint([(page, text) for page, _, text in fresh])
            if fresh[0][0] < self._seen:  # other processes look past it
                self._connection.execute("UPDATE grouping SET removed = removed + 1")
            self.numbers |= {id_: page for page, id_, _ in fresh}
            self._seen = max(self._seen, *(page for page, *_ in fresh))
        (found,) = self._connection.execute("SELECT found FROM grouping").fetchone()
        wanted = _ALL if len(self.numbers) <= near.WHOLE else _CANDIDATES
        if found != wanted:
            changed = self._find_all()
            self._connection.execute("UPDATE grouping SET found = ?", (wanted,))
            return changed
        if fresh and wanted == _ALL:
            self._put_beside_all([page for page, *_ in fresh])
        elif fresh:
            return self._bring([(page, id_) for page, id_, _ in fresh])
        return set()

    def groups(self, pages: Iterable[int]) -> list[list[int]]:
        """Return the neighbourhoods of pages, and those that hang together with them, as `trace` parts them."""
        reached = [page for (page,) in self._connection.execute(_TOGETHER, (_listed(pages),))]
        return near.split(reached, self._connection.execute(_PAIRS_OF, (_listed(reached),)).fetchall())

    def changed(self, group: Sequence[int]) -> bool:
        """Tell whether a neighbourhood is not as it was the last time, and note it."""
        label = hashlib.sha256(repr(sorted(group)).encode()).hexdigest()[:16]
        listed = _listed(group)
        if self._connection.execute(_LABELS, (listed,)).fetchall() == [(label,)]:
            return False
        self._connection.execute(_LABEL, (label, listed))
        return True

    def prints(self, pages: Iterable[int]) -> Batch:
        """Return the fingerprints of pages, numbered in their order."""
        statement = "SELECT shingles, facts FROM prints WHERE page = ?"
        return from_kept([self._connection.execute(statement, (page,)).fetchone() for page in pages])

    def _printed(self, page: int) -> bool:
        found = self._connection.execute("SELECT version FROM prints WHERE page = ?", (page,)).fetchone()
        return bool(found and found[0] == VERSION)

    def _fingerprint(self, rows: Sequence[tuple[int, str]]) -> None:
        kept = fingerprint([text for _, text in rows]).kept(len(rows))
        self._connection.executemany(
            _PRINT, [(page, VERSION, *bytes_) for (page, _), bytes_ in zip(rows, kept, strict=True)]
        )

    def _fingerprint_again(self) -> None:
        """Fingerprint anew the pages in stories whose fingerprints are of another version."""
        while stale := self._connection.execute(_STALE, (VERSION, _SOME)).fetchall():
            self._fingerprint(stale)
            self._connection.execute("UPDATE grouping SET removed = removed + 1, found = ''")

    def _catch_up(self) -> None:
        """Learn what other processes, or earlier runs, have done."""
        (removed,) = self._connection.execute("SELECT removed FROM grouping").fetchone()
        if removed != self._removed:
            self.forget()
            self._removed = removed
        for page, id_ in self._connection.execute(_KNOWN, (VERSION, self._seen)):
            self.numbers[id_] = self._seen = page

    def _find_all(self) -> set[int]:
        """Find all neighbours anew."""
        self._buckets = None
        ids = sorted(self.numbers)
        pages = np.array([self.numbers[id_] for id_ in ids], np.int64)
        first, second, nearness_ = near.neighbours(ids, self.prints(pages.tolist()))
        before = set(self._connection.execute("SELECT page, other FROM neighbours WHERE page < other"))
        self._connection.execute("DELETE FROM neighbours")
        found = self._write(pages[first], pages[second], nearness_)
        return set(chain.from_iterable(before ^ found))

    def _put_beside_all(self, fresh: Sequence[int]) -> None:
        """Find the neighbours of new pages among all pages."""
        pages = np.array(sorted(self.numbers.values()), np.int64)
        place = {page: i for i, page in enumerate(pages.tolist())}
        rows = nearness(self.prints(pages.tolist()), len(pages), np.array([place[page] for page in fresh]))
        of_fresh, others = np.nonzero(rows >= near.LEAST)
        self._write(np.array(fresh)[of_fresh], pages[others], rows[of_fresh, others].astype(np.float64))

    def _bring(self, fresh: Sequence[tuple[int, str]]) -> set[int]:
        """Find the neighbours of new pages among those that a hash brings together; return which old pairs it parts."""
        numbers = [page for page, _ in fresh]
        buckets = self._filled({id_: page for id_, page in self.numbers.items() if page not in set(numbers)})
        prints, keys = self.prints(numbers), _keys([id_ for _, id_ in fresh])
        pairs, displaced = buckets.bring(prints, keys, np.array(numbers, np.uint64))
        self._looked |= dict(zip(numbers, looked_weights(prints, len(numbers)).tolist(), strict=True))
        looked = [np.array([self._looked[page] for page in side.tolist()]) for side in (pairs.first, pairs.second)]
        pairs = pairs.part(enough(pairs, *looked))
        involved, places = np.unique(np.concatenate((pairs.first, pairs.second)), return_inverse=True)
        own, half = self.prints(involved.tolist()), len(pairs.first)
        close = pair_nearness(own, own, places[:half], places[half:], (len(involved), len(involved)))
        kept = close >= near.LEAST
        parted = self._part(displaced, buckets)
        self._write(pairs.first[kept].astype(np.int64), pairs.second[kept].astype(np.int64), close[kept])
        return parted

    def _part(self, displaced: Hashes, buckets: Buckets) -> set[int]:
        """Part the pairs of displaced pages that share no longer enough; return the pages of these."""
        pairs = self._connection.execute(_OTHERS_OF, (_listed(displaced.tolist()),)).fetchall()
        if not pairs:
            return set()
        involved, places = np.unique(np.array(pairs, np.int64), return_inverse=True)
        first, second = places.reshape(-1, 2).T
        ids = {page: id_ for id_, page in self.numbers.items()}
        keys = _keys([ids[page] for page in involved.tolist()])
        still = buckets.still(self.prints(involved.tolist()), keys, first, second).tolist()
        gone = [pair for pair, stays in zip(pairs, still, strict=True) if not stays]
        self._connection.executemany(
            "DELETE FROM neighbours WHERE page = ? AND other = ?", [*gone, *((b, a) for a, b in gone)]
        )
        return set(chain.from_iterable(gone))

    def _filled(self, known: dict[str, int]) -> Buckets:
        """Return the buckets with all known pages in them."""
        if self._buckets is None:
            self._buckets, self._looked = Buckets(), {}
        rows = [(page, id_) for id_, page in known.items() if page not in self._looked]
        for start in range(0, len(rows), near.PIECE):
            some = rows[start : start + near.PIECE]
            prints = self.prints(page for page, _ in some)
            self._buckets.add(prints, _keys([id_ for _, id_ in some]), np.array([page for page, _ in some], np.uint64))
            looked = looked_weights(prints, len(some)).tolist()
            self._looked |= {page: weight for (page, _), weight in zip(some, looked, strict=True)}
        return self._buckets

    def _write(self, first: Numbers, second: Numbers, close: Scores) -> set[tuple[int, int]]:
        """Write pairs of neighbours; return them, the lesser number first."""
        rows = [row for row in zip(first.tolist(), second.tolist(), close.tolist(), strict=True) if row[0] != row[1]]
        self._connection.executemany(
            "INSERT OR REPLACE INTO neighbours (page, other, near) VALUES (?, ?, ?)",
            [*rows, *((b, a, value) for a, b, value in rows)],
        )
        return {(min(a, b), max(a, b)) for a, b, _ in rows}


def _keys(ids: Iterable[str]) -> Hashes:
    return np.array([key_of(id_) for id_ in ids], np.uint64)


def _listed(pages: Iterable[int]) -> str:
    """Return numbers as JSON, which SQLite takes in place of a table."""
    return "[" + ",".join(map(str, pages)) + "]"
