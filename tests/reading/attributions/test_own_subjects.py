"""A cue's own subject, and who is made to speak, go before the nearest person."""

import pytest

from copydesk.language import parse
from copydesk.reading.attributions.drafts import Draft
from copydesk.reading.attributions.own_subjects import is_question, with_own_subject
from copydesk.reading.attributions.verb_grammar import Grammar


def source(text: str, source: str, cue: str, content: str) -> str:
    """Return the words of the source that a draft ends with."""

    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    found = with_own_subject(Grammar(parse(text)), Draft(at(source), at(cue), at(content))).source
    return " … ".join(text[start:end] for start, end in found)


@pytest.mark.parametrize(
    ("text", "tagged", "cue", "content", "own"),
    [
        ("The decree signed by the pope said that all pay.", "the pope", "said", "that all pay", "The decree"),
        ("Her petition to a court noted that he left.", "Her", "noted", "that he left", "Her petition to a court"),
        ("The mayor forced Stahl to admit that he had lied.", "The mayor", "to admit", "that he had lied", "Stahl"),
    ],
)  # fmt: skip
def test_the_source_is_whom_the_tree_gives_the_cue(text: str, tagged: str, cue: str, content: str, own: str) -> None:
    assert source(text, tagged, cue, content) == own


def test_who_is_asked_to_say_something_has_not_said_it_and_nor_has_who_asks() -> None:
    assert source("The mayor urged Stahl to admit that he had lied.", "The mayor", "to admit", "that he had lied") == ""


@pytest.mark.parametrize(
    ("text", "tagged", "cue", "content"),
    [
        ("Ana Ruiz promised voters to say what it cost.", "Ana Ruiz", "to say", "what it cost"),
        ("The lawyer for Ana Ruiz said that it was over.", "Ana Ruiz", "said", "that it was over"),
        ("Ruiz's lawyer said that it was over.", "Ruiz's lawyer", "said", "that it was over"),
        ("It was over, the bishop said.", "the bishop", "said", "It was over"),
    ],
)
def test_other_sources_stay(text: str, tagged: str, cue: str, content: str) -> None:
    assert source(text, tagged, cue, content) == tagged


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Who said that it will be loud?", True), ("Those who said that it will be loud left.", False)],
)
def test_who_is_asked_for_is_nobody(text: str, asked: bool) -> None:
    at = text.lower().index("who")
    draft = Draft(((at, at + 3),), ((at + 4, at + 8),), ((at + 9, at + 29),))
    assert is_question(Grammar(parse(text)), draft) is asked


def test_who_is_dared_to_say_something_has_not_said_it() -> None:
    assert source("The mayor dared Stahl to say that he had lied.", "Stahl", "to say", "that he had lied") == ""
