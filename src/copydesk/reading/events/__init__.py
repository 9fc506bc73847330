"""Events: who is said to have done what to whom, when, where, how surely, and on whose word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from copydesk.english.event_words import PRESS
from copydesk.english.nouns import is_known_medium
from copydesk.language import Document
from copydesk.reading.attributions.anonymity import is_request_for_anonymity
from copydesk.reading.events import event_places, participants, timing
from copydesk.reading.events.actors import is_political, standing
from copydesk.reading.events.causes import tells_of_violence
from copydesk.reading.events.clues import clues_of
from copydesk.reading.events.contexts import contexts_of
from copydesk.reading.events.event_coreference import EventDraft, join
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import Models, shipped
from copydesk.reading.events.predicates import find_predicates
from copydesk.reading.events.salience import (
    SURELY_NEWS,
    declines_to_say,
    furniture_of,
    length,
    may_be_news,
    stands_back,
    threshold,
)
from copydesk.reading.events.saying import Sayings, said_by
from copydesk.reading.events.status import status_of
from copydesk.reading.events.timing import TimeTable
from copydesk.reading.events.toll import toll_of
from copydesk.reading.events.type_choice import is_of_sport, type_of
from copydesk.reading.events.typewords import tells_none
from copydesk.reading.events.who import Participants
from copydesk.records import Attribution, Entity, Event, EventPlace, Participant, Predicate, Quantity, Span, Time

__all__ = ["find_events"]

_LONG: Final = 0.5  # share of the way to a long page from which on kinds are asked for more
MAX_EVENTS: Final = 2_000
"""Predicates that are read on a page; what is longer is no news page."""


def find_events(
    document: Document,
    entities: Sequence[Entity] = (),
    times: Sequence[Time] = (),
    quantities: Sequence[Quantity] = (),
    attributions: Iterable[Attribution] = (),
    day: str | None = None,
    captions: Iterable[Span] = (),
    start: int = 0,
) -> tuple[Event, ...]:
    """Return the events that a text tells, in order of their first mention, each with all of its mentions.

    Args:
        document: what the language model says about the text.
        entities, times, quantities, attributions: what is known of the text already.
        day: the publication day, ISO 8601.
        captions: where pictures' captions stand, which tell again what the story tells.
        start: where the story begins, after its dateline, whose place takes no part in anything.
    """
    models = shipped()
    attributions = tuple(attributions)
    tree = Tree(document)
    names = Participants(tree, entities, attributions)
    table = TimeTable(tree, times, day)
    cues = {word: one for one in attributions for span in one.cue.spans for word in range(*document.words_in(*span))}
    # of a reason: "not authorized to discuss it"
    reasons = [one.source.anonymity.span for one in attributions if one.source.anonymity]
    asking = [span for one in attributions if _asks_not_to_be_named(document, one) for span in one.cue.spans]
    excused = {word for span in (*reasons, *asking, *captions) for word in range(*document.words_in(*span))}
    first = document.words_in(0, start)[1] if start else 0
    quoted = {
        word: number
        for number, one in enumerate(attributions)
        if one.content.speech == "direct"
        for span in one.content.spans
        for word in range(*document.words_in(*span))
    }
    sure = threshold(tree, models.weights.salient)
    found = find_predicates(tree, times)[:MAX_EVENTS]
    of_sport = is_of_sport(tree, [predicate.word for predicate in found])
    furniture = furniture_of(tree)
    drafts = [
        _draft(tree, predicate.word, names, table, cues, quoted, day, models, sure, first, of_sport)
        for predicate in found
        if predicate.word not in excused
        and document.sentence_of(predicate.word) not in furniture
        and not declines_to_say(tree, predicate.word)
    ]
    sayings = Sayings(attributions)
    events = []
    for number, group in enumerate(join(tree, [draft for draft, _ in drafts]), 1):
        members = [drafts[i] for i in group]
        events.append(_event(f"v{number}", tree, names, members, sayings, quantities))
    return tuple(events)


def _asks_not_to_be_named(document: Document, one: Attribution) -> bool:
    words = " ".join(document.text[start:end] for start, end in one.content.spans)
    return one.act == "act" and is_request_for_anonymity(words)


def _draft(
    tree: Tree,
    word: int,
    names: Participants,
    table: TimeTable,
    cues: Mapping[int, Attribution],
    quoted: Mapping[int, int],
    day: str | None,
    models: Models,
    sure: float,
    first: int,
    of_sport: bool,
) -> tuple[EventDraft, tuple[Span, ...]]:
    """Return what is found of one predicate, and the words that decide its status."""
    kind = type_of(tree, word, models)
    status, deciding = status_of(tree, word, clues_of(tree, word, table), models)
    roles = participants.roles_of(tree, word, names.kinds, kind.type or kind.kind or "", models)
    sides = [[i for i in heads if i >= first] for heads in (roles.actors, roles.recipients)]
    if word in quoted:  # who speaks takes no part in what stands in the quotation, unless it names the speaker
        sides = [[i for i in heads if quoted.get(i) == quoted[word]] for heads in sides]
    sides = [[i for i in heads if not _is_left_open(tree, word, i, names)] for heads in sides]
    sides[1] = [i for i in sides[1] if not _owns_another(tree, word, i)]
    owners = [i for i in tree.kids(word, "nmod:poss") if names.kinds.get(i) == "PERSON"]
    if kind.mode == "visit" and owners:  # whose visit or arrival it is makes it
        sides = [owners, [i for i in sides[1] if i not in owners]]
    roles = roles._replace(actors=tuple(sides[0]), recipients=tuple(sides[1]))
    if word in cues and not kind.type:  # who is told something, not whom the told is of
        roles = roles._replace(recipients=tuple(i for i in roles.recipients if tree.heads[i] == word))
    time = timing.time_of(tree, word, table, status, cues)
    relative = timing.relative_of(tree, word, status, time, day)
    if relative == "future":
        time = timing.coming(tree, word, time, day)
        if timing.is_over(time, day):  # a day before the page's is not to come
            relative = None
            status, deciding = (None, ()) if status in ("scheduled", "expected") else (status, deciding)
    news = tree.document.happenings["news"][word, 2] if tree.document.happenings else 0.0
    place = event_places.place_head(tree, word, names.kinds, roles.places)
    done_to = place in roles.recipients and not _goes_there(kind.type, kind.mode)
    if place is not None and (done_to or names.kinds.get(place) == "PERSON"):
        place = None
    actors, recipients = (_side(tree, heads, word, names) for heads in (roles.actors, roles.recipients))
    if tree.tags[word] != "VERB" and any(map(_is_somebody, actors)):
        # of "the accord", "the king" and "the president" beside a meeting, the accord meets nobody
        persons = _side(tree, [head for head in roles.actors if not participants.is_thing(tree, head)], word, names)
        actors = tuple(one for one in actors if one in persons or _is_somebody(one))
    acting = {one.entity for one in actors if one.entity}
    recipients = tuple(one for one in recipients if one.entity not in acting)
    known = any(map(_is_somebody, (*actors, *recipients)))
    known = known or bool(kind.type == "ASSAULT" and recipients)
    known = known or (news >= SURELY_NEWS and any(not names.is_open(head) for head in roles.actors))
    if kind.type == "ASSAULT" and word in cues:
        kind = kind._replace(type=None, mode=None, code=None)  # who attacks the press as an enemy does it in words
    if kind.type == "ASSAULT" and of_sport:
        kind = kind._replace(type=None, mode=None, code=None, kind="sport")
    if actors and all(names.is_nobody(head) for head in roles.actors):
        kind = kind._replace(type=None, mode=None, code=None)  # "you are signed in": nobody of a codebook
    people = kind.type is not None and any(names.is_person(one) for one in (*actors, *recipients))
    if kind.kind == "conflict" and not kind.type and length(tree) >= _LONG and not tells_of_violence(tree):
        kind = kind._replace(kind=None)
    if (
        kind.kind == "politics"
        and not people
        and length(tree) >= _LONG
        and not any(is_political(one.country, one.sector) for one in (*actors, *recipients))
    ):
        kind = kind._replace(kind=None)
    interviewed = kind.type == "CONSULT" and (
        any(_is_medium(one, names) for one in (*actors, *recipients))
        or any(_is_of_press(tree, head) for head in (*roles.actors, *roles.recipients))
    )
    if interviewed:
        kind = kind._replace(type=None, mode=None, code=None)  # an interview is no consultation between governments
    draft = EventDraft(
        word=word,
        lemma=tree.lemma(word),
        type=kind.type,
        mode=kind.mode,
        code=kind.code,
        kind=kind.kind,
        status=status,
        actors=actors,
        recipients=recipients,
        place=_place(tree, place, word, names) if place is not None else None,
        time=timing.event_time(time, relative),
        salient=bool(news >= sure)
        and not interviewed
        and not tells_none(tree, word)
        and may_be_news(
            tree,
            word,
            type=kind.type,
            kind=kind.kind,
            status=status,
            relative=relative,
            has_participant=known,
            has_named_actor=any(one.entity for one in actors),
            said=word in cues,
        ),
    )
    return draft, deciding


def _owns_another(tree: Tree, word: int, head: int) -> bool:
    """Whether somebody only owns another happening beside the event: "started after *Putin's* delayed arrival"."""
    owned = tree.heads[head]
    case = {tree.forms[i] for i in tree.kids(owned, "case")}
    return tree.labels[head] == "nmod:poss" and owned != word and bool(case & {"after", "before", "following", "since"})


def _is_left_open(tree: Tree, word: int, head: int, names: Participants) -> bool:
    """Whether a pronoun of whom nothing is known only owns something, or is another verb's object beside a noun.

    "*His* lawyer said he had been denied sleep", "invited *them* to talks".
    """
    if not names.is_open(head):
        return False
    return tree.labels[head] == "nmod:poss" or (tree.tags[word] != "VERB" and tree.labels[head] in ("obj", "iobj"))


def _side(tree: Tree, heads: Sequence[int], word: int, names: Participants) -> tuple[Participant, ...]:
    """Return the participants of one side, in order of the text, each once."""
    found = [_participant(tree, head, participants.phrase(tree, head, word), names) for head in sorted(heads)]
    named = [one.entity for one in found]
    return tuple(one for at, one in enumerate(found) if not one.entity or one.entity not in named[:at])


def _participant(tree: Tree, head: int, phrase: tuple[int, int], names: Participants) -> Participant:
    start, end = phrase
    entity = names.entity(head)
    forms = [tree.document.word(i) for i in range(start, end)]
    country, sector = standing(forms, head - start, entity)
    return Participant(
        spans=(tree.document.span(start, end),), entity=entity.id if entity else None, country=country, sector=sector
    )


def _is_somebody(one: Participant) -> bool:
    """Whether it is known who or what somebody is."""
    return bool(one.entity or one.country or one.sector)


def _is_of_press(tree: Tree, head: int) -> bool:
    """Whether somebody is called a journalist beside the name: "Guy Dinmore, a freelance journalist"."""
    return any(tree.lemma(i) in PRESS for i in tree.kids(head, "appos", "compound"))


def _is_medium(one: Participant, names: Participants) -> bool:
    return one.sector == "MED" or (one.entity is not None and is_known_medium(names.name(one.entity)))


def _place(tree: Tree, head: int, word: int, names: Participants) -> EventPlace:
    entity = names.entity(head)
    span = tree.document.span(*event_places.short_phrase(tree, head, participants.phrase(tree, head, word)))
    return EventPlace(spans=(span,), entity=entity.id if entity else None)


def _goes_there(type: str | None, mode: str | None) -> bool:
    """Return whether an event to a place is in it: an attack, a visit; who blames Norland need not be there."""
    return type == "ASSAULT" or mode == "visit"


def _apart_from(recipients: Sequence[Participant], place: EventPlace | None) -> EventPlace | None:
    """Return a place, unless it is to what it was done: "imposed sanctions on Norland" says nothing of where."""
    entities = {one.entity for one in recipients if one.entity}
    return None if place is not None and place.entity in entities else place


def _sides(tree: Tree, drafts: Sequence[EventDraft]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return who acts and on whom, from the first mentions that say so; nobody does anything to himself.

    Where two mentions disagree about somebody, the verb goes before the noun.
    """
    acting = next((draft for draft in drafts if draft.actors), None)
    suffering = next((draft for draft in drafts if draft.recipients), None)
    if acting is None or suffering is None:
        return (acting.actors if acting else ()), (suffering.recipients if suffering else ())
    both = {one.entity for one in acting.actors if one.entity} & {one.entity for one in suffering.recipients}
    if tree.tags[suffering.word] == "VERB" and tree.tags[acting.word] != "VERB":
        return tuple(one for one in acting.actors if one.entity not in both), suffering.recipients
    return acting.actors, tuple(one for one in suffering.recipients if one.entity not in both)


