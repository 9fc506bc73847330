"""Outlets that no table knows, told by their page: short for one that is known, or who gets interviews and reports."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.bodies import is_body_of_many
from copydesk.english.nouns import is_medium
from copydesk.english.speech import OUTLET_NOUNS, REPORTING_FIRST
from copydesk.reading.entities.agreement import fits
from copydesk.records import Entity, Span

_NEAR: Final = 48
"""Characters before and after a name in which it is told what the name does."""
_MOST_KNOWN: Final = 50
"""Outlets that a page names in whole, for which others on it may be short, at most."""
_INTERVIEWING: Final = re.compile(r"\binterview(?:s|ed)? (?:with|by|to|for) (?:the )?\Z", re.IGNORECASE)
_TOLD: Final = re.compile(r"\b(?:told|telling|tells) (?:the )?\Z", re.IGNORECASE)
_IN_INTERVIEW: Final = re.compile(r" (?:\w{1,12} ){0,2}in an (?:\w{1,12} )?interview\b", re.IGNORECASE)
_REPORTED_BY: Final = re.compile(rf"\b(?:{'|'.join(REPORTING_FIRST)}) by (?:the )?\Z", re.IGNORECASE)
_REPORTS: Final = re.compile(rf" (?:{'|'.join(REPORTING_FIRST)})\b", re.IGNORECASE)
_CALLED_ONE: Final = re.compile(rf"\b(?:news|media) (?:{'|'.join(OUTLET_NOUNS)})(?:, | )\Z", re.IGNORECASE)
_PLAIN_REPORT: Final = re.compile(r",? report(?:s|ed)\b", re.IGNORECASE)


def outlets_of(text: str, entities: Sequence[Entity], newsroom: Sequence[str | None] = ()) -> frozenset[str]:
    """Return the ids of the entities that are outlets by what the page says of them.

    An acronym of an outlet that the page names in whole, or of the page's own; who gets an interview ("told THR in an
    interview"); who "first reported" something; who is told something and reports something.

    Args:
        text: the text.
        entities: the page's entities.
        newsroom: whose page it is.
    """
    bodies = [entity for entity in entities if entity.type in ("ORG", "WORK")]
    known = [name.split() for name in newsroom if name]
    known += [entity.name.split() for entity in bodies if " " in entity.name and is_medium(entity.name)][:_MOST_KNOWN]
    return frozenset(
        entity.id
        for entity in bodies
        if any(_is_short_for(entity.name, name) for name in known)
        or (not _is_common(entity) and _acts_as_one(text, entity))
    )


def _is_short_for(acronym: str, name: Sequence[str]) -> bool:
    """Return whether a name is an acronym of an outlet's, with or without its article: THR, The Hollywood Reporter."""
    initials = "".join(word[0] for word in name)
    return acronym.isupper() and (fits(acronym, name) or (len(name) > 1 and acronym == initials))


def _is_common(entity: Entity) -> bool:
    """Return whether a body is told by common words alone: Congress, the police; they are told things, too."""
    return is_body_of_many(tuple(entity.name.lower().removeprefix("the ").split()))


def _acts_as_one(text: str, entity: Entity) -> bool:
    found = [_does(text, span) for span in entity.mentions]
    return any(sure for sure, _, _ in found) or (any(told for _, told, _ in found) and any(r for _, _, r in found))


def _does(text: str, span: Span) -> tuple[bool, bool, bool]:
    """Return whether a mention is surely an outlet's, whether it is told something there, and whether it reports."""
    before, after = text[max(0, span[0] - _NEAR) : span[0]], text[span[1] : span[1] + _NEAR]
    told = _TOLD.search(before) is not None
    interview = _INTERVIEWING.search(before) is not None or (told and _IN_INTERVIEW.match(after) is not None)
    first = _REPORTED_BY.search(before) is not None or _REPORTS.match(after) is not None
    first = first or _CALLED_ONE.search(before) is not None
    return interview or first, told, _PLAIN_REPORT.match(after) is not None
