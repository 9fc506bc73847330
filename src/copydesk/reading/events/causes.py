"""What no actor did: events whose cause is nature, an accident or an illness, and harm that nobody is said to do."""

from collections.abc import Iterator
from typing import Final

from copydesk.english.event_causes import CAUSES, HARM, IMPACTS, VEHICLES, VIOLENCE
from copydesk.reading.events.event_tree import Tree
from copydesk.records import EventKind

_KIND_OF: Final = {word: kind for kind, words in CAUSES.items() for word in words}
_BY: Final = frozenset(("by", "in", "from", "of"))
_CHAIN: Final = frozenset(("advcl", "conj", "acl", "acl:relcl"))
_STEPS: Final = 2  # words above a harm among which its cause stands


def natural_cause(tree: Tree, word: int) -> EventKind | None:
    """Return what kind of news an event is whose cause is nobody: "an earthquake struck", "hit by a bus"."""
    if tree.lemma(word) in IMPACTS and any(tree.lemma(i) in VEHICLES for i in _causes(tree, word)):
        return None if _tells_violence(tree, word) else "accident"
    if tree.lemma(word) in HARM and any(_is_impact(tree, i) for i in tree.kids(word, "advcl")):
        return None if _tells_violence(tree, word) else "accident"
    at = word
    for _ in range(_STEPS + 1):
        for i in _causes(tree, at):
            if (kind := _KIND_OF.get(tree.lemma(i))) and not _is_part(tree, i):
                return kind
        above, label = tree.heads[at], tree.labels[at]
        if above == at or label not in _CHAIN or any(tree.kids(at, "nsubj")):
            break
        if label in ("acl", "acl:relcl") and (kind := _KIND_OF.get(tree.lemma(above))):
            return kind
        at = above
    return None


def is_harm_alone(tree: Tree, word: int) -> bool:
    """Return whether people are said to be killed or hurt by nobody, in a text that tells of no violence."""
    if tree.lemma(word) not in HARM or "ARG0" in tree.document.arguments.get(word, {}):
        return False
    if any(tree.kids(word, "obl:agent")):
        return False
    return not _tells_violence(tree, word)


def tells_of_violence(tree: Tree) -> bool:
    """Return whether a text has words of violence, without which nothing in it is of a conflict."""
    return _tells_violence(tree, -1)


def _tells_violence(tree: Tree, word: int) -> bool:
    """Whether a text has words of violence beside one of its predicates."""
    every = (i for i in range(len(tree)) if i != word and tree.tags[i] in ("NOUN", "VERB", "PROPN"))
    return any(tree.lemma(i) in VIOLENCE and not _is_impact(tree, i) for i in every)


def _is_impact(tree: Tree, word: int) -> bool:
    """Whether a vehicle is said to hit something: "a ferry struck a pier"."""
    return tree.lemma(word) in IMPACTS and any(tree.lemma(i) in VEHICLES for i in tree.kids(word, "nsubj"))


def _is_part(tree: Tree, word: int) -> bool:
    """Whether another noun stands right before a word: artillery fire, market crash."""
    return word > 0 and tree.tags[word - 1] in ("NOUN", "PROPN")


def _causes(tree: Tree, word: int) -> Iterator[int]:
    for i in tree.kids(word):
        if (
            tree.labels[i] == "nsubj"
            or tree.labels[i] == "obl:agent"
            or (tree.labels[i] == "obl" and any(tree.forms[k] in _BY for k in tree.kids(i, "case")))
        ):
            yield i
