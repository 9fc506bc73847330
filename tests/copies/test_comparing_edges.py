"""What one text is to another, and how closely two are compared, at the edges of each bound."""

from types import SimpleNamespace

import numpy as np
import pytest

from copydesk.copies import comparing
from copydesk.copies.comparing import altered, compare
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures, followed
from copydesk.copies.texts.text import text_of
from copydesk.copies.texts.view import view
from copydesk.records import Record


@pytest.fixture
def given(monkeypatch):
    """Have two texts be aligned, share runs of words and be alike in facts as given."""

    def give(*links, **measures):
        monkeypatch.setattr(comparing.AlignedPair, "of", lambda *_: AlignedPair(links, Measures(**measures)))

    return give


def relation(given, monkeypatch, alike, **measures):
    given(**measures)
    monkeypatch.setattr(comparing, "facts_alike", lambda *_: np.array([[1.0, alike], [alike, 1.0]]))
    monkeypatch.setattr(comparing, "alterations", lambda *_: ())
    return compare(Record(id="a", text="Rain fell."), Record(id="b", text="Snow fell.")).relation


@pytest.mark.parametrize(
    ("alike", "one", "other", "is_it"),
    [
        (0.9, 0.1, 0.0, "passage"), (0.9, 0.0, 0.1, "passage"), (0.9, 0.11, 0.11, "passage"),
        (0.9, 0.099, 0.099, "same-event"),
        (0.2, 0.0, 0.0, "same-event"), (0.21, 0.0, 0.0, "same-event"), (0.199, 0.0, 0.0, "unrelated"),
    ],
)  # fmt: skip
def test_a_tenth_word_for_word_is_a_passage_and_a_fifth_of_the_facts_one_event(
    given, monkeypatch, alike, one, other, is_it
):
    assert relation(given, monkeypatch, alike, verbatim_a=one, verbatim_b=other) == is_it


@pytest.mark.parametrize(
    ("held", "follows", "links"),
    [
        (0.69, (0.5, 0.9), "clauses of faint"), (0.69, (0.9, 0.5), "clauses of faint"),  # most is reworded
        (0.69, (0.49, 0.9), "clauses of link"), (0.7, (0.9, 0.9), "clauses of link"),
        (0.3, (0.0, 0.0), "clauses of link"), (0.29, (0.0, 0.0), "link"),  # too little is the same
        (0.29, (0.5, 0.5), "clauses of faint"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", ["held", "found"])
def test_how_closely_texts_are_compared(given, monkeypatch, held, follows, links, side):
    given("link", **{side: held})
    monkeypatch.setattr(comparing, "followed", lambda *_: (follows, 1.0))
    monkeypatch.setattr(comparing, "align", lambda *_: SimpleNamespace(links=("faint",)))
    monkeypatch.setattr(comparing, "refined", lambda a, b, found: (f"clauses of {found[0]}",))
    monkeypatch.setattr(comparing, "alterations", lambda a, b, found: found)
    assert altered(*(view(Record(id=id_, text="Rain fell.")) for id_ in "ab")) == (links,)


def text(words):
    return text_of(Record(id="x", text=f"{' '.join(words)}."))


@pytest.mark.parametrize(("count", "follows"), [(7, True), (8, True), (9, False)])
def test_a_sentence_in_other_words_shares_two_of_eight(count, follows):
    one, other = ([f"{letter}{chr(97 + n)}qx" for n in range(count)] for letter in "bd")
    other[1], other[-2] = one[1], one[-2]
    assert followed(text(one), text(other))[0] == ((1.0, 1.0) if follows else (0.0, 0.0))


@pytest.mark.parametrize(("count", "share"), [(59, 59 / 60), (60, 1.0), (61, 1.0)])
def test_a_story_opens_with_sixty_words(count, share):
    words = [f"b{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(count)]
    one = text_of(Record(id="a", text=f"{' '.join(words)}. Nobody slept then."))
    other = text(words)
    assert AlignedPair.of(one, other).measures.lead_a == pytest.approx(share)
    assert AlignedPair.of(other, one).measures.lead_b == pytest.approx(share)
