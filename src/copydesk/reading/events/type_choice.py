"""What kind of event it is: PLOVER type and mode with the CAMEO code derived from them, or a kind of general news.

The log-probabilities that the language model reads off the word are added to those of a linear model on the words
themselves: the predicate, its objects, what embeds it (`typewords`).
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.english import certainty
from copydesk.english.event_words import CALLING, PRAISING
from copydesk.english.nouns import is_plural
from copydesk.language.event_heads import KINDS, MODES, TYPES
from copydesk.reading.events.causes import is_harm_alone, natural_cause
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import Models, normalised
from copydesk.reading.events.salience import length
from copydesk.reading.events.typewords import modes_of, tells_none, tells_with_object, type_clues
from copydesk.records import EventKind

MODE_SURE: Final = 0.6  # probability from which on a mode is told
NO_NEWS: Final = (0.7, 0.25)
"""Probability that a word is no event worth listing from which on it has no type: in a short text, on a long page."""
SURE: Final = 0.75
"""Probability from which on a type is told on a long page."""
OWN_SURE: Final = 0.2
"""Probability that the language model alone gives a type to a word from which on it is told on a long page; in a short
text any will do, and so it will where the verb tells the type with its object ("provide aid").

This, `NO_NEWS` and `SURE` for long pages were set on 112 types told on 24 news stories, of which 31 were wrong: of the
80 that are left 16 are.
"""
KIND_SURE: Final = 0.6  # probability from which on a kind is told
_EPSILON: Final = 1e-3  # probability that stands for none, so that it has a logarithm
Floats = NDArray[np.float32]


class EventType(NamedTuple):
    """PLOVER type and mode, CAMEO code, and kind; None where unsure."""

    type: str | None = None
    mode: str | None = None
    code: str | None = None
    kind: EventKind | None = None


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = json.loads(resources.files(__package__).joinpath("codes.json").read_bytes())
    return table


def scores(tree: Tree, word: int, models: Models) -> list[float]:
    """Return the log-probability of each PLOVER type (`copydesk.language.event_heads.TYPES`)."""
    share, told = models.weights.type_share, tree.document.happenings["type"][word].tolist()
    words = models.type.logs(type_clues(tree, word))
    return normalised([math.log(value + _EPSILON) + share * log for value, log in zip(told, words, strict=True)])


def type_of(tree: Tree, word: int, models: Models) -> EventType:
    """Return the kind of event that a word tells, as far as that is sure; a type only from `type_sure` on."""
    read = tree.document.happenings
    if not read:
        return EventType()
    kinds = read["kind"][word]
    kind: EventKind | None = KINDS[int(kinds.argmax())] if kinds.max() >= KIND_SURE else None
    share, sure = length(tree), models.weights.type_sure
    if cause := natural_cause(tree, word):
        return EventType(kind=cause)
    if read["news"][word, 0] >= NO_NEWS[0] + share * (NO_NEWS[1] - NO_NEWS[0]) or tells_none(tree, word):
        return EventType(kind=kind)
    chances = [math.exp(log) for log in scores(tree, word, models)]
    best = chances.index(max(chances))
    if best == 0 or chances[best] < sure + share * (SURE - sure):
        return EventType(kind=kind)
    name = TYPES[best]
    if read["type"][word, best] < share * OWN_SURE and not tells_with_object(tree, word, name):
        return EventType(kind=kind)
    if (
        _tells_no_type(tree, word)
        or (name == "ASSAULT" and is_harm_alone(tree, word))
        or (name == "ACCUSE" and _praises(tree, word))
        or (name == "THREATEN" and _warns_of_what_is(tree, word))
    ):
        return EventType(kind=kind)
    mode = _mode(read["mode"][word], name, modes_of(tree, word))
    return EventType(name, mode, _codes().get(f"{name}/{mode}") or _codes().get(name), kind)


def is_of_sport(tree: Tree, words: Sequence[int]) -> bool:
    """Return whether a page is of sport, where teams beat and attack each other: by the kinds of its predicates."""
    read = tree.document.happenings
    if not read or len(words) < _FEW:
        return False
    return float(read["kind"][list(words), KINDS.index("sport")].mean()) >= _SPORT


_FEW: Final = 5  # predicates of a page whose kind can be told
_SPORT: Final = 0.1
"""Mean probability of sport over a page's predicates from which on it is of sport: 3 of 54 pages, none of politics."""


