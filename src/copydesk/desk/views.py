"""What a desk says over many pages: who is quoted, who is named, what is said to have happened when."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TypeVar

from copydesk.desk import event_search as happened
from copydesk.desk import overview
from copydesk.desk.days import parse_days
from copydesk.desk.desk_types import EntityLine, EventLine, Moment, SourceLine
from copydesk.records import EntityType, EventKind, SourceKind, Status

_Item = TypeVar("_Item")


class Views(ABC):
    """The lists of a desk; `Desk` has them."""

    _connection: sqlite3.Connection

    @abstractmethod
    def _whole(self, story: str | None) -> str | None:
        """Return the whole id of a story that is named by its beginning."""

    @abstractmethod
    def _iterate(self, items: Iterator[_Item]) -> Iterator[_Item]:
        """Yield items as long as the desk is open."""

    def sources(
        self,
        *,
        story: str | None = None,
        who: str | None = None,
        kind: SourceKind | None = None,
        limit: int = -1,
    ) -> Iterator[SourceLine]:
        """Yield who is quoted, those that most families quote first.

        Args:
            story: only in this story.
            who: only sources with this in one of their names.
            kind: only sources of this kind.
            limit: the most to yield; all where negative.
        """
        return self._iterate(overview.sources(self._connection, self._whole(story), who, kind, limit))

    def entities(
        self,
        *,
        story: str | None = None,
        who: str | None = None,
        type: EntityType | None = None,
        limit: int = -1,
    ) -> Iterator[EntityLine]:
        """Yield who and what pages name, those that most pages name first.

        Args:
            story: only in this story.
            who: only those with this in one of their names.
            type: only things of this kind.
            limit: the most to yield; all where negative.
        """
        return self._iterate(overview.entities(self._connection, self._whole(story), who, type, limit))

    def timeline(self, story: str | None = None, *, day: str | None = None, limit: int = -1) -> Iterator[Moment]:
        """Yield what is said to have happened when, earliest first.

        Args:
            story: only what this story's pages say.
            day: only what begins within these days; written as in `search`.
            limit: the most to yield; all where negative.

        Raises:
            DateError: `day` is not a day or a range.
        """
        days = parse_days(day) if day else None
        return self._iterate(overview.timeline(self._connection, self._whole(story), days, limit))

    def events(
        self,
        *,
        type: str | None = None,
        kind: EventKind | None = None,
        status: Status | None = None,
        who: str | None = None,
        whom: str | None = None,
        place: str | None = None,
        day: str | None = None,
        story: str | None = None,
        limit: int = -1,
    ) -> Iterator[EventLine]:
        """Yield events that pages tell, the latest first, those without a day last.

        Args:
            type: only events of this PLOVER type.
            kind: only events of this kind of news.
            status: only events of this status.
            who: only events whose actors have this in their names.
            whom: only events whose recipients have this in their names.
            place: only events at this place.
            day: only events within these days; written as in `search`.
            story: only what this story's pages tell.
            limit: the most to yield; all where negative.

        Raises:
            DateError: `day` is not a day or a range.
        """
        asked = happened.Asked(
            type=type,
            kind=kind,
            status=status,
            who=who,
            whom=whom,
            place=place,
            days=parse_days(day) if day else None,
            story=self._whole(story),
        )
        return self._iterate(happened.find(self._connection, asked, limit))
