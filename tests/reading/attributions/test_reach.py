"""How far an attribution's parts are looked for, how long they are, and how many: at the edge of each bound."""

import dataclasses

import numpy as np
import pytest

from copydesk.language import Document
from copydesk.language.document import Argument
from copydesk.reading.attributions import (
    anonymity,
    assembly,
    describe,
    joining,
    own_subjects,
    pronouns,
    relays,
    rules,
    saying_clauses,
    source_resolution,
    tidying,
    with_posts,
)
from copydesk.reading.attributions.acts import ContentForm, act_of, content_form
from copydesk.reading.attributions.agents import with_agent
from copydesk.reading.attributions.cues import CueReading
from copydesk.reading.attributions.drafts import Draft
from copydesk.reading.attributions.evidence import Piece
from copydesk.reading.attributions.halves import with_halves
from copydesk.reading.attributions.joining import Joined
from copydesk.reading.attributions.outlets import outlets_of
from copydesk.reading.attributions.page_lookup import first_position, page_of
from copydesk.reading.attributions.source_resolution import classify_source
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Attribution, Block, Content, Cue, Entity, Record, Source
from tests.reading.entities.trees import tree


def chain(length: int, label: str, tag: str = "VERB", words: dict[int, str] | None = None) -> Grammar:
    """The tree of words of which each hangs on the one before."""
    names = words or {}
    rows = [f"{names.get(0, 'w0')}/{tag}/0/root"]
    rows += [f"{names.get(n, f'w{n}')}/{tag}/{n}/{label}" for n in range(1, length)]
    return Grammar(tree(" ".join(rows), names={}))


# What kind of act it is, by how much is said.


def act(lemma: str, kind: str, words: int, speech: str = "direct", last: str = "so", **more: object) -> str:
    form = ContentForm(words, speech, False, False, frozenset(), "so", last, **more)  # type: ignore[arg-type]
    return act_of(CueReading(0, lemma, "neutral", False), [lemma], kind, True, form)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lemma", "kind", "words", "says"),
    [
        ("whistle", "document", 3, "act"), ("whistle", "document", 4, "document"),
        ("post", "named-person", 3, "act"), ("post", "named-person", 4, "said"),
        ("whistle", "named-person", 7, "act"), ("whistle", "named-person", 8, "said"),
        ("think", "named-person", 8, "thought"), ("think", "named-person", 9, "said"),
    ],
)  # fmt: skip
def test_four_quoted_words_say_something_and_eight_whatever_the_verb(
    lemma: str, kind: str, words: int, says: str
) -> None:
    assert act(lemma, kind, words) == says


@pytest.mark.parametrize(("words", "says"), [(7, "act"), (8, "said")])
def test_a_set_phrase_of_less_than_eight_words_tells_nothing(words: int, says: str) -> None:
    assert act("say", "named-person", words, "indirect", last="piece") == says


@pytest.mark.parametrize(("count", "clause"), [(4, False), (5, True)])
def test_without_a_tree_more_than_four_words_are_a_clause(count: int, clause: bool) -> None:
    assert content_form(None, [], ["piers"] * count, "indirect").clause is clause


# Agents for sources that the tagger missed.


def agent(words: int, score: float = 0.9) -> Joined:
    """The attribution whose cue has an agent of so many words."""
    rows = [f"grey/ADJ/{words}/amod"] * (words - 1)
    document = tree(
        " ".join([*rows, f"board/NOUN/{words + 1}/nsubj said/VERB/0/root so/ADV/{words + 1}/obj"]), names={}
    )
    found: Document = dataclasses.replace(
        document,
        arguments={words: {"ARG0": Argument(words - 1, score)}},
        role_scores=np.full((words + 2, 3), 0.5),
    )
    return with_agent(found, Joined(None, Piece(words, words + 1, 0.9), (Piece(words + 1, words + 2, 0.9),)))


@pytest.mark.parametrize(("words", "found"), [(19, True), (20, True), (21, False)])
def test_an_agent_has_twenty_words_at_most(words: int, found: bool) -> None:
    assert (agent(words).source is not None) is found


@pytest.mark.parametrize(("score", "found"), [(0.49, False), (0.5, True), (0.51, True)])
def test_an_agent_is_a_source_where_it_is_as_likely_as_not(score: float, found: bool) -> None:
    assert (agent(3, score).source is not None) is found


