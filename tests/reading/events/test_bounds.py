"""How far events are looked for, up to how many, and from which probability on: at the edges, on made values."""

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from reading.events.made import chain, tree_of

from copydesk.language import Argument, Document
from copydesk.reading import events
from copydesk.reading.attributions.source_resolution import NOBODY
from copydesk.reading.events import actors, event_places, participant_ties, participants, predicates, status, who
from copydesk.reading.events import type_choice as event_types
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.participant_ties import ParticipantCandidate
from copydesk.reading.events.type_choice import EventType


def below(depth, words, heads, labels, tags, last="w", **options):
    """Return a tree of some words, and below the last of them a chain so deep whose end is the word `last`."""
    count = len(words.split())
    return tree_of(
        " ".join([words, *["w"] * (depth - 1), last]),
        [*heads, *range(count - 1, count + depth - 1)],
        " ".join([labels, *["nmod"] * depth]),
        " ".join([tags, *["NOUN"] * (depth - 1), "PRON" if last == "who" else "NOUN"]),
        **options,
    )


# A page's events


@pytest.mark.parametrize(("verbs", "read"), [(1999, 1999), (2000, 2000), (2001, 2000)])
def test_so_many_predicates_of_a_page_are_read(monkeypatch, verbs, read):
    seen = []
    monkeypatch.setattr(events, "_draft", lambda tree, word, *rest: (seen.append(word), ()))
    monkeypatch.setattr(events, "join", lambda tree, drafts: [])
    tree = tree_of("met " * verbs, range(verbs), "root " * verbs, "VERB " * verbs)
    assert events.find_events(tree.document) == ()
    assert len(seen) == read


@pytest.mark.parametrize(("news", "salient"), [(0.89, False), (0.901, True), (0.95, True)])
def test_what_is_surely_news_is_salient_though_nothing_is_known_of_who_takes_part(monkeypatch, news, salient):
    monkeypatch.setattr(events, "type_of", lambda *_: EventType())
    monkeypatch.setattr(events, "status_of", lambda *_: ("happened", ()))
    monkeypatch.setattr(participants, "roles_of", lambda *_: participants.Roles((0,)))
    count = 12  # a sentence for each word, as on a long page
    read = {"news": np.array([[0, 1 - news, news]] * count), "relative": np.zeros((count, 3))}
    tree = tree_of(
        "rain " + "fell " * (count - 1), [1, *range(1, count)], "nsubj " + "root " * (count - 1),
        "NOUN " + "VERB " * (count - 1), read, sentences=[[0, 2], *([n, n + 1] for n in range(2, count))],
    )  # fmt: skip
    names = who.Participants(tree, ())
    draft, _ = events._draft(tree, 1, names, events.TimeTable(tree, ()), {}, {}, None, events.shipped(), 0.7, 0, False)
    assert bool(draft.salient) is salient


# Predicates


@pytest.mark.parametrize(("blanks", "open_"), [(2, True), (3, True), (4, False)])
def test_what_a_sentence_goes_on_from_stands_so_near_before_it(blanks, open_):
    text = "ok" + " " * blanks + "the end."
    document = Document(text=text, tokens=np.array([[2 + blanks, len(text)]], dtype=np.int32))
    assert predicates._is_verse(document, 0, 1) is open_


@pytest.mark.parametrize(("blanks", "open_"), [(1, True), (2, True), (3, False)])
def test_where_a_sentence_goes_on_stands_so_near_behind_it(blanks, open_):
    text = "The end\n" + " " * blanks + "of it"
    document = Document(text=text, tokens=np.array([[0, len("The end")]], dtype=np.int32))
    assert predicates._is_verse(document, 0, 1) is open_


# Probabilities of none


def test_a_probability_of_none_counts_as_one_in_a_thousand():
    document = tree_of("met", [0], "root", "VERB", {"type": np.array([[0.0, 1.0]])}).document
    tree = Tree(replace(document, factuality=np.zeros((1, 3)), particular=np.zeros(1)))
    assert status.numeric(tree, 0)["factuality.0"] == pytest.approx(math.log(0.001) / 3)
    models = SimpleNamespace(
        type=SimpleNamespace(logs=lambda names: [0.0, 0.0]), weights=SimpleNamespace(type_share=1.0)
    )
    none, one = event_types.scores(tree, 0, models)
    assert one - none == pytest.approx(math.log(1.001) - math.log(0.001))


# Who takes part


@pytest.mark.parametrize(("words", "sector"), [(4, "GOV"), (5, "GOV"), (6, None)])
def test_a_body_is_looked_up_by_so_many_words(monkeypatch, words, sector):
    name = " ".join(["Board", *["of"] * (words - 1)])
    monkeypatch.setattr(actors, "_tables", lambda: ({}, {name.lower(): [None, "GOV"]}))
    assert actors.standing(name.split(), words - 1, None).sector == sector


@pytest.mark.parametrize(("words", "sector"), [(4, "MIL"), (5, "MIL"), (6, None)])
def test_an_office_is_looked_up_by_so_many_words(monkeypatch, words, sector):
    name = " ".join(["keeper", *["of"] * (words - 2), "xyz"])
    monkeypatch.setattr(actors, "_tables", lambda: ({name: "MIL"}, {}))
    assert actors.standing(name.split(), words - 1, None).sector == sector


