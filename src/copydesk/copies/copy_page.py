"""A page as copies are traced by: a few kilobytes in place of its record."""

from dataclasses import dataclass
from typing import Final

from copydesk.copies.texts.origin import Provenance, gathers, label, origin_of
from copydesk.copies.texts.remembered import Remembered
from copydesk.copies.texts.text import Text, text_of
from copydesk.copies.texts.view import View
from copydesk.records import Record, Span

REMEMBERED: Final = 600_000
"""Bytes of the views that are kept at hand: those of some twenty news pages."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class TracedPage:
    """What is kept of a record.

    Attributes:
        id: the record's id.
        text: its words as numbers.
        plain: its text.
        origin: what it says of where its text is from.
        label: what to call the page.
        title: its headline, or its first words.
        published: day or time as the record gives it; a fallback day is none.
        language: ISO 639-1 code, or None.
        gathers: whether it gathers pieces of many stories.
        lacking: what the record did not hold, in words.
    """

    id: str
    text: Text
    plain: str
    origin: Provenance
    label: str
    title: str
    published: str | None
    language: str | None
    gathers: bool
    lacking: str

    @property
    def when(self) -> tuple[str, str]:
        """What pages are sorted by: the earliest first, those without a day last."""
        return self.published or "~", self.id


def _view_of(page: TracedPage) -> View:
    spans: tuple[Span, ...] = tuple((start, end) for start, end in page.text.spans.tolist())
    return View(Record(id=page.id, text=page.plain, sentences=spans), page.text)


view_of: Final = Remembered(_view_of, REMEMBERED)
"""A page's words for a closer look: its text and its sentences, no findings; the last views asked for are at hand."""


def page_of(record: Record) -> TracedPage:
    """Return what is kept of a record."""
    return TracedPage(
        id=record.id,
        text=text_of(record),
        plain=record.text,
        origin=origin_of(record),
        label=label(record),
        title=record.title,
        published=record.told,
        language=record.page.language,
        gathers=gathers(record),
        lacking="" if record.sentences or not record.text else f"sentences of {label(record)}",
    )
