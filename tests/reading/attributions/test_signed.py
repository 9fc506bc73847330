import pytest

from copydesk.reading.attributions import find_attributions
from copydesk.reading.attributions.drafts import Draft
from copydesk.reading.attributions.signed import without_overlaps
from copydesk.records import Record


def signed(text: str) -> list[tuple[str, str, str]]:
    record = Record(id="r", text=text)
    return [
        (record.words(*item.source.spans), record.words(*item.cue.spans), record.words(*item.content.spans))
        for item in find_attributions(text)
    ]


@pytest.mark.parametrize("dash", ["—", "–", "―", "-", "--"])
def test_a_signed_quotation(dash: str) -> None:
    text = f"Readers write.\n\n“The pier is loud. Close it.” {dash} Ana Ruiz, baker\n\nMore next week."
    assert signed(text) == [("Ana Ruiz, baker", dash, "“The pier is loud. Close it.”")]


@pytest.mark.parametrize(
    "text",
    [
        "The “pier” — Ana Ruiz calls it that.",
        "“The pier” — what a name. It stands.",
        "“The pier” – Ruiz said it was loud. “Close it,” was the answer",
        "“The pier is loud.” — " + "Ana " * 60,
        "“The pier is loud. — Ana Ruiz",
    ],
)
def test_not_signed(text: str) -> None:
    assert not [item for item in signed(text) if item[1].strip("—–―-") == ""]


def test_a_signed_quotation_takes_the_place_of_what_lies_on_it() -> None:
    whole = Draft(((20, 28),), ((18, 19),), ((0, 17),))
    inside = Draft(((1, 3),), ((4, 7),), ((8, 16),))
    after = Draft(((40, 44),), ((45, 49),), ((50, 60),))
    assert without_overlaps([after, inside], [whole]) == [whole, after]


@pytest.mark.parametrize(("length", "found"), [(100, True), (101, False)])
def test_a_signature_has_a_hundred_characters_at_most(length: int, found: bool) -> None:
    name = "Ana Ruiz" + "x" * (length - 8)
    assert bool(signed(f"“The pier is loud. Close it.” — {name}")) is found
