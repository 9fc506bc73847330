"""Who takes part in an event: candidates from the model's arguments and the tree, weighed by fitted weights.

For each predicate the words that may head an actor, a recipient or a place are gathered with the ways in which they are
tied to it ("ARG0", "by its governor's ARG0", "possessive", "noun before it"); a linear model on those ties chooses.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from copydesk.english import certainty
from copydesk.english.function_words import DIRECTED, OBJECTS, PLACED, SUBJECTS
from copydesk.reading.events.actors import is_agent
from copydesk.reading.events.tree import Tree
from copydesk.reading.events.weights import Models

Ties = dict[int, set[str]]
_PRONOUNS: Final = SUBJECTS | OBJECTS | {"who", "which", "that"}
_UP: Final = frozenset(
    ("xcomp", "advcl", "acl", "obj", "nmod", "obl", "ccomp", "conj", "compound", "nsubj", "nsubj:pass", "acl:relcl")
)
_SPACE: Final = PLACED | DIRECTED | {"beside", "against", "with", "by", "for"}


class ParticipantCandidate(NamedTuple):
    """A word that may head a participant, and the names of the ties that it has to the predicate."""

    word: int
    ties: frozenset[str]


def candidates(tree: Tree, word: int) -> list[ParticipantCandidate]:
    """Return the candidates for a predicate's participants, in order of the text."""
    ties: Ties = {}
    for found, tie in _ties(tree, word):
        other = _meant(tree, found)
        if other != word:
            ties.setdefault(other, set()).add(tie)
    return [ParticipantCandidate(other, frozenset(found)) for other, found in sorted(ties.items())]


def _meant(tree: Tree, word: int) -> int:
    """Return the noun that a relative pronoun stands for; any other word itself."""
    if tree.forms[word] in _RELATIVES and tree.tags[word] == "PRON":
        for above in tree.above(word, _CLIMBED):
            if tree.labels[above] == "acl:relcl":
                return tree.heads[above]
    return word


_RELATIVES: Final = frozenset(("who", "whom", "which", "that"))
_CLIMBED: Final = 3


def _ties(tree: Tree, word: int) -> Iterator[tuple[int, str]]:
    arguments = tree.document.arguments
    for role, argument in arguments.get(word, {}).items():
        yield argument.head, role
        yield argument.head, f"{role}.{'sure' if argument.score > _SURE else 'unsure'}"
        yield from _within(tree, word, argument.head, role)
    for i in tree.kids(word):
        label = tree.labels[i]
        if label in ("nmod", "obl", "nmod:poss", "obl:agent"):
            case = next((tree.forms[k] for k in tree.kids(i, "case")), "")
            yield i, f"{label}.{case if case in _SPACE else 'other'}"
        elif label in ("nsubj", "nsubj:pass", "obj", "iobj", "nsubj:outer"):
            if not (label == "nsubj:pass" and i > word and any(tree.kids(i, "acl"))):  # two were killed and *five* hurt
                yield i, label
        elif label in ("amod", "compound") and tree.tags[i] in ("PROPN", "ADJ", "NOUN"):
            yield i, f"{label}.{tree.tags[i]}"
    yield from _below(tree, word)
    above, label = tree.heads[word], tree.labels[word]
    if above == word or label not in _UP:
        return
    if label in ("acl", "acl:relcl"):
        yield above, "modified"
    lemma = tree.lemma(above)
    for role, argument in arguments.get(above, {}).items():
        yield from _within(tree, word, argument.head, f"up.{role}")
        yield argument.head, f"up.{role}"
        yield argument.head, f"up.{role}.{label}"
        if lemma in certainty.CONTROL:
            yield argument.head, f"up.{role}.{lemma}"
    *_, top = tree.above(word, _HIGHEST)
    for role, argument in arguments.get(top, {}).items():
        if top != above and role in ("ARG0", "ARG1"):
            yield argument.head, f"top.{role}"
    higher = tree.heads[above]
    if higher not in (above, top):
        for role, argument in arguments.get(higher, {}).items():
            yield argument.head, f"up2.{role}"


