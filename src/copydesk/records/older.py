"""Records of format 1, brought to format 2 before they are decoded."""

from typing import Any, Final

OLDER: Final = "copydesk-record/1"


def upgrade(record: dict[str, Any], newest: str) -> dict[str, Any]:
    """Return a record of format 1, as JSON gives it, in the shape of format 2.

    The day that a user gave was a fallback as often as not in format 1; it stays `given`. Events had one predicate and
    named their participants by entity alone.

    Args:
        record: the record's JSON object; it is not changed.
        newest: the name of the format that is returned.
    """
    entities = {item["id"]: item for item in record.get("entities", [])}
    events = [_event(event, entities) for event in record.get("events", [])]
    return {**record, "format": newest, "events": events}


def _event(event: dict[str, Any], entities: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in event.items() if name != "predicate"}
    kept["mentions"] = [event["predicate"]]
    for role in ("actors", "recipients"):
        kept[role] = [{"spans": _spans(entities, one), "entity": one} for one in event.get(role, [])]
    if event.get("place"):
        kept["place"] = {"spans": _spans(entities, event["place"]), "entity": event["place"]}
    return kept


def _spans(entities: dict[str, Any], id_: str) -> list[Any]:
    return list(entities.get(id_, {}).get("mentions", [])[:1])
