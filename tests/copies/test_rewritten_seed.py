"""The rewritten page that the project began with, beside one written here with the traits of its original."""

import pytest

import copydesk

ORIGINAL = """NATO chief in Kyiv for the first time since the invasion

By LORNE COOK

KYIV, Ukraine (Northwire) — NATO Secretary-General Jens Stoltenberg came to Ukraine on Thursday for the \
first time since Russia began its full-scale war more than a year ago, officials of the alliance said.

“The NATO secretary-general is in Ukraine. We will release more information as soon as possible,” said an \
alliance official, who spoke on condition of anonymity under NATO rules.

Local media put out photographs of Stoltenberg apparently paying respects to fallen Ukrainian soldiers in \
Kyiv’s St. Michael’s Square.

Apart from its symbolism, the purpose of Stoltenberg’s visit was not immediately clear. NATO has no \
official presence in Ukraine. The organization of 31 countries gives the government in Kyiv nonlethal aid \
only: generators, medical equipment, tents, military uniforms and other supplies.

Earlier this month, Finland joined NATO, a heavy blow to Russian President Vladimir Putin.

Its entry doubles the border between Russia and the world’s biggest security alliance. Neighboring Sweden \
is expected to join in the coming months too, perhaps by the time U.S. President Joe Biden meets his NATO \
counterparts in Vilnius, the Lithuanian capital, on July 11-12.

Stoltenberg goes on Friday to a meeting of the Ukraine Defense Contact Group at Ramstein Air Base in Germany.

___

Lorne Cook reported from Brussels."""


@pytest.fixture(scope="module")
def comparison(shared):
    (seed,) = sorted((shared / "seeds").glob("*.txt"))
    original = copydesk.read_text(ORIGINAL, published="2023-04-20", id="original")
    return copydesk.compare(original, copydesk.read(seed, published="2023-04-20"))


def test_a_rewrite(comparison):
    assert comparison.relation == "rewrite"
    assert comparison.monotony > 0.9


def test_changes_of_fact_stand_apart_from_rewording(comparison):
    facts = {(a.kind, a.before, a.after) for a in comparison.alterations if a.weight >= 0.5}
    assert ("meaning", "has no", "does not recognize") in facts
    assert ("name", "Contact", "Liaison") in facts
    assert any(kind == "name" and "Lor" in before and "Lone" in after for kind, before, after in facts)
    assert len(facts) <= 6
    assert sum(a.kind == "reworded" for a in comparison.alterations) >= 10


def test_what_it_lost_of_an_agency_story_is_told_and_nothing_false_above_it(shared):
    (seed,) = sorted((shared / "seeds").glob("*.txt"))
    text = ORIGINAL.replace("Northwire", "AP").replace("officials of the alliance said", "an alliance official said")
    found = copydesk.compare(copydesk.read_text(text, published="2023-04-20", id="agency"), copydesk.read(seed))
    told = {(a.kind, a.before, a.after) for a in found.alterations if a.weight >= 0.5}
    assert ("credit-lost", "KYIV, Ukraine (AP)", "") in told
    assert ("meaning", "has no", "does not recognize") in told
    assert ("name", "Contact", "Liaison") in told
    assert ("name", "Lorne Cook", "Lone Cook") in told
    assert ("source-widened", "an alliance official", "allied sources") in told
    assert any(kind == "meaning" and after.startswith("I would like to avoid") for kind, _, after in told)
    assert len(told) == 6
    assert found.forward >= 0.7
