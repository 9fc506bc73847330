"""What the benchmarks share: the corpora, the yardsticks, peak memory, tables of results."""

import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpora.shared import ROOT, SHARED, lines

__all__ = ["RESULTS", "ROOT", "SHARED", "keep", "lines", "peak_megabytes", "print_table", "score", "user_seconds"]

RESULTS = ROOT / "benchmarks" / "results"


def score(yardstick: str, gold: Path, records: Path, *, options: Sequence[str] = ()) -> dict[str, float]:
    """Return the figures that one of the scripts in shared/score prints for some records, with its further options."""
    script = SHARED / "score" / f"{yardstick}.py"
    command = [sys.executable, str(script), str(gold), str(records), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SystemExit(f"{script.name} failed: {done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def user_seconds() -> float:
    """Return the user CPU time of this process so far: steadier than the clock on a busy machine."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def peak_megabytes() -> float:
    """Return this process's peak resident memory, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def keep(name: str, figures: Mapping[str, Any]) -> None:
    """Write one benchmark's figures to results/NAME.json, with the Python and the processor they were taken on."""
    RESULTS.mkdir(exist_ok=True)
    host = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    text = json.dumps({"host": host, **figures}, indent=2, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def print_table(title: str, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print rows as a plain table: the first column to the left, figures to the right."""
    header = list(columns)
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(line[i]) for line in [header, *cells]) for i in range(len(header))]
    print(f"\n{title}\n")
    for line in [header, ["-" * width for width in widths], *cells]:
        first, *rest = zip(line, widths, strict=True)
        print("  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip())


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "–" if value is None else str(value)
