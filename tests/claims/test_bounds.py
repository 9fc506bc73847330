"""How many pairs of pages, claims and happenings of a story there are at most, on made values."""

from types import SimpleNamespace

import pytest

from copydesk.claims import altered, finding, happenings
from copydesk.claims.altered import Alterations
from copydesk.claims.descent import Descent


@pytest.mark.parametrize(("pairs", "compared"), [(399, 399), (400, 400), (401, 400)])
def test_so_many_pairs_of_a_storys_pages_are_compared(monkeypatch, pairs, compared):
    seen = []
    monkeypatch.setattr(altered, "compare", lambda *_: seen.append(1) or SimpleNamespace(alterations=("one",)))
    changes = Alterations(dict.fromkeys([*map(str, range(pairs)), "first"]))
    found = [changes._alterations("first", str(number)) for number in range(pairs)]
    assert len(seen) == sum(map(len, found)) == compared
    assert changes._alterations("first", "0") == ("one",)
    assert len(seen) == compared  # a pair that is known is not compared again


@pytest.mark.parametrize(("groups", "told"), [(199, 199), (200, 200), (201, 200)])
def test_a_story_has_so_many_claims(monkeypatch, groups, told):
    monkeypatch.setattr(finding, "gather", lambda *_: [SimpleNamespace(statements=[])] * groups)
    monkeypatch.setattr(finding, "Setting", SimpleNamespace(of=lambda *_: None))
    monkeypatch.setattr(finding, "Likeness", lambda *_: None)
    monkeypatch.setattr(finding, "join", lambda groups, *_: groups)
    monkeypatch.setattr(finding, "chances", lambda groups, *_: [0.9] * len(groups))
    monkeypatch.setattr(finding, "standings", lambda groups, *_: [None] * len(groups))
    monkeypatch.setattr(finding, "_claim", lambda number, *_: number)
    nothing = Descent(order=(), parents={}, families={}, newsrooms={})
    weights = SimpleNamespace(same=None, joined=None, listed=None, told=None, level=0.5)
    assert finding.claims_of(nothing, {}, weights) == tuple(range(1, told + 1))


@pytest.mark.parametrize(("events", "told"), [(299, 299), (300, 300), (301, 300)])
def test_a_story_has_so_many_happenings(monkeypatch, events, told):
    chain = Descent(order=("a",), parents={}, families={}, newsrooms={})
    monkeypatch.setattr(happenings, "descent", lambda *_: chain)
    monkeypatch.setattr(happenings, "_told", lambda *_: [SimpleNamespace(keys=[])] * events)
    monkeypatch.setattr(happenings, "_texts", lambda *_: 1)
    monkeypatch.setattr(happenings, "_happening", lambda number, *_: number)
    assert happenings.find_happenings(None, {"a": None}) == tuple(range(1, told + 1))