# Halves of a quotation.


@pytest.mark.parametrize(("between", "whole"), [(199, True), (200, True), (201, False)])
def test_two_halves_of_a_quotation_have_two_hundred_characters_between_them(between: int, whole: bool) -> None:
    first, second = "“If they stay,”", "“we stay.”"
    cue = " said Ana Ruiz of Karlo " + "x" * (between - 26) + ", "
    text = first + cue + second
    at = len(first)
    draft = Draft(((at + 6, at + 14),), ((at + 1, at + 5),), ((0, at),))
    (found,) = with_halves(text, [draft], [(0, at), (len(text) - len(second), len(text))])
    assert (len(found.content) == 2) is whole


# Candidates for joins.


@pytest.mark.parametrize("name", ["SOURCE_REACH", "CUE_REACH"])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(("beyond", "near"), [(-1, True), (0, True), (1, False)])
def test_sources_are_looked_for_sixty_words_off_and_cues_a_hundred_and_twenty(
    name: str, before: bool, beyond: int, near: bool
) -> None:
    reach = {"SOURCE_REACH": 60, "CUE_REACH": 120}[name] + beyond
    one = Piece(200, 201, 0.9)
    other = Piece(200 - reach - 1, 200 - reach, 0.9) if before else Piece(201 + reach, 202 + reach, 0.9)
    assert bool(joining._near(one, [other], getattr(joining, name))) is near


@pytest.mark.parametrize(("count", "kept"), [(11, 11), (12, 12), (13, 12)])
def test_of_many_candidates_the_twelve_nearest_are_weighed(count: int, kept: int) -> None:
    others = [Piece(n, n + 1, 0.9) for n in range(count)]
    assert joining._near(Piece(50, 51, 0.9), others, 60) == others[-kept:]


# Walks in the tree.


@pytest.mark.parametrize(("length", "above"), [(200, 199), (201, 200), (202, 200)])
def test_a_tree_is_climbed_two_hundred_words_high(length: int, above: int) -> None:
    assert len([*chain(length, "nmod").above(length - 1)]) == above


@pytest.mark.parametrize(("clauses", "found"), [(4, True), (5, True), (6, False)])
def test_a_subject_is_looked_for_six_clauses_up(clauses: int, found: bool) -> None:
    rows = ["Ana/PROPN/2/nsubj said/VERB/0/root"] + [f"go/VERB/{n + 2}/conj" for n in range(clauses)]
    assert (Grammar(tree(" ".join(rows), names={})).subject(clauses + 1) is not None) is found


@pytest.mark.parametrize(("verbs", "to_come"), [(3, True), (4, True), (5, False)])
def test_what_is_to_come_is_looked_for_over_four_joined_verbs(verbs: int, to_come: bool) -> None:
    rows = ["likely/ADJ/0/root to/PART/3/mark deny/VERB/1/xcomp"]
    rows += [f"call/VERB/{n + 3}/conj" for n in range(verbs)]
    grammar = Grammar(tree(" ".join(rows), names={}))
    assert own_subjects.is_to_come(grammar, verbs + 2) is to_come


@pytest.mark.parametrize(("between", "found"), [(38, True), (39, True), (40, False)])
def test_whom_a_medium_cites_is_looked_for_forty_words_behind_the_cue(between: int, found: bool) -> None:
    rows = ["Xinhua/PROPN/2/nsubj reported/VERB/0/root", *["so/ADV/2/advmod"] * between]
    rows.append(f"citing/VERB/2/advcl Ruiz/PROPN/{between + 3}/obj")
    grammar = Grammar(tree(" ".join(rows), names={}))
    assert (relays.find_cited(grammar, 1, (0, 1), len(grammar.words)) is not None) is found


# Paragraphs.


def test_whom_a_word_stands_for_is_looked_for_in_four_paragraphs_with_its_own() -> None:
    text = "\n\n".join(f"Paragraph {number}." for number in range(7))
    at = text.index("6")
    assert text[first_position(page_of(text, ()), at) :].split("\n\n", 1)[0].strip() in ("", "Paragraph 3.")
    assert text[: first_position(page_of(text, ()), at)].endswith("Paragraph 2.")


# Why a name is withheld.


