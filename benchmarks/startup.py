"""What it costs to start and to go on: CPU until the first page is read, words a second, the size of an installation.

    python -m benchmarks.startup

CPU is user time, the least of some runs in new processes, on one core, with bytecode that is compiled already, as pip
leaves it. Pages are the articles of PolNeAR's development set, read whole. The size is that of the files of copydesk
and of all that it needs, as their wheels hold them, and the bytecode beside them, which pip writes too.
"""

import importlib.metadata
import json
import os
import py_compile
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.common import ROOT, SHARED, keep, print_table

RUNS = 5
PAGE = ROOT / "examples" / "5-rewritten-copy.txt"
_GAZETTEER = """
import json, resource, time
from copydesk.reading import gazetteer
before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
gazetteer.candidates("Kyiv")
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps({"seconds": time.process_time() - started, "megabytes": grown / 1024}))
"""


_READING = """
import json, resource, sys
import copydesk
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][:40]
user = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime
if sys.argv[2] == "model":
    from copydesk.language import parse as read
else:
    read = copydesk.read_text
read(texts[0])
started = user()
for text in texts:
    read(text)
print(sum(len(text.split()) for text in texts) / (user() - started))
"""
_BYTECODE = tempfile.TemporaryDirectory()
"""Where the bytecode of these runs is kept: the first run of a program writes it, the others read it."""


def run(*arguments: str) -> str:
    """Run this Python; return what it prints."""
    here = os.environ | {"PYTHONPYCACHEPREFIX": _BYTECODE.name, "PYTHONDONTWRITEBYTECODE": "", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=here).stdout


def user_seconds(*arguments: str) -> float:
    """Return the user CPU time of one run of this Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run(*arguments)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def needed(name: str, found: set[str]) -> set[str]:
    """Return a distribution and all that it needs, extras aside, by name."""
    found.add(name)
    for line in importlib.metadata.requires(name) or []:
        other = re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-")
        if "extra ==" in line or other in found:
            continue
        try:
            importlib.metadata.distribution(other)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system or version of Python
        needed(other, found)
    return found


def declared() -> list[str]:
    """Return what copydesk needs, by name, as pyproject.toml says."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in project["dependencies"]]


def megabytes() -> tuple[float, float]:
    """Return the size of copydesk and all that it needs: without and with bytecode."""
    names: set[str] = set()
    for name in declared():
        needed(name, names)
    files = {Path(str(file.locate())) for name in names for file in importlib.metadata.files(name) or []}
    own = {file for file in (ROOT / "src").rglob("*") if file.is_file() and file.suffix != ".pyc"}
    plain = sum(file.stat().st_size for file in files | own if file.suffix != ".pyc" and file.exists())
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(file for file in own if file.suffix == ".py"):
            py_compile.compile(str(file), cfile=f"{folder}/{number}.pyc")
        compiled = sum(file.stat().st_size for file in Path(folder).iterdir())
    compiled += sum(file.stat().st_size for file in files if file.suffix == ".pyc" and file.exists())
    return plain / 2**20, (plain + compiled) / 2**20


def main() -> None:
    """Run, print, keep."""
    page = ("-m", "copydesk", "read", str(PAGE), "--json")
    plain, compiled = megabytes()
    texts = str(SHARED / "data" / "attributions" / "dev.jsonl")
    figures = {
        "first page, CPU s": min(user_seconds(*page) for _ in range(RUNS)),
        "import copydesk, CPU s": min(user_seconds("-c", "import copydesk") for _ in range(RUNS)),
        "Python alone, CPU s": min(user_seconds("-c", "pass") for _ in range(RUNS)),
        "gazetteer, CPU s": min(json.loads(run("-c", _GAZETTEER))["seconds"] for _ in range(RUNS)),
        "gazetteer, MB": min(json.loads(run("-c", _GAZETTEER))["megabytes"] for _ in range(RUNS)),
        "language model, words/s": max(float(run("-c", _READING, texts, "model")) for _ in range(3)),
        "whole page, words/s": max(float(run("-c", _READING, texts, "page")) for _ in range(3)),
        "installed, MB": plain,
        "installed with bytecode, MB": compiled,
    }
    figures = {name: round(value, 3) for name, value in figures.items()}
    print_table("What it costs to start", ("", "figure"), figures.items())
    keep("startup", figures)


if __name__ == "__main__":
    main()
