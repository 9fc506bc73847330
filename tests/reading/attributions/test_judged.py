"""The set of attributions that were judged line by line: what the docs say of it holds."""

import pytest

from benchmarks.attributions_judged import JUDGED, measure
from benchmarks.common import SHARED

LEAST_RIGHT, MOST_FALSE = 0.88, 0.02
EVERY = 8
"""Of how many articles one is read: reading all takes a minute, and is what the benchmark is for."""


@pytest.mark.skipif(not (SHARED / "data" / "copies").exists(), reason="the corpora are not beside the checkout")
def test_most_printed_lines_are_right_and_hardly_a_named_person_is_wrong() -> None:
    figures = measure(every=EVERY)
    assert figures["printed"] >= 100
    assert figures["share_right"] >= LEAST_RIGHT
    assert figures["share_false"] <= MOST_FALSE


def test_the_judged_set_holds_positions_alone() -> None:
    allowed = {"set", "id", "kind"}
    import json

    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert all(key in allowed or not isinstance(value, str) for key, value in row.items())
