"""How much each kind of alteration matters is what the docs say."""

import re
from pathlib import Path

import pytest

from copydesk.copies import compare
from copydesk.records import Credit, Defect, Entity, Record

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "copies.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([a-z, -]+) \| (\d?\.\d+)(?: to (\d?\.\d+))? \|", DOCS, re.MULTILINE)
WEIGHTS = {kind: (float(low), float(high or low)) for kinds, low, high in ROWS for kind in kinds.split(", ")}
FRAME = (
    "The council of Harborside met in the town hall. {} Residents filled the benches and the stairs, and left early."
)


def changed(before, after, first=None, second=None):
    """Return the weights that are told of a sentence between two others, by kind."""
    one, other = FRAME.format(before), FRAME.format(after)
    found = compare(Record(id="a", text=one, **(first or {})), Record(id="b", text=other, **(second or {})))
    return {change.kind: change.weight for change in found.alterations}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("negation", "The mayor will sign the plan there.", "The mayor will not sign the plan there."),
        ("name", "The clerk met Tom Farrow at the pier.", "The clerk met Tom Barrow at the pier."),
        ("number", "The pier cost 300 crowns that year.", "The pier cost 350 crowns that year."),
        ("date", "The vote was put off until Tuesday again.", "The vote was put off until Thursday again."),
        ("meaning", "The mayor admitted that the pier was sold.", "The mayor denied that the pier was sold."),
        ("attribution", "The pier was sold, the port authority said.", "The pier was sold."),
        ("source-widened", "An official said the pier was sold.", "Sources said the pier was sold."),
        ("certainty", "The pier was allegedly sold to a bank.", "The pier was sold to a bank."),
        ("quote", "He said “we pay for every plank” there.", "He said “we pay for every nail” there."),
        ("quotation-marks-lost", "He said “the old pier sank early” there.", "He said the old pier sank early there."),
        ("hedge-on-number", "More than 150 boats lay there.", "Almost 150 boats lay there."),
        ("omission", "The pier sank slowly near green hills.", "The pier sank."),
        ("addition", "The pier sank.", "The pier sank slowly near green hills."),
        ("reworded", "The old pier sank slowly.", "The old pier sank."),
        ("respelt", "The grey harbor sank there.", "The grey harbour sank there."),
    ],
)
def test_what_an_alteration_weighs_is_what_the_docs_say(kind, before, after):
    low, high = WEIGHTS[kind]
    assert low <= changed(before, after)[kind] <= high


def test_a_place_weighs_what_the_docs_say():
    start = FRAME.index("{") + len("Trains to ")
    one, other = (
        {"entities": (Entity(id="e1", type="PLACE", name=name, mentions=((start, start + len(name)),)),)}
        for name in ("Millbrook", "Oakfield")
    )
    found = changed("Trains to Millbrook run again.", "Trains to Oakfield run again.", one, other)
    assert WEIGHTS["place"] == (found["place"],) * 2


def test_a_credit_weighs_what_the_docs_say():
    found = changed("Rain fell there.", "Rain fell there.", {"credits": (Credit(agency="AP", form="sign-off"),)})
    assert WEIGHTS["credit-lost"] == (found["credit-lost"],) * 2


def test_a_byline_and_a_release_weigh_as_much_as_a_credit():
    for line in ("By Ann Holm\n\n", "KARLO (Coastwire) - "):
        before, after = (Record(id=id_, text=text + "Rain fell there.") for id_, text in (("a", line), ("b", "")))
        (change,) = (one for one in compare(before, after).alterations if one.kind == "credit-lost")
        assert change.weight == WEIGHTS["credit-lost"][0]


def test_a_first_person_that_is_nobodys_weighs_as_another_meaning():
    leak = {"defects": (Defect(kind="first-person-leak", span=(0, 3), note=""),)}
    assert WEIGHTS["meaning"] == (changed("Rain fell there.", "Rain fell there.", None, leak)["meaning"],) * 2


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        ("The pier was sold, a memo seen by the Karlo Post says.", "The pier was sold, a memo says.", 0.6),
        ("The pier was sold at noon.", "The pier was sold at noon, an engineer cautioned.", 0.5),
    ],
)
def test_what_keeps_its_source_weighs_less_than_a_source_that_is_gone(before, after, weight):
    assert changed(before, after)["attribution"] == weight < WEIGHTS["attribution"][0]
