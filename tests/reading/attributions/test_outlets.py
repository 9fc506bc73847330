"""Outlets that no table knows, told by their page."""

import pytest

from copydesk.english.nouns import is_medium
from copydesk.english.speech import points_ahead
from copydesk.reading.attributions.outlets import outlets_of
from copydesk.records import Entity


def outlets(text: str, *names: str, newsroom: tuple[str, ...] = ()) -> set[str]:
    """Return the names of the bodies of a text that are outlets."""
    entities = []
    for name in names:
        starts = [n for n in range(len(text)) if text.startswith(name, n)]
        mentions = tuple((start, start + len(name)) for start in starts)
        entities.append(Entity(id=name, type="ORG", name=name, mentions=mentions))
    return set(outlets_of(text, entities, newsroom))


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Ana Ruiz told BQN the film opens in May. BQN reported a price.", ("BQN",), {"BQN"}),
        ("Ana Ruiz told BQN the film opens in May. BQN asked for more.", ("BQN",), set()),
        ("The firm lost money, Acme reported. Acme reported a loss.", ("Acme",), set()),
        ("In an interview with BQN, Ana Ruiz said so.", ("BQN",), {"BQN"}),
        ("Ana Ruiz told BQN on Friday in an exclusive interview that she left.", ("BQN",), {"BQN"}),
        ("The deal was first reported by BQN.", ("BQN",), {"BQN"}),
        ("BQN first reported the deal.", ("BQN",), {"BQN"}),
        ("One news site, Bqn.example, says it was. Bqn.example reported more.", ("Bqn.example",), {"Bqn.example"}),
        ("She told the FBI that she left. According to the FBI, she did.", ("FBI",), set()),
        ("She told Congress on Monday. Congress reported the bill.", ("Congress",), set()),
        ("The Harbor Reporter has it. BHR and THR say no.", ("The Harbor Reporter", "THR", "BHR"), {"THR"}),
        ("Acme Port Company has it. APC says no.", ("Acme Port Company", "APC"), set()),
    ],
)
def test_an_outlet_is_told_by_what_the_page_says_of_it(text, names, found):
    assert outlets(text, *names) - {"The Harbor Reporter"} == found


def test_the_acronym_of_the_page_s_own_house_is_an_outlet():
    assert outlets("BQN has seen the letter.", "BQN", newsroom=("Bay Quarter News",)) == {"BQN"}
    assert outlets("BQN has seen the letter.", "BQN") == set()


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("here's a look at what each side may want", True),
        ("Here is what we know about the fire", True),
        ("Here are the figures", False),
        ("here in the harbor", False),
        ("“Here's what we want", False),
        ("there's a look in her eyes", False),
    ],
)
def test_words_that_point_the_reader_ahead_are_the_page_s_own(words, ahead):
    assert points_ahead(words) is ahead


@pytest.mark.parametrize(("name", "medium"), [("TVN24", True), ("NTV", True), ("TV", False), ("TVXYZQ", False)])
def test_the_letters_of_a_broadcaster_are_an_outlets(name: str, medium: bool) -> None:
    assert is_medium(name) is medium
