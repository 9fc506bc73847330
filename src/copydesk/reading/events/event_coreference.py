"""Which predicates of a page tell of one and the same happening: by base form, type, who takes part, day and status."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.english.event_words import ANOTHER, ENDINGS, LIGHT_VERBS, STANDING_FOR
from copydesk.english.function_words import OBJECTS as PRONOUNS
from copydesk.reading.events.event_tree import Tree
from copydesk.records import EventPlace, EventTime, Participant, Status

_NEAR: Final = 40
"""Predicates before it among which the first mention of a definite noun ("the attack") is looked for."""
_SHORTEST: Final = 4  # letters of a stem
_DEFINITE: Final = frozenset(("the", "this", "that", "these", "those", "his", "her", "their", "its"))


class EventDraft(NamedTuple):
    """A predicate with what was found of it, before mentions are joined."""

    word: int
    lemma: str
    type: str | None
    mode: str | None
    code: str | None
    kind: str | None
    status: Status | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: EventPlace | None
    time: EventTime | None
    salient: bool


def join(tree: Tree, drafts: Sequence[EventDraft]) -> list[list[int]]:
    """Return the groups of drafts that tell of one happening, as their places, in order of their first mention."""
    groups: list[list[int]] = []
    by_stem: dict[str, list[int]] = {}
    recent: list[int] = []
    for number, draft in enumerate(drafts):
        stem = stem_of(draft.lemma)
        found = _antecedent(tree, drafts, groups, by_stem.get(stem, []), recent, draft)
        if found is None:
            found = len(groups)
            groups.append([])
            recent.append(found)
        groups[found].append(number)
        known = by_stem.setdefault(stem, [])
        if found not in known:
            known.append(found)
    return groups


def _antecedent(
    tree: Tree,
    drafts: Sequence[EventDraft],
    groups: list[list[int]],
    same: list[int],
    recent: list[int],
    draft: EventDraft,
) -> int | None:
    """Return the group that a draft belongs to, the latest that fits, or None."""
    holder = tree.heads[draft.word]
    if tree.labels[draft.word] in ("obj", "nsubj:pass") and tree.lemma(holder) in LIGHT_VERBS:
        for group in reversed(recent[-_NEAR:]):
            if drafts[groups[group][0]].word == holder:
                return group
    definite = _is_definite(tree, draft.word)
    noun = tree.tags[draft.word] != "VERB"
    for group in reversed(same[-_NEAR:]):
        members = [drafts[i] for i in groups[group]]
        if any(
            _conflict(member, draft)
            or _side_by_side(tree, member, draft)
            or _is_another(tree, member, draft)
            or (not noun and _of_others(tree, member, draft))
            for member in members
        ):
            continue
        if (noun and definite) or any(_same_parts(member, draft) for member in members):
            return group
    if noun and draft.lemma in STANDING_FOR and draft.type and _is_pointing(tree, draft.word):
        for group in reversed(recent[-_NEAR:]):
            first = drafts[groups[group][0]]
            fits = first.type == draft.type and (STANDING_FOR[draft.lemma] in (None, draft.type))
            if not fits or not first.salient or first.word == draft.word or (draft.place and not first.place):
                continue  # "the blast in Oster" says which by itself
            if (
                not _conflict(first, draft)
                and not _of_others(tree, first, draft)
                and not _is_another(tree, first, draft)
            ):
                return group
    return None


def stem_of(lemma: str) -> str:
    """Return what a verb and its noun share: invade and invasion, visit and visits, resign and resignation."""
    word = lemma.split(" ")[0]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    return word[: _SHORTEST + 1] if len(word) > _SHORTEST + 1 else word


def _is_definite(tree: Tree, word: int) -> bool:
    return any(tree.forms[i] in _DEFINITE or tree.labels[i] == "nmod:poss" for i in tree.kids(word, "det", "nmod:poss"))


def _is_pointing(tree: Tree, word: int) -> bool:
    """Whether a noun points back by its article or pronoun alone: "the visit", not "Ruiz's visit"."""
    owners = tree.kids(word, "nmod:poss")
    return _is_definite(tree, word) and all(tree.forms[i] in _DEFINITE for i in owners)


def _conflict(one: EventDraft, other: EventDraft) -> bool:
    """Whether two drafts cannot be one happening: other days, places, types, actors, or one past and one planned."""
    if one.time and other.time:
        days = [draft.time.value for draft in (one, other) if draft.time and draft.time.value]
        if len(days) == 2 and not _days_meet(*days):
            return True
        relatives = {draft.time.relative for draft in (one, other) if draft.time}
        if "background" in relatives and len(relatives - {None}) > 1:
            return True
    if one.type and other.type and one.type != other.type:
        return True
    if _sure(one.status) and _sure(other.status) and _sure(one.status) != _sure(other.status):
        return True
    if one.place and other.place and one.place.entity and other.place.entity and one.place.entity != other.place.entity:
        return True
    if _apart(one.actors, other.actors):
        return True
    return _apart(one.recipients, other.recipients) and not _one_country(one.recipients, other.recipients)


def _side_by_side(tree: Tree, one: EventDraft, other: EventDraft) -> bool:
    """Whether two drafts are verbs of one sentence, or nouns of which it tells more than one thing.

    Who meets one after meeting another meets twice; "the *summit* of the allies was secondary to Monday's *summit*".
    """
    if tree.sentence(one.word) != tree.sentence(other.word) or tree.tags[one.word] != tree.tags[other.word]:
        return False
    return tree.tags[one.word] == "VERB" or all(tree.kids(i.word, *_TELLING_WHICH) for i in (one, other))


_TELLING_WHICH: Final = ("nmod:poss", "nmod", "compound", "amod", "nmod:unmarked")


def _is_another(tree: Tree, one: EventDraft, other: EventDraft) -> bool:
    """Whether one of two nouns tells of another happening by its own words: "past meetings", "a separate raid"."""
    mine, theirs = (
        {tree.forms[i] for i in tree.kids(draft.word, "amod", "det")} & ANOTHER
        if tree.tags[draft.word] == "NOUN"
        else set()
        for draft in (one, other)
    )
    return mine != theirs


def _of_others(tree: Tree, one: EventDraft, other: EventDraft) -> bool:
    """Whether two drafts are told to be done to others, whom neither a name nor a last word joins."""
    mine, theirs = one.recipients, other.recipients
    if one.type == "CONSULT" or not mine or not theirs or _one_country(mine, theirs):
        return False  # who is met may be told by name and by office
    named = {part.entity for part in mine if part.entity} & {part.entity for part in theirs if part.entity}
    words, others = _last_words(tree, mine), _last_words(tree, theirs)
    return not named and not words & others and not (words | others) & _ANYBODY


_ANYBODY: Final = PRONOUNS | {"it"}


def _last_words(tree: Tree, parts: Sequence[Participant]) -> set[str]:
    return {tree.document.text[slice(*part.spans[-1])].split()[-1].lower() for part in parts}


def _sure(status: Status | None) -> str | None:
    return {"happened": "real", "ongoing": "real", "habitual": "habit", "denied": "no", None: None}.get(status, "open")


def _days_meet(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    return one[:short] == other[:short] or "/" in one or "/" in other


def _apart(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Whether two sides name entities, and not one that is the same."""
    mine, theirs = ({part.entity for part in parts if part.entity} for parts in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _one_country(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Whether two sides are places of one country: who visits Kyiv visits Ukraine."""
    mine, theirs = ({part.country for part in parts if part.sector is None} for parts in (one, other))
    return len(mine) == 1 and mine == theirs and None not in mine


def _same_parts(one: EventDraft, other: EventDraft) -> bool:
    """Whether two drafts share an actor or a recipient by entity or by the same words."""
    for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if {part.entity for part in mine if part.entity} & {part.entity for part in theirs if part.entity}:
            return True
    return False
