"""What a desk gives back: values, not rows. Days are ISO 8601 strings; what is not known is None."""

from typing import Literal, TypeAlias

import msgspec

from copydesk.records import EntityType, EventKind, SourceKind, Span, Status

AddedStatus: TypeAlias = Literal["added", "known", "updated"]


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one record that was added.

    Attributes:
        id: the id it has on the desk; differs from the record's own only where that id was taken by another text.
        status: `added` is new, `known` was there already, `updated` replaces an earlier reading of the same page.
        story: the id of the story it belongs to at this moment; a later page may join two stories.
    """

    id: str
    status: AddedStatus
    story: str | None = None


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a page's text; `marks` are the spans in it (code points) that the query matched."""

    text: str
    marks: tuple[Span, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One page that a search found."""

    id: str
    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    story: str | None = None
    snippet: Snippet


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One story in a list.

    Attributes:
        id: the id of the story; it holds while later pages are added.
        title: what the story is called; a headline.
        pages: how many pages tell it.
        texts: how many texts were written independently; a page and its copies count once.
        first_day: day of publication of its first page; `last_day` of its last.
    """

    id: str
    title: str
    pages: int
    texts: int
    first_day: str | None = None
    last_day: str | None = None


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One source that pages quote: of a person or body one line, whatever names pages have for it.

    Attributes:
        entity: its number among the desk's entities, where it is one.
        name: the name, or for an unnamed source the words that stand for it, in lower case.
        also: other names that pages have for it.
        role: what a person is, as pages say it.
        kind: the kind of source.
        named: whether the reader is told who it is.
        quotes: how many attributions rest on it, copies included.
        pages: how many pages quote it.
        families: how many families, each of one text, quote it.
    """

    entity: int | None = None
    name: str
    also: tuple[str, ...] = ()
    role: str | None = None
    kind: SourceKind
    named: bool
    quotes: int
    pages: int
    families: int


class EntityLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that pages name: one line, whatever names they have for it.

    Attributes:
        entity: its number among the desk's entities.
        type: what kind of thing it is.
        name: the name; of a place on the map that of the map.
        also: other names that pages have for it.
        role: what a person is, as pages say it; `government` of a capital that stands for its government.
        country: ISO 3166-1 code of a place, or of a body that every country has.
        geonames: GeoNames id of a place.
        pages: how many pages name it.
    """

    entity: int
    type: EntityType
    name: str
    also: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    geonames: int | None = None
    pages: int


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event that a page tells.

    Attributes:
        event: its id in the record of the page.
        type: PLOVER type; `code` the CAMEO code derived from it; None where unsure.
        kind: kind of news, for instance accident or court; None where unsure.
        predicate: the words that tell it; `lemma` their base form.
        actors, recipients: who did it, to whom, by name or in the page's words, joined by "; ".
        place: where, by name; None where the page does not tell.
        status: how surely; None where the page does not tell.
        value: TIMEX3 value of its own time; `first` and `last` the days that it spans.
        source: on whose word, where the page says.
        words: the sentence; `span` where it stands.
        page, headline, story: the page that tells it.
    """

    event: str
    type: str | None = None
    kind: EventKind | None = None
    code: str | None = None
    predicate: str
    lemma: str
    actors: str | None = None
    recipients: str | None = None
    place: str | None = None
    status: Status | None = None
    value: str | None = None
    first: str | None = None
    last: str | None = None
    source: str | None = None
    words: str
    span: Span
    page: str
    headline: str | None = None
    story: str | None = None


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is said to have happened, and when.

    Attributes:
        first: first day it can have happened, ISO 8601; `last` the last one.
        value: the TIMEX3 value that gives the days.
        words: the sentence that says so.
        type: PLOVER type of the event; None where only a date stands in the sentence.
        status: whether it happened, is expected, denied …; None where only a date stands in the sentence.
        source: on whose word, where the page says.
        page: id of the first page that says so; `headline` its headline, `story` the story it belongs to.
        span: where in that page's text.
        pages: how many pages of the story say so.
    """

    first: str
    last: str
    value: str
    words: str
    type: str | None = None
    status: Status | None = None
    source: str | None = None
    page: str
    headline: str | None = None
    story: str | None = None
    span: Span
    pages: int = 1
