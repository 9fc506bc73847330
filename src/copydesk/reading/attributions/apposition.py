"""Names at the head of a source or in apposition to it: "Northgate’s chief executive, Ruth Amsel"."""

import re
from typing import Final

from copydesk.english import nouns
from copydesk.reading.attributions.page_lookup import PageContext
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Entity, Span

_ENDS_NAME: Final = re.compile(r"\s*(?:$|[,(—–-]|(?:who|whose|and|of|in|from|at|for|to|with)\b)")
_NAMING: Final = frozenset(("appos", "flat", "nmod:desc", "list", "goeswith"))
_TITLE: Final = re.compile(
    r"[^,;:()“”\"]{0,60}?(?<![^\s])(?P<title>[A-Za-z-]{3,20}) (?:of|for|to|at|from|in) (?P<of>[^,;:()“”\"]{1,60}) "
)
_ROLE_BETWEEN: Final = re.compile(r" (?!(?:and|or|but) )(?:[a-z-]{2,20} ){0,2}[a-z-]{3,20} ?,? ")
_ONE_OF: Final = re.compile(r"one of ", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"\b(?:of|from|in|at|for|with|on|to|by|about)\b")


def entity_at(page: PageContext, head: Span) -> Entity | None:
    """Return the entity whose mention has a head word in it; a place or people's name before the head is another."""
    for (start, end), entity in page.within(max(0, head[0] - 120), head[1]):
        if start <= head[0] and head[1] <= end + 2:
            return entity
    return _flat_entity(page, head)


def _flat_entity(page: PageContext, head: Span) -> Entity | None:
    """Return the person whose name goes on after a title that is the head: "Sen. Rand Paul", "Dr Alex Tayler"."""
    if page.grammar is None:
        return None
    grammar = page.grammar
    word = grammar.document.words_in(*head)[0]
    for child in grammar.children[word]:
        if grammar.labels[child] in ("flat", "nmod:desc", "goeswith") and child > word:
            span = grammar.document.span(child, child + 1)
            for (start, end), entity in page.within(max(0, span[0] - 80), span[1]):
                if start <= span[0] and span[1] <= end and entity.type == "PERSON":
                    return entity
    return None


def apposed_person(page: PageContext, span: Span, head: Span) -> Entity | None:
    """Return the person whose name stands in apposition to the head: "Northgate’s chief executive, Ruth Amsel"."""
    found = [(m, e) for m, e in page.within(*span) if e.type == "PERSON" and m[0] >= head[0]]
    titled = next((e for m, e in page.within(*span) if e.type == "PERSON" and _after_title(page.text, span, m)), None)
    if titled is not None or page.grammar is None:
        return titled or next((e for m, e in found if _apposed_by_words(page.text, span, m)), None)
    grammar = page.grammar
    top = grammar.document.words_in(*head)[0]
    for mention, entity in found:
        first, last = grammar.document.words_in(*mention)
        at = grammar.head_of(first, last) if first < last else top
        for above in grammar.above(at):
            if at == top or grammar.labels[at] not in _NAMING:
                break
            at = above
        if _of_another(page.text[span[0] : mention[0]]):
            continue
        if at == top or (_apposed_by_words(page.text, span, mention) and not _is_name(grammar, top)):
            return entity
    return None


def either_may_be_meant(text: str, start: int, name: Span) -> bool:
    """Return whether a name may stand for a person named inside the phrase: "an aide to the senator, Ana Ruiz"."""
    lead = text[start : name[0]]
    return lead.endswith(", ") and _PREPOSITION.search(lead) is not None and is_person_noun(_last_word(lead))


def titled_person(page: PageContext, span: Span) -> Entity | None:
    """Return the person whose name ends a phrase after a title with a preposition: "US ambassador to Russia Jon Hunt".

    The last word before the name must be in the name of a place or a body: in "an aide to the senator Ana Ruiz" and "a
    lawyer for Ana Ruiz" the name is another's.
    """
    for mention, entity in page.within(*span):
        lead = page.text[span[0] : mention[0]]
        found = _TITLE.fullmatch(lead)
        ends = _ENDS_NAME.match(page.text, mention[1], span[1]) is not None and mention[1] <= span[1]
        if entity.type != "PERSON" or found is None or not ends or nouns.is_plural(found["title"].lower()):
            continue
        at = span[0] + found.start("of"), mention[0]
        word = _last_word(lead)
        named = any(m[1] == mention[0] - 1 and e.type in ("PLACE", "ORG") for m, e in page.within(*at))
        if (named or word in nouns.ORGANIZATIONS | nouns.SEATS) and is_person_noun(found["title"].lower()):
            return entity
    return None


def _after_title(text: str, span: Span, name: Span) -> bool:
    """Return whether a name ends a phrase right after a title: "Norvane chief executive Annick Thiessen"."""
    lead = text[span[0] : name[0]]
    if name[1] > span[1] or not lead.endswith(" ") or _ENDS_NAME.match(text, name[1], span[1]) is None:
        return False
    title = lead.rpartition(", ")[2]
    return (
        not _of_another(title)
        and nouns.is_agent(_last_word(title))
        and re.search(r"\b(?:who|that|by|to|for)\b", title) is None
    )


