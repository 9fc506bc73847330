"""Whom a pronoun stands for, told only where one candidate is left.

Candidates are the persons, bodies and groups around: who spoke before, the subjects of the sentences before, names. The
gender and number must fit. The last speaker or subject goes before other names; where two are left, nobody is named.
"""

from collections.abc import Sequence
from typing import Final

from copydesk.english import nouns
from copydesk.english.source_words import Gender
from copydesk.reading.attributions.leading_speakers import gender_of_entity, is_main, leads
from copydesk.reading.attributions.page_lookup import PageContext, first_position
from copydesk.reading.attributions.source_resolution import NOBODY, SourceIdentity, classify_source
from copydesk.records import Entity, SourceKind, Span

REACH_SENTENCES: Final = 3  # sentences before a pronoun that are looked at
_FIRST: Final = frozenset(("i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"))
_SINGULAR: Final = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
_CLOSING: Final = frozenset('.,;:!?”"’)')
_BODIES: Final = frozenset(("named-organization", "media"))
_GROUPS_OR_BODIES: Final = _BODIES | {"anonymous-group"}
_OTHERS: Final = frozenset(("anonymous-group", "named-person", "anonymous-person"))
_PERSON_KINDS: Final = frozenset(("named-person", "anonymous-person"))

Before = Sequence[tuple[Span, SourceIdentity]]


def resolve(page: PageContext, word: str, at: int, before: Before, said: Sequence[Span] = ()) -> SourceIdentity:
    """Return who is behind a pronoun.

    Args:
        page: the text, its tree and its entities.
        word: the pronoun, in small letters.
        at: where it stands.
        before: the sources that stand before it on the page, with what is behind them, in order.
        said: what it is said to have said. Who is named there is another ("Ruiz must go, he said"), quoted words aside.
    """
    if word in _FIRST:
        if word[0] not in "uwo":
            return SourceIdentity("anonymous-person")
        return SourceIdentity("anonymous-group" if _in_quotes(page.text, at) else "own")
    if word in _SINGULAR:
        return _person(page, word, at, before, said)
    if word in nouns.GROUP_PRONOUNS:
        return _they(page, at, before, said)
    return _thing(page, at, before)


def _in_quotes(text: str, at: int) -> bool:
    """Return whether a double quotation mark is open at a position of its paragraph."""
    lead = text[max(text.rfind("\n", 0, at), at - 600, 0) : at]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def _fits(page: PageContext, identity: SourceIdentity, span: Span, wanted: Gender) -> bool:
    if identity.kind not in _PERSON_KINDS:
        return False
    if identity.entity is not None:
        return gender_of_entity(page, identity.entity) in (wanted, None)
    words = page.text[slice(*span)].lower().replace(".", " ").split()
    other = nouns.MALE if wanted == "female" else nouns.FEMALE
    return not any(word.strip(",") in other for word in words)


def _person(page: PageContext, word: str, at: int, before: Before, said: Sequence[Span]) -> SourceIdentity:
    """Return the person that a singular pronoun stands for."""
    wanted: Gender = "female" if word in nouns.FEMALE else "male"
    first = first_position(page, at)
    nearest = _sentence_start(page, at)
    others = _named_in(page, said)
    outside = not _in_quotes(page.text, at)  # who is the subject of quoted words is not who says them

    def may_be_meant(span: Span) -> bool:
        return not (_lies_in(span, said) or (outside and _in_quotes(page.text, span[0])))

    ranked = [
        (start, [(span, who) for span, who in subjects if may_be_meant(span)])
        for start, subjects in [_subjects(page, nearest, at), *_subjects_before(page, nearest, first, word)]
    ]
    last = next(
        (
            (span, who)
            for span, who in reversed(before)
            if first <= span[0] < at
            and _fits(page, who, span, wanted)
            and not _acts_on(page, span, nearest)
            and not _lies_in(span, said)
            and not _is_one_of(who, others)
        ),
        None,
    )
    if _another_beside(page, at, wanted):
        return NOBODY
    if last is not None and leads(page, at, last, ranked[:2], wanted):
        return last[1]
    for number, (start, subjects) in enumerate(ranked):
        around = [(span, who) for span, who in subjects if _fits(page, who, span, wanted)]
        fitting = [(span, who) for span, who in around if not _is_one_of(who, others)]
        spoke = last is not None and last[0][0] >= start
        if spoke and last is not None and not any(span[0] > last[0][1] for span, _ in fitting):
            return _settled(page, last[1], start, at, wanted)
        if fitting:
            below = number and not any(is_main(page, span) for span, _ in fitting)
            if below and len(_people(page, first, at, wanted, said).keys() - others) > 1:
                return _unsure()  # "since Holt took office": the sentence before is about something else
            return _settled(page, fitting[-1][1], start, at, wanted) if len(_distinct(fitting)) == 1 else _unsure()
        if number and around and last is None:
            return _unsure()  # whom the sentence before is about is named in what is told: another speaks of him
        if number >= REACH_SENTENCES and last is None:
            break
    if last is not None:
        return _settled(page, last[1], last[0][0], at, wanted)
    named = [entity for key, entity in _people(page, first, at, wanted, said).items() if key not in others]
    return SourceIdentity("named-person", named[0]) if len(named) == 1 else _unsure()


