"""Names as the model finds them to mentions, with what speaks for each."""

import re
from typing import NamedTuple, TypeAlias, cast

from copydesk.english.named_things import EVENT_NOUNS, WORK_NOUNS
from copydesk.english.nouns import BODIES, PRESS_POSTS
from copydesk.language.document import Document
from copydesk.records import EntityType, Span

_BESIDE = frozenset(("appos", "flat", "compound", "nmod:desc"))
_LEAVING = re.compile(r"[A-Z][a-z]{0,8}r?[eE]xit")
"""A coined name for a leaving: Brexit."""
_PARTY = re.compile(r"[RDI]-(?=[A-Z])")
"""A member's party before the state: "(R-Utah)"."""
_POINT_LOST = re.compile(r"(?:[A-Z]\.){1,5}[A-Z]")
"""Initials whose last point is missing: "U.S President"."""
_CERTAIN = 5.0  # what a dateline's word for a type counts, in model's probabilities
_QUOTES = "\"“”‘’'"
_POSSESSIVE = ("'s", "’s")


class Mention(NamedTuple):
    """One name in the text: words `[start, end)`, its span, its name without an owner's mark, its type.

    `within` is the place named right after it ("Paris, Texas"), if any.
    """

    start: int
    end: int
    span: Span
    name: str
    type: EntityType
    within: str | None = None

    def text_of(self, document: Document) -> str:
        """Return the mention's words as written."""
        return document.text[slice(*self.span)]


Found: TypeAlias = tuple[Mention, float]
"""A mention and how much speaks for it, in probabilities of the model."""


class DatelineNames(NamedTuple):
    """Where the dateline stands in the text, and the names in it."""

    span: Span
    mentions: tuple[Mention, ...]


def mentions_of(document: Document, dateline: DatelineNames | None = None) -> list[Found]:
    """Return the mentions of a document in order, as the model finds them.

    Args:
        document: what the language model says.
        dateline: the names in the dateline, which stand for whatever the model found there.
    """
    found = [(mention, _CERTAIN) for mention in dateline.mentions] if dateline else []
    for start, end, kind, score in document.names:
        while end > start + 1 and document.word(end - 1) in (*_POSSESSIVE, "'", "’"):
            end -= 1
        if end > start + 1 and _is_press_office(document, end):
            end -= 1
        if kind == "PERSON" and end > start + 1 and _is_called_a_body(document, start):
            kind = "ORG"
        if kind == "PLACE":
            start = _after_description(document, start, end)
        party = _PARTY.match(document.text, *document.span(start, end)) if kind == "PLACE" else None
        if kind == "PERSON" and end > start + 2 and document.word(end - 1) == document.word(end - 2):
            end -= 1  # a caption that goes on with the surname: "Ana Ruiz Ruiz speaks in Lima"
        span = document.span(start, end)
        if party:
            span = (span[0] + party.end() - party.start(), span[1])
        if dateline and span[0] < dateline.span[1] and dateline.span[0] < span[1]:
            continue
        if end < len(document) and document.word(end)[:1] == "$":
            continue  # the dollar's country: US$235 million
        name = " ".join(document.text[slice(*span)].split())
        if _POINT_LOST.fullmatch(name):
            name += "."
        if name.islower():
            continue  # "democratic": no name
        known = kind if kind != "MISC" else _kind_of_other(document, start, end)
        if end == start + 1 and kind == "ORG" and _LEAVING.fullmatch(name):
            known = "EVENT"
        if known:
            found.append((Mention(start, end, span, name, cast(EntityType, known)), score))
    return sorted(found)


def _is_press_office(document: Document, end: int) -> bool:
    """Return whether a name took "Press" from what follows it: "White House Press Secretary"."""
    return document.word(end - 1) == "Press" and end < len(document) and document.word(end).lower() in PRESS_POSTS


def _is_called_a_body(document: Document, start: int) -> bool:
    """Return whether the noun right before a name says that it is a body's: "consulting firm Oliver Wyman"."""
    before = start - 1
    if before < 0 or document.word(before).lower() not in BODIES or document.tags[before] not in ("NOUN", "PROPN"):
        return False
    head, own = int(document.heads[start]), int(document.heads[before])
    if head == own:
        return document.labels[start] == document.labels[before]
    return (head == before and document.labels[start] in _BESIDE) or (
        own == start and document.labels[before] in _BESIDE
    )


def _after_description(document: Document, start: int, end: int) -> int:
    """Return where a place's own name begins: after "of" and a common noun ("the Romanian port of Constanta")."""
    for at in range(end - 2, start, -1):
        if document.word(at) == "of" and document.word(at - 1).islower():
            after = at + 2 if document.word(at + 1).lower() == "the" and at + 2 < end else at + 1
            return after if document.word(after)[0].isupper() else start
    return start


def _kind_of_other(document: Document, start: int, end: int) -> str | None:
    """Return EVENT or WORK for a name of another kind where its words or quotation marks say so, else None."""
    words = {document.word(i).lower() for i in range(start, end)}
    if words & EVENT_NOUNS:
        return "EVENT"
    if words & WORK_NOUNS:
        return "WORK"
    quoted = start > 0 and end < len(document) and document.word(start - 1) in _QUOTES and document.word(end) in _QUOTES
    return "WORK" if quoted else None
