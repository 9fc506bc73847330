"""How surely an event is told: happened, ongoing, scheduled, expected, possible, denied, habitual, or not told.

The clues of the grammar (`clues`) are weighed by a linear model, and their log-probabilities added to those of the
language model's own reading of the word. What may well be uncertain or denied is never told as a fact.
"""

import math
from collections.abc import Sequence
from typing import Final

from copydesk.english import certainty
from copydesk.english.event_words import BEFORE
from copydesk.language.event_heads import STATUSES
from copydesk.reading.events.clues import Clue
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import Models, normalised
from copydesk.records import Span, Status

FACTS: Final = tuple(status in ("happened", "ongoing", "habitual") for status in STATUSES)
_TO_COME: Final = ("scheduled", "expected", "possible")
_SURE: Final = 0.34  # probability under which no status is told
_DENYING: Final = ("denied", "negated", "det.no")
"""Parts of the names of clues, without one of which nothing is told as denied ("late for the meeting")."""
_TELLING: Final = 0.3  # weight from which on a clue is shown
_MOST: Final = 3  # clues that are shown
_SILENT: Final = ("tag.", "label.", "det.", "itself.")
_EPSILON: Final = 1e-3  # probability that stands for none, so that it has a logarithm


def numeric(tree: Tree, word: int) -> dict[str, float]:
    """Return the numeric features of a predicate: the model's three-way factuality (logs) and its particularity."""
    told = tree.document.factuality[word].tolist()
    named = {f"factuality.{i}": math.log(value + _EPSILON) / 3 for i, value in enumerate(told)}
    return named | {"particular": float(tree.document.particular[word])}


def scores(tree: Tree, word: int, clues: Sequence[Clue], models: Models) -> list[float]:
    """Return the log-probability of each status."""
    logs = models.status.logs((clue.name for clue in clues), numeric(tree, word))
    if read := tree.document.happenings:
        share, told = models.weights.status_share, read["status"][word].tolist()
        logs = normalised([math.log(value + _EPSILON) + share * log for value, log in zip(told, logs, strict=True)])
    return logs


def status_of(tree: Tree, word: int, clues: Sequence[Clue], models: Models) -> tuple[Status | None, tuple[Span, ...]]:
    """Return an event's status and the words that decide it; None where it stays open."""
    chances = [math.exp(log) for log in scores(tree, word, clues, models)]
    best = chances.index(max(chances))
    open_ = [0.0 if fact else chance for fact, chance in zip(FACTS, chances, strict=True)]
    if _is_to(tree, word):
        best = STATUSES.index("denied") if _is_undone(tree, word) else open_.index(max(open_))
        return STATUSES[best], _deciding(tree, clues, models, best)
    if _is_past(tree, word) and STATUSES[best] in _TO_COME:
        return "happened", _deciding(tree, clues, models, STATUSES.index("happened"))
    if FACTS[best] and sum(open_) >= models.weights.doubt:
        best = open_.index(max(open_))
    if STATUSES[best] in ("scheduled", "expected") and any(clue.name.endswith("adverb.possible") for clue in clues):
        best = STATUSES.index("possible")
    elif chances[best] < _SURE:
        return None, ()
    if STATUSES[best] == "denied" and not _is_denied(tree, word, clues):
        return None, ()
    status: Status = STATUSES[best]
    return status, _deciding(tree, clues, models, best)


def _is_past(tree: Tree, word: int) -> bool:
    """Return whether a noun tells of what was before by its own words: "past meetings", "a previous visit"."""
    return tree.tags[word] == "NOUN" and any(tree.forms[i] in BEFORE for i in tree.kids(word, "amod"))


def _is_to(tree: Tree, word: int) -> bool:
    """Return whether a verb tells what is or was to be: "is to visit", "were to begin"."""
    forms = {tree.forms[i] for i in tree.kids(word, "aux", "cop")}
    return bool(forms & {"is", "are", "was", "were"}) and any(tree.forms[i] == "to" for i in tree.kids(word, "mark"))


def _is_undone(tree: Tree, word: int) -> bool:
    """Return whether what is said next of an event is that it did not come: "were to begin but were called off"."""
    joined = (tree.lemma(i).replace(" ", "_") for i in tree.kids(word, "conj"))
    return any(certainty.VERBS.get(lemma) == "denied" for lemma in joined)


def _is_denied(tree: Tree, word: int, clues: Sequence[Clue]) -> bool:
    """Return whether words deny an event."""
    return any(part in clue.name for clue in clues for part in _DENYING) or _is_undone(tree, word)


def _deciding(tree: Tree, clues: Sequence[Clue], models: Models, best: int) -> tuple[Span, ...]:
    """Return the words of the clues that speak most for a status, in order of the text."""
    told: dict[int, float] = {}
    for clue in clues:
        if not clue.name.startswith(_SILENT):
            told[clue.word] = told.get(clue.word, 0.0) + models.status.share(clue.name, best)
    strong = sorted((word for word, value in told.items() if value > _TELLING), key=lambda word: -told[word])[:_MOST]
    return tuple(tree.document.span(word, word + 1) for word in sorted(strong))
