"""The index of copies at scale: texts a second and memory as it grows.

    python -m benchmarks.copies_scale [--texts N] [--kind news|crowded]

news: texts of 150 to 650 words, made of phrases of three and four words of the shared corpora, so that words and
names are as frequent as in news but sentences are each text's own; a fifth are copies of one of the latest 2,000
texts, half of them cut; a third end in one of 50 furniture lines. crowded, the hard case: texts of 25 sentences from
one pool, so that at 100,000 texts every phrase stands on a hundred pages.

Copies found: the share of copies whose source is among the candidates that the index returns.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import islice
from typing import Final

from benchmarks.common import keep, peak_megabytes, print_table, user_seconds
from benchmarks.copies_data import originals
from benchmarks.copies_edits import paragraphs
from copydesk.copies import Index
from copydesk.records import Record

CHUNK: Final = 1024
PARTS: Final = 5


def main() -> None:
    """Fill an index and print its growth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--kind", choices=("news", "crowded"), default="news")
    options = parser.parse_args()
    made = _news() if options.kind == "news" else _crowded()
    rows, index = [], Index()
    for part in range(1, PARTS + 1):
        spent, start, hits, copies = 0.0, len(index), 0, 0
        while len(index) < options.texts * part // PARTS:
            batch = list(islice(made, min(CHUNK, options.texts * part // PARTS - len(index))))
            began = user_seconds()
            found = list(index.add_many(record for record, _ in batch))
            spent += user_seconds() - began
            for (_, source), candidates in zip(batch, found, strict=True):
                if source:
                    copies += 1
                    hits += any(candidate.id == source for candidate in candidates)
        rate, size = (len(index) - start) / spent, index.nbytes / 2**20
        share = f"{hits / copies:.3f}" if copies else "-"
        rows.append((f"{len(index):,}", f"{rate:,.0f}", share, f"{size:,.0f}", f"{peak_megabytes():,.0f}"))
        print(*rows[-1], flush=True)
    columns = ("texts", "texts/s", "copies found", "index MB", "peak MB of the process")
    print_table(f"Index of copies, {options.kind}", columns, rows)
    keep(f"copies_scale_{options.kind}", {"rows": [dict(zip(columns, row, strict=True)) for row in rows]})


def _news() -> Iterator[tuple[Record, str | None]]:
    """Yield texts, and of a copy the id of its source."""
    rng = random.Random(1)
    words = [word for text in originals("check").values() for word in text.split()]
    phrases = [" ".join(words[i : i + size]) for size in (3, 4) for i in range(len(words) - 4)]
    furniture = [" ".join(rng.choices(phrases, k=8)) for _ in range(50)]
    latest: list[tuple[str, list[str]]] = []
    number = 0
    while True:
        source = rng.choice(latest) if latest and rng.random() < 0.2 else None
        if source:
            body = source[1]
            if rng.random() < 0.5:
                body = body[: max(12, round(len(body) * rng.uniform(0.3, 0.8)))]
        else:
            body = rng.choices(phrases, k=rng.randint(45, 185))
        key = f"n{number}"
        if len(latest) < 2000:
            latest.append((key, body))
        else:
            latest[number % 2000] = (key, body)
        end = [rng.choice(furniture)] if rng.random() < 0.33 else []
        yield Record(id=key, text=" ".join(body + end)), source[0] if source else None
        number += 1


def _crowded() -> Iterator[tuple[Record, str | None]]:
    """Yield texts shuffled from one pool of sentences, none of which is a copy."""
    rng = random.Random(0)
    pool = [sentence for text in originals("check").values() for row in paragraphs(text) for _, sentence in row]
    number = 0
    while True:
        yield Record(id=str(number), text=" ".join(rng.choices(pool, k=25))), None
        number += 1


if __name__ == "__main__":
    main()