@pytest.mark.parametrize(("chance", "kind"), [(0.49, "noun"), (0.5, "happening"), (0.51, "happening")])
def test_a_noun_is_a_happening_from_a_probability_on(chance, kind):
    assert participants._kind(tree_of("landing", [0], "root", events=chance), 0) == kind


def weighed(role):
    """Return weights by which each candidate is of one role."""
    logs = [math.log(0.85 if number == role else 0.05) for number in range(4)]
    return SimpleNamespace(
        pairs=SimpleNamespace(scores=lambda tree, word, others: [[0.0] * 4 for _ in others]),
        role=SimpleNamespace(logs=lambda names: logs),
        weights=SimpleNamespace(role_sure=(1.0, 0.4, 0.4, 0.4)),
    )


@pytest.mark.parametrize(("towns", "told"), [(3, 3), (4, 4), (5, 4)])
def test_an_event_has_so_many_participants_of_a_role(monkeypatch, towns, told):
    tree = tree_of("met " + "town " * towns, [0] * (towns + 1), "root " + "obl " * towns, "VERB " + "NOUN " * towns)
    found = [ParticipantCandidate(word, frozenset()) for word in range(1, towns + 1)]
    monkeypatch.setattr(participants, "candidates", lambda *_: found)
    assert len(participants.roles_of(tree, 0, {}, "", weighed(3)).places) == told


@pytest.mark.parametrize(("depth", "told"), [(11, True), (12, True), (13, False)])
def test_a_verb_with_an_object_has_others_within_its_clause_so_far_below(monkeypatch, depth, told):
    tree = below(depth, "envoy met", [1, 1], "obj root", "NOUN VERB")
    found = [ParticipantCandidate(word, frozenset()) for word in (0, depth + 1)]
    monkeypatch.setattr(participants, "candidates", lambda *_: found)
    assert (depth + 1 in participants.roles_of(tree, 1, {}, "", weighed(2)).recipients) is told


@pytest.mark.parametrize(("above", "noun"), [(2, True), (3, True), (4, False)])
def test_the_clause_of_a_relative_pronoun_stands_so_many_words_above(above, noun):
    tree = below(above, "envoy met", [0, 0], "root acl:relcl", "NOUN VERB", last="who")
    assert (participant_ties._meant(tree, above + 1) == 0) is noun


@pytest.mark.parametrize(("score", "tie"), [(0.69, "unsure"), (0.7, "unsure"), (0.71, "sure")])
def test_an_argument_is_sure_over_a_probability(score, tie):
    tree = tree_of("met envoy", [0, 0], "root obj", "VERB NOUN", argument={0: {"ARG0": Argument(1, score)}})
    (found,) = participant_ties.candidates(tree, 0, {})
    assert f"ARG0.{tie}" in found.ties


@pytest.mark.parametrize(("above", "found"), [(7, True), (8, True), (9, False)])
def test_who_takes_part_at_the_top_counts_so_many_words_up(above, found):
    argument = {1: {"ARG0": Argument(0, 0.9)}}
    tree = below(above, "envoy met", [1, 1], "parataxis root", "NOUN VERB", argument=argument)
    ties = {one.word: one.ties for one in participant_ties.candidates(tree, above + 1, {})}
    assert ("top.ARG0" in ties.get(0, ())) is found


@pytest.mark.parametrize(("sources", "seen"), [(39, 39), (40, 40), (41, 40)])
def test_a_pronoun_may_stand_for_one_of_so_many_sources_before_it(monkeypatch, sources, seen):
    counts = []
    monkeypatch.setattr(who, "resolve", lambda page, word, at, before: counts.append(len(before)) or NOBODY)
    tree = chain(sources + 1, words="ann " * sources + "he")
    told = [
        SimpleNamespace(source=SimpleNamespace(spans=(tree.document.span(n, n + 1),), kind="none", entity=None))
        for n in range(sources)
    ]
    assert who.Participants(tree, (), told).entity(sources) is None
    assert counts == [seen]


# Places


@pytest.mark.parametrize(("depth", "another"), [(7, True), (8, True), (9, False)])
def test_the_clause_that_a_place_is_in_is_looked_for_so_many_words_up(depth, another):
    tree = below(depth, "fined after killed", [0, 2, 0], "root mark advcl", "VERB ADP VERB")
    assert event_places._at_another_time(tree, 0, depth + 2) is another


@pytest.mark.parametrize(("height", "another"), [(7, True), (8, True), (9, False)])
def test_the_verb_of_a_clause_of_another_time_stands_so_many_words_above_it(height, another):
    words = " ".join(["fined", *["w"] * (height - 1), "killed", "after", "river"])
    labels = " ".join(["root", *["nmod"] * (height - 1), "advcl", "mark", "obl"])
    tree = tree_of(words, [0, *range(height), height, height], labels)
    assert event_places._at_another_time(tree, 0, height + 2) is another
