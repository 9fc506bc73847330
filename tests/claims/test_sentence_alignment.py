"""Which sentences of a copy are those of the page that it carries, given how alike each two are."""

from dataclasses import dataclass

import pytest

from copydesk.claims.sentence_alignment import align_by_likeness, align_by_order, other_source


@dataclass(frozen=True, eq=False)
class Sentence:
    """What alignment asks of a statement."""

    number: int = 0
    depth: float = 0.0
    stems: frozenset = frozenset({"word"})
    names: frozenset = frozenset()
    numbers: frozenset = frozenset()
    source: frozenset = frozenset()
    speaker: str = ""


class Alike:
    """The likeness of each two statements, by a table; else one value for all."""

    def __init__(self, value=0.0, **table):
        self.value, self.table = value, table

    def of(self, one, other):
        return self.table.get(f"{one.speaker}{other.speaker}", self.value)


def is_aligned(one, other, likeness, strange=False):
    return bool(align_by_likeness([one], {7: [other]}, Alike(likeness), lambda *_: strange))


@pytest.mark.parametrize(("likeness", "expected"), [(0.3, True), (0.29, False)])
def test_a_copys_sentence_is_aligned_with_one_that_is_alike(likeness, expected):
    assert is_aligned(Sentence(), Sentence(), likeness) is expected


@pytest.mark.parametrize(
    ("names", "likeness", "expected"), [(2, 0.06, True), (2, 0.05, False), (1, 0.29, False), (1, 0.3, True)]
)
def test_two_names_or_figures_in_common_make_up_for_other_words(names, likeness, expected):
    facts = frozenset(map(str, range(names)))
    assert is_aligned(Sentence(names=facts), Sentence(numbers=facts), likeness) is expected


@pytest.mark.parametrize(("depth", "expected"), [(0.3, True), (0.31, False)])
def test_the_two_stand_about_as_far_down_their_pages(depth, expected):
    assert is_aligned(Sentence(), Sentence(depth=depth), 0.9) is expected


@pytest.mark.parametrize(("likeness", "expected"), [(0.55, True), (0.54, False)])
def test_another_source_asks_for_more(likeness, expected):
    assert is_aligned(Sentence(), Sentence(), likeness, strange=True) is expected


def test_sentences_without_a_word_in_common_are_not_compared():
    assert not is_aligned(Sentence(stems=frozenset({"a"})), Sentence(stems=frozenset({"b"})), 0.9)


def test_each_is_the_others_best():
    a, b, x, y = (Sentence(speaker=name) for name in "abxy")
    alike = Alike(0.4, ax=0.9, bx=0.8, by=0.5)
    assert align_by_likeness([a, b], {1: [x], 2: [y]}, alike, lambda *_: False) == {a: 1}  # b's best is a's, too
    assert align_by_likeness([a, b], {1: [x], 2: [y]}, Alike(0.4, ax=0.9, by=0.8), lambda *_: False) == {a: 1, b: 2}


def page(count, stems=4):
    return [Sentence(number=n, stems=frozenset(map(str, range(stems)))) for n in range(count)]


@pytest.mark.parametrize(("inner", "mine", "found"), [(1, 1, 1), (2, 2, 2), (3, 3, 0), (2, 1, 0), (1, 2, 0)])
def test_a_translations_sentences_between_laid_ones_lie_in_order(inner, mine, found):
    parent, child = page(inner + 2), page(mine + 2)
    above = {number: [one] for number, one in enumerate(parent)}
    assert len(align_by_order(child, above, {child[0]: 0, child[-1]: inner + 1})) == found


@pytest.mark.parametrize(("words", "found"), [(12, 1), (13, 0)])
def test_a_translation_is_about_as_long(words, found):
    parent, child = page(3), page(3)
    child[1] = Sentence(number=1, stems=frozenset(map(str, range(words))))
    above = {number: [one] for number, one in enumerate(parent)}
    assert len(align_by_order(child, above, {child[0]: 0, child[2]: 2})) == found


def test_a_source_is_another_where_no_word_of_it_is_shared():
    mayor, police = (Sentence(source=frozenset({word}), speaker="x") for word in ("mayor", "polic"))
    assert other_source(mayor, [police])
    assert not other_source(mayor, [mayor])
    assert not other_source(mayor, [Sentence()])
    assert not other_source(Sentence(), [police])
