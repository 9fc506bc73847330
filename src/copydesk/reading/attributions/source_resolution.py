"""Who stands behind a claim: the kind of source, and the entity.

The head of a source is its head in the parse; without one, what stands before its first comma, clause or preposition. A
name at the head, or one in apposition to it, is who speaks; else the head noun tells the kind. Pronouns: `pronouns`.
"""

import re
from typing import Final, NamedTuple

from copydesk.english import nouns
from copydesk.english.function_words import DEFINITE, INDEFINITE
from copydesk.reading.attributions.apposition import (
    after_person_noun,
    apposed_body,
    apposed_name,
    apposed_person,
    either_may_be_meant,
    entity_at,
    holder_beside,
    is_body_noun,
    is_person_noun,
    titled_person,
)
from copydesk.reading.attributions.page_lookup import PageContext, head_in
from copydesk.reading.attributions.source_kinds import kind_by_entity, kind_by_noun
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Entity, SourceKind, Span

_WORD: Final = re.compile(r"[^\s,;:()\[\]“”\"]+")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_NAMING_STEPS: Final = 4  # words between a name and what it is joined as
_SPECIFIC: Final = 3
"""How many words make a description of an office that many hold fit one of them: "the interior minister"."""


class SourceIdentity(NamedTuple):
    """The kind of a source, the entity behind it, and whether an unnamed one fits one known holder of an office."""

    kind: SourceKind
    entity: Entity | None = None
    identifiable: bool = False


NOBODY: Final = SourceIdentity("none")


def classify_source(page: PageContext, span: Span, speaks: bool = True) -> SourceIdentity:
    """Return the kind of source that words name (no pronoun), and the entity behind them.

    Args:
        page: the text and its entities.
        span: the source's words.
        speaks: whether the cue is a plain saying, whose speaker is somebody whatever the noun.
    """
    head = head_in(page, span)
    tail = page.text[span[0] : head[1]].rstrip(" ,")
    if described := page.described.get((span[0], span[0] + len(tail))) or page.described.get(span):
        return (
            SourceIdentity("named-person", described) if _alone(page, span[0], tail, described) else _unnamed_office()
        )
    if (person := titled_person(page, span)) is not None:
        return SourceIdentity("named-person", person)
    entity = holder_beside(page, span, head) or entity_at(page, head) or apposed_body(page, head)
    outlet = nouns.singular(page.text[slice(*head)]) in nouns.MEDIA
    if entity is not None and (outlet or entity.id in page.outlets or nouns.is_known_medium(entity.name)):
        return SourceIdentity("media", entity)
    if entity is not None and entity.type in ("ORG", "PLACE", "WORK") and after_person_noun(page, span, head):
        return SourceIdentity("named-person", entity)
    body = entity is not None and is_body_noun(page.text[slice(*head)])
    apposed = entity is not None and entity.type == "ORG" and entity_at(page, head) is None
    if body or (apposed and not apposed_name(page, head)):
        return SourceIdentity("named-organization", entity)
    if _group_joined(page, span, head):
        return SourceIdentity("anonymous-group")
    person = entity if entity is not None and entity.type == "PERSON" else apposed_person(page, span, head)
    if person is not None and any(
        either_may_be_meant(page.text, span[0], m) for m, e in page.within(*span) if e is person
    ):
        return SourceIdentity("anonymous-person")
    if person is not None:
        return SourceIdentity("named-person", None if _several(page, span, head, person) else person)
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(page.text[span[0] : head[1]])]
    if words and is_person_noun(words[-1]) and (name := apposed_name(page, head)) is not None:
        return SourceIdentity("named-person", name[0])
    if (
        words
        and entity is not None
        and any(nouns.singular(word) in nouns.MEDIA for n, word in enumerate(words[:-1]) if word.islower() or n == 0)
    ):
        return SourceIdentity("media", entity)
    if not words:
        return NOBODY
    kind = kind_by_entity(words, entity) if entity is not None else None
    if kind is None:
        kind = kind_by_noun(page, words, head, speaks)
    identifiable = kind == "anonymous-person" and _one_office(page, words)
    if kind not in ("named-organization", "media", "document") or (entity and _several(page, span, head, entity)):
        entity = None
    return SourceIdentity(kind, entity, identifiable)