def _people(page: PageContext, start: int, end: int, wanted: Gender, said: Sequence[Span]) -> dict[str, Entity]:
    """Return the persons named between two positions, words told aside, who may be of a gender, by id."""
    return {
        e.id: e
        for m, e in page.within(start, end)
        if e.type == "PERSON" and gender_of_entity(page, e) in (wanted, None) and not _lies_in(m, said)
    }


def _named_in(page: PageContext, said: Sequence[Span]) -> frozenset[str]:
    """Return the persons named in words that are told, not quoted: nobody tells of himself by name."""
    return frozenset(
        entity.id
        for start, end in said
        for mention, entity in page.within(start, end)
        if entity.type == "PERSON" and not _in_quotes(page.text, mention[0])
    )


def _lies_in(span: Span, said: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in said)


def _is_one_of(who: SourceIdentity, others: frozenset[str]) -> bool:
    return who.entity is not None and who.entity.id in others


def _acts_on(page: PageContext, span: Span, sentence: int) -> bool:
    """Return whether somebody is the agent of a passive in the pronoun's sentence: he acts on whom it stands for.

    "When pressed by Holt, his response was to say": his is not Holt's.
    """
    if page.grammar is None or span[0] < sentence:
        return False
    words = range(*page.grammar.document.words_in(*span))
    return any(page.grammar.labels[word] == "obl:agent" for word in words)


def _another_beside(page: PageContext, at: int, wanted: Gender) -> bool:
    """Return whether a person who is no subject stands in the clause that a pronoun's clause is joined to.

    "People were shouting at the captain and he told them to sit": nothing tells whether the captain is meant.
    """
    grammar = page.grammar
    if grammar is None:
        return False
    word = grammar.document.words_in(at, at + 1)[0]
    verb = grammar.heads[word] if word < len(grammar.words) else word
    if verb == word or grammar.labels[verb] != "conj":
        return False
    others = nouns.MALE if wanted == "female" else nouns.FEMALE
    bodies = nouns.ORGANIZATIONS | nouns.MEDIA | nouns.GROUPS
    return any(
        grammar.tags[i] == "NOUN"
        and grammar.labels[i] in ("obj", "obl", "iobj")
        and nouns.is_agent(grammar.lower[i])
        and not nouns.is_plural(grammar.lower[i])
        and grammar.lower[i] not in others | bodies
        for i in range(grammar.subtree(grammar.heads[verb])[0], word)
    )


def _unsure() -> SourceIdentity:
    return SourceIdentity("named-person")


def _distinct(found: list[tuple[Span, SourceIdentity]]) -> set[object]:
    return {who.entity.id if who.entity else span for span, who in found}


def _settled(page: PageContext, who: SourceIdentity, start: int, at: int, wanted: Gender) -> SourceIdentity:
    """Return a candidate, unless its gender is not known and another of the wanted gender stands as near."""
    if who.entity is None or gender_of_entity(page, who.entity) == wanted:
        return who
    rivals = {
        e.id
        for _, e in page.within(start, at)
        if e.type == "PERSON" and gender_of_entity(page, e) == wanted and e is not who.entity
    }
    return _unsure() if rivals else who


