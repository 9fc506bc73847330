"""A command of copydesk run as a process: its processor seconds, and its memory with all its workers."""

import json
import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

TIMES = 20
"""Spans of time for each of which the most memory is kept."""


def measured(*command: str, out: Path | None = None, every: float = 0.5) -> dict[str, Any]:
    """Run a command of copydesk; return its processor seconds and the most memory that it had with all its workers.

    Args:
        command: what `copydesk` is given.
        out: where its standard output goes; nowhere when None.
        every: seconds between two looks at its memory.
    """
    start = time.perf_counter()
    course: list[float] = []
    with (out or Path(os.devnull)).open("wb") as sink:
        process = subprocess.Popen([sys.executable, "-m", "copydesk", *command], stdout=sink, stderr=subprocess.PIPE)
        most, own, spent = 0.0, 0.0, dict[int, float]()
        while process.poll() is None:
            tree = _tree(process.pid)
            sizes = {one: _memory(one) for one in tree}
            course.append(sum(sizes.values()))
            most, own = max(most, course[-1]), max(own, sizes.get(process.pid, 0.0))
            spent |= {one: seconds for one in tree if (seconds := _seconds(one))}
            time.sleep(every)
    said = process.stderr.read().decode() if process.stderr else ""
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {said}")
    figures = {
        "clock_seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(sum(spent.values()), 1),
        "megabytes_in_all": round(most),
        "megabytes_of_the_driver": round(own),
        "megabytes_over_time": _course(course),
        "said": _without_folders(said.strip().splitlines()[-1], command) if said.strip() else "",
    }
    print(command[0], json.dumps(figures), flush=True)
    return figures


def _without_folders(said: str, command: tuple[str, ...]) -> str:
    """Return what a command said, with the paths that it was given by their last names alone."""
    for path in sorted((one for one in command if "/" in one), key=len, reverse=True):
        said = said.replace(path, Path(path).name)
    return said


def _course(sizes: list[float]) -> list[int]:
    """Return the most of each twentieth of what was seen, in its order."""
    cuts = [len(sizes) * number // TIMES for number in range(TIMES + 1)]
    return [round(max(sizes[low:high])) for low, high in pairwise(cuts) if low < high]


def _tree(process: int) -> list[int]:
    """Return a process and all below it."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            below.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue
    found, level = [process], [process]
    while level:
        level = [child for one in level for child in below.get(one, ())]
        found += level
    return found


def _memory(process: int) -> float:
    """Return the memory of a process that it shares with no other, MB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss:",))) / 1024


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
