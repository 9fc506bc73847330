"""Who stands behind a claim: the kind of source, and the entity.

The head of a source is its head in the parse; without one, what stands before its first comma, clause or preposition. A
name at the head, or one in apposition to it, is who speaks; else the head noun tells the kind. Pronouns: `pronouns`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.reading.attributions import nouns
from copydesk.reading.attributions.grammar import Grammar
from copydesk.records import Entity, SourceKind, Span

_CUT: Final = re.compile(
    r",(?=\s|$)|\(| -- | [–—-] | (?:who|whom|whose|which|that|of|from|in|at|for|with|on|to|by|about"
    r"|speaking|working|briefed|aware|close|familiar|inside|among|like|present|involved|led|including|based|near|under|against|within"
    r"|made|released|published|written|filed|conducted|obtained|issued|signed|posted|seen|quoted|cited)\b"
    r"| (?:and|or) (?=[A-Z]|the |an? |his |her |their |other )"
)
_WORD: Final = re.compile(r"[^\s,;:()\[\]“”\"]+")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ENDS_NAME: Final = re.compile(r"\s*(?:$|[,(—–-]|(?:who|whose|and|of|in|from|at|for|to|with)\b)")
_PLURAL_DETERMINERS: Final = frozenset(
    ("these", "those", "some", "many", "most", "several", "both", "few", "two", "three", "four")
)
_INDEFINITE: Final = frozenset(("a", "an", "one", "another", "any", "some"))
_DEFINITE: Final = frozenset(("the", "this", "that", "his", "her", "its", "their", "our"))
_NAMING: Final = frozenset(("appos", "flat", "nmod:desc", "list", "goeswith"))
_PREPOSITION: Final = re.compile(r"\b(?:of|from|in|at|for|with|on|to|by|about)\b")
_REPORTERS: Final = frozenset(
    ("journalist reporter correspondent photographer witness tally count calculation investigation cameraman").split()
)
_SPECIFIC: Final = 3
"""How many words make a description of an office that many hold fit one of them: "the interior minister"."""
_GROUP_ACRONYM: Final = re.compile(r"[A-Z]{2,5}s")
_NUMBER: Final = re.compile(r"\d[\d,.]*%?")


class SourceIdentity(NamedTuple):
    """The kind of a source, the entity behind it, and whether an unnamed one fits one known holder of an office."""

    kind: SourceKind
    entity: Entity | None = None
    identifiable: bool = False


NOBODY: Final = SourceIdentity("none")


class Page(NamedTuple):
    """What is looked up: text, tree, entities' mentions in order, who is meant by a description, whose page it is."""

    text: str
    grammar: Grammar | None
    mentions: tuple[tuple[Span, Entity], ...]
    described: dict[Span, Entity]
    newsroom: frozenset[str] = frozenset()

    def within(self, start: int, end: int) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that begin in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention[0][0])
        last = bisect_left(self.mentions, end, lo=first, key=lambda mention: mention[0][0])
        return self.mentions[first:last]


def page_of(
    text: str, entities: Sequence[Entity], grammar: Grammar | None = None, newsroom: Sequence[str | None] = ()
) -> Page:
    """Return a text with its entities set out for look-ups."""
    mentions = sorted(((mention, entity) for entity in entities for mention in entity.mentions), key=lambda m: m[0])
    described = {span: entity for entity in entities for span in entity.descriptions}
    return Page(text, grammar, tuple(mentions), described, frozenset(name.lower() for name in newsroom if name))


