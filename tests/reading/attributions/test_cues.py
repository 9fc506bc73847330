import pytest

from copydesk.reading.attributions.cues import cue_head, read_cue


@pytest.mark.parametrize(
    ("cue", "lemma", "stance", "negated"),
    [
        ("said", "say", "neutral", False),
        ("said:", "say", "neutral", False),
        ("according to", "accord", "neutral", False),
        ("has repeatedly denied", "deny", "deny", False),
        ("did not deny", "deny", "neutral", True),
        ("didn’t say", "say", "neutral", True),
        ("declined to comment on", "decline", "neutral", True),
        ("still insists", "insist", "assert", False),
        ("never promised", "promise", "neutral", True),
        ("reportedly said", "say", "doubt", False),
        ("called on", "call", "demand", False),
        ("called", "call", "neutral", False),
        ("is expected", "expect", "predict", False),
        ("does not expect", "expect", "doubt", True),
        ("vowed", "vow", "promise", False),
        ("questioned", "question", "doubt", False),
        ("a warning", "warn", "predict", False),
        ("ruled out", "rule", "deny", False),
        ("ruled", "rule", "neutral", False),
        ("cast doubt on", "doubt", "doubt", False),
        ("", None, "neutral", False),
    ],
)
def test_what_a_cue_says_by_its_words_alone(cue: str, lemma: str | None, stance: str, negated: bool) -> None:
    found = read_cue(cue.split(), None, ())
    assert (found.lemma, found.stance, found.negated) == (lemma, stance, negated)


def test_adverbs_are_no_lemma() -> None:
    assert cue_head(["really", "believe"]) == "believe"
