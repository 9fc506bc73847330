"""Thresholds of events that were set by hand: what happens just under them, at them and over them, on made values."""

from types import SimpleNamespace

import numpy as np
import pytest
from reading.events.made import chain, one_word, spread, tree_of

from copydesk.language import Argument, Document
from copydesk.language.event_heads import KINDS, MODES, RELATIVES, STATUSES, TYPES
from copydesk.reading.events import (
    causes,
    contexts,
    event_places,
    participant_ties,
    participants,
    predicates,
    salience,
    status,
    timing,
    toll,
)
from copydesk.reading.events import type_choice as event_types
from copydesk.reading.events.clues import Clue, clues_of
from copydesk.reading.events.event_coreference import stem_of
from copydesk.reading.events.timing import TimeTable
from copydesk.records import Quantity, Time

# Times


@pytest.mark.parametrize(
    ("words", "value", "coming"),
    [
        ("Monday", "2023-04-19", "2023-04-26"),
        ("Monday", "2023-04-20", "2023-04-20"),
        ("Monday", "2023-04-17TEV", "2023-04-24TEV"),
        ("Monday", "2023-04", "2023-04"),
        ("last Monday", "2023-04-17", "2023-04-17"),
    ],
)
def test_a_weekday_alone_before_the_page_is_the_next_where_it_is_to_come(words, value, coming):
    tree = chain(len(words.split()), words=words)
    time = Time(span=(0, len(words)), type="DATE", value=value)
    assert timing.coming(tree, 0, time, "2023-04-20").value == coming


@pytest.mark.parametrize(
    ("value", "day", "over"),
    [("2023-04-19", "2023-04-20", True), ("2023-04-20", "2023-04-20", False), ("2023-03", "2023-04-20", False),
     ("2023-W12", "2023-04-20", False), ("2023-04-19", "2023-04", False), ("2023-04-19", None, False)],
)  # fmt: skip
def test_a_day_before_the_page_is_over(value, day, over):
    assert timing.is_over(Time(span=(0, 1), type="DATE", value=value), day) is over


# Predicates


@pytest.mark.parametrize(("chance", "found"), [(0.49, 0), (0.5, 1), (0.51, 1)])
def test_a_word_is_a_predicate_from_a_probability_on(chance, found):
    assert len(predicates.find_predicates(tree_of("met", [0], "root", "VERB", events=chance))) == found


@pytest.mark.parametrize(("told", "found"), [(0.149, 0), (0.1501, 1), (0.2, 1)])
def test_a_sentence_tells_of_something_from_a_probability_on(told, found):
    read = {"news": np.array([[1 - told, told]] * 3, dtype=np.float32)}
    tree = tree_of("They met .", [1, 1, 1], "nsubj root punct", "PRON VERB PUNCT", read)
    assert len(predicates.find_predicates(tree)) == found


@pytest.mark.parametrize(("width", "lines", "verse"), [(49, 2, True), (50, 2, True), (51, 2, False), (50, 1, False)])
def test_short_lines_in_one_sentence_are_verse(width, lines, verse):
    text = "\n".join(["A" * width] * lines) + "."
    text = text[: len(text) - 1] if lines > 1 else text
    document = Document(text=text, tokens=np.array([[0, len(text)]], dtype=np.int32))
    assert predicates._is_verse(document, 0, 1) is verse


# Salience


@pytest.mark.parametrize(
    ("words", "sentences", "share"),
    [(10, 4, 0), (10, 5, 1 / 8), (12, 11, 7 / 8), (12, 12, 1), (13, 13, 1), (90, 1, 0), (91, 1, 1 / 170), (260, 1, 1)],
)
def test_how_long_a_text_is_between_its_bounds(words, sentences, share):
    cuts = [[number, number + 1] for number in range(sentences - 1)] + [[sentences - 1, words]]
    tree = tree_of("w " * words, range(words), "root " * words, sentences=cuts)
    assert salience.length(tree) == pytest.approx(share)
    assert salience.threshold(tree, 0.4) == pytest.approx(0.4 + share * (0.62 - 0.4))


@pytest.mark.parametrize(("sentences", "news"), [(3, True), (4, True), (5, False)])
def test_in_a_short_text_nobody_need_take_part(sentences, news):
    tree = tree_of("met " * sentences, range(sentences), "root " * sentences, "VERB " * sentences,
                   sentences=[[number, number + 1] for number in range(sentences)])  # fmt: skip
    told = salience.may_be_news(
        tree, 0, type="CONSULT", kind=None, status="expected", relative="news", has_participant=False,
        has_named_actor=False, said=False,
    )  # fmt: skip
    assert told is news


