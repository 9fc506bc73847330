"""Who takes part in an event: candidates (`participant_ties`), fitted weights, and the phrases of those chosen."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from copydesk.english.function_words import RELATIVES
from copydesk.english.source_words import is_person_noun
from copydesk.english.speech import ADDRESSING, JUDGING, JUDGING_DEEDS, ONLY_TELLING
from copydesk.language.event_heads import TYPES
from copydesk.reading.events.actors import is_agent
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import Models, normalised
from copydesk.reading.events.participant_ties import PRONOUNS, ParticipantCandidate, candidates, first_joined, path


def phrase(tree: Tree, head: int, word: int) -> tuple[int, int]:
    """Return the range of words of a participant: its head's phrase, no clause and nothing joined by "and" in it."""
    start, end = tree.document.phrase(head, word)
    for i in tree.kids(head, "cc", "conj", "acl", "acl:relcl", "advcl", "parataxis"):
        if i > head:
            end = min(end, max(head + 1, min((i, *tree.kids(i)))))
        elif tree.labels[i] == "cc":
            start = max(start, i + 1)
    while end > head + 1 and tree.tags[end - 1] == "PUNCT":
        end -= 1
    return start, end


class Frame(NamedTuple):
    """What a predicate has of its own, read once for all candidates: its class, subjects, objects and arguments."""

    noun: str
    shape: str
    subjects: frozenset[int]
    heads: Mapping[str, int]


def frame_of(tree: Tree, word: int) -> Frame:
    """Return the frame of a predicate."""
    acting = frozenset(tree.kids(word, "nsubj", "obl:agent"))
    shape = (
        ("s" if tree.kids(word, "nsubj", "nsubj:pass", "nsubj:outer") else "")
        + ("o" if tree.kids(word, "obj") else "")
        + ("a" if tree.kids(word, "obl:agent") else "")
    )
    heads = {role: argument.head for role, argument in tree.document.arguments.get(word, {}).items()}
    return Frame("verb" if tree.tags[word] == "VERB" else "noun", shape, acting, heads)


def features(
    tree: Tree, word: int, candidate: ParticipantCandidate, kinds: Mapping[int, str], label: str, frame: Frame
) -> list[str]:
    """Return the named features of a candidate.

    Args:
        tree: the tree.
        word: the predicate.
        candidate: the candidate.
        kinds: the type of the entity that a word is in the name of, by word.
        label: the event's type, or its kind where it has none.
        frame: the predicate's frame.
    """
    other, noun = candidate.word, frame.noun
    kind = kinds.get(other) or _kind(tree, other)
    found = [f"kind.{kind}", f"{noun}.kind.{kind}", f"{label}+{kind}"]
    for tie in candidate.ties:
        found += [f"tie.{tie}", f"{noun}.{tie}", f"{tie}+{kind}", f"{tie}+{label}"]
    side = "before" if other < word else "after"
    found += [side, f"{side}.{noun}.{label}"]
    first = first_joined(tree, other)
    case = next((tree.forms[i] for i in tree.kids(first, "case")), "")
    found += [f"case.{case}", f"case.{case}+{label}", f"case.{case}+{kind}"]
    if case in _LOCATED:
        found += ["located", f"located+{kind}"]
    way = path(tree, word, other)
    found += [f"path.{way}", f"path.{way}.{noun}", f"path.{way}+{kind}", f"path.{way}+{label}", f"path.{way}.{case}"]
    direct = tree.labels[first] if tree.heads[first] == word else "far"
    found += [f"own.{frame.shape}.{direct}.{noun}", f"own.{frame.shape}.{'far' if direct == 'far' else 'near'}+{kind}"]
    if other not in frame.heads.values() and first not in frame.heads.values():
        found += [f"not.{role}.{'other' if role in frame.heads else 'none'}" for role in ("ARG0", "ARG1")]
    return found


