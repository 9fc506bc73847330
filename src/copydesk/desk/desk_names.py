"""Who is one on the desk: namings of pages, and the entities that they are of, kept as pages come, change and go.

What the desk says depends on the pages that are on it alone. The names that a new page brings, or that the last page
of them takes with it, are grouped again with all that hang together with them over their forms.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import msgspec

from copydesk.desk.query import writable
from copydesk.desk.tally import Tally
from copydesk.reading.namings import Naming, namings_of
from copydesk.reading.same_naming import Identity, described, forms_of, grouped
from copydesk.reading.shared_entities import SharedEntity, key_of, told_as
from copydesk.records import Record

Number: TypeAlias = int

_KNOWN: Final = "SELECT naming, entity FROM namings WHERE told = ?"
_NEW: Final = "INSERT INTO namings (told) VALUES (?) RETURNING naming"
_FORM: Final = "INSERT INTO forms VALUES (?, ?)"
_OF_FORM: Final = """SELECT naming, told, entity FROM forms JOIN namings USING (naming) WHERE form = ?"""
_ENTITY: Final = """INSERT INTO entities (type, name, also, role, country, latitude, longitude, geonames)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING entity"""
_RENAME: Final = """UPDATE entities SET (type, name, also, role, country, latitude, longitude, geonames)
    = (?, ?, ?, ?, ?, ?, ?, ?) WHERE entity = ?"""
_PAGES: Final = """UPDATE entities SET pages = (SELECT count(DISTINCT page) FROM mentions m
    WHERE m.entity = entities.entity) WHERE entity = ?"""
_ORPHAN: Final = "DELETE FROM entities WHERE entity = ? AND NOT EXISTS (SELECT 1 FROM namings WHERE entity = ?)"
_FAMILY: Final = "SELECT family FROM copies WHERE page = ?"
_OF_NAMING: Final = """SELECT e.entity, e.name, e.also, e.role, e.country, e.latitude, e.longitude, e.geonames
    FROM namings n JOIN entities e USING (entity) WHERE n.told = ?"""
_FIRST_NAMING: Final = "SELECT min(told) FROM namings WHERE entity = ?"
_MOST_JOINED: Final = 20_000
"""Namings that are looked at together; what hangs together beyond that stays as it is."""

_decode = msgspec.json.Decoder(Naming).decode


def entities_of(connection: sqlite3.Connection, record: Record) -> dict[str, SharedEntity]:
    """Return who a record's entities are on a desk, by the id that the record has for each."""
    found = {}
    for id_, naming in namings_of(record).items():
        row = connection.execute(_OF_NAMING, (writable(told_as(naming)),)).fetchone()
        if row:
            entity, name, also, *rest = row
            (first,) = connection.execute(_FIRST_NAMING, (entity,)).fetchone()
            found[id_] = SharedEntity(key_of(first), Identity(name, tuple(also.split("; ")) if also else (), *rest))
    return found


