"""An attribution as one line that a reporter can check."""

import re
from typing import Final

from copydesk.english import speech
from copydesk.english.function_words import SUBORDINATORS
from copydesk.records import Attribution, Record, Relay, Source, Stance

MAX_CONTENT: Final = 160  # characters of a content that are shown
NOBODY: Final = "(no source named)"
QUOTED: Final = frozenset(("said", "document"))
"""The acts that are printed and counted as quoted."""
STANCES: Final[dict[Stance, str]] = {
    "assert": "asserted", "deny": "a denial", "doubt": "doubtful", "promise": "a promise", "demand": "a demand",
    "predict": "a forecast",
}  # fmt: skip


def quoted(record: Record) -> tuple[Attribution, ...]:
    """Return the attributions of a record that tell of words said, or shown by a document."""
    return tuple(attribution for attribution in record.attributions if attribution.act in QUOTED)


def describe(record: Record, attribution: Attribution) -> str:
    """Return an attribution as a sentence: who (why not named), told whom, through whom, what, which stance."""
    who = _who(record, attribution.source)
    cue = _cue(record, attribution)
    what = _flat(record.words(*attribution.content.spans)).strip(" ,")
    if len(what) > MAX_CONTENT:
        what = what[: MAX_CONTENT - 1].rstrip() + "…"
    via = "; ".join(_relay(record, relay) for relay in attribution.via)
    through = f", through {via}," if via else ""
    stance = STANCES.get(attribution.cue.stance)
    notes = [stance] if stance else []
    if attribution.cue.negated:
        notes.append("left open" if attribution.cue.lemma in _LEFT_OPEN else "told as not said")
    note = f" ({', '.join(notes)})" if notes else ""
    if cue.lower() == "according to":
        return f"According to {who}{through.rstrip(',')}: {what}{note}"
    if (told_by := _in_page_order(record, attribution)) is not None:
        return f"{who[:1].upper()}{who[1:]}{through}, in the page’s words: {told_by}{note}"
    gap = " …" if cue.startswith("to ") else ""  # "took to Twitter to blame"
    said = f"{who}{through}{gap} {cue}" if cue else f"{who}{through}"
    goes_on = what[:1] not in _QUOTES and _follows(record, attribution)
    return f"{said[:1].upper()}{said[1:]}{'' if goes_on else ':'} {what}{note}"


def _in_page_order(record: Record, attribution: Attribution) -> str | None:
    """Return the page's words from first to last where the source follows its cue: "it was said by a lawyer that"."""
    cue, source = attribution.cue.spans, attribution.source.spans
    if not cue or not source or source[0][0] < cue[-1][1]:
        return None
    before = record.text[cue[0][0] : source[0][0]].lower().split()
    spans = sorted((*cue, *source, *attribution.content.spans))
    if before[-1:] not in (["by"], ["from"], ["of"]) or spans[-1][1] - spans[0][0] > 2 * MAX_CONTENT:
        return None
    return _flat(record.text[spans[0][0] : spans[-1][1]]).strip(" ,")


def _cue(record: Record, attribution: Attribution) -> str:
    """Return the words of the cue, and to whom it was said."""
    spans = [
        span
        for span in attribution.cue.spans
        if not attribution.via or record.words(span).lower() not in ("citing", "quoting")
    ]
    cue = _DANGLING.sub("", _flat(record.words(*spans)).strip(" :,—–―-"))
    if attribution.told is None:
        return cue
    told = _flat(record.words(*attribution.told.spans)).strip(" ,")
    if told in cue or any(s <= attribution.told.spans[0][0] < e for s, e in attribution.content.spans):
        return cue
    return f"{cue} {told}" if attribution.cue.lemma in speech.TELLING else f"{cue} to {told}"


def _who(record: Record, source: Source) -> str:
    words = _flat(record.words(*source.spans)).strip(" ,")
    if not words:
        return NOBODY
    if source.anonymity:
        start, reason = source.spans[0][0], source.anonymity.span
        if start < reason[0] <= source.spans[-1][1]:
            words = _flat(record.text[start : reason[0]]).split(",")[0].split(" who ")[0].strip()
        return f"{words} (anonymous: ‘{_flat(record.words(reason))}’)"
    if source.kind == "anonymous-group" and _names_in(record, source):
        return f"{words} (not all named)"
    if source.kind.startswith("anonymous"):
        return f"{words} (named by office only)" if source.identifiable else f"{words} (anonymous)"
    if source.kind == "none":
        return f"{words} (who, is not sure)"
    return _named(record, words, source.entity)


def _names_in(record: Record, source: Source) -> bool:
    """Return whether a person is named among a group: "several Democrats and Ana Ruiz", not "Ruiz aides"."""
    named = (mention for entity in record.entities if entity.type == "PERSON" for mention in entity.mentions)
    return any(
        start <= mention[0] < end and _JOINED.search(record.text, start, mention[0]) is not None
        for mention in named
        for start, end in source.spans
    )


def _relay(record: Record, relay: Relay) -> str:
    return _named(record, _flat(record.words(*relay.spans)).strip(" ,"), relay.entity)


def _named(record: Record, words: str, entity: str | None) -> str:
    name = next((known.name for known in record.entities if known.id == entity), None)
    return f"{words} ({name})" if name and name.lower() not in words.lower() else words


def _follows(record: Record, attribution: Attribution) -> bool:
    """Return whether the content goes on where the cue, and who is told, end."""
    if not attribution.cue.spans:
        return False
    end = attribution.cue.spans[-1][1]
    if attribution.told is not None and attribution.told.spans[0][0] - end in range(5):
        end = attribution.told.spans[-1][1]
    first = attribution.content.spans[0]
    return first[0] - end == 1 or record.words(first).split(" ", 1)[0] in _OPENS_CLAUSE


_LEFT_OPEN: Final = frozenset(("rule", "deny"))
"""Cues that leave open what they embed where they are negated: "did not rule out that"."""
_JOINED: Final = re.compile(r",|\b(?:and|or|including)\b")
_DANGLING: Final = re.compile(r"(?<=\w) (?:in|at|during)$")
"""A preposition whose time or place is no part of the cue: "wrote earlier in"."""
_QUOTES: Final = ('"', "“", "‘", "'", "«")
_OPENS_CLAUSE: Final = SUBORDINATORS | {"to"}
"""Words by which an indirect content goes on from its cue, whatever stands between them on the page."""


def _flat(words: str) -> str:
    return " ".join(words.split())
