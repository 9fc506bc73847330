"""What a component of the reading is, and what it is given: `Component` and `Reading`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from copydesk.articles import Article
from copydesk.language import Document
from copydesk.pages import Page
from copydesk.records import Attribution, Defect, Entity, Event, Published, Quantity, Span, Time

Findings: TypeAlias = Mapping[str, Any]
"""What a component found: for each field of the record that it gives, the new value of that field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page while it is read: everything that a component may look at. Nothing in it is to be written to.

    Attributes:
        page: the page as found.
        article: the story taken from it, with its masthead.
        text: the text to read, the start of `article.text`: all of it, unless that is far too long.
        paragraphs: the paragraphs of `text`.
        document: what the language model says about `text`; None where the model is missing.
        published: the publication day of the page, and where it is from.
        found: what earlier components gave, by field of the record.
    """

    page: Page
    article: Article
    text: str
    paragraphs: tuple[Span, ...] = ()
    document: Document | None = None
    published: Published | None = None
    found: Findings = field(default_factory=dict)

    def having(self, findings: Findings) -> "Reading":
        """Return this reading with more findings; those of the same field are replaced."""
        return replace(self, found={**self.found, **findings})

    @property
    def day(self) -> str | None:
        """The publication day, or the year or month where only that is known (ISO 8601)."""
        return self.published.value[:10] if self.published else None

    @property
    def dateline_place(self) -> str | None:
        """The place that the story's dateline names."""
        return self.article.dateline.place if self.article.dateline else None

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences found so far."""
        return self._found("sentences")

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities found so far."""
        return self._found("entities")

    @property
    def times(self) -> tuple[Time, ...]:
        """The time expressions found so far."""
        return self._found("times")

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities found so far."""
        return self._found("quantities")

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions found so far."""
        return self._found("attributions")

    @property
    def events(self) -> tuple[Event, ...]:
        """The events found so far."""
        return self._found("events")

    @property
    def defects(self) -> tuple[Defect, ...]:
        """The defects found so far."""
        return self._found("defects")

    def _found(self, name: str) -> tuple[Any, ...]:
        return tuple(self.found.get(name, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One step of the reading.

    Attributes:
        name: what notices and timings call it.
        needs: fields of the record that an earlier component must have given (they are empty where that one failed),
            and `document` where it cannot work without the language model: without a model it is then not run.
        gives: fields of the record that it fills, or fills anew if an earlier component has filled them. Notices are
            added to those that are there. What it gives that is no field of a record goes to `Record.extensions`.
        languages: codes of those that it reads (`en`); on a page in another one it is not run. Empty: any.
        run: the step itself, a pure function from the reading to its findings; it may raise, which costs only them.
            The first line of its docstring says in the docs what it does.
    """

    name: str
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...]
    languages: tuple[str, ...] = ()
    run: Callable[[Reading], Findings]
