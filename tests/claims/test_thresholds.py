"""Thresholds of claims that were set by hand: what happens just under them, at them and over them, on made values."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from copydesk.claims import finding, gathering, origins, statements
from copydesk.claims.altered import Alterations
from copydesk.claims.claim_lines import _listed
from copydesk.claims.claim_status import standings
from copydesk.claims.descent import Descent, carried_from
from copydesk.claims.happening_lines import _parts
from copydesk.claims.likeness import Stems
from copydesk.claims.sentence_alignment import align_by_order
from copydesk.copies.copy_types import Alteration
from copydesk.records import Origin


@dataclass(frozen=True, eq=False)
class Said:
    """What is asked of a statement."""

    page: str = "a"
    number: int = 0
    depth: float = 0.0
    stems: frozenset = frozenset({"word"})
    names: frozenset = frozenset()
    numbers: frozenset = frozenset()
    source: frozenset = frozenset()
    content: frozenset = frozenset()
    speaker: str = ""
    negated: bool = False
    context: bool = False
    resumed: bool = False
    attribution: object = None
    tolls: dict = field(default_factory=dict)


def stems(count, start=0):
    return frozenset(f"s{number}" for number in range(start, start + count))


class Alike:
    """One likeness for each two statements, or a list of them by turns."""

    def __init__(self, *values):
        self.values, self.asked = values, 0

    def of(self, one, other):
        self.asked += 1
        return self.values[(self.asked - 1) % len(self.values)]


def home(likeness, *examples, one=None):
    group = gathering.Group(examples={str(number): example for number, example in enumerate(examples)})
    return gathering._home(one or Said(page="b"), [group], [0], likeness)


@pytest.mark.parametrize(("likeness", "found"), [(0.44, None), (0.45, 0), (0.46, 0)])
def test_a_statement_joins_a_group_that_it_is_like(likeness, found):
    assert home(Alike(likeness), Said()) == found


@pytest.mark.parametrize(("likeness", "found"), [(0.54, None), (0.55, 0), (0.56, 0)])
def test_a_statement_of_another_source_must_be_more_alike(likeness, found):
    one, other = (Said(page=page, source=frozenset({page}), speaker="person") for page in "ab")
    assert home(Alike(likeness), one, one=other) == found


@pytest.mark.parametrize(("shared", "found"), [(7, None), (8, 0), (9, 0)])
def test_on_one_page_only_a_sentence_that_stands_twice_joins(shared, found):
    one, other = Said(stems=stems(10)), Said(stems=stems(shared) | stems(10 - shared, 50))
    assert home(Alike(0.9), one, one=other) == found


@pytest.mark.parametrize(("examples", "kept"), [(3, 3), (4, 4), (5, 4)])
def test_a_group_has_four_examples_at_most(examples, kept):
    group = gathering.Group()
    for number in range(examples):
        group.add(Said(), str(number))
    assert len(group.examples) == kept


@pytest.mark.parametrize(("places", "found"), [(199, 1), (200, 1), (201, 0)])
def test_a_stem_of_too_many_groups_leads_to_none(places, found):
    by_stem = {"word": [0] * places}
    assert len(list(gathering._candidates(Said(), by_stem, Stems([Said()])))) == found


@pytest.mark.parametrize(("groups", "found"), [(39, 39), (40, 40), (41, 40)])
def test_a_statement_is_compared_with_so_many_groups(groups, found):
    by_stem = {"word": list(range(groups))}
    assert len(list(gathering._candidates(Said(), by_stem, Stems([Said()])))) == found


def carried(one, other):
    chain = Descent(order=("a", "b"), parents={}, families={}, newsrooms={})
    return carried_from([one, other], chain)


@pytest.mark.parametrize(("shared", "found"), [(8, {}), (9, {"b": "a"}), (10, {"b": "a"})])
def test_a_sentence_was_carried_where_nearly_all_words_are_the_same(shared, found):
    other = stems(shared) | stems(10 - shared, 50)
    assert carried(Said(page="a", stems=stems(10)), Said(page="b", stems=other)) == found


@pytest.mark.parametrize(("words", "found"), [(7, {}), (8, {"b": "a"}), (9, {"b": "a"})])
def test_a_short_sentence_was_not_carried(words, found):
    assert carried(*(Said(page=page, stems=stems(words)) for page in "ab")) == found


@pytest.mark.parametrize(("shared", "status"), [(5, "stands"), (6, "denied"), (7, "denied")])
def test_a_denial_is_of_a_claim_that_has_its_words(shared, status):
    cue = SimpleNamespace(cue=SimpleNamespace(stance="deny"))
    denial = Said(page="b", attribution=cue, source=frozenset({"chief"}), content=stems(10), stems=stems(10))
    claim = Said(page="a", stems=stems(shared) | stems(10 - shared, 50))
    same = SimpleNamespace(of=lambda stem: 1.0)
    assert standings([[denial], [claim]], {}, same)[1].status == status


@pytest.mark.parametrize(("words", "found"), [(11, 1), (12, 1), (13, 0)])
def test_a_translation_is_about_as_long(words, found):
    parent = [Said(number=number, stems=stems(4)) for number in range(3)]
    child = [Said(number=number, page="b", stems=stems(words if number == 1 else 4)) for number in range(3)]
    above = {number: [one] for number, one in enumerate(parent)}
    assert len(align_by_order(child, above, {child[0]: 0, child[2]: 2})) == found


@pytest.mark.parametrize(("length", "told"), [(59, "whole"), (60, "whole"), (61, "cut")])
def test_long_names_of_participants_are_cut(length, told):
    name = "a" * (length - 5) + " bbbb"
    assert _parts([name]) == (name if told == "whole" else "a" * (length - 5) + "…")


@pytest.mark.parametrize(("characters", "found"), [(9, False), (10, True), (11, True)])
def test_a_sentence_is_a_sources_where_it_said_enough_of_it(characters, found):
    content = SimpleNamespace(spans=((0, characters),))
    said = SimpleNamespace(act="said", content=content, inside=None)
    assert bool(statements._by_sentence([(0, 100)], [said])) is found


@pytest.mark.parametrize(("words", "last"), [(119, True), (120, True), (121, False)])
def test_so_many_words_of_a_sentence_are_looked_at(words, last):
    text = "harbour " * (words - 1) + "ferry"
    found, _, _ = statements._words(text, (0, len(text)), ())
    assert any(stem.startswith("ferr") for stem in found) is last


@pytest.mark.parametrize(("sentences", "end"), [(2, 2), (3, 3), (4, 0)])
def test_a_quotation_is_followed_over_so_many_sentences(sentences, end):
    text = "“" + "a" * 9 + "b" * 9 * (sentences - 1) + "c" * 8 + "”"
    one = Said(number=0)
    object.__setattr__(one, "span", (0, 10))
    rest = [Said(number=number) for number in range(1, sentences + 1)]
    for other in rest:
        start = 10 + 9 * (other.number - 1)
        object.__setattr__(other, "span", (start, start + 9))
    told = finding._whole_quotation(text, one, rest)
    assert told == (0, 10 + 9 * end)


@pytest.mark.parametrize(("shared", "agree"), [(9, False), (10, True), (11, True)])
def test_two_origins_agree_where_their_sentences_share_enough_words(shared, agree):
    one, other = Said(stems=stems(20)), Said(stems=stems(shared) | stems(20 - shared, 50))
    voices = [SimpleNamespace(said=said) for said in (one, other)]
    assert origins._agree(voices[:1], voices[1:], Even()) is agree


class Even(Stems):
    """Stems that all weigh one."""

    def __init__(self):
        super().__init__([])


@pytest.mark.parametrize(("names", "words"), [(3, "0, 1 and 2"), (4, "0, 1, 2 and 3"), (5, "0, 1, 2, 3 and 1 more")])
def test_four_names_are_listed_and_the_rest_counted(names, words):
    assert _listed([str(number) for number in range(names)]) == words


@pytest.mark.parametrize(
    ("name", "unnamed"),
    [
        ("the president", False),
        ("The prime minister", False),
        ("the minister", True),
        ("a president", True),
        ("president", True),
    ],
)
def test_the_head_of_a_state_is_named_by_the_office(name, unnamed):
    assert finding._unnamed(Origin(name=name, kind="anonymous-person", first_hand="said", page="a")) is unnamed


@pytest.mark.parametrize(("a", "b", "listed"), [((0, 4), (0, 4), 1), ((9, 12), (0, 4), 0), ((0, 4), (9, 12), 0)])
def test_pages_that_copy_nothing_say_a_claim_otherwise_only_in_its_words_on_both(monkeypatch, a, b, listed):
    change = Alteration(kind="number", before="five", after="three", a=a, b=b)
    monkeypatch.setattr(Alterations, "_alterations", lambda *_: (change,))
    one, other = SimpleNamespace(page="a", span=(0, 8)), SimpleNamespace(page="b", span=(0, 8))
    assert len(Alterations({}).said_otherwise([one], [other])) == listed
    assert len(Alterations({}).of([one], [other])) == 1
