import os
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path

import msgspec
import pytest

from copydesk.engines import FailedItem, run
from copydesk.errors import CopydeskError, PageError
from engines.work import double, fill, turn_forever


def outcome(results):
    return [str(item.error) if isinstance(item, FailedItem) else item for item in results]


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
    assert isinstance(failure, FailedItem)
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
    assert set(run(lambda item: os.getpid(), range(5), jobs=4)) == {os.getpid()}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_an_item_that_wants_too_much_memory_is_named_and_the_others_are_done():
    found = outcome(run(fill, [1, 2, 3, 4, 5, 6, 7, 4_000, 9, 10], jobs=2))
    assert found[:7] == [1, 2, 3, 4, 5, 6, 7]
    assert found[7].startswith("4000: it took more memory")
    assert found[8:] == [9, 10]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    code = "import sys; from copydesk.engines import run; from engines.work import tell_and_wait\n"
    code += "for _ in run(tell_and_wait, [sys.argv[1]] * 8, jobs=2): pass"
    path = os.pathsep.join(filter(None, sys.path))
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env={**os.environ, "PYTHONPATH": path})
    try:
        workers = waited(lambda: [int(one.name) for one in tmp_path.iterdir()], lambda found: len(found) == 2)
        assert all(map(lives, workers))
    finally:
        parent.kill()
        parent.wait()
    assert waited(lambda: [one for one in workers if lives(one)], lambda found: not found) == []


def waited(look, done):
    """What is seen once it is as it should be, or after half a minute."""
    until = time.monotonic() + 30
    while not done(found := look()) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def lives(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
