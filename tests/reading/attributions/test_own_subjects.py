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


def test_what_somebody_is_likely_to_say_is_not_said() -> None:
    text = "Stahl is likely to deny it and say that it is a sham."
    assert source(text, "Stahl", "say", "that it is a sham") == ""


def test_a_participle_goes_on_about_the_subject_and_not_about_an_object_beside_it() -> None:
    text = "The ministry stood firm, taking Stahl to task and suggesting that it was over."
    grammar = Grammar(parse(text))
    words = {word: grammar.lower.index(word) for word in ("ministry", "stood", "taking", "stahl", "suggesting")}
    labels = list(grammar.labels)
    for word, head, label in (
        ("ministry", "stood", "nsubj"),
        ("taking", "stood", "advcl"),
        ("stahl", "taking", "obj"),
        ("suggesting", "taking", "conj"),
    ):
        at, above = words[word], words[head]
        grammar.children[grammar.heads[at]].remove(at)
        grammar.heads[at], labels[at] = above, label
        grammar.children[above].append(at)
    grammar.labels = tuple(labels)
    spans = [
        (text.index(words), text.index(words) + len(words)) for words in ("Stahl", "suggesting", "that it was over")
    ]
    found = with_own_subject(grammar, Draft(*((span,) for span in spans)))
    assert [text[start:end] for start, end in found.source] == ["The ministry"]