def _thing(page: PageContext, at: int, before: Before) -> SourceIdentity:
    """Return the body or document that `it` stands for: a subject of its sentence or the one before, or a speaker."""
    kinds: frozenset[SourceKind] = frozenset(("named-organization", "media", "document"))
    first = first_position(page, at)
    nearest = _sentence_start(page, at)
    for start, subjects in [_subjects(page, nearest, at), *_subjects_before(page, nearest, first)[:1]]:
        fitting = [(span, who) for span, who in subjects if who.kind in kinds]
        spoke = [(span, who) for span, who in before if start <= span[0] < at and who.kind in kinds]
        if spoke and (not fitting or spoke[-1][0][0] >= fitting[-1][0][0]):
            return spoke[-1][1]
        if fitting:
            return fitting[0][1] if len(_distinct(fitting)) == 1 or start == nearest else NOBODY
    return _last_of(page, at, before, kinds) or NOBODY


def _they(page: PageContext, at: int, before: Before, said: Sequence[Span]) -> SourceIdentity:
    """Return whom "they" stands for: a body that spoke in this sentence or the one before, where no group came since.

    Two named people who spoke there are they, too; else the group that spoke last, else a group that nobody names.
    """
    first, nearest = first_position(page, at), _sentence_start(page, at)
    spoke = [(span, who) for span, who in before if first <= span[0] < at and who.kind in _GROUPS_OR_BODIES]
    start, _ = next(iter(_subjects_before(page, nearest, first)), (nearest, []))
    two = SourceIdentity("named-person")
    if before and before[-1][0][0] >= start and before[-1][1] == two and _joins(page.text[slice(*before[-1][0])]):
        return two
    if spoke and spoke[-1][1].kind in _BODIES and spoke[-1][0][0] >= start:
        since = [who.kind for span, who in _subjects(page, spoke[-1][0][1], at)[1] if not _lies_in(span, said)]
        if _OTHERS.isdisjoint(since):
            return spoke[-1][1]
    return _last_of(page, at, before, frozenset(("anonymous-group",))) or SourceIdentity("anonymous-group")


def _joins(words: str) -> bool:
    """Return whether the words of a source join several: "Mr. Berg and Ms. Ruiz"."""
    return " and " in words


def _last_of(page: PageContext, at: int, before: Before, kinds: frozenset[SourceKind]) -> SourceIdentity | None:
    first = first_position(page, at)
    return next((who for span, who in reversed(before) if first <= span[0] < at and who.kind in kinds), None)


def _sentence_start(page: PageContext, at: int) -> int:
    if page.grammar is None:
        return max(page.text.rfind(". ", 0, at), page.text.rfind("\n", 0, at), -1) + 1
    document = page.grammar.document
    word = document.words_in(at, at + 1)[0]
    if word >= len(document):
        return at
    first = int(document.sentences[document.sentence_of(word)][0])
    return document.span(first, first + 1)[0]


def _subjects(page: PageContext, start: int, end: int) -> tuple[int, list[tuple[Span, SourceIdentity]]]:
    """Return the start, and the subjects of the clauses between two positions, in order, that are no pronouns."""
    if page.grammar is None:
        return start, []
    grammar = page.grammar
    first, last = grammar.document.words_in(start, end)
    found = []
    for word in range(first, last):
        subject = grammar.labels[word] in ("nsubj", "nsubj:pass") or (
            grammar.labels[word] == "conj" and grammar.labels[grammar.heads[word]] in ("nsubj", "nsubj:pass")
        )
        if subject and grammar.tags[word] in ("NOUN", "PROPN"):
            begin, stop = grammar.phrase(word)
            span = grammar.document.span(begin, min(stop, last))
            found.append((span, classify_source(page, span, speaks=False)))
    return start, found


def _subjects_before(
    page: PageContext, start: int, first: int, word: str = ""
) -> list[tuple[int, list[tuple[Span, SourceIdentity]]]]:
    """Return the subjects of the sentences before a position, nearest sentence first.

    A sentence whose main clause has the same pronoun for its subject gives none: it goes on about the same person,
    and who stands in a clause below is another ("He listed the challenges that Holt will face").
    """
    out = []
    at = start
    for _ in range(REACH_SENTENCES):
        if at <= first or page.grammar is None:
            break
        begin = _sentence_start(page, max(len(page.text[:at].rstrip()) - 1, 0))
        if begin >= at:
            break
        out.append((begin, []) if word and _goes_on(page, begin, at, word) else _subjects(page, begin, at))
        at = begin
    return out


def _goes_on(page: PageContext, start: int, end: int, word: str) -> bool:
    """Return whether a pronoun is the subject of a sentence's main clause."""
    grammar = page.grammar
    if grammar is None:
        return False
    words = range(*grammar.document.words_in(start, end))
    return any(grammar.lower[i] == word and grammar.is_main_subject(i, joined=False) for i in words)