@pytest.mark.parametrize(("before", "found"), [(262, True), (263, True), (264, False)])
def test_a_reason_for_anonymity_begins_260_characters_behind_the_source(before: int, found: bool) -> None:
    asked = " on condition of anonymity "
    text = "The official" + " and" * 80
    text = text[: before - len(asked)] + asked + "because he feared it."
    assert text.index("because") == before
    assert (anonymity.anonymity_reason(text, (0, 12)) is not None) is found


@pytest.mark.parametrize(("between", "found"), [(43, True), (44, False)])
def test_a_name_is_said_to_be_changed_within_sixty_characters(between: int, found: bool) -> None:
    assert anonymity.is_pseudonym("Ana" + " " * between + "not her real name", (0, 3)) is found


@pytest.mark.parametrize(("letters", "found"), [(52, True), (53, False)])
def test_the_sentence_beside_names_the_source_within_sixty_characters(letters: int, found: bool) -> None:
    text = f"An officer spoke. {'X' * letters} officer required anonymity because of the law."
    assert (anonymity.anonymity_reason(text, (0, 10)) is not None) is found


# What stands inside what another says.


def drafts(between: int, before: bool) -> list[Draft]:
    """A draft that stands inside another, with so many drafts between them."""
    inner, outer = Draft(((5, 8),), ((9, 12),), ((13, 20),)), Draft(((40, 43),), ((44, 47),), ((0, 30),))
    rest = [Draft(((100, 103),), ((104, 107),), ((110, 120),))] * between
    return [outer, *rest, inner] if before else [inner, *rest, outer]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(("between", "inside"), [(22, True), (23, True), (24, False)])
def test_what_another_says_is_one_of_24_attributions_before_or_after(between: int, inside: bool, before: bool) -> None:
    found = assembly._nesting(drafts(between, before))
    assert (found[-1 if before else 0] is not None) is inside


@pytest.mark.parametrize(("lead", "whole"), [(119, True), (120, True), (121, False)])
def test_an_inner_saying_has_120_characters_before_what_was_said(lead: int, whole: bool) -> None:
    start = "Ana told the clerk "
    text = start + "x" * (lead - len(start)) + "she ran, according to Bo"
    content = (lead, lead + 7)
    inner, outer = (
        Draft(((0, 3),), ((4, 8),), (content,)),
        Draft(((lead + 22, lead + 24),), ((lead + 9, lead + 21),), (content,)),
    )
    assert saying_clauses.with_inner(text, [inner, outer])[1].content == (((0, lead + 7),) if whole else (content,))


@pytest.mark.parametrize(("words", "found"), [(2, False), (3, True), (4, True)])
def test_a_clause_that_is_said_has_three_words(words: int, found: bool) -> None:
    head = words + 2
    rows = [f"boats/NOUN/{head}/nsubj", *[f"so/ADV/{head}/advmod"] * (words - 2), "go/VERB/2/ccomp"]
    grammar = Grammar(tree(" ".join(["Ana/PROPN/2/nsubj said/VERB/0/root", *rows]), names={}))
    assert bool(saying_clauses.find_clausal(grammar, [], [])) is found


# Contents that are made whole.


@pytest.mark.parametrize(("between", "beside"), [(39, True), (40, True), (41, False)])
def test_who_was_told_stands_within_forty_characters_before_a_quotation(between: int, beside: bool) -> None:
    text = "Ana told" + " " + "x" * (between - 1) + "“It is loud.”"
    draft = Draft(((0, 3),), ((4, 8),), ((8 + between, len(text)),))
    assert tidying._is_beside(text, (8 + between, len(text)), draft) is beside


@pytest.mark.parametrize(("more", "added"), [(24, 24), (25, 25), (26, 0)])
def test_a_content_grows_by_25_words_to_its_clauses_end(more: int, added: int) -> None:
    rows = ["Ana/PROPN/2/nsubj said/VERB/0/root boats/NOUN/4/nsubj go/VERB/2/ccomp"]
    rows += [f"so{n}/NOUN/4/obl" for n in range(more)]
    grammar = Grammar(tree(" ".join(rows), names={}))
    content = grammar.document.span(2, 4)
    draft = Draft((grammar.document.span(0, 1),), (grammar.document.span(1, 2),), (content,))
    grown = tidying._to_clause_end(grammar.document.text, content, draft, grammar)
    assert grown == grammar.document.span(2, 4 + added)


