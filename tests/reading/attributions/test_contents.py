"""What was said ends where it ends: with its noun's clause, its speaker's sentence, its own paragraph."""

import pytest

from copydesk.english.quotations import pair_quotes
from copydesk.language import parse
from copydesk.reading.attributions.drafts import Draft, paragraphs_of
from copydesk.reading.attributions.saying_clauses import with_coordinated, with_inner
from copydesk.reading.attributions.tidying import tidy
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Span


def at(text: str, *words: str) -> tuple[Span, ...]:
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


def content(text: str, draft: Draft) -> str:
    return " … ".join(text[start:end] for start, end in draft.content)


def tidied(text: str, source: str, cue: str, *said: str) -> str:
    """Return the content of a draft, tidied."""
    paragraphs = paragraphs_of(text)
    draft = Draft(at(text, source), at(text, cue), at(text, *said))
    return content(text, tidy(text, draft, paragraphs, pair_quotes(text, paragraphs), Grammar(parse(text))))


def test_what_is_said_of_a_view_is_not_in_it() -> None:
    text = "The mayor's claim that the bridges are safe is not shared by many engineers."
    assert tidied(text, "The mayor", "claim", "that the bridges are safe is not shared by many engineers") == (
        "that the bridges are safe"
    )


def test_a_quotation_of_the_paragraph_before_is_no_part_of_what_is_told_without_marks() -> None:
    text = "“It will help them a lot.”\n\nRuiz said her coats are made in Porth."
    assert tidied(text, "Ruiz", "said", "“It will help them a lot.”", "her coats are made in Porth") == (
        "her coats are made in Porth"
    )


def test_a_quotation_of_the_paragraph_before_stays_where_the_cue_says_nothing_else() -> None:
    text = "“It will help them a lot.”\n\n“So we go on,” Ruiz said."
    both = "“It will help them a lot.”", "“So we go on,”"
    assert tidied(text, "Ruiz", "said", *both) == " … ".join(both)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The bank said it was against the plan and warned traders to sell no more bonds.",
            ["it was against the plan", "traders to sell no more bonds"],
        ),
        (
            "The bank said Ruiz was against the plan and warned traders to sell no more bonds.",
            ["Ruiz was against the plan and warned traders to sell no more bonds"],
        ),
    ],
)
def test_who_says_and_warns_warns_too_where_the_clause_is_about_the_speaker(text: str, contents: list[str]) -> None:
    grammar = Grammar(parse(text))
    warned = grammar.lower.index("warned")
    grammar.heads[warned] = grammar.lower.index("plan")  # as the parser mostly has it on a page
    grammar.labels = tuple("conj" if word == warned else label for word, label in enumerate(grammar.labels))
    said = text[text.index("said") + 5 : -1]
    drafts = with_coordinated(grammar, [Draft(at(text, "The bank"), at(text, "said"), at(text, said))])
    assert [content(text, draft) for draft in drafts] == contents


def test_who_tells_of_a_saying_tells_of_its_speaker_too() -> None:
    text = "Ruiz told the police that she ran home, according to the clerk."
    inner = Draft(at(text, "Ruiz"), at(text, "told"), at(text, "that she ran home"))
    outer = Draft(at(text, "the clerk"), at(text, "according to"), at(text, "that she ran home"))
    assert [content(text, draft) for draft in with_inner(text, [inner, outer])] == [
        "that she ran home",
        "Ruiz told the police that she ran home",
    ]


@pytest.mark.parametrize(("length", "joined"), [(120, True), (121, False)])
def test_an_inner_saying_begins_a_hundred_and_twenty_characters_before_its_words(length: int, joined: bool) -> None:
    lead = "Ruiz told " + "x" * (length - 11) + " "
    text = f"{lead}that she ran home, according to the clerk."
    inner = Draft(at(text, "Ruiz"), at(text, "told"), at(text, "that she ran home"))
    outer = Draft(at(text, "the clerk"), at(text, "according to"), at(text, "that she ran home"))
    assert (with_inner(text, [inner, outer])[1].content[0][0] == 0) is joined


