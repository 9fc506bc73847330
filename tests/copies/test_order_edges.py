"""What each piece of evidence for an order weighs and says, where it is not asked, and what looking closely adds."""

import math

import pytest

from copydesk.copies.pairing import order as module
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.order import order

AP = {"house": "AP", "own": "AP"}
POST, MAIL = {"house": "Post"}, {"house": "Mail"}
CREDITS = {"house": "Post", "credited": ("AP",)}
ALIKE = AlignedPair((), Measures(kept=0.9, copied=0.9))


def weight(told):
    """Return the log odds of an order."""
    return math.log(told.forward / (1 - told.forward))


@pytest.mark.parametrize(
    ("first", "second", "weighs", "says"),
    [
        (POST, MAIL | {"credited": ("Post",)}, 3.0, ("credits Post",)),
        (POST, MAIL | {"credited": ("The Post",)}, 3.0, ("credits The Post",)),
        (POST, MAIL | {"cited": ("AFP", "Post")}, 3.0, ("credits Post",)),
        (AP, POST | {"told": ("AP",)}, 3.0, ("credits AP",)),
        (POST, {"credited": ("Post",), "house": "The Post"}, 0.0, ()),  # of its own house
        ({"credited": ("AFP",)}, {"credited": ("AFP",), "house": "Mail"}, 0.0, ()),  # it has no house to credit
        (POST | {"credited": ("AFP",)}, MAIL | {"credited": ("AFP", "Post")}, 0.0, ()),  # the text is not its own
        (AP | {"credited": ("AFP",)}, MAIL | {"credited": ("AFP", "AP")}, 3.0, ("credits AP",)),
        (AP, POST, 2.2, ("AP's own story",)),
        (AP, POST | {"credited": ("Reuters",)}, 0.0, ()),
        (AP, {"house": "AFP", "own": "AFP"}, 0.0, ()),
        (CREDITS, MAIL, 2.0, ("AP is credited in one, in no way in the other",)),
        (CREDITS, MAIL | {"told": ("Associated Press",)}, 2.0, ("AP is credited in one, only named in the other",)),
        (CREDITS, MAIL | {"cited": ("AFP", "AP")}, 2.0, ("AP is credited in one, only named in the other",)),
        (CREDITS, MAIL | {"cited": ("AFP",)}, 2.0, ("AP is credited in one, in no way in the other",)),
        (CREDITS, MAIL | {"reporters": True}, 0.0, ()),
        (CREDITS, MAIL | {"reported": True}, 0.0, ()),
        (CREDITS, MAIL | {"credited": ("AFP",)}, 0.0, ()),
        (POST, {}, 2.0, ("names neither house nor agency, nor when it appeared",)),
        ({"day": "2023-02-01"}, {}, 2.0, ("names neither house nor agency, nor when it appeared",)),
        ({}, {}, 0.0, ()),
        (POST | {"reporters": True}, MAIL, 1.0, ("names no reporter, and the other does",)),
        (POST | {"reported": True}, MAIL, 1.0, ("names no reporter, and the other does",)),
        (POST | {"reported": True}, MAIL | {"reporters": True}, 0.0, ()),
        (POST | {"reporters": True}, MAIL | {"reported": True}, 0.0, ()),
        (POST, MAIL | {"damage": ("mixed-spelling",)}, 0.8, ("damaged as by rewriting (mixed-spelling)",)),
        (POST | {"damage": ("mixed-spelling",)}, MAIL | {"damage": ("mixed-spelling",)}, 0.0, ()),
        (POST, MAIL | {"damage": ("b", "a", "c")}, 1.6, ("damaged as by rewriting (a, b, c)",)),
        ({"day": "2023-02-01"}, {"day": "2023-02-02"}, 1.8, ("published 2023-02-01 and 2023-02-02",)),
        ({"day": "2023-02-01T09:00"}, {"day": "2023-02-02"}, 1.8, ("published 2023-02-01T09:00 and 2023-02-02",)),
        ({"day": "2023-02-01"}, {"day": "2023-02-02T09:00"}, 1.8, ("published 2023-02-01 and 2023-02-02T09:00",)),
        ({"day": "2023-02-01T23:00"}, {"day": "2023-02-01"}, 0.0, ()),
        ({"day": "2023-02-01Tnoon"}, {"day": "2023-02-01T13:00"}, 0.0, ()),  # no time that can be read
        ({"day": "2023-02"}, {"day": "2023-03-01"}, 0.0, ()),
        (
            POST | {"reporters": True, "day": "2023-02-02"}, MAIL | {"damage": ("a",), "day": "2023-02-01"}, 0.0, ()
        ),  # as much speaks for either
        ({"day": "2023-W05"}, {"day": "2023-W06"}, 0.0, ()),  # nor are weeks
        ({"day": "2023-W05"}, {"day": "2023-02-20T09:00"}, 0.0, ()),
        ({"day": "2023-02-01"}, {"day": "2023-03"}, 0.0, ()),
        ({"house": "A"}, {"house": "B", "day": "2023-02-01"}, 0.0, ()),
        (
            CREDITS | {"day": "2023-02-01"}, {"day": "2023-02-02"}, 3.8,
            ("AP is credited in one, in no way in the other", "published 2023-02-01 and 2023-02-02"),
        ),
        (CREDITS | {"day": "2023-02-02"}, MAIL | {"day": "2023-02-01"}, 0.2,
         ("AP is credited in one, in no way in the other",)),  # the day speaks against it
        (POST | {"day": "2023-02-02"}, MAIL | {"day": "2023-02-01", "credited": ("Post",)}, 1.2, ("credits Post",)),
        (CREDITS, {}, 4.0,
         ("AP is credited in one, in no way in the other", "names neither house nor agency, nor when it appeared")),
        (CREDITS | {"reported": True}, {}, 4.0,  # more is not surer
         ("AP is credited in one, in no way in the other", "names neither house nor agency, nor when it appeared",
          "names no reporter, and the other does")),
    ],
)  # fmt: skip
def test_what_a_piece_of_evidence_weighs_and_says(traced, first, second, weighs, says):
    a, b = traced("a", **first), traced("b", **second)
    told = order(a, b, None)
    assert weight(told) == pytest.approx(weighs)
    assert told.evidence == says
    back = order(b, a, None)
    assert weight(back) == pytest.approx(-weighs)
    assert len(back.evidence) == len(says)


