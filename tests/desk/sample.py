"""Small records written for these tests."""

import hashlib

from copydesk.records import (
    Anonymity,
    Attribution,
    Content,
    Cue,
    Dateline,
    Entity,
    Event,
    EventPlace,
    EventTime,
    Participant,
    Place,
    Predicate,
    Published,
    Record,
    Source,
    Time,
)

TEXT = "Marta Lindqvist visited Odesa on Thursday. “The envoy is here,” said a harbor official, unnamed for safety."


def span(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


def harbor(id_="harbor", **fields):
    """A page with one of everything, about an envoy in a port."""
    record = {
        "headline": "Envoy visits Odesa port",
        "publisher": "The Harborside Daily",
        "published": Published(value="2026-10-08T10:02:00-04:00", from_="metadata"),
        "dateline": Dateline(place="Odesa, Ukraine"),
        "text": TEXT,
        "sentences": (span(TEXT[:42]), span(TEXT[43:])),
        "entities": (
            Entity(
                id="e1",
                type="PERSON",
                name="Marta Lindqvist",
                mentions=(span("Marta Lindqvist"),),
                variants=("Lindkvist",),
            ),
            Entity(
                id="e2", type="PLACE", name="Odesa", mentions=(span("Odesa"),), place=Place(name="Odesa", country="UA")
            ),
        ),
        "times": (Time(span=span("Thursday"), type="DATE", value="2026-10-08"),),
        "attributions": (
            Attribution(
                id="a1",
                source=Source(
                    kind="anonymous-person",
                    spans=(span("a harbor official"),),
                    anonymity=Anonymity(span=span("unnamed for safety")),
                ),
                cue=Cue(spans=(span("said"),), lemma="say"),
                content=Content(spans=(span("“The envoy is here,”"),), speech="direct"),
            ),
        ),
        "events": (
            Event(
                id="v1",
                mentions=(Predicate(span=span("visited"), lemma="visit"),),
                type="CONSULT",
                kind="politics",
                status="happened",
                actors=(Participant(spans=(), entity="e1"),),
                place=EventPlace(spans=(), entity="e2"),
                time=EventTime(value="2026-10-08", span=span("Thursday")),
            ),
        ),
    }
    return Record(id=id_, **{**record, **fields})


def council(id_="council", **fields):
    """A page with little in it, about something else."""
    record = {
        "headline": "City council delays dredging vote",
        "publisher": "Pier Street Post",
        "published": Published(value="2026-09-30", from_="given"),
        "text": "The city council put off its vote on dredging the harbor. “We need more time,” Mayor Dot Haan said.",
    }
    return Record(id=id_, **{**record, **fields})


def unlike(number):
    """A text that shares no word with those of other numbers."""
    return " ".join(hashlib.sha256(f"{number}.{word}".encode()).hexdigest()[:9] for word in range(150)) + "."