def long_text(sentences=12):
    return tree_of("met " * sentences, range(sentences), "root " * sentences, "VERB " * sentences,
                   sentences=[[number, number + 1] for number in range(sentences)])  # fmt: skip


@pytest.mark.parametrize(("sentence", "news"), [(1, True), (2, True), (3, False)])
def test_in_the_lead_of_a_long_page_what_happened_to_nobody_known_is_news(sentence, news):
    told = salience.may_be_news(
        long_text(), sentence, type=None, kind="accident", status="happened", relative="news", has_participant=False,
        has_named_actor=False, said=False,
    )  # fmt: skip
    assert told is news


@pytest.mark.parametrize(("sentence", "back"), [(4, False), (5, True), (6, True)])
def test_far_into_a_long_page_a_happening_of_no_kind_is_no_news(sentence, back):
    assert salience.stands_back(long_text(), [sentence], None, dated=False) is back


def test_what_has_a_kind_or_a_day_or_is_told_again_or_stands_in_a_short_text_is_judged_as_before():
    assert not salience.stands_back(long_text(), [7], "sport", dated=False)
    assert not salience.stands_back(long_text(), [7], None, dated=True)
    assert not salience.stands_back(long_text(), [7, 9], None, dated=False)
    assert not salience.stands_back(long_text(11), [7], None, dated=False)


# Types and kinds


@pytest.mark.parametrize(("chance", "kind"), [(0.59, None), (0.6, "sport"), (0.61, "sport")])
def test_a_kind_is_told_from_a_probability_on(chance, kind):
    tree = one_word(kind=spread(KINDS, "sport", chance), news=[1, 0])
    assert event_types.type_of(tree, 0, SimpleNamespace(weights=SimpleNamespace(type_sure=0.5))).kind == kind


def typed(monkeypatch, chance=0.9, news=0.0, long=0.0, sure=0.5, own=0.9):
    """Return the type of a word whose likeliest type is CONSULT."""
    logs = [float(np.log(value)) for value in spread(TYPES, "CONSULT", chance)]
    monkeypatch.setattr(event_types, "scores", lambda tree, word, models: logs)
    monkeypatch.setattr(event_types, "length", lambda tree: long)
    tree = one_word(
        kind=spread(KINDS, "sport", 0.1),
        news=[news, 1 - news],
        mode=spread(MODES, MODES[0], 0.9),
        type=spread(TYPES, "CONSULT", own),
    )
    return event_types.type_of(tree, 0, SimpleNamespace(weights=SimpleNamespace(type_sure=sure))).type


@pytest.mark.parametrize(
    ("own", "long", "found"),
    [(0.01, 0, "CONSULT"), (0.19, 1, None), (0.2001, 1, "CONSULT"), (0.09, 0.5, None), (0.11, 0.5, "CONSULT")],
)
def test_on_a_long_page_the_model_alone_gives_a_word_its_type(monkeypatch, own, long, found):
    assert typed(monkeypatch, own=own, long=long) == found


@pytest.mark.parametrize(
    ("news", "long", "found"),
    [(0.69, 0, "CONSULT"), (0.71, 0, None), (0.249, 1, "CONSULT"), (0.251, 1, None)],
)
def test_what_is_hardly_an_event_has_no_type(monkeypatch, news, long, found):
    assert typed(monkeypatch, news=news, long=long) == found


@pytest.mark.parametrize(
    ("chance", "long", "found"),
    [(0.49, 0, None), (0.51, 0, "CONSULT"), (0.74, 1, None), (0.76, 1, "CONSULT"), (0.62, 0.5, None)],
)
def test_a_type_is_told_where_sure_and_on_a_long_page_surer(monkeypatch, chance, long, found):
    assert typed(monkeypatch, chance=chance, long=long) == found


@pytest.mark.parametrize(
    ("chance", "told", "mode"),
    [
        (0.59, (), None), (0.6, (), "meet"), (0.61, (), "meet"),
        (0.04, ("CONSULT/meet",), None), (0.06, ("CONSULT/meet",), "meet"),
        (0.06, ("CONSULT/meet", "CONSULT/visit"), None),
    ],
)  # fmt: skip
def test_a_mode_is_told_where_the_model_is_sure_or_the_word_tells_it(chance, told, mode):
    chances = np.array(spread(MODES, "CONSULT/meet", chance), dtype=np.float64)
    assert event_types._mode(chances, "CONSULT", told) == mode