def _of_another(lead: str) -> bool:
    """Return whether a title right before a name is another's than the phrase's head's: "a friend of mayor Ruiz"."""
    owner = _PREPOSITION.search(lead)
    return (
        owner is not None
        and not lead.endswith(", ")
        and is_person_noun(_last_word(lead[: owner.start()]))
        and is_person_noun(_last_word(lead))
    )


def apposed_body(page: PageContext, head: Span) -> Entity | None:
    """Return the body whose name stands in apposition to a common noun: "official news agency Xinhua"."""
    grammar = page.grammar
    if grammar is None:
        return None
    word = grammar.document.words_in(*head)[0]
    for child in grammar.children[word]:
        if grammar.labels[child] in ("appos", "flat") and child > word and grammar.tags[child] == "PROPN":
            span = grammar.document.span(child, child + 1)
            for (start, end), entity in page.within(max(0, span[0] - 80), span[1]):
                body = entity.type == "ORG" or (entity.type == "PERSON" and is_body_noun(page.text[slice(*head)]))
                if start <= span[0] and span[1] <= end and body:
                    return entity
    return None


def after_person_noun(page: PageContext, span: Span, head: Span) -> bool:
    """Return whether the name at a head stands right after a person noun: "veteran reporter Carl Bernstein"."""
    name = next((m for m, _ in page.within(max(span[0], head[0] - 80), head[1]) if m[0] <= head[0] < m[1]), None)
    lead = page.text[span[0] : name[0]] if name else ""
    return lead.endswith(" ") and is_person_noun(_last_word(lead)) and "," not in lead


def holder_beside(page: PageContext, span: Span, head: Span) -> Entity | None:
    """Return the person named after a role right behind the name at a head: "Al Nur councillor, Ana Ruiz"."""
    own = next((m for m, _ in page.within(max(span[0], head[0] - 80), head[1]) if m[0] <= head[0] < m[1]), None)
    if own is None:
        return None
    for mention, entity in page.within(own[1], span[1]):
        lead = page.text[own[1] : mention[0]]
        if entity.type == "PERSON" and _ROLE_BETWEEN.fullmatch(lead) and is_person_noun(_last_word(lead)):
            return entity
    return None


def is_body_noun(word: str) -> bool:
    """Return whether a common noun means a body or an outlet: "agency"."""
    return word.islower() and nouns.singular(word) in nouns.MEDIA | nouns.ORGANIZATIONS


def apposed_name(page: PageContext, head: Span) -> tuple[Entity | None] | None:
    """Return the entity, if any, of a name in apposition after a comma that the model did not read as a person's."""
    grammar = page.grammar
    if grammar is None:
        return None
    word = grammar.document.words_in(*head)[0]
    for child in grammar.children[word]:
        named = grammar.labels[child] == "appos" and grammar.tags[child] == "PROPN" and child > word
        if named and grammar.words[child - 1] == "," and grammar.words[child][:1].isupper():
            span = grammar.document.span(child, child + 1)
            return (next((e for m, e in page.within(max(0, span[0] - 60), span[1]) if m[0] <= span[0] < m[1]), None),)
    return None


def is_person_noun(word: str) -> bool:
    """Return whether a common noun means one person: an agent, but no body, outlet or group."""
    low = word.lower()
    others = nouns.ORGANIZATIONS | nouns.MEDIA | nouns.GROUPS
    return word.islower() and nouns.is_agent(low) and low not in others and not nouns.is_plural(low)


def _is_name(grammar: Grammar, word: int) -> bool:
    return grammar.tags[word] == "PROPN"


def _apposed_by_words(text: str, span: Span, name: Span) -> bool:
    """Return whether a name ends a phrase as its apposition (`another user, Ana Ruiz`), by the words alone."""
    lead = text[span[0] : name[0]]
    if _ENDS_NAME.match(text, name[1], span[1]) is None or re.fullmatch(r"[^,]{0,80}(?:, )?", lead) is None:
        return False
    if re.search(r"\b(?:who|that)\b", lead) or (" and " in lead and _PREPOSITION.search(lead)):
        return False
    if not _PREPOSITION.search(lead):
        return lead == "" or nouns.is_agent(_last_word(lead))
    if _ONE_OF.match(lead) and nouns.is_plural(_last_word(lead)):
        return lead.endswith(", ")
    # `A spokesman for the company, Per Lund`; in `an aide to the senator, Ana Ruiz` either may be meant.
    nearest = nouns.singular(_last_word(lead))
    return lead.endswith(", ") and nearest not in nouns.PERSONS | nouns.ROLES


def _last_word(words: str) -> str:
    return words.rstrip(" ,").rpartition(" ")[2].lower()