def _tells_no_type(tree: Tree, word: int) -> bool:
    """Whether a verb stands for another ("did it"), gives a name ("called it Helsinki Central") or puts a question."""
    lemma = tree.lemma(word)
    if lemma == "ask" and not any(tree.kids(word, "xcomp", "csubj")):  # "asked about the roads", "asked whether"
        said = [tree.forms[i] for clause in tree.kids(word, "ccomp") for i in tree.kids(clause, "mark")]
        cases = [tree.forms[i] for other in tree.kids(word, "obl", "nmod") for i in tree.kids(other, "case")]
        return "that" not in said and "for" not in cases
    if lemma == "tell" and any(tree.kids(word, "ccomp")) and not any(tree.kids(word, "xcomp")):
        return True  # who is told how things are is not threatened
    if lemma in ("speak", "speak out"):  # to an audience, or of somebody
        heard = {tree.forms[i] for other in tree.kids(word, "obl", "nmod") for i in tree.kids(other, "case")}
        subjects = tree.kids(word, "nsubj")
        return not heard & {"to", "with"} and not any(is_plural(tree.forms[i]) for i in subjects)
    return lemma == "do" or (
        lemma in _NAMING and any(tree.tags[i] == "PROPN" for i in tree.kids(word, "xcomp", "ccomp", "obj")[1:])
    )


def _praises(tree: Tree, word: int) -> bool:
    """Whether a verb calls somebody something good: "called him one of the greatest leaders"."""
    if tree.lemma(word) not in CALLING:
        return False
    names = {i for i in tree.kids(word, "xcomp", "ccomp", "obj", "obl") if i > word}
    return any(
        tree.forms[i] in PRAISING and not names.isdisjoint((i, *tree.above(i, _CALLED)))
        for i in range(word + 1, min(len(tree), word + _CALLED))
    )


_CALLED: Final = 16  # words after a verb, and above one of them, that tell what somebody is called


def _warns_of_what_is(tree: Tree, word: int) -> bool:
    """Whether somebody warns of what is, was or will come by itself, not of what will be done to somebody.

    So in "warned that spies had meddled", "warned that the vote could slow growth". A threat tells what its maker, or
    somebody named, will do, or what will be done: "warned that his men would shoot", "that intruders would be shot".
    """
    clauses = tree.kids(word, "ccomp") if tree.lemma(word) == "warn" else []
    if not clauses:
        return False
    to_be = any(tree.forms[i] in _TO_BE for clause in clauses for i in tree.kids(clause, "aux"))
    things = [i for clause in clauses for i in tree.kids(clause, "nsubj") if tree.tags[i] == "NOUN"]
    return not to_be or any(not tree.kids(i, "nmod:poss") for i in things)


_TO_BE: Final = frozenset(word for word, modal in certainty.MODALS.items() if modal in ("will", "would"))


_NAMING: Final = ("call", "name", "dub", "title")


def _mode(modes: Floats, name: str, told: tuple[str, ...]) -> str | None:
    """Return the mode of a type that the model is sure of, or that the words tell and the model does not contradict."""
    fitting = [i for i, label in enumerate(MODES) if label.startswith(f"{name}/")]
    mine = {label for label in told if label.startswith(f"{name}/")}
    best = max(fitting, key=lambda i: float(modes[i]) + (_TOLD if MODES[i] in mine else 0.0), default=0)
    sure = float(modes[best]) + (_TOLD if MODES[best] in mine and len(mine) == 1 else 0.0) >= MODE_SURE
    return MODES[best].partition("/")[2] if best and sure else None


_TOLD: Final = 0.55
"""What a word of the table adds to the model's probability of its mode."""
