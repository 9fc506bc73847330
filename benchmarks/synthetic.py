"""Made-up records in any number, for timing: news-like in length, in how often words recur, and in what is found."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from copydesk.records import (
    Attribution,
    Content,
    Cue,
    Defect,
    Entity,
    EntityType,
    Event,
    EventTime,
    PageInfo,
    Participant,
    Place,
    Predicate,
    Published,
    Record,
    Source,
    Time,
)

VOCABULARY = 30_000
MADE = 5_000  # records that are written word by word where many more are wanted than their texts matter
COPIES = 0.3  # share of pages that carry another page's text, whole or cut
_FIRST = ("b", "ch", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "st")
_LAST = ("a", "e", "i", "o", "u", "an", "er", "in")
_SYLLABLES = [first + last for first in _FIRST for last in _LAST]
_CUES = (("said", "say"), ("announced", "announce"), ("denied", "deny"), ("warned", "warn"))


class Newsroom:
    """Writes records; the same seed writes the same ones.

    Args:
        seed: what chance starts from.
        people: how many people there are to be named.
        places: how many places.
        paragraphs: how many paragraphs a page has, at least and at most, of one to three sentences.
    """

    def __init__(
        self, seed: int = 8, *, people: int = 5_000, places: int = 800, paragraphs: tuple[int, int] = (6, 14)
    ) -> None:
        self._random, self._paragraphs = random.Random(seed), paragraphs
        words = {self._word() for _ in range(2 * VOCABULARY)}
        self._words = sorted(words)[:VOCABULARY]
        self._random.shuffle(self._words)
        self._weights = list(accumulate(1 / rank for rank in range(3, len(self._words) + 3)))  # Zipf's law
        self._people = [f"{self._word().title()} {self._word().title()}" for _ in range(people)]
        self._places = [self._word().title() for _ in range(places)]
        self._houses = [f"The {self._word().title()} {kind}" for kind in ("Post", "Daily", "Courier", "Times") * 50]

    @property
    def common_words(self) -> list[str]:
        """Two words that most pages hold."""
        return self._words[:2]

    @property
    def rare_word(self) -> str:
        """A word that few pages hold."""
        return self._words[5_000]

    @property
    def person(self) -> str:
        """A name that some pages hold."""
        return self._people[0]

    def records(self, count: int) -> Iterator[Record]:
        """Yield records; copies are of one of the last thousand pages."""
        recent: list[Record] = []
        for number in range(count):
            if recent and self._random.random() < COPIES:
                record = self._copy(number, self._random.choice(recent))
            else:
                record = self._story(number)
                recent.append(record)
                del recent[:-1000]
            yield record

    def varied(self, count: int) -> Iterator[Record]:
        """Yield records of which each after the first `MADE` is an earlier one with another id, day and publisher."""
        made = list(self.records(min(count, MADE)))
        yield from made
        for number in range(MADE, count):
            yield self._copy(number, made[number % MADE])

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.choice((1, 2, 2, 3, 3, 4))))

    def _story(self, number: int) -> Record:
        text, sentences, paragraphs, found = _Text(), [], [], _Found()
        published = date(2023, 1, 1) + timedelta(days=self._random.randrange(730))
        cast = [self._random.choice(self._people) for _ in range(5)]
        scene = [self._random.choice(self._places) for _ in range(3)]
        for _ in range(self._random.randint(*self._paragraphs)):
            first = text.size
            sentences += [
                self._sentence(text, found, cast, scene, published) for _ in range(self._random.randint(1, 3))
            ]
            paragraphs.append((first, text.size - 1))
            text.write("\n")
        return Record(
            id=f"page-{number:07}",
            page=PageInfo(location=f"pages/{number:07}.html", media_type="text/html", language="en"),
            headline=" ".join(self._plain(8)).capitalize(),
            published=Published(value=published.isoformat(), from_="metadata"),
            publisher=self._random.choice(self._houses),
            text=text.whole(),
            paragraphs=tuple(paragraphs),
            sentences=tuple(sentences),
            **found.fields(),
        )

    def _sentence(
        self, text: "_Text", found: "_Found", cast: list[str], scene: list[str], published: date
    ) -> tuple[int, int]:
        first = text.size
        who = found.entity("PERSON", self._random.choice(cast), text)
        cue = text.write(" " + (said := self._random.choice(_CUES))[0])[0] + 1
        content = text.write(" " + " ".join(self._plain(self._random.randint(8, 22))))
        if self._random.random() < 0.5:
            text.write(" in ")
            found.entity("PLACE", self._random.choice(scene), text)
        when = None
        if self._random.random() < 0.4:
            day = published - timedelta(days=self._random.randrange(7))
            text.write(" on ")
            when = Time(span=text.write(f"{day:%A}"), type="DATE", value=day.isoformat())
            found.times.append(when)
        text.write(". ")
        name = f"{len(found.attributions) + 1}"
        found.attributions.append(
            Attribution(
                id=f"a{name}",
                source=Source(kind="named-person", spans=((first, cue - 1),), entity=who),
                cue=Cue(spans=((cue, cue + len(said[0])),), lemma=said[1]),
                content=Content(spans=((content[0] + 1, content[1]),), speech="indirect"),
            )
        )
        found.events.append(
            Event(
                id=f"v{name}",
                mentions=(Predicate(span=(cue, cue + len(said[0])), lemma=said[1]),),
                type="CONSULT",
                actors=(Participant(spans=((first, cue - 1),), entity=who),),
                time=EventTime(value=when.value or "", span=when.span) if when else None,
            )
        )
        if self._random.random() < 0.05:
            found.defects.append(Defect(kind="stray-fragment", span=(content[0] + 1, content[1]), note="made up"))
        return first, text.size - 1

    def _plain(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def _copy(self, number: int, original: Record) -> Record:
        """Return another paper's page with the same text."""
        published = date.fromisoformat(original.published.value if original.published else "2023-01-01")
        return Record(
            **{
                **{field: getattr(original, field) for field in original.__struct_fields__},
                "id": f"page-{number:07}",
                "publisher": self._random.choice(self._houses),
                "published": Published(value=(published + timedelta(days=1)).isoformat(), from_="metadata"),
            }
        )


class _Text:
    """A text that grows; `write` returns the span of what was written."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.size = 0

    def write(self, words: str) -> tuple[int, int]:
        self._parts.append(words)
        self.size += len(words)
        return self.size - len(words), self.size

    def whole(self) -> str:
        return "".join(self._parts)


class _Found:
    """What the newsroom knows to stand in a text that grows."""

    def __init__(self) -> None:
        self._mentions: dict[tuple[EntityType, str], list[tuple[int, int]]] = {}
        self.times: list[Time] = []
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.defects: list[Defect] = []

    def entity(self, type_: EntityType, name: str, text: _Text) -> str:
        """Write a name and return the id of whose it is."""
        mentions = self._mentions.setdefault((type_, name), [])
        mentions.append(text.write(name))
        return f"e{list(self._mentions).index((type_, name)) + 1}"

    def fields(self) -> dict[str, Any]:
        entities = tuple(
            Entity(
                id=f"e{number}",
                type=type_,
                name=name,
                mentions=tuple(mentions),
                place=Place(name=name, country="UA") if type_ == "PLACE" else None,
            )
            for number, ((type_, name), mentions) in enumerate(self._mentions.items(), 1)
        )
        return {
            "entities": entities,
            "times": tuple(self.times),
            "attributions": tuple(self.attributions),
            "events": tuple(self.events),
            "defects": tuple(self.defects),
        }
