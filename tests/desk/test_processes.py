"""Desks under two processes, and under processes that are killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from copydesk.desk import Desk
from desk.sample import council, harbor, unlike

_ADD = """
import sys
sys.path.insert(0, {tests!r})
from desk.sample import council
from desk.test_processes import page
from copydesk.desk import Desk, desk as module
module.BATCH_RECORDS = {batch}
with Desk({path!r}) as desk:
    print("open", flush=True)
    for number, added in enumerate(desk.add(page(number) for number in range({first}, {last}))):
        print(added.id, added.status, flush=True)
"""


def page(number):
    return council(id_=f"page-{number}", headline=f"Vote number{number} put off", text=unlike(number))


def adding(path, first, last, batch=7):
    tests = str(Path(__file__).resolve().parents[1])
    code = _ADD.format(tests=tests, path=str(path), first=first, last=last, batch=batch)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=os.environ)


def whole(desk):
    """Check that every table agrees with every other."""
    rows = desk._connection.execute
    assert rows("PRAGMA integrity_check").fetchone() == ("ok",)
    assert rows("PRAGMA foreign_key_check").fetchall() == []
    rows("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    count = desk.count
    for table in ("records", "articles"):
        assert rows(f"SELECT count(*) FROM {table}").fetchone() == (count,)
    (waiting,) = rows("SELECT count(*) FROM articles WHERE story IS NULL").fetchone()
    assert sum(line.pages for line in desk.stories()) + waiting == count
    return count


def test_killed_at_any_moment_the_file_is_whole_and_the_rest_can_be_added(tmp_path):
    path = tmp_path / "desk.db"
    chance = random.Random(8)
    promised = set()
    for attempt in range(3):
        with adding(path, 0, 90) as process:
            assert process.stdout.readline() == "open\n"
            said = [process.stdout.readline() for _ in range(chance.randrange(30))]
            time.sleep(chance.uniform(0.0, 0.01))
            process.send_signal(signal.SIGKILL)
            said += process.stdout.read().splitlines()
        promised |= {line.split()[0] for line in said if line.rstrip().endswith(("added", "known"))}
        with Desk(path) as desk:
            assert whole(desk) >= len(promised), attempt
            assert promised <= {record.id for record in desk.records()}
    assert promised
    with Desk(path) as desk:
        statuses = [added.status for added in desk.add(page(number) for number in range(90))]
        assert statuses.count("added") > 0
        assert whole(desk) == 90


def test_two_processes_add_at_once_while_a_third_reads(tmp_path):
    path = tmp_path / "desk.db"
    processes = [adding(path, 0, 60), adding(path, 30, 90)]
    seen = []
    assert processes[0].stdout.readline() == "open\n"
    while any(process.poll() is None for process in processes):
        with Desk(path, readonly=True) as desk:
            seen.append(desk.count)
            list(desk.search("vote", limit=5))
    said = [line.split() for process in processes for line in process.stdout.read().splitlines() if " " in line]
    for process in processes:
        process.stdout.close()
    assert [process.returncode for process in processes] == [0, 0]
    assert seen == sorted(seen)
    assert sum(status == "added" for _, status in said) == 90
    assert sum(status == "known" for _, status in said) == 30
    with Desk(path) as desk:
        assert whole(desk) == 90


def test_many_processes_make_a_new_desk_at_once(tmp_path):
    path = tmp_path / "desk.db"
    processes = [adding(path, 0, 1) for _ in range(4)]
    assert [process.wait() for process in processes] == [0] * 4
    for process in processes:
        process.stdout.close()
    with Desk(path) as desk:
        assert whole(desk) == 1


def test_a_reader_sees_what_was_there_when_it_began(tmp_path):
    path = tmp_path / "desk.db"
    with Desk(path) as writer, Desk(path) as reader:
        list(writer.add([harbor(), council()]))
        records = reader.records()
        assert next(records) == harbor()
        list(writer.add([page(1)]))
        assert [record.id for record in records] == ["council"]
