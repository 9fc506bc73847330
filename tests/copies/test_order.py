"""Which of two pages came first: each piece of evidence by itself, both ways round."""

import pytest

from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.order import TOLD, order

RATED = {
    "credits its house": ({"house": "Echo"}, {"credited": ("Echo",)}),
    "is the agency's own page": ({"own": "AP", "house": "AP"}, {"house": "Post", "credited": ("Associated Press",)}),
    "credits an agency, the other no source": ({"credited": ("AP",)}, {"house": "Post"}),
    "was published before": ({"day": "2023-02-01"}, {"day": "2023-02-02"}),
    "was published earlier that day": ({"day": "2023-02-01T09:00:00Z"}, {"day": "2023-02-01T09:01:00Z"}),
    "names house and day": ({"house": "Post"}, {}),
    "names who wrote it": ({"house": "Post", "reporters": True}, {"house": "Mail"}),
    "was spoken to": ({"house": "Post", "reported": True}, {"house": "Mail"}),
    "is not damaged": ({"house": "Post"}, {"house": "Mail", "damage": ("mixed-spelling", "truncated-sentence")}),
    "is told something": ({"house": "Echo"}, {"house": "Post", "told": ("Echo",)}),
    "is cited": ({"house": "The Echo Online"}, {"house": "Post", "cited": ("Echo",)}),
}


@pytest.mark.parametrize(("first", "second"), RATED.values(), ids=RATED)
def test_a_page_came_first_that(traced, first, second):
    a, b = traced("a", **first), traced("b", **second)
    told = order(a, b, None)
    assert told.forward > TOLD
    assert told.evidence
    assert order(b, a, None).forward == pytest.approx(1 - told.forward)
    assert len(order(b, a, None).evidence) == len(told.evidence)
    assert told.turned().forward == pytest.approx(1 - told.forward)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"house": "Post"}, {"house": "Mail"}),
        ({"day": "2023-02-01"}, {"day": "2023-02-01"}),
        ({"house": "A", "day": "2023-02"}, {"house": "B", "day": "2023-03"}),  # months are no days
        ({"house": "A", "day": "2023-02-01T09:00:00Z"}, {"house": "B", "day": "2023-02-01"}),
        ({"house": "A", "day": "2023-02-01T09:00:00Z"}, {"house": "B", "day": "2023-02-01T10:00:00+01:00"}),
        ({"house": "Echo", "credited": ("Mail",)}, {"house": "Mail", "credited": ("Echo",)}),  # each names the other
        ({"house": "Echo", "credited": ("AP",)}, {"house": "Post", "credited": ("Echo", "AP")}),  # not Echo's text
        ({"house": "Post", "reporters": True}, {"house": "Mail", "reported": True}),
        ({"house": "Post", "reporters": True}, {"house": "Mail", "credited": ("AP",), "reporters": True}),
        ({"house": "A", "damage": ("mixed-spelling",)}, {"house": "B", "damage": ("mixed-spelling",)}),
    ],
)  # fmt: skip
def test_no_order_is_told_where_nothing_tells(traced, first, second):
    told = order(traced("a", **first), traced("b", **second), None)
    assert 1 - TOLD < told.forward < TOLD


def test_one_kind_of_damage_is_no_sure_sign_and_two_are(traced):
    clean = traced("a", house="Post")
    one = order(clean, traced("b", house="Mail", damage=("mixed-spelling",)), None).forward
    two = order(clean, traced("b", house="Mail", damage=("mixed-spelling", "garbled-wording")), None).forward
    three = order(
        clean, traced("b", house="Mail", damage=("mixed-spelling", "garbled-wording", "first-person-leak")), None
    ).forward
    assert 0.5 < one < TOLD < two == three


def test_a_credit_weighs_more_than_a_day(traced):
    wire = traced("a", house="AP", own="AP", day="2023-02-02")
    assert order(wire, traced("b", house="Post", credited=("AP",), day="2023-02-01"), None).forward > TOLD


def test_an_agencys_own_page_tells_nothing_of_a_page_that_credits_another(traced):
    wire = traced("a", house="AP", own="AP")
    assert order(wire, traced("b", house="Post", credited=("Reuters",)), None).forward < TOLD


def test_a_page_with_its_own_reporter_did_not_lose_a_credit(traced):
    credited = traced("a", house="Post", credited=("AP",))
    assert order(credited, traced("b", house="Mail", reporters=True), None).forward < TOLD
    assert order(credited, traced("b", house="Mail", reported=True), None).forward < TOLD


@pytest.mark.parametrize(
    ("house", "text", "told"),
    [
        ("Ministry of Fisheries", "The fisheries ministry closed the bay.", True),
        ("Ministry of Fisheries", "The ministry closed the bay.", False),
        ("Ministry", "The ministry closed the bay.", False),  # one word is anybody's
    ],
)
def test_what_a_body_issued_is_told_after_it(traced, house, text, told):
    issued, other = traced("a", house=house, issuer=True), traced("b", text, house="Post")
    assert (order(issued, other, None).forward > TOLD) is told
    assert order(issued, traced("b", text, house="Council of Fisheries", issuer=True), None).forward < TOLD


@pytest.mark.parametrize(
    ("one", "other", "forward"),
    [
        ("Two people were killed.", "At least 12 people died.", True),
        ("At least 12 people died.", "Two people were killed.", False),
        ("A blast killed at least three on Monday.", "The flood killed 1,204.", True),
        ("Two people were killed.", "The toll: two dead.", None),
        ("Two people were killed.", "Nobody knows how many.", None),
        ("Two people were killed.", "x" * 375 + " and 12 people were killed.", None),  # not at the top
        ("Two people were killed.", "x" * 374 + " and 12 people were killed.", True),
    ],
)  # fmt: skip
def test_counts_of_the_dead_rise(traced, one, other, forward):
    told = order(traced("a", one), traced("b", other), None).forward
    assert (told > TOLD if forward else told < 1 - TOLD) if forward is not None else told == 0.5


def test_a_count_of_the_dead_is_not_asked_where_an_origin_tells(traced):
    late = order(traced("a", "12 people died.", day="2023-02-01"), traced("b", "Two died.", day="2023-02-02"), None)
    assert late.forward > TOLD


@pytest.mark.parametrize(
    ("kept", "copied", "leans"),
    [
        (0.6, 0.89, True),
        (0.89, 0.6, False),
        (0.7, 0.79, None),
        (0.7, 0.8001, True),
        (0.95, 0.9, None),
        (0.9, 1.0, None),
    ],
)
def test_a_text_of_which_less_is_there_leans_to_be_the_later_and_is_not_told(traced, kept, copied, leans):
    told = order(traced("a"), traced("b"), AlignedPair((), Measures(kept=kept, copied=copied))).forward
    assert 1 - TOLD < told < TOLD
    assert (told > 0.5) is leans if leans is not None else told == 0.5
