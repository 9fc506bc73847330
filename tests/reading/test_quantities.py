"""Numbers with what they count or measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language import parse
from copydesk.reading.quantities import find_quantities
from copydesk.reading.quantities.numerals import numerals
from copydesk.reading.times import find_times
from copydesk.records import Quantity


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, find_times(text), parse(text))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of", "bound"),
    [
        ("an organization of 31 countries", "31 countries", 31, None, "countries", None),
        ("from its 31 member states as", "31 member states", 31, None, "member states", None),
        ("At least 40 people died", "At least 40 people", 40, None, "people", "min"),
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
@pytest.mark.parametrize("parsed", [True, False])
def test_quantity_with_and_without_a_parse(
    text: str, words: str, value: float, unit: str | None, of: str | None, bound: str | None, parsed: bool
) -> None:
    (found,) = read(text) if parsed else find_quantities(text, ())
    assert text[slice(*found.span)] == words
    assert (found.value, found.unit, found.of, found.bound) == (value, unit, of, bound)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The bridge cost £3.4bn.", 3.4e9, "GBP"),
        ("They won €3m from the fund.", 3e6, "EUR"),
        ("Profit came to US$12 million.", 12e6, "USD"),
        ("The firm owes HK $ 7.5 billion.", 7.5e9, "HKD"),
        ("The haul was worth Rs 2.5 crore.", 25e6, "INR"),
        ("The dam cost 40 million Kenyan shillings.", 40e6, "KES"),
        ("Prices went up 17 per cent.", 17, "%"),
        ("They trail by 6 percentage points.", 6, "pp"),
        ("It was 38C in the shade.", 38, "°C"),
        ("It fell to minus 12 degrees Celsius.", -12, "°C"),
        ("They drove at 90 km/h.", 90, "km/h"),
        ("They farm 12 sq km of land.", 12, "km²"),
        ("A 12-foot wall stood there.", 12, "ft"),
        ("He weighs 200 pounds.", 200, "lb"),
        ("They paid 12 million pounds for it.", 12e6, "GBP"),
        ("The tower is 90m tall.", 90, "m"),
        ("Nearly 3m people live there.", 3e6, None),
        ("Some 6 300 soldiers laid down arms.", 6300, None),
        ("Half a million people marched.", 5e5, None),
        ("Two and a half million tonnes were lost.", 2.5e6, "t"),
        ("A quarter of the farms closed.", 0.25, None),
        ("One in five pupils stayed at home.", 0.2, None),
        ("Half the money is gone.", 0.5, None),
        ("A magnitude 6.4 quake woke the town.", 6.4, None),
        ("A 19-year-old was held.", 19, "year"),
        ("His aunt, Vera Holm, 52, sells fish.", 52, "year"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str | None) -> None:
    (found,) = read(text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The landslide left 5,120 injured.", "people-injured", 5120),
        ("The toll rose to 340.", "people-killed", 340),
        ("The number of dead has reached 340.", "people-killed", 340),
        ("A 6.1-magnitude quake shook the coast.", "other", 6.1),
        ("The fire killed at least 12 villagers.", "people-killed", 12),
        ("Eleven miners died on the spot.", "people-killed", 11),
        ("He is one of 70 people shot and killed by guards.", "people-killed", 70),
        ("The flood claimed 16 lives.", "people-killed", 16),
        ("Two guards were shot dead.", "people-killed", 2),
        ("About 30 passengers were hurt.", "people-injured", 30),
        ("Fifteen sailors are still missing.", "people-missing", 15),
        ("Police arrested 14 protesters.", "people-detained", 14),
        ("Some 3,000 residents fled their homes.", "people-displaced", 3000),
        ("The motion got 212 votes.", "votes", 212),
        ("About 400 inmates escaped.", "count", 400),
        ("Twelve soldiers killed the dog.", "count", 12),
        ("The frost killed 900 trees.", "count", 900),
        ("Sales fell 3 percent.", "share", 3),
        ("It cost $4,500.", "money", 4500),
        ("The road is 40 km long.", "length", 40),
        ("They seized 40 kg of resin.", "weight", 40),
    ],
)
def test_kind_tells_what_happened_to_the_people_counted(text: str, kind: str, value: float) -> None:
    (found,) = read(text)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("Between 20 and 30 people were hurt.", 20, 30),
        ("The hail broke 20-30 windows.", 20, 30),
        ("It will cost $3-4 million.", 3e6, 4e6),
        ("Four or five boats came back.", 4, 5),
        ("It will take 20 to 30 percent more.", 20, 30),
    ],
)
def test_a_range_has_both_ends(text: str, value: float, high: float) -> None:
    (found,) = read(text)
    assert (found.value, found.high) == (value, high)


def test_from_one_number_to_another_are_two_numbers() -> None:
    values = [(found.value, found.high) for found in read("Output fell from 75 kilograms to 44 kilograms.")]
    assert values == [(75, None), (44, None)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2010 and on May 3",
        "for three years",
        "dozens of people, hundreds of cars",
        "an F-16, a Boeing 747 and Resolution 1483",
        "call 518-474-1418",
        "a score of 3:2 at 10:35",
        "They won 3-2 in the end.",
        "She finished in 3:07:35.",
        "No one came, and one of the three brothers left.",
        "He lives at Number 10 and reads page 3.",
        "the 13th amendment, the 1990s and Covid-19",
        "It was cut in half in the second half.",
        "https://example.com/a/12345?id=3 has it",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == ()


def test_a_sign_that_several_countries_use_takes_the_one_the_page_is_about() -> None:
    assert read("Pakistan set aside Rs 40 million for Lahore.")[0].unit == "PKR"
    assert read("India and Pakistan trade; the toll is Rs 40 million.")[0].unit is None


PIECES = ["at least", "40", "1,200", "2.5", "$", "%", "million", "two hundred", "and", "people", "half", "a", "of", "."]
PIECES += ["3-4", "\u00a0", "-", "killed", "in", "Rs", "°C", "year-old", "between", "to"]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_positions_are_exact(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for quantity in find_quantities(text, ()):
        assert end <= quantity.span[0] < quantity.span[1] <= len(text)
        end = quantity.span[1]


def test_a_part_of_a_counted_whole_are_two_quantities() -> None:
    part, whole = read("Three of its four ferries sank.")
    assert (part.value, part.of, whole.value, whole.of) == (3, "ferries", 4, "ferries")


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Infections reached around a quarter of a million.", 250_000, "count"),
        ("It was of 7.0 magnitude.", 7, "other"),
        ("They make up less than half of 1 percent of the Syrians.", 0.5, "share"),
        ("It grew by half a percentage point.", 0.5, "share"),
        ("He earned around Taka 8,500 then.", 8500, "money"),
        ("Help was slow after the magnitude 5.9 quake.", 5.9, "other"),
        ("Three occupants of the boat died at sea.", 3, "people-killed"),
    ],
)
def test_scaled_parts_magnitudes_and_occupants(text: str, value: float, kind: str) -> None:
    (found,) = read(text)
    assert (found.value, found.kind) == (value, kind)


def test_one_of_a_name_and_numbered_pictures_are_none() -> None:
    assert read("A constable, one Harlow, saw the light.") == ()
    assert read("Image 2 of 12") == ()


def test_a_span_begins_with_no_space_and_what_is_counted_with_no_quotation_mark() -> None:
    text = "Nearly half the money -- $500.8 million -- went into four “loopholes” of the law."
    found = {text[slice(*quantity.span)]: quantity.of for quantity in read(text)}
    assert "$500.8 million" in found
    assert "loopholes" in found.values()


def test_a_total_that_rose_from_one_number_to_another_has_both() -> None:
    assert [(found.value, found.of) for found in read("The toll climbed from 12 to 19.")] == [
        (12, "toll"),
        (19, "toll"),
    ]


@pytest.mark.parametrize(
    "text", ["The fine was 2,000.", "Some 2 100.", "It was 41,220, he said.", "They had 2,000 on 5."]
)
def test_a_number_ends_before_the_mark_after_it(text: str) -> None:
    ends = [text[number.at : number.end] for number in numerals(text)]
    assert ends[0] in ("2,000", "2 100", "41,220")


def test_digits_that_are_no_thousands_are_no_number_with_commas() -> None:
    assert 1234 not in [number.value for number in numerals("Call 1,234,5678 now.")]
