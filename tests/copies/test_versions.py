"""The order of versions of one page, and the direction of two, on made-up pages."""

from itertools import pairwise

import pytest

from copydesk.copies import trace
from copydesk.copies.pairing.edit_traces import WEIGHTS, by_wording
from copydesk.copies.pairing.signs import signs
from copydesk.copies.texts.align import align
from copydesk.copies.texts.view import view
from copydesk.records import Published, Record
from tests.millbrook import PARAGRAPHS

VERSIONS = ["\n\n".join([*PARAGRAPHS[max(0, i - 3) : i + 2]]) for i in range(1, 6)]


def pages(texts, days=None):
    return [
        Record(id=f"{name}", text=text, published=Published(value=days[name], from_="given") if days else None)
        for name, text in enumerate(texts)
    ]


def parents(records):
    (story,) = trace(records)
    return {edge.target: edge.source for edge in story.edges}


def test_versions_without_dates_are_put_in_order_whatever_their_ids():
    shuffled = [3, 0, 4, 2, 1]
    found = parents(pages([VERSIONS[i] for i in shuffled]))
    later = {str(shuffled.index(i)): str(shuffled.index(i - 1)) for i in range(1, 5)}
    assert found == later


def test_known_times_outweigh_the_order_of_texts():
    days = [f"2020-01-0{9 - i}" for i in range(5)]
    found = parents(pages(VERSIONS, days))
    assert found
    assert all(int(source) > int(target) for target, source in found.items())


def test_signs_change_with_the_sides_and_are_as_many_as_weights():
    for one, other in pairwise(pages(VERSIONS)):
        a, b = view(one), view(other)
        there, back = signs(a, b, align(a.text, b.text).links), signs(b, a, align(b.text, a.text).links)
        assert len(there) == len(WEIGHTS)
        assert there == pytest.approx([-x for x in back])


def test_alike_or_empty_texts_have_no_direction():
    for text in ("", "One line.", PARAGRAPHS[0]):
        a, b = (view(record) for record in pages([text, text]))
        assert by_wording(a, b, align(a.text, b.text).links) == 0.5


def test_a_large_family_is_left_to_its_pairs():
    many = ["\n\n".join([*PARAGRAPHS, f"Note {i} of the clerk: {i * 37} reams were sold."]) for i in range(11)]
    assert len(parents(pages(many))) == 10


def test_two_later_years_and_more_words_make_the_later_text():
    a, b = (view(record) for record in pages(["\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[:5])]))
    assert by_wording(a, b, align(a.text, b.text).links) > 0.5


# What the traits of two texts count.

HEADINGS, NEWS, REPEATED = 16, -3, 24


def sign(one, other, number):
    a, b = view(Record(id="a", text=one)), view(Record(id="b", text=other))
    return signs(a, b, align(a.text, b.text).links)[number]


@pytest.mark.parametrize(
    ("line", "is_one"), [("Rain in the bay", True), ("Rain in the old bay", False), ("Rain in the bay:", False)]
)
def test_a_line_of_four_words_without_an_end_is_a_heading(line, is_one):
    assert sign("Nobody slept there.", f"{line}\n\nNobody slept there.", HEADINGS) == float(is_one)


@pytest.mark.parametrize(("letters", "counts"), [(40, False), (41, True)])
def test_a_line_that_stands_there_twice_has_more_than_forty_letters(letters, counts):
    line = "x" * letters
    assert bool(sign(f"{line}\nRain.", f"{line}\nRain.\n{line}", REPEATED)) is counts


@pytest.mark.parametrize(("words", "share"), [(40, 1.0), (39, 1.0), (41, 40 / 41), (80, 0.5)])
def test_a_text_with_a_word_of_reporting_in_forty_is_news(words, share):
    text = "He said " + " ".join(f"b{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(words - 2)) + "."
    grown = [sign(text, text + "\n\nNobody slept then.", number) for number in (NEWS - 1, NEWS)]
    more = min(1.0, 40 / (words + 3))
    assert grown[1] / grown[0] == pytest.approx((share + more) / 2)
