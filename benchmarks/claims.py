"""Claims of stories whose truth is known: found, with the right origins and hearings, and how long they take.

    python -m benchmarks.claims            the newsroom as pages and as texts; times of stories of 50 and 600 pages
    python -m benchmarks.claims --quick    without the times

Runs the yardstick `newsroom.py --claims` in ../shared/score. The weights of `copydesk.claims.salience` were fitted on
these stories (with known families); `python -m training.claims` prints what they give on stories left out.
"""

import argparse
import json
import subprocess
import sys

import msgspec

import copydesk
from benchmarks.common import SHARED, keep, print_table, user_seconds
from copydesk.claims.descent import Descent
from copydesk.claims.finding import claims_of
from copydesk.records import Record

FOLDER = SHARED / "data" / "copies" / "newsroom"
BAR = {
    "claim.recall": 0.80,
    "claim.precision": 0.75,
    "claim.origins.f1": 0.80,
    "claim.count": 0.75,
    "claim.too_many": 0.08,
    "claim.heard.f1": 0.70,
}


def scored(form: str) -> dict[str, float]:
    """Return the yardstick's figures of claims, for pages (`html`) or texts (`text`)."""
    options = ["--claims", "--json", *(["--html"] if form == "html" else [])]
    command = [sys.executable, str(SHARED / "score" / "newsroom.py"), str(FOLDER), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def large_story(pages: int) -> tuple[Descent, dict[str, Record]]:
    """Return a story of so many pages: the newsroom's texts, each repeated as copies in families of its own."""
    texts = [page["text"] for file in sorted(FOLDER.glob("*.json")) for page in json.loads(file.read_text())["pages"]]
    known = [copydesk.read_text(text, id=f"p{number}") for number, text in enumerate(texts[:50])]
    records, parents, families = {}, {}, {}
    for number in range(pages):
        original = known[number % len(known)]
        key = f"p{number}"
        records[key] = msgspec.structs.replace(original, id=key)
        families[key] = str(number % len(known) + len(known) * (number // 200))
        if number >= len(known) and number % 3:
            parents[key] = f"p{number % len(known)}"
    return Descent(tuple(records), parents, families, dict.fromkeys(records, "Newsroom")), records


def seconds(pages: int) -> float:
    """Return the user CPU seconds that the claims of a story of so many pages take."""
    chain, records = large_story(pages)
    start = user_seconds()
    claims_of(chain, records)
    return user_seconds() - start


def main() -> None:
    """Print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true")
    o = options.parse_args()
    found = {form: scored(form) for form in ("html", "text")}
    rows = [(name, bar, *(found[form][name] for form in found)) for name, bar in BAR.items()]
    print_table("Claims of the newsroom (15 stories, 75 claims)", ("figure", "bar", *found), rows)
    figures: dict[str, object] = {"newsroom": found, "bar": BAR}
    if not o.quick:
        times = {str(pages): round(seconds(pages), 2) for pages in (50, 600)}
        print_table("User CPU seconds", ("pages", "seconds"), list(times.items()))
        figures["seconds by pages"] = times
        keep("claims", figures)


if __name__ == "__main__":
    main()
