import dataclasses

import msgspec
import numpy as np

from copydesk.language import parse
from copydesk.reading.attributions import join_weights, tagged, verification
from copydesk.reading.attributions.drafts import paragraphs_of
from copydesk.reading.attributions.verification import DecisionTree, Verifier, verified

TEXT = "The mayor's office said on Monday that the old pier is open."
STUMP = DecisionTree(feature=[0, -1, -1], most=[0.5, 0, 0], left=[1, 0, 0], right=[2, 0, 0], value=[0, -2.0, 3.0])


def seen(text: str) -> tagged.AttributionInputs:
    return tagged.see(parse(text), paragraphs_of(text))


def test_a_tree_goes_left_up_to_its_value_and_right_above() -> None:
    assert [STUMP([value]) for value in (0.0, 0.5, 0.6)] == [-2.0, -2.0, 3.0]


def test_an_attribution_below_the_least_odds_is_left_out() -> None:
    inputs = seen(TEXT)
    found = tagged.candidates(inputs, join_weights.shipped())
    assert len(found) == 1
    judge = Verifier(features=["quoted.cue"], cue_words={}, other_words=-1.0, base=0.0, trees=[STUMP], least=-2.0)
    kept = verified(inputs.document, inputs.layout, found, judge)
    dropped = verified(inputs.document, inputs.layout, found, msgspec.structs.replace(judge, least=-1.9))
    assert (kept, dropped) == (found, [])


def test_a_source_and_a_word_that_is_mostly_a_cue_are_always_believed() -> None:
    inputs = seen(TEXT)
    found = tagged.candidates(inputs, join_weights.shipped())
    judge = Verifier(features=[], cue_words={"0.0": "said"}, other_words=-1.0, base=-9.0, trees=[], least=0.0)
    assert verified(inputs.document, inputs.layout, found, judge) == found
    assert verified(inputs.document, inputs.layout, [found[0]._replace(source=None)], judge) == []


def test_a_document_without_happenings_keeps_all_its_attributions() -> None:
    inputs = seen(TEXT)
    found = tagged.candidates(inputs, join_weights.shipped())
    blank = dataclasses.replace(inputs.document, events=np.zeros(0, dtype=np.float32))
    judge = Verifier(features=[], cue_words={}, other_words=0.0, base=-9.0, trees=[], least=0.0)
    assert verified(blank, inputs.layout, found, judge) == found


def test_the_shipped_verifier_asks_for_the_features_that_there_are() -> None:
    inputs = seen(TEXT)
    (one,) = tagged.candidates(inputs, join_weights.shipped())
    made = verification.features(inputs.document, inputs.layout, one, 0.0)
    assert sorted(made) == verification.shipped().features


def test_said_with_a_clause_is_believed() -> None:
    inputs = seen(TEXT)
    judge = verification.shipped()
    (one,) = tagged.candidates(inputs, join_weights.shipped())
    assert verification.cue_word(inputs.document, one) == "said"
    word = judge.odds_by_word["said"]
    assert word > 1
    assert judge.log_odds(verification.features(inputs.document, inputs.layout, one, word)) > 1