@pytest.mark.parametrize(
    ("words", "mean", "sport"), [(5, 0.099, False), (5, 0.1001, True), (5, 0.11, True), (4, 0.9, False), (6, 0.9, True)]
)
def test_a_page_is_of_sport_by_its_predicates(words, mean, sport):
    read = {"kind": np.array([spread(KINDS, "sport", mean)] * words, dtype=np.float32)}
    tree = tree_of("met " * words, range(words), "root " * words, happenings=read)
    assert event_types.is_of_sport(tree, range(words)) is sport


# Status


def status_at(monkeypatch, chance, name="happened", clues=()):
    logs = [float(np.log(value)) for value in spread(STATUSES, name, chance)]
    monkeypatch.setattr(status, "scores", lambda *_: logs)
    models = SimpleNamespace(weights=SimpleNamespace(doubt=2.0), status=SimpleNamespace(share=lambda clue, best: 1.0))
    return status.status_of(one_word(), 0, clues, models)[0]


@pytest.mark.parametrize(("chance", "found"), [(0.33, None), (0.3401, "happened"), (0.35, "happened")])
def test_a_status_is_told_from_a_probability_on(monkeypatch, chance, found):
    assert status_at(monkeypatch, chance) == found


def test_nothing_is_denied_without_a_word_that_denies(monkeypatch):
    assert status_at(monkeypatch, 0.9, "denied") is None
    assert status_at(monkeypatch, 0.9, "denied", [Clue("negated.argument", 0)]) == "denied"


@pytest.mark.parametrize(("weights", "shown"), [((0.29,), 0), ((0.3,), 0), ((0.31,), 1), ((1, 1, 1), 3), ((1,) * 4, 3)])
def test_the_strongest_clues_are_shown_three_at_most(weights, shown):
    tree = tree_of("w " * len(weights), range(len(weights)), "root " * len(weights))
    clues = [Clue(f"modal.{number}", number) for number in range(len(weights))]
    models = SimpleNamespace(status=SimpleNamespace(share=lambda name, best: weights[int(name.split(".")[1])]))
    assert len(status._deciding(tree, clues, models, 0)) == shown


@pytest.mark.parametrize(("above", "found"), [(5, True), (6, True), (7, False)])
def test_a_word_that_embeds_an_event_is_looked_for_so_many_words_up(above, found):
    words = " ".join(["threat", *["w"] * above])
    tree = tree_of(words, [0, *range(above)], " ".join(["root", *["nmod"] * above]))
    names = [clue.name for clue in clues_of(tree, above, TimeTable(tree, ()))]
    assert ("up2.possible" in names) is found


# Times


@pytest.mark.parametrize(("chance", "found"), [(0.49, None), (0.5, "future"), (0.51, "future")])
def test_a_place_in_time_is_told_from_a_probability_on(chance, found):
    tree = one_word(relative=spread(RELATIVES, "future", chance))
    assert timing.relative_of(tree, 0, "happened", None, None) == found


@pytest.mark.parametrize(("above", "found"), [(5, True), (6, True), (7, False)])
def test_the_time_of_a_verb_above_counts_so_many_verbs_up(above, found):
    words = " ".join(["went", "Monday", *["going"] * above])
    heads = [0, 0, 0, *range(2, above + 1)]
    labels = " ".join(["root", "obl:tmod", *["xcomp"] * above])
    tags = " ".join(["VERB", "PROPN", *["VERB"] * above])
    tree = tree_of(words, heads, labels, tags)
    table = TimeTable(tree, [Time(span=(5, 11), type="DATE", value="2026-03-09")])
    assert (timing.time_of(tree, above + 1, table, "happened", {}) is not None) is found


# Contexts, causes, tolls


@pytest.mark.parametrize(("steps", "found"), [(2, True), (3, True), (4, False)])
def test_a_context_hangs_so_many_words_below(steps, found):
    words = " ".join(["strike", *["w"] * (steps - 1), "missile"])
    assert bool(contexts.contexts_of(chain(steps + 1, words=words), 0)) is found


@pytest.mark.parametrize(("far", "found"), [(12, True), (13, True), (14, False)])
def test_a_context_stands_so_many_words_off(far, found):
    words = " ".join(["strike", *["w"] * (far - 1), "missile"])
    tree = tree_of(words, [0] * (far + 1), " ".join(["root", *["nmod"] * far]))
    assert bool(contexts.contexts_of(tree, 0)) is found


def test_an_event_has_three_contexts_at_most():
    tree = tree_of("strike missile court tariff ballot", [0] * 5, "root nmod nmod nmod nmod")
    assert contexts.contexts_of(tree, 0) == ("military", "legal", "economic")


