"""Which of a page's events a news desk would log.

The model was fitted on short paragraphs, in which most of what happens is news. A long page tells more beside its
news, so more is asked of an event there: a higher probability, and somebody who takes part; a word that only
attributes is none, nor is what may or will come of a kind that PLOVER has no type for and that nobody named does, nor
what lies before the news. What something is (a noun with "is") is not logged.
"""

from collections.abc import Sequence
from typing import Final

from copydesk.english.event_words import TELLING_NOTHING, WITHHELD
from copydesk.english.furniture import ASKED_OF_READERS, OF_THIS_REPORT
from copydesk.english.stances import SAYING_NOTHING
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.timing import Relative
from copydesk.records import Status

SHORT: Final = 4  # sentences of a short text
LONG: Final = 12
"""Sentences of a text up to which the fitted threshold holds, and from which on `SURE` does."""
SHORT_WORDS: Final = 90  # words and marks of a short text
LONG_WORDS: Final = 260
"""The same in words and marks, for texts of few but long sentences."""
SURE: Final = 0.62
"""Probability of being news from which on an event of a long text is salient; chosen on the 48 stories of
`benchmarks.main_events` among .52, .62 and .72."""
SURELY_NEWS: Final = 0.9
"""Probability from which on an event of a long page is salient though nothing is known of whoever takes part."""

LEAD: Final = 3
"""Sentences of a long page in which a happening of a known kind is news though nothing is known of whoever takes part;
set by hand: leads say "a boy", "several people", "an explosion"."""
LEAD_AND_MORE: Final = 5
"""Sentences after which a long page's happening of no known kind and day, told once, is no news; set by hand: of ninety
such on 48 real pages some ten were."""

_HANDED: Final = frozenset(("give", "provide"))
_SILENCE: Final = SAYING_NOTHING - _HANDED - {"address", "be"}
"""What is declined where somebody does not speak."""
_DECLINING: Final = ("decline", "refuse")


def declines_to_say(tree: Tree, word: int) -> bool:
    """Return whether a word only tells that somebody did not speak: "declined to comment", "refused to give a name"."""
    if tree.labels[word] == "xcomp" and tree.lemma(tree.heads[word]) in _DECLINING:
        return _is_silence(tree, word)
    return tree.lemma(word) in _DECLINING and any(_is_silence(tree, i) for i in tree.kids(word, "xcomp", "obj"))


def _is_silence(tree: Tree, word: int) -> bool:
    """Whether a word is what is not said where somebody does not speak."""
    lemma = tree.lemma(word)
    return lemma in _SILENCE or (lemma in _HANDED and any(tree.lemma(i) in WITHHELD for i in tree.kids(word, "obj")))


def length(tree: Tree) -> float:
    """Return how far a text is from the short paragraphs that models were fitted on, to a long page: 0 to 1."""
    by_sentences = (len(tree.document.sentences) - SHORT) / (LONG - SHORT)
    by_words = (len(tree) - SHORT_WORDS) / (LONG_WORDS - SHORT_WORDS)
    return min(1.0, max(0.0, by_sentences, by_words))


def threshold(tree: Tree, fitted: float) -> float:
    """Return the probability from which on an event of a text is salient."""
    return fitted + length(tree) * (SURE - fitted)


def furniture_of(tree: Tree) -> frozenset[int]:
    """Return the numbers of the sentences that are the page's, not the story's.

    That is a request to readers ("Watch more of the talk with Ruiz in Oslo above"), or who contributed to the report.
    """
    return frozenset(
        number for number, span in enumerate(tree.document.sentences.tolist()) if _is_furniture(tree, range(*span))
    )


def _is_furniture(tree: Tree, words: range) -> bool:
    first = next((word for word in words if tree.tags[word] != "PUNCT"), None)
    if first is None:
        return False
    asked = tree.forms[first] in ASKED_OF_READERS and tree.tags[first] == "VERB" and not tree.kids(first, "nsubj")
    return asked or any(
        tree.forms[i] == "contributed"
        and OF_THIS_REPORT.intersection(tree.forms[j] for j in tree.kids(i, "obl", "obj"))
        for i in words
    )


def may_be_news(
    tree: Tree,
    word: int,
    *,
    type: str | None,
    kind: str | None,
    status: Status | None,
    relative: Relative | None,
    has_participant: bool,
    has_named_actor: bool,
    said: bool,
) -> bool:
    """Return whether an event may be salient at all.

    Args:
        tree: the tree.
        word: the predicate.
        type: its PLOVER type, if it has one.
        kind: its kind of news, if it has one.
        status: how sure it is.
        relative: whether it is part of the news, lies before it, or is to come.
        has_participant: whether somebody takes part of whom it is known who or what he is.
        has_named_actor: whether a name, or who stands for one, does it.
        said: whether it is a word that attributes ("said", "released").
    """
    is_state = tree.tags[word] != "VERB" and any(tree.kids(word, "cop"))
    if is_state or tree.lemma(word) in TELLING_NOTHING:
        return False
    if len(tree.document.sentences) <= SHORT:
        return True
    if type is None and (said or (status in ("expected", "possible") and not has_named_actor)):
        return False
    of_lead = (type or kind) and status == "happened" and tree.document.sentence_of(word) < LEAD
    return bool(has_participant or of_lead) and relative != "background"


def stands_back(tree: Tree, words: Sequence[int], kind: str | None, dated: bool) -> bool:
    """Return whether a happening is told once, far into a long page, without a day, and is of no kind that is known.

    Args:
        tree: the tree.
        words: its predicates.
        kind: its PLOVER type or its kind of news, if it has one.
        dated: whether a time expression says when it happens.
    """
    if kind is not None or dated or len(words) > 1 or length(tree) < 1:
        return False
    return tree.document.sentence_of(words[0]) >= LEAD_AND_MORE
