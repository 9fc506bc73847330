"""What a number counts, at the edge of how far a reader looks for it."""

import pytest

from copydesk.reading.quantities import find_quantities
from tests.reading.entities.trees import tree


def counted(text, document=None):
    return [quantity.of for quantity in find_quantities(text, (), document)]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("They saw 12 boats there.", ["boats"]),
        ("They saw 12 old grey boats there.", ["old grey boats"]),
        ("They saw 12 very old grey boats there.", []),  # the fourth word
    ],
)
def test_without_a_parse_what_a_number_counts_is_one_of_the_three_words_after_it(text, of):
    assert counted(text) == of


@pytest.mark.parametrize(("between", "of"), [(5, 1), (6, 1), (7, 0)])
def test_what_a_number_counts_is_one_of_the_seven_words_after_it(between, of):
    head = 3 + between + 1
    words = [f"They/PRON/2/nsubj saw/VERB/0/root 12/NUM/{head}/nummod"]
    words += [f"grey/ADJ/{head}/amod"] * between
    document = tree(" ".join([*words, "boat/NOUN/2/obj"]), names={})
    assert len(counted(document.text, document)) == of
