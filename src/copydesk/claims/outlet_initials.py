"""Outlets that pages call by their initials: "THR" where a page of the story names The Hollywood Reporter."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from copydesk.records import Record

SHORTEST: Final = 3
"""Letters that initials have at least: two are too many names'."""


def outlets_by_initials(records: Iterable[Record]) -> dict[str, str]:
    """Return the outlets that pages name as sources, by their initials; those that fit two outlets are left out."""
    found: dict[str, set[str]] = {}
    for record in records:
        for attribution in record.attributions:
            spans = [attribution.source.spans] if attribution.source.kind == "media" else []
            for words in (record.words(*one) for one in [*spans, *(via.spans for via in attribution.via)]):
                name = words.split()
                capitals = "".join(word[0] for word in name if word[0].isupper())
                if len(capitals) == len(name) >= SHORTEST:
                    found.setdefault(capitals, set()).add(" ".join(name))
    return {initials: names.pop() for initials, names in found.items() if len(names) == 1}


def with_outlets(record: Record, outlets: Mapping[str, str]) -> Record:
    """Return a record whose sources that are called by the initials of an outlet are media."""
    if not any(_is_outlet(record, number, outlets) for number in range(len(record.attributions))):
        return record
    attributions = tuple(
        msgspec.structs.replace(one, source=msgspec.structs.replace(one.source, kind="media"))
        if _is_outlet(record, number, outlets)
        else one
        for number, one in enumerate(record.attributions)
    )
    return msgspec.structs.replace(record, attributions=attributions)


def _is_outlet(record: Record, number: int, outlets: Mapping[str, str]) -> bool:
    source = record.attributions[number].source
    return source.kind == "named-organization" and record.words(*source.spans) in outlets
