import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from copydesk.desk import Desk, schema
from copydesk.errors import DeskError
from desk.sample import council, harbor, unlike


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.db"
    with Desk(path) as desk:
        list(desk.add([harbor()]))
    return path


def many(count, start=0):
    return [council(id_=f"page-{number}", text=unlike(number)) for number in range(start, start + count)]


@pytest.mark.parametrize("content", [b"not a desk at all", b"SQLite format 3\0 but then something else" * 50])
def test_a_file_that_is_no_desk_is_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for readonly in (True, False):
        with pytest.raises(DeskError, match="no desk"):
            Desk(path, readonly=readonly)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(DeskError, match="no desk"):
        Desk(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(DeskError, match="folder"):
        Desk(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(DeskError, match="folder does not exist"):
        Desk(tmp_path / "no" / "desk.db")


def test_reading_makes_no_file(tmp_path):
    path = tmp_path / "desk.db"
    with pytest.raises(DeskError, match="copydesk add"):
        Desk(path, readonly=True)
    assert not path.exists()


def test_a_newer_desk_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(DeskError, match=r"newer copydesk.*update copydesk"):
            Desk(path, readonly=readonly)
    assert path.read_bytes() == before


def test_an_older_desk_is_brought_forward_and_keeps_its_records(path, monkeypatch):
    step = "CREATE TABLE notes (page INTEGER, note TEXT); ALTER TABLE pages ADD COLUMN seen TEXT DEFAULT 'no;pe';"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    with pytest.raises(DeskError, match="older version"):
        Desk(path, readonly=True)
    with Desk(path) as desk:
        assert desk.record("harbor") == harbor()
        assert desk._connection.execute("SELECT seen FROM pages").fetchone() == ("no;pe",)
        assert schema.version(desk._connection) == len(schema.MIGRATIONS)


@pytest.fixture
def first_version(tmp_path):
    """A desk of version 1, with two pages that were made from one text."""
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    with Desk(new) as desk:
        list(desk.add([harbor(), harbor("copy", publisher="Estuary Courier")]))
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(schema.MIGRATIONS[0])
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in ("pages", "entities", "articles", "records", "mentions", "times", "attributions", "events"):
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        connection.execute("INSERT INTO copies SELECT * FROM new.copies")
        connection.execute("INSERT INTO stories SELECT * FROM new.stories")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return new, old


def everything_asked(desk):
    return {
        "hits": [hit.id for hit in desk.search("envoy", kind="anonymous-person")],
        "sources": list(desk.sources()),
        "moments": list(desk.timeline()),
        "events": list(desk.events(kind="politics")),
        "stories": list(desk.stories()),
        "pages": desk._connection.execute("SELECT id, title FROM pages").fetchall(),
    }


def test_a_desk_of_the_first_version_answers_as_a_new_one(first_version):
    new, old = first_version
    with Desk(new) as one, Desk(old) as other:
        assert everything_asked(other) == everything_asked(one)
        assert everything_asked(one)["sources"][0].quotes == 2
        assert len(everything_asked(one)["events"]) == 2
        assert [added.status for added in other.add([harbor(), council()])] == ["known", "added"]
        assert [hit.id for hit in other.search("dredging")] == ["council"]


def test_tables_refer_to_each_other_by_named_columns(first_version):
    for path in first_version:
        with Desk(path) as desk:
            ask = desk._connection.execute
            tables = [name for (name,) in ask("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
            links = {(table, row[2], row[4]) for table in tables for row in ask(f"PRAGMA foreign_key_list({table})")}
            assert {("mentions", "entities", "entity"), ("articles", "stories", "story")} <= links
            assert len(links) == 17
            assert all(column == other.rstrip("s") or column in {"entity", "story"} for _, other, column in links)
            assert ask("PRAGMA integrity_check").fetchone() == ("ok",)
            assert ask("PRAGMA foreign_key_check").fetchall() == []


def test_a_migration_that_fails_changes_nothing(path, monkeypatch):
    step = "CREATE TABLE notes (page INTEGER); CREATE TABLE pages (this_exists INTEGER);"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
        with pytest.raises(DeskError):
            Desk(path)
    with Desk(path) as desk:
        assert desk.count == 1
        assert schema.version(desk._connection) == len(schema.MIGRATIONS)
        tables = [name for (name,) in desk._connection.execute("SELECT name FROM sqlite_schema")]
    assert "notes" not in tables


def test_a_damaged_desk_is_a_plain_message(path):
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(DeskError, match="damaged"), Desk(path) as desk:
        list(desk.records())


def test_adding_to_a_desk_opened_for_reading_is_refused(path):
    with Desk(path, readonly=True) as desk, pytest.raises(DeskError, match="read only"):
        desk.add([council()])


def test_a_full_disk_loses_nothing(path):
    with Desk(path) as desk:
        (pages,) = desk._connection.execute("PRAGMA page_count").fetchone()
        desk._connection.execute(f"PRAGMA max_page_count = {pages + 250}")
        stored = list(desk.add(many(20)))
        with pytest.raises(DeskError, match="disk is full"):
            list(desk.add(many(200, start=20)))
        assert desk.count == 1 + len(stored) == 21
        desk._connection.execute("PRAGMA max_page_count = 1000000")
        assert {added.status for added in desk.add(many(60))} == {"known", "added"}
        assert desk.count == 61


_FILL = """
import resource, signal, sys
sys.path.insert(0, {tests!r})
from desk.test_files import many
from copydesk.desk import Desk
from copydesk.errors import DeskError
with Desk({path!r}) as desk:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
    try:
        for start in range(0, 200, 20):
            list(desk.add(many(20, start)))
    except DeskError as error:
        print(error)
        print(desk.count)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system sets no limits on files")
def test_a_disk_that_takes_no_more_loses_nothing(path):
    code = _FILL.format(tests=os.path.dirname(os.path.dirname(__file__)), path=str(path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    message, stored = done.stdout.splitlines()
    assert "disk" in message
    with Desk(path) as desk:
        assert desk.count >= int(stored) > 1
        assert desk._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        list(desk.add(many(200)))
        assert desk.count == 201


def in_read_only_folder(folder, code):
    """Run code where `folder` is mounted read-only; skip where this system does not let us."""
    mount = f'mount --bind {folder} {folder} && mount -o remount,bind,ro {folder} && exec {sys.executable} -c "$CODE"'
    run = ["unshare", "-rm", "sh", "-c", mount]
    try:
        done = subprocess.run(run, capture_output=True, text=True, timeout=60, env={**os.environ, "CODE": code})
    except FileNotFoundError:
        pytest.skip("no `unshare` here to make a read-only disk with")
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"a read-only disk cannot be made here: {done.stderr.strip()[:100]}")
    return done


@pytest.mark.skipif(sys.platform != "linux", reason="read-only mounts are made the Linux way")
def test_a_read_only_disk_can_be_searched_but_not_added_to(path):
    code = f"""
from copydesk.desk import Desk
from copydesk.errors import DeskError
with Desk({str(path)!r}, readonly=True) as desk:
    print([hit.id for hit in desk.search("envoy")])
for name in ("desk.db", "new.db"):
    try:
        Desk({str(path.parent)!r} + "/" + name)
    except DeskError as error:
        print(error)
"""
    done = in_read_only_folder(path.parent, code)
    hits, old, new = done.stdout.splitlines()
    assert hits == "['harbor']"
    assert "read-only" in old or "cannot be opened" in old
    assert "cannot be opened or made" in new
