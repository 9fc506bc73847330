"""An attribution as one line that a reporter can check."""

from copydesk.records import Attribution, Record

MAX_CONTENT = 160


def describe(record: Record, attribution: Attribution) -> str:
    """Return an attribution as a sentence: source (why anonymous) cue: what."""
    source = attribution.source
    who = _flat(record.words(*source.spans)).strip(" ,") or "Somebody not named"
    if source.anonymity:
        reason = source.anonymity.span
        cut = next((start for start, end in source.spans if start <= reason[0] and reason[1] <= end), None)
        if cut is not None:
            who = _flat(record.text[cut : reason[0]]).split(",")[0].strip()
            who = who.split(" who ")[0]
        who += f" (anonymous: ‘{_flat(record.words(reason))}’)"
    elif source.kind.startswith("anonymous"):
        who += " (anonymous)"
    elif source.entity and (name := _name(record, source.entity)) and name.lower() not in who.lower():
        who += f" ({name})"
    cue = _flat(record.words(*attribution.cue.spans)).strip(" :,") or "is quoted"
    what = _flat(record.words(*attribution.content.spans)).strip(" ,")
    if len(what) > MAX_CONTENT:
        what = what[: MAX_CONTENT - 1].rstrip() + "…"
    return f"{who[:1].upper()}{who[1:]} {cue}: {what}"


def _name(record: Record, identifier: str) -> str | None:
    return next((entity.name for entity in record.entities if entity.id == identifier), None)


def _flat(words: str) -> str:
    return " ".join(words.split())
