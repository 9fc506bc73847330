import random
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.copies import Candidate, Index
from copydesk.copies.search.postings import SPOKESMEN, Postings, packed
from copydesk.copies.search.prints import SHINGLE, WINDOW, fingerprint, from_kept
from copydesk.errors import IndexFileError
from copydesk.records import Record

WORDS = [a + b for a in ("bri", "har", "lon", "mes", "tor", "vel", "qua") for b in ("dge", "bor", "dow", "sel", "ent")]


def text(seed: int, size: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) + str(rng.randrange(9)) * (rng.random() < 0.2) for _ in range(size))


@pytest.mark.parametrize("seed", range(5))
def test_a_shared_passage_leaves_a_shared_fingerprint(seed):
    passage = text(seed, WINDOW + SHINGLE - 1)
    batch = fingerprint([f"{text(seed + 10, 300)} {passage} {text(seed + 20, 300)}", f"Short. {passage}."])
    prints = [set(batch.shingles[batch.shingle_texts == i].tolist()) for i in (0, 1)]
    assert prints[0] & prints[1]


def test_batching_changes_nothing():
    texts = [text(seed, 120) for seed in range(7)]
    whole = fingerprint(texts)
    for i, one in enumerate(texts):
        alone = fingerprint([one])
        assert np.array_equal(np.sort(whole.shingles[whole.shingle_texts == i]), np.sort(alone.shingles))
        assert np.array_equal(np.sort(whole.facts[whole.fact_texts == i]), np.sort(alone.facts))


@pytest.mark.parametrize("odd", ["", " ", "\n\n", "a", "Ünïcödé 𝔘𝔫𝔦 \ud800 x", "Київ і Одеса, 2023", "?" * 1000])
def test_odd_texts(odd):
    assert len(fingerprint([odd, "plain words here"]).shingles) == 0


def test_a_short_piece_finds_the_long_text_it_was_cut_from():
    long = text(1, 2000)
    index = Index()
    for i in range(30):
        assert index.add(Record(id=f"other{i}", text=text(100 + i, 400))) is not None
    index.add(Record(id="long", text=long))
    found = index.add(Record(id="piece", text=" ".join(long.split()[700:760])))
    assert found[0].id == "long"
    assert found[0].shingles >= 1


def test_one_at_a_time_finds_what_batches_find():
    records = [Record(id=str(i), text=text(i % 20, 150) + f" extra{i}") for i in range(60)]
    one, many = Index(), Index()
    single = [{c.id for c in one.add(record) if c.shingles > 3} for record in records]
    batched = [{c.id for c in row if c.shingles > 3} for row in many.add_many(records, size=16)]
    assert single == batched
    assert single[45] == {"5", "25"}
    assert len(one) == 60


def test_in_a_crowd_those_with_the_least_keys_stand_for_all_whatever_the_order():
    crowd = 4 * SPOKESMEN
    found = []
    for order in (np.arange(crowd), np.random.default_rng(1).permutation(crowd)):
        postings = Postings()
        for first in range(0, crowd, 25):
            part = order[first : first + 25]
            postings.add(packed(np.full(len(part), 7, np.uint64), part))
        assert len(postings.runs) > 1
        numbers, keys = postings.find(packed(np.array([7], np.uint64), np.array([crowd + 5])))
        assert numbers.tolist() == [0] * SPOKESMEN
        found.append(keys.tolist())
    assert found == [list(range(SPOKESMEN))] * 2


def test_a_page_that_stands_for_others_is_put_beside_all_of_them():
    postings = Postings()
    postings.add(packed(np.full(100, 7, np.uint64), np.arange(5, 105)))
    _, keys = postings.find(packed(np.array([7], np.uint64), np.array([0])))
    assert keys.tolist() == list(range(5, 105))


def found_in(index: Index, records: list[Record], sizes: list[int]) -> list[tuple[Candidate, ...]]:
    found, start = [], 0
    for size in [*sizes, len(records)]:
        found += index.add_texts(
            [r.id for r in records[start : start + size]], [r.text for r in records[start : start + size]]
        )
        start += size
    return found


RECORDS = [Record(id=str(i), text=text(i % 25, 90 + i) + f" extra{i}") for i in range(90)]


@given(st.lists(st.integers(0, 40), max_size=6), st.integers(0, 90))
@settings(max_examples=30, deadline=None)
def test_what_is_found_depends_on_the_pages_before_alone(sizes, stored):
    whole = found_in(Index(), RECORDS, [])
    assert found_in(Index(), RECORDS, sizes) == whole
    with TemporaryDirectory() as folder:
        first, path = Index(), Path(folder) / "copies.npz"
        before = found_in(first, RECORDS[:stored], sizes)
        first.save(path)
        assert before + found_in(Index.load(path), RECORDS[stored:], sizes) == whole


def saved(folder: Path) -> Path:
    index = Index()
    found_in(index, RECORDS[:20], [])
    index.save(folder / "copies.npz")
    return folder / "copies.npz"


def test_hashes_of_another_version_are_refused(tmp_path, monkeypatch):
    path = saved(tmp_path)
    monkeypatch.setattr("copydesk.copies.search.index_file.VERSION", 99)
    with pytest.raises(
        IndexFileError, match=r"copies\.npz: its hashes are of version 2, this copydesk makes version 99"
    ):
        Index.load(path)


@pytest.mark.parametrize("damage", ["cut", "flipped", "text", "array", "empty"])
def test_damaged_files_are_refused(tmp_path, damage):
    path = saved(tmp_path)
    data = bytearray(path.read_bytes())
    if damage == "cut":
        path.write_bytes(data[:-200])
    elif damage == "flipped":
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
    elif damage == "array":
        with path.open("wb") as file:
            np.save(file, np.arange(5))
    else:
        path.write_bytes(b"not an index" * (damage == "text"))
    with pytest.raises(IndexFileError, match=r"copies\.npz: it is no index, or damaged \(give a file"):
        Index.load(path)


def test_a_file_that_is_not_there_and_a_folder_that_is_not(tmp_path):
    with pytest.raises(IndexFileError, match="No such file"):
        Index.load(tmp_path / "none.npz")
    with pytest.raises(IndexFileError, match="No such file"):
        Index().save(tmp_path / "none" / "copies.npz")


def test_saving_replaces_the_file_whole(tmp_path):
    path = saved(tmp_path)
    saved(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert len(Index.load(path)) == 20
    assert Index.load(path).nbytes > 0


def test_fingerprints_that_were_kept_find_what_texts_find():
    texts = [" ".join(f"Name{(i * j) % 23} went on {j} and word{j}" for j in range(40)) for i in range(12)] + [
        "",
        "é",
        "Ab 12",
    ]
    ids = [str(i) for i in range(len(texts))]
    batch = fingerprint(texts)
    again = from_kept(batch.kept(len(texts)))
    for name in (
        "shingles",
        "shingle_texts",
        "facts",
        "fact_texts",
    ):
        assert getattr(again, name).tolist() == getattr(batch, name).tolist(), name
    expected = Index().add_texts(ids, texts)
    assert Index().add_prints(ids, again) == expected
    in_parts = Index()
    assert in_parts.add_prints(ids[:7], again.part(0, 7), look=False) == []
    assert in_parts.add_prints(ids[7:], again.part(7, len(ids))) == expected[7:]
    assert any(expected)