@pytest.mark.parametrize(("steps", "kind"), [(1, "disaster"), (2, "disaster"), (3, None)])
def test_a_natural_cause_stands_so_many_clauses_up(steps, kind):
    words = " ".join(["hit", "earthquake", *["killing"] * steps])
    heads = [0, 0, 0, *range(2, steps + 1)]
    tags = " ".join(["VERB", "NOUN", *["VERB"] * steps])
    tree = tree_of(words, heads, " ".join(["root", "nsubj", *["advcl"] * steps]), tags)
    assert causes.natural_cause(tree, steps + 1) == kind


@pytest.mark.parametrize(("steps", "dead"), [(2, 8), (3, 8), (4, None)])
def test_a_toll_hangs_so_many_words_below_its_event(steps, dead):
    words = " ".join(["flood", *["w"] * (steps - 1), "8"])
    tree = chain(steps + 1, words=words)
    end = len(tree.document.text)
    number = Quantity(span=(end - 1, end), value=8, kind="people-killed")
    assert toll.toll_of(tree, [0], [number])[0] == dead


# Participants and places


@pytest.mark.parametrize(("score", "found"), [(0.49, None), (0.5, 1), (0.51, 1)])
def test_an_argument_is_a_place_from_a_probability_on(score, found):
    tree = tree_of("met port at", [0, 0, 1], "root obl case", "VERB NOUN ADP",
                   argument={0: {"ARGM-LOC": Argument(1, score)}})  # fmt: skip
    assert event_places.place_head(tree, 0, {}, ()) == found


@pytest.mark.parametrize(("words", "end"), [(5, 5), (6, 6), (7, 2)])
def test_a_long_place_is_told_up_to_its_comma(words, end):
    tree = tree_of("a hotel , " + "w " * (words - 3), [0] * words, "root " * words)
    assert event_places.short_phrase(tree, 1, (0, words)) == (0, end)


@pytest.mark.parametrize(("far", "found"), [(39, True), (40, False), (41, False)])
def test_nouns_behind_a_predicate_are_candidates_so_near(far, found):
    words = " ".join(["met", *["so"] * (far - 1), "envoy"])
    tags = " ".join(["VERB", *["ADV"] * (far - 1), "NOUN"])
    tree = tree_of(words, [0] * (far + 1), " ".join(["root", *["advmod"] * (far - 1), "parataxis"]), tags)
    assert (far in [one.word for one in participant_ties.candidates(tree, 0, {})]) is found


@pytest.mark.parametrize(("joined", "first"), [(9, 0), (10, 0), (11, 1)])
def test_of_words_joined_by_and_the_first_is_found_so_far_back(joined, first):
    assert participant_ties.first_joined(chain(joined + 1, link="conj"), joined) == first


@pytest.mark.parametrize(("length", "found"), [(7, True), (8, True), (9, False)])
def test_a_path_has_so_many_relations(length, found):
    tree = chain(length + 1)
    assert (participant_ties.path(tree, 0, length) is not None) is found
    assert (participant_ties.path(tree, length, 0) is not None) is found


@pytest.mark.parametrize(("rising", "close"), [(1, True), (2, True), (3, False)])
def test_who_takes_part_in_a_noun_is_close_to_it(rising, close):
    assert participants._is_close(chain(rising + 1), rising, 0) is close


@pytest.mark.parametrize(("steps", "shared"), [(3, True), (4, True), (5, False)])
def test_a_subject_is_shared_over_so_many_clauses(steps, shared):
    words = " ".join(["want", "they", *["go"] * steps])
    tree = tree_of(words, [0, 0, 0, *range(2, steps + 1)], " ".join(["root", "nsubj", *["xcomp"] * steps]))
    assert bool(participants._shared(tree, steps + 1)) is shared


@pytest.mark.parametrize(("lemma", "stem"), [("motion", "motio"), ("auction", "auct"), ("eruption", "erup")])
def test_a_stem_has_four_letters_at_least(lemma, stem):
    assert stem_of(lemma) == stem


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2016-09-30", "news"),
        ("2016-08-01", "news"),  # three months before
        ("2016-07-31", "background"),
        ("1997-09-30", "background"),
        ("2016-W32", "news"),
        ("2016-W20", "background"),
        ("2016-11-10", "news"),
    ],
)
def test_what_a_page_dates_months_before_it_is_background(value, found):
    tree = one_word(relative=spread(RELATIVES, "news", 0.9))
    time = Time(span=(0, 3), type="DATE", value=value)
    assert timing.relative_of(tree, 0, "happened", time, "2016-11-14") == found
