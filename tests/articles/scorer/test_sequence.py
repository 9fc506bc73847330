import numpy as np
import pytest

from copydesk.articles.scorer.sequence import KERNEL_SIZE, Networks, _gather_context, _prefix_suffix_pool, signed_log1p

CHANNELS, LAYERS = 4, 2


def networks(count=2, seed=0):
    """Networks of chance over three features, the first two of them signed_log1p."""
    random = np.random.default_rng(seed)
    shapes = {
        "center": (2,),
        "scale": (2,),
        "first": (count, 3, CHANNELS),
        "first_bias": (count, CHANNELS),
        "gamma": (count, LAYERS + 1, CHANNELS),
        "beta": (count, LAYERS + 1, CHANNELS),
        "kernels": (count, LAYERS, KERNEL_SIZE * CHANNELS, CHANNELS),
        "kernels_bias": (count, LAYERS, CHANNELS),
        "pooled": (count, 5 * CHANNELS, CHANNELS),
        "pooled_bias": (count, CHANNELS),
        "last": (count, 2 * CHANNELS),
        "last_bias": (count,),
    }
    arrays = {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    arrays["scale"] = np.ones(2, np.float32)
    return Networks(("a", "b", "c"), **arrays)


def table(parts, seed=1):
    return np.random.default_rng(seed).normal(size=(3, parts)).astype(np.float32)


def test_numbers_are_squeezed_with_their_signs():
    assert signed_log1p(np.array([0.0, np.e - 1, 1 - np.e])).tolist() == pytest.approx([0, 1, -1])


def test_each_part_stands_with_those_at_a_distance_on_both_sides():
    x = np.arange(1, 6, dtype=np.float32)[:, None]
    assert _gather_context(x, 1).tolist() == [
        [0, 0, 1, 2, 3],
        [0, 1, 2, 3, 4],
        [1, 2, 3, 4, 5],
        [2, 3, 4, 5, 0],
        [3, 4, 5, 0, 0],
    ]
    assert _gather_context(x, 2)[0].tolist() == [0, 0, 1, 3, 5]
    assert _gather_context(x[:1], 8).tolist() == [[0, 0, 1, 0, 0]]


def test_what_stands_before_and_after_is_summed_up():
    x = np.array([[1], [3], [-2]], dtype=np.float32)
    part, before, after, most_before, most_after = _prefix_suffix_pool(x).T.tolist()
    assert part == [1, 3, -2]
    assert before == pytest.approx([1, 2, 2 / 3])
    assert after == pytest.approx([2 / 3, 0.5, -2])
    assert most_before == [1, 3, 3]
    assert most_after == [3, 3, 0]


@pytest.mark.parametrize("parts", [1, 2, 60])
def test_several_networks_give_the_mean_of_each(parts):
    both = networks()
    one, other = (Networks(both.names, *both[1:3], *(part[i : i + 1] for part in both[3:])) for i in (0, 1))
    found = both.logits(table(parts))
    assert found.shape == (parts,)
    assert found.tolist() == pytest.approx(
        ((one.logits(table(parts)) + other.logits(table(parts))) / 2).tolist(), abs=1e-4
    )


def test_a_page_turned_round_is_not_read_alike():
    found = networks().logits(table(9))
    turned = networks().logits(np.ascontiguousarray(table(9)[:, ::-1]))[::-1]
    assert not np.allclose(found, turned, atol=1e-3)


def test_what_lies_far_off_changes_little_of_what_is_counted():
    far, farther = table(5), table(5)
    far[0], farther[0] = 1e3, 1e6  # both beyond what a feature may count
    assert networks().logits(far).tolist() == networks().logits(farther).tolist()
