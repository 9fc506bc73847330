"""Tracing from folders of records: the same stories as on one machine, however the records lie and whatever runs."""

import random

import pytest

pytest.importorskip("pyarrow")

from copydesk.copies import trace
from copydesk.copies.search import near
from copydesk.engines import choose
from copydesk.recordfolder import FolderWriter
from copydesk.tracing import stories_in, trace_folders

from .made import pages

COUNT = 2_000


def stored(folder, records, shards):
    with FolderWriter(folder, shard_rows=-(-len(records) // shards)) as writer:
        for one in records:
            writer.add(one)
    return folder


@pytest.fixture(scope="module")
def records():
    return list(pages(COUNT))


@pytest.fixture(scope="module")
def whole(records):
    """What one machine says of all the records."""
    return trace(records)


@pytest.fixture(scope="module")
def in_parts(records):
    """The same where only 300 pages are looked at as a whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "WHOLE", 300)
        return trace(records)


def told(records, tmp_path, shards, engine="here", jobs=1, **options):
    stored(tmp_path / "records", records, shards)
    trace_folders([tmp_path / "records"], tmp_path / "stories", choose(engine, jobs=jobs), claims=False, **options)
    return tuple(stories_in(tmp_path / "stories"))


def test_the_made_pages_hang_together_in_many_ways(whole, in_parts):
    assert 500 < len(whole) < 1_700
    assert max(len(story.pages) for story in whole) > 5
    assert in_parts == whole  # no neighbourhood is that large: what is found past it is what all with all gives


@pytest.mark.parametrize("shards", [1, 7, 40])
def test_stories_are_those_of_one_machine_whatever_the_shards_and_their_order(records, whole, tmp_path, shards):
    shuffled = list(records)
    random.Random(shards).shuffle(shuffled)
    assert told(shuffled, tmp_path, shards) == whole


@pytest.mark.parametrize("shards", [1, 7])
def test_the_shuffle_on_hash_finds_what_all_with_all_gives(records, in_parts, tmp_path, shards):
    assert told(records, tmp_path, shards, whole=300) == in_parts


@pytest.mark.parametrize("engine", ["processes", "ray"])
def test_stories_are_the_same_from_all_engines(records, whole, tmp_path, engine):
    if engine == "ray":
        pytest.importorskip("ray", reason="Ray is an extra")
    assert told(records, tmp_path, 7, engine, 2) == whole
