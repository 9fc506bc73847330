"""The types of happenings: events of several pages of a story that are one, and what copies made of them."""

from typing import Literal, TypeAlias

import msgspec

DriftKind: TypeAlias = Literal["certainty", "denial-lost", "toll", "day", "place", "attribution-lost"]


class HappeningEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One page's event of a happening, by the page's id and the event's id in its record."""

    page: str
    event: str


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """What a page made of an event that it took from another: `before` on page `source`, `after` on page `target`."""

    kind: DriftKind
    source: str
    target: str
    before: str = ""
    after: str = ""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """Something that pages of a story tell of.

    Attributes:
        id: h1, h2 …, the most widely told first.
        type: PLOVER type, None where no page's event has one.
        words: the predicate on the earliest page that tells it.
        events: the pages' events, the earliest page first.
        pages: how many pages tell it; `texts` in how many independently written texts.
        drift: what copies made of it.
    """

    id: str
    type: str | None = None
    words: str = ""
    events: tuple[HappeningEvent, ...]
    pages: int
    texts: int
    drift: tuple[Drift, ...] = ()
