"""What the model says about a text: words, sentences, grammar, names, and who may have said what."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Offsets: TypeAlias = NDArray[np.int32]
"""An (n, 2) array of half-open [start, end) pairs."""


class Run(NamedTuple):
    """A run of words, `[start, end)` in words of the document, with the model's probability for it."""

    start: int
    end: int
    score: float


class Name(NamedTuple):
    """A name: words `[start, end)`, its type as in `copydesk.records.EntityType`, the model's probability."""

    start: int
    end: int
    type: str
    score: float


class RoleScore(NamedTuple):
    """A candidate tie between two runs, by their places in `cues` and `sources` or `contents`.

    `cue` or `other` is -1 for "none of the words near by"; `score` is a natural log-probability over the candidates of
    the run that points (the cue for a source, the content for a cue).
    """

    cue: int
    other: int
    score: float


class Argument(NamedTuple):
    """The head word of a predicate's argument, as a word's number in the document, and the model's probability."""

    head: int
    score: float


def _offsets() -> Offsets:
    return np.zeros((0, 2), dtype=np.int32)


def _numbers() -> NDArray[np.int32]:
    return np.zeros(0, dtype=np.int32)


def _floats(*shape: int) -> NDArray[np.float32]:
    return np.zeros(shape, dtype=np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class Document:
    """A text as the language model reads it. Arrays are not to be written to.

    Attributes:
        text: the text, exactly as given.
        tokens: (n, 2) code-point offsets of the words; every character but white space is in exactly one.
        sentences: (m, 2) ranges of words, one a sentence, in order, without gaps.
        tags: universal part of speech of each word (UPOS).
        heads: the word that each word depends on, as a word's number in the document; its own number for a root.
        labels: the universal dependency relation of each word to its head (`nsubj`, `obl:agent`, `root` …).
        names: names in order, never overlapping.
        sources, cues, contents: runs of words with a role in an attribution, by role, in order; a content that is
            interrupted is several runs. Roles may overlap each other: a source inside a content, say.
        role_scores: (n, 3) probability that each word is in a source, a cue, a content.
        role_marks: (n, 3, 3) natural log-probability that each word is outside, begins, goes on in each of these roles.
        source_links: for each cue, the likely sources: (cue, source or -1, log-probability), best first.
        content_links: for each content, the likely cues: (cue or -1, content, log-probability), best first.
        events: (n,) probability that each word is the head of a happening.
        factuality: (n, 3) probability that what each word tells did not happen, may have happened, happened; learnt
            on web text and meant for words that are happenings.
        particular: (n,) probability that each word tells one happening rather than a habit; a weak sign.
        arguments: for each predicate (a verb, or a word that is likely a happening), in order, the head words of its
            arguments by role: `ARG0`, `ARG1`, `ARG2` as in PropBank, `ARGM-LOC` (where), `ARGM-TMP` (when).
        happenings: what the branch for events reads off each word, by head: (n, classes) probabilities of the labels in
            `copydesk.language.event_heads`; empty without the branch. A word that is hardly a happening (`events` below
            .1) is not read: it has the first label of each head for certain.
        states: (n, s) the network's last vectors of each word, in half precision, to fit further heads on.
    """

    text: str
    tokens: Offsets = field(default_factory=_offsets)
    sentences: Offsets = field(default_factory=_offsets)
    tags: tuple[str, ...] = ()
    heads: NDArray[np.int32] = field(default_factory=_numbers)
    labels: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    sources: tuple[Run, ...] = ()
    cues: tuple[Run, ...] = ()
    contents: tuple[Run, ...] = ()
    role_scores: NDArray[np.float32] = field(default_factory=lambda: _floats(0, 3))
    role_marks: NDArray[np.float32] = field(default_factory=lambda: _floats(0, 3, 3))
    source_links: tuple[RoleScore, ...] = ()
    content_links: tuple[RoleScore, ...] = ()
    events: NDArray[np.float32] = field(default_factory=lambda: _floats(0))
    factuality: NDArray[np.float32] = field(default_factory=lambda: _floats(0, 3))
    particular: NDArray[np.float32] = field(default_factory=lambda: _floats(0))
    arguments: Mapping[int, Mapping[str, Argument]] = field(default_factory=dict)
    states: NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float16))
    happenings: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return self.tokens[:, 0].tolist()  # type: ignore[no-any-return]

    @cached_property
    def _ends(self) -> list[int]:
        return self.tokens[:, 1].tolist()  # type: ignore[no-any-return]

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in zip(self._starts, self._ends, strict=True))

    @cached_property
    def _above(self) -> list[int]:
        return self.heads.tolist()  # type: ignore[no-any-return]

    @cached_property
    def _begins(self) -> list[int]:
        return self.sentences[:, 0].tolist()  # type: ignore[no-any-return]

    def word(self, number: int) -> str:
        """Return one word."""
        return self._words[number]

    def words(self) -> list[str]:
        """Return all words."""
        return [*self._words]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code-point offsets of the words `[start, end)`, which must not be empty."""
        return self._starts[start], self._ends[end - 1]

    def words_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of words that touch the code points `[start, end)`."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return first, max(first, last)

    def sentence_of(self, number: int) -> int:
        """Return which sentence a word is in."""
        return bisect_right(self._begins, number) - 1

    def phrase(self, head: int, predicate: int | None = None) -> tuple[int, int]:
        """Return the range of words of a head's phrase: its subtree, as far as it stands in one piece around the head.

        The branch that `predicate` is in is left out ("the man" of "the man who ran"), and so are the head's own
        preposition or mark at the start and marks at the end ("at least" stays).
        """
        start, end = self.sentences[self.sentence_of(head)].tolist()
        above = self._above
        barred = head if predicate is None else predicate
        while barred != head and above[barred] not in (head, barred):
            barred = above[barred]

        def hangs(word: int) -> bool:
            while word not in (head, barred) and above[word] != word:
                word = above[word]
            return word == head

        first, last = head, head + 1
        while first > start and hangs(first - 1):
            first -= 1
        while last < end and hangs(last):
            last += 1
        while first < head and (
            self.tags[first] == "PUNCT" or (self.labels[first] in ("case", "mark") and above[first] == head)
        ):
            first += 1
        while last > head + 1 and self.tags[last - 1] == "PUNCT":
            last -= 1
        return first, last
