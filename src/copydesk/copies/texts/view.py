"""A record as it is compared word by word: its sentences with their tokens, for changes and for signs of editing."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from copydesk.copies.texts.text import SENTENCES, WORDS, Text, quotations, text_of
from copydesk.copies.texts.text_words import Token, tokens
from copydesk.records import Record, Span

TOKEN_BYTES: Final = 240
"""Bytes of a word of a view: its offsets, its stem, what kind it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a view: where it stands, and its words."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class View:
    """A record with its sentences and quotations, each found when first asked for.

    Attributes:
        record: the record.
        known: its words as numbers, where they are at hand.
    """

    record: Record
    known: Text | None = None

    @cached_property
    def text(self) -> Text:
        """The text's words as numbers; its sentences are those of the view."""
        return self.known or text_of(self.record)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold words, at most as many as are compared."""
        spans = self.text.spans.tolist()
        return tuple(
            Sentence((start, end), tuple(islice(tokens(self.record.text, start, end), WORDS))) for start, end in spans
        )

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Where quotations stand, marks included."""
        return quotations(self.record.text)

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """What the record did not hold, and what is not compared, in words."""
        found = [] if self.record.sentences or not self.record.text else ["sentences"]
        if self.text.cut:
            found.append(f"what follows {SENTENCES} sentences, or {WORDS} words of a sentence")
        return tuple(found)

    @property
    def words(self) -> int:
        """The number of words in the sentences."""
        return self.text.words

    @property
    def nbytes(self) -> int:
        """Bytes, some, that the view takes up once its sentences were asked for."""
        return TOKEN_BYTES * self.text.words

    @cached_property
    def stems(self) -> Counter[str]:
        """How often the text has each stem."""
        return Counter(token.stem for sentence in self.sentences for token in sentence.tokens)


def view(record: Record) -> View:
    """Return a record's view. Where it has no sentences they are found by punctuation."""
    return View(record)


def low(view: View, token: Token) -> str:
    """Return a token's word in lower case, with plain apostrophes."""
    return view.record.text[token.start : token.end].lower().replace("’", "'")
