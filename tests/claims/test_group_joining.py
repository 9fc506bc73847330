"""Groups that say the same in other words: joined, but never two tolls, nor two origins on little."""

import pytest

from copydesk.claims import group_joining
from copydesk.claims.claim_salience import Setting, among_others, chances
from copydesk.claims.claim_weights import shipped
from copydesk.claims.descent import Descent
from copydesk.claims.gathering import Group
from copydesk.claims.group_joining import JOINED, LEAST_LIKE, GroupLikeness, join
from copydesk.claims.likeness import SUREST, Likeness, Stems, log_odds
from copydesk.claims.statements import statements
from copydesk.english.verbs import irregular_base
from copydesk.records import Quantity
from tests.claims.given import at, page, said


def told(text, page_id, *attributions):
    """Return the statements of a text; who is killed in digits is counted."""
    numbers = [word for word in text.split() if word.isdigit()]
    counted = tuple(Quantity(span=at(text, word), value=float(word), kind="people-killed") for word in numbers)
    return statements(page(text, page_id, attributions=attributions, quantities=counted))


def of(*texts):
    """Return a group for each text, each on a page of its own, and how much their stems tell."""
    found = [told(text, f"p{number}") for number, text in enumerate(texts)]
    return [Group(list(one)) for one in found], Stems([s for one in found for s in one])


def joined(groups, stems):
    order = sorted({s.page for group in groups for s in group.statements})
    return join(groups, order, stems, Likeness(stems, {}, {}, shipped().same), shipped().joined)


def sized(monkeypatch, chance, groups, stems, likest=1.0):
    """Return how many statements each group has once joined where every pair has one chance and one likeness."""
    monkeypatch.setattr(group_joining, "chance", lambda *_: chance)
    monkeypatch.setattr(GroupLikeness, "likest", lambda *_: likest)
    return [len(group.statements) for group in joined(groups, stems)]


SAME = (
    "The dam passed every inspection, the most recent one too.",
    "The dam had passed all inspections in recent years.",
)


@pytest.mark.parametrize(("chance", "sizes"), [(JOINED - 0.001, [1, 1]), (JOINED, [2]), (JOINED + 0.001, [2])])
def test_two_groups_are_one_from_a_chance_on(monkeypatch, chance, sizes):
    assert sized(monkeypatch, chance, *of(*SAME)) == sizes


@pytest.mark.parametrize(("source", "sizes"), [("Lima", [1, 1]), ("Corvina", [2])])
def test_groups_of_two_sources_are_never_one(monkeypatch, source, sizes):
    texts = (
        "The dam had passed all inspections, Corvina Mining said.",
        f"The dam passed every inspection, {source} said.",
    )
    found = [
        told(text, f"p{n}", said(text, who, text.split(",")[0], kind="named-organization"))
        for n, (text, who) in enumerate(zip(texts, ("Corvina Mining", source), strict=True))
    ]
    groups = [Group(list(one)) for one in found]
    assert sized(monkeypatch, 0.9, groups, Stems([s for one in found for s in one])) == sizes


@pytest.mark.parametrize(
    ("likest", "sizes"), [(LEAST_LIKE - 0.001, [1, 1]), (LEAST_LIKE, [2]), (LEAST_LIKE + 0.001, [2])]
)
def test_two_groups_without_like_statements_are_never_one(monkeypatch, likest, sizes):
    assert sized(monkeypatch, 0.9, *of(*SAME), likest) == sizes


@pytest.mark.parametrize(("both", "sizes"), [(0, [8]), (1, [8]), (2, [4, 4]), (3, [4, 4])])
def test_what_half_the_pages_say_in_two_sentences_is_two_things(monkeypatch, both, sizes):
    first, second = ([told(text, f"p{number}")[0] for number in range(4)] for text in SAME)
    apart = [told(SAME[1], f"q{number}")[0] for number in range(4 - both)]
    groups = [Group(first), Group(second[:both] + apart)]
    assert sized(monkeypatch, 0.9, groups, Stems([s for group in groups for s in group.statements])) == sizes


