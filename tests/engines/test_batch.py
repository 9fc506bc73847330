from itertools import count, islice

import msgspec
import pytest

from copydesk.engines import Failure, run
from copydesk.errors import CopydeskError, PageError
from engines.work import double, turn_forever


def outcome(results):
    return [str(item.error) if isinstance(item, Failure) else item for item in results]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_keep_their_order_and_failures_stand_in_place(jobs):
    found = outcome(run(double, [0, 1, 2, 3, 4, 5, 6, *range(8, 30)], jobs))
    assert found[:3] == [0, 2, 4]
    assert found[3] == "page 3: it is torn"
    assert found[4] == 8
    assert found[5].startswith("5: KeyError: 'five'")
    assert found[6:] == [12, *(2 * number for number in range(8, 30))]


def test_a_failure_keeps_its_item_and_its_error():
    (failure,) = run(double, [3])
    assert isinstance(failure, Failure)
    assert failure.item == 3
    assert isinstance(failure.error, PageError)


def test_a_dead_worker_costs_its_own_item_only():
    found = outcome(run(double, [6, 7, *range(8, 20)], jobs=2))
    assert found[0] == 12
    assert "died" in found[1]
    assert found[2:] == [2 * number for number in range(8, 20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_as_they_are_needed(jobs):
    taken = []

    def endless():
        for number in count(100):
            taken.append(number)
            yield number

    results = run(double, endless(), jobs)
    assert list(islice(results, 3)) == [200, 202, 204]
    results.close()
    assert len(taken) <= 3 if jobs == 1 else len(taken) <= 2 * 2 * 4 + 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_empty_batch(jobs):
    assert list(run(double, [], jobs)) == []


def test_the_source_of_items_may_fail_and_is_heard():
    def source():
        yield 1
        raise CopydeskError("batch.jsonl", "the disk went away")

    results = run(double, source())
    assert next(results) == 2
    with pytest.raises(CopydeskError, match="went away"):
        next(results)


def test_a_failure_is_named_by_where_the_item_lies():
    class Item(msgspec.Struct, frozen=True):
        id: str
        location: str | None = None

    def fail(item):
        raise ValueError

    found = outcome(run(fail, [Item("a"), Item("b", "news/b.html")]))
    assert [line.partition(":")[0] for line in found] == ["a", "news/b.html"]


def test_a_failure_keeps_the_exception_that_brought_it_about():
    (failure,) = run(lambda item: item[1], ["a"])
    assert isinstance(failure.error.__cause__, IndexError)


def test_work_without_end_is_ended_and_the_rest_is_done(monkeypatch):
    monkeypatch.setattr("copydesk.engines.task.ITEM_SECONDS", 0.05)
    first, second = run(turn_forever, [1, 0])
    assert "seconds of processor time" in str(first.error)
    assert second == 0


def test_a_few_items_need_no_other_process():
    import os

    assert set(run(lambda item: os.getpid(), range(5), jobs=4)) == {os.getpid()}
