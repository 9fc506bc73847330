"""What kind of event it is: PLOVER type and mode with the CAMEO code derived from them, or a kind of general news."""

import json
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import numpy as np

from copydesk.language import Document
from copydesk.language.happenings import KINDS, MODES, TYPES
from copydesk.records import EventKind

MODE_SURE: Final = 0.6
NO_NEWS: Final = 0.45
"""Probability that a word is no event worth listing from which on it has no type."""
KIND_SURE: Final = 0.5


class EventType(NamedTuple):
    """PLOVER type and mode, CAMEO code, and kind; None where unsure."""

    type: str | None = None
    mode: str | None = None
    code: str | None = None
    kind: EventKind | None = None


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = json.loads(resources.files(__package__).joinpath("codes.json").read_bytes())
    return table


def type_of(document: Document, word: int, sure: float) -> EventType:
    """Return the kind of event that a word tells, as far as the model is sure; a type only from `sure` on."""
    read = document.happenings
    if not read:
        return EventType()
    types, kinds = read["type"][word], read["kind"][word]
    best = int(types.argmax())
    kind: EventKind | None = KINDS[int(kinds.argmax())] if kinds.max() >= KIND_SURE else None
    if best == 0 or types[best] < sure or read["news"][word, 0] >= NO_NEWS:
        return EventType(kind=kind)
    name = TYPES[best]
    mode = _mode(read["mode"][word], name)
    return EventType(name, mode, _codes().get(f"{name}/{mode}" if mode else name), kind)


def _mode(modes: "np.ndarray[tuple[int], np.dtype[np.float32]]", name: str) -> str | None:
    best = int(modes.argmax())
    type_name, _, mode = MODES[best].partition("/")
    return mode or None if type_name == name and modes[best] >= MODE_SURE else None
