"""All components of the reading, in the order in which they run; docs/components.md shows how to add one."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint
from typing import Final

from copydesk import plugins
from copydesk.english.datelines import dateline_end
from copydesk.english.sentences import split_sentences
from copydesk.reading.attributions import find_attributions, with_posts, without_leaks
from copydesk.reading.component import Component, Findings, Reading
from copydesk.reading.defects import find_defects
from copydesk.reading.entities import find_entities
from copydesk.reading.events import find_events
from copydesk.reading.quantities import find_quantities
from copydesk.reading.text_credits import find_credits, masthead_credits
from copydesk.reading.times import read_times
from copydesk.records import Notice

ENTRY_POINTS: Final = "copydesk.components"
"""Group of the entry points by which an installed package adds a `Component`."""


def _sentences(reading: Reading) -> Findings:
    """Split the text into sentences, by the language model or, without it, by rules."""
    if document := reading.document:
        return {"sentences": tuple(document.span(start, end) for start, end in document.sentences.tolist())}
    return {"sentences": split_sentences(reading.text, reading.paragraphs)}


def _entities(reading: Reading) -> Findings:
    """Find people, organizations and places, join their mentions, tell their roles, and look places up."""
    return {"entities": find_entities(reading.document, reading.dateline_place) if reading.document else ()}


def _times(reading: Reading) -> Findings:
    """Find time expressions and resolve them from the publication day."""
    times, end = read_times(reading.text, reading.day, reading.document)
    if end == len(reading.text):
        return {"times": times}
    note = f"only the first {end:,} characters were read for times"
    return {"times": times, "notices": (Notice(kind="truncated", note=note),)}


def _quantities(reading: Reading) -> Findings:
    """Find numbers with what they count or measure."""
    return {"quantities": find_quantities(reading.text, reading.times, reading.document)}


def _defects(reading: Reading) -> Findings:
    """Find what looks broken in the text."""
    article = reading.article
    masthead = (*(author.name for author in article.authors), article.headline, reading.dateline_place)
    names = tuple(filter(None, masthead))
    apart = tuple(block.span for block in article.blocks if block.kind not in _PROSE)
    in_person = article.kind in ("opinion", "interview", "review")
    found = find_defects(reading.text, reading.paragraphs, reading.sentences, names, apart, in_person)
    return {"defects": found}


_PROSE: Final = ("paragraph", "quotation", "correction")
"""Kinds of blocks that are running prose, in which a sentence has an end and a story its third person."""


def _attributions(reading: Reading) -> Findings:
    """Find who is said to have said what, and what kind of source that is."""
    article = reading.article
    houses = (reading.page.publisher or article.publisher, article.agency)
    found = find_attributions(reading.text, reading.paragraphs, reading.document, reading.entities, houses)
    found = with_posts(without_leaks(found, reading.defects), article.blocks, reading.entities, len(reading.text))
    return {"attributions": found}


def _credits(reading: Reading) -> Findings:
    """Find every agency and outlet that the page names as a source of its text."""
    article = reading.article
    return {"credits": masthead_credits(article, article.furniture, find_credits(reading.text))}


def _events(reading: Reading) -> Findings:
    """Find who is said to have done what to whom, when, where, how surely, and on whose word."""
    if not reading.document:
        return {"events": ()}
    captions = [block.span for block in reading.article.blocks if block.kind == "caption"]
    found = find_events(
        reading.document,
        reading.entities,
        reading.times,
        reading.quantities,
        reading.attributions,
        reading.day,
        captions,
        dateline_end(reading.text, reading.dateline_place),
    )
    return {"events": found}


_ENGLISH: Final = ("en",)
BUILT_IN: Final = (
    Component(name="credits", gives=("credits",), run=_credits),
    Component(name="sentences", gives=("sentences",), run=_sentences),
    Component(name="entities", needs=("document",), gives=("entities",), run=_entities),
    Component(name="times", gives=("times", "notices"), run=_times),
    Component(name="quantities", needs=("times",), gives=("quantities",), run=_quantities),
    Component(name="defects", needs=("sentences",), gives=("defects",), run=_defects),
    Component(
        name="attributions",
        needs=("entities", "defects"),
        gives=("attributions",),
        languages=_ENGLISH,
        run=_attributions,
    ),
    Component(
        name="events",
        needs=("document", "entities", "times", "quantities", "attributions"),
        gives=("events",),
        languages=_ENGLISH,
        run=_events,
    ),
)


@cache
def components() -> tuple[Component, ...]:
    """Return the components that ship, then those that installed packages add, by name of their entry point."""
    return checked((*BUILT_IN, *map(_loaded, plugins.added(ENTRY_POINTS))))


def checked(table: Iterable[Component]) -> tuple[Component, ...]:
    """Return components; in place of one whose name is taken or whose needs nobody before it gives, one that fails.

    A mistake in a package that adds a component so costs that component, with a notice on each page, and no other.
    """
    done: list[Component] = []
    given = {"document", "notices"}
    for component in table:
        if component.name in {earlier.name for earlier in done}:
            component = _failing(component.name, ValueError(f"two components have the name {component.name!r}"))
        elif missing := [name for name in component.needs if name not in given]:
            error = ValueError(f"no component before it gives {', '.join(missing)}")
            component = _failing(component.name, error)
        given |= {*component.gives}
        done.append(component)
    return tuple(done)


def _loaded(entry: EntryPoint) -> Component:
    try:
        component = entry.load()
    except Exception as error:  # a package of somebody else's, which must not stop the reading
        return _failing(entry.name, error)
    if isinstance(component, Component):
        return component
    return _failing(entry.name, TypeError(f"{entry.value} is no copydesk.reading.component.Component"))


def _failing(name: str, error: Exception) -> Component:
    """Return a component that does nothing but raise."""

    def run(reading: Reading) -> Findings:
        raise error

    return Component(name=name, gives=(), run=run)