def test_with_a_third_group_joined_ones_have_the_mean_of_their_chances(monkeypatch):
    groups, stems = of(*SAME, "The dam in the hills passed.")
    chances = {(0, 1): 0.9, (0, 2): 2 * JOINED + 0.02, (1, 2): 0.0}
    monkeypatch.setattr(GroupLikeness, "traits", lambda _, *pair: pair)
    monkeypatch.setattr(GroupLikeness, "likest", lambda *_: 1.0)
    monkeypatch.setattr(group_joining, "chance", lambda pair, _: chances[pair])
    assert [len(group.statements) for group in joined(groups, stems)] == [3]
    chances[0, 2] = 2 * JOINED - 0.02
    assert [len(group.statements) for group in joined(groups, stems)] == [2, 1]


def test_two_tolls_are_not_joined_through_a_third_group(monkeypatch):
    groups, stems = of(
        "The flood in Marland killed 14 people.",
        "The flood in Marland killed many people.",
        "The flood in Marland killed 31 people.",
    )
    assert sized(monkeypatch, 0.9, groups, stems) == [2, 1]


def test_statements_of_joined_groups_stand_in_the_order_of_their_pages():
    groups, stems = of(*SAME)
    (one,) = join(groups[::-1], ("p0", "p1"), stems, Likeness(stems, {}, {}, shipped().same), {"bias": 5.0} | NOTHING)
    assert [s.page for s in one.statements] == ["p0", "p1"]


NOTHING = dict.fromkeys(group_joining.TRAITS, 0.0)


def test_only_so_many_sentences_of_a_group_are_read():
    names = ("Ada", "Bea", "Cleo", "Dora", "Ella", "Fay", "Gwen", "Hedy", "Iris")
    for number in (group_joining.MAX_READ - 1, group_joining.MAX_READ, group_joining.MAX_READ + 1):
        group, stems = of(*(f"The dam {name} saw fell down." for name in names[:number]))
        one = Group([s for part in group for s in part.statements])
        (view,) = GroupLikeness([one], stems, Likeness(stems, {}, {}, shipped().same))._views
        assert len(view.read) == min(number, group_joining.MAX_READ)


def test_forms_of_an_irregular_verb_are_one_word():
    (one,), (other,) = told("A woman broke her hip there.", "p"), told("A woman suffered a broken hip.", "q")
    assert "break" in one.stems & other.stems
    assert [irregular_base(word) for word in ("broke", "broken", "spoke", "walked")] == [
        "break",
        "break",
        "speak",
        None,
    ]


@pytest.mark.parametrize(("word", "compared"), [("led", "led"), ("fled", "flee"), ("Rose", "rose")])
def test_a_short_form_and_a_name_are_compared_as_they_stand(word, compared):
    (one,) = told(f"Near the harbour {word} was seen again.", "p")
    assert compared in one.stems


def test_nothing_is_surer_than_sure():
    assert log_odds(SUREST - 0.0001) < log_odds(SUREST) == log_odds(SUREST + 0.0001)
    assert log_odds(1 - SUREST) == pytest.approx(-log_odds(SUREST))


def test_what_stands_beside_a_more_salient_claim_is_told_less():
    text = "The flood in Marland killed 14 people. It came at night. Ships lay in the harbour. Nobody saw them."
    found = told(text, "p")
    groups, stems = [Group([one]) for one in found], Stems(found)
    setting = Setting(Descent(("p",), {}, {"p": "p"}, {"p": "Packet"}), {"p": frozenset()}, stems)
    listed = {"bias": 0.0, "toll": 3.0, "depth": -1.0}
    assert [row["beside"] for row in among_others(groups, setting, listed)] == [0.0, 1.0, 1.0, 1.0]
    kept, beside, *_ = chances(groups, setting, listed, {"bias": 0.0, "salience": 1.0, "beside": -9.0})
    assert kept > 0.9 > 0.1 > beside
