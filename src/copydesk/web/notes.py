"""The margin of the reading view: one numbered note for each attribution, event, time and defect of a record."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from copydesk.english.deeds import deed
from copydesk.english.timewords import words_of
from copydesk.reading.attributions import quoted
from copydesk.records import Attribution, Defect, Entity, Event, Record, Span, Time
from copydesk.records.code_words import STATUS_WORDS
from copydesk.web.marks import Mark
from copydesk.web.plain_words import SOURCE_KINDS, SPEECH, STANCES, plain, plain_value, short

PRONOUNS = frozenset("he she they it him her them his their who we i".split())


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One note in the margin.

    Attributes:
        number: counts from 1 in the order of the text.
        kind: what it explains; names its colour.
        anchor: the position in the text that it stands beside.
        head: the words it is about: the source, the event, the time expression, the kind of defect.
        verb: the cue, for an attribution; how surely it is told, for an event.
        body: what is said about it, in plain words.
        quoted: whether the body stands in the page's own quotation marks.
        tags: short labels, plain words.
        reason: why a source is not named, as the page puts it.
    """

    number: int
    kind: Literal["attribution", "event", "time", "defect"]
    anchor: int
    head: str
    verb: str = ""
    body: str = ""
    quoted: bool = False
    tags: tuple[str, ...] = ()
    reason: str = ""


def annotate(record: Record) -> tuple[tuple[Note, ...], tuple[Mark, ...]]:
    """Return the notes on a record in the order of its text, and the marks that refer to them."""
    news = [event for event in record.events if event.salient]
    items: list[Attribution | Event | Time | Defect] = [*quoted(record), *news, *record.times, *record.defects]
    order = sorted(items, key=lambda item: (anchor(item), isinstance(item, Attribution)))
    entities = {entity.id: entity for entity in record.entities}
    notes: list[Note] = []
    marks: list[Mark] = []
    for number, item in enumerate(order, 1):
        if isinstance(item, Attribution):
            notes.append(attribution_note(record, item, number, entities))
            marks += attribution_marks(item, number)
        elif isinstance(item, Event):
            notes.append(event_note(record, item, number))
            marks += event_marks(item, number)
        elif isinstance(item, Time):
            notes.append(time_note(record, item, number))
            marks.append(Mark(span=item.span, layer="time", note=number, refers=True))
        else:
            notes.append(
                Note(
                    number=number,
                    kind="defect",
                    anchor=anchor(item),
                    head=plain(item.kind).capitalize(),
                    body=item.note,
                )
            )
            marks.append(Mark(span=item.span, layer="defect", note=number, refers=True))
    return tuple(notes), tuple(marks)


def anchor(item: Attribution | Event | Time | Defect) -> int:
    """Return the position after which an annotation's number is printed."""
    if isinstance(item, Event):
        return item.predicate.span[1]
    return pivot(item)[1] if isinstance(item, Attribution) else item.span[1]


def event_marks(item: Event, number: int) -> list[Mark]:
    """Return a mark on each mention of an event; its number follows the first."""
    classes = item.status or "open"
    return [
        Mark(span=mention.span, layer="event", note=number, classes=classes, refers=place == 0)
        for place, mention in enumerate(item.mentions)
    ]


def event_note(record: Record, item: Event, number: int) -> Note:
    """Return the note on one event: who did it to whom, where, when, how surely, and by which words."""
    who, whom = (short(", ".join(record.participants(side)), 60) for side in (item.actors, item.recipients))
    place, value = record.place_of(item.place), item.time.value if item.time else None
    deciding = ", ".join(dict.fromkeys(f"“{record.words(span)}”" for span in item.status_from))
    return Note(
        number=number,
        kind="event",
        anchor=anchor(item),
        head=short(deed(record, item), 80),
        verb=STATUS_WORDS[item.status] if item.status else "not told whether it happened",
        body=" → ".join(part for part in (who, whom) if part),
        tags=tuple(
            part
            for part in (
                plain(item.type) if item.type else item.kind,
                plain(item.mode) if item.mode else None,
                f"in {place}" if place else None,
                plain_value(value) if value else None,
                f"by {deciding}" if deciding else None,
            )
            if part
        ),
    )


def pivot(attribution: Attribution) -> Span:
    """Return the span that an attribution hangs on: its cue, else its source, else its content."""
    spans = attribution.cue.spans or attribution.source.spans or attribution.content.spans or ((0, 0),)
    return spans[0]


def attribution_marks(item: Attribution, number: int) -> list[Mark]:
    """Return the marks of one attribution; its number follows the pivot."""
    spans = [("source", span) for span in item.source.spans]
    spans += [("cue", span) for span in item.cue.spans]
    spans += [("content", span) for span in item.content.spans]
    if item.source.anonymity:
        spans.append(("anonymity", item.source.anonymity.span))
    classes = {"content": item.content.speech, "source": item.source.kind, "cue": item.cue.stance}
    hung = pivot(item)
    return [
        Mark(span=span, layer=layer, note=number, classes=classes.get(layer, ""), refers=span == hung)
        for layer, span in spans
    ]


def attribution_note(record: Record, item: Attribution, number: int, entities: Mapping[str, Entity]) -> Note:
    """Return the note on one attribution, as a sentence that a reporter could check."""
    kind, anonymity = item.source.kind, item.source.anonymity
    tags = [SOURCE_KINDS[kind], SPEECH[item.content.speech]]
    if item.cue.stance != "neutral":
        tags.append(STANCES[item.cue.stance])
    return Note(
        number=number,
        kind="attribution",
        anchor=anchor(item),
        head=source_words(record, item, entities),
        verb=record.words(*item.cue.spans) if item.cue.spans else "",
        body=short(record.words(*item.content.spans).strip("“”\"'‘’ ").rstrip(',”" '), 72),
        quoted=item.content.speech == "direct",
        tags=tuple(tags),
        reason=short(record.words(anonymity.span), 120) if anonymity else "",
    )


def source_words(record: Record, item: Attribution, entities: Mapping[str, Entity]) -> str:
    """Return the words for a source: the entity's name where the text has only a pronoun, else the page's own words."""
    words = _without_reason(record, item)
    entity = entities.get(item.source.entity or "")
    if entity and (not words or words.lower() in PRONOUNS):
        return f"{entity.name} (“{words}”)" if words else entity.name
    return words or "No source given"


def _without_reason(record: Record, item: Attribution) -> str:
    """Return the page's words for a source, up to the clause that says why it is not named: the note has that apart."""
    reason = item.source.anonymity.span[0] if item.source.anonymity else len(record.text)
    inside = any(start < reason < end for start, end in item.source.spans)
    spans = [(start, min(end, reason)) for start, end in item.source.spans if start < reason] if inside else []
    words = short(record.words(*(spans or item.source.spans)), 80)
    return words.partition(",")[0] if inside else words.strip(" ,;:")


def time_note(record: Record, item: Time, number: int) -> Note:
    """Return the note on one time expression: its words and what they come to."""
    words = words_of(item.value, item.mod, item.type) if item.value else "not resolved"
    return Note(
        number=number,
        kind="time",
        anchor=anchor(item),
        head=short(record.words(item.span), 60),
        body=words,
        tags=("repeated",) if item.type == "SET" else (),
    )