def _event(
    number: str,
    tree: Tree,
    names: Participants,
    members: Sequence[tuple[EventDraft, tuple[Span, ...]]],
    sayings: Sayings,
    quantities: Sequence[Quantity],
) -> Event:
    """Return one event of all its mentions: what the first says, and of the others what it leaves open."""
    drafts = [draft for draft, _ in members]
    lead, deciding = next((m for m in members if m[0].salient and m[0].status), members[0])
    ordered = [lead, *(draft for draft in drafts if draft is not lead)]
    typed = next((draft for draft in ordered if draft.type), lead)
    moded = next((draft for draft in ordered if draft.type == typed.type and draft.mode), typed)
    spans = [tree.span(draft.word) for draft in drafts]
    said, denied = said_by(sayings, spans)
    dead, injured = toll_of(tree, [draft.word for draft in drafts], quantities)
    actors, recipients = _sides(tree, ordered)
    place = next((draft.place for draft in ordered if draft.place), None)
    if place is None and moded.mode == "visit":  # who visits Odesa is there
        visited = [one for one in recipients if names.is_place(one)]
        place = EventPlace(spans=visited[0].spans, entity=visited[0].entity) if len(visited) == 1 else None
    time = next((draft.time for draft in ordered if draft.time and draft.time.value), lead.time)
    kind = typed.kind or lead.kind
    back = stands_back(tree, [draft.word for draft in drafts], typed.type or kind, bool(time and time.value))
    return Event(
        id=number,
        mentions=tuple(Predicate(span=span, lemma=d.lemma) for span, d in zip(spans, drafts, strict=True)),
        type=typed.type,
        mode=moded.mode,
        contexts=contexts_of(tree, typed.word) if typed.type else (),
        code=moded.code,
        kind=kind,  # type: ignore[arg-type]
        actors=actors,
        recipients=recipients,
        dead=dead,
        injured=injured,
        place=place if _goes_there(typed.type, moded.mode) else _apart_from(recipients, place),
        time=time,
        status=lead.status,
        status_from=deciding,
        salient=any(draft.salient for draft in drafts) and not back,
        attribution=said,
        denied_by=denied,
    )
