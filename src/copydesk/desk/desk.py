"""The desk: one SQLite file that holds records, the stories they tell, and an index to search them."""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from copydesk.copies import Comparison, Story, compare, story_from_json
from copydesk.desk import overview, upkeep
from copydesk.desk import search as searching
from copydesk.desk.adding import Writer
from copydesk.desk.connection import connect, in_plain_words
from copydesk.desk.desk_names import entities_of
from copydesk.desk.desk_types import Added, Hit, StoryLine
from copydesk.desk.ids import key_of, whole_story
from copydesk.desk.query import writable
from copydesk.desk.views import Views
from copydesk.errors import DeskError, RecordError
from copydesk.pages import Failure, records_in
from copydesk.reading.shared_entities import SharedEntity
from copydesk.records import Record, SourceKind, from_json

_Item = TypeVar("_Item")
BATCH_RECORDS: Final = 1_000
BATCH_SECONDS: Final = 1.0  # a batch of slow reads is stored at least this often


class Desk(Views):
    """A desk file, open. A context manager: `with Desk("desk.db") as desk: ...`.

    Everything that can be many is an iterator and does its work as it is iterated. Opening takes about a millisecond,
    so a desk may be opened for each request; one Desk object is not to be used by two threads at once, but any number
    of desks, in any number of processes, may be open on one file, and one of them may add while the others read.

    Args:
        path: the file; made where it does not exist, unless `readonly`.
        readonly: write nothing, not even the tables of a new desk.

    Raises:
        DeskError: the file is missing (when read-only), no desk, damaged, of a newer version, or cannot be written.
            Every method raises it too, for instance when the disk is full; what was stored before stays whole.
    """

    def __init__(self, path: str | os.PathLike[str], *, readonly: bool = False) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self._connection = connect(self.path, readonly=readonly)
        self._writer = Writer(self._connection)
        if not readonly:
            with in_plain_words(self.path):
                self._writer.group()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Closing twice is harmless."""
        self._connection.close()

    @property
    def count(self) -> int:
        """How many pages are on the desk."""
        return int(self._row("SELECT count(*) FROM pages")[0])

    def add(self, records: Iterable[Record | Failure]) -> Iterator[Added]:
        """Add records; yield what became of each, in order, once it is safe on disk. Nothing happens until iterated.

        A record whose content is on the desk already is `known`, wherever it came from. A record with the id of a
        stored page and the same text (or an id that is a SHA-256, so the same bytes) replaces the earlier reading. One
        with the same id and another text is another page: it is kept under `ID@` and eight digits of its text's hash.

        Raises:
            DeskError: the file cannot be written. What was yielded is stored; adding the same again goes on from there.

        Warns:
            PagesLeftOut: among what `read_many` yielded were pages that could not be read.
        """
        if self.readonly:
            raise DeskError(str(self.path), "was opened to be read only", "open it without readonly=True to add")
        return self._add(records)

    def _add(self, records: Iterable[Record | Failure]) -> Iterator[Added]:
        batch: list[Record] = []
        started = time.monotonic()
        for record in records_in(records, "add"):
            batch.append(record)
            if len(batch) >= BATCH_RECORDS or time.monotonic() - started > BATCH_SECONDS:
                yield from self._store(batch)
                batch, started = [], time.monotonic()
        yield from self._store(batch)

    def _store(self, batch: list[Record]) -> list[Added]:
        with in_plain_words(self.path):
            return self._writer.add(batch)

    def search(
        self,
        query: str = "",
        *,
        who: str | None = None,
        kind: SourceKind | None = None,
        place: str | None = None,
        day: str | None = None,
        publisher: str | None = None,
        story: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Iterator[Hit]:
        """Yield pages that match, best first; without words in the query, the newest first.

        Args:
            query: words that must all occur, `"phrases"`, `-unwanted` words, `this OR that`, `beginn*`. Any text is a
                valid query; an empty one asks for every page.
            who: words of a person's or organization's name that the page mentions.
            kind: a kind of source that the page quotes, such as `anonymous-person`.
            place: words of a place's name that the page mentions, or a country's two-letter code.
            day: day of publication: `2023-04-20`, `2023-04`, `2023`, or a range `2023-04-01..2023-04-20`, open
                at either end.
            publisher: words of the publisher's name.
            story: id of the story that the page belongs to, or an unmistakable beginning of it.
            limit: the most hits to yield.
            offset: how many hits to pass over first.

        Raises:
            DateError: `day` is none of these.
        """
        filters = searching.filters(who, kind, place, day, publisher, self._whole(story))
        return self._iterate(searching.search(self._connection, query, filters, limit, offset))

    def hits(
        self,
        query: str = "",
        *,
        who: str | None = None,
        kind: SourceKind | None = None,
        place: str | None = None,
        day: str | None = None,
        publisher: str | None = None,
        story: str | None = None,
    ) -> int:
        """Return how many pages `search` would find with the same arguments."""
        with in_plain_words(self.path):
            filters = searching.filters(who, kind, place, day, publisher, self._whole(story))
            return searching.count(self._connection, query, filters)

    def record(self, id: str) -> Record:
        """Return the record of one page, by its id or the beginning of it that no other page shares.

        Raises:
            DeskError: no page has this id, or several begin so.
        """
        return from_json(self._row("SELECT json FROM records WHERE page = ?", self._page(id))[0])

    def has(self, id: str) -> bool:
        """Tell whether a page with exactly this id is on the desk."""
        return bool(self._row("SELECT count(*) FROM pages WHERE id = ?", writable(id))[0])

    def records(self, damaged: Callable[[RecordError], None] | None = None) -> Generator[Record, None, None]:
        """Yield every record, in the order they were added.

        Args:
            damaged: is told of a record that cannot be read, and the rest goes on; without it, the error is raised.

        Raises:
            RecordError: a record is damaged.
        """
        return self._iterate(self._readable(damaged))

    def entities_of(self, record: Record) -> dict[str, SharedEntity]:
        """Return who a record's entities are over all pages of the desk, by the id that the record has for each.

        `copydesk.exports.export` takes this method as `shared`.
        """
        with in_plain_words(self.path):
            return entities_of(self._connection, record)

    def _readable(self, damaged: Callable[[RecordError], None] | None) -> Iterator[Record]:
        for id_, json in self._rows("SELECT p.id, r.json FROM records r JOIN pages p USING (page) ORDER BY page"):
            try:
                yield from_json(json)
            except RecordError as error:
                fault = RecordError(f"page {id_} on {self.path}", error.reason, "`copydesk remove` takes it off")
                if damaged is None:
                    raise fault from error
                damaged(fault)

    def remove(self, id: str) -> str:
        """Take a page off the desk, by its id or an unmistakable beginning of it; return its whole id.

        The other pages of its story are grouped again. What was stored of it is overwritten in the file.

        Raises:
            DeskError: no page has this id, or several begin so; or the file cannot be written.
        """
        if self.readonly:
            raise DeskError(str(self.path), "was opened to be read only", "open it without readonly=True to remove")
        page = self._page(id)
        whole = str(self._row("SELECT id FROM pages WHERE page = ?", page)[0])
        with in_plain_words(self.path):
            self._writer.remove(page, whole)
        return whole

    def versions(self, address: str) -> list[str]:
        """Return the ids of the pages that came from one address or path, in the order they were added."""
        found = self._rows("SELECT id FROM pages WHERE location = ? ORDER BY page", writable(address))
        return [str(id_) for (id_,) in found]

    def faults(self, *, mend: bool = False) -> Iterator[str]:
        """Yield, in words, what is wrong with the file; nothing where it is whole.

        Args:
            mend: first make the index of words anew.
        """
        with in_plain_words(self.path):
            if mend:
                upkeep.mend(self._connection)
            yield from upkeep.faults(self._connection)

    def stories(self, *, limit: int = -1, offset: int = 0) -> Iterator[StoryLine]:
        """Yield stories, the latest first, undated ones last; of one day's, those with most independent texts."""
        return self._iterate(overview.stories(self._connection, limit, offset))

    @property
    def story_count(self) -> int:
        """How many stories are on the desk."""
        return int(self._row("SELECT count(*) FROM stories")[0])

    def story(self, id: str) -> Story:
        """Return one story with its families and their trees, by its id or an unmistakable beginning of it.

        Raises:
            DeskError: no story has this id, or several begin so.
        """
        key = self._key("story", "stories", "story", self._whole(id) or id)
        return story_from_json(self._row("SELECT json FROM stories WHERE story = ?", key)[0])

    def story_of(self, id: str) -> str | None:
        """Return the id of the story that a page belongs to.

        Raises:
            DeskError: no page has this id, or several begin so.
        """
        found: str | None = self._row("SELECT story FROM articles WHERE page = ?", self._page(id))[0]
        return found

    def compare(self, a: str, b: str) -> Comparison:
        """Return what page `b` changed of page `a`.

        Raises:
            DeskError: no page has one of these ids, or several begin so.
        """
        return compare(self.record(a), self.record(b))

    def _whole(self, story: str | None) -> str | None:
        with in_plain_words(self.path):
            return whole_story(self._connection, story)

    def _page(self, id_: str) -> int:
        return int(self._key("page", "pages", "id", id_))

    def _key(self, column: str, table: str, named: str, id_: str) -> str:
        with in_plain_words(self.path):
            return key_of(self._connection, self.path, column, table, named, id_)

    def _row(self, statement: str, *values: object) -> tuple[Any, ...]:
        with in_plain_words(self.path):
            row: tuple[Any, ...] = self._connection.execute(statement, values).fetchone()
        return row

    def _rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with in_plain_words(self.path):
            # through `map`: a cursor that is left half-way would be closed, which fails where the desk is closed
            yield from map(tuple, self._connection.execute(statement, values))

    def _iterate(self, items: Iterator[_Item]) -> Generator[_Item, None, None]:
        with in_plain_words(self.path):
            yield from items