@pytest.mark.parametrize(
    ("house", "text", "more", "weighs"),
    [
        ("Ministry of Fisheries", "The fisheries ministry closed the bay.", {}, 2.4),
        ("Ministry of Fisheries", "The fisheries ministry closed the bay.", {"issuer": True}, 0.0),
        ("Ministry of Fisheries", "Fisheries ministry", {}, 2.4),  # no other word
        ("Ministry of Fisheries", "The ministry closed the bay.", {}, 0.0),
        ("Board of Fisheries", " " * 19_985 + "fisheries board", {}, 2.4),
        ("Board of Fisheries", " " * 19_986 + "fisheries board", {}, 0.0),  # far down
        ("Ministry", "The ministry closed the bay.", {}, 0.0),
        ("The", "The ministry closed the bay.", {}, 0.0),
    ],
)
def test_what_it_weighs_that_a_page_tells_what_a_body_issued(traced, house, text, more, weighs):
    issued, other = traced("a", house=house, issuer=True), traced("b", text, house="Post", **more)
    told = order(issued, other, None)
    assert weight(told) == pytest.approx(weighs)
    assert told.evidence == ((f"tells what {house} issued",) if weighs else ())
    assert weight(order(traced("a", house=house), other, None)) == pytest.approx(0.0)
    assert weight(order(traced("a", issuer=True, day="2023"), other, None)) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("one", "other", "weighs"),
    [
        ("Two people were killed.", "At least 12 died.", 1.2),
        ("At least 12 died.", "Two people were killed.", -1.2),
        ("Twelve died.", "12 people were killed.", 0.0),
        ("Two died.", "Nobody knows.", 0.0),
        ("Nobody knows.", "Two died.", 0.0),
        ("Two died.", "The war killed 999,999.", 1.2),
        ("Two died.", "The war killed 1,000,000.", 0.0),  # no toll of a day
        ("Two died.", "The war killed 10,000,000.", 0.0),
        ("Two died.", "KILLING SOME 30 IN THE CITY", 1.2),
    ],
)
def test_what_rising_counts_of_the_dead_weigh(traced, one, other, weighs):
    told = order(traced("a", one), traced("b", other), None)
    assert weight(told) == pytest.approx(weighs)
    assert told.evidence == (("more are dead",) if weighs else ())


