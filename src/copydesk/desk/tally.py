"""Who is quoted by how many pages and families: counts kept as pages take their places in stories."""

import sqlite3
from collections import defaultdict
from typing import Final, TypeAlias

_Source: TypeAlias = tuple[int, str, str]
"""An entity and no words, or 0 and the words of who is none; and the kind."""
_QUOTED: Final = """SELECT coalesce(entity, 0), iif(entity IS NULL, source, ''), kind, count(*) FROM attributions
    WHERE page = ? AND kind <> 'none' AND source <> '' AND act IN ('said', 'document') GROUP BY 1, 2, 3"""
_IN_FAMILY: Final = """INSERT INTO source_families VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (entity, source, kind, family)
    DO UPDATE SET quotes = quotes + excluded.quotes, pages = pages + excluded.pages RETURNING pages"""
_IN_ALL: Final = """INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (entity, source, kind) DO UPDATE SET
    (quotes, pages, families) = (quotes + excluded.quotes, pages + excluded.pages, families + excluded.families)"""
_OF_SOURCE: Final = "entity = ? AND source = ? AND kind = ?"


class Tally:
    """Changes to the counts of sources, gathered over many pages and then written at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes: defaultdict[tuple[_Source, str], list[int]] = defaultdict(lambda: [0, 0])

    def move(self, page: int, before: str | None, after: str | None) -> None:
        """Count a page's quotations for another family than before; None where it was, or will be, in none."""
        if before == after:
            return
        for entity, source, kind, quotes in self._connection.execute(_QUOTED, (page,)):
            for family, sign in ((before, -1), (after, 1)):
                if family is not None:
                    change = self._changes[(entity, source, kind), family]
                    change[0] += sign * quotes
                    change[1] += sign

    def write(self) -> None:
        """Write what changed, in the transaction that is open."""
        run = self._connection.execute
        totals: defaultdict[_Source, list[int]] = defaultdict(lambda: [0, 0, 0])
        for (source, family), (quotes, pages) in self._changes.items():
            if not quotes and not pages:
                continue
            (now,) = run(_IN_FAMILY, (*source, family, quotes, pages)).fetchone()
            if not now:
                run(f"DELETE FROM source_families WHERE {_OF_SOURCE} AND family = ?", (*source, family))  # noqa: S608
            total = totals[source]
            total[0] += quotes
            total[1] += pages
            total[2] += (now > 0) - (now > pages)
        for source, total in totals.items():
            run(_IN_ALL, (*source, *total))
            if total[1] < 0:
                run(f"DELETE FROM sources WHERE {_OF_SOURCE} AND pages <= 0", source)  # noqa: S608 - own words
        self._changes.clear()

    def clear(self) -> None:
        """Forget what was gathered: its transaction is undone."""
        self._changes.clear()
