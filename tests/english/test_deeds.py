"""An event's words with what it was done to."""

import pytest

import copydesk
from copydesk.english.datelines import dateline_end
from copydesk.english.deeds import deed


def deeds(text):
    record = copydesk.read_text(text, published="2026-10-08")
    return [deed(record, event) for event in record.events]


def test_what_was_done_to_a_thing_is_shown_with_it():
    assert "joined the river convoy plan" in deeds(
        "Moldova joined the river convoy plan, a heavy blow to smugglers on the lower Danube."
    )


def test_who_where_and_when_stand_apart():
    (words, *_) = deeds("Romania will join the plan in the coming months, the minister said.")
    assert words == "join the plan"


def test_a_clause_is_not_shown():
    assert all("because" not in words for words in deeds("The council closed the old bridge because it was unsafe."))


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("IZMAIL, Ukraine — The envoy came.", "Izmail", "The envoy came."),
        ("BERLIN (dpa) - The envoy came.", "BERLIN", "The envoy came."),
        ("The envoy came — late.", "Izmail", "The envoy came — late."),
        ("Izmail " + "is a port on the Danube and has " * 3 + "— a quay.", "Izmail", None),
        ("The envoy came.", None, "The envoy came."),
    ],
)
def test_a_dateline_ends_at_its_dash(text, place, rest):
    assert text[dateline_end(text, place) :] == (text if rest is None else rest)
