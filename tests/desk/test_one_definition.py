"""One definition of stories: `trace`, a desk in any order and batches, and folders past one machine tell the same."""

import random

import numpy as np
import pytest

from copydesk.copies import trace
from copydesk.copies.search import candidates, near
from copydesk.copies.search.print_likeness import nearness
from copydesk.copies.search.prints import fingerprint
from copydesk.desk import Desk, kept_stories
from copydesk.records import Published, Record

LETTERS = "abdefgiklmnoprstuv"
CROWDED = tuple(a + b for a in ("Vel", "Kes", "Tor", "Lun", "Mar", "Sen") for b in ("mar", "dal"))
BOILERPLATE = "Doors, stairs and shutters that the company made were sold in all nine towns by the lake."


def word(dice, letters=6):
    return "".join(dice.choices(LETTERS, k=letters))


def made(count, seed=1):
    """So many short records: copies, whole and cut, of some; crowded names and a company's words in others."""
    dice = random.Random(seed)
    known = []
    for number in range(count):
        kind = dice.random()
        if known and kind < 0.2:
            old = dice.choice(known[-150:])
            sentences = old if len(old) < 3 or dice.random() < 0.6 else old[:-1]
        elif kind < 0.75:  # one name that very many others name, and four of its own
            own = [word(dice).title() for _ in range(4)]
            sentences = [f"{dice.choice(CROWDED)} met {own[0]} at the gate.", f"{own[1]} left {own[2]} for {own[3]}."]
        else:
            sentences = [
                f"The {word(dice)} {word(dice)} {word(dice).title()} {word(dice)} {dice.randint(2, 9)}{number} times."
                for _ in range(18)
            ]
            sentences += [BOILERPLATE] * (dice.random() < 0.35)
        known.append(sentences)
        yield record(f"page-{number * 7919 % 100_003}", sentences, 1 + number % 9)


def record(id_, sentences, day):
    text, spans = "", []
    for one in sentences:
        spans.append((len(text), len(text) + len(one)))
        text += one + " "
    published = Published(value=f"2026-03-{day:02}", from_="metadata")
    return Record(id=id_, text=text.rstrip(), published=published, sentences=tuple(spans))


def kept(desk):
    return {line.id: desk.story(line.id) for line in desk.stories()}


def added(path, records, sizes):
    with Desk(path) as desk:
        start = 0
        while start < len(records):
            size = sizes[start % len(sizes)]
            list(desk.add(records[start : start + size]))
            start += size
        found = kept(desk)
        for story in list(found.values())[:5]:  # a search finds the same pages together
            assert {hit.id for hit in desk.search(story=story.id, limit=1000)} == set(story.pages)
    return found


@pytest.fixture(scope="module", autouse=True)
def _crowded():
    """Bounds that stand to 600 pages about as the real ones to 2,300: too many to put each beside all others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "WHOLE", 500)
        patch.setattr(candidates, "FEW", 12)
        patch.setattr(candidates, "COMMON", 12**2)
        patch.setattr(candidates, "MANY", 25)
        yield


@pytest.fixture(scope="module")
def records():
    return list(made(600))


@pytest.fixture(scope="module")
def told(records):
    return {story.id: story for story in trace(records)}


def test_the_made_pages_crowd_together(records):
    ids = sorted(one.id for one in records)
    text = {one.id: one.text for one in records}
    prints = fingerprint([text[id_] for id_ in ids])
    first, _, _ = near.neighbours(ids, prints)
    table = np.triu(nearness(prints, len(ids), np.arange(len(ids))), 1) >= near.LEAST
    assert len(ids) > near.WHOLE
    assert 1_000 < len(first) < 0.6 * table.sum()  # not all with all: who stands for a crowd decides
    for hashes, most in ((prints.shingles, candidates.MANY), (prints.facts, candidates.FEW)):
        assert np.unique(hashes, return_counts=True)[1].max() > most


def test_a_large_desk_tells_what_trace_tells(records, told, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_stories, "CHUNK", 250)  # pages are grouped three times, the last time past the bound
    mixed = random.Random(2).sample(records, len(records))
    assert added(tmp_path / "large.db", mixed, (490, 40, 70)) == told


def test_folders_tell_what_trace_tells(records, told, tmp_path):
    pytest.importorskip("pyarrow")
    from copydesk.engines import choose
    from copydesk.recordfolder import FolderWriter
    from copydesk.tracing import stories_in, trace_folders

    with FolderWriter(tmp_path / "records", shard_rows=130) as writer:
        for one in random.Random(3).sample(records, len(records)):
            writer.add(one)
    trace_folders([tmp_path / "records"], tmp_path / "stories", choose("here"), claims=False)
    assert {story.id: story for story in stories_in(tmp_path / "stories")} == told


@pytest.fixture
def small(monkeypatch):
    """Bounds at which a few hundred pages are very many."""
    monkeypatch.setattr(near, "WHOLE", 40)
    monkeypatch.setattr(candidates, "FEW", 6)
    monkeypatch.setattr(candidates, "COMMON", 60)
    monkeypatch.setattr(candidates, "MANY", 8)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_batches_give_one_result(small, tmp_path, seed):
    dice = random.Random(seed)
    records = list(made(150, seed))
    whole = {story.id: story for story in trace(records)}
    sizes = [dice.choice((1, 3, 20, 50, 200)) for _ in range(7)]
    assert added(tmp_path / "desk.db", dice.sample(records, len(records)), sizes) == whole


def test_pages_removed_and_changed_leave_what_trace_tells_of_the_rest(small, tmp_path):
    records = list(made(90, 5))
    with Desk(tmp_path / "desk.db") as desk, Desk(tmp_path / "desk.db") as other:
        list(desk.add(records[:60]))
        list(other.add(records[60:]))
        for one in records[:20:4]:
            other.remove(one.id)
        left = [one for one in records if one not in records[:20:4]]
        assert kept(desk) == {story.id: story for story in trace(left)}
        list(desk.add(records[:20:4]))
        assert kept(desk) == {story.id: story for story in trace(records)}
        for one in records[35:]:  # few enough again to be put beside one another, each with all
            desk.remove(one.id)
        assert kept(desk) == {story.id: story for story in trace(records[:35])}
