"""W3C Web Annotations: every finding an Annotation on the words that it rests on, all in one AnnotationPage.

Standard: https://www.w3.org/TR/annotation-model/. Positions count code points of the story's text as copydesk took it
from the page (`Record.text`), so each target also quotes its words with those around them, which finds them on the
page itself.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Final

from copydesk.exports.iris import page_iri, stable_uuid
from copydesk.exports.stream import write_array
from copydesk.records import Attribution, Event, Record, Span

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # characters of prefix and suffix


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write one AnnotationPage with the annotations of all records; return how many records."""
    count, seen = 0, hashlib.sha256()

    def items() -> Iterator[dict[str, Any]]:
        nonlocal count
        for record in records:
            count += 1
            seen.update(record.id.encode() + b"\n")
            yield from annotations(record)

    def tail() -> dict[str, str]:
        return {"id": stable_uuid("annotations", seen.hexdigest())}

    write_array({"@context": CONTEXT, "type": "AnnotationPage"}, "items", items(), out, tail)
    return count


def annotations(record: Record) -> Iterator[dict[str, Any]]:
    """Yield an Annotation for each finding of a record: names, times, quantities, attributions, events, defects."""
    note = _Notes(record)
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        words = entity.name if not entity.role else f"{entity.name}, {entity.role}"
        for number, span in enumerate((*entity.mentions, *entity.nested, *entity.descriptions), 1):
            yield note(f"{entity.id}-{number}", "identifying", entity.type, words, [span])
    for number, credit in enumerate(record.credits, 1):
        if credit.span:
            yield note(f"c{number}", "describing", "credit", f"{credit.agency}, {credit.form}", [credit.span])
    for number, time in enumerate(record.times, 1):
        yield note(f"t{number}", "describing", time.type, _joined(time.value, time.mod), [time.span])
    for number, quantity in enumerate(record.quantities, 1):
        words = _joined(f"{quantity.value:g}", quantity.unit, quantity.of, quantity.bound)
        yield note(f"q{number}", "describing", "quantity", words, [quantity.span])
    for attribution in record.attributions:
        yield from _attribution(note, attribution, names, record)
    for event in record.events:
        yield from _event(note, event, record)
    for number, defect in enumerate(record.defects, 1):
        yield note(f"d{number}", "assessing", defect.kind, defect.note, [defect.span])


def _attribution(
    note: "_Notes", attribution: Attribution, names: dict[str, str], record: Record
) -> Iterator[dict[str, Any]]:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    who = names.get(source.entity or "") or record.words(*source.spans)
    if source.spans:
        yield note(f"{attribution.id}-source", "classifying", "source", source.kind, source.spans)
    if source.anonymity:
        yield note(f"{attribution.id}-reason", "describing", "anonymity", "reason given", [source.anonymity.span])
    if attribution.told:
        yield note(f"{attribution.id}-told", "classifying", "told", "to whom it was said", attribution.told.spans)
    for number, relay in enumerate(attribution.via, 1):
        yield note(f"{attribution.id}-via-{number}", "classifying", "via", relay.kind, relay.spans)
    if cue.spans:
        yield note(f"{attribution.id}-cue", "classifying", "cue", _joined(cue.lemma, cue.stance), cue.spans)
    if content.spans:
        said_by = f"{content.speech} speech of {who}" if who else f"{content.speech} speech"
        yield note(f"{attribution.id}-content", "describing", "content", said_by, content.spans)


def _event(note: "_Notes", event: Event, record: Record) -> Iterator[dict[str, Any]]:
    who = " and ".join(record.participants(event.actors))
    whom = " and ".join(record.participants(event.recipients))
    doing = _joined(event.predicate.lemma, event.status and f"({event.status})", sep=" ")
    words = _joined(who, doing, whom, record.place_of(event.place), event.time.value if event.time else None)
    yield note(event.id, "classifying", event.type or "event", words, [item.span for item in event.mentions])
    parts = (
        ("participants", [span for one in (*event.actors, *event.recipients) for span in one.spans]),
        ("place", event.place.spans if event.place else ()),
        ("status", event.status_from),
    )
    for name, spans in parts:
        if spans:
            yield note(f"{event.id}-{name}", "classifying", name, f"{name} of the event", spans)


def _joined(*parts: str | None, sep: str = ", ") -> str:
    return sep.join(part for part in parts if part)


class _Notes:
    """Makes the annotations of one page."""

    def __init__(self, record: Record) -> None:
        self._record, self._page = record, page_iri(record)

    def __call__(self, key: str, motivation: str, tag: str, words: str, spans: Sequence[Span]) -> dict[str, Any]:
        bodies = [_body("tagging", tag)] + ([_body(motivation, words)] if words else [])
        targets = [self._target(span) for span in spans]
        return {
            "id": stable_uuid(self._record.id, key),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }

    def _target(self, span: Span) -> dict[str, Any]:
        text, (start, end) = self._record.text, span
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        }
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"source": self._page, "selector": [position, quote]}


def _body(purpose: str, words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}
