"""Score copydesk's time expressions, and those of its peers, on each public set; time the worst inputs of 1 MB.

    python -m benchmarks.times                       copydesk, and the peers that are installed here
    python -m benchmarks.times --peers PYTHON        peers by another interpreter (recognizers-text wants old packages)
    python -m benchmarks.times --only copydesk       one tool anew; what was kept of the others stays
    python -m benchmarks.times --every 10            every tenth article of each set: the slow peers take minutes

Peers come with `pip install copydesk[bench]`. HeidelTime is not run; the figures shown for it and for SynTime are the
published ones, on other articles (TempEval-3 platinum). "value, respelled" is value F1 after gold and found values are
both brought to one spelling of the same value (`2000-W7` and `2000-W07`, `196X` and `196`, `1955-XX` and `1955`).
"tbaq" is TimeBank and AQUAINT together, the training set of TempEval-3.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.common import RESULTS, ROOT, SHARED, keep, lines, print_table, score
from benchmarks.times_readers import TOOLS
from copydesk.reading.times import read_times

SETS = ("timebank", "aquaint", "wikiwars")
POOLED = ("timebank", "aquaint")
FIGURES = ("relaxed.f1", "strict.f1", "type.f1", "value.f1", "value, respelled")
SPELLINGS = (
    (r"(\d{4})(-XX){1,2}", r"\1"),
    (r"(\d{4})-W(\d)", r"\1-W0\2"),
    (r"(\d{3})X", r"\1"),
    (r"(.*T\d\d)", r"\1:00"),
)
PUBLISHED = {  # F1 on the TempEval-3 platinum articles: UzZaman et al. 2013; Zhong et al. 2017
    "HeidelTime (published, platinum)": {"relaxed.f1": 0.907, "strict.f1": 0.825, "value.f1": 0.781},
    "SynTime (published, platinum)": {"relaxed.f1": 0.950, "strict.f1": 0.921},
}
WORST = [
    "1 ",
    "1 1 1",
    "7",
    "Monday ",
    "May-",
    "the the ",
    "Friday the 13th ",
    "1990 ",
    "May 1 ",
    "Friday ",
    "two ",
    "the ",
    "last year ",
    "days before ",
    "1:1:",
    "'",
    "\n \t",
    "'s March ",
]


def respelled(source: Path, target: Path) -> Path:
    """Copy gold or records with each value in one spelling of it."""
    items = lines(source)
    for item in items:
        for found in item["times"]:
            for pattern, spelling in SPELLINGS:
                match = re.fullmatch(pattern, found.get("value") or "")
                found["value"] = match.expand(spelling) if match else found.get("value")
    target.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return target


def read_set(tool: str, python: str, name: str, every: int) -> dict[str, float] | None:
    """Return a tool's figures on a set, None where it is not installed."""
    whole = SHARED / "data" / "times" / f"{name}.jsonl"
    script = ROOT / "benchmarks" / "times_readers.py"
    with tempfile.TemporaryDirectory() as folder:
        gold, records = Path(folder, "gold.jsonl"), Path(folder, "records.jsonl")
        gold.write_text("\n".join(whole.read_text(encoding="utf-8").splitlines()[::every]) + "\n", encoding="utf-8")
        path = {**os.environ, "PYTHONPATH": str(ROOT / "src")} if tool == "copydesk" else os.environ
        done = subprocess.run(
            [python, str(script), tool, str(gold), str(records)], capture_output=True, text=True, check=False, env=path
        )
        if done.returncode:
            print(f"{tool} left out: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            return None
        figures = {**json.loads(done.stdout.splitlines()[-1]), **score("times", gold, records)}
        one, other = (respelled(path, Path(folder, to)) for path, to in ((gold, "one"), (records, "other")))
        return {**figures, "value, respelled": score("times", one, other)["value.f1"]}


def pooled(name: str, figures: list[tuple[dict[str, float], int]]) -> float:
    """Return the F1 of several sets together, given each one's figures and its number of gold expressions."""
    both = 0.0
    right = 0.0
    for row, gold in figures:
        found = row["relaxed.recall"] * gold / row["relaxed.precision"] if row["relaxed.precision"] else 0.0
        both += found + gold
        right += row[name] * (found + gold) / 2
    return 2 * right / both


def gold_count(name: str, every: int) -> int:
    """Return how many expressions the gold of a set has."""
    return sum(len(item["times"]) for item in lines(SHARED / "data" / "times" / f"{name}.jsonl")[::every])


def kept_rows(name: str) -> dict[str, dict[str, float]]:
    """Return the figures kept for a set, by tool; none where nothing is kept."""
    path = RESULTS / "times.json"
    return json.loads(path.read_text(encoding="utf-8")).get(name, {}) if path.exists() else {}


def show(name: str, rows: dict[str, dict[str, float]], every: int) -> None:
    """Print the table of one set."""
    cells = [
        [
            tool,
            *(row[key] for key in FIGURES),
            *(None if row.get(key) is None else round(row[key], 1) for key in ("ms/500 words", "peak MB")),
            row.get("failed"),
        ]
        for tool, row in rows.items()
    ]
    published = [[tool, *(row.get(key) for key in FIGURES), None, None, None] for tool, row in PUBLISHED.items()]
    title = f"{name}, {'every article' if every == 1 else f'one article in {every}'}"
    print_table(title, ["tool", *FIGURES, "ms/500 words", "peak MB", "failed"], cells + published)


def worst_inputs() -> dict[str, float]:
    """Return CPU seconds for 1 MB of each of the inputs that cost most."""
    seconds = {}
    for unit in WORST:
        text = unit * (1_000_000 // len(unit))
        start = time.process_time()
        read_times(text, "2023-04-20")
        seconds[unit] = time.process_time() - start
    return seconds


def main() -> None:
    """Print one table a set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON", help="the interpreter that has the peers")
    parser.add_argument("--only", choices=TOOLS, help="run one tool alone")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read every Nth article only")
    options = parser.parse_args()
    results: dict[str, object] = {"every": options.every}
    measured: dict[str, dict[str, dict[str, float]]] = {}
    for name in SETS:
        rows = measured[name] = kept_rows(name) if options.only and options.every == 1 else {}
        for tool in [options.only] if options.only else TOOLS:
            figures = read_set(tool, sys.executable if tool == "copydesk" else options.peers, name, options.every)
            if figures:
                rows[tool] = figures
        show(name, rows, options.every)
    counts = {name: gold_count(name, options.every) for name in POOLED}
    measured["tbaq"] = {
        tool: {key: pooled(key, [(measured[name][tool], counts[name]) for name in POOLED]) for key in FIGURES}
        for tool in measured[POOLED[0]]
        if all(tool in measured[name] for name in POOLED)
    }
    show("tbaq", measured["tbaq"], options.every)
    results |= measured
    results["1 MB, seconds"] = worst = worst_inputs()
    print_table(
        "the worst inputs of 1 MB", ["repeated", "CPU seconds"], [[repr(k), round(v, 2)] for k, v in worst.items()]
    )
    if options.every == 1:
        keep("times", results)


if __name__ == "__main__":
    main()
