import numpy as np
import pytest

from copydesk.articles.scorer.shipped import WORDING, Shipped, threshold


@pytest.mark.parametrize(("best", "expected"), [(0.9, 0.4), (0.5, 0.3), (0.2, 0.12), (0.199, 1.0)])
def test_the_threshold_is_lower_where_no_part_is_likely_and_none_is_chosen_where_all_are_unlikely(best, expected):
    assert threshold(np.array([0.05, best], dtype=np.float32), 0.4) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["model.npz", "lines.npz"])
def test_a_shipped_scorer_takes_wording_into_account(name):
    scorer = Shipped(name).get()
    table = np.zeros((len(scorer.networks.names), 2), dtype=np.float32)
    wordings = ("Leave a Reply", "The ferry ran aground, police said.")
    one, other = (float(scorer.probabilities([first, "Leave a Reply"], table)[0]) for first in wordings)
    assert 0 <= one < other <= 1
    assert WORDING in scorer.networks.names


def test_another_file_can_be_taken_and_put_back(tmp_path):
    shipped = Shipped("lines.npz")
    own = shipped.get()
    shipped.use(tmp_path / "missing.npz")
    with pytest.raises(FileNotFoundError):
        shipped.get()
    shipped.use(None)
    assert shipped.get().words.bias == own.words.bias