def test_a_second_deed_of_the_speaker_is_not_what_was_said() -> None:
    text = "The state said that they were felons and struck them off the rolls."
    grammar = Grammar(parse(text))
    struck, said = grammar.lower.index("struck"), grammar.lower.index("said")
    grammar.children[grammar.heads[struck]].remove(struck)
    grammar.heads[struck] = said
    grammar.children[said].append(struck)
    grammar.labels = tuple("conj" if word == struck else label for word, label in enumerate(grammar.labels))
    draft = Draft(at(text, "The state"), at(text, "said"), ((text.index("that"), len(text) - 1),))
    assert content(text, tidy(text, draft, paragraphs_of(text), (), grammar)) == "that they were felons"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“It is late.\n\n“It is cold. We go,” Ruiz said.", "“It is late. … “It is cold. We go,”"),
        ("Holt said, “It is late.\n\n“It is cold. We go,” Ruiz said.", "“It is cold. We go,”"),
        ('"It is late.\n\n“It is cold. We go,” Ruiz said.', "We go,”"),
    ],
)
def test_a_quotation_over_paragraphs_is_told_whole_where_no_other_speaks_in_it(text: str, whole: str) -> None:
    assert tidied(text, "Ruiz said"[:4], "said.", "We go,”") == whole


@pytest.mark.parametrize(
    ("text", "said", "own"),
    [
        ("“Don't you do it,” until shots fell", "“Don't you do it,” until shots fell", "“Don't you do it,”"),
        ("that it must come “at once.” Ruiz plans a visit", "that it must come “at once.” Ruiz plans a visit", None),
        ("“The only way is jail time” for all of them", "“The only way is jail time” for all of them", ""),
    ],
)
def test_what_follows_a_quotation_that_is_over_was_not_said(text: str, said: str, own: str | None) -> None:
    text = f"She said {text}."
    own = "that it must come “at once.”" if own is None else own or said
    assert tidied(text, "She", "said", said) == own


def test_a_past_form_under_a_modal_is_the_speaker_s_own_deed() -> None:
    text = "Ruiz said she would order a review and warned against delays."
    grammar = Grammar(parse(text))
    warned, order = grammar.lower.index("warned"), grammar.lower.index("order")
    grammar.children[grammar.heads[warned]].remove(warned)
    grammar.heads[warned] = order
    grammar.children[order].append(warned)
    grammar.labels = tuple("conj" if word == warned else label for word, label in enumerate(grammar.labels))
    draft = Draft(at(text, "Ruiz"), at(text, "said"), ((text.index("she"), len(text) - 1),))
    assert content(text, tidy(text, draft, paragraphs_of(text), (), grammar)) == "she would order a review"


def test_a_saying_that_is_joined_to_the_cue_is_told_by_itself() -> None:
    text = "Ruiz stressed her love of Porth and said that she will stay."
    grammar = Grammar(parse(text))
    said, stressed = grammar.lower.index("said"), grammar.lower.index("stressed")
    assert grammar.heads[said] == stressed
    draft = Draft(at(text, "Ruiz"), at(text, "stressed"), ((text.index("her"), len(text) - 1),))
    assert [content(text, one) for one in with_coordinated(grammar, [draft])] == [
        "her love of Porth",
        "that she will stay",
    ]


def test_both_sides_of_a_clause_that_its_cue_breaks_were_said() -> None:
    text = "The rail would be looked at, Ruiz said, to see if it had held."
    assert (
        tidied(text, "Ruiz", "said", "to see if it had held") == "The rail would be looked at … to see if it had held"
    )
    assert tidied(text, "Ruiz", "said", "The rail would be looked at") == (
        "The rail would be looked at … to see if it had held"
    )


def test_a_content_does_not_go_on_into_the_next_paragraph() -> None:
    text = "Ruiz says the summit should go on\n\nCritics warn the president again"
    assert tidied(text, "Ruiz", "says", text[10:]) == "the summit should go on"


@pytest.mark.parametrize(("more", "whole"), [(0, True), (1, False)])
def test_a_clause_that_is_too_long_to_be_added_is_not_cut_within(more: int, whole: bool) -> None:
    tail = "because " + "very " * (21 + more) + "old rails broke"
    text = f"Ruiz said the summit should go on {tail}."
    grammar = Grammar(parse(text))
    first, broke = grammar.lower.index("because"), grammar.lower.index("broke")
    should = grammar.lower.index("go")
    labels = list(grammar.labels)
    for word in range(first, broke):
        grammar.heads[word] = broke
    grammar.heads[broke], labels[broke] = should, "advcl"
    grammar.labels = tuple(labels)
    draft = Draft(at(text, "Ruiz"), at(text, "said"), at(text, "the summit should go on"))
    said = content(text, tidy(text, draft, paragraphs_of(text), (), grammar))
    assert said == ("the summit should go on " + tail if whole else "the summit should go on")
