from collections import Counter

import pytest

pytest.importorskip("sklearn", reason="training's extra is not installed")
pytest.importorskip("torch", reason="training's extra is not installed")

from copydesk.reading.attributions.evidence import Piece
from copydesk.reading.attributions.joining import Joined
from training.verification import cue_words, is_right, odds


def piece(first: int, last: int) -> Piece:
    return Piece(first, last, 1.0)


GOLD = [([piece(0, 2)], [piece(2, 3)], [piece(4, 9)]), ([], [piece(12, 13)], [piece(13, 15)])]


def test_an_attribution_is_right_that_touches_every_role_of_a_gold_one() -> None:
    assert is_right(Joined(piece(1, 2), piece(2, 4), (piece(8, 10),)), GOLD)
    assert is_right(Joined(None, piece(12, 13), (piece(14, 20),)), GOLD)


def test_an_attribution_is_wrong_with_a_role_too_many_too_few_or_elsewhere() -> None:
    assert not is_right(Joined(None, piece(2, 4), (piece(8, 10),)), GOLD)
    assert not is_right(Joined(piece(1, 2), piece(12, 13), (piece(14, 20),)), GOLD)
    assert not is_right(Joined(piece(1, 2), piece(2, 4), (piece(9, 10),)), GOLD)


def test_only_words_that_tell_something_have_an_entry() -> None:
    right, wrong = Counter({"said": 90, "once": 1}), Counter({"said": 10, "pier": 80, "once": 1, "rare": 5})
    found = cue_words((right, wrong))
    assert list(found.values()) == ["pier", "said"]
    assert float(next(iter(found))) < odds(0, 0) < 0 < float(list(found)[1])
