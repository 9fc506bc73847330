"""`python -m tests.mutants MODULE TEST…` changes what a module decides, one by one, and tells what no test sees.

    python -m tests.mutants english/sentences tests/english/test_sentences.py

Needs the extra `mutants` (cosmic-ray, whose operators make the changes). It works in a copy of the tree, and runs the
tests of each change in a fork of a process that has imported what the tests need, but for the module and what imports
it: some tenths of a second each. Only comparisons, conditions, `and`, `or`, `True`, `False`, `break` and `continue` are
changed: what decides. A change that lives is a promise that no test keeps, or code that decides nothing.
"""

import contextlib
import difflib
import importlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from tests.test_imports import MODULES, imports

ROOT = Path(__file__).resolve().parents[1]
CHANGED = ("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrue", "ReplaceFalse", "ReplaceBreak",
           "ReplaceContinue", "ReplaceComparison")  # fmt: skip
SECONDS = 60
"""After which the tests of a change are ended: it is seen."""


def mutants(source: str) -> Iterator[str]:
    """Yield a module's source with one decision changed, for each change."""
    for name in operator_names():
        if name.removeprefix("core/").startswith(CHANGED):
            occurrence = 0
            while (changed := mutate_code(source, get_operator(name)(), occurrence)) is not None:
                yield changed
                occurrence += 1


def passes(tests: list[str], report: Path | None = None) -> bool:
    """Run tests in a fork; tell whether they pass. `report`: where to write what they imported."""
    if (child := os.fork()) == 0:
        failed = 1
        try:
            with open(os.devnull, "w") as nowhere:
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
            signal.alarm(SECONDS * (10 if report else 1))
            failed = int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "--assert=plain", *tests]))
            if report:
                report.write_text("\n".join(sys.modules), encoding="utf-8")
        finally:
            os._exit(failed)  # and nothing of what the parent still has to do
    return os.waitpid(child, 0)[1] == 0


def needing(name: str) -> set[str]:
    """Return the modules of copydesk that import one, directly or through others, itself, and their packages."""
    found = {name}
    while more := {other for other, path in MODULES.items() if imports(path, MODULES) & found} - found:
        found |= more
    return {other[:end] for other in found for end in range(len(other) + 1) if other[end : end + 1] in (".", "")}


def main(module: str, tests: list[str]) -> int:
    """Run the mutants of one module against some tests; print those that live, and how many."""
    with tempfile.TemporaryDirectory() as folder:
        copy, report = Path(folder) / "tree", Path(folder) / "modules"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "results", "images"))
        os.chdir(copy)
        sys.path[:] = [str(copy / "src"), str(copy), *(path for path in sys.path if not path.startswith(str(ROOT)))]
        for name in [name for name in sys.modules if name.partition(".")[0] == "copydesk"]:
            del sys.modules[name]  # of this tree, not of its copy
        if not passes(tests, report):
            print("the tests fail without any change")
            return 1
        sys.dont_write_bytecode = True
        for name in report.read_text(encoding="utf-8").split():
            if name.partition(".")[0] not in ("tests", "conftest", "__main__") and not name.startswith("test_"):
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
        for name in needing(".".join(("copydesk", *module.removesuffix("/__init__").split("/")))):
            sys.modules.pop(name, None)
        file = copy / "src" / "copydesk" / f"{module}.py"
        source = file.read_text(encoding="utf-8")
        shutil.rmtree(file.parent / "__pycache__", ignore_errors=True)
        if not passes(tests):
            print("the tests fail in a process that has imported what they need")
            return 1
        lived = total = 0
        for changed in mutants(source):
            file.write_text(changed, encoding="utf-8")
            total += 1
            if passes(tests):
                lived += 1
                rows = difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="")
                _, _, where, *lines = rows
                line = where.split()[1].removeprefix("-").partition(",")[0]
                print(f"{module}.py:{line} {' '.join(row[1:].strip() for row in lines if row[0] == '+')}", flush=True)
    print(f"{total - lived} of {total} killed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
