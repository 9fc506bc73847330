"""Pointers to arguments: the likeliest word of the sentence for each role, or none."""

import numpy as np

from copydesk.language.arguments import find_arguments

ROLES = ("ARG0", "ARG1")


def read(pointing: list[list[float]], targets: list[list[float]], predicates: list[bool]) -> dict:  # type: ignore[type-arg]
    n = len(predicates)
    return find_arguments(
        np.array(pointing, dtype=np.float32),
        np.array(targets, dtype=np.float32),
        np.array(predicates),
        np.array([[0, 2], [2, n]], dtype=np.int32),
        ROLES,
    )


def test_each_role_points_to_the_best_word_of_the_predicates_own_sentence() -> None:
    # Width one a role, then the scores of none; word 3 points to word 2 as ARG0, and to nothing as ARG1.
    pointing = [[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9], [5, 5, 0, 9]]
    targets = [[9, 0], [0, 0], [3, 1], [0, 0]]
    found = read(pointing, targets, [False, False, False, True])
    assert list(found) == [3]
    assert set(found[3]) == {"ARG0"}
    assert found[3]["ARG0"].head == 2
    assert 0.9 < found[3]["ARG0"].score <= 1


def test_a_predicate_without_arguments_is_kept() -> None:
    assert read([[0, 0, 9, 9]] * 3, [[1, 1]] * 3, [False, True, False]) == {1: {}}


def test_one_word_has_one_role() -> None:
    # Word 1 points to word 0 in both roles, more surely as ARG1.
    found = read([[0, 0, 0, 0], [4, 8, 1, 0], [0, 0, 0, 0]], [[1, 1], [0, 0], [0, 0]], [False, True, False])
    assert {role: argument.head for role, argument in found[1].items()} == {"ARG1": 0}
