"""An attribution as one line that a reporter can check."""

from copydesk.records import Attribution, Record, Source

MAX_CONTENT = 160
NOBODY = "(no source named)"


def describe(record: Record, attribution: Attribution) -> str:
    """Return an attribution as a sentence: source (why it is anonymous), cue, what is said."""
    who = _who(record, attribution.source)
    cue = _flat(record.words(*attribution.cue.spans)).strip(" :,—–―-")
    what = _flat(record.words(*attribution.content.spans)).strip(" ,")
    if len(what) > MAX_CONTENT:
        what = what[: MAX_CONTENT - 1].rstrip() + "…"
    if cue.lower() == "according to":
        return f"According to {who}: {what}"
    said = f"{who} {cue}" if cue else who
    goes_on = attribution.content.speech == "indirect" and _follows(record, attribution)
    return f"{said[:1].upper()}{said[1:]}{'' if goes_on else ':'} {what}"


def _who(record: Record, source: Source) -> str:
    words = _flat(record.words(*source.spans)).strip(" ,")
    if not words:
        return NOBODY
    if source.anonymity:
        start, reason = source.spans[0][0], source.anonymity.span
        if start < reason[0] <= source.spans[-1][1]:
            words = _flat(record.text[start : reason[0]]).split(",")[0].split(" who ")[0].strip()
        return f"{words} (anonymous: ‘{_flat(record.words(reason))}’)"
    if source.kind.startswith("anonymous"):
        return f"{words} (anonymous)"
    name = next((entity.name for entity in record.entities if entity.id == source.entity), None)
    return f"{words} ({name})" if name and name.lower() not in words.lower() else words


def _follows(record: Record, attribution: Attribution) -> bool:
    """Return whether the content goes on where the cue ends."""
    if not attribution.cue.spans:
        return False
    gap = record.text[attribution.cue.spans[-1][1] : attribution.content.spans[0][0]]
    return len(gap) == 1


def _flat(words: str) -> str:
    return " ".join(words.split())
