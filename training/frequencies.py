"""Count on how many news texts each fact of a page's fingerprint stands: names, numbers, long words.

Writes `copydesk/copies/search/frequencies.npz`; needs the shared corpora. Run: `python -m training.frequencies`.
"""

import csv
import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from copydesk.copies.search import frequencies
from copydesk.copies.search.prints import facts_of
from corpora.shared import SHARED

LEAST = 3
"""Texts from which a fact is kept: what stands on fewer is as rare as one never seen."""
LENGTH = 20_000


def texts() -> Iterator[str]:
    """Yield the texts of PolNeAR, TempEval-3, WCXB, Worldwide Newswire (training sides) and Wikinews."""
    for name in ("attributions/train", "times/timebank", "times/aquaint", "pages/dev/pages"):
        for row in _rows(f"{name}.jsonl"):
            if row.get("text"):
                yield row["text"][:LENGTH]
    for row in _rows("names/train.jsonl"):
        yield "\n".join(" ".join(s["tokens"]) for s in row["sentences"])[:LENGTH]
    csv.field_size_limit(10**8)
    for year in (2019, 2020):
        with (SHARED / f"data/copies/wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
            for article in csv.DictReader(file):
                yield article["text"][:LENGTH]


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with (SHARED / "data" / name).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    """Count, and write the table."""
    rows = list(texts())
    slots = np.concatenate([np.unique(frequencies.slots(facts)) for facts in facts_of(rows)])
    known, counts = np.unique(slots, return_counts=True)
    keep = counts >= LEAST
    np.savez_compressed(
        frequencies.PATH,
        slots=known[keep].astype(np.uint32),
        classes=frequencies.classes(counts[keep]),
        texts=np.array(len(rows)),
        script=np.array("training/frequencies.py"),
    )
    print(f"{len(rows)} texts, {keep.sum()} facts, {frequencies.PATH.stat().st_size} bytes")


if __name__ == "__main__":
    main()
