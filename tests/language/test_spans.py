"""Runs of tags: Viterbi against trying all sequences, forbidden moves never made, ranges decoded apart."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language.spans import best_tags, bio_transitions, log_softmax, runs

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.integers(0, 10_000))
def test_best_of_all_sequences_in_every_range(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(sum(sizes), len(TAGS))).astype(np.float32)
    moves = bio_transitions(TAGS) + rng.normal(size=(5, 5)).astype(np.float32)
    ends = np.cumsum(sizes)
    ranges = np.stack([ends - sizes, ends], axis=1).astype(np.int32)
    tags = best_tags(scores, ranges, moves)

    def value(sequence: tuple[int, ...], start: int) -> float:
        path = (0, *sequence)
        return sum(moves[a, b] + scores[start + i, b] for i, (a, b) in enumerate(pairwise(path)))

    for start, end in ranges.tolist():
        best = max(value(s, start) for s in product(range(5), repeat=end - start))
        assert abs(value(tuple(tags[start:end].tolist()), start) - best) < 1e-3


def test_inside_marks_follow_their_own_kind_only() -> None:
    scores = np.zeros((3, 5), dtype=np.float32)
    scores[:, 4] = 5
    tags = best_tags(scores, np.array([[0, 3]], dtype=np.int32), bio_transitions(TAGS))
    assert tags.tolist() == [3, 4, 4]


def test_runs_join_a_beginning_with_what_goes_on() -> None:
    assert runs(np.array([1, 2, 0, 1, 1, 2, 3, 4])) == [(0, 2, 0), (3, 4, 0), (4, 6, 0), (6, 8, 1)]
    assert runs(np.array([2, 2, 0, 4])) == [(0, 2, 0), (3, 4, 1)]
    assert runs(np.array([], dtype=np.intp)) == []


def test_log_softmax_sums_to_one_for_large_scores() -> None:
    assert np.allclose(np.exp(log_softmax(np.array([[1000.0, 999.0]], dtype=np.float32))).sum(), 1)


def test_taggers_side_by_side_decode_as_each_alone() -> None:
    rng = np.random.default_rng(5)
    scores = rng.normal(size=(40, 3, 4)).astype(np.float32)
    moves = rng.normal(size=(3, 4, 4)).astype(np.float32)
    ranges = np.array([[0, 7], [7, 8], [8, 30], [30, 40]], dtype=np.int32)
    together = best_tags(scores, ranges, moves)
    for tagger in range(3):
        assert (together[:, tagger] == best_tags(scores[:, tagger], ranges, moves[tagger])).all()