def test_counts_of_the_dead_are_not_asked_where_another_piece_of_evidence_is_there(traced):
    told = order(
        traced("a", "Twelve died.", **POST), traced("b", "Two died.", **MAIL, damage=("mixed-spelling",)), None
    )
    assert weight(told) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("kept", "copied", "weighs"),
    [
        (0.6, 0.8, 0.4),
        (0.8, 0.6, -0.4),
        (0.7, 0.7, 0.0),
        (0.7, 0.79, 0.0),
        (0.7, 0.81, 0.4),
        (0.89, 1.0, 0.4),
    ],
)
def test_what_less_of_a_text_weighs_where_nothing_else_tells(traced, kept, copied, weighs):
    pair = AlignedPair((), Measures(kept=kept, copied=copied))
    told = order(traced("a", **POST), traced("b", **MAIL), pair)
    assert weight(told) == pytest.approx(weighs)
    assert told.evidence == (("has less of the text",) if weighs else ())
    surely = order(traced("a", **POST), traced("b", **MAIL | {"day": "2023-02-01"}), pair)
    assert weight(surely) == pytest.approx(weighs)
    surely = order(traced("a", **POST, reporters=True), traced("b", **MAIL), pair)
    assert weight(surely) == pytest.approx(1.0)


@pytest.fixture
def wording(monkeypatch):
    """What the wording of two pages says, for as often as it is asked."""
    said, asked = [0.5], []

    def by_wording(a, b, links):
        asked.append((a.record.id, b.record.id))
        return said[0]

    monkeypatch.setattr(module, "by_wording", by_wording)
    return said, asked


@pytest.mark.parametrize(
    ("chance", "weighs", "says"),
    [
        (0.5, 0.0, False), (0.54, 0.5 * math.log(0.54 / 0.46), False), (0.56, 0.5 * math.log(0.56 / 0.44), True),
        (0.9, 0.5 * math.log(9), True), (0.1, -0.5 * math.log(9), True), (0.91, 0.5 * math.log(91 / 9), True),
        (0.92, 1.2, True), (1.0, 1.2, True), (0.0, -1.2, True),
    ],
)  # fmt: skip
def test_what_wording_weighs_where_it_is_looked_at(traced, wording, chance, weighs, says):
    wording[0][0] = chance
    told = order(traced("a", **POST), traced("b", **MAIL), ALIKE, closely=True)
    assert weight(told) == pytest.approx(weighs)
    assert told.evidence == (("by what was put in and left out",) if says else ())


def test_wording_is_looked_at_only_where_it_is_asked_for_and_nothing_else_tells(traced, wording):
    a, b = traced("a", **POST), traced("b", **MAIL)
    order(a, b, ALIKE)
    order(a, b, None, closely=True)
    order(a, traced("b", **MAIL, day="2023-02-01"), None, closely=True)
    order(traced("a", **POST, reporters=True), b, ALIKE, closely=True)  # weighs 1, over the .85 from which it is told
    assert wording[1] == []
    order(a, traced("c", **MAIL, damage=("mixed-spelling",)), ALIKE, closely=True)  # weighs .8
    order(traced("c", **MAIL, damage=("mixed-spelling",)), a, ALIKE, closely=True)
    assert wording[1] == [("a", "c"), ("c", "a")]