def classify_source(page: Page, span: Span, speaks: bool = True) -> SourceIdentity:
    """Return the kind of source that words name (no pronoun), and the entity behind them.

    Args:
        page: the text and its entities.
        span: the source's words.
        speaks: whether the cue is a plain saying, whose speaker is somebody whatever the noun.
    """
    head = _head(page, span)
    tail = page.text[span[0] : head[1]].rstrip(" ,")
    if described := page.described.get((span[0], span[0] + len(tail))) or page.described.get(span):
        return (
            SourceIdentity("named-person", described) if _alone(page, span[0], tail, described) else _unnamed_office()
        )
    entity = _entity_at(page, head) or _apposed_body(page, head)
    outlet = nouns.singular(page.text[slice(*head)]) in nouns.MEDIA
    if entity is not None and (outlet or nouns.is_known_medium(entity.name)):
        return SourceIdentity("media", entity)
    if entity is not None and entity.type in ("ORG", "PLACE", "WORK") and _after_person_noun(page, span, head):
        return SourceIdentity("named-person", entity)
    body = entity is not None and _is_body_noun(page.text[slice(*head)])
    apposed = entity is not None and entity.type == "ORG" and _entity_at(page, head) is None
    if body or (apposed and not _apposed_name(page, head)):
        return SourceIdentity("named-organization", entity)
    if _group_joined(page, span, head):
        return SourceIdentity("anonymous-group")
    person = entity if entity is not None and entity.type == "PERSON" else _apposed_person(page, span, head)
    if person is not None and any(
        _either_may_be_meant(page.text, span[0], m) for m, e in page.within(*span) if e is person
    ):
        return SourceIdentity("anonymous-person")
    if person is not None:
        return SourceIdentity("named-person", None if _several(page, span, head, person) else person)
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(page.text[span[0] : head[1]])]
    if words and _is_person_noun(words[-1]) and (name := _apposed_name(page, head)) is not None:
        return SourceIdentity("named-person", name[0])
    if (
        words
        and entity is not None
        and any(nouns.singular(word) in nouns.MEDIA for word in words[:-1] if word.islower())
    ):
        return SourceIdentity("media", entity)
    if not words:
        return NOBODY
    kind = _kind_by_entity(words, entity) if entity is not None else None
    if kind is None:
        kind = _kind_by_noun(page, words, head, speaks)
    identifiable = kind == "anonymous-person" and _one_office(page, words)
    return SourceIdentity(kind, entity if kind in ("named-organization", "media", "document") else None, identifiable)


def _unnamed_office() -> SourceIdentity:
    return SourceIdentity("anonymous-person", None, True)


def _alone(page: Page, start: int, tail: str, entity: Entity) -> bool:
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


def _head(page: Page, span: Span) -> Span:
    """Return the positions of a phrase's head word."""
    start, end = span
    if page.grammar is not None:
        first, last = page.grammar.document.words_in(start, end)
        if first < last:
            word = page.grammar.head_of(first, last)
            if page.grammar.labels[word] in ("flat", "goeswith"):
                word = max(word, last - 1)
            if page.grammar.tags[word] == "NUM" and (counted := _counted(page.grammar, word, last)) is not None:
                word = counted
            if page.grammar.tags[word] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
                return page.grammar.document.span(word, word + 1)
    return _head_by_words(page, span)


def _counted(grammar: Grammar, number: int, stop: int) -> int | None:
    """Return what a number counts in "eight of 10 voters"."""
    if grammar.lower[number] in ("one", "1"):
        return None
    for child in grammar.dependents(number, "nmod", "obl"):
        if number < child < stop and grammar.tags[child] in ("NOUN", "PROPN"):
            return child
    return None


def _head_by_words(page: Page, span: Span) -> Span:
    """Return the last word before the first comma, clause or preposition outside a name."""
    start, end = span
    for match in _CUT.finditer(page.text, start, end):
        inside = any(match.start() < m[1] and match.end() <= m[1] for m, _ in page.within(start, match.start()))
        if match.start() > start + 1 and not inside:
            end = match.start()
            break
    words = page.text[start:end].rstrip(" ,.'’\"“”")
    at = max(words.rfind(" "), words.rfind("\n")) + 1
    return start + at, start + len(words)


def _entity_at(page: Page, head: Span) -> Entity | None:
    """Return the entity whose mention has a head word in it; a place or people's name before the head is another."""
    for (start, end), entity in page.within(max(0, head[0] - 120), head[1]):
        if start <= head[0] and head[1] <= end + 2:
            return entity
    return _flat_entity(page, head)


def _flat_entity(page: Page, head: Span) -> Entity | None:
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


def _apposed_person(page: Page, span: Span, head: Span) -> Entity | None:
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
        if at == top or (_apposed_by_words(page.text, span, mention) and not _is_name(grammar, top)):
            return entity
    return None


def _either_may_be_meant(text: str, start: int, name: Span) -> bool:
    """Return whether a name may stand for a person named inside the phrase: "an aide to the senator, Ana Ruiz"."""
    lead = text[start : name[0]]
    return lead.endswith(", ") and _PREPOSITION.search(lead) is not None and _is_person_noun(_last_word(lead))


