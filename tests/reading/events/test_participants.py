"""Who takes part in an event, and who of the same sentence does not."""

import numpy as np
import pytest

import copydesk
from copydesk.language import parse
from copydesk.reading.events import participants
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.participant_ties import candidates, path
from copydesk.reading.events.predicate_pairs import Pairs, PairWeights


def events(text):
    record = copydesk.read_text(text, published="2023-04-20")
    return record, {record.words(event.predicate.span): event for event in record.events}


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("While Trump took tea with the queen, a grand jury charged 12 officers.", "charged", ["a grand jury"]),
        ("On the heels of Trump's visit, thousands of miners rallied in London.", "rallied", ["thousands of miners"]),
        ("Putin hopes that Congress will lift the sanctions.", "lift", ["Congress"]),
        ("He denied insurers had threatened to leave.", "threatened", ["insurers"]),
        ("He denied insurers had threatened to leave.", "leave", ["insurers"]),
    ],
)  # fmt: skip
def test_a_subject_of_its_own_is_the_only_actor(text, word, actors):
    record, found = events(text)
    assert record.participants(found[word].actors) == actors


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Police shot and wounded a man who had climbed the wall of the palace.", "shot", ["a man"]),
        ("Police shot and wounded a man who had climbed the wall of the palace.", "wounded", ["a man"]),
        ("Trump blamed Barack Obama and slammed his opponents in Congress.", "slammed", ["his opponents in Congress"]),
        ("Norland blamed Halmark for the bombing of Oster.", "blamed", ["Halmark"]),
        ("Prosecutors charged three men with defrauding the Bank of Oster.", "charged", ["three men"]),
        ("The president pardoned 214 prisoners on Monday.", "pardoned", ["214 prisoners"]),
        ("The mayor told the Herald that he was innocent, and rejected the charges.", "rejected", []),
    ],
)  # fmt: skip
def test_to_whom_it_was_done_stands_nearest(text, word, recipients):
    record, found = events(text)
    assert record.participants(found[word].recipients) == recipients


def test_whose_thing_it_is_goes_before_whose_thing_that_is_about():
    tree = Tree(parse("Holt defended Trump's rebuke of Mueller's inquiry."))
    near, far = (tree.forms.index(name) for name in ("trump", "mueller"))
    word = tree.forms.index("defended")
    assert participants._nearest(tree, word, "SUPPORT", [(-0.5, far), (-0.4, near)]) == [(-0.4, near)]
    assert participants._nearest(tree, word, "SUPPORT", [(-0.5, far)]) == [(-0.5, far)]


@pytest.mark.parametrize(
    ("text", "word", "other", "apart"),
    [
        ("The president took steps to widen freedoms and promote tolerance in Norland.", "took", "norland", False),
        ("The president praised the plan and wrote to Norland on Monday.", "praised", "norland", True),
        ("The president praised the plan and wrote to Norland on Monday.", "praised", "plan", False),
    ],
)
def test_only_the_verbs_that_it_is_joined_to_are_of_another_clause(text, word, other, apart):
    tree = Tree(parse(text))
    found = participants._is_of_another_clause(tree, tree.forms.index(word), tree.forms.index(other))
    assert found is apart


def test_a_clause_with_a_subject_of_its_own_is_not_done_by_what_it_is_said_of():
    record, found = events("The resolution calls for a withdrawal from the zone that the army occupies in the south.")
    assert "the zone" not in record.participants(found["occupies"].actors)


def test_who_is_only_told_by_whose_lawyer_speaks_did_nothing():
    record, found = events("Police detained a singer over a song. His lawyer said he had been denied water and sleep.")
    assert "His" not in record.participants(found["denied"].actors)


def test_who_is_held_during_protests_does_not_protest():
    record, found = events("The man has been arrested a dozen times during protests in seven states.")
    assert record.participants(found["protests"].actors) == []


def test_whose_people_act_does_not_act():
    tree = Tree(parse("His soldiers beat Holt on Monday."))
    word, his, soldiers = (tree.forms.index(form) for form in ("beat", "his", "soldiers"))
    frame = participants.frame_of(tree, word)
    assert participants._themselves(tree, frame, [(-0.5, his)]) == [(-0.5, soldiers)]
    assert participants._themselves(tree, frame, [(-0.5, his), (-0.7, soldiers)]) == [(-0.7, soldiers)]


def test_both_of_two_joined_subjects_act():
    record, found = events("Hungary and Slovakia have signed a treaty on Friday.")
    assert record.participants(found["signed"].actors) == ["Hungary", "Slovakia"]


def test_nobody_is_on_both_sides():
    record, _ = events("Trump and Putin met in Helsinki. Trump praised Putin, and Putin thanked Trump.")
    for event in record.events:
        acting = {one.entity for one in event.actors if one.entity}
        assert not acting & {one.entity for one in event.recipients}


def test_a_verb_is_nobody_who_takes_part():
    tree = Tree(parse("He denied insurers had threatened to leave."))
    word = tree.forms.index("leave")
    assert all(tree.tags[one.word] != "VERB" for one in candidates(tree, word, {}))


def test_nouns_without_a_tie_are_candidates_by_their_path():
    tree = Tree(parse("Rebels attacked the town after soldiers had shot a farmer."))
    word, far = tree.forms.index("attacked"), tree.forms.index("soldiers")
    assert far in {one.word for one in candidates(tree, word, {})}
    assert path(tree, word, far) == "^advcl<nsubj"


def test_pairs_of_words_are_scored_by_their_vectors():
    weights = PairWeights(
        predicate=np.ones((768, 1), dtype=np.int8).tobytes(),
        candidate=np.zeros((768, 1), dtype=np.int8).tobytes(),
        predicate_scale=(0.5,),
        candidate_scale=(1.0,),
        bias=(0.0,),
        out=((0.0, 2.0),),
    )
    tree = Tree(parse("Rebels attacked the town."))
    total = max(0.0, float(tree.document.states[1].astype(np.float32).sum()) * 0.5)
    (found,) = Pairs(weights).scores(tree, 1, [0])
    assert found == pytest.approx([0.0, 2 * total], rel=1e-3)


def test_who_meets_one_after_meeting_others_meets_twice_and_the_nearer_one_does_not_act():
    record, _ = events(
        "President Trump meets with President Putin today, days after meeting with his allies in Europe."
    )
    meetings = [event for event in record.events if event.predicate.lemma == "meet"]
    assert len(meetings) == 2
    assert record.participants(meetings[0].actors) == ["Trump"]
    assert "Putin" not in record.participants(meetings[1].actors)
    assert record.place_of(meetings[0].place) is None


def test_a_thing_does_not_act_beside_somebody():
    record, found = events(
        "The accord was announced during a meeting between King Abdullah and President Joe Biden on Monday."
    )
    actors = record.participants(found["meeting"].actors)
    assert "The accord" not in actors
    assert {"King Abdullah", "Joe Biden"} & {*actors, *record.participants(found["meeting"].recipients)} or len(
        actors
    ) == 2


def test_a_long_place_ends_at_its_comma():
    record, _ = events(
        "The governor met local officials in a multi-story shopping center in the Siberian city of Kemerovo, about"
        " 1,900 miles east of Moscow, on Tuesday."
    )
    for event in record.events:
        if event.place:
            assert "1,900" not in record.words(event.place.spans[0])


def test_somebody_is_no_place():
    record, _ = events("In his years in power Putin has met Donald Trump in Helsinki and Barack Obama in Moscow.")
    people = {entity.id for entity in record.entities if entity.type == "PERSON"}
    assert all(event.place is None or event.place.entity not in people for event in record.events)
