"""Persons, bodies and places that several pages name: one key for each, on whatever page it stands."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

import msgspec

from copydesk.reading.namings import Naming, namings_of
from copydesk.reading.same_naming import Identity, described, grouped
from copydesk.records import Record

_NAME: Final = "copydesk:entity:"
_encode = msgspec.json.Encoder().encode


class SharedEntity(NamedTuple):
    """Somebody or something that pages name.

    Attributes:
        key: a UUID (RFC 9562, version 5), the same on every page of the set, and whenever the set is the same.
        identity: the name to show, other names, the role, where a place is.
    """

    key: str
    identity: Identity


SharedEntities: TypeAlias = Callable[[Record], Mapping[str, SharedEntity]]
"""Gives for a record the shared entity of each of its entities, by the id that the record has for it."""


def told_as(naming: Naming) -> str:
    """Return a naming as JSON, the form in which desks keep it."""
    return _encode(naming).decode()


def key_of(told: str) -> str:
    """Return the key of an entity from the first of its namings, as JSON, in the order of their characters."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, _NAME + told))


def shared_entities(records: Iterable[Record]) -> SharedEntities:
    """Tell who is one over some records, by the judge that desks and claims use; unsure is apart.

    What is kept is a line for each way of naming somebody, not the records: they may come from a generator, and be
    read a second time by whoever uses the answer.
    """
    groups = grouped({naming for record in records for naming in namings_of(record).values()})
    found = {}
    for group in groups:
        one = SharedEntity(key_of(min(map(told_as, group))), described(group))
        found.update(dict.fromkeys(group, one))

    def of(record: Record) -> Mapping[str, SharedEntity]:
        named = namings_of(record).items()
        return {id_: found[naming] for id_, naming in named if naming in found}

    return of
