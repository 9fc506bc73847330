"""Numbers with what they count or measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reading.quantities import find_quantities
from copydesk.reading.times import find_times


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of", "bound"),
    [
        ("an organization of 31 countries", "31 countries", 31, None, "countries", None),
        ("from its 31 member states as", "31 member states", 31, None, "member states", None),
        ("At least 40 people died", "At least 40 people", 40, None, "people", "min"),
        (
            "as many as 1,700 injured civilians",
            "as many as 1,700 injured civilians",
            1700,
            None,
            "injured civilians",
            "max",
        ),
        ("worth $1.2 billion then", "$1.2 billion", 1.2e9, "USD", None, None),
        ("rose 5 percent on", "5 percent", 5, "%", None, None),
        ("rose by about 2.5% on", "about 2.5%", 2.5, "%", None, "approx"),
        ("twenty-one ships sank", "twenty-one ships", 21, None, "ships", None),
        ("two hundred and forty ships sank", "two hundred and forty ships", 240, None, "ships", None),
        ("three million refugees fled", "three million refugees", 3e6, None, "refugees", None),
        ("a dozen ships sank", "a dozen ships", 12, None, "ships", None),
        ("nearly 300 kilometers away", "nearly 300 kilometers", 300, "km", None, "approx"),
        ("one ship sank", "one ship", 1, None, "ship", None),
    ],
)
def test_quantity(text: str, words: str, value: float, unit: str | None, of: str | None, bound: str | None) -> None:
    (found,) = find_quantities(text, ())
    assert text[slice(*found.span)] == words
    assert (found.value, found.unit, found.of, found.bound) == (value, unit, of, bound)


@pytest.mark.parametrize(
    "text",
    [
        "in 2010 and on May 3",
        "for three years",
        "dozens of people, hundreds of cars",
        "an F-16, a Boeing 747 and Resolution 1483",
        "call 518-474-1418",
        "a 44-year-old man",
        "a score of 3:2 at 10:35",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, find_times(text)) == ()


PIECES = [
    "at least",
    "40",
    "1,200",
    "2.5",
    "$",
    "%",
    "million",
    "two hundred",
    "and",
    "people",
    "ships",
    "a",
    "of",
    ".",
    "3-4",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_positions_are_exact(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for quantity in find_quantities(text, ()):
        assert end <= quantity.span[0] < quantity.span[1] <= len(text)
        end = quantity.span[1]
