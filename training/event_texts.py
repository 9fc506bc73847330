"""The paragraphs that events are fitted on: those of the shared corpus, and our own with their truth in marks.

`training/data/events_*.txt` holds one paragraph a line, each event as `{words|TYPE/mode status}`: a PLOVER type with
its mode or a kind of general news, then the status by letter (happened, ongoing, scheduled, expected, possible, denied,
habitual as "b"), a star for an event that a desk would log, and B for one that lies before the news. They were written
for copydesk, after no other text.
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
_MARKED: Final = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
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
    """Yield our own paragraphs in the same form; who takes part is not marked in them."""
    for path in sorted(OWN.glob("events_*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield parsed(line.strip(), f"{path.stem}-{number}")


def parsed(line: str, name: str) -> dict[str, Any]:
    """Return a marked paragraph as an item with text and events.

    Raises:
        ValueError: a mark is of no known form.
    """
    text, events, at = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        label, status, *flags = match[2].split()
        first, _, mode = label.partition("/")
        kind = _KIND_OF.get(first) if first in TYPES else {"diplomacy": "politics"}.get(first, first)
        if (
            (first not in TYPES and kind not in KINDS)
            or (mode and label not in MODES)
            or status.strip("*") not in _STATUS
        ):
            raise ValueError(f"{name}: {match[0]}")
        named = _STATUS[status.strip("*")]
        relative = "background" if "B" in flags else "future" if named in _LATER else "news"
        events.append(
            {"predicate": {"span": [start, len(text)]}, "type": first if first in TYPES else None, "mode": mode or None,
             "kind": kind, "status": named, "salient": "*" in status, "relative": relative}
        )  # fmt: skip
    return {"id": name, "text": text + line[at:], "events": events}