_LOCATED: Final = frozenset(("in", "at", "near", "outside", "off"))


def is_thing(tree: Tree, word: int) -> bool:
    """Return whether a word is a common noun that stands for nobody who acts."""
    return tree.tags[word] == "NOUN" and not is_agent(tree.lemma(word)) and not _is_of_people(tree.lemma(word))


def _kind(tree: Tree, word: int) -> str:
    """Return what sort of thing a word that names nothing stands for, roughly."""
    if tree.forms[word] in PRONOUNS:
        return "pronoun"
    if tree.tags[word] != "NOUN":
        return tree.tags[word].lower()
    if is_agent(tree.lemma(word)):
        return "agent"
    return "happening" if tree.document.events[word] >= _HAPPENS else "noun"


_HAPPENS: Final = 0.5  # probability from which on a noun is a happening

ROLES: Final = ("none", "actor", "recipient", "place")


class Roles(NamedTuple):
    """Heads of the participants of an event, best first."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


def roles_of(tree: Tree, word: int, kinds: Mapping[int, str], label: str, models: Models) -> Roles:
    """Return who and what takes part in an event, by the fitted weights.

    Where a predicate's own subject or agent is an actor, or one that it shares, nobody of another clause is; where a
    verb's own object is a recipient, or what a participle is said of, nobody outside its clause is.

    Args:
        tree: the tree.
        word: the predicate.
        kinds: the type of the entity that a word is in the name of, by word.
        label: the event's type, or its kind where it has none.
        models: the fitted weights.
    """
    chosen: list[list[tuple[float, int]]] = [[] for _ in ROLES]
    frame = frame_of(tree, word)
    found = [one for one in candidates(tree, word, kinds) if frame.noun == "verb" or _is_close(tree, word, one.word)]
    seen = models.pairs.scores(tree, word, [candidate.word for candidate in found])
    for candidate, extra in zip(found, seen, strict=True):
        logs = models.role.logs(features(tree, word, candidate, kinds, label, frame))
        chances = [math.exp(log) for log in normalised([log + more for log, more in zip(logs, extra, strict=True)])]
        likeliest = max(chances[1:])
        for role, sure in enumerate(models.weights.role_sure):
            if role and chances[role] >= sure and chances[role] == likeliest:
                chosen[role].append((-chances[role], candidate.word))
    chosen[1] = [(log, head) for log, head in chosen[1] if not _is_beside(tree, word, head)]
    passed = _passed_over(tree, word) | _held(tree, word) | _speakers(tree, word, kinds) | _tellers(tree, word)
    chosen[1] = [(log, head) for log, head in chosen[1] if first_joined(tree, head) not in passed]
    chosen[1] = _themselves(tree, frame, chosen[1])
    for subjects in (frame.subjects, _shared(tree, word)):
        own = [(log, head) for log, head in chosen[1] if head in subjects or first_joined(tree, head) in subjects]
        chosen[1] = own or chosen[1]
    chosen[2] = [(log, head) for log, head in chosen[2] if not _is_of_another_clause(tree, word, head)]
    objects = _objects(tree, word)
    if any(first_joined(tree, head) in objects for _, head in chosen[2]):
        chosen[2] = [
            (log, head)
            for log, head in chosen[2]
            if first_joined(tree, head) in objects or word in tree.above(head, _HEIGHT)
        ]
    chosen[2] = _nearest(tree, word, label, chosen[2])
    if label in TYPES and label not in _WITH_PERSONS:
        chosen[2] += _persons(tree, word, {head for _, head in (*chosen[1], *chosen[2])})
    heads = [[head for _, head in sorted(some)[:_MOST]] for some in chosen[1:]]
    return Roles(_outer(tree, heads[0], word), _outer(tree, heads[1], word), tuple(heads[2]))


def _persons(tree: Tree, word: int, chosen: set[int]) -> list[tuple[float, int]]:
    """Return the people who are a verb's object and were not chosen: "pardoned *214 prisoners*"."""
    objects = tree.kids(word, "obj") if tree.tags[word] == "VERB" else []
    return [(0.0, i) for i in objects if i not in chosen and tree.tags[i] == "NOUN" and _is_of_people(tree.lemma(i))]


