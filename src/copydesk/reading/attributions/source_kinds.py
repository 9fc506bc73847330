"""What kind of source a phrase names by its words: a person, a group, a body, a medium, a document."""

import re
from typing import Final

from copydesk.english import nouns
from copydesk.english.function_words import DEFINITE, INDEFINITE, SEVERAL
from copydesk.reading.attributions.page_lookup import PageContext
from copydesk.records import Entity, SourceKind, Span

_GROUP_ACRONYM: Final = re.compile(r"[A-Z]{2,5}s")
_NUMBER: Final = re.compile(r"\d[\d,.]*%?")


def kind_by_entity(words: list[str], entity: Entity) -> SourceKind | None:
    """Return the kind of a phrase whose head is in an entity's name; None where its head noun tells more."""
    last = words[-1]
    if len(words) == 1 and nouns.is_plural(last) and nouns.is_agent(last.lower()) and len(entity.name.split()) == 1:
        return "anonymous-group"
    if entity.type == "ORG" and last.islower() and (nouns.singular(last) in nouns.MEDIA or "news" in words):
        return "media"
    if entity.type == "ORG" and last.islower() and nouns.singular(last) in nouns.ORGANIZATIONS:
        return "named-organization"
    if not last[:1].isupper() and not last[:1].isdigit() and not any(c.isupper() for c in last):
        return None
    several = words[0].lower() in SEVERAL | {"the"} and nouns.is_plural(last) and len(words) == 2
    if entity.type == "ORG":
        if _GROUP_ACRONYM.fullmatch(last) or nouns.singular(last) in ("democrat", "republican"):
            return "anonymous-group"
        return "media" if nouns.is_medium(entity.name) or nouns.is_medium(" ".join(words)) else "named-organization"
    if entity.type == "PLACE":
        return "named-organization"
    if entity.type == "NORP":
        return "anonymous-group" if nouns.is_plural(last) or several or last[-1:] in "sh" else "anonymous-person"
    if entity.type == "WORK":
        return "media" if nouns.is_medium(entity.name) else "document"
    return None


def kind_by_noun(page: PageContext, words: list[str], head: Span, speaks: bool) -> SourceKind:
    """Return the kind of a phrase without an entity, by its head noun.

    Args:
        page: the text and its entities.
        words: the words of the phrase up to its head.
        head: the head's span.
        speaks: whether the cue is a plain saying, whose speaker is somebody whatever the noun.
    """
    last, first = words[-1], words[0].lower()
    low = last.lower()
    one = nouns.singular(low)
    if nouns.is_medium(" ".join(words)) and (last[:1].isupper() or len(words) > 1):
        return "media"
    if _GROUP_ACRONYM.fullmatch(last):
        return "anonymous-group"
    tag = _tag(page, head)
    sure = tag == "PROPN" or len(words) > 1 or (last.isupper() and len(last) > 1)
    if last == "Police" and words[-2:-1] and words[-2][:1].isupper():
        return "named-organization"
    capital = last[:1].isupper() and (sure or not _opens_sentence(page, head))
    named = capital and not _is_common(tag, low)
    if named:
        return _kind_of_name(words, low, one)
    if low in ("reporting", "coverage", "report", "reports") and _newsroom_before(words):
        return "media"
    if one in nouns.REPORTERS and (house := _newsroom_before(words)):
        return "own" if _is_own(page, house) else "media"
    return _kind_of_common(words, first, low, one, speaks)


def _opens_sentence(page: PageContext, head: Span) -> bool:
    before = page.text[max(0, head[0] - 8) : head[0]].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:\n”" or page.text[head[0] - 1] == "\n"


def _tag(page: PageContext, head: Span) -> str:
    if page.grammar is None:
        return ""
    return page.grammar.tags[page.grammar.document.words_in(*head)[0]]


def _is_common(tag: str, low: str) -> bool:
    """Return whether a capitalised head is a common noun all the same: in a headline, or at a sentence's start."""
    if tag == "NOUN":
        return True
    return low in nouns.GROUPS or (nouns.is_plural(low) and nouns.is_agent(low))


def _kind_of_name(words: list[str], low: str, one: str) -> SourceKind:
    if one in nouns.ORGANIZATIONS:
        return "named-organization"
    if one in nouns.OFFICES | nouns.ROLES | nouns.PERSONS and not nouns.is_plural(low):
        return "anonymous-person"
    if any(word.lower() in nouns.ORGANIZATIONS for word in words):
        return "named-organization"
    if one in nouns.DOCUMENTS:
        return "document"
    if nouns.is_plural(low) and (words[0].lower() in DEFINITE | SEVERAL or one in ("republican", "democrat")):
        return "anonymous-group"
    if one in nouns.OFFICES | nouns.ROLES | nouns.PERSONS:
        return "anonymous-person"
    if words[-1].isupper() and 1 < len(low) <= nouns.ACRONYM_LENGTH:
        return "named-organization"
    if words[0].lower() in INDEFINITE:
        return "anonymous-person"
    return "named-organization" if words[0].lower() == "the" else "named-person"


def _kind_of_common(words: list[str], first: str, low: str, one: str, speaks: bool) -> SourceKind:
    medium = (
        one in nouns.MEDIA
        or (one == "report" and any(w.lower() in nouns.MEDIA for w in words))
        or low in nouns.MEDIA
        or (one == "agency" and "news" in (w.lower() for w in words))
    )
    if medium and not (low == "press" and len(words) == 1 and first != "press"):
        return "media"
    if low in nouns.GROUPS or (_NUMBER.fullmatch(first) and len(words) > 1) or _NUMBER.fullmatch(low):
        return "anonymous-group"
    if one in nouns.DOCUMENTS:
        return "document"
    if one in nouns.THOUGHTS:
        return "none"
    if one in nouns.ORGANIZATIONS:
        return "anonymous-group" if nouns.is_plural(low) else "named-organization"
    if nouns.is_plural(low) or first in SEVERAL:
        return "anonymous-group" if nouns.is_agent(low) or speaks else "none"
    return "anonymous-person" if nouns.is_agent(low) or speaks else "none"


def _newsroom_before(words: list[str]) -> str | None:
    """Return the outlet named before a reporter's or a tally's noun: Reuters in "a Reuters witness"."""
    lead = [word for word in words[:-1] if word.lower() not in ("a", "an", "the", "two", "our")]
    return next((name for n in range(len(lead)) if nouns.is_medium(name := " ".join(lead[n:]))), None)


def _is_own(page: PageContext, house: str) -> bool:
    low = house.lower()
    return any(low == name or low in name.split() or name in low for name in page.newsroom)