def _after_title(text: str, span: Span, name: Span) -> bool:
    """Return whether a name ends a phrase right after a title: "Norvane chief executive Annick Thiessen"."""
    lead = text[span[0] : name[0]]
    if name[1] > span[1] or not lead.endswith(" ") or _ENDS_NAME.match(text, name[1], span[1]) is None:
        return False
    title = lead.rpartition(", ")[2]
    return nouns.is_agent(_last_word(title)) and re.search(r"\b(?:who|that|by|to|for)\b", title) is None


def _apposed_body(page: Page, head: Span) -> Entity | None:
    """Return the body whose name stands in apposition to a common noun: "official news agency Xinhua"."""
    grammar = page.grammar
    if grammar is None:
        return None
    word = grammar.document.words_in(*head)[0]
    for child in grammar.children[word]:
        if grammar.labels[child] in ("appos", "flat") and child > word and grammar.tags[child] == "PROPN":
            span = grammar.document.span(child, child + 1)
            for (start, end), entity in page.within(max(0, span[0] - 80), span[1]):
                body = entity.type == "ORG" or (entity.type == "PERSON" and _is_body_noun(page.text[slice(*head)]))
                if start <= span[0] and span[1] <= end and body:
                    return entity
    return None


def _after_person_noun(page: Page, span: Span, head: Span) -> bool:
    """Return whether the name at a head stands right after a person noun: "veteran reporter Carl Bernstein"."""
    name = next((m for m, _ in page.within(max(span[0], head[0] - 80), head[1]) if m[0] <= head[0] < m[1]), None)
    lead = page.text[span[0] : name[0]] if name else ""
    return lead.endswith(" ") and _is_person_noun(_last_word(lead)) and "," not in lead


def _is_body_noun(word: str) -> bool:
    return word.islower() and nouns.singular(word) in nouns.MEDIA | nouns.ORGANIZATIONS


def _apposed_name(page: Page, head: Span) -> tuple[Entity | None] | None:
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


def _is_person_noun(word: str) -> bool:
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
    # `A spokesman for the company, Per Lund`; in `an aide to the senator, Ana Ruiz` either may be meant.
    nearest = nouns.singular(_last_word(lead))
    return lead.endswith(", ") and nearest not in nouns.PERSONS | nouns.ROLES


def _last_word(words: str) -> str:
    return words.rstrip(" ,").rpartition(" ")[2].lower()


def _several(page: Page, span: Span, head: Span, person: Entity) -> bool:
    """Return whether a source joins several: "Russian President Vladimir Putin and his US counterpart"."""
    grammar = page.grammar
    if grammar is None:
        return (
            len({e.id for _, e in page.within(*span) if e.type == "PERSON"}) > 1 and " and " in page.text[slice(*span)]
        )
    last = grammar.document.words_in(*span)[1]
    word = grammar.document.words_in(*head)[0]
    named = [grammar.document.words_in(*m)[0] for m, e in page.within(*span) if e is person]
    after = max([word, *named])
    return any(grammar.labels[child] == "conj" and after < child < last for child in grammar.children[word])


def _group_joined(page: Page, span: Span, head: Span) -> bool:
    """Return whether the head is an unnamed group to which others are joined: "several Democrats and Ana Ruiz"."""
    low = page.text[slice(*head)].lower()
    if page.grammar is None or not (nouns.is_plural(low) or low in nouns.GROUPS) or not nouns.is_agent(low):
        return False
    grammar = page.grammar
    word, last = grammar.document.words_in(*head)[0], grammar.document.words_in(*span)[1]
    return any(grammar.labels[child] == "conj" and word < child < last for child in grammar.children[word])


def _kind_by_entity(words: list[str], entity: Entity) -> SourceKind | None:
    last = words[-1]
    if len(words) == 1 and nouns.is_plural(last) and nouns.is_agent(last.lower()) and len(entity.name.split()) == 1:
        return "anonymous-group"
    if entity.type == "ORG" and last.islower() and (nouns.singular(last) in nouns.MEDIA or "news" in words):
        return "media"
    if entity.type == "ORG" and last.islower() and nouns.singular(last) in nouns.ORGANIZATIONS:
        return "named-organization"
    if not last[:1].isupper() and not last[:1].isdigit() and not any(c.isupper() for c in last):
        return None
    several = words[0].lower() in _PLURAL_DETERMINERS | {"the"} and nouns.is_plural(last) and len(words) == 2
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