# Sources by rules, and who is behind them.


@pytest.mark.parametrize(("words", "found"), [(13, True), (14, True), (15, False)])
def test_by_rules_a_source_has_fourteen_words(words: int, found: bool) -> None:
    text = f"“The pier is loud and old,” said the {'grey ' * (words - 2)}baker."
    assert bool(rules.find(text, ((0, len(text)),))) is found


@pytest.mark.parametrize(("size", "found"), [(1499, True), (1500, True), (1501, False)])
def test_by_rules_a_sentence_of_1500_characters_is_read(size: int, found: bool) -> None:
    start, end = "“The pier is ", "loud,” said Ana Ruiz."
    text = start + "x" * (size - len(start) - len(end) - 1) + " " + end
    assert len(text) == size
    assert bool(rules.find(text, ((0, len(text)),))) is found


@pytest.mark.parametrize(("words", "fits"), [("the minister", False), ("the interior minister", True)])
def test_three_words_fit_one_holder_of_an_office_that_many_hold(words: str, fits: bool) -> None:
    assert classify_source(page_of(words, ()), (0, len(words))).identifiable is fits


@pytest.mark.parametrize(("steps", "joined"), [(3, True), (4, True), (5, False)])
def test_a_name_is_joined_over_four_words(steps: int, joined: bool) -> None:
    rows = ["he/PRON/0/root mayor/NOUN/1/conj", *[f"Ana/PROPN/{n + 2}/flat" for n in range(steps)]]
    grammar = Grammar(tree(" ".join(rows), names={}))
    assert source_resolution._joined_to(grammar, steps + 1, 0) is joined


@pytest.mark.parametrize("sentences", [2, 3, 4])
def test_whom_a_pronoun_stands_for_is_looked_for_in_three_sentences_before(sentences: int) -> None:
    document = tree(*["Ana/PROPN/2/nsubj slept/VERB/0/root"] * (sentences + 1), names={})
    page = page_of(document.text, (), Grammar(document))
    at = document.span(2 * sentences, 2 * sentences + 1)[0]
    assert len(pronouns._subjects_before(page, at, 0)) == min(3, sentences)


# Outlets.


@pytest.mark.parametrize(("letters", "found"), [(5, True), (6, False)])
def test_who_gives_an_interview_is_told_within_48_characters(letters: int, found: bool) -> None:
    text = f"She told BQN aaaaaaaaaaaa bbbbbbbbbbbb in an {'c' * letters} interview that it is loud."
    entity = Entity(id="e1", type="ORG", name="BQN", mentions=((9, 12),))
    assert bool(outlets_of(text, [entity])) is found


@pytest.mark.parametrize(("others", "found"), [(49, True), (50, False)])
def test_a_name_may_be_short_for_one_of_fifty_outlets(others: int, found: bool) -> None:
    names = [*(f"Karlo{n} Times" for n in range(others)), "Bay Quay News", "BQN"]
    entities = [Entity(id=name, type="ORG", name=name, mentions=()) for name in names]
    assert ("BQN" in outlets_of("", entities)) is found


# Posts, and what is shown.


@pytest.mark.parametrize(("covered", "told"), [(49, True), (50, False), (51, False)])
def test_a_post_of_which_half_is_told_already_is_not_told_again(covered: int, told: bool) -> None:
    said = Attribution(id="a1", source=Source(kind="named-person", spans=((110, 113),)), cue=Cue(),
                       content=Content(spans=((0, covered),), speech="direct"), act="said")  # fmt: skip
    post = Block(span=(0, 100), kind="post", author="Per Lund")
    assert (len(with_posts([said], [post], (), 200)) == 2) is told


@pytest.mark.parametrize(("size", "shown"), [(159, 159), (160, 160), (161, 160)])
def test_160_characters_of_what_was_said_are_shown(size: int, shown: int) -> None:
    record = Record(id="r", text="Ana said " + "x" * size)
    said = Attribution(id="a1", source=Source(kind="named-person", spans=((0, 3),)), cue=Cue(spans=((4, 8),)),
                       content=Content(spans=((9, 9 + size),), speech="indirect"), act="said")  # fmt: skip
    line = describe(record, said)
    assert len(line.removeprefix("Ana said ")) == shown
    assert line.endswith("…") is (size > 160)