def _is_of_people(lemma: str) -> bool:
    return lemma in _PEOPLE or is_person_noun(lemma)


_PEOPLE: Final = ("people", "staff", "personnel")
_WITH_PERSONS: Final = ("COOPERATE", "MOBILIZE", "PROTEST", "SUPPORT", "CONSULT")
"""Types of what is done with the people who are a verb's object, not to them ("trained the wardens")."""


def _nearest(tree: Tree, word: int, label: str, chosen: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Leave out who only stands in the words about what is done, or said, of somebody nearer.

    "Defended *Ruiz*'s rebuke of the judge's inquiry", "blamed *Norland* for the bombing of the harbour".
    """
    judged = label in _JUDGING or tree.lemma(word) in JUDGING | JUDGING_DEEDS
    firsts = {head: first_joined(tree, head) for _, head in chosen}
    for thing in tree.kids(word, "obj"):
        if judged and thing in firsts.values():
            return [(log, head) for log, head in chosen if tree.heads[firsts[head]] == word]
        heights = {head: list(tree.above(first, _HEIGHT)) for head, first in firsts.items()}
        steps = {head: above.index(thing) for head, above in heights.items() if thing in above}
        nearest = min(steps.values(), default=0)
        chosen = [(log, head) for log, head in chosen if steps.get(head, nearest) == nearest]
    return chosen


_JUDGING: Final = ("ACCUSE", "SANCTION")
"""Types of what is done to somebody for something in which others may have a part."""


def _is_of_another_clause(tree: Tree, word: int, head: int) -> bool:
    """Return whether a word stands in a clause that says more of somebody, or in one that a verb is joined to by "and".

    "Shot a man who had climbed *the wall*", "praised the plan and wrote to *Norland*"; and backwards, where somebody is
    a verb's own object or only listens: "blamed *Obama*, and slammed his opponents", "told *the Herald*, and denied".
    """
    up = [word, *tree.above(word, _HEIGHT)]
    for at in tree.above(head, _HEIGHT):
        if at in up:
            break
        joined = tree.labels[at] == "conj" and tree.tags[at] == "VERB" and first_joined(tree, at) in up
        if joined or tree.labels[at] == "acl:relcl":
            return True
    if tree.tags[word] != "VERB" or tree.labels[word] != "conj" or tree.labels[head] not in _AFTER_A_VERB:
        return False
    before = tree.heads[word]
    own = tree.lemma(before) in ADDRESSING or any(not is_thing(tree, i) for i in tree.kids(word, "obj"))
    return own and tree.heads[first_joined(tree, head)] == before


_AFTER_A_VERB: Final = ("obj", "iobj", "obl")


def _objects(tree: Tree, word: int) -> frozenset[int]:
    """Return whom a verb is done to by its own clause: its object, or what a passive participle is said of."""
    if tree.tags[word] != "VERB":
        return frozenset()
    found = tree.kids(word, "obj", "nsubj:pass")
    return frozenset((tree.heads[word],) if tree.labels[word] == "acl" and not found else found)


_HEIGHT: Final = 12  # words above a participant among which its verb stands


def _shared(tree: Tree, word: int) -> frozenset[int]:
    """Return who a clause without a subject shares one with: "the insurers threatened *to leave*"."""
    for _ in range(_STEPS):
        above = tree.heads[word]
        if tree.labels[word] not in _SHARING or any(tree.kids(word, *_SUBJECTS)):
            break
        if found := tree.kids(above, *_SUBJECTS, "obj", "iobj"):
            return frozenset(found)
        word = above
    return frozenset()


_SHARING: Final = ("xcomp", "advcl", "conj")
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_STEPS: Final = 4  # clauses that are climbed to a subject


def _passed_over(tree: Tree, word: int) -> frozenset[int]:
    """Return who stands nearer than the subject that a clause shares: "meets *Putin* after talking to the allies"."""
    above = tree.heads[word]
    if (
        tree.labels[word] != "advcl"
        or any(tree.kids(word, "nsubj", "nsubj:pass"))
        or not any(tree.kids(above, "nsubj"))
    ):
        return frozenset()
    return frozenset(tree.kids(above, "obj", "obl"))


def _themselves(tree: Tree, frame: Frame, chosen: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Put who acts in the place of whose they are: "he was betrayed by *his own compatriots*"."""
    found: dict[int, float] = {}
    for log, head in chosen:
        above = tree.heads[head]
        owned = tree.labels[head] == "nmod:poss" and above in frame.subjects and not is_thing(tree, above)
        found[above if owned else head] = min(log, found.get(above if owned else head, 0.0))
    return [(log, head) for head, log in found.items()]


def _is_beside(tree: Tree, word: int, head: int) -> bool:
    """Return whether somebody's own deed is only told by the time of a noun: "*he* was held during protests"."""
    if tree.tags[word] == "VERB" or tree.labels[word] != "obl" or word in tree.above(head, _HEIGHT):
        return False
    return any(tree.forms[i] in _BESIDE for i in tree.kids(word, "case"))


_BESIDE: Final = ("during", "after", "before", "amid", "against")


def _held(tree: Tree, word: int) -> frozenset[int]:
    """Return what a clause with a subject of its own is said of: "*the zone* that it occupies"."""
    own = [i for i in tree.kids(word, "nsubj") if not RELATIVES.intersection(tree.forms[k] for k in (i, *tree.kids(i)))]
    return (
        frozenset((first_joined(tree, tree.heads[word]),)) if own and tree.labels[word] == "acl:relcl" else frozenset()
    )


def _speakers(tree: Tree, word: int, kinds: Mapping[int, str]) -> frozenset[int]:
    """Return the people who only tell of a passive clause: "the lot had been sold out, *the director* said"."""
    if not tree.kids(word, "nsubj:pass") or tree.kids(word, "obl:agent"):
        return frozenset()
    found = [i for above in tree.above(word, _STEPS) for i in tree.kids(above, "nsubj")]
    found = [i for i in found if tree.tags[i] == "PRON" or kinds.get(i) == "PERSON"]
    return frozenset((*found, *(kid for i in found for kid in tree.kids(i))))


def _tellers(tree: Tree, word: int) -> frozenset[int]:
    """Return who only tells of a noun, thinks of it or judges it: "*ministers* welcomed the arrest of two generals"."""
    if tree.tags[word] == "VERB":
        return frozenset()
    tellers = [
        subject
        for above in tree.above(word, _STEPS)
        if tree.tags[above] == "VERB" and tree.lemma(above) in ONLY_TELLING
        for subject in tree.kids(above, "nsubj")
    ]
    return frozenset((*tellers, *(kid for i in tellers for kid in tree.kids(i)))) - {word}


def _outer(tree: Tree, heads: Sequence[int], word: int) -> tuple[int, ...]:
    """Leave out heads whose phrase is part of another's phrase."""
    if len(heads) == 1:
        return tuple(heads)
    phrases = [phrase(tree, head, word) for head in heads]
    return tuple(
        head
        for head, (start, end) in zip(heads, phrases, strict=True)
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in phrases)
    )


def _is_close(tree: Tree, word: int, other: int) -> bool:
    """Whether another word is reached from a noun by two relations up at most; one of four farther ones is right."""
    rising, _, _ = (path(tree, word, other) or "").partition("^")
    return rising.count("<") < _RISING


_RISING: Final = 2  # relations up to a participant of a noun
_MOST: Final = 4  # participants of one role
