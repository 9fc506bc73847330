import pytest

from copydesk.reading.attributions.cues import cue_head, lemma_of, stance_of


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denied", "deny"),
        ("denies", "deny"),
        ("planned", "plan"),
        ("noting", "note"),
        ("announced", "announce"),
        ("warns", "warn"),
        ("stressed", "stress"),
        ("pledges", "pledge"),
        ("criticized", "criticize"),
        ("calling", "call"),
        ("wishes", "wish"),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    assert lemma_of(word) == lemma


@pytest.mark.parametrize(
    ("cue", "lemma", "stance"),
    [
        ("said", "say", "neutral"),
        ("according to", "accord", "neutral"),
        ("has repeatedly denied", "deny", "deny"),
        ("did not deny", "deny", "neutral"),
        ("didn’t say", "say", "deny"),
        ("declined to comment on", "decline", "neutral"),
        ("insisted", "insist", "assert"),
        ("never promised", "promise", "deny"),
        ("reportedly said", "say", "doubt"),
        ("called on", "call", "demand"),
        ("is expected", "expect", "predict"),
        ("vowed", "vow", "promise"),
        ("questioned", "question", "doubt"),
        ("a warning", "warn", "predict"),
    ],
)
def test_stance(cue: str, lemma: str, stance: str) -> None:
    assert cue_head(cue.split()) == lemma
    assert stance_of(cue.split()) == stance