def _unnamed_office() -> SourceIdentity:
    return SourceIdentity("anonymous-person", None, True)


def _alone(page: PageContext, start: int, tail: str, entity: Entity) -> bool:
    """Return whether an office without an owner ("the president") is held by one person only on the page."""
    words = tail.lower().split()
    if len(words) != 2 or words[0] != "the":
        return True
    holders = {
        other.id
        for (s, e), other in page.mentions
        if other.type == "PERSON"
        and (
            words[1] in (other.role or "").lower().split()
            or page.text[max(0, s - 24) : s].lower().split()[-1:] == words[1:]
        )
    }
    return holders <= {entity.id}


def _several(page: PageContext, span: Span, head: Span, person: Entity) -> bool:
    """Return whether a source joins several: "Russian President Vladimir Putin and his US counterpart"."""
    grammar = page.grammar
    if grammar is None:
        return (
            len({e.id for _, e in page.within(*span) if e.type == "PERSON"}) > 1 and " and " in page.text[slice(*span)]
        )
    last = grammar.document.words_in(*span)[1]
    word = grammar.document.words_in(*head)[0]
    named = [grammar.document.words_in(*m) for m, e in page.within(*span) if e is person]
    after = max([word, *(stop - 1 for _, stop in named)])
    heads = {word, *(start for start, _ in named)}
    if any(_joined_to(grammar, start, word) for start, _ in named):
        return True
    joined = ((at, child) for at in heads for child in grammar.dependents(at, "conj"))
    return any(after < child < last and not _another_role(grammar, at, child) for at, child in joined)


def _joined_to(grammar: Grammar, name: int, head: int) -> bool:
    """Return whether a name, or what it stands in apposition to, is joined to a head: "he and the mayor, Ana Ruiz"."""
    for _ in range(_NAMING_STEPS):
        if grammar.labels[name] not in ("appos", "flat", "nmod:desc"):
            break
        name = grammar.heads[name]
    return grammar.labels[name] == "conj" and grammar.heads[name] == head < name


def _another_role(grammar: Grammar, name: int, joined: int) -> bool:
    """Return whether what is joined to a name is a second role: "Ana Ruiz, a doctor and the founder of Aid"."""
    roles = [word for word in grammar.dependents(name, "appos") if word < joined and grammar.tags[word] == "NOUN"]
    links = grammar.dependents(joined, "cc")
    return bool(roles and links) and grammar.tags[joined] == "NOUN" and grammar.words[links[0] - 1] != ","


def _group_joined(page: PageContext, span: Span, head: Span) -> bool:
    """Return whether the head is an unnamed group to which others are joined: "several Democrats and Ana Ruiz"."""
    low = page.text[slice(*head)].lower()
    if page.grammar is None or not (nouns.is_plural(low) or low in nouns.GROUPS) or not nouns.is_agent(low):
        return False
    grammar = page.grammar
    word, last = grammar.document.words_in(*head)[0], grammar.document.words_in(*span)[1]
    return any(grammar.labels[child] == "conj" and word < child < last for child in grammar.children[word])


def _one_office(page: PageContext, words: list[str]) -> bool:
    """Return whether a description fits one known holder of an office: "the mayor", "Tanzania's president"."""
    lowered = [word.lower() for word in words]
    if "top" in lowered[:-1] and lowered[0] not in INDEFINITE and not nouns.is_plural(lowered[-1]):
        return True
    if lowered[-1] in nouns.OFFICES_OF_MANY and len(words) < _SPECIFIC:
        return False
    if lowered[-1] not in nouns.OFFICES or "former" in lowered or "deputy" in lowered or "vice" in lowered:
        return False
    if lowered[0] in INDEFINITE or nouns.is_plural(lowered[-1]):
        return False
    return lowered[0] in DEFINITE or words[0][:1].isupper() or len(words) == 1
