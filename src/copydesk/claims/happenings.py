"""Events of a story's pages that are one happening, in how many texts it is told, and what copies made of it.

Two events are one happening when their words share a stem or a PLOVER type, a participant by name (in copies of one
text by any word), and neither the day nor what is background against what is news stands against it. What a copy
changed is told along the edges of its family: a copy that made "may" into "did", lost a denial or its source, or
changed the toll or the day.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from copydesk.claims.descent import Descent, descent
from copydesk.copies.copy_types import Story
from copydesk.english.function_words import ARTICLES, DEMONSTRATIVES, POSSESSIVES
from copydesk.reading.events.event_coreference import stem_of
from copydesk.reading.gazetteer import candidates
from copydesk.records import Event, Record
from copydesk.records.happening_types import Drift, Happening, HappeningEvent

MAX_HAPPENINGS: Final = 300  # happenings of one story
_DETERMINERS: Final = ARTICLES | DEMONSTRATIVES | POSSESSIVES | {"some"}
_OPEN: Final = ("scheduled", "expected", "possible")


class _Told(NamedTuple):
    """One page's event with what it is compared by."""

    page: str
    event: Event
    stem: str
    parts: frozenset[str]
    words: frozenset[str]
    attribution: str | None
    place: str | None

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Pairs of a participant's word and the predicate's stem or type; what is one happening shares a pair."""
        ways = (self.stem, *filter(None, [self.event.type]))
        return [(word, way) for word in self.words for way in ways]


def find_happenings(story: Story, records: Mapping[str, Record]) -> tuple[Happening, ...]:
    """Return the happenings of a story, those of most texts first.

    Args:
        story: its families and edges say whose text each page is.
        records: the story's records by id; pages without one are left out.
    """
    chain = descent(story, records)
    groups: list[list[_Told]] = []
    by_key: dict[tuple[str, str], set[int]] = defaultdict(set)
    for page in chain.order:
        events = list(_told(page, records[page]))
        fits = [
            (likeness, i, n)
            for i, told in enumerate(events)
            for n in sorted(set().union(*(by_key.get(key, ()) for key in told.keys)))
            if (likeness := _likeness(groups[n], told, chain))
        ]
        taken: dict[int, int] = {}
        for _, i, n in sorted(fits, key=lambda fit: (-fit[0], fit[1], -fit[2])):
            if i not in taken and n not in taken.values():
                taken[i] = n
        for i, told in enumerate(events):
            n = taken.get(i, len(groups))
            if n == len(groups):
                groups.append([])
            groups[n].append(told)
            for key in told.keys:
                by_key[key].add(n)
    ranked = sorted(groups, key=lambda group: (-_texts(group, chain), -len(group)))[:MAX_HAPPENINGS]
    return tuple(_happening(number, group, records, chain) for number, group in enumerate(ranked, 1))


def with_happenings(story: Story, records: Mapping[str, Record]) -> Story:
    """Return a story with its happenings alone."""
    return msgspec.structs.replace(story, happenings=find_happenings(story, records))


def _told(page: str, record: Record) -> Iterator[_Told]:
    said = {one.id for one in record.attributions if one.source.spans and one.act in ("said", "document")}
    for event in record.events:
        if event.notable:
            parts = [word for part in record.participants((*event.actors, *event.recipients)) for word in part.split()]
            names = frozenset(word.casefold() for word in parts if word[:1].isupper()) - _DETERMINERS
            words = frozenset(word.casefold() for word in parts) - _DETERMINERS
            word = event.attribution if event.attribution in said else None
            place = record.place_of(event.place)
            yield _Told(page, event, stem_of(event.predicate.lemma), names, words, word, place)


def _likeness(group: Sequence[_Told], told: _Told, chain: Descent) -> int:
    """Return how well an event fits a happening: its first event, or one on a page that this one was made from; 0: not.

    The same word with the same participants on the page that this one was made from fits best.
    """
    parent = chain.parents.get(told.page)
    best = 0
    for member in (group[0], *(member for member in group[1:] if member.page == parent)):
        copied = chain.families.get(member.page) == chain.families.get(told.page)
        if _same(member, told, copied):
            alike = (member.stem == told.stem) + (member.words == told.words)
            best = max(best, 1 + 2 * alike + (member.page == parent))
    return best


def _same(one: _Told, other: _Told, copied: bool) -> bool:
    if one.event.type and other.event.type and one.event.type != other.event.type:
        return False
    if one.stem != other.stem and not (one.event.type and one.event.type == other.event.type):
        return False
    if not one.parts & other.parts and not (copied and one.stem == other.stem and one.words & other.words):
        return False
    days = [told.event.time.value for told in (one, other) if told.event.time and told.event.time.value]
    sides = [told.event.time.relative == "background" for told in (one, other) if told.event.time]
    if len(sides) == len("ab") and sides[0] != sides[1] and (len(days) < len("ab") or days[0] != days[1]):
        return False
    if not copied and len(days) == len("ab") and days[0] != days[1] and not days[0].startswith(days[1]):
        return False
    return one.stem == other.stem or one.event.mode == other.event.mode


def _texts(group: Sequence[_Told], chain: Descent) -> int:
    return len({chain.families.get(told.page, told.page) for told in group})


def _happening(number: int, group: Sequence[_Told], records: Mapping[str, Record], chain: Descent) -> Happening:
    of_page = {told.page: told for told in group}
    drift = [
        change
        for told in group
        if (parent := of_page.get(chain.parents.get(told.page, "")))
        for change in _drift(parent, told)
    ]
    first = group[0]
    return Happening(
        id=f"h{number}",
        type=next((told.event.type for told in group if told.event.type), None),
        words=records[first.page].words(first.event.predicate.span),
        events=tuple(HappeningEvent(page=told.page, event=told.event.id) for told in group),
        pages=len(of_page),
        texts=_texts(group, chain),
        drift=tuple(drift),
    )


def _drift(source: _Told, target: _Told) -> Iterator[Drift]:
    """Yield what a copy made of an event."""
    one, other = source.event, target.event

    def changed(kind: str, before: str, after: str) -> Drift:
        return Drift(kind=kind, source=source.page, target=target.page, before=before, after=after)  # type: ignore[arg-type]

    if one.status and other.status and _sure(one.status) != _sure(other.status):
        yield changed("certainty", one.status, other.status)
    if one.denied_by and not other.denied_by and one.status != other.status:
        yield changed("denial-lost", ", ".join(one.denied_by), "")
    for before, after in ((one.dead, other.dead), (one.injured, other.injured)):
        if before is not None and after is not None and before != after:
            yield changed("toll", f"{before:g}", f"{after:g}")
    days = [event.time.value if event.time else None for event in (one, other)]
    if days[0] and days[1] and days[0] != days[1] and days[0][:1].isdigit() and days[1][:1].isdigit():
        yield changed("day", days[0], days[1])
    if source.place and target.place and not _same_place(source.place, target.place):
        yield changed("place", source.place, target.place)
    if source.attribution and not other.attribution:
        yield changed("attribution-lost", source.attribution, "")


def _same_place(one: str, other: str) -> bool:
    """Tell whether two names are one place, by the name or by the first that the map has for each: Odesa, Odessa."""
    if _bare(one) == _bare(other):
        return True
    first, second = (next(iter(candidates(name)), None) for name in (one, other))
    return first is not None and second is not None and first.place.geonames == second.place.geonames


def _bare(place: str) -> str:
    return place.casefold().removeprefix("the ")


def _sure(status: str) -> str:
    return "open" if status in _OPEN else "denied" if status == "denied" else "told"
