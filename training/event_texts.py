"""The paragraphs that events are fitted on: those of the shared corpus, and our own with their truth in marks.

`training/data/events_*.txt` holds one paragraph a line, each event as `{words|TYPE/mode status}`: a PLOVER type with
its mode or a kind of general news, then the status by letter (happened, ongoing, scheduled, expected, possible, denied,
habitual as "b"), a star for an event that a desk would log, and B for one that lies before the news. Where a paragraph
marks who takes part, phrases stand as `[1 the town council]`, within each other where they must, and an event names its
actors, recipients and places by their numbers: `{closed|COERCE/restrict h* a=1 r=2,3 p=4}`. They were written for
copydesk, after no other text.
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from copydesk.language import Document
from copydesk.language.event_heads import KINDS, MODES, TYPES

OWN: Final = Path(__file__).parent / "data"
_MARKS: Final = re.compile(r"\[(\d+) |\]|\{|\|([^{}|\[\]]+)\}")
_PARTS: Final = {"a": "actor_spans", "r": "recipient_spans", "p": "place_spans"}
_STATUS: Final = {
    "h": "happened", "o": "ongoing", "s": "scheduled", "e": "expected", "p": "possible", "d": "denied", "b": "habitual",
}  # fmt: skip
_LATER: Final = ("scheduled", "expected", "possible")
PLOVER_NAMES: Final = {"DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of older editions of PLOVER by the types of today's."""
_KIND_OF: Final = {"PROTEST": "protest", "ASSAULT": "conflict", "MOBILIZE": "conflict"}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, gzipped or not."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def head_in(document: Document, span: Sequence[int]) -> int:
    """Return the word of a span that the others hang on, a verb, noun or adjective if there is one."""
    start, end = document.words_in(*span)
    inside = [i for i in range(start, end) if int(document.heads[i]) == i or not start <= int(document.heads[i]) < end]
    good = [i for i in inside if document.tags[i] in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")]
    return (good or inside or [start])[0]


def corpus(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the items of the shared corpus (`own_train`, `own_dev`), kinds in the product's names."""
    for item in lines(path):
        for event in item["events"]:
            event["kind"] = {"diplomacy": "politics"}.get(event["kind"], event["kind"])
        yield item


def written() -> Iterator[dict[str, Any]]:
    """Yield our own paragraphs in the same form; `marked` says whether who takes part is marked in one."""
    for path in sorted(OWN.glob("events_*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield parsed(line.strip(), f"{path.stem}-{number}")


def parsed(line: str, name: str) -> dict[str, Any]:
    """Return a marked paragraph as an item with text and events.

    Raises:
        ValueError: a mark is of no known form, is not closed, or names a phrase that is not there.
    """
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    phrases: dict[str, list[int]] = {}
    found: list[tuple[int, int, str]] = []
    for match in _MARKS.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        mark = match[0]
        if mark == "{" or match[1]:
            opened.append((match[1] or mark, len(text)))
            continue
        kind, start = opened.pop() if opened else ("", 0)
        if (kind == "{") == (mark == "]") or not kind or not text[start:].strip() or kind in phrases:
            raise ValueError(f"{name}: {line[max(0, match.start() - 60) : match.end()]}")
        if kind == "{":
            found.append((start, len(text), match[2]))
        else:
            phrases[kind] = [start, len(text)]
    text += line[at:]
    if opened or set(text) & set("{}[]|"):
        raise ValueError(f"{name}: a mark is not closed, or stands alone")
    events = [_event(start, end, label, phrases, name) for start, end, label in found]
    return {"id": name, "text": text, "events": events, "marked": bool(phrases)}


def _event(start: int, end: int, marks: str, phrases: dict[str, list[int]], name: str) -> dict[str, Any]:
    label, status, *flags = marks.split()
    first, _, mode = label.partition("/")
    kind = _KIND_OF.get(first) if first in TYPES else {"diplomacy": "politics"}.get(first, first)
    parts = dict(flag.split("=", 1) for flag in flags if flag != "B")
    numbers = {number for part in parts.values() for number in part.split(",")}
    if (
        (first not in TYPES and kind not in KINDS)
        or (mode and label not in MODES)
        or status.strip("*") not in _STATUS
        or not parts.keys() <= _PARTS.keys()
        or not numbers <= phrases.keys()
    ):
        raise ValueError(f"{name}: {marks}")
    named = _STATUS[status.strip("*")]
    relative = "background" if "B" in flags else "future" if named in _LATER else "news"
    return {
        "predicate": {"span": [start, end]}, "type": first if first in TYPES else None, "mode": mode or None,
        "kind": kind, "status": named, "salient": "*" in status, "relative": relative,
        **{field: [phrases[n] for n in parts[letter].split(",")] if letter in parts else []
           for letter, field in _PARTS.items()},
    }  # fmt: skip
