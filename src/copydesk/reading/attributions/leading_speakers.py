"""Who goes on speaking: the subject of the main clause that told a saying before, and of which gender somebody is."""

from collections.abc import Sequence

from copydesk.english import nouns
from copydesk.english.source_words import Gender, gender_of
from copydesk.english.speech import SAYING
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.page_lookup import PageContext
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Entity, Span


def leads(
    page: PageContext,
    at: int,
    last: tuple[Span, SourceIdentity],
    ranked: Sequence[tuple[int, Sequence[tuple[Span, SourceIdentity]]]],
    wanted: Gender,
) -> bool:
    """Return whether the last speaker is the one who goes on speaking, whoever stands in what was told.

    That is the subject of the main clause of this sentence or the one before, with a verb of saying ("Berg said Lee was
    late. He added …"): unless the pronoun stands in what that one said, or the speaker's gender is not known and
    another subject there has the wanted one.

    Args:
        page: the text, its tree and its entities.
        at: where the pronoun stands.
        last: the last speaker who may be meant.
        ranked: the starts of this sentence and the one before, and their subjects.
        wanted: the gender of the pronoun.
    """
    span, who = last
    grammar = page.grammar
    if grammar is None or who.entity is None:
        return False
    verb = _saying_of(grammar, span)
    word = grammar.document.words_in(at, at + 1)[0]
    if verb is None or word >= len(grammar.words) or _is_told(grammar, word, verb):
        return False
    for start, subjects in ranked:
        if span[0] < start or not any(s[0] < span[1] and span[0] < s[1] and is_main(page, s) for s, _ in subjects):
            continue
        known = gender_of_entity(page, who.entity) == wanted
        others = [other.entity for _, other in subjects if other.entity not in (None, who.entity)]
        return known or not any(gender_of_entity(page, other) == wanted for other in others if other)
    return False


def _saying_of(grammar: Grammar, span: Span) -> int | None:
    """Return the verb of saying that a source is the subject of."""
    first, last = grammar.document.words_in(*span)
    verb = grammar.heads[grammar.head_of(first, last)] if first < last else 0
    return verb if first < last and base_form(grammar.lower[verb]) in SAYING else None


def _is_told(grammar: Grammar, word: int, verb: int) -> bool:
    """Return whether a pronoun stands below a verb in what it says: its own verb is not joined to it alone."""
    at = grammar.heads[word]
    if base_form(grammar.lower[at]) not in SAYING:
        return True  # it says nothing, so that nothing tells who it is
    if not grammar.under(word, verb):
        return False
    while at != verb and grammar.labels[at] in ("conj", "parataxis"):
        at = grammar.heads[at]
    return at != verb


def is_main(page: PageContext, span: Span) -> bool:
    """Return whether words are the subject of their sentence's main clause; True without a tree."""
    grammar = page.grammar
    return grammar is None or grammar.is_main_subject(grammar.head_of(*grammar.document.words_in(*span)))


def gender_of_entity(page: PageContext, entity: Entity) -> Gender | None:
    """Return the gender of a person: by a title or a role with a gender, else by the given name."""
    for word in (entity.role or "").lower().replace(".", "").split():
        if word in nouns.FEMALE:
            return "female"
        if word in nouns.MALE:
            return "male"
    for start, _ in entity.mentions[:8]:
        title = page.text[max(0, start - 12) : start].lower().replace(".", " ").split()[-1:]
        if title and title[0] in nouns.FEMALE:
            return "female"
        if title and title[0] in nouns.MALE:
            return "male"
    names = [entity.name, *entity.variants]
    longest = max(names, key=lambda name: len(name.split())).split()
    if longest and longest[0].lower().rstrip(".") in nouns.FEMALE:
        return "female"
    if longest and longest[0].lower().rstrip(".") in nouns.MALE:
        return "male"
    return gender_of(longest[0]) if len(longest) > 1 else None
