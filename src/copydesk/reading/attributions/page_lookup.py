"""A text with its tree and its entities set out for look-ups, and the head of a phrase in it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.english.noun_phrases import AFTER_HEAD
from copydesk.reading.attributions.outlets import outlets_of
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Entity, Span

REACH_PARAGRAPHS: Final = 4  # paragraphs before a pronoun that are looked at


class PageContext(NamedTuple):
    """What is looked up: text, tree, entities' mentions in order, who is meant by a description, whose page it is.

    `outlets` are the ids of entities that are outlets by what the page says of them.
    """

    text: str
    grammar: Grammar | None
    mentions: tuple[tuple[Span, Entity], ...]
    described: dict[Span, Entity]
    newsroom: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()

    def within(self, start: int, end: int) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that begin in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention[0][0])
        last = bisect_left(self.mentions, end, lo=first, key=lambda mention: mention[0][0])
        return self.mentions[first:last]


def page_of(
    text: str, entities: Sequence[Entity], grammar: Grammar | None = None, newsroom: Sequence[str | None] = ()
) -> PageContext:
    """Return a text with its entities set out for look-ups."""
    mentions = sorted(((mention, entity) for entity in entities for mention in entity.mentions), key=lambda m: m[0])
    described = {span: entity for entity in entities for span in entity.descriptions}
    houses = frozenset(name.lower() for name in newsroom if name)
    return PageContext(text, grammar, tuple(mentions), described, houses, outlets_of(text, entities, newsroom))


def head_in(page: PageContext, span: Span) -> Span:
    """Return the positions of a phrase's head word."""
    start, end = span
    if page.grammar is not None:
        first, last = page.grammar.document.words_in(start, end)
        if first < last:
            word = page.grammar.head_of(first, last)
            if page.grammar.labels[word] in ("flat", "goeswith"):
                word = max(word, last - 1)
            if page.grammar.tags[word] == "NUM" and (counted := _counted(page.grammar, word, last)) is not None:
                word = counted
            if page.grammar.tags[word] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
                return page.grammar.document.span(word, word + 1)
    return _head_by_words(page, span)


def first_position(page: PageContext, at: int) -> int:
    """Return from where on words before a position are looked at for whom a word there stands for."""
    for _ in range(REACH_PARAGRAPHS):
        line = page.text.rfind("\n", 0, max(at, 0))
        at = line
        while at > 0 and page.text[at - 1].isspace():
            at -= 1
    return max(at, 0)


def _counted(grammar: Grammar, number: int, stop: int) -> int | None:
    """Return what a number counts in "eight of 10 voters"."""
    if grammar.lower[number] in ("one", "1"):
        return None
    for child in grammar.dependents(number, "nmod", "obl"):
        if number < child < stop and grammar.tags[child] in ("NOUN", "PROPN"):
            return child
    return None


def _head_by_words(page: PageContext, span: Span) -> Span:
    """Return the last word before the first comma, clause or preposition outside a name."""
    start, end = span
    for match in AFTER_HEAD.finditer(page.text, start, end):
        inside = any(match.start() < m[1] and match.end() <= m[1] for m, _ in page.within(start, match.start()))
        if match.start() > start + 1 and not inside:
            end = match.start()
            break
    words = page.text[start:end].rstrip(" ,.'’\"“”")
    at = max(words.rfind(" "), words.rfind("\n")) + 1
    return start + at, start + len(words)
