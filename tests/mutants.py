"""`python -m tests.mutants MODULE TEST…` changes what a module decides, one by one, and tells what no test sees.

    python -m tests.mutants english/sentences tests/english/test_sentences.py

Needs the extra `mutants` (cosmic-ray, whose operators make the changes). The tests are collected once; each change is
run in the module's place in a fork, and the tests there, until one fails: mostly some tenths of a second. Nothing is
written. Only comparisons, conditions, `and`, `or`, `True`, `False`, `break` and `continue` are changed: what decides. A
change that lives is a promise that no test keeps, or code that decides nothing.
"""

import difflib
import importlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[1]
CHANGED = ("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrue", "ReplaceFalse", "ReplaceBreak",
           "ReplaceContinue", "ReplaceComparison")  # fmt: skip
PLAIN = (int, float, str, bytes, type(None))
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


def put(module: ModuleType, source: str) -> None:
    """Run other source in a module's place, and give whoever imported its functions and classes the new ones."""
    before = dict(module.__dict__)
    exec(compile(source, module.__file__ or "", "exec"), module.__dict__)
    after = {id(old): module.__dict__[name] for name, old in before.items() if not isinstance(old, PLAIN)}
    for other in list(sys.modules.values()):
        if other is not module and str(getattr(other, "__file__", "")).startswith(str(ROOT)):
            for name, value in list(vars(other).items()):
                if not name.startswith("__") and id(value) in after:
                    setattr(other, name, after[id(value)])


class Changes:
    """A plugin of pytest that runs the collected tests once for each change of a module."""

    def __init__(self, module: ModuleType, file: Path) -> None:
        self.module, self.file = module, file
        self.out = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell which changes live, and how many were killed."""
        source = self.file.read_text(encoding="utf-8")
        if session.testsfailed or not self.passes(session, source):
            print("the tests fail without any change", file=self.out)
            return True
        lived = total = 0
        for changed in mutants(source):
            total += 1
            if self.passes(session, changed):
                lived += 1
                rows = difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="")
                _, _, where, *lines = rows
                line = where.split()[1].removeprefix("-").partition(",")[0]
                words = " ".join(row[1:].strip() for row in lines if row[0] == "+")
                print(f"{self.file.relative_to(ROOT)}:{line} {words}", file=self.out)
        print(f"{total - lived} of {total} killed", file=self.out)
        return True

    def passes(self, session: pytest.Session, source: str) -> bool:
        """Run the collected tests on a changed module in a fork; tell whether they pass."""
        if (child := os.fork()) == 0:
            failed = 1
            try:
                with open(os.devnull, "w") as nowhere:
                    os.dup2(nowhere.fileno(), 1)
                    os.dup2(nowhere.fileno(), 2)
                signal.alarm(SECONDS)
                put(self.module, source)
                for item, after in zip(session.items, [*session.items[1:], None], strict=True):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                    if session.testsfailed:
                        break
                failed = int(session.testsfailed > 0)
            finally:
                os._exit(failed)  # and nothing of what the parent still has to do
        return os.waitpid(child, 0)[1] == 0


def main(name: str, tests: list[str]) -> int:
    """Run the changes of one module against some tests; print those that live, and how many."""
    file = ROOT / "src" / "copydesk" / f"{name}.py"
    module = importlib.import_module(".".join(("copydesk", *name.removesuffix("/__init__").split("/"))))
    options = ["-q", "-s", "-p", "no:cacheprovider", "--assert=plain", "--no-header", "--no-summary"]
    pytest.main([*options, *tests], plugins=[Changes(module, file)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