def _kind_by_noun(page: Page, words: list[str], head: Span, speaks: bool) -> SourceKind:
    last, first = words[-1], words[0].lower()
    low = last.lower()
    one = nouns.singular(low)
    if nouns.is_medium(" ".join(words)) and (last[:1].isupper() or len(words) > 1):
        return "media"
    if _GROUP_ACRONYM.fullmatch(last):
        return "anonymous-group"
    tag = _tag(page, head)
    sure = tag == "PROPN" or len(words) > 1 or (last.isupper() and len(last) > 1)
    capital = last[:1].isupper() and (sure or not _opens_sentence(page, head))
    named = capital and not _is_common(tag, low)
    if named:
        return _kind_of_name(words, low, one)
    if low in ("reporting", "coverage", "report", "reports") and _newsroom_before(words):
        return "media"
    if one in _REPORTERS and (house := _newsroom_before(words)):
        return "own" if _is_own(page, house) else "media"
    return _kind_of_common(words, first, low, one, speaks)


def _opens_sentence(page: Page, head: Span) -> bool:
    before = page.text[max(0, head[0] - 8) : head[0]].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:\n”" or page.text[head[0] - 1] == "\n"


def _tag(page: Page, head: Span) -> str:
    if page.grammar is None:
        return ""
    return page.grammar.tags[page.grammar.document.words_in(*head)[0]]


def _is_common(tag: str, low: str) -> bool:
    """Return whether a capitalised head is a common noun all the same: in a headline, or at a sentence's start."""
    if tag == "NOUN":
        return True
    return low in nouns.GROUPS or (nouns.is_plural(low) and nouns.is_agent(low))


def _kind_of_name(words: list[str], low: str, one: str) -> SourceKind:
    if one in nouns.ORGANIZATIONS or any(word.lower() in nouns.ORGANIZATIONS for word in words):
        return "named-organization"
    if one in nouns.DOCUMENTS:
        return "document"
    if nouns.is_plural(low) and (
        words[0].lower() in _DEFINITE | _PLURAL_DETERMINERS or one in ("republican", "democrat")
    ):
        return "anonymous-group"
    if one in nouns.OFFICES | nouns.ROLES | nouns.PERSONS:
        return "anonymous-person"
    if words[-1].isupper() and 1 < len(low) <= nouns.ACRONYM_LENGTH:
        return "named-organization"
    if words[0].lower() in _INDEFINITE:
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
    if nouns.is_plural(low) or first in _PLURAL_DETERMINERS:
        return "anonymous-group" if nouns.is_agent(low) or speaks else "none"
    return "anonymous-person" if nouns.is_agent(low) or speaks else "none"


def _newsroom_before(words: list[str]) -> str | None:
    """Return the outlet named before a reporter's or a tally's noun: Reuters in "a Reuters witness"."""
    lead = [word for word in words[:-1] if word.lower() not in ("a", "an", "the", "two", "our")]
    return next((name for n in range(len(lead)) if nouns.is_medium(name := " ".join(lead[n:]))), None)


def _is_own(page: Page, house: str) -> bool:
    low = house.lower()
    return any(low == name or low in name.split() or name in low for name in page.newsroom)


def _one_office(page: Page, words: list[str]) -> bool:
    """Return whether a description fits one known holder of an office: "the mayor", "Tanzania's president"."""
    lowered = [word.lower() for word in words]
    if "top" in lowered[:-1] and lowered[0] not in _INDEFINITE and not nouns.is_plural(lowered[-1]):
        return True
    if lowered[-1] in nouns.OFFICES_OF_MANY and len(words) < _SPECIFIC:
        return False
    if lowered[-1] not in nouns.OFFICES or "former" in lowered or "deputy" in lowered or "vice" in lowered:
        return False
    if lowered[0] in _INDEFINITE or nouns.is_plural(lowered[-1]):
        return False
    return lowered[0] in _DEFINITE or words[0][:1].isupper() or len(words) == 1
