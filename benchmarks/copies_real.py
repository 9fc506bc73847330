"""Copies on real and realistic pages: the invented newsroom, one real day, event documents; then made copies apart.

    python -m benchmarks.copies_real [--desk]

newsroom: `score/newsroom.py` of the shared folder, as batch texts and as pages; families, arrows, alterations.
helsinki: 612 pages of one day; families, the largest of them, and pairs that were judged from their two texts before
the program's answer was seen (`benchmarks/data/helsinki_pairs.csv`: ids and verdicts).
ecb+: documents of 43 topics, two events each; the adjusted Rand index of stories, without families.
"""

import argparse
import csv
import gzip
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.common import keep, user_seconds
from benchmarks.copies import rand_index
from copydesk.api import read_many
from copydesk.copies import trace
from copydesk.copies.search.event_clusters import clusters
from copydesk.copies.search.print_likeness import facts_alike
from copydesk.copies.search.prints import fingerprint
from copydesk.copies.stories import EVENT, event_likeness
from copydesk.copies.texts.text import text_of
from copydesk.desk import Desk
from copydesk.records import Record
from corpora.shared import SHARED

JUDGED = Path(__file__).with_name("data") / "helsinki_pairs.csv"


def main() -> None:
    """Measure and print all sets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--desk", action="store_true", help="time adding the day's pages to a desk, too")
    options = parser.parse_args()
    figures: dict[str, Any] = {"newsroom": newsroom(), "newsroom as pages": newsroom("--html")}
    figures |= {"helsinki": helsinki(desk=options.desk), "ecb+": events()}
    for name, found in figures.items():
        print(name)
        for key, value in found.items():
            print(f"  {key:24} {value:.3f}" if isinstance(value, float) else f"  {key:24} {value}")
    keep("copies_real", figures)


def newsroom(*options: str) -> dict[str, float]:
    """Return what the yardstick says of the newsroom."""
    command = [sys.executable, str(SHARED / "score/newsroom.py"), str(SHARED / "data/copies/newsroom"), "--json"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    found: dict[str, float] = {key: round(value, 3) for key, value in json.loads(done.stdout).items()}
    return found


def helsinki(*, desk: bool) -> dict[str, float]:
    """Return figures of one real day."""
    records = [r for r in read_many([SHARED / "data/copies/helsinki.jsonl"]) if isinstance(r, Record)]
    start = user_seconds()
    stories = trace(records)
    spent = user_seconds() - start
    families = [family for story in stories for family in story.families]
    of_page = {page: family.id for family in families for page in family.members}
    with JUDGED.open(newline="") as file:
        judged = [(row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(file)]
    right = sum((of_page[a] == of_page[b]) == same for a, b, same in judged)
    found: dict[str, float] = {
        "families": len(families),
        "largest": max(len(family.members) for family in families),
        "judged pairs": len(judged),
        "judged right": round(right / len(judged), 3),
        "trace user seconds": round(spent, 1),
    }
    if desk:
        with TemporaryDirectory() as folder, Desk(Path(folder) / "day.db") as one:
            start = user_seconds()
            for _ in one.add(records):
                pass
            found["add user seconds"] = round(user_seconds() - start, 1)
            kept = {line.id: one.story(line.id) for line in one.stories()}
        found["stories as trace has them"] = sum(kept.get(story.id) == story for story in stories) / len(stories)
    return found


def events() -> dict[str, float]:
    """Return the adjusted Rand index of documents clustered by event, by side."""
    found: dict[str, float] = {}
    for side in ("train", "dev"):
        with gzip.open(SHARED / f"data/events/ecbplus_{side}.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        gold = [f"{row['topic']}{row['id'].endswith('plus')}" for row in rows]
        facts = facts_alike(fingerprint([row["text"] for row in rows]), len(rows))
        alike = event_likeness([text_of(Record(id=row["id"], text=row["text"])) for row in rows], facts)
        found[f"ARI {side}"] = round(rand_index(gold, [str(one) for one in clusters(alike, EVENT)]), 3)
    return found


if __name__ == "__main__":
    main()
