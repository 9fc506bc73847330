"""The index of copies at scale: texts a second and memory as it grows.

    python -m benchmarks.copies_scale [--texts N]

Texts are made of 25 sentences drawn from the shared corpora, so names and phrases are as frequent as in one day's news
and every text shares some with many others: harder on the index than an archive is.
"""

import argparse
import random
from collections.abc import Iterator

from benchmarks.common import keep, peak_megabytes, print_table, user_seconds
from benchmarks.copies_data import originals
from benchmarks.copies_edits import paragraphs
from copydesk.copies import Index
from copydesk.records import Record


def main() -> None:
    """Fill an index and print its growth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=1_000_000)
    count = parser.parse_args().texts
    rows, index = [], Index()
    for part in range(4):
        batch = list(_texts(count // 4, part))
        start = user_seconds()
        for _ in index.add_many(batch):
            pass
        rate = len(batch) / (user_seconds() - start)
        rows.append((f"{len(index):,}", f"{rate:,.0f}", f"{index.nbytes / 2**20:,.0f}", f"{peak_megabytes():,.0f}"))
        del batch
    columns = ("texts", "texts/s", "index MB", "peak MB, the texts added at once included")
    print_table("Index of copies", columns, rows)
    keep("copies_scale", {"rows": [dict(zip(columns, row, strict=True)) for row in rows]})


def _texts(count: int, seed: int) -> Iterator[Record]:
    rng = random.Random(seed)
    pool = [sentence for text in originals("check").values() for row in paragraphs(text) for _, sentence in row]
    for number in range(count):
        yield Record(id=f"{seed}-{number}", text=" ".join(rng.choices(pool, k=25)))


if __name__ == "__main__":
    main()
