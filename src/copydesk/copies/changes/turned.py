"""Words of one sentence whose opposites stand in their place in the other, and what a negation makes of them."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from copydesk.copies.changes.fact_rows import Row
from copydesk.copies.changes.severity import alteration
from copydesk.copies.copy_types import Alteration
from copydesk.english.fact_words import NEGATION
from copydesk.english.function_words import STOP_WORDS
from copydesk.english.opposites import forms, opposite

BESIDE: Final = 3
"""Words before and after, of which both sides must share one, for two words to stand in one place."""
FEW: Final = 4
"""Words of a stretch that was replaced, within which two words stand in one place."""
NEAR: Final = 2
"""Words after a negation, among which the word is that it negates."""
SIDES: Final = frozenset({"left", "right"})
"""Opposites only between the same words: both mean other things as well."""
REACH: Final = 3
"""Words after a negation that it negates."""


def turned(a: Row, b: Row) -> list[tuple[int, int]]:
    """Return the places in A of words whose opposites stand in their place in B, with the places of these.

    Function words (before, over) stand in one place only where they replace each other.
    """
    mine, theirs = _own(a, b), _own(b, a)
    if not mine or not theirs:
        return _sides(a, b)
    replaced = [
        (range(i, k), range(j, m))
        for tag, i, k, j, m in SequenceMatcher(None, a.stems, b.stems, autojunk=False).get_opcodes()
        if tag == "replace" and max(k - i, m - j) <= FEW
    ]
    found: list[tuple[int, int]] = []
    for i in mine:
        for j in theirs:
            if j in {there for _, there in found} or not opposite(_bare(a, i), _bare(b, j)):
                continue
            small = a.stems[i] in STOP_WORDS or b.stems[j] in STOP_WORDS
            if any(i in x and j in y for x, y in replaced) or (not small and _beside(a, i) & _beside(b, j)):
                found.append((i, j))
                break
    return found + [pair for pair in _sides(a, b) if pair not in found]


def negated(row: Row, place: int) -> int | None:
    """Return the place of the negation before a word, or None."""
    for i in range(place - 1, max(-1, place - 1 - REACH), -1):
        if row.words[i] in NEGATION or row.words[i].endswith("n't"):
            return i
    return None


def settle(a: Row, b: Row, pairs: Iterable[tuple[int, int]]) -> tuple[list[tuple[int, int]], tuple[set[int], set[int]]]:
    """Tell opposites from paraphrases: a word and its negated opposite (failed, did not pass) say the same.

    Returns:
        The pairs that turn the sentence round, and the places of negations on either side that only paraphrase.
    """
    kept: list[tuple[int, int]] = []
    spare: tuple[set[int], set[int]] = (set(), set())
    for i, j in pairs:
        before = negated(a, i), negated(b, j)
        if (before[0] is None) == (before[1] is None):
            kept.append((i, j))
        for place, places in zip(before, spare, strict=True):
            if place is not None:
                places.add(place)
    return kept, spare


def exchanged(a: Row, b: Row, used: tuple[set[int], set[int]]) -> list[Alteration]:
    """Return the words that A negates and B does not, where B negates others: “did not accept and may” → “accepted”.

    Where only the one side has a negation, it was dropped or put in, and is told as such.
    """
    of_a, of_b = _negations(a), _negations(b)
    if not of_a or len(of_a) != len(of_b):
        return []
    found = []
    for one, other, mine, side in ((a, b, of_a, 0), (b, a, of_b, 1)):
        for negation, verb in mine:
            places = [i for i, stem in enumerate(other.stems) if stem == one.stems[verb]]
            if len(places) == 1 and one.stems.count(one.stems[verb]) == 1 and negated(other, places[0]) is None:
                used[side].update(range(negation, verb + 1))
                used[1 - side].add(places[0])
                spans = one.span(negation, verb), other.span(places[0], places[0])
                span_a, span_b = spans[::-1] if side else spans
                found.append(
                    alteration("negation", a, b, span_a, span_b, "negation put in" if side else "negation dropped")
                )
    return found


def _negations(row: Row) -> list[tuple[int, int]]:
    """Return the places of negations, each with the content word that it negates, which stands right after it."""
    found = []
    for place, word in enumerate(row.words):
        if word in NEGATION or word.endswith("n't"):
            after = range(place + 1, min(place + 1 + NEAR, len(row.words)))
            verb = next((i for i in after if row.tokens[i].content and row.stems[i] not in STOP_WORDS), None)
            if verb is not None and not row.tokens[verb].number and not row.tokens[verb].capital:
                found.append((place, verb))
    return found


def _sides(a: Row, b: Row) -> list[tuple[int, int]]:
    """Return where one side has left, the other right, between the same words."""
    return [
        (i, j)
        for i in range(1, len(a.words) - 1)
        if a.words[i] in SIDES
        for j in range(1, len(b.words) - 1)
        if b.words[j] in SIDES and b.words[j] != a.words[i]
        and (a.stems[i - 1], a.stems[i + 1]) == (b.stems[j - 1], b.stems[j + 1])
    ]  # fmt: skip


def _own(one: Row, other: Row) -> list[int]:
    """Return the places of words that have an opposite and of which the other side has no form."""
    bases = {form for j in range(len(other.words)) for form in forms(_bare(other, j))}
    return [
        i
        for i in range(len(one.words))
        if (mine := forms(_bare(one, i))) and one.stems[i] not in other.stems and not bases.intersection(mine)
    ]


def _bare(row: Row, place: int) -> str:
    return row.words[place].removesuffix("'s")


def _beside(row: Row, place: int) -> set[str]:
    tokens: Sequence[int] = range(max(0, place - BESIDE), min(len(row.stems), place + BESIDE + 1))
    return {row.stems[i] for i in tokens if i != place and row.tokens[i].content}
