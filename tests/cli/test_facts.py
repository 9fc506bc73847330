"""The tables of names, numbers and times: words, no codes."""

import pytest

from copydesk.cli.fact_tables import number, of_what, what
from copydesk.english.timewords import words_of
from copydesk.records import Entity, Place, Quantity


@pytest.mark.parametrize(
    ("value", "mod", "kind", "words"),
    [
        ("2023-04-20", None, "DATE", "Thursday 20 April 2023"),
        ("2023-04-20TNI", None, "TIME", "Thursday 20 April 2023, night"),
        ("2023-04-20T19:30+03:00", None, "TIME", "Thursday 20 April 2023, 19:30 (GMT+03:00)"),
        ("PXM", None, "DURATION", "some months"),
        ("PTXM", None, "DURATION", "some minutes"),
        ("P1Y", "MORE_THAN", "DURATION", "more than 1 year"),
        ("PT3H7M35S", None, "DURATION", "3 hours 7 minutes 35 seconds"),
        ("P1D", None, "SET", "every day"),
        ("P2W", None, "SET", "every 2 weeks"),
        ("PAST_REF", None, "DATE", "in the past"),
        ("XXXX-WXX-4", None, "DATE", "a Thursday, which one is not known"),
        ("XXXX-XX-XX", None, "DATE", "a day, which one is not known"),
        ("XXXX-WXX", None, "DATE", "a week, which one is not known"),
        ("1989-W43", None, "DATE", "week 43 of 1989"),
        ("199", None, "DATE", "the 1990s"),
        ("BC0480", None, "DATE", "480 BC"),
        (None, None, "DATE", "not known"),
    ],
)
def test_times_are_told_in_words(value: str | None, mod: str | None, kind: str, words: str) -> None:
    assert words_of(value, mod, kind) == words


@pytest.mark.parametrize(
    ("quantity", "words", "of"),
    [
        (Quantity(span=(0, 1), value=31, of="countries"), "31", "countries"),
        (Quantity(span=(0, 1), value=1200, bound="min", of="people", kind="people-killed"), "at least 1,200",
         "people, killed"),
        (Quantity(span=(0, 1), value=500, of="toll", kind="people-killed"), "500", "people, killed"),
        (Quantity(span=(0, 1), value=1.2e9, unit="GBP", kind="money"), "1.2 billion GBP", "money"),
        (Quantity(span=(0, 1), value=20, high=30, unit="%", kind="share", of="voters"), "20 to 30 %",
         "share of voters"),
        (Quantity(span=(0, 1), value=44, unit="year", kind="age"), "44 years", "age"),
        (Quantity(span=(0, 1), value=7.6, kind="other", of="magnitude"), "7.6", "other (magnitude)"),
        (Quantity(span=(0, 1), value=340), "340", "not told"),
    ],
)  # fmt: skip
def test_numbers_are_told_with_what_they_are_of(quantity: Quantity, words: str, of: str) -> None:
    assert (number(quantity), of_what(quantity)) == (words, of)


def test_names_are_told_with_role_or_place() -> None:
    kyiv = Place(name="Kyiv", country="UA", division="UA-30", latitude=50.45, longitude=30.52)
    land = Place(name="Ukraine", country="UA")
    assert what(Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=(), role="mayor")) == "mayor"
    assert what(Entity(id="e1", type="PLACE", name="Kiev", mentions=(), place=kyiv)) == (
        "place: Kyiv, UA-30, 50.45°N 30.52°E"
    )
    assert what(Entity(id="e1", type="PLACE", name="Ukraine", mentions=(), place=land)) == "country (UA)"
    assert what(Entity(id="e1", type="PLACE", name="Kyiv", mentions=(), place=land, metonym=True)) == "government (UA)"
    assert what(Entity(id="e1", type="PLACE", name="Ilk", mentions=())) == "place, not found on the map"
