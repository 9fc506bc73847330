import random

import numpy as np
import pytest

from copydesk.copies import Index
from copydesk.copies.index import LOOKED, POSTINGS, Postings
from copydesk.copies.prints import SHINGLE, WINDOW, fingerprint
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


def test_looking_up_is_bounded_over_all_runs_and_takes_the_latest():
    postings, crowd = Postings(), 10 * POSTINGS
    for first in range(0, crowd, 25):
        postings.add(np.full(25, 7, np.uint64), np.arange(first, first + 25))
    assert len(postings.runs) > 1
    numbers, pages, held = postings.find(np.array([7], np.uint64), np.array([0]))
    assert sorted(pages.tolist()) == list(range(crowd - POSTINGS, crowd))
    assert numbers.tolist() == [0] * POSTINGS
    assert held.tolist() == [crowd]


def test_of_a_text_the_rarest_hashes_are_looked_up():
    postings = Postings()
    for crowded in range(50):
        postings.add(np.full(POSTINGS, crowded, np.uint64), np.arange(POSTINGS))
    postings.add(np.array([90], np.uint64), np.array([3]))
    hashes = np.array([*range(50), 90], np.uint64)
    numbers, pages, _ = postings.find(hashes, np.zeros(51, np.int64))
    assert pages[numbers == 50].tolist() == [3]
    assert len(pages) <= LOOKED
    both, _, _ = postings.find(np.repeat(hashes, 2), np.tile(np.array([0, 1]), 51))
    assert len(both) == 2 * len(pages)