def _below(tree: Tree, word: int) -> Iterator[tuple[int, str]]:
    """Yield who takes part in what a predicate embeds: "refused to sign the accord with Norland"."""
    for i in tree.kids(word, *_EMBEDDED):
        for role, argument in tree.document.arguments.get(i, {}).items():
            yield argument.head, f"down.{tree.labels[i]}.{role}"
        for k in tree.kids(i, "nmod", "nmod:poss", "obl", "obj"):
            case = next((tree.forms[c] for c in tree.kids(k, "case")), "")
            tie = f"down.{tree.labels[i]}>{tree.labels[k]}.{case if case in _SPACE else 'other'}"
            yield k, tie
            for j in tree.kids(k, "nmod"):
                case = next((tree.forms[c] for c in tree.kids(j, "case")), "")
                yield j, f"{tie}>{case if case in _SPACE else 'other'}"


_EMBEDDED: Final = ("xcomp", "ccomp", "obj", "advcl", "csubj", "nsubj:pass")


def _within(tree: Tree, word: int, head: int, tie: str) -> Iterator[tuple[int, str]]:
    """Yield what an argument is joined to by "and", and the nouns that stand in its phrase."""
    for i in tree.kids(head, "conj", "nmod", "nmod:poss"):
        if i == word:
            continue
        if tree.labels[i] == "conj":
            yield i, tie
            yield i, f"{tie}&"
        else:
            case = next((tree.forms[k] for k in tree.kids(i, "case")), "")
            yield i, f"{tie}>{tree.labels[i]}.{case if case in _SPACE else 'other'}"


_SURE: Final = 0.7
_HIGHEST: Final = 8


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


def features(tree: Tree, word: int, candidate: ParticipantCandidate, kinds: Mapping[int, str], label: str) -> list[str]:
    """Return the named features of a candidate.

    Args:
        tree: the tree.
        word: the predicate.
        candidate: the candidate.
        kinds: the type of the entity that a word is in the name of, by word.
        label: the event's type, or its kind where it has none.
    """
    other = candidate.word
    kind = kinds.get(other) or _kind(tree, other)
    noun = "verb" if tree.tags[word] == "VERB" else "noun"
    found = [f"kind.{kind}", f"{noun}.kind.{kind}"]
    for tie in candidate.ties:
        found += [f"tie.{tie}", f"{noun}.{tie}", f"{tie}+{kind}", f"{tie}+{label}"]
    found.append(f"{label}+{kind}")
    found.append("before" if other < word else "after")
    if any(
        tree.labels[i] == "case" and tree.forms[i] in ("in", "at", "near", "outside", "off") for i in tree.kids(other)
    ):
        found += ["located", f"located+{kind}"]
    return found


def _kind(tree: Tree, word: int) -> str:
    """Return what sort of thing a word that names nothing stands for, roughly."""
    if tree.forms[word] in _PRONOUNS:
        return "pronoun"
    if tree.tags[word] != "NOUN":
        return tree.tags[word].lower()
    if is_agent(tree.lemma(word)):
        return "agent"
    return "happening" if tree.document.events[word] >= _HAPPENS else "noun"


_HAPPENS: Final = 0.5

ROLES: Final = ("none", "actor", "recipient", "place")


class Roles(NamedTuple):
    """Heads of the participants of an event, best first."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


def roles_of(tree: Tree, word: int, kinds: Mapping[int, str], label: str, models: Models) -> Roles:
    """Return who and what takes part in an event, by the fitted weights.

    Args:
        tree: the tree.
        word: the predicate.
        kinds: the type of the entity that a word is in the name of, by word.
        label: the event's type, or its kind where it has none.
        models: the fitted weights.
    """
    chosen: list[list[tuple[float, int]]] = [[] for _ in ROLES]
    for candidate in candidates(tree, word):
        chances = [math.exp(log) for log in models.role.logs(features(tree, word, candidate, kinds, label))]
        likeliest = max(chances[1:])
        for role, sure in enumerate(models.weights.role_sure):
            if role and chances[role] >= sure and chances[role] == likeliest:
                chosen[role].append((-chances[role], candidate.word))
    return Roles(*(tuple(head for _, head in sorted(heads)[:_MOST]) for heads in chosen[1:]))


_MOST: Final = 4
