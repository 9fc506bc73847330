"""Whether an attribution that the tagger made is one: what its parts, the tree, the happenings and the words say.

The tagger reads each role on its own. Here the whole is judged: how sure each role and each join is, whether the
content hangs from the cue, whether the cue's arguments are the source and the content, and how often the cue's word is
a cue at all. Source: reranking of complete structures by features that the first pass could not see (Collins and Koo
2005), with boosted regression trees (Friedman 2001), fitted by `training.verification`.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Final

import msgspec
import numpy as np

from copydesk import fitted
from copydesk.english.function_words import MODALS, SUBJECTS
from copydesk.language import Document
from copydesk.reading.attributions.evidence import CONTENT, CUE, SOURCE, Floats, Layout, Piece
from copydesk.reading.attributions.joining import Joined
from copydesk.reading.attributions.span_ties import head_of, inside

FILE: Final = "verification.json"
_TAGS: Final = ("VERB", "NOUN", "ADP", "ADJ", "AUX", "PUNCT", "PART")
_CONTENT_TAGS: Final = ("VERB", "NOUN", "ADJ", "PROPN", "PRON")
_CONTENT_RELATIONS: Final = ("ccomp", "xcomp", "obj", "obl", "parataxis", "acl", "nmod", "advcl", "mark")
_CUE_IN_CONTENT: Final = ("parataxis", "acl", "advcl", "case", "amod")
_CUE_RELATIONS: Final = ("root", "acl", "advcl", "conj", "amod", "parataxis", "xcomp")
_FIRST_WORDS: Final = ("that", "to", "of", "for", "on", "about", "the", "a", "in")
_WORDS_BEFORE: Final = (",", ":", "of", "for", "to")
_PRONOUNS: Final = SUBJECTS | {"who", "that", "which"}
_NEGATIONS: Final = frozenset(("not", "n't", "n’t", "never"))
_MODALS: Final = MODALS - {"can", "shall"}
_CONDITIONS: Final = frozenset(("if", "when", "whether", "as"))
_NONE: Final = -1  # no word, no child of a tree


class DecisionTree(msgspec.Struct, frozen=True):
    """A regression tree: for each node the feature it asks for (-1 in a leaf), up to which value one goes left, where
    one goes, and what a leaf says."""

    feature: list[int]
    most: list[float]
    left: list[int]
    right: list[int]
    value: list[float]

    def __call__(self, row: Sequence[float]) -> float:
        """Return what the leaf says that a row ends in."""
        at = 0
        while (feature := self.feature[at]) != _NONE:
            at = self.left[at] if row[feature] <= self.most[at] else self.right[at]
        return self.value[at]


class Verifier(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What judges attributions.

    Attributes:
        features: the names of the features, in the order of a row.
        cue_words: words in lower case, parted by spaces, by the log-odds of each to be in a cue.
        other_words: the same of words that are not among them.
        base: the log-odds before any tree speaks.
        trees: the trees; their values are added.
        least: the log-odds from which on an attribution is told.
    """

    features: list[str]
    cue_words: dict[str, str]
    other_words: float
    base: float
    trees: list[DecisionTree]
    least: float

    @cached_property
    def odds_by_word(self) -> dict[str, float]:
        """The log-odds of each word that has an entry to be in a cue."""
        return {word: float(odds) for odds, words in self.cue_words.items() for word in words.split(" ")}

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return how likely an attribution with such features is right."""
        row = [features[name] for name in self.features]
        return self.base + sum(tree(row) for tree in self.trees)


@cache
def shipped() -> Verifier:
    """Return the verifier that ships in the package.

    Raises:
        ModelError: its file is missing or damaged.
    """
    return msgspec.convert(fitted.shipped(__package__, FILE).weights, Verifier)


def verified(document: Document, layout: Layout, joined: Sequence[Joined], verifier: Verifier) -> list[Joined]:
    """Return the attributions that are likely right; all of them where the model knew of no happenings."""
    if len(document.events) != len(document):
        return list(joined)
    return [one for one in joined if _believed(document, layout, one, verifier)]


def _believed(document: Document, layout: Layout, one: Joined, verifier: Verifier) -> bool:
    """Return whether an attribution is likely right: one with a source by a word that is mostly a cue always is."""
    odds = verifier.odds_by_word.get(cue_word(document, one), verifier.other_words)
    if one.source is not None and odds >= 0:
        return True
    return verifier.log_odds(features(document, layout, one, odds)) >= verifier.least


def cue_word(document: Document, one: Joined) -> str:
    """Return the head word of a cue, in lower case."""
    return document.word(head_of(document, one.cue)).lower()


def features(document: Document, layout: Layout, one: Joined, odds: float) -> dict[str, float]:
    """Return what speaks for and against an attribution, by name.

    Args:
        document: what the model says about the text.
        layout: where the words stand.
        one: the attribution.
        odds: the log-odds of its cue's word to be in a cue.
    """
    content = max(one.content, key=lambda piece: piece.last - piece.first)
    found = {"cue.word": odds, "join.source": one.source_score, "join.content": one.content_score}
    for part in (_chances(document, one, content), _quotations(layout, one), _of_cue(document, one.cue),
                 _of_content(document, one.cue, content), _of_source(document, one.cue, one.source),
                 _arguments(document, one)):  # fmt: skip
        found.update((name, float(value)) for name, value in part)
    return found


Values = Iterator[tuple[str, float]]


def _chances(document: Document, one: Joined, content: Piece) -> Values:
    """Yield how sure the model is of each role."""
    scores, cue = document.role_scores, one.cue
    in_cue = scores[cue.first : cue.last]
    yield "cue.mean", _log_odds(cue.score)
    yield "cue.max", _log_odds(in_cue[:, CUE].max())
    yield "cue.min", _log_odds(in_cue[:, CUE].min())
    yield "cue.in.content", _log_odds(in_cue[:, CONTENT].mean())
    said: Floats = np.concatenate([scores[p.first : p.last, CONTENT] for p in one.content])
    yield "content.mean", _log_odds(said.mean())
    yield "content.max", _log_odds(scores[content.first : content.last, CONTENT].max())
    yield "content.first", _log_odds(scores[content.first, CONTENT])
    yield "content.last", _log_odds(scores[content.last - 1, CONTENT])
    yield "content.words", math.log(len(said))
    yield "source.none", one.source is None
    yield "source.mean", _log_odds(one.source.score) if one.source else 0
    who = scores[one.source.first : one.source.last, SOURCE] if one.source else None
    yield "source.max", _log_odds(who.max()) if who is not None else 0


def _quotations(layout: Layout, one: Joined) -> Values:
    inside = [layout.quote[p.first : p.last] > 0 for p in one.content]
    whole = any(quoted[0] and quoted[-1] for quoted in inside)
    in_cue = layout.quote[one.cue.first] > 0
    yield "quoted.cue", in_cue
    yield "quoted.content", whole and not in_cue
    yield "quoted.part", not whole and any(quoted.any() for quoted in inside)


def _of_cue(document: Document, cue: Piece) -> Values:
    head = head_of(document, cue)
    tag, relation = document.tags[head], _relation(document, head)
    yield "cue.words", math.log(cue.last - cue.first)
    yield from ((f"cue.tag.{name}", tag == name) for name in _TAGS)
    yield from ((f"cue.relation.{name}", relation == name) for name in _CUE_RELATIONS)
    yield "cue.event", _log_odds(document.events[cue.first : cue.last].max())
    yield "cue.so", _log_odds(document.factuality[head][2])
    yield "cue.not", _log_odds(document.factuality[head][0])
    near = [document.word(i).lower() for i in range(max(0, cue.first - 6), cue.last)]
    yield "cue.negated", not _NEGATIONS.isdisjoint(near[-(cue.last - cue.first) - 1 :])
    yield "cue.modal", not _MODALS.isdisjoint(near[-(cue.last - cue.first) - 2 :])
    yield "cue.condition", not _CONDITIONS.isdisjoint(near[: -(cue.last - cue.first)])
    yield "cue.to", head > 0 and document.word(head - 1).lower() == "to"


def _of_content(document: Document, cue: Piece, content: Piece) -> Values:
    head, cue_head = head_of(document, content), head_of(document, cue)
    hangs, holds = inside(document.heads[head], cue), inside(document.heads[cue_head], content)
    relation, of_cue = _relation(document, head) if hangs else "", _relation(document, cue_head) if holds else ""
    yield "content.of.cue", hangs
    yield "cue.of.content", holds
    yield from ((f"content.relation.{name}", relation == name) for name in _CONTENT_RELATIONS)
    yield from ((f"cue.of.content.{name}", of_cue == name) for name in _CUE_IN_CONTENT)
    yield from ((f"content.tag.{name}", document.tags[head] == name) for name in _CONTENT_TAGS)
    below = [_relation(document, i) for i in range(content.first, content.last) if document.heads[i] == head != i]
    yield "content.subject", any("subj" in relation for relation in below)
    yield "content.auxiliary", "aux" in below or "cop" in below
    first = document.word(content.first).lower()
    before = document.word(content.first - 1).lower() if content.first else ""
    yield from ((f"content.first.{word}", first == word) for word in _FIRST_WORDS)
    yield from ((f"content.after.{word}", before == word) for word in _WORDS_BEFORE)
    yield "content.later", content.first > cue.first
    yield "content.gap", math.log1p(max(0, content.first - cue.last, cue.first - content.last))


def _of_source(document: Document, cue: Piece, source: Piece | None) -> Values:
    head = head_of(document, source) if source else _NONE
    hangs = source is not None and inside(document.heads[head], cue)
    named = {n.type for n in document.names if source and n.start < source.last and source.first < n.end}
    yield "source.of.cue", hangs
    yield "source.subject", hangs and _relation(document, head) == "nsubj"
    yield "source.pronoun", source is not None and document.word(source.first).lower() in _PRONOUNS
    yield "source.name", source is not None and document.tags[head] == "PROPN"
    yield "source.noun", source is not None and document.tags[head] == "NOUN"
    yield "source.words", math.log(source.last - source.first) if source else 0
    yield "source.speaks", not named.isdisjoint(("PERSON", "ORG"))
    yield "source.place", not named.isdisjoint(("PLACE", "NORP"))


def _arguments(document: Document, one: Joined) -> Values:
    """Yield whether the arguments of the words of the cue are the source and the content."""
    of = [a for word in range(one.cue.first, one.cue.last) for a in document.arguments.get(word, {}).items()]
    agents = [a.head for role, a in of if role == "ARG0"]
    themes = [a.head for role, a in of if role == "ARG1"]
    who = [one.source] if one.source else []
    is_source = any(inside(head, p) for head in agents for p in who)
    is_content = any(inside(head, p) for head in themes for p in one.content)
    yield "arguments", bool(of)
    yield "ARG0.source", is_source
    yield "ARG0.other", bool(agents) and not is_source
    yield "ARG1.content", is_content
    yield "ARG1.other", bool(themes) and not is_content
    yield "ARG2.content", any(inside(a.head, p) for role, a in of if role == "ARG2" for p in one.content)


def _relation(document: Document, word: int) -> str:
    return document.labels[word].partition(":")[0]


def _log_odds(chance: Any) -> float:
    return math.log(max(float(chance), 1e-3) / max(1 - float(chance), 1e-3))
