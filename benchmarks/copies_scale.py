"""The index of copies at scale: texts a second, copies found and memory as it grows, beside datasketch and rensa.

    python -m benchmarks.copies_scale [--texts N] [--peers N] [--kind news|crowded]

news: texts of 150 to 650 words, made of phrases of three and four words of the shared corpora, so that words and
names are as frequent as in news but sentences are each text's own; a fifth are copies of one of the latest 2,000
texts: whole, cut, or reworded (35 % of the words in small letters are others); a third end in one of 50 furniture
lines. crowded, the hard case: texts of 25 sentences from one pool, so that at 100,000 texts every phrase stands on a
thousand pages.

Copies found: the share of copies whose source is among the candidates that are returned. Texts a second are those of
one core, in user time; each system runs in a process of its own.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing import get_context
from typing import Final

from benchmarks.common import keep, peak_megabytes, print_table, user_seconds
from benchmarks.copies import shingles
from copydesk.copies import Index
from copydesk.records import Record
from corpora.copies_data import originals
from corpora.copies_edits import paragraphs

CHUNK: Final = 2048
LATE: Final = 10_000
"""Texts before a mark of which the rate is given beside that of all."""
COLUMNS: Final = (
    "system", "texts", "texts/s", "of the last 10,000", "whole found", "cut found", "reworded found", "peak MB",
)  # fmt: skip
Made = tuple[Record, str | None, str]
Adding = Callable[[Sequence[Record]], list[set[str]]]


def main() -> None:
    """Fill each system's index in a process of its own and print how it grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--peers", type=int, default=100_000, help="texts that datasketch and rensa are given")
    parser.add_argument("--kind", choices=("news", "crowded"), default="news")
    options = parser.parse_args()
    rows: list[dict[str, object]] = []
    for system, most in (("rensa", options.peers), ("copydesk", options.texts), ("datasketch", options.peers)):
        marks = [10**power for power in range(4, 8) if 10**power < most] + [most] * (most > 0)
        with get_context("spawn").Pool(1) as pool:
            for mark in pool.apply(measure, (system, options.kind, marks)):
                rows.append(mark)
                print(*mark.values(), flush=True)
        keep(f"copies_scale_{options.kind}", {"rows": rows})
    print_table(f"Candidates among texts, {options.kind}", COLUMNS, [[row[c] for c in COLUMNS] for row in rows])


def measure(system: str, kind: str, marks: Sequence[int]) -> list[dict[str, object]]:
    """Return a row of figures at each of the marks (numbers of texts), in rising order."""
    add = {"copydesk": _copydesk, "datasketch": _datasketch, "rensa": _rensa}[system]()
    made = _news() if kind == "news" else _crowded()
    rows: list[dict[str, object]] = []
    spent, late, number, start = 0.0, 0.0, 0, 0
    hits, all_of = Counter[str](), Counter[str]()
    for mark in marks:
        late, start = 0.0, max(start, mark - LATE)
        while number < mark:
            batch = list(islice(made, min(CHUNK, (start if number < start else mark) - number)))
            began = user_seconds()
            found = add([record for record, _, _ in batch])
            took = user_seconds() - began
            spent += took
            late += took * (number >= start)
            number += len(batch)
            for (_, source, how), candidates in zip(batch, found, strict=True):
                all_of[how] += 1
                hits[how] += source in candidates
        shares = [f"{hits[how] / all_of[how]:.3f}" if all_of[how] else "-" for how in ("whole", "cut", "reworded")]
        late_rate = f"{(mark - start) / late:,.0f}"
        row = (system, f"{mark:,}", f"{mark / spent:,.0f}", late_rate, *shares, f"{peak_megabytes():,.0f}")
        rows.append(dict(zip(COLUMNS, row, strict=True)))
        print(*row, flush=True)
    return rows


def _copydesk() -> Adding:
    index = Index()
    return lambda records: [{candidate.id for candidate in row} for row in index.add_many(records)]


def _datasketch() -> Adding:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(num_perm=128, params=(32, 4))

    def add(records: Sequence[Record]) -> list[set[str]]:
        found = []
        for record in records:
            sketch = MinHash(num_perm=128)
            sketch.update_batch([shingle.encode() for shingle in shingles(record.text)])
            found.append(set(lsh.query(sketch)))
            lsh.insert(record.id, sketch)
        return found

    return add


def _rensa() -> Adding:
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.4, num_perm=128, num_bands=32)
    ids: list[str] = []

    def add(records: Sequence[Record]) -> list[set[str]]:
        found = []
        for record in records:
            sketch = RMinHash(num_perm=128, seed=42)
            sketch.update(shingles(record.text))
            found.append({ids[number] for number in lsh.query(sketch)})
            lsh.insert(len(ids), sketch)
            ids.append(record.id)
        return found

    return add


def _news() -> Iterator[Made]:
    """Yield texts, and of a copy the id of its source and how it was made."""
    rng = random.Random(1)
    words = [word for text in originals("check").values() for word in text.split()]
    phrases = [" ".join(words[i : i + size]) for size in (3, 4) for i in range(len(words) - 4)]
    furniture = [" ".join(rng.choices(phrases, k=8)) for _ in range(50)]
    others = sorted({word for word in words if word.islower() and len(word) > 3})
    latest: list[tuple[str, list[str]]] = []
    number = 0
    while True:
        source = rng.choice(latest) if latest and rng.random() < 0.2 else None
        how = rng.choice(("whole", "cut", "reworded")) if source else ""
        if source:
            body = source[1]
            if how == "cut":
                body = body[: max(12, round(len(body) * rng.uniform(0.3, 0.8)))]
            elif how == "reworded":
                body = [_reworded(rng, phrase, others) for phrase in body]
        else:
            body = rng.choices(phrases, k=rng.randint(45, 185))
        key = f"n{number}"
        if len(latest) < 2000:
            latest.append((key, body))
        else:
            latest[number % 2000] = (key, body)
        end = [rng.choice(furniture)] if rng.random() < 0.33 else []
        yield Record(id=key, text=" ".join(body + end)), source[0] if source else None, how
        number += 1


def _reworded(rng: random.Random, phrase: str, others: Sequence[str]) -> str:
    return " ".join(rng.choice(others) if w.islower() and rng.random() < 0.35 else w for w in phrase.split())


def _crowded() -> Iterator[Made]:
    """Yield texts shuffled from one pool of sentences, none of which is a copy."""
    rng = random.Random(0)
    pool = [sentence for text in originals("check").values() for row in paragraphs(text) for _, sentence in row]
    number = 0
    while True:
        yield Record(id=str(number), text=" ".join(rng.choices(pool, k=25))), None, ""
        number += 1


if __name__ == "__main__":
    main()
