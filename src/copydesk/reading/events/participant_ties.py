"""Which words may take part in an event, and how each is tied to its predicate: by the model's arguments and the tree.

For each predicate the words that may head an actor, a recipient or a place are gathered with the ways in which they are
tied to it ("ARG0", "by its governor's ARG0", "possessive", "noun before it"), and so are the other nouns near it in its
sentence, which only a longer path through the tree ties to it.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from copydesk.english import certainty
from copydesk.english.function_words import DIRECTED, OBJECTS, PLACED, SUBJECTS
from copydesk.reading.events.event_tree import Tree

Ties = dict[int, set[str]]
PRONOUNS: Final = SUBJECTS | OBJECTS | {"who", "which", "that"}
_UP: Final = frozenset(
    ("xcomp", "advcl", "acl", "obj", "nmod", "obl", "ccomp", "conj", "compound", "nsubj", "nsubj:pass", "acl:relcl")
)
_SPACE: Final = PLACED | DIRECTED | {"beside", "against", "with", "by", "for"}


class ParticipantCandidate(NamedTuple):
    """A word that may head a participant, and the names of the ties that it has to the predicate."""

    word: int
    ties: frozenset[str]


def candidates(tree: Tree, word: int, kinds: Mapping[int, str]) -> list[ParticipantCandidate]:
    """Return the candidates for a predicate's participants, in order of the text.

    Args:
        tree: the tree.
        word: the predicate.
        kinds: the type of the entity that a word is in the name of, by word.
    """
    ties: Ties = {}
    for found, tie in _ties(tree, word):
        other = _meant(tree, found)
        if other != word and tree.tags[other] not in _CLAUSES:
            ties.setdefault(other, set()).add(tie)
    for found in _near(tree, word, kinds):
        other = _meant(tree, found)
        if other != word:
            ties.setdefault(other, set())
    return [ParticipantCandidate(other, frozenset(found)) for other, found in sorted(ties.items())]


def _near(tree: Tree, word: int, kinds: Mapping[int, str]) -> Iterator[int]:
    """Yield the nouns and pronouns of a predicate's sentence that are near it, and adjectives of peoples."""
    start, end = tree.sentence(word)
    for i in range(max(start, word - _NEAR), min(end, word + _NEAR)):
        if tree.tags[i] in ("NOUN", "PROPN"):
            fits = tree.labels[i] not in _INSIDE
        elif tree.tags[i] == "PRON":
            fits = tree.labels[i] not in _INSIDE and (tree.forms[i] not in _EMPTY or tree.labels[i] in ("nsubj", "obj"))
        else:
            fits = tree.tags[i] in ("ADJ", "NUM") and kinds.get(i) in ("NORP", "PLACE")
        if fits and not _elsewhere(tree, word, i):
            yield i


def _elsewhere(tree: Tree, word: int, other: int) -> bool:
    """Whether a word read as a predicate's is the subject of another: two were killed and *five* hurt."""
    passive = tree.heads[other] == word and tree.labels[other] == "nsubj:pass"
    return passive and other > word and any(tree.kids(other, "acl"))


_CLAUSES: Final = ("VERB", "AUX")
"""What heads a clause: nobody who takes part."""
_NEAR: Final = 40
"""Words on either side of a predicate among which further candidates are looked for."""
_INSIDE: Final = frozenset(("compound", "flat", "fixed", "appos", "det", "case", "nummod"))
_EMPTY: Final = frozenset(("which", "that", "what", "there", "this", "it"))


def first_joined(tree: Tree, word: int) -> int:
    """Return the first of the words that a word is joined to by "and"; itself where it is joined to none."""
    for _ in range(_JOINED):
        if tree.labels[word] != "conj" or tree.heads[word] == word:
            break
        word = tree.heads[word]
    return word


_JOINED: Final = 10  # words that are joined by "and" one to the next


def path(tree: Tree, word: int, other: int) -> str | None:
    """Return the relations up from a predicate and then down to another word, "conj" left out; None if far apart."""
    up = [word, *tree.above(word, _PATH)]
    down = []
    for _ in range(_PATH):
        if other in up or tree.heads[other] == other:
            break
        down.append(tree.labels[other])
        other = tree.heads[other]
    if other not in up:
        return None
    rising = [tree.labels[i] for i in up[: up.index(other)]]
    names = ["<".join(label for label in part if label != "conj") for part in (rising, down[::-1])]
    return "^".join(names)


_PATH: Final = 8  # relations up, and down, between a predicate and another word


def _meant(tree: Tree, word: int) -> int:
    """Return the noun that a relative pronoun stands for, or the name after a title; any other word itself."""
    if tree.labels[word] == "nmod:desc" and tree.tags[tree.heads[word]] == "PROPN":
        return tree.heads[word]
    if tree.forms[word] in _RELATIVES and tree.tags[word] == "PRON":
        for above in tree.above(word, _CLIMBED):
            if tree.labels[above] == "acl:relcl":
                return tree.heads[above]
    return word


_RELATIVES: Final = frozenset(("who", "whom", "which", "that"))
_CLIMBED: Final = 3  # words above a relative pronoun among which its clause stands


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
            if not _elsewhere(tree, word, i):
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


_SURE: Final = 0.7  # probability from which on an argument counts as sure
_HIGHEST: Final = 8  # words above a predicate up to the one that heads its sentence
