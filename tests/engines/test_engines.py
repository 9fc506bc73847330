"""Every engine gives the same results, in order, and survives what items do to it."""

import os
import sys

import pytest

from copydesk.engines import ENGINES, FailedItem, choose
from copydesk.errors import EngineError


def work(item):
    if item == "raise":
        raise ValueError("bad")
    if item == "die":
        os._exit(3)
    if item == "fill":
        return len(bytearray(4_000 * 2**20))
    return item * 2


@pytest.fixture(params=ENGINES, scope="module")
def engine(request):
    if request.param == "ray":
        pytest.importorskip("ray", reason="Ray is an extra")
    return choose(request.param, jobs=1 if request.param == "here" else 2)


def test_results_come_in_order(engine):
    assert list(engine.run(work, range(50))) == [number * 2 for number in range(50)]


def test_an_item_that_raises_is_a_failure_and_the_others_go_on(engine):
    found = list(engine.run(work, [*range(10), "raise", *range(10)]))
    assert isinstance(found[10], FailedItem)
    assert "bad" in str(found[10].error)
    assert found[11:] == [number * 2 for number in range(10)]


def test_no_items_give_nothing(engine):
    assert list(engine.run(work, [])) == []


@pytest.mark.parametrize("name", ["processes", "ray"])
def test_a_worker_that_dies_costs_its_item(name):
    if name == "ray":
        pytest.importorskip("ray", reason="Ray is an extra")
    found = list(choose(name, jobs=2).run(work, [*range(20), "die", *range(20)]))
    assert isinstance(found[20], FailedItem)
    assert "died" in str(found[20].error)
    assert [one for one in found if not isinstance(one, FailedItem)] == [
        number * 2 for number in (*range(20), *range(20))
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_an_actor_has_so_much_memory_and_no_more():
    pytest.importorskip("ray", reason="Ray is an extra")
    found = list(choose("ray", jobs=2).run(work, [*range(20), "fill", *range(20)]))
    assert "more memory" in str(found[20].error)
    assert found[21:] == [number * 2 for number in range(20)]


def test_an_unknown_engine_is_named():
    with pytest.raises(EngineError, match="threads"):
        choose("threads")


def test_a_cluster_that_cannot_be_reached_is_named():
    ray = pytest.importorskip("ray", reason="Ray is an extra")
    ray.shutdown()
    with pytest.raises(EngineError, match="cannot be used"):
        list(choose("ray", address="127.0.0.1:1").run(work, [1]))
