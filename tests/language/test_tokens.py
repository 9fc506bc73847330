"""Words of a text: conventions, exact offsets for any input, time that grows with length alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text).tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't know.", "We do n't know ."),
        ("They won’t, can't, cannot.", "They wo n’t , ca n't , can not ."),
        ("Kyiv's mayor said he'll go", "Kyiv 's mayor said he 'll go"),
        ("the workers' union", "the workers ' union"),
        ("O'Brien of Côte d'Ivoire", "O'Brien of Côte d'Ivoire"),
        ("a well-known 30-minute call", "a well - known 30 - minute call"),
        ("Mr. Hale met Dr. Ruiz in the U.S. on Sept. 4.", "Mr. Hale met Dr. Ruiz in the U.S. on Sept. 4 ."),
        ("J. Smith paid $1,000.50 (5%) at 10:30.", "J. Smith paid $ 1,000.50 ( 5 % ) at 10:30 ."),
        ("See https://example.org/a?b=1, or", "See https://example.org/a?b=1 , or"),
        ("Mail desk@example.org.", "Mail desk@example.org ."),
        ("“No,” she said... and/or—well", "“ No , ” she said ... and / or — well"),
        ("It ended in the 1990s, on the 5th.", "It ended in the 1990s , on the 5th ."),
        ("We said no. Then we left.", "We said no . Then we left ."),
        ("", ""),
        (" \n\t ", ""),
    ],
)  # fmt: skip
def test_conventions(text: str, expected: str) -> None:
    assert cut(text) == expected.split()


@given(st.text(max_size=300))
def test_every_character_but_white_space_is_in_exactly_one_word(text: str) -> None:
    covered = [i for start, end in words(text).tolist() for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(i in set(covered) or text[i].isspace() for i in range(len(text)))


SIZE = 60_000
UNITS = (
    "a", "A.", "'", "’", "n't", "can", "gon", "www.", "http://a", "@", "a@b.", "#a", "1", "1,", "...", "--", "!?", "_",
    " ", "\n", "\u00a0", "\u200b", "\u0301", "é", "中", "👩\u200d👧", "🇺🇦", "\x00", "\u202e", "'s", "’90", "Mr.",
    "No. ", "e-mail", "a-",
)  # fmt: skip


@settings(max_examples=15)
@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6))
def test_much_of_anything_is_cut_once_through(units: list[str]) -> None:
    unit = "".join(units)
    text = unit * (SIZE // len(unit))
    offsets = words(text)
    marks = sum(not character.isspace() for character in unit) * (SIZE // len(unit))
    assert int((offsets[:, 1] - offsets[:, 0]).sum()) == marks
    assert (offsets[1:, 0] >= offsets[:-1, 1]).all()


@pytest.mark.parametrize("unit", ["a", "www.", "a.", "n't", "1,", "'", "a@", "e-", "\u0301", "Mr. ", "_", "$ "])
def test_repeats_do_not_run_away(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    offsets = words(text)
    assert len(offsets) > 0
    assert offsets[-1, 1] == len(text.rstrip())