class NameKeeper:
    """The names of one desk; used inside the transactions of whoever writes to it."""

    def __init__(self, connection: sqlite3.Connection, tally: Tally) -> None:
        self._connection = connection
        self._tally = tally
        self._numbers: dict[str, Number] = {}
        self._entities: dict[Number, int] = {}
        self._used: set[Number] = set()
        self._left: set[Number] = set()
        self._new: dict[Number, Naming] = {}
        self._shrunk: set[int] = set()

    def clear(self) -> None:
        """Forget what was kept of a transaction: it is ended, and another process may write now."""
        for kept in (self._numbers, self._entities, self._used, self._left, self._new, self._shrunk):
            kept.clear()

    def of(self, record: Record) -> dict[str, Number]:
        """Return the desk's number of the naming of each of a record's entities that has a mention."""
        return {id_: self._number(naming) for id_, naming in namings_of(record).items()}

    def entity(self, naming: Number) -> int:
        """Return the entity that a naming is of; only after `settle`."""
        return self._entities[naming]

    def leave(self, page: int) -> None:
        """Note that a page's mentions are about to go."""
        run = self._connection.execute
        found = run("SELECT DISTINCT entity, naming FROM mentions WHERE page = ?", (page,)).fetchall()
        self._left.update(naming for _, naming in found)
        entities = {(entity,) for entity, _ in found}
        self._connection.executemany("UPDATE entities SET pages = pages - 1 WHERE entity = ?", sorted(entities))

    def settle(self) -> None:
        """Group again what new names, and names that stand on no page any more, hang together with."""
        run = self._connection.execute
        forms = {form: None for naming in self._new.values() for form in forms_of(naming)}
        on_page = "SELECT 1 FROM mentions WHERE naming = ? AND entity = (SELECT entity FROM namings WHERE naming = ?)"
        for naming in sorted(self._left - self._used):
            if not run(f"{on_page} LIMIT 1", (naming, naming)).fetchone():
                forms.update(dict.fromkeys(self._drop(naming)))
        seen: set[str] = set()
        for form in forms:
            if form not in seen:
                self._group(self._component(form, seen))
        left = [(entity, entity) for entity in sorted(self._shrunk)]
        self._connection.executemany(_ORPHAN, left)
        self._shrunk.clear()
        self._used.clear()
        self._left.clear()
        self._new.clear()

    def count(self, pages: Iterable[tuple[int, int]]) -> None:
        """Count pages for their entities.

        Args:
            pages: pairs of a page and an entity on it, each once.
        """
        added = Counter(entity for _, entity in pages)
        self._connection.executemany(
            "UPDATE entities SET pages = pages + ? WHERE entity = ?", [(n, entity) for entity, n in added.items()]
        )

    def _number(self, naming: Naming) -> Number:
        told = writable(told_as(naming))
        number = self._numbers.get(told)
        if number is None:
            row = self._connection.execute(_KNOWN, (told,)).fetchone()
            if row is None:
                (number,) = self._connection.execute(_NEW, (told,)).fetchone()
                forms = [(writable(form), number) for form in forms_of(naming)]
                self._connection.executemany(_FORM, forms)
                self._new[number] = naming
            else:
                number, self._entities[row[0]] = row
            self._numbers[told] = number
        self._used.add(number)
        return number

    def _drop(self, naming: Number) -> tuple[str, ...]:
        """Take off a naming that stands on no page; return its forms."""
        run = self._connection.execute
        told, entity = run("SELECT told, entity FROM namings WHERE naming = ?", (naming,)).fetchone()
        self._shrunk.add(entity)
        run("DELETE FROM forms WHERE naming = ?", (naming,))
        run("DELETE FROM namings WHERE naming = ?", (naming,))
        self._numbers.pop(told, None)
        return forms_of(_decode(told))

    def _component(self, form: str, seen: set[str]) -> dict[Number, tuple[Naming, int | None]]:
        """Return the namings that hang together with a form over their forms, with their entities."""
        found: dict[Number, tuple[Naming, int | None]] = {}
        waiting = [form]
        while waiting and len(found) < _MOST_JOINED:
            form = waiting.pop()
            if form in seen:
                continue
            seen.add(form)
            for number, told, entity in self._connection.execute(_OF_FORM, (writable(form),)):
                if number not in found:
                    found[number] = _decode(told), entity
                    waiting += forms_of(found[number][0])
        return found

    def _group(self, found: dict[Number, tuple[Naming, int | None]]) -> None:
        """Group namings again: each group keeps the entity that most of it had before."""
        numbers: defaultdict[Naming, list[Number]] = defaultdict(list)
        for number, (naming, _) in found.items():
            numbers[naming].append(number)
        of: defaultdict[int | None, set[Number]] = defaultdict(set)
        for number, (_, entity) in found.items():
            of[entity].add(number)
        taken: set[int] = set()
        moved: list[tuple[Number, int, int]] = []
        for group in sorted(grouped(numbers), key=len, reverse=True):
            members = [number for naming in group for number in numbers[naming]]
            had = Counter(entity for n in members if (entity := found[n][1]) is not None and entity not in taken)
            before = next(iter(had), None)
            if before is not None and of[before] == set(members) and before not in self._shrunk:
                taken.add(before)
                continue  # as it was
            identity = described(group)
            also = "; ".join(identity.also) or None
            values = [writable(v) if isinstance(v, str) else v for v in (identity.name, also, *identity[2:])]
            if had:
                entity = had.most_common(1)[0][0]
                self._connection.execute(_RENAME, (group[0].type, *values, entity))
            else:
                (entity,) = self._connection.execute(_ENTITY, (group[0].type, *values)).fetchone()
            taken.add(entity)
            for number in members:
                self._entities[number] = entity
                if (before := found[number][1]) != entity:
                    self._connection.execute("UPDATE namings SET entity = ? WHERE naming = ?", (entity, number))
                    if before is not None:
                        moved.append((number, before, entity))
        self._move(moved)

    def _move(self, moved: Sequence[tuple[Number, int, int]]) -> None:
        """Let the mentions and attributions of namings be of another entity, and count anew."""
        if not moved:
            return
        run = self._connection.execute
        pages: dict[Number, list[int]] = {}
        for naming, before, _ in moved:
            rows = run("SELECT DISTINCT page FROM mentions WHERE entity = ? AND naming = ?", (before, naming))
            pages[naming] = [page for (page,) in rows]
        touched = sorted({page for found in pages.values() for page in found})
        families = {page: (run(_FAMILY, (page,)).fetchone() or (None,))[0] for page in touched}
        for page, family in families.items():
            self._tally.move(page, family, None)
        for naming, before, after in moved:
            run("UPDATE mentions SET entity = ? WHERE entity = ? AND naming = ?", (after, before, naming))
            self._connection.executemany(
                "UPDATE attributions SET entity = ? WHERE page = ? AND naming = ?",
                [(after, page, naming) for page in pages[naming]],
            )
        for page, family in families.items():
            self._tally.move(page, None, family)
        self._tally.write()
        entities = {(entity,) for _, before, after in moved for entity in (before, after)}
        self._connection.executemany(_PAGES, sorted(entities))
        self._shrunk.update(before for _, before, _ in moved)
